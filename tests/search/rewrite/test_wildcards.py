"""Patterns: how many there may be, how many words each stands for, and what is said where that is not enough."""

import pytest

from indexer.engines.engine import Reader
from indexer.search.page import SearchInput, search
from tests.search.samples import of_texts

LETTERS = "abcdefghijklmnopqrst"
VARIANTS = [f"k{one}{other}" for one in LETTERS for other in LETTERS[:10]]  # 200 words


def found(reader: Reader, typed: str) -> tuple[int, list[str]]:
    page = search(reader, SearchInput(typed, match="all"))
    return page.total, [str(note.message) for note in page.notes]


@pytest.mark.parametrize("typed", ["k*", "*k*", "kxx~2"])
def test_a_pattern_stands_for_two_hundred_words(typed: str) -> None:
    assert found(of_texts(*VARIANTS[:2], " ".join(VARIANTS[2:])), typed) == (3, [])


@pytest.mark.parametrize("typed", ["k*", "*k*", "kzz~2"])
def test_of_more_than_two_hundred_words_the_most_frequent_are_searched_and_it_is_said(typed: str) -> None:
    reader = of_texts(" ".join(VARIANTS), " ".join(VARIANTS), "kaz rare")
    total, notes = found(reader, typed)
    assert total == 2
    assert notes == [f"“{typed}” stands for 201 words; the 200 most frequent are searched."]
    assert found(reader, f"{typed} rare") == (0, notes)


MANY = [f"{letter}x" for letter in LETTERS]


def test_sixteen_patterns_are_expanded_and_the_others_searched_as_words() -> None:
    reader = of_texts(*(f"{word}one" for word in MANY), "boat", "pxwords", "boatmen")
    sixteen = [f"{word}*" for word in MANY[:16]]
    assert found(reader, " OR ".join(sixteen)) == (17, [])
    total, notes = found(reader, " OR ".join([*sixteen, "boats*", sixteen[0], "pxword~"]))
    assert total == 18
    assert notes == [
        "Only 16 patterns are expanded; “boats*” is searched as a word.",
        "Only 16 patterns are expanded; “pxword~” is searched as a word.",
    ]


def test_what_a_pattern_stands_for_can_be_left_out() -> None:
    assert found(of_texts("harbour", "harbours", "boat"), "-harbour*") == (1, [])


def test_a_pattern_that_no_word_fits_finds_nothing() -> None:
    assert found(of_texts("harbour"), "zebra*") == (0, [])


def test_an_archive_never_answers_with_the_words_of_one_that_is_gone() -> None:
    for number in range(30):
        assert found(of_texts(f"harbour{number}", "pilot"), "*arbour*") == (1, [])


def test_in_a_fuzzy_query_the_exact_word_comes_first() -> None:
    reader = of_texts(*["harbour and more of it " * 3] * 4, "harbous", "harbous harbous", "pilot")
    found = [each.article.id for each in search(reader, SearchInput("harbour~")).results]
    assert {*found[:4]} == {"000", "001", "002", "003"}
    assert {*found[4:]} == {"004", "005"}
