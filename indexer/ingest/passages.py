"""An article's text in passages: the pieces that are shown, marked and cited.

Whole paragraphs are packed to about 180 words. A piece of more than 220 words is cut at sentence ends, so that a
passage of fewer than 40 words can always take the next piece and stay within 260.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from indexer.article import Passage
from indexer.ingest.interviews.turns import Turn
from indexer.text.sentences import sentence_ends

TARGET, MOST, LEAST = 180, 260, 40
_WHOLE = MOST - LEAST
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_WORD = re.compile(r"\S+")
_IDEOGRAM = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_LONG_WORD, _LETTERS_A_WORD = 12, 2


class _Piece(NamedTuple):
    start: int
    end: int
    size: int


@dataclass(frozen=True, slots=True)
class _Block:
    """A stretch of text whose pieces may share a passage."""

    start: int
    end: int
    turn: Turn | None = None


def passages_of(text: str, turns: Sequence[Turn] = (), page_starts: Sequence[int] = ()) -> tuple[Passage, ...]:
    """In reading order, disjoint; every character but white space is in exactly one. `turns` in reading order."""
    found: list[Passage] = []
    for block in _blocks(len(text), turns):
        for pieces in _packed(_pieces(text, block), _question_end(block)):
            start, end = pieces[0].start, pieces[-1].end
            found.append(Passage(len(found) + 1, start, end, bisect_right(page_starts, start) or None))
    return tuple(found)


def _blocks(length: int, turns: Sequence[Turn]) -> Iterator[_Block]:
    done = 0
    for turn in turns:
        start = turn.start
        if start < done:
            continue
        yield _Block(done, start)
        yield _Block(start, turn.answer[1], turn)
        done = turn.answer[1]
    yield _Block(done, length)


def _question_end(block: _Block) -> int:
    return block.turn.question[1] if block.turn and block.turn.question else 0


def _pieces(text: str, block: _Block) -> Iterator[_Piece]:
    whole = _WHOLE
    question_end = _question_end(block)
    for match in _PARAGRAPH.finditer(text, block.start, block.end):
        end = match.start() + len(match.group().rstrip())
        size = _size(text[match.start() : end])
        if size <= whole:
            yield _Piece(match.start(), end, size)
        else:
            yield from _cut(text, match.start(), end, whole)
        if match.start() < question_end:
            whole = max(LEAST, min(_WHOLE, MOST - size))


def _cut(text: str, start: int, end: int, most: int) -> Iterator[_Piece]:
    """A long paragraph in pieces of about equal size, at sentence ends where there are any."""
    sentences = list(_sentences(text, start, end, most))
    total = _sum(sentences)
    share = total / max(1, -(-total // min(TARGET, most)))
    return _grouped(sentences, share, most)


def _grouped(pieces: Iterable[_Piece], share: float, most: int) -> Iterator[_Piece]:
    group: _Piece | None = None
    for piece in pieces:
        if group and (group.size + piece.size > most or group.size + piece.size / 2 > share):
            yield group
            group = None
        group = _Piece(group.start, piece.end, group.size + piece.size) if group else piece
    if group:
        yield group


def _sentences(text: str, start: int, end: int, most: int) -> Iterator[_Piece]:
    paragraph = text[start:end]
    begins = 0
    for ends in [*sentence_ends(paragraph), len(paragraph)]:
        sentence = paragraph[begins:ends]
        first = start + begins + len(sentence) - len(sentence.lstrip())
        size = _size(sentence)
        if size <= most:
            yield from [_Piece(first, start + ends, size)] if size else []
        else:
            yield from _words(text, first, start + ends, most)
        begins = ends


def _words(text: str, start: int, end: int, most: int) -> Iterator[_Piece]:
    """A sentence too long for a passage, between words; a word too long for one, between letters."""
    widest = most * _LETTERS_A_WORD
    words = (
        _Piece(at, min(at + widest, match.end()), _size(text[at : min(at + widest, match.end())]))
        for match in _WORD.finditer(text, start, end)
        for at in range(match.start(), match.end(), widest)
    )
    return _grouped(words, min(TARGET, most), most)


def _packed(pieces: Iterable[_Piece], question_end: int) -> list[list[_Piece]]:
    packed: list[list[_Piece]] = []
    size = 0
    for piece in pieces:
        unanswered = bool(packed) and packed[-1][-1].start < question_end
        closer = size + piece.size - TARGET <= TARGET - size
        if packed and size + piece.size <= MOST and (unanswered or size < LEAST or closer):
            packed[-1].append(piece)
            size += piece.size
        else:
            packed.append([piece])
            size = piece.size
    return _with_full_end(packed)


def _with_full_end(packed: list[list[_Piece]]) -> list[list[_Piece]]:
    """The last passage, where it is short, joins the one before it or takes pieces from its end."""
    if len(packed) < 2 or _sum(packed[-1]) >= LEAST:
        return packed
    before, last = packed[-2], packed[-1]
    if _sum(before) + _sum(last) <= MOST:
        return [*packed[:-2], before + last]
    while _sum(last) < LEAST and _sum(before) - before[-1].size >= LEAST:
        last = [before[-1], *last]
        before = before[:-1]
    return [*packed[:-2], before, last]


def _sum(pieces: list[_Piece]) -> int:
    return sum(piece.size for piece in pieces)


def _size(text: str) -> int:
    """Words; where they are not told apart by spaces (Chinese, a line of code), one for each two letters."""
    words = len(text.split())
    if not text.isascii():
        words += len(_IDEOGRAM.findall(text)) // _LETTERS_A_WORD
    return words if len(text) <= words * _LONG_WORD else max(words, len(text) // _LETTERS_A_WORD)
