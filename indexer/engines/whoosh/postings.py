"""Where a term stands: rows, frequencies and places as arrays, and what phrases and nearness make of them."""

import threading
from collections import Counter, OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Literal, Protocol, TypeVar

import numpy as np
import numpy.typing as npt

from indexer.engines.whoosh.facet_ordinals import Ints
from indexer.fields import NAME_FIELDS, NameField

Stream = Literal["title", "text", "title_stems", "text_stems"] | NameField
STREAMS: tuple[Stream, ...] = ("title", "text", "title_stems", "text_stems", *NAME_FIELDS)

Places = npt.NDArray[Any]  # within each article
Positions = npt.NDArray[np.int64]  # within the index

VALUE_BITS = 16  # a place in a name field: the value's number, then the word's number in it
ROW_BITS = 32  # a place in an index: the row's number, then the place in the article


@dataclass(frozen=True, slots=True)
class Postings:
    """The rows that have a term, ascending, how often each has it, and (0: not kept) where in it, row after row, in
    whatever type holds it."""

    rows: Ints
    frequencies: Ints
    positions: Places

    @property
    def size(self) -> int:
        """In bytes, with what the objects themselves take."""
        return int(self.rows.nbytes + self.frequencies.nbytes + self.positions.nbytes) + 500


EMPTY = Postings(np.empty(0, np.int32), np.empty(0, np.int32), np.empty(0, np.uint8))


class Sized(Protocol):
    @property
    def size(self) -> int:
        """In bytes."""


Key = TypeVar("Key")
Kept = TypeVar("Kept", bound=Sized)


class Cache(Generic[Key, Kept]):
    """What was made last, up to `budget` bytes of it. Whoever is given something changes nothing in it."""

    def __init__(self, budget: int) -> None:
        self._left = budget
        self._kept: OrderedDict[Key, Kept] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Key, make: Callable[[], Kept]) -> Kept:
        with self._lock:
            if found := self._kept.get(key):
                self._kept.move_to_end(key)
                return found
        made = make()
        with self._lock:
            self._keep(key, made)
        return made

    def _keep(self, key: Key, made: Kept) -> None:
        if key in self._kept:
            return
        self._kept[key] = made
        self._left -= made.size
        while self._left < 0:
            _, oldest = self._kept.popitem(last=False)
            self._left += oldest.size


class PostingsCache:
    """Looks terms up through `look`, live rows only, and keeps what was found last, up to `budget` bytes of it."""

    def __init__(self, look: Callable[[Stream, str], Postings], budget: int = 24_000_000) -> None:
        self._look = look
        self._kept: Cache[tuple[Stream, str], Postings] = Cache(budget)

    def postings(self, stream: Stream, term: str) -> Postings:
        return self._kept.get((stream, term), lambda: self._look(stream, term))


def located(postings: Postings) -> Positions:
    """Places within each article become places within the index: only where words are looked for beside each other,
    for most are not."""
    in_index: Positions = np.repeat(postings.rows.astype(np.int64) << ROW_BITS, postings.frequencies)
    in_index |= postings.positions
    return in_index


def keep(postings: Postings, kept: npt.NDArray[np.bool_]) -> Postings:
    """The postings of the rows marked by `kept`, one mark a posting."""
    positions = (
        postings.positions[np.repeat(kept, postings.frequencies)] if len(postings.positions) else postings.positions
    )
    return Postings(postings.rows[kept], postings.frequencies[kept], positions)


def phrase(found: dict[str, Postings], terms: tuple[str, ...]) -> Postings:
    """Where the terms stand side by side, in this order; without places."""
    common = dict(zip(found, _in_common(list(found.values())), strict=True))
    rarest_first = sorted(range(len(terms)), key=lambda i: len(common[terms[i]]))
    starts = common[terms[rarest_first[0]]] - rarest_first[0]
    for i in rarest_first[1:]:
        starts = starts[contained(starts + i, common[terms[i]])]
    return _grouped(starts)


def near(found: dict[str, Postings], terms: tuple[str, ...], distance: int, stream: Stream) -> Postings:
    """Where a window of `len(terms) + distance` words ends that has all terms, as often as they are asked for; without
    places. All windows are looked at together: at each place, how far back is the first of the terms still wanted?"""
    wanted = Counter(terms)
    common = _in_common([found[term] for term in wanted])
    places = np.concatenate(common)
    order = np.argsort(places, kind="stable")  # which merges rows that are sorted
    bits = VALUE_BITS if stream in NAME_FIELDS else ROW_BITS
    width = min(len(terms) + max(0, distance), 1 << bits)
    ends = places[order]
    begins = np.maximum(ends - width + 1, (ends >> bits) << bits)
    enough = np.ones(len(ends), dtype=bool)
    at = 0
    for own, times in zip(common, wanted.values(), strict=True):
        last = np.full(len(places), -1, dtype=np.int64)
        last[at + times - 1 : at + len(own)] = own[: max(0, len(own) - times + 1)]
        enough &= np.maximum.accumulate(last[order]) >= begins
        at += len(own)
    return _grouped(ends[enough])


def _in_common(found: list[Postings]) -> list[Positions]:
    """Each term's places, in the rows that have all of the terms."""
    rows = min((postings.rows for postings in found), key=len)
    for postings in found:
        rows = rows[contained(rows, postings.rows)]
    return [located(keep(postings, contained(postings.rows, rows))) for postings in found]


def contained(these: npt.NDArray[Any], among: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    """Which of `these` are among the ascending others."""
    if not len(among):
        return np.zeros(len(these), dtype=bool)
    at = np.minimum(np.searchsorted(among, these), len(among) - 1)
    return np.asarray(among[at] == these, dtype=np.bool_)


def _grouped(positions: Positions) -> Postings:
    rows, frequencies = np.unique(positions >> ROW_BITS, return_counts=True)
    return Postings(rows.astype(np.int32), frequencies.astype(np.int32), EMPTY.positions)
