"""The values of one facet as arrays: whole sets of rows are counted and narrowed at once."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt

from indexer.text.analysis import fold

Ints = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]

_FEW = 8  # of so many times as many


class Strings(Sequence[str]):
    """Strings in one blob: 100,000 of them cost their bytes and four more each, not an object each."""

    def __init__(self, blob: npt.NDArray[np.uint8], ends: Ints) -> None:
        self.blob, self.ends = blob, ends

    @classmethod
    def of(cls, values: Iterable[str]) -> "Strings":
        encoded = [value.encode("utf-8", "surrogatepass") for value in values]
        ends = np.cumsum([len(value) for value in encoded], dtype=np.int32)
        return cls(np.frombuffer(b"".join(encoded), dtype=np.uint8), ends)

    def take(self, rows: Ints) -> "Strings":
        return Strings.of(self[int(row)] for row in rows)

    def join(self, other: "Strings") -> "Strings":
        ends = np.concatenate([self.ends, other.ends + np.int32(len(self.blob))])
        return Strings(np.concatenate([self.blob, other.blob]), ends)

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, index: Any) -> Any:
        if not 0 <= index < len(self.ends):
            raise IndexError(index)
        start = int(self.ends[index - 1]) if index else 0
        return self.blob[start : int(self.ends[index])].tobytes().decode("utf-8", "surrogatepass")


@dataclass(frozen=True)
class FacetOrdinals:
    """The values of one facet in code-point order, and for each row the ordinals of its own.

    Row r has `ordinals[starts[r]:starts[r + 1]]`.
    """

    values: Strings
    starts: Ints
    ordinals: Ints

    @cached_property
    def rows(self) -> Ints:
        """The row of each entry of `ordinals`."""
        return np.repeat(np.arange(len(self.starts) - 1, dtype=np.int32), np.diff(self.starts))

    @cached_property
    def folded(self) -> list[str]:
        return [fold(value) for value in self.values]

    def ordinal(self, value: str) -> int | None:
        at = bisect_left(self.values, value)
        return at if at < len(self.values) and self.values[at] == value else None

    def having(self, values: Iterable[str]) -> Mask:
        """The rows that have at least one of the values."""
        wanted = np.zeros(len(self.values), dtype=bool)
        wanted[[ordinal for value in values if (ordinal := self.ordinal(value)) is not None]] = True
        rows = np.zeros(len(self.starts) - 1, dtype=bool)
        rows[self.rows[wanted[self.ordinals]]] = True
        return rows

    def counts(self, mask: Mask) -> Ints:
        """For each value, how many of the rows have it. Few rows are looked at one by one."""
        rows = np.flatnonzero(mask)
        few = len(rows) * _FEW < len(mask)
        found = self.ordinals[self._entries(rows)] if few else self.ordinals[mask[self.rows]]
        return np.bincount(found, minlength=len(self.values)).astype(np.int32)

    def _entries(self, rows: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
        """Where in `ordinals` those of some rows stand."""
        lengths = self.starts[rows + 1] - self.starts[rows]
        behind = np.cumsum(lengths)
        firsts = np.repeat(self.starts[:-1][rows] - (behind - lengths), lengths)
        return firsts + np.arange(len(firsts))

    @classmethod
    def of(cls, per_row: Sequence[Sequence[str]]) -> "FacetOrdinals":
        unique = [sorted(set(values)) for values in per_row]
        names = sorted(set(chain.from_iterable(unique)))
        number = {value: i for i, value in enumerate(names)}
        ordinals = np.fromiter((number[v] for values in unique for v in values), dtype=np.int32)
        starts = np.cumsum([0, *map(len, unique)], dtype=np.int32)
        return cls(Strings.of(names), starts, ordinals)

    def take(self, rows: Ints) -> "FacetOrdinals":
        starts = np.cumsum(np.append(0, np.diff(self.starts)[rows]), dtype=np.int32)
        return FacetOrdinals(self.values, starts, self.ordinals[self._entries(rows)])

    def join(self, other: "FacetOrdinals") -> "FacetOrdinals":
        names = sorted({*self.values, *other.values})
        number = {value: i for i, value in enumerate(names)}
        here, there = (np.array([number[v] for v in c.values], dtype=np.int32) for c in (self, other))
        ordinals = np.concatenate([here[self.ordinals], there[other.ordinals]])
        starts = np.concatenate([self.starts, other.starts[1:] + self.starts[-1]])
        return FacetOrdinals(Strings.of(names), starts, ordinals)
