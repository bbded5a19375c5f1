"""What surrounds a place of a text: its paragraph, or of a long one the sentences around."""

from bisect import bisect_left, bisect_right

from indexer.article import Span
from indexer.text.sentences import sentence_ends

_WHOLE = 900  # characters: a longer paragraph is cut
_AROUND = 260  # characters kept at each side of the place, to the next end of a sentence
_LOOKED_AT = 2_000  # characters at each side, in which ends of sentences are looked for
_PARAGRAPH = "\n\n"


def context(text: str, start: int, end: int) -> Span:
    """Offsets of what is shown with `text[start:end]`, which it holds."""
    first = text.rfind(_PARAGRAPH, 0, start)
    first = 0 if first < 0 else first + len(_PARAGRAPH)
    last = text.find(_PARAGRAPH, max(start, end - 1))
    last = len(text) if last < 0 else last
    if last - first <= _WHOLE:
        return first, last
    return _begins(text, first, start), _ends(text, last, end)


def _begins(text: str, first: int, start: int) -> int:
    if start - first <= _AROUND:
        return first
    base = max(first, start - _LOOKED_AT)
    ends = [base + each for each in sentence_ends(text[base:start])]
    near = ends[bisect_left(ends, start - _AROUND) :] or [each for each in ends[-1:] if start - each <= 2 * _AROUND]
    begins = near[0] if near else max(base, text.rfind(" ", base, start - _AROUND))
    return begins + len(text[begins:start]) - len(text[begins:start].lstrip())


def _ends(text: str, last: int, end: int) -> int:
    if last - end <= _AROUND:
        return last
    stop = min(last, end + _LOOKED_AT)
    ends = [end + each for each in sentence_ends(text[end:stop])]
    near = ends[: bisect_right(ends, end + _AROUND)] or [each for each in ends[:1] if each - end <= 2 * _AROUND]
    if near:
        return near[-1]
    space = text.find(" ", end + _AROUND, stop)
    return stop if space < 0 else space
