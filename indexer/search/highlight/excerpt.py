"""The piece of a passage that is shown: whole sentences around the best one, as far as there is room."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.search.highlight.matcher import Occurrence
from indexer.text.sentences import sentence_ends

ROOM = 280  # characters; a sentence that is longer is cut
_LEAD = 60  # characters kept before the first match, where a sentence is cut
_WORD = 30  # characters within which a space is looked for

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Offsets into the passage. `cut_before` and `cut_behind`: a sentence goes on there."""

    start: int
    end: int
    cut_before: bool = False
    cut_behind: bool = False


def excerpt(text: str, found: Sequence[Occurrence]) -> Excerpt:
    """`found`: offsets into the same text, in order. All matches of the best sentence can be seen; of one that is cut,
    at least one. Where nothing matches, the beginning."""
    if len(text) <= ROOM:
        return Excerpt(0, len(text))
    sentences = _sentences(text)
    best = max(range(len(sentences)), key=lambda n: _merit(sentences[n], n, found)) if found else 0
    start, end = sentences[best]
    if end - start > ROOM:
        return _cut(text, (start, end), found)
    first, last = _widened(sentences, best)
    return Excerpt(sentences[first][0], sentences[last][1])


def _sentences(text: str) -> list[Span]:
    """Without the white space between them."""
    ends = [0, *sentence_ends(text), len(text)]
    spans = ((at + len(text[at:end]) - len(text[at:end].lstrip()), end) for at, end in pairwise(ends))
    return [(start, end) for start, end in spans if end > start] or [(0, len(text))]


def _merit(sentence: Span, number: int, found: Sequence[Occurrence]) -> tuple[int, int, bool, int]:
    """How many of the words it has, how often, whether it can be shown whole; of equally good ones the first."""
    start, end = sentence
    here = [target for first, last, target in found if start <= first and last <= end]
    return len(set(here)), len(here), end - start <= ROOM, -number


def _widened(sentences: Sequence[Span], best: int) -> tuple[int, int]:
    """The first and the last of the sentences that there is room for: those behind, then those before."""
    first = last = best
    while last + 1 < len(sentences) and sentences[last + 1][1] - sentences[first][0] <= ROOM:
        last += 1
    while first > 0 and sentences[last][1] - sentences[first - 1][0] <= ROOM:
        first -= 1
    return first, last


def _cut(text: str, sentence: Span, found: Sequence[Occurrence]) -> Excerpt:
    """From its beginning where that has as many matches as any other part, else from shortly before them."""
    start, end = sentence
    starts = [first for first, last, _ in found if start <= first and last <= end]
    begins = start
    if starts:
        windows = [start, *(max(start, at - _LEAD) for at in starts)]
        seen = [bisect_left(starts, at + ROOM - _WORD) - bisect_left(starts, at) for at in windows]
        begins = windows[seen.index(max(seen))]
    if begins > start:
        begins = _behind_space(text, min(begins, end - ROOM))
    stops = end if end - begins <= ROOM else _before_space(text, begins + ROOM)
    return Excerpt(begins, stops, begins > start, stops < end)


def _behind_space(text: str, at: int) -> int:
    space = text.find(" ", at, at + _WORD)
    return at if space < 0 else space + 1


def _before_space(text: str, at: int) -> int:
    space = text.rfind(" ", at - _WORD, at)
    return at if space < 0 else space
