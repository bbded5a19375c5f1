"""A bound on the wording that two articles share, for thousands of pairs at once."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from indexer.ingest.near_duplicates.candidates import Ints
from indexer.ingest.near_duplicates.minhash import HEADER, SKETCH_SIZE, Sketch

_BITS = 1024
_TOP = 47  # of a hash's 63 bits the upper 16 mostly tell which of two hashes is the smaller
_NO_END = np.uint16(0xFFFF)


class Overlaps:
    """The hashes of some sketches, each hash as one of 1,024 bits. What two sketches share is among the bits that both
    have set, and there can be more of it only where several hashes of one fell on the same bit."""

    def __init__(self, sketches: Sequence[Sketch]) -> None:
        numbers = np.frombuffer(b"".join(each.packed for each in sketches), np.int64)
        starts = np.cumsum([0, *(len(each.packed) // 8 for each in sketches)])[:-1]
        self._sizes, lengths = numbers[starts], numbers[starts + 1]
        rows = np.repeat(np.arange(len(sketches)), lengths)
        place = np.arange(len(rows)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        hashes = numbers[np.repeat(starts + HEADER, lengths) + place]
        bits = np.zeros((len(sketches), _BITS), np.bool_)
        bits[rows, hashes % _BITS] = True
        self._bits = np.packbits(bits, axis=1).view(np.uint64)
        self._spare = lengths - np.bitwise_count(self._bits).sum(axis=1, dtype=np.int64)
        self._tops = np.full((len(sketches), SKETCH_SIZE), _NO_END)
        self._tops[rows, place] = hashes >> _TOP

    def shingle_counts(self, left: Ints, right: Ints) -> tuple[Ints, Ints]:
        """Of each pair of sketches, given by index, the smaller and the larger number of distinct shingles."""
        sizes = self._sizes[left], self._sizes[right]
        return np.minimum(*sizes), np.maximum(*sizes)

    def containment_bound(self, left: Ints, right: Ints) -> NDArray[np.float64]:
        """Of each pair the share of wording (see `compare.containment`), or more; never less."""
        common = np.bitwise_count(self._bits[left] & self._bits[right]).sum(axis=1, dtype=np.int64)
        common += np.minimum(self._spare[left], self._spare[right])
        ends = np.minimum(self._tops[left, -1], self._tops[right, -1])[:, None]
        compared = np.minimum(*((self._tops[side] < ends).sum(axis=1) for side in (left, right)))
        bound: NDArray[np.float64] = common / np.maximum(1, compared)
        return bound
