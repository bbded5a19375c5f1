"""What is known of each article by its row, as arrays over all rows: identity, dates, order, lengths, facet values."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from indexer.article import Article
from indexer.engines.streams import Streams
from indexer.fields import FACET_FIELDS, FACETS, FacetField
from indexer.search.analysis import fold

Ints = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]

UNDATED = 0


class Strings(Sequence[str]):
    """Strings in one blob: 100,000 of them cost their bytes and four more each, not an object each."""

    def __init__(self, blob: npt.NDArray[np.uint8], ends: Ints) -> None:
        self.blob, self.ends = blob, ends

    @classmethod
    def of(cls, values: Iterable[str]) -> "Strings":
        encoded = [value.encode("utf-8", "surrogatepass") for value in values]
        ends = np.cumsum([len(value) for value in encoded], dtype=np.int32)
        return cls(np.frombuffer(b"".join(encoded), dtype=np.uint8), ends.astype(np.int32))

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, index: Any) -> Any:
        if not 0 <= index < len(self.ends):
            raise IndexError(index)
        start = int(self.ends[index - 1]) if index else 0
        return self.blob[start : int(self.ends[index])].tobytes().decode("utf-8", "surrogatepass")


@dataclass(frozen=True)
class FacetColumn:
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
        low, high = 0, len(self.values)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.values[middle] < value else (low, middle)
        return low if low < len(self.values) and self.values[low] == value else None

    def having(self, values: Iterable[str]) -> Mask:
        """The rows that have at least one of the values."""
        wanted = np.zeros(len(self.values), dtype=bool)
        wanted[[ordinal for value in values if (ordinal := self.ordinal(value)) is not None]] = True
        rows = np.zeros(len(self.starts) - 1, dtype=bool)
        rows[self.rows[wanted[self.ordinals]]] = True
        return rows

    def counts(self, mask: Mask) -> Ints:
        """For each value, how many of the rows have it."""
        return np.bincount(self.ordinals[mask[self.rows]], minlength=len(self.values)).astype(np.int32)

    @classmethod
    def of(cls, per_row: Sequence[Sequence[str]]) -> "FacetColumn":
        unique = [sorted(set(values)) for values in per_row]
        names = sorted(set(chain.from_iterable(unique)))
        number = {value: i for i, value in enumerate(names)}
        ordinals = np.fromiter((number[v] for values in unique for v in values), dtype=np.int32)
        starts = np.zeros(len(unique) + 1, dtype=np.int32)
        np.cumsum([len(values) for values in unique], out=starts[1:])
        return cls(Strings.of(names), starts, ordinals)

    def pick(self, rows: Ints) -> "FacetColumn":
        lengths = np.diff(self.starts)[rows]
        starts = np.zeros(len(rows) + 1, dtype=np.int32)
        np.cumsum(lengths, out=starts[1:])
        entries = np.repeat(self.starts[:-1][rows] - starts[:-1], lengths) + np.arange(starts[-1], dtype=np.int32)
        return FacetColumn(self.values, starts, self.ordinals[entries])

    def join(self, other: "FacetColumn") -> "FacetColumn":
        names = sorted({*self.values, *other.values})
        number = {value: i for i, value in enumerate(names)}
        here, there = (np.array([number[v] for v in c.values], dtype=np.int32) for c in (self, other))
        ordinals = np.concatenate([here[self.ordinals], there[other.ordinals]])
        starts = np.concatenate([self.starts, other.starts[1:] + self.starts[-1]])
        return FacetColumn(Strings.of(names), starts, ordinals)


@dataclass(frozen=True)
class Columns:
    """One row an article, in the engine's own order of documents; rows of deleted articles may be among them.

    `numbers` has five rows of its own: the first and last possible day (yyyymmdd; UNDATED: no date), the number of
    characters of the date's value, and the number of words of the title and of the text.
    """

    ids: Strings
    numbers: Ints
    facets: dict[FacetField, FacetColumn]

    def __len__(self) -> int:
        return len(self.first)

    def _number(self, index: int) -> Ints:
        column: Ints = self.numbers[index]
        return column

    @property
    def first(self) -> Ints:
        return self._number(0)

    @property
    def last(self) -> Ints:
        return self._number(1)

    @property
    def finer(self) -> Ints:
        return self._number(2)

    @property
    def title_length(self) -> Ints:
        return self._number(3)

    @property
    def text_length(self) -> Ints:
        return self._number(4)

    @classmethod
    def of(cls, rows: Sequence["Row"]) -> "Columns":
        numbers = np.array([row.numbers for row in rows], dtype=np.int32).reshape(len(rows), 5).T
        facets = {field: FacetColumn.of([row.values[i] for row in rows]) for i, field in enumerate(FACET_FIELDS)}
        return cls(Strings.of(row.id for row in rows), np.ascontiguousarray(numbers), facets)

    def pick(self, rows: Ints) -> "Columns":
        ids = Strings.of(self.ids[int(row)] for row in rows)
        return Columns(ids, self.numbers[:, rows], {field: column.pick(rows) for field, column in self.facets.items()})

    def join(self, other: "Columns") -> "Columns":
        ids = Strings(
            np.concatenate([self.ids.blob, other.ids.blob]),
            np.concatenate([self.ids.ends, other.ids.ends + np.int32(len(self.ids.blob))]),
        )
        facets = {field: column.join(other.facets[field]) for field, column in self.facets.items()}
        return Columns(ids, np.concatenate([self.numbers, other.numbers], axis=1), facets)

    def save(self, path: Path) -> None:
        arrays: dict[str, Any] = {"ids": self.ids.blob, "id_ends": self.ids.ends, "numbers": self.numbers}
        for field, column in self.facets.items():
            arrays[f"{field}.values"], arrays[f"{field}.ends"] = column.values.blob, column.values.ends
            arrays[f"{field}.starts"], arrays[f"{field}.ordinals"] = column.starts, column.ordinals
        with path.open("wb") as file:
            np.savez(file, **arrays)

    @classmethod
    def load(cls, path: Path) -> "Columns":
        with np.load(path, allow_pickle=False) as stored:
            facets = {
                field: FacetColumn(
                    Strings(stored[f"{field}.values"], stored[f"{field}.ends"]),
                    stored[f"{field}.starts"],
                    stored[f"{field}.ordinals"],
                )
                for field in FACET_FIELDS
            }
            return cls(Strings(stored["ids"], stored["id_ends"]), stored["numbers"], facets)

    @cached_property
    def by_id(self) -> Ints:
        """Row numbers in the order of their ids."""
        ids = list(self.ids)
        return np.array(sorted(range(len(ids)), key=ids.__getitem__), dtype=np.int32)

    def row(self, article_id: str, living: Mask) -> int | None:
        """The living row of an article."""
        at = bisect_left(self.by_id, article_id, key=lambda row: str(self.ids[int(row)]))
        while at < len(self) and self.ids[int(self.by_id[at])] == article_id:
            if living[self.by_id[at]]:
                return int(self.by_id[at])
            at += 1
        return None

    @cached_property
    def newest(self) -> Ints:
        """For each row its place when the newest comes first: undated last, finer before coarser, then by id."""
        return self._places(-self.first)

    @cached_property
    def oldest(self) -> Ints:
        return self._places(self.first)

    def _places(self, by_day: Ints) -> Ints:
        id_place = _places_in(self.by_id)
        return _places_in(np.lexsort((id_place, -self.finer, by_day, self.first == UNDATED)))

    def dated(self, first: int | None, last: int | None) -> Mask:
        """The dated rows all of whose possible days lie in the range."""
        mask: Mask = self.first != UNDATED
        if first is not None:
            mask &= self.first >= first
        if last is not None:
            mask &= self.last <= last
        return mask


def _places_in(order: npt.NDArray[Any]) -> Ints:
    places = np.empty(len(order), dtype=np.int32)
    places[order] = np.arange(len(order), dtype=np.int32)
    return places


@dataclass(frozen=True, slots=True)
class Row:
    """What an article brings to the columns: its id, five numbers, and its values by facet in the fields' order."""

    id: str
    numbers: tuple[int, int, int, int, int]
    values: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, article: Article, terms: Streams) -> "Row":
        date = article.date
        numbers = (date.first_day, date.last_day, len(date.value), len(terms.title), len(terms.text))
        return cls(article.id, numbers, tuple(FACETS[field].values(article) for field in FACET_FIELDS))
