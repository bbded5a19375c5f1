"""A text as a few hundred bytes: enough to tell how much of its wording, numbers and names another has."""

import re
import struct
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Hashes = Sequence[int] | NDArray[Any]

SKETCH_SIZE = 96  # smallest hashes kept of each kind
HASH_BITS, MARK_BITS = 24, 16  # of the wording; of numbers, names and titles, which are few
_HASH_BYTES = HASH_BITS // 8
# The smallest hashes of a long text are all close to 0. So of a hash its size (4 bits) and then its value are kept, in
# the order of the whole hashes: those of long texts are told apart as well as those of short ones.
_VALUE_BITS, _KEPT, _HIDDEN = 20, 53, 32
_SMALLEST = (1023 + _KEPT - 16) << _VALUE_BITS
_HEAD = struct.Struct("<IBBBB")
_HEAD_TYPE = np.dtype([("size", "<u4"), ("count", "u1"), ("others", "u1", 3)])

_LONGEST = 400_000  # characters that are looked at: whoever copies more than that copies its beginning too
_UNSPACED = "\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff"  # scripts without spaces: each character is a word
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+(?:[.,/-]\d+)*")
_ASCII_WORD = re.compile(r"[A-Za-z0-9]+(?:[.,/-][0-9]+)*")  # the same words of such a text in two thirds of the time
_SPELLED = frozenset(
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"]
)
_STEP, _LAST_SHIFT = np.uint64(0x9E3779B97F4A7C15), np.uint64(31)
_ROUNDS = ((np.uint64(30), np.uint64(0xBF58476D1CE4E5B9)), (np.uint64(27), np.uint64(0x94D049BB133111EB)))
_TO_FLOAT, _TO_MARK = np.uint64(64 - _KEPT), np.uint64(64 - MARK_BITS)


@dataclass(frozen=True, slots=True)
class Sketch:
    """Kept as it is stored and sent: `size`, how many hashes there are of each kind, the hashes of 3 bytes each, the
    marks of the other kinds of 2 bytes each.

    `size` counts distinct shingles of three words. `hashes` are the `SKETCH_SIZE` smallest hashes of them, in order;
    `numbers`, `names` and `title` the same of three kinds of words.
    """

    packed: bytes

    @classmethod
    def of(cls, size: int, shingles: Hashes, numbers: Hashes = (), names: Hashes = (), title: Hashes = ()) -> "Sketch":
        kinds = (numbers, names, title)
        head = _HEAD.pack(size, len(shingles), *map(len, kinds))
        narrow = np.asarray(shingles, "<u4").view(np.uint8).reshape(-1, 4)[:, :_HASH_BYTES]
        return cls(b"".join((head, narrow.tobytes(), *(np.asarray(kind, "<u2").tobytes() for kind in kinds))))

    @property
    def size(self) -> int:
        return int(_HEAD.unpack_from(self.packed)[0])

    @property
    def count(self) -> int:
        """How many hashes there are."""
        return self.packed[4]

    @property
    def wording(self) -> bytes:
        """The hashes as they are packed; `widened` reads those of many sketches at once."""
        packed = self.packed
        return packed[_HEAD.size : _HEAD.size + _HASH_BYTES * packed[4]]

    @property
    def hashes(self) -> list[int]:
        hashes: list[int] = widened(self.wording).tolist()
        return hashes

    def without(self, common: Callable[[Ints], NDArray[np.bool_]]) -> "Sketch":
        """As if the text had none of the hashes that are common; of a longer text the share of them is reckoned."""
        wording, packed = self.wording, self.packed
        kept = ~common(widened(wording))
        count = int(np.count_nonzero(kept))
        if count == len(kept):
            return self
        head = _HEAD.pack(-(-self.size * count // len(kept)), count, *packed[5 : _HEAD.size])
        uncommon = np.frombuffer(wording, np.uint8).reshape(-1, _HASH_BYTES)[kept].tobytes()
        return Sketch(b"".join((head, uncommon, packed[_HEAD.size + len(wording) :])))

    @property
    def numbers(self) -> Sequence[int]:
        return self._marks(0)

    @property
    def names(self) -> Sequence[int]:
        return self._marks(1)

    @property
    def title(self) -> Sequence[int]:
        return self._marks(2)

    def _marks(self, nth: int) -> Sequence[int]:
        lengths = self.packed[5:8]
        start = _HEAD.size + _HASH_BYTES * self.count + 2 * sum(lengths[:nth])
        return struct.unpack_from(f"<{lengths[nth]}H", self.packed, start)


def heads(sketches: Sequence[Sketch]) -> tuple[Ints, Ints]:
    """Of each the size and the count, and faster than one by one."""
    packed = np.frombuffer(b"".join([each.packed[: _HEAD.size] for each in sketches]), _HEAD_TYPE)
    return packed["size"].astype(np.int64), packed["count"].astype(np.int64)


def widened(wording: bytes) -> Ints:
    packed = np.frombuffer(wording, np.uint8).reshape(-1, _HASH_BYTES)
    wide = np.zeros((len(packed), 4), np.uint8)
    wide[:, :_HASH_BYTES] = packed
    return wide.view("<u4").ravel().astype(np.int64)


def sketch(text: str, title: str = "") -> Sketch:
    """The same for texts that differ only in white space and punctuation."""
    words = _words(text)
    different = {*words}
    numbers = {word for word in different if word[0].isdigit()} | (different & _SPELLED)
    names = [word for word in different if word[0].isupper()]
    kinds = (_folded(words), [word.encode() for word in numbers], _folded(names), _folded(_words(title)))
    hashes = np.fromiter(map(zlib.crc32, chain(*kinds)), dtype=np.uint64)
    mixed = _mixed(hashes)
    shingles = distinct(_short(_mixed(_shingles(hashes[: len(words)], mixed))))
    marks, spans = (mixed >> _TO_MARK).tolist(), pairwise(accumulate(map(len, kinds)))
    others = (sorted({*marks[slice(*span)]})[:SKETCH_SIZE] for span in spans)  # of so few faster than `distinct`
    return Sketch.of(len(shingles), shingles[:SKETCH_SIZE], *others)


def _words(text: str) -> list[str]:
    return (_ASCII_WORD if text.isascii() else _WORD).findall(text[:_LONGEST])


def _folded(words: Iterable[str]) -> list[bytes]:
    """Each word in one case; folded together, for that is many times as fast as one by one."""
    return " ".join(words).casefold().encode().split()


def _shingles(hashes: NDArray[np.uint64], mixed: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Three words each; `mixed` begins with what `_mixed` makes of `hashes`."""
    count = max(0, len(hashes) - 2)
    runs = mixed[:count]
    for nth in (1, 2):
        runs = _mixed(runs + hashes[nth : count + nth])
    return runs


def _short(hashes: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Hashes of `HASH_BITS` bits in the same order: the upper half of the number as floating-point units write it."""
    written = (hashes >> _TO_FLOAT).astype(np.float64).view(np.int64)
    short: Ints = np.maximum((written >> _HIDDEN) - _SMALLEST, 0)
    return short


def _mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The finaliser of splitmix64: neighbouring values end up far apart, and different ones stay different."""
    mixed = values + _STEP
    for shift, factor in _ROUNDS:
        mixed ^= mixed >> shift
        mixed *= factor
    mixed ^= mixed >> _LAST_SHIFT
    return mixed


def distinct(values: NDArray[Any]) -> NDArray[Any]:
    """Sorted; what `np.unique` gives in three times the time."""
    ordered = np.sort(values)
    kept = np.ones(len(ordered), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=kept[1:])
    return ordered[kept]
