import re

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from indexer.message import N_, Emphasised, Listed, Value
from web.i18n.language import translate
from web.marks import Piece, emphasised, excerpt, numbered, pieces

_spans = st.lists(st.tuples(st.integers(-5, 130), st.integers(-5, 130)), max_size=8)


def test_marked_pieces_are_the_marked_text() -> None:
    assert pieces("the ferry treaty", [(4, 9)]) == (Piece("the "), Piece("ferry", marked=True), Piece(" treaty"))


@given(st.text(max_size=120), _spans)
def test_pieces_together_are_the_text_whatever_the_marks(text: str, marks: list[tuple[int, int]]) -> None:
    assert "".join(piece.text for piece in pieces(text, marks)) == text


@given(st.text(max_size=120), _spans)
def test_exactly_the_marked_characters_are_marked(text: str, marks: list[tuple[int, int]]) -> None:
    marked = {at for first, last in marks for at in range(first, last)}
    flags = [piece.marked for piece in pieces(text, marks) for _ in piece.text]
    assert flags == [at in marked for at in range(len(text))]


@given(st.text(max_size=120), _spans, st.integers(0, 120), st.integers(0, 120))
def test_of_a_part_of_a_text_exactly_the_marked_characters_are_marked(
    text: str, marks: list[tuple[int, int]], one: int, other: int
) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    marked = {at for first, last in marks for at in range(first, last)}
    cut = pieces(text, marks, start, end)
    assert [(c, piece.marked) for piece in cut for c in piece.text] == [
        (text[at], at in marked) for at in range(start, end)
    ]
    assert all(piece.text for piece in cut)


@pytest.mark.parametrize(
    ("said", "set_off"),
    [
        (Emphasised("ferry"), ["ferry"]),
        (Listed((Emphasised("ferry"), Emphasised("pilot")), N_(" and ")), ["ferry", "pilot"]),
        (N_("(%(words)s)", words=N_("not %(words)s", words=Emphasised("harb*"))), ["harb*"]),
        (N_("not %(words)s", words="*ferry*"), []),
        ("3 * 4 or *a*", []),
    ],
    ids=["alone", "between others", "words that have an asterisk", "asterisks of a value", "asterisks of a text"],
)
def test_emphasised_words_are_the_marked_pieces_of_what_is_said(said: Value, set_off: list[str]) -> None:
    parts = emphasised(said)
    assert [part.text for part in parts if part.marked] == set_off
    assert "".join(f"*{part.text}*" if part.marked else part.text for part in parts) == translate(said)


def test_emphasised_words_stand_in_the_readers_sentence(app: Flask) -> None:
    with app.test_request_context("/", headers={"Accept-Language": "fr"}):
        parts = emphasised(N_("%(words)s in the title", words=Emphasised("ferry")))
    assert Piece("ferry", marked=True) in parts
    assert "titre" in "".join(part.text for part in parts)


def test_a_short_passage_is_shown_whole() -> None:
    assert excerpt("A ferry.", [(2, 7)]) == pieces("A ferry.", [(2, 7)])


@pytest.mark.parametrize(("length", "whole"), [(125, True), (126, False)])
def test_a_passage_is_cut_where_more_than_a_quarter_would_be_left_out(length: int, whole: bool) -> None:
    text = ("ferry " * 30)[:length]
    shown = "".join(piece.text for piece in excerpt(text, [(0, 5)], room=100))
    assert (shown == text) == whole
    assert shown.endswith(" …") != whole


def test_some_words_before_the_first_mark_are_kept() -> None:
    text = "water " * 100 + "ferry " + "water " * 100
    cut, before, ferry, *_ = excerpt(text, [(600, 605)])
    assert (cut.text, ferry) == ("… ", Piece("ferry", marked=True))
    assert 50 < len(before.text) <= 60
    assert set(before.text.split(" ")) == {"water", ""}
    assert before.text.startswith("water")


@pytest.mark.parametrize("at", [0, 6, 54])
def test_an_excerpt_of_the_beginning_begins_with_it(at: int) -> None:
    text = "water " * 9 + "ferry " + "water " * 200
    shown = excerpt(text, [(at, at + 5)])
    assert "".join(piece.text for piece in shown).startswith("water water")
    assert [piece.text for piece in shown if piece.marked] == [text[at : at + 5]]


def test_of_two_places_with_as_many_marks_the_first_is_shown() -> None:
    text = "ferry one " + "water " * 200 + "ferry two " + "water " * 200
    second = text.index("ferry two")
    shown = "".join(piece.text for piece in excerpt(text, [(second, second + 5), (0, 5)]))
    assert "ferry one" in shown
    assert "ferry two" not in shown


@pytest.mark.parametrize(("apart", "chosen"), [(280, True), (300, False), (340, False)])
def test_marks_that_cannot_both_be_seen_do_not_count_together(apart: int, chosen: bool) -> None:
    """Two marks that are `apart`, and later two that stand together."""
    far = "ferry" + (" pad" * 100)[: apart - 6] + " ferry "
    text = "water " * 20 + far + "water " * 100 + "ferry ferry " + "water " * 100
    shown = excerpt(text, [found.span() for found in re.finditer("ferry", text)])
    assert [piece.text for piece in shown if piece.marked] == ["ferry", "ferry"]
    assert any("pad" in piece.text for piece in shown) == chosen


def test_a_mark_in_an_address_without_a_blank_is_in_its_excerpt() -> None:
    text = "x" * 300 + "ferry" + "x" * 300 + " water" * 20
    assert Piece("ferry", marked=True) in excerpt(text, [(300, 305)])


def test_an_excerpt_ends_in_an_address_rather_than_long_before_it() -> None:
    text = "ferry " + "x" * 900
    assert sum(len(piece.text) for piece in excerpt(text, [(0, 5)])) > 340


def test_a_passage_without_marks_is_shown_from_its_beginning() -> None:
    assert excerpt("water " * 100, ())[0].text.startswith("water")


def test_an_excerpt_shows_where_most_marks_stand_and_says_that_it_is_cut() -> None:
    text = "ferry " + "water " * 200 + "ferry pilot ferry " + "water " * 200
    at = text.index("ferry pilot")
    marks = [(0, 5), (at, at + 5), (at + 12, at + 17)]
    shown = excerpt(text, marks)
    assert sum(piece.marked for piece in shown) == 2
    assert (shown[0].text, shown[-1].text) == ("… ", " …")
    assert sum(len(piece.text) for piece in shown) < 400


def test_an_excerpt_at_the_end_of_a_passage_is_as_long_as_any() -> None:
    text = "water " * 100 + "ferry"
    shown = "".join(piece.text for piece in excerpt(text, [(600, 605)]))
    assert shown.endswith("ferry")
    assert len(shown) > 300


def test_an_excerpt_begins_and_ends_between_words() -> None:
    text = "lighthouse " * 100
    shown = "".join(piece.text for piece in excerpt(text, [(550, 560)]))
    assert set(shown.strip("… ").split()) == {"lighthouse"}


@given(st.text(max_size=900), st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900)), max_size=5))
def test_an_excerpt_is_bounded_whatever_the_text(text: str, marks: list[tuple[int, int]]) -> None:
    assert sum(len(piece.text) for piece in excerpt(text, marks)) <= 454


@pytest.mark.parametrize("text", ["x" * 5000, " " * 5000, "\x00" * 5000], ids=["one word", "blank", "null bytes"])
def test_a_text_without_words_is_cut_around_its_marks(text: str) -> None:
    head, before, marked, after, tail = excerpt(text, [(2500, 2600)])
    assert (head.text, marked.text, tail.text) == ("… ", text[2500:2600], " …")
    assert 50 <= len(before.text) <= 60
    assert 300 < len(before.text + marked.text + after.text) <= 360


def test_marks_are_numbered_on_from_the_last_paragraph() -> None:
    cut, last = numbered(pieces("a ferry, a ferry", [(2, 7), (11, 16)]), 4)
    assert [piece.hit for piece in cut] == [0, 5, 0, 6]
    assert last == 6


def test_an_excerpt_of_very_many_marks_is_found_in_one_walk() -> None:
    text = "a b " * 100_000
    marks = [(at, at + 1) for at in range(0, len(text), 2)]
    assert excerpt(text, marks)[0] == Piece("a", marked=True)
