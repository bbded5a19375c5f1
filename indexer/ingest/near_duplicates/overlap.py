"""A bound on the wording that two articles share, for thousands of pairs at once."""

import numpy as np
from numpy.typing import NDArray

from indexer.ingest.near_duplicates.minhash import HASH_BITS, Ints
from indexer.ingest.near_duplicates.wordings import Wordings

_BITS = 1024
_NO_END = np.int32(1 << HASH_BITS)


class Overlaps:
    """The hashes of some sketches, each hash as one of 1,024 bits. What two sketches share is among the bits that both
    have set, and there can be more of it only where several hashes of one fell on the same bit."""

    def __init__(self, wordings: Wordings) -> None:
        self._sizes, counts, row = wordings.sizes, wordings.counts, wordings.row
        bits = np.zeros((len(counts), _BITS), np.bool_)
        bits[row, wordings.hashes % _BITS] = True
        self._bits = np.packbits(bits, axis=1).view(np.uint64)
        self._spare = counts - np.bitwise_count(self._bits).sum(axis=1, dtype=np.int64)
        self._hashes = np.full((len(counts), int(counts.max(initial=1))), _NO_END)
        self._hashes[row, np.arange(len(row)) - np.repeat(np.cumsum(counts) - counts, counts)] = wordings.hashes
        last = self._hashes[np.arange(len(counts)), np.maximum(0, counts - 1)]
        self._ends = np.where(self._sizes > counts, last, _NO_END - 1)

    def shingle_counts(self, left: Ints, right: Ints) -> tuple[Ints, Ints]:
        """Of each pair of sketches, given by index, the smaller and the larger number of distinct shingles."""
        sizes = self._sizes[left], self._sizes[right]
        return np.minimum(*sizes), np.maximum(*sizes)

    def containment_bound(self, left: Ints, right: Ints) -> NDArray[np.float64]:
        """Of each pair the share of wording (see `compare.containment`), or more; never less."""
        common = np.bitwise_count(self._bits[left] & self._bits[right]).sum(axis=1, dtype=np.int64)
        common += np.minimum(self._spare[left], self._spare[right])
        ends = np.minimum(self._ends[left], self._ends[right])[:, None]
        compared = np.minimum(*((self._hashes[side] <= ends).sum(axis=1) for side in (left, right)))
        bound: NDArray[np.float64] = common / np.maximum(1, compared)
        return bound
