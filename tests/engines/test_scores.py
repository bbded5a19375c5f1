"""Scores of a small archive against BM25 as it was published, worked out here once more and by itself."""

from collections.abc import Iterable
from math import log

import pytest

from indexer.engines.engine import Engine, Reader, SearchRequest
from indexer.query.tree import And, DisMax, Or, Phrase, Query, SpanNear, Word
from tests.engines.samples import article, exact, filled, phrase, word

TITLES_AND_TEXTS = {
    "title": ("Harbour", "a boat of a pilot on a coast"),
    "text": ("Weather", "the harbour and a boat"),
    "often": ("Report", "harbour by harbour a boat met a boat and one more boat in the harbour"),
    "both": ("Boat and boats", "old boat"),
    "long": ("Story", " ".join(["a boat left"] * 25 + ["the harbour", "quietly"] * 5)),
    "middling": ("Rain", " ".join(["rain on land"] * 17 + ["boat"])),
    "other": ("No word", "no word of it"),
}
# A byte keeps four significant bits of what goes beyond 24: of fewer than 40 words it knows all.
KEPT_LENGTHS = {"long": 88, "middling": 54}


@pytest.fixture(scope="module")
def few(shared_engine: Engine) -> Reader:
    return filled(shared_engine, tuple(article(each, *words) for each, words in TITLES_AND_TEXTS.items()))


def _words(article_id: str, field: str) -> list[str]:
    """A word of a title counts as much as three of the text."""
    title, text = (part.lower().split() for part in TITLES_AND_TEXTS[article_id])
    return title if field == "title" else [*title * 3, *text]


def _rarity(forms: Iterable[str], field: str) -> float:
    """What finding a word says that so many of all articles have."""
    have = sum(bool({*forms} & {*_words(each, field)}) for each in TITLES_AND_TEXTS)
    return log(1 + (len(TITLES_AND_TEXTS) - have + 0.5) / (have + 0.5))


def _bm25(weight: float, times: dict[str, int], field: str) -> dict[str, float]:
    """Of the articles in which something stands so many times."""
    average = sum(len(_words(each, field)) for each in TITLES_AND_TEXTS) / len(TITLES_AND_TEXTS)
    scores = {}
    for each, frequency in times.items():
        length = len(_words(each, field)) if field == "title" else KEPT_LENGTHS.get(each, len(_words(each, field)))
        scores[each] = weight * frequency * (1.2 + 1) / (frequency + 1.2 * (1 - 0.75 + 0.75 * length / average))
    return scores


def _of(*forms: str, field: str = "any") -> dict[str, float]:
    """The scores of a word in all of its forms."""
    times = {each: sum(_words(each, field).count(form) for form in forms) for each in TITLES_AND_TEXTS}
    return _bm25(_rarity(forms, field), {each: n for each, n in times.items() if n}, field)


def _added(one: dict[str, float], other: dict[str, float]) -> dict[str, float]:
    return {each: one.get(each, 0.0) + other.get(each, 0.0) for each in one.keys() | other.keys()}


HARBOUR, BOAT, BOATS = _of("harbour"), _of("boat"), _of("boat", "boats")

SCORES: dict[str, tuple[Query, dict[str, float]]] = {
    "an exact word": (exact("boat"), BOAT),
    "a word in all its forms": (word("boats"), BOATS),
    "a rare word": (exact("quietly"), _of("quietly")),
    "a word of a title": (exact("weather"), _of("weather")),
    "a word in titles": (Word("boat", "title", exact=True), _of("boat", field="title")),
    "a word of titles in all its forms": (Word("boat", "title"), _of("boat", "boats", field="title")),
    "a phrase": (
        phrase("a boat"),
        _bm25(_rarity(["a"], "any") + _rarity(["boat"], "any"), {"title": 1, "text": 1, "often": 2, "long": 25}, "any"),
    ),
    "a phrase in a title and in the text": (
        phrase("no word"),
        _bm25(_rarity(["no"], "any") + _rarity(["word"], "any"), {"other": 3 + 1}, "any"),
    ),
    "a phrase in titles": (
        Phrase(("boat", "and"), "title"),
        _bm25(_rarity(["boat"], "title") + _rarity(["and"], "title"), {"both": 1}, "title"),
    ),
    "any of two words": (Or((exact("harbour"), exact("boat"))), _added(HARBOUR, BOAT)),
    "both of two words": (
        And((exact("harbour"), exact("boat"))),
        {each: HARBOUR[each] + BOAT[each] for each in HARBOUR.keys() & BOAT.keys()},
    ),
    "the best of two words": (
        DisMax((exact("harbour"), exact("boat"))),
        {each: max(HARBOUR.get(each, 0.0), BOAT.get(each, 0.0)) for each in HARBOUR.keys() | BOAT.keys()},
    ),
    "words near each other": (
        SpanNear(("harbour", "boat"), 2),
        {each: HARBOUR[each] + BOAT[each] for each in ("text", "often", "long")},
    ),
}


@pytest.mark.parametrize(("query", "expected"), SCORES.values(), ids=SCORES.keys())
def test_an_articles_score_is_that_of_the_published_formula(
    few: Reader, query: Query, expected: dict[str, float]
) -> None:
    hits = few.search(SearchRequest(query)).hits
    assert {hit.id: hit.score for hit in hits} == pytest.approx(expected, rel=1e-5)
    assert [hit.id for hit in hits] == sorted(expected, key=lambda each: -expected[each])


def test_only_scores_that_differ_by_rounding_tie(engine: Engine) -> None:
    """A word that all articles have tells them apart by their lengths, each by about five hundred-thousandths; the
    longer ones are newer."""
    made = [article(f"{size}-{n}", "", "boat" + " word" * size, f"19{size}") for size in range(10, 40) for n in "abcde"]
    reader = filled(engine, tuple(made))
    hits = reader.search(SearchRequest(exact("boat"), limit=200)).hits
    assert [hit.id for hit in hits] == [each.id for each in made]
    reader.close()
