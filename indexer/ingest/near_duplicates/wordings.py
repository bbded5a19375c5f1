"""The hashes of many sketches in one array, for what is asked of thousands of articles at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.ingest.near_duplicates.boilerplate import Common
from indexer.ingest.near_duplicates.minhash import HASH_BITS, Ints, Sketch, heads, widened

INDEXED = 24  # smallest uncommon hashes under which an article is found again
_FEW = 8  # sketches that have a hash make it that of most
LEAST = 6  # shingles of its own; below this a text says too little to be recognised by them


@dataclass(frozen=True, slots=True)
class Wordings:
    """Sketch after sketch: how many shingles it was made from, how many hashes it kept, and for each hash its sketch
    (`row`) and itself."""

    sizes: Ints
    counts: Ints
    row: Ints
    hashes: Ints

    @classmethod
    def of(cls, sketches: Sequence[Sketch]) -> "Wordings":
        sizes, counts = heads(sketches)
        hashes = widened(b"".join([each.wording for each in sketches]))
        return cls(sizes, counts, np.repeat(np.arange(len(sketches)), counts), hashes)

    def own(self, common: Common) -> "Wordings":
        """Without what is common, as if the texts were made from the rest alone."""
        kept = ~common.has(self.hashes)
        row = self.row[kept]
        counts = np.bincount(row, minlength=len(self.counts))
        sizes = -(-self.sizes * counts // np.maximum(1, self.counts))
        return Wordings(sizes, counts, row, self.hashes[kept])

    def of_most(self, rows: Ints) -> Ints:
        """The hashes that most of some sketches have, of those that reach so far."""
        chosen = np.zeros(len(self.counts), np.bool_)
        chosen[rows] = True
        values, times = np.unique(self.hashes[chosen[self.row]], return_counts=True)
        reach = np.sort(self._ends()[rows])
        reaching = len(rows) - np.searchsorted(reach, values)
        return values[(times >= _FEW) & (2 * times > reaching)]

    def _ends(self) -> Ints:
        """Of each sketch the hash where it was cut off."""
        last = np.append(self.hashes, 0)[np.cumsum(self.counts) - 1]
        return np.where(self.sizes > self.counts, last, 1 << HASH_BITS)

    def indexed(self, common: Common) -> NDArray[np.bool_]:
        """Which of the hashes are among the `INDEXED` smallest uncommon ones of their sketch."""
        uncommon = ~common.has(self.hashes)
        so_far = np.cumsum(uncommon)
        before = np.concatenate([[0], so_far])[np.cumsum(self.counts) - self.counts]
        indexed: NDArray[np.bool_] = uncommon & (so_far - np.repeat(before, self.counts) <= INDEXED)
        return indexed
