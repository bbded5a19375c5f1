import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.marked import Piece, excerpt, numbered, pieces

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


def test_a_short_passage_is_shown_whole() -> None:
    assert excerpt("A ferry.", [(2, 7)]) == pieces("A ferry.", [(2, 7)])


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


@pytest.mark.parametrize("text", ["x" * 5000, " " * 5000, "\x00" * 5000])
def test_a_text_without_words_can_be_cut(text: str) -> None:
    assert sum(len(piece.text) for piece in excerpt(text, [(2500, 2600)])) < 400


def test_marks_are_numbered_on_from_the_last_paragraph() -> None:
    cut, last = numbered(pieces("a ferry, a ferry", [(2, 7), (11, 16)]), 4)
    assert [piece.hit for piece in cut] == [0, 5, 0, 6]
    assert last == 6
