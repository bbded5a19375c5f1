from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.article import Article, PartialDate, Passage, Provenance
from indexer.engines.engine import Reader
from indexer.engines.memory import MemoryEngine
from indexer.search.quotation.check import LONGEST, Checked, check
from tests.machine import cpu_bound

WORDS = (
    *("harbour", "pilots", "Council's", "co-operation", "U.N.", "naïve", "1,200", "Ереван", "договор"),
    *("the", "of", "and", "it", "will", "agree", "on", "tariffs"),
)
ROWS = st.lists(st.sampled_from(WORDS), min_size=4, max_size=14)
ARCHIVES = st.lists(st.lists(ROWS, min_size=1, max_size=5), min_size=1, max_size=6)


def made(article_id: str, paragraphs: Sequence[str], date: str = "") -> Article:
    passages, at = [], 0
    for number, paragraph in enumerate(paragraphs, 1):
        passages.append(Passage(number, at, at + len(paragraph)))
        at += len(paragraph) + 2
    origin = Provenance(article_id, "", "", "text")
    text = "\n\n".join(paragraphs)
    return Article(article_id, "Title", text, origin, PartialDate(date), passages=tuple(passages))


def archive(*articles: Article) -> Reader:
    engine = MemoryEngine()
    with engine.writer() as writer:
        for each in articles:
            writer.replace(each)
    return engine.reader()


def generated(rows: list[list[list[str]]]) -> Reader:
    return archive(
        *(made(f"a{number}", [f"{' '.join(row)}." for row in article]) for number, article in enumerate(rows))
    )


def words(found: Checked, *kinds: str) -> list[str]:
    changes = [change for change in found.found[0].changes if change.kind in kinds]
    return [word.strip(" .\n") for change in changes for word in change.words]


@given(ARCHIVES, st.data())
def test_any_sentence_of_any_article_is_found_verbatim(rows: list[list[list[str]]], data: st.DataObject) -> None:
    sentence = data.draw(st.sampled_from([row for article in rows for row in article]))
    found = check(generated(rows), " ".join(sentence))
    assert found.verdict == "verbatim"
    first = found.found[0]
    assert [word.strip(".") for word in first.article.text[first.start : first.end].split()] == [
        word.strip(".") for word in sentence
    ]


@given(ARCHIVES, st.data())
def test_with_one_word_replaced_it_is_found_with_exactly_that_difference(
    rows: list[list[list[str]]], data: st.DataObject
) -> None:
    sentence = data.draw(st.sampled_from([row for article in rows for row in article]))
    place = data.draw(st.integers(0, len(sentence) - 1))
    altered = [*sentence[:place], "zeppelin", *sentence[place + 1 :]]
    found = check(generated(rows), " ".join(altered))
    assert found.found[0].differing == 1
    assert found.verdict == ("altered" if found.found[0].meaning else "nearly")
    assert words(found, "deleted") == ["zeppelin"]
    assert words(found, "same", "deleted") == [word.strip(".") for word in altered]


SPEECH = made(
    "speech",
    (
        "A minister opened the talks.",
        "“We will build the lighthouse before winter, and no ship will be turned away,” the minister said.",
    ),
    "2017-03-01",
)
LATER = made("later", ("“We will build the lighthouse before winter,” the minister had said.",), "2018")
READER = archive(SPEECH, LATER)


@pytest.mark.parametrize(
    ("typed", "differing", "changed"),
    [
        ("WE WILL BUILD THE LIGHTHOUSE -- BEFORE WINTER; and no ship will be turned away!", 0, []),
        ("and no ship will ever be turned away", 1, ["ever"]),
        ("We will build the lighthouse before winter, and ship will be turned away", 1, ["no"]),
        (
            "We may build the lighthouse before winter, and no boat will be turned away",
            2,
            ["may", "will", "boat", "ship"],
        ),
        ("We will build the lighthouse before spring", 1, ["spring", "winter,"]),
        ("They will build the lighthouse before winter", 1, ["They", "We"]),
    ],
)
def test_words_that_differ_are_counted_and_shown(typed: str, differing: int, changed: list[str]) -> None:
    found = check(READER, typed)
    assert found.found[0].differing == differing
    assert words(found, "deleted", "inserted") == changed


def test_the_place_is_told_by_passage_and_offsets() -> None:
    found = check(READER, "no ship will be turned away").found[0]
    assert (found.article.id, found.passage) == ("speech", SPEECH.passages[1])
    assert SPEECH.text[found.start : found.end] == "no ship will be turned away,”"


def test_of_two_articles_that_say_it_the_older_comes_first() -> None:
    found = check(READER, "We will build the lighthouse before winter")
    assert [each.article.id for each in found.found] == ["speech", "later"]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "“…”",
        "zeppelin",
        "the minister never promised a lighthouse to anybody at all",
        "winter ship talks no we",
    ],
)
def test_what_nobody_said_is_not_found(typed: str) -> None:
    assert check(READER, typed).verdict == "nothing"


def test_a_quotation_across_passages_is_found() -> None:
    found = check(READER, "A minister opened the talks. We will build the lighthouse before winter")
    assert (found.verdict, found.found[0].passage) == ("verbatim", SPEECH.passages[0])


def test_a_title_can_be_quoted_too() -> None:
    titled = replace(SPEECH, title="Minister: the lighthouse comes before winter")
    found = check(archive(titled, LATER), "The lighthouse comes before winter").found[0]
    assert (found.article.id, found.in_title, found.passage, found.differing) == ("speech", True, None, 0)
    assert titled.title[found.start : found.end] == "the lighthouse comes before winter"


def test_apostrophes_accents_and_hyphens_may_be_written_otherwise() -> None:
    reader = archive(made("one", ("The Council’s members don’t agree with Côte d’Ivoire on peace-keeping.",)))
    assert check(reader, "The Council's members don't agree with Cote d'Ivoire\non peacekeeping").verdict == "verbatim"
    assert check(reader, "The Council members don't agree with Cote d'Ivoire").found[0].differing == 1


_LONG = " ".join(f"word{number % 4_001}" for number in range(10_000))


@pytest.mark.parametrize(
    "typed",
    [
        "a " * 60_000,
        "a b " * 40_000,
        "(" * 100_001,
        "\x00" * 100_001,
        _LONG,
        " ".join(reversed(_LONG.split())),
        "x" * 200_000,
    ],
    ids=["one word", "two words", "signs", "nulls", "an article", "backwards", "a single word"],
)
def test_hostile_quotations_take_bounded_time(typed: str) -> None:
    reader = archive(*(made(f"a{n}", ("a " * 10_000, _LONG, "b a " * 7_000)) for n in range(2)))
    with cpu_bound(20):
        found = check(reader, typed)
    assert len(found.text) <= LONGEST
    assert found.cut == (len(typed) > LONGEST)


def test_where_articles_are_very_long_only_the_likeliest_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    said = "the harbour of Bergen stays open to every ship"
    reader = archive(*(made(f"a{length}", [said, "and so on " * length]) for length in (10, 30, 60, 90, 120)))
    monkeypatch.setattr("indexer.search.quotation.check._SHOWN", 5)
    assert len(check(reader, said).found) == 5
    for looked_at, found in ((1, 1), (300, 2)):
        monkeypatch.setattr("indexer.search.quotation.check._LOOKED_AT", looked_at)
        assert [each.article.id for each in check(reader, said).found] == ["a10", "a30"][:found]
