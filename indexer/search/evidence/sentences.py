"""Whole sentences of a text around a place in it, with their quotation marks in pairs."""

import re
from collections.abc import Sequence
from itertools import pairwise

from indexer.article import Quotation, Span
from indexer.search.evidence.paragraphs import PARAGRAPH
from indexer.text.sentences import sentence_ends

FEWEST = 4  # words: what is shorter shows nothing
_NEAR = 2_000  # characters
_LONGEST = 300  # characters of a quotation that is shown whole for the sake of a sentence that has a part of it
_MARKS = '"“”„«»'
_OPENING, _CLOSING = '"“„«', '"”“»'
_BETWEEN = re.compile(r"[\s,;:—–-]*")


def sentences_of(text: str, start: int, end: int) -> list[Span]:
    """Those of a stretch of one or more paragraphs, without the white space between them."""
    found = []
    while start < end:
        stop = text.find(PARAGRAPH, start, end)
        stop = end if stop < 0 else stop
        ends = [0, *sentence_ends(text[start:stop]), stop - start]
        found += [_stripped(text, start + first, start + last) for first, last in pairwise(ends)]
        start = stop + len(PARAGRAPH)
    return [(first, last) for first, last in found if first < last]


def sentence_around(text: str, start: int, end: int) -> Span:
    """The one that holds a place, or all of which the place has a part, in one paragraph; of a sentence without an end
    what is near."""
    near, far = max(0, start - _NEAR), end + _NEAR
    begin, stop = text.rfind(PARAGRAPH, near, start), text.find(PARAGRAPH, end, far)
    here = sentences_of(text, near if begin < 0 else begin + len(PARAGRAPH), min(far, len(text)) if stop < 0 else stop)
    met = [each for each in here if each[0] < end and start < each[1]]
    return (met[0][0], met[-1][1]) if met else (start, end)


def _stripped(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return end - len(piece.lstrip()), start + len(piece.rstrip())


def with_whole_quotations(text: str, sentence: Span, quotations: Sequence[Quotation]) -> Span:
    """The sentence with all of each quotation of which it has a part, or without it where that is long; and no mark at
    its beginning or its end whose partner is elsewhere."""
    start, end = sentence
    for each in quotations:
        opened, closed = _opening(text, each), _closing(text, each)
        if each.start < start < each.end:
            start = opened if start - opened <= _LONGEST else _after(text, closed)
        if each.start < end < each.end:
            end = closed if closed - end <= _LONGEST else opened
    return _paired(text, *_stripped(text, start, end)) if start < end else sentence


def _opening(text: str, quotation: Quotation) -> int:
    """Where its first mark stands; where it begins, if it has none."""
    at = quotation.start - 1
    at -= text[at : at + 1].isspace()
    return at if at >= 0 and text[at] in _MARKS else quotation.start


def _closing(text: str, quotation: Quotation) -> int:
    """Behind its last mark."""
    at = quotation.end + text[quotation.end : quotation.end + 1].isspace()
    return at + 1 if text[at : at + 1] and text[at] in _MARKS else quotation.end


def _after(text: str, at: int) -> int:
    between = _BETWEEN.match(text, at)
    return between.end() if between else at


def _paired(text: str, start: int, end: int) -> Span:
    if text[start] in _OPENING and not _are_paired(text[start:end]) and _are_paired(text[start + 1 : end]):
        return start + 1, end
    if text[end - 1] in _CLOSING and not _are_paired(text[start:end]) and _are_paired(text[start : end - 1]):
        return start, end - 1
    return start, end


def _are_paired(piece: str) -> bool:
    """Also „so“ and „so”."""
    low, curled = piece.count("„"), piece.count("“") + piece.count("”")
    level = low * 2 == low + curled if low else piece.count("“") == piece.count("”")
    return level and piece.count("«") == piece.count("»") and piece.count('"') % 2 == 0


def is_sentence(text: str, quotation: Quotation) -> bool:
    """Whether the words alone are one or more; not what a sentence of somebody else has of them."""
    said = text[quotation.start : quotation.end]
    first = next((each for each in said if each.isalnum()), "")
    return not first.islower() and len(said.split()) >= FEWEST
