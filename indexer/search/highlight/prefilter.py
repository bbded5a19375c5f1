"""Which of many words may be sought: a look at their keys, all at once. It lets words through by chance, and never
holds back one that is sought."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

import numpy as np
import numpy.typing as npt

from indexer.search.highlight.token_arrays import Places, beginning, key
from indexer.text.spelling import american, shared_beginning
from indexer.text.stemmer import letters_alike, stem

_BITS = 16
_SPREADING = np.uint64(0x9E3779B97F4A7C15)  # 2**64 by the golden ratio: its multiples are far from each other
_WHOLE = -1
_LONGEST = 6  # letters of a beginning

Marks = npt.NDArray[np.uint8]


class Prefilter:
    """Made once for the terms and stems of a query, which are all told before the first look. Each is told with a mark
    of eight bits, and words come out with the marks of all that they may be."""

    def __init__(self) -> None:
        self._sought: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)  # parts of keys, and their marks

    def add_term(self, term: str, mark: int = 1) -> None:
        self._sought[_WHOLE].append((key(term), mark))

    def add_stem(self, term: str, language: str = "") -> None:
        """All words that have the stem of this one in a text of that language."""
        own, alike = stem(term, language), letters_alike(term, language)
        if not alike:
            self._sought[0].append((0, 1))
            return
        for begins in filter(None, _beginnings(own) if own == stem(term) else {term[:alike]}):
            self.add_beginning(begins)

    def add_beginning(self, begins: str) -> None:
        self._sought[(1 << 8 * len(begins)) - 1].append((beginning(begins), 1))

    @cached_property
    def _tables(self) -> dict[int, Marks]:
        tables = {part: np.zeros(1 << _BITS, np.uint8) for part in self._sought}
        for part, sought in self._sought.items():
            keys, marks = np.array(sought, np.int64).T
            np.bitwise_or.at(tables[part], _spread(keys), marks.astype(np.uint8))
        return tables

    def marks(self, keys: Places) -> Marks:
        found = np.zeros(len(keys), np.uint8)
        for part, table in self._tables.items():
            found |= table.take(_spread(keys if part == _WHOLE else keys & part))
        return found


def _spread(keys: Places) -> Places:
    return (np.ascontiguousarray(keys).view(np.uint64) * _SPREADING >> np.uint64(64 - _BITS)).view(np.int64)


def _beginnings(stem: str) -> Iterable[str]:
    """What every word of a stem begins with. The last letter of a stem may be another one in the word (y and i, bl and
    bil, centr in center), but never in the shortest."""
    if len(stem) == 3 and stem.endswith("ie"):
        return {stem[0] + "y", stem[:2]}  # dying, lying, vying
    sure = 3 if stem.isascii() and stem[-1:] not in ("e", "i", "y") else 2
    own = stem if len(stem) <= sure else shared_beginning(stem)[: min(len(stem) - 1, _LONGEST)]
    return {own, *(each[: min(len(each), len(stem)) - 1][:_LONGEST] for each in american(stem))}
