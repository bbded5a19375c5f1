"""Which addresses are one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.text.web_address import address_key, is_tracker, is_web_address


@pytest.mark.parametrize(
    "typed",
    [
        "https://example.org/a/b",
        "http://www.example.org/a/b/",
        "HTTPS://Example.ORG:443/a/b#part",
        "https://example.org/a/b?utm_source=letter&fbclid=x",
        "www.example.org/a/b",
        "example.org/a/b",
        "https://reader:secret@example.org/a/b",
    ],
)
def test_one_address_has_one_key_however_it_is_written(typed: str) -> None:
    assert is_web_address(typed)
    assert address_key(typed) == "example.org/a/b"


def test_what_names_another_page_makes_another_key() -> None:
    pages = [
        "https://example.org/a",
        "https://example.org/A",
        "https://example.org/a?id=1",
        "https://example.org/a?id=2",
    ]
    assert len({address_key(each) for each in pages}) == 4


def test_letters_that_are_written_in_percent_are_the_same() -> None:
    assert address_key("https://example.org/%D0%BC%D0%B8%D1%80") == address_key("https://example.org/мир")


@pytest.mark.parametrize(
    "typed",
    [
        "example.org",
        "PC.DEC/1106",
        "and/or",
        "e.g./i.e.",
        "mailto:a@example.org",
        "https://",
        "http",
        "https:// a",
        "12:30",
    ],
)
def test_a_word_is_no_address(typed: str) -> None:
    assert not is_web_address(typed)


@given(st.text())
def test_a_key_has_no_white_space_whatever_is_typed(typed: str) -> None:
    assert not any(map(str.isspace, address_key(typed)))


@pytest.mark.parametrize(("name", "is_one"), [("utm_term", True), ("gclid", True), ("id", False), ("utm", False)])
def test_trackers_are_told_from_what_names_a_page(name: str, is_one: bool) -> None:
    assert is_tracker(name) is is_one
