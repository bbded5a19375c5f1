"""Runs of words, all of one length compared at once: which are the same."""

import zlib
from typing import TypeVar

import numpy as np
import numpy.typing as npt

Places = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]
Number = TypeVar("Number", np.int64, np.uint64)

_BASE = 0x9E3779B97F4A7C15  # odd, so that it has an inverse
_INVERSE = pow(_BASE, -1, 1 << 64)
_HEAD = 16  # bytes by which runs are compared before they are compared whole
_TABLE, _ABOVE = 1 << 20, np.uint64(44)
_SPACE = ord(" ")
_ADLER = 65_521


class Runs:
    """Of words with a space before and behind each, the runs that begin and end where words do. A run's hash is the
    sum of its bytes, each times a power of the base: sums up to each byte give those of all runs in a few steps."""

    def __init__(self, words: bytes) -> None:
        self._bytes = np.frombuffer(words, np.uint8)
        self._sums = _sums(self._bytes * _powers(1, _BASE, len(words)))
        self._inverse = _powers(_BASE, _INVERSE, len(words))
        self._starts: Places = np.flatnonzero(self._bytes[:-1] == _SPACE) + 1

    def checked(self, size: int, wanted: int) -> tuple[Places, Hashes]:
        """Where the runs of so many bytes begin that have this check, and their hashes."""
        firsts = self._whole(self._starts, size)
        content = self._bytes.astype(np.int64)
        plain, weighed = _sums(content), _sums(content * np.arange(len(content)))
        behind = firsts + size
        low = plain[behind] - plain[firsts]
        high = size + behind * low - (weighed[behind] - weighed[firsts])
        firsts = firsts[(low + 1) % _ADLER ^ high % _ADLER == wanted]
        return firsts, self._hashes(firsts, size)

    def earlier(self, firsts: Places, sizes: Places) -> Places:
        """How many runs before each of these are the same."""
        found = np.zeros(len(firsts), np.int64)
        for least, most in ((1, _HEAD), (_HEAD, len(self._bytes))):
            these = np.flatnonzero((sizes >= least) & (sizes < most))
            starts = self._repeated(firsts[these], least)
            these = these[np.isin(firsts[these], starts)]
            for size in np.unique(sizes[these]).tolist():
                alike = these[sizes[these] == size]
                found[alike] = self._before(firsts[alike], self._whole(starts, size), size)
        return found

    def _repeated(self, firsts: Places, size: int) -> Places:
        """Where runs begin as one of these does, if several do."""
        starts, hashes = self._like(firsts, self._long_enough(self._starts, size), size)
        order = np.argsort(hashes, kind="stable")
        ordered = hashes[order]
        again = np.isin(ordered, ordered[1:][ordered[1:] == ordered[:-1]])
        return np.sort(starts[order[again]])

    def _before(self, firsts: Places, starts: Places, size: int) -> Places:
        """How many runs from `starts`, which have `firsts` among them, stand before each of these and are like it."""
        starts, hashes = self._like(firsts, starts, size)
        order = np.argsort(hashes, kind="stable")
        rank = np.empty_like(order)
        rank[order] = np.arange(len(order))
        alike = np.searchsorted(hashes, self._hashes(firsts, size), sorter=order)
        found: Places = rank[np.searchsorted(starts, firsts)] - alike
        return found

    def _like(self, firsts: Places, starts: Places, size: int) -> tuple[Places, Hashes]:
        """Of the runs from `starts` those with the hash of one from `firsts`, and few others."""
        hashes = self._hashes(starts, size)
        table = np.zeros(_TABLE, bool)
        table[self._hashes(firsts, size) >> _ABOVE] = True
        kept = table[hashes >> _ABOVE]
        return starts[kept], hashes[kept]

    def _hashes(self, firsts: Places, size: int) -> Hashes:
        found: Hashes = (self._sums[firsts + size] - self._sums[firsts]) * self._inverse[firsts]
        return found

    def _long_enough(self, starts: Places, size: int) -> Places:
        return starts[: np.searchsorted(starts, len(self._bytes) - size)]

    def _whole(self, starts: Places, size: int) -> Places:
        starts = self._long_enough(starts, size)
        whole: Places = starts[self._bytes[starts + size] == _SPACE]
        return whole


def check(words: bytes) -> int:
    """Sixteen bits of a run, which are quickly made of one and of all."""
    low, high = zlib.adler32(words) & 0xFFFF, zlib.adler32(words) >> 16
    return low ^ high


def _sums(values: npt.NDArray[Number]) -> npt.NDArray[Number]:
    """Of none, of the first one, of the first two ..."""
    found = np.zeros(len(values) + 1, values.dtype)
    np.cumsum(values, out=found[1:])
    return found


def _powers(first: int, base: int, count: int) -> Hashes:
    factors = np.full(count, base, np.uint64)
    factors[:1] = first
    found: Hashes = np.cumprod(factors)
    return found
