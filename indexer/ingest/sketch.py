"""A text as a few hundred numbers: enough to tell how much of its wording, numbers and names another has."""

import re
import zlib
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise

import numpy as np
from numpy.typing import NDArray

KEPT = 128  # smallest hashes kept of each kind

_LONGEST = 400_000  # characters that are looked at: whoever copies more than that copies its beginning too
_UNSPACED = "\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff"  # scripts without spaces: each character is a word
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+(?:[.,/-]\d+)*")
_SPELLED = frozenset(
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"]
)


@dataclass(frozen=True, slots=True)
class Sketch:
    """`size` distinct runs of three words; the `KEPT` smallest hashes, sorted, of them and of three kinds of words."""

    size: int
    marks: tuple[int, ...]
    numbers: tuple[int, ...] = ()
    names: tuple[int, ...] = ()
    title: tuple[int, ...] = ()

    def pack(self) -> bytes:
        kinds = (self.marks, self.numbers, self.names, self.title)
        return array("q", [self.size, *map(len, kinds), *chain.from_iterable(kinds)]).tobytes()

    @classmethod
    def unpack(cls, packed: bytes) -> "Sketch":
        size, *stored = array("q", packed)
        ends = accumulate(stored[:4], initial=4)
        return cls(size, *(tuple(stored[start:end]) for start, end in pairwise(ends)))


def sketch(text: str, title: str = "") -> Sketch:
    """The same for texts that differ only in white space and punctuation."""
    words = _WORD.findall(text[:_LONGEST])
    runs = _runs(words)
    numbers = {word for word in words if word[0].isdigit() or word in _SPELLED}
    names = {word.casefold() for word in words if word[0].isupper()}
    headline = {word.casefold() for word in _WORD.findall(title[:_LONGEST])}
    kinds = (_smallest(_hashes(kind)) for kind in (numbers, names, headline))
    return Sketch(len(runs), _smallest(runs), *kinds)


def _runs(words: list[str]) -> NDArray[np.uint64]:
    hashes = _hashes(word.casefold() for word in words)
    runs = _mixed(hashes[:-2])
    for nth in (1, 2):
        runs = _mixed(runs + hashes[nth : len(hashes) - 2 + nth])
    return np.unique(runs)


def _hashes(words: Iterable[str]) -> NDArray[np.uint64]:
    return np.fromiter((zlib.crc32(word.encode()) for word in words), dtype=np.uint64)


def _mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The finaliser of splitmix64: neighbouring values end up far apart."""
    mixed = values + np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))


def _smallest(hashes: NDArray[np.uint64]) -> tuple[int, ...]:
    """Shifted by one bit, so that each fits a signed 64-bit column."""
    kept: list[int] = (np.unique(_mixed(hashes))[:KEPT] >> np.uint64(1)).tolist()
    return tuple(kept)
