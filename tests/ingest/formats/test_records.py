"""JSON, JSON Lines and Markdown: articles that say of themselves what they are."""

import json

import pytest

from indexer.article import DateEvidence
from indexer.ingest.cleaning.clean import clean
from tests.ingest.formats import drafts, read_bytes, read_file, reason_against, rejections


def test_a_line_gives_an_article_with_all_its_fields() -> None:
    draft = drafts(read_file("notices.jsonl"))[0]
    assert (draft.key, draft.title, draft.date) == ("n-1", "Buoy 17 replaced", "2018-10-02")
    assert (draft.source, draft.url) == ("Harbour Council", "https://harbour.example.org/notices/1")
    assert draft.date_evidence == DateEvidence("JSON field", "date")
    assert draft.extra == (("topics", "buoys"), ("topics", "channel"), ("depth", "12.5"))


def test_a_bad_line_is_rejected_by_its_number_and_costs_no_other() -> None:
    parts = read_file("notices.jsonl")
    assert [each.place for each in rejections(parts)] == ["line 2", "line 3", "line 5"]
    assert [each.title for each in drafts(parts)] == ["Buoy 17 replaced", "Fog signal tested"]
    assert "not JSON" in rejections(parts)[0].reason


def test_other_names_for_the_same_fields_are_known() -> None:
    draft = drafts(read_file("notices.jsonl"))[1]
    assert (draft.title, draft.date, draft.authors) == ("Fog signal tested", "3 October 2018", ("Ana Ruiz",))
    assert draft.text == "The fog signal was tested.\n\nIt can be heard for four miles."


def test_an_article_without_an_id_is_keyed_by_its_address_else_its_line() -> None:
    lines = b'{"text": "a", "url": "https://a.example/1"}\n{"text": "b"}\n'
    assert [draft.key for draft in drafts(read_bytes(lines, "a.jsonl"))] == ["https://a.example/1", "line-2"]


@pytest.mark.parametrize("wrapped", [[{"text": "a"}, {"text": "b"}], {"articles": [{"text": "a"}, {"text": "b"}]}])
def test_a_json_file_may_hold_a_list(wrapped: object) -> None:
    found = drafts(read_bytes(json.dumps(wrapped).encode(), "a.json"))
    assert [(draft.text, draft.key) for draft in found] == [("a", "item-1"), ("b", "item-2")]


def test_an_article_that_has_a_list_of_its_own_is_one_article() -> None:
    record = {"text": "The sound is closed.", "id": "n-1", "items": [{"text": "a"}, {"text": "b"}]}
    assert [draft.key for draft in drafts(read_bytes(json.dumps(record).encode(), "a.json"))] == ["n-1"]


def test_blank_lines_count_and_are_no_articles() -> None:
    parts = read_bytes(b'\n \t\n{"text": "a"}\n\r\n{"text": "b"}\n', "a.jsonl")
    assert ([draft.key for draft in drafts(parts)], rejections(parts)) == (["line-3", "line-5"], [])


def test_json_lines_under_the_name_json_are_read_as_lines() -> None:
    parts = read_bytes(b'{"text": "a"}\n{"text": "b"}\nnot json\n', "a.json")
    assert [draft.text for draft in drafts(parts)] == ["a", "b"]
    assert [each.place for each in rejections(parts)] == ["line 3"]


def test_json_cut_short_is_rejected_and_not_taken_for_lines() -> None:
    assert reason_against(b'[\n{"text": "a"},\n{"text": ', "a.json").startswith("not JSON")


@pytest.mark.parametrize("bomb", [b"[" * 200_000, b'{"a":' * 200_000, b'{"text": "a", "b": ' + b"[" * 200_000])
def test_json_nested_beyond_reason_is_rejected(bomb: bytes) -> None:
    assert "nested too deeply" in reason_against(bomb, "a.json")
    assert [each.place for each in rejections(read_bytes(bomb, "a.jsonl"))] == ["line 1"]


def test_half_a_surrogate_pair_becomes_a_question_mark() -> None:
    (draft,) = drafts(read_bytes(b'{"text": "a \\ud800 b", "tag \\udc00": "x"}', "a.json"))
    assert draft.text == "a ? b"
    assert draft.extra == (("tag ?", "x"),)


def test_a_number_too_long_for_python_is_a_bad_line() -> None:
    parts = read_bytes(b'{"text": "a", "n": ' + b"9" * 5000 + b'}\n{"text": "b"}', "a.jsonl")
    assert [each.place for each in rejections(parts)] == ["line 1"]
    assert [draft.text for draft in drafts(parts)] == ["b"]


def test_a_title_alone_is_an_article_of_a_title() -> None:
    (draft,) = drafts(read_bytes(b'{"title": "Ice in the sound", "text": ""}', "a.json"))
    assert clean(draft).title == "Ice in the sound"


def test_front_matter_says_what_the_article_is() -> None:
    (draft,) = drafts(read_file("minutes.md"))
    assert (draft.title, draft.date) == ("Minutes of the working group on pilots", "2018-10-18")
    assert (draft.source, draft.language, draft.authors) == ("Harbour Council", "en", ("Ana Ruiz", "Bo Ek"))
    assert draft.extra == (("session", "4"), ("tags", "pilots"), ("tags", "training"))


def test_markdown_loses_its_marks_and_keeps_its_words() -> None:
    text = drafts(read_file("minutes.md"))[0].text
    assert "The group met in Bergen and agreed on a common list of shoals." in text
    assert "Charts are to be compared twice a year.\n\nThe secretariat keeps the list." in text
    assert "No pilot should meet" in text
    assert "harbour.example.org" not in text


def test_without_front_matter_the_first_heading_is_the_title() -> None:
    (draft,) = drafts(read_bytes(b"# Ice in the sound\n\nThe sound is *closed*.\n", "a.md"))
    assert (draft.title, clean(draft).text) == ("Ice in the sound", "The sound is closed.")


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    (draft,) = drafts(read_bytes(b"---\n\nThe sound is closed.\n", "a.md"))
    assert "The sound is closed." in draft.text


@pytest.mark.parametrize("front", [b"a: [", b"!!python/object/apply:os.system [ls]", b"a: &x [*x"])
def test_front_matter_that_is_no_safe_yaml_is_rejected(front: bytes) -> None:
    assert reason_against(b"---\n" + front + b"\n---\ntext\n", "a.md").startswith("front matter that is no YAML")


@pytest.mark.parametrize("bomb", [b"> " * 50_000, b"[" * 30_000, b"*a " * 30_000, b"- " * 50_000])
def test_markdown_nested_beyond_reason_is_read_in_bounded_time(bomb: bytes) -> None:
    assert read_bytes(b"# Title\n\nWords.\n\n" + bomb, "a.md")


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        ({"text": "a", "body": "b"}, "text", "a"),
        ({"text": " ", "body": "b"}, "text", "b"),
        ({"text": "a", "headline": "H", "title": "T"}, "title", "T"),
        ({"text": "a", "title": None, "headline": "H"}, "title", "H"),
        ({"text": ["a", "b"]}, "text", "a\n\nb"),
        ({"text": "a", "published": "2018", "created": "2017"}, "date", "2018"),
        ({"text": "a", "created": "2017"}, "date_evidence", DateEvidence("JSON field", "created")),
        ({"text": "a", "source": {"name": "Harbour", "id": 7}}, "source", "Harbour"),
        ({"text": "a", "author": [{"name": "Ana"}, "Bo"]}, "authors", ("Ana", "Bo")),
        ({"text": "a", "id": 7}, "key", "7"),
        ({"text": "a", "body": "b"}, "extra", (("body", "b"),)),
        (
            {"text": "a", "place": {"port": "Porto", "quay": [1, 2], "ship": None}},
            "extra",
            (("place", "port: Porto"), ("place", "quay: 1, 2")),
        ),
        ({"text": "a", "empty": None, "blank": " "}, "extra", ()),
    ],
    ids=str,
)
def test_the_plainest_name_of_a_field_counts_and_the_rest_is_kept(
    record: dict[str, object], field: str, value: object
) -> None:
    (draft,) = drafts(read_bytes(json.dumps(record).encode(), "a.json"))
    assert getattr(draft, field) == value


@pytest.mark.parametrize("name", ["articles", "items", "documents", "records", "data", "posts", "results"])
def test_an_object_may_wrap_a_list_under_any_usual_name(name: str) -> None:
    found = drafts(read_bytes(json.dumps({"count": 1, name: [{"text": "a"}]}).encode(), "a.json"))
    assert [draft.text for draft in found] == ["a"]


@pytest.mark.parametrize(
    ("markdown", "title", "text"),
    [
        ("## Ice\n\n# Fog\n\n# Wind\n\nWords.", "Fog", "Ice\n\nFog\n\nWind\n\nWords."),
        ("One\ntwo\\\nthree `four`.", "", "One two\nthree four."),
        ("    code\n\n```\nmore\n```", "", "code\n\n\nmore\n"),
        ("---\ntitle: Ice\n---\n# Fog\n\nWords.", "Ice", "Fog\n\nWords."),
        ("\ufeff---\r\ntitle: Ice\r\n---\r\nWords.", "Ice", "Words."),
    ],
    ids=["headings", "breaks", "code", "front matter", "of another machine"],
)
def test_markdowns_blocks_are_paragraphs_and_its_first_heading_the_title(markdown: str, title: str, text: str) -> None:
    (draft,) = drafts(read_bytes(markdown.encode(), "a.md"))
    assert (draft.title, draft.text) == (title, text)
