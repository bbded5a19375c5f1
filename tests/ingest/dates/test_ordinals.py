"""Ordinal numbers in words."""

import pytest

from indexer.ingest.dates.ordinals import ordinal


@pytest.mark.parametrize(
    ("words", "number"),
    [
        *[("first", 1), ("twelfth", 12), ("nineteenth", 19), ("fortieth", 40), ("seventy- third", 73)],
        *[("ninety—ninth", 99), ("trentième", 30), ("vingt et unième", 21), ("soixante-dix-septième", 77)],
        *[("soixante-seizième", 76), ("quatre-vingtième", 80), ("quatre-vingt-unième", 81), ("septuagésimo", 70)],
        *[("quincuagésimo octavo", 58), ("сорок девятая", 49), ("пятьдесят восьмой", 58), ("семидесятой", 70)],
    ],
)
def test_ordinals_are_read_in_four_languages(words: str, number: int) -> None:
    assert ordinal(words) == number


@pytest.mark.parametrize(
    "words",
    [
        "hundredth",
        "seventy",
        "seventy-tenth",
        "first twenty",
        "vingt",
        "plenary",
        "очередной",
        "двадцать",
        "восьмой семидесятой",
        "nueva",
    ],
)
def test_other_words_are_no_ordinals(words: str) -> None:
    assert ordinal(words) == 0
