"""Which words are acronyms as they are written."""

import pytest

from indexer.text.acronyms import acronym, are_capitals, is_pronoun


@pytest.mark.parametrize(
    ("written", "letters"),
    [("WHO", "WHO"), ("U.S.", "US"), ("U.S", "US"), ("US’s", "US"), ("AIDS", "AIDS"), ("I.T.", "IT")],
)
def test_capitals_and_dots_make_an_acronym_of_a_word(written: str, letters: str) -> None:
    assert acronym(written) == letters


@pytest.mark.parametrize("written", ["who", "Who", "us", "CSTO", "NOT", "I", "A.", "", "Aids", "США"])
def test_other_words_are_none(written: str) -> None:
    assert acronym(written) == ""


@pytest.mark.parametrize(("written", "is_one"), [("WHO", True), ("US", True), ("U.S", False), ("AIDS", False)])
def test_only_pronouns_need_their_neighbours_to_be_told(written: str, is_one: bool) -> None:
    assert is_pronoun(written) is is_one


@pytest.mark.parametrize(
    ("text", "in_capitals"),
    [
        ("WHO WE ARE", True),
        ("The WHO opened", False),
        ("WHO", False),
        ("WHO EU aid", False),
        ("- WHO -", False),
        ("TELL US MORE ABOUT IT", True),
    ],
)
def test_all_is_in_capitals_where_nothing_beside_a_word_is_in_small_letters(text: str, in_capitals: bool) -> None:
    words = text.split()
    place = next(n for n, word in enumerate(words) if word in ("WHO", "US"))
    assert are_capitals(words, place) is in_capitals
