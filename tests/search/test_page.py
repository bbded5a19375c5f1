from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.engines.engine import Reader
from indexer.search.page import Choice, SearchInput, marker, search
from tests.machine import cpu_bound


def ids(reader: Reader, typed: str) -> list[str]:
    return sorted(result.article.id for result in search(reader, SearchInput(typed, match="all")).results)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("refugees", ["memorandum", "observer"]),
        ('"refugees"', ["memorandum", "observer"]),
        ('"refugee"', ["memorandum"]),
        ("refugee memorandum", ["memorandum"]),
        ("observer status", ["observer", "status"]),
        ('"observer status"', ["observer"]),
        ('"status of an observer"', ["status"]),
        ('"observer discussed"~1', ["status"]),
        ('"discussed observer"~0', []),
        ("greminger OR memorandum", ["memorandum", "visit"]),
        ("status -observer", ["labour"]),
        ("status NOT (observer AND NOT resolution)", ["labour", "observer"]),
        ("-status", ["drill", "memorandum", "visit"]),
        ("terror*", ["drill", "visit"]),
        ("organi?ation*", ["drill", "labour"]),
        ("gremingr~", ["visit"]),
        ("gremnigre~2", ["visit"]),
        ("title:status", ["observer", "status"]),
        ("title:(status OR labour)", ["labour", "observer", "status"]),
        ("org:unhcr", ["memorandum"]),
        ('org:"Collective Security Treaty Organization"', ["drill", "memorandum", "visit"]),
        ("person:semerikov", ["visit"]),
        ("type:interview", ["observer"]),
        ("document:A/RES/59/50", ["observer"]),
        ("59/50", ["observer"]),
        ("CSTO", ["drill", "memorandum"]),
        ('"CSTO"', ["memorandum"]),
        ("collective security treaty organisation", ["drill", "memorandum"]),
        ("labor", ["labour"]),
        ("organisation", ["drill", "labour"]),
        ('"organisation"', []),
        ("cooperation", ["status"]),
        ("naive", ["labour"]),
        ("date:2017", ["memorandum", "visit"]),
        ("date:2019-11", ["observer"]),
        ("date:2016..2017", ["labour", "memorandum", "visit"]),
        ("after:2017", ["drill", "observer"]),
        ("after:2016-09 before:2017-07-05", ["memorandum"]),
        ("date:2018-05", []),
        ("***", ["drill", "labour", "memorandum", "observer", "status", "visit"]),
    ],
)
def test_typed_text_finds_these_articles(reader: Reader, typed: str, found: list[str]) -> None:
    assert ids(reader, typed) == found


def test_nothing_typed_shows_everything_newest_first_and_undated_last(reader: Reader) -> None:
    page = search(reader, SearchInput(sort="newest"))
    assert str(page.understood) == "all articles"
    assert [result.article.id for result in page.results] == [
        "observer",
        "drill",
        "visit",
        "memorandum",
        "labour",
        "status",
    ]


def test_a_page_beyond_the_last_is_empty_and_its_total_right(reader: Reader) -> None:
    page = search(reader, SearchInput("status", page=9, size=2))
    assert (page.total, page.results, page.pages) == (3, (), 2)


def test_the_request_is_read_back_with_its_choices_and_dates(reader: Reader) -> None:
    choices = (Choice("organisation", include=("CSTO", "UN"), exclude=("SCO",)), Choice("type"))
    page = search(reader, SearchInput('refugees "observer status" -title:x', choices, first="2016", last="2018"))
    assert str(page.understood) == (
        "articles with *refugees* and the exact phrase “observer status” and not *x* in the title, "
        "organisation CSTO or UN, not organisation SCO, 2016 to 2018"
    )
    assert [str(part.text) for part in page.parts] == [
        "*refugees*",
        "the exact phrase “observer status”",
        "not *x* in the title",
        "organisation CSTO or UN, not organisation SCO",
        "2016 to 2018",
    ]
    assert page.parts[0].without.typed == '"observer status" -title:x'
    assert page.parts[3].without.choices == (Choice("type"),)
    assert (page.parts[4].without.first, page.parts[4].without.last) == ("", "")


def test_other_names_are_said(reader: Reader) -> None:
    said = str(search(reader, SearchInput("CSTO")).understood)
    assert said.startswith("articles with *CSTO* (also as “Collective Security Treaty Organization”")


@pytest.mark.parametrize(("first", "last"), [("yesterday", ""), ("", "2017-13"), ("2017-02-30", "0")])
def test_a_date_that_is_none_is_left_out_and_said(reader: Reader, first: str, last: str) -> None:
    page = search(reader, SearchInput(first=first, last=last))
    assert page.total == 6
    assert len(page.notes) == len([typed for typed in (first, last) if typed])


def test_dates_in_the_wrong_order_find_nothing_and_it_is_said(reader: Reader) -> None:
    page = search(reader, SearchInput(first="2018", last="2017"))
    assert page.total == 0
    assert [str(note.message) for note in page.notes] == ["Nothing can be both since 2018 and until 2017."]


def test_chosen_and_excluded_values_stay_among_the_rows(reader: Reader) -> None:
    choices = (Choice("organisation", include=("CSTO", "Nobody"), exclude=("UNHCR",)),)
    page = search(reader, SearchInput(choices=choices, facets=("organisation",), facet_limit=1))
    rows = {row.value: (row.count, row.selected, row.excluded) for row in page.facets[0].rows}
    assert rows == {"CSTO": (2, True, False), "Nobody": (0, True, False), "UNHCR": (0, False, True)}


def test_the_words_of_a_pattern_are_bounded_and_the_cut_is_said(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indexer.search.rewrite.wildcards.MOST_VARIANTS", 1)
    page = search(reader, SearchInput("terror*"))
    assert page.total == 1
    assert [str(note.message) for note in page.notes] == [
        "“terror*” stands for 2 words; the 1 most frequent are searched."
    ]


def test_some_of_the_words_still_obey_exclusions_and_choices(reader: Reader) -> None:
    excluding = search(reader, SearchInput("memorandum greminger -refugees -visit"))
    assert (excluding.counted, [result.article.id for result in excluding.results]) == ("some", [])
    only_csto = search(reader, SearchInput("status zebra memorandum", (Choice("organisation", ("CSTO",)),)))
    assert [result.article.id for result in only_csto.results] == ["memorandum"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("memorandm", "memorandum"),
        ("refuges memorandum", "refugees memorandum"),
        ("obsrver sttaus", "observer status"),
        ('greminger -vista "observer status"', ""),
        ("person:semerkov", "person:semerikov"),
        ("zebra", ""),
        ("status", ""),
    ],
)
def test_a_word_that_nobody_has_is_corrected_to_one_that_finds_more(reader: Reader, typed: str, meant: str) -> None:
    assert search(reader, SearchInput(typed)).did_you_mean == meant


@pytest.mark.parametrize("typed", ["status observer", 'refugees OR "observer status"', "terror* the csto"])
def test_contributions_add_up_to_the_score(reader: Reader, typed: str) -> None:
    page = search(reader, SearchInput(typed, explain=True))
    assert page.results
    for result in page.results:
        assert sum(each.score for each in result.contributions) == pytest.approx(result.score)
        assert all(each.in_title + each.in_text > 0 for each in result.contributions)


def test_an_article_is_marked_as_the_page_would(reader: Reader) -> None:
    article = reader.article("memorandum")
    assert article is not None
    marks = marker(reader, "CSTO refugees the")(article)
    assert [article.title[start:end] for start, end in marks.title] == ["refugees"]
    assert [article.text[start:end] for start, end in marks.text] == ["CSTO", "refugee"]


def test_function_words_beside_others_neither_keep_away_nor_rank(reader: Reader) -> None:
    with_them = search(reader, SearchInput("the status of"))
    alone = search(reader, SearchInput("status"))
    assert [result.article.id for result in with_them.results] == [result.article.id for result in alone.results]
    scores = {result.article.id: result.score for result in alone.results}
    assert with_them.results[0].score == pytest.approx(scores["status"])
    assert all(result.score > 0 for result in search(reader, SearchInput("the of")).results)


_PIECES = ["status", "-observer", "OR", '"', "(", ")", "ref*", "x~2", "the", "title:", "CSTO", "date:2017", "?", "\0"]


@settings(max_examples=60, deadline=None)
@given(pieces=st.lists(st.sampled_from(_PIECES), max_size=8), page=st.integers(-1, 3), size=st.integers(1, 3))
def test_any_request_gets_a_page(reader: Reader, pieces: list[str], page: int, size: int) -> None:
    found = search(reader, SearchInput(" ".join(pieces), page=page, size=size))
    assert len(found.results) <= min(size, found.listed)
    for result in found.results:
        for passage in result.passages:
            assert all(0 <= start < end <= len(passage.text) for start, end in passage.marks)
    for part in found.parts:
        assert search(reader, part.without).total >= 0


@pytest.mark.parametrize("piece", ["*a ", "a* ", "a~2 ", "(a OR ", '"a" ', "-a ", "title:a* ", "a OR "])
def test_a_hostile_query_gets_its_page_in_bounded_time(reader: Reader, piece: str) -> None:
    with cpu_bound(20):
        search(reader, SearchInput(piece * (100_000 // len(piece))))


def test_pages_follow_each_other_without_gap_or_repetition(reader: Reader) -> None:
    for typed, size in product(("", "status", "the OR status"), (1, 2, 4)):
        first = search(reader, SearchInput(typed, size=size))
        turned = [search(reader, SearchInput(typed, page=page + 1, size=size)) for page in range(first.pages)]
        together = [result.article.id for page in turned for result in page.results]
        assert together == [result.article.id for result in search(reader, SearchInput(typed, size=100)).results]
