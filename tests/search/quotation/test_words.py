"""What is one word, however it is spelt."""

import pytest

from indexer.search.quotation.words import Words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We don't, can't and won't", "we do not, cannot, and will not"),
        ("It's theirs; they're here; we've, I'll", "it is theirs they are here we have I will"),
        ("1 000 men, 1,000 men, 1’000 men", "1000 men 1000 men 1000 men"),
        ("1 234 567", "1,234,567"),
        ("30% or 30 percent", "30 per cent or 30 %"),
        ("3,5 millions", "3.5 millions"),
        ("organise the labour programme", "organize the labor program"),
        ("Côte d’Ivoire, naïve", "Cote d'Ivoire naive"),
        ("the U.N.\nand re-elected", "the UN and reelected"),
    ],
)
def test_these_are_the_same_words(one: str, other: str) -> None:
    assert Words(one).keys == Words(other).keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Council's", "the Council"),
        ("in 2017 300 ships", "in 2017300 ships"),
        ("3.145", "3145"),
        ("30 per cent", "30"),
        ("1 00", "100"),
        ("12 months 345", "12345 months"),
    ],
)
def test_these_are_not(one: str, other: str) -> None:
    assert Words(one).keys != Words(other).keys


def test_words_are_shown_as_they_stand_with_the_signs_behind_them() -> None:
    words = Words("“We don't,” he said.\nNever")
    assert words.shown(0, len(words.keys)) == ("We ", "do", "n't,” ", "he ", "said.\n", "Never ")


def test_words_of_several_stretches_are_shown_without_what_is_between() -> None:
    text = "Never, said a rather long-winded keeper, again"
    words = Words(text, [(0, 6), (text.index("again"), len(text))])
    assert words.shown(0, 2) == ("Never,", "again ")


@pytest.mark.parametrize(("text", "capitals"), [("THE HARBOUR IS CLOSED", True), ("The harbour of Northport", False)])
def test_a_heading_in_capitals_is_known(text: str, capitals: bool) -> None:
    assert Words(text).is_all_capitals is capitals
