"""Text and marks become pieces of (text, marked): templates escape each piece, so nothing in a text can be markup."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from indexer import message
from indexer.message import Emphasised, Value
from indexer.search.page import Span
from web.i18n.language import spoken

_LEAD = 60  # characters of context kept before the first mark of an excerpt


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, marked or not. `hit` numbers marks through a page from 1; 0 where they are not counted."""

    text: str
    marked: bool = False
    hit: int = 0


def pieces(text: str, marks: Sequence[Span], start: int = 0, end: int | None = None) -> tuple[Piece, ...]:
    """`text[start:end]` in pieces; marks are offsets into the whole text, and may overlap or reach past its ends."""
    end = len(text) if end is None else end
    parts: list[Piece] = []
    at = start
    for first, last in sorted(marks):
        begin, stop = max(first, at), min(last, end)
        if stop <= begin:
            continue
        if at < begin:
            parts.append(Piece(text[at:begin]))
        parts.append(Piece(text[begin:stop], marked=True))
        at = stop
    if at < end:
        parts.append(Piece(text[at:end]))
    return tuple(parts)


def emphasised(said: Value) -> tuple[Piece, ...]:
    """What is said in the reader's language, such as a query read back: its emphasised words are the marked pieces."""
    parts = message.pieces(said, spoken())
    return tuple(Piece(each.words, marked=True) if isinstance(each, Emphasised) else Piece(each) for each in parts)


def excerpt(text: str, marks: Sequence[Span], room: int = 360) -> tuple[Piece, ...]:
    """About `room` characters of a passage, from shortly before where most marks stand together; cuts show as …"""
    if len(text) <= room * 5 // 4:
        return pieces(text, marks)
    start = _after_space(text, min(_best_start(marks, room), len(text) - room)) if marks else 0
    end = _before_space(text, min(len(text), start + room))
    head = (Piece("… "),) if start else ()
    tail = (Piece(" …"),) if end < len(text) else ()
    return (*head, *pieces(text, marks, start, end), *tail)


def _best_start(marks: Sequence[Span], room: int) -> int:
    starts = sorted(first for first, _ in marks)
    together = [bisect_left(starts, start + room - _LEAD) - at for at, start in enumerate(starts)]
    best = starts[together.index(max(together))]  # the first of those with most marks behind them
    return max(0, best - _LEAD)


def _after_space(text: str, at: int) -> int:
    if at == 0:
        return 0
    space = text.find(" ", at, at + _LEAD)
    return at if space < 0 else space + 1


def _before_space(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", max(0, at - _LEAD), at)
    return at if space < 0 else space


def numbered(cut: Sequence[Piece], hit: int) -> tuple[tuple[Piece, ...], int]:
    """The pieces with their marks counted on from `hit`, and the last number given."""
    made = []
    for piece in cut:
        hit += piece.marked
        made.append(Piece(piece.text, piece.marked, hit if piece.marked else 0))
    return tuple(made), hit
