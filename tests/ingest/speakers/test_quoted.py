"""Quotation marks of all kinds, paired."""

import pytest

from indexer.ingest.speakers.quoted import has_quoted, quoted_in


def pieces(text: str) -> list[str]:
    return [
        text[each.start : each.end].strip() for each in quoted_in(text, 0, len(text)) if each.opened and each.closed
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A «b c» d",
        "A « b c » d",
        "A «\u202fb c\u202f» d",
        "A „b c“ d",
        "A „b c” d",
        "A “b c” d",
        "A ”b c” d",
        "A »b c« d",
        "A ‹b c› d",
        "A ›b c‹ d",
        "A ‘b c’ d",
        'A "b c" d',
        'A "b c” d',
        "A “b c“ d",
        'A «b c" d',
    ],
)
def test_each_mark_has_its_partner(text: str) -> None:
    assert pieces(text) == ["b c"]


@pytest.mark.parametrize(
    ("text", "outer"),
    [
        ("«a “b” c»", "a “b” c"),
        ("«a «b» c»", "a «b» c"),
        ("“a ‘b’ c”", "a ‘b’ c"),
        ("„a »b« c“", "a »b« c"),
        ('« a "b" c »', 'a "b" c'),
    ],
)
def test_marks_within_marks_belong_to_the_outer(text: str, outer: str) -> None:
    assert pieces(text) == [outer]


def test_one_mark_may_close_two_that_were_opened() -> None:
    assert pieces("«Мы из «Волны», — сказал он.") == ["Мы из «Волны"]


@pytest.mark.parametrize("text", ["the ’90s and the ’80s", "the members’ rights", "It’s Lind’s"])
def test_an_apostrophe_is_no_mark(text: str) -> None:
    assert pieces(text) == []


def test_a_possessive_does_not_close_what_a_single_mark_opened() -> None:
    assert pieces("He said: ‘the members’ rights are safe.’ So") == ["the members’ rights are safe."]


def test_a_mark_that_nothing_closes_is_left_open() -> None:
    assert [each.closed for each in quoted_in("A «b c", 0, 6)] == [False]


def test_a_french_paragraph_may_go_on_with_the_mark_that_closes() -> None:
    assert pieces("» Nous restons. »") == ["Nous restons."]


def test_a_text_without_marks_is_not_looked_through() -> None:
    assert not has_quoted("It’s Lind’s")
