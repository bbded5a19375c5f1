"""Acronyms that are words in small letters: WHO and who."""

import pytest

from indexer.engines.engine import Reader
from indexer.search.page import SearchInput, search
from tests.search.samples import of_texts

TEXTS = (
    "The WHO opened a ward.",
    "The pilot who opened the ward waved.",
    "WHO OPENED THE WARD",
    "A U.S. envoy landed; the US said so.",
    "They told us that the envoy landed.",
    "An AIDS clinic.",
    "He aids the clinic.",
    "The pilots, who said little, met the WHO.",
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return of_texts(*TEXTS)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('"WHO"', {0, 7}),
        ("WHO", {0, 7}),
        ("W.H.O.", {0, 7}),
        ('"who"', {0, 1, 2, 7}),
        ("US", {3}),
        ("U.S.", {3}),
        ("U S", {3}),
        ('"us"', {3, 4}),
        ("title:US", set()),
        ('"AIDS"', {5}),
        ("AIDS", {5, 6}),
        ("aids", {5, 6}),
        ('"U.S. envoy"', {3}),
        ('"WHO opened"', {0}),
        ('"who opened"', {0, 1, 2}),
    ],
)
def test_capitals_mean_the_acronym_and_small_letters_the_word(reader: Reader, typed: str, expected: set[int]) -> None:
    found = search(reader, SearchInput(typed, match="all"))
    assert {int(each.article.id) for each in found.results} == expected


def test_a_phrase_finds_the_articles_that_have_its_acronym_somewhere(reader: Reader) -> None:
    """Where in an article the letters are capitals is not kept."""
    assert {each.article.id for each in search(reader, SearchInput('"WHO said"')).results} == {"007"}


def test_the_acronym_is_marked_and_the_word_is_not(reader: Reader) -> None:
    result = next(each for each in search(reader, SearchInput('"WHO"')).results if each.article.id == "007")
    (shown,) = result.passages
    assert [(start, shown.text[start:end]) for start, end in shown.marks] == [(shown.text.index("WHO"), "WHO")]


def test_an_acronym_ranks_by_how_often_it_stands(reader: Reader) -> None:
    scores = [each.score for each in search(reader, SearchInput("WHO")).results]
    assert all(score > 0 for score in scores)


def test_in_a_headline_of_capitals_small_words_are_words(reader: Reader) -> None:
    found = search(reader, SearchInput("WHO OPENED THE WARD"))
    assert {each.article.id for each in found.results if each.matched == "all"} == {"000", "001", "002"}
