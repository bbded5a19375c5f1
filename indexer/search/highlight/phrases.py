"""Words in a row: where texts have all terms of a phrase side by side."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from indexer.search.highlight.highlight_terms import HighlightTerm
from indexer.search.highlight.prefilter import Prefilter
from indexer.search.highlight.token_arrays import TokenArrays

Row = tuple[str, ...]


class PhraseFinder:
    """The rows of a query's targets. Each is looked for by two neighbours in it, the longest: seldom frequent."""

    def __init__(self, sought: Sequence[HighlightTerm]) -> None:
        self._before, self._behind = Prefilter(), Prefilter()
        self._rows: defaultdict[Row, list[tuple[int, Row, int]]] = defaultdict(list)
        for number, target in enumerate(sought):
            for row in target.phrases:
                self._add(row, number)

    def _add(self, row: Row, number: int) -> None:
        if len(row) < 2:
            return
        at = max(range(len(row) - 1), key=lambda place: len(row[place]) + len(row[place + 1]))
        mark = 1 << len(self._rows) % 8
        self._before.add_term(row[at], mark)
        self._behind.add_term(row[at + 1], mark)
        self._rows[row[at : at + 2]].append((at, row, number))

    def find(self, words: TokenArrays, bounds: Sequence[int]) -> Iterator[tuple[int, int, int]]:
        """The first and the last word of each, and the number of its target. No row reaches over a bound."""
        if not self._rows:
            return
        both = self._before.marks(words.keys[:-1]) & self._behind.marks(words.keys[1:])
        places = np.flatnonzero(both)
        for place, *pair in zip(places.tolist(), words.terms(places), words.terms(places + 1), strict=True):
            for at, row, number in self._rows.get((pair[0], pair[1]), ()):
                first, last = place - at, place - at + len(row) - 1
                if bisect(bounds, first) == bisect(bounds, last) and _stands(words, row, first, at):
                    yield first, last, number


def _stands(words: TokenArrays, row: Row, first: int, known: int) -> bool:
    """Whether the words from the first on are those of the row; the two from `known` on are."""
    around = [place for place in range(len(row)) if place not in (known, known + 1)]
    return all(words.term(first + place) == row[place] for place in around)
