"""Where texts have what a query looks for.

All words of the texts are looked at by their keys; only those that may be sought are cut out, folded and stemmed, by
the same analysis that indexed them.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import accumulate, pairwise

import numpy as np

from indexer.search.highlight.highlight_terms import HighlightTerm
from indexer.search.highlight.phrases import PhraseFinder
from indexer.search.highlight.prefilter import Prefilter
from indexer.search.highlight.proximity import ProximityFinder
from indexer.search.highlight.token_arrays import AT_ONCE, TokenArrays
from indexer.text import analysis
from indexer.text.acronyms import acronym
from indexer.text.memo import Memo

# Start, end and a target's number: `text[start:end]` is what that one looks for.
Occurrence = tuple[int, int, int]


class MatchFinder:
    """Made once for a query, used on many texts."""

    def __init__(self, sought: Sequence[HighlightTerm]) -> None:
        self._sought = sought
        self._prefilter, self._rows, self._proximities = Prefilter(), PhraseFinder(sought), ProximityFinder(sought)
        for target in sought:
            for term in target.terms:
                self._prefilter.add_term(term)
            for stem in target.stems:
                self._prefilter.add_stem(stem)
        self._targets = Memo(partial(_targets_of, sought), 100_000)

    @property
    def seeks_anything(self) -> bool:
        return any(target.terms or target.stems or target.phrases or target.proximities for target in self._sought)

    def find(self, text: str) -> list[Occurrence]:
        return next(self.find_each([text]))

    def find_each(self, texts: Iterable[str]) -> Iterator[list[Occurrence]]:
        """Those of each text, in its order; two targets may be found at one place. Short texts are looked at together:
        twenty of them take hardly more time than one that is as long as they are."""
        for some in _together(texts):
            yield from self._found(some) if self.seeks_anything else [[] for _ in some]

    def _found(self, texts: Sequence[str]) -> Iterator[list[Occurrence]]:
        words = TokenArrays.of("\n".join(texts))
        offsets = list(accumulate((len(text) + 1 for text in texts), initial=0))
        found = sorted(self._standing(words, np.searchsorted(words.starts, offsets).tolist()))
        parts = pairwise(bisect_left(found, (offset,)) for offset in offsets)
        for offset, (first, behind) in zip(offsets, parts, strict=False):
            yield [(start - offset, end - offset, number) for start, end, number in found[first:behind]]

    def _standing(self, words: TokenArrays, bounds: Sequence[int]) -> Iterator[Occurrence]:
        places = np.flatnonzero(self._prefilter.marks(words.keys))
        spans = zip(words.starts[places].tolist(), words.ends[places].tolist(), strict=True)
        text, targets = words.text, self._targets
        yield from [(start, end, number) for start, end in spans for number in targets[text[start:end]]]
        for finder in (self._rows, self._proximities):
            for first, last, number in finder.find(words, bounds):
                yield int(words.starts[first]), int(words.ends[last]), number


def _targets_of(sought: Sequence[HighlightTerm], written: str) -> tuple[int, ...]:
    """The numbers of the targets that look for a word as it is written."""
    term = analysis.fold_word(written)
    stems = {analysis.stem(term), acronym(written)}
    return tuple(n for n, target in enumerate(sought) if term in target.terms or not stems.isdisjoint(target.stems))


def _together(texts: Iterable[str]) -> Iterator[list[str]]:
    """The texts in groups that are not too long, or of one text."""
    group: list[str] = []
    length = 0
    for text in texts:
        if group and length + len(text) > AT_ONCE:
            yield group
            group, length = [], 0
        group.append(text)
        length += len(text)
    if group:
        yield group
