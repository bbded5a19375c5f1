"""Which piece of a long passage is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.search.highlight.excerpt import ROOM, Excerpt, excerpt
from indexer.search.highlight.matcher import Occurrence

_LONG = "The pilots of the lake union met in the old harbour office on Monday and heard a report on dues"
SENTENCES = [f"{_LONG} {n}." for n in range(8)]
TEXT = " ".join(SENTENCES)


def _found(text: str, *words: str) -> list[Occurrence]:
    places = [(at, at + len(word), n) for n, word in enumerate(words) for at in _places(text, word)]
    return sorted(places)


def _places(text: str, word: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(word, at)]


def _shown(text: str, *words: str) -> str:
    piece = excerpt(text, _found(text, *words))
    return text[piece.start : piece.end]


def test_a_short_passage_is_shown_whole() -> None:
    assert excerpt("Two ferries came. Nobody", []) == Excerpt(0, 24)


def test_where_nothing_matches_the_beginning_is_shown_however_long_its_first_sentence_is() -> None:
    piece = excerpt(f"{'word ' * 80}end. A short one.", [])
    assert (piece.start, piece.cut_before, piece.cut_behind) == (0, False, True)
    assert _shown(TEXT).startswith(SENTENCES[0])


@pytest.mark.parametrize("number", range(8))
def test_the_best_sentence_is_shown_with_those_around_it_that_there_is_room_for(number: int) -> None:
    text = TEXT.replace(f"dues {number}", "fines")
    shown = _shown(text, "fines")
    assert "fines" in shown
    assert len(shown) <= ROOM
    assert shown.startswith("The pilots")
    assert shown.endswith(".")
    assert shown.count("The pilots") == 2


def test_a_sentence_with_two_of_the_words_is_better_than_one_with_the_first_of_them_often() -> None:
    text = TEXT.replace("dues 1", "fines, fines and fines").replace("dues 6", "fines and tolls")
    assert "fines and tolls" in _shown(text, "fines", "tolls")


def test_a_sentence_that_is_too_long_is_cut_shortly_before_its_matches() -> None:
    text = f"{'word ' * 100}of fines and {'word ' * 100}end."
    piece = excerpt(text, _found(text, "fines"))
    shown = text[piece.start : piece.end]
    assert (piece.cut_before, piece.cut_behind) == (True, True)
    assert shown.startswith("word word")
    assert "of fines and" in shown
    assert shown.endswith("word")


def test_a_sentence_that_is_too_long_is_shown_from_its_beginning_where_the_matches_are_there() -> None:
    text = f"Old fines and {'word ' * 100}end."
    piece = excerpt(text, _found(text, "fines"))
    assert (piece.start, piece.cut_before, piece.cut_behind) == (0, False, True)


@given(
    st.lists(
        st.sampled_from(["word", "fines", "tolls.", "Dues!", "a" * 70, "。", "漢字"]), min_size=1, max_size=150
    ).map(" ".join)
)
def test_a_match_is_always_seen_and_the_piece_is_bounded(text: str) -> None:
    found = _found(text, "fines", "tolls")
    piece = excerpt(text, found)
    assert 0 <= piece.start < piece.end <= len(text)
    assert piece.end - piece.start <= ROOM
    assert not found or any(piece.start <= start and end <= piece.end for start, end, _ in found)
