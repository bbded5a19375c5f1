"""What is known of each article by its row, as arrays over all rows: identity, dates, order, lengths, facet values."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from indexer.article import Article
from indexer.engines.article_terms import ArticleTerms
from indexer.engines.whoosh.facet_ordinals import FacetOrdinals, Ints, Mask, Strings
from indexer.fields import FACET_FIELDS, FACETS, FacetField

UNDATED = 0
_NUMBERS = 7


class DocValues:
    """One row an article, in the engine's own order of documents; rows of deleted articles may be among them.

    `numbers` has rows of its own: the first and last possible day (yyyymmdd; UNDATED: no date), how exactly it is
    known (10 less its vagueness), and the numbers of words of the title and of the text, and of the stems of both.
    `originals`: the id of the article that this one repeats, or empty.
    """

    def __init__(
        self, ids: Strings, originals: Strings, numbers: Ints, facets: dict[FacetField, FacetOrdinals]
    ) -> None:
        self.ids, self.originals, self.numbers, self.facets = ids, originals, numbers, facets
        columns: Iterable[Ints] = numbers
        self.first, self.last, self.date_precision, self.title_length, self.text_length, *stems = columns
        self.title_stems_length, self.text_stems_length = stems

    def __len__(self) -> int:
        return len(self.first)

    @classmethod
    def of(cls, rows: Sequence["Row"]) -> "DocValues":
        numbers = np.array([row.numbers for row in rows], dtype=np.int32).reshape(len(rows), _NUMBERS).T
        facets = {field: FacetOrdinals.of([row.values[i] for row in rows]) for i, field in enumerate(FACET_FIELDS)}
        ids, originals = Strings.of(row.id for row in rows), Strings.of(row.original for row in rows)
        return cls(ids, originals, np.ascontiguousarray(numbers), facets)

    def take(self, rows: Ints) -> "DocValues":
        facets = {field: column.take(rows) for field, column in self.facets.items()}
        return DocValues(self.ids.take(rows), self.originals.take(rows), self.numbers[:, rows], facets)

    def join(self, other: "DocValues") -> "DocValues":
        ids, originals = self.ids.join(other.ids), self.originals.join(other.originals)
        facets = {field: column.join(other.facets[field]) for field, column in self.facets.items()}
        return DocValues(ids, originals, np.concatenate([self.numbers, other.numbers], axis=1), facets)

    def save(self, path: Path) -> None:
        arrays: dict[str, Any] = {"ids": self.ids.blob, "id_ends": self.ids.ends, "numbers": self.numbers}
        arrays |= {"originals": self.originals.blob, "original_ends": self.originals.ends}
        for field, column in self.facets.items():
            arrays[f"{field}.values"], arrays[f"{field}.ends"] = column.values.blob, column.values.ends
            arrays[f"{field}.starts"], arrays[f"{field}.ordinals"] = column.starts, column.ordinals
        with path.open("wb") as file:
            np.savez(file, **arrays)

    @classmethod
    def load(cls, path: Path) -> "DocValues":
        """A facet that an earlier release did not have has no values; it did not say what repeats what, and had no
        acronyms among the stems."""
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            ids, numbers = Strings(stored["ids"], stored["id_ends"]), stored["numbers"]
            known = "originals" in stored
            originals = Strings(stored["originals"], stored["original_ends"]) if known else Strings.of([""] * len(ids))
            numbers = numbers if known else np.concatenate([numbers, numbers[3:]])
            facets = {
                field: FacetOrdinals(
                    Strings(stored[f"{field}.values"], stored[f"{field}.ends"]),
                    stored[f"{field}.starts"],
                    stored[f"{field}.ordinals"],
                )
                if f"{field}.values" in stored
                else FacetOrdinals.of([()] * len(ids))
                for field in FACET_FIELDS
            }
            return cls(ids, originals, numbers, facets)

    @cached_property
    def by_id(self) -> Ints:
        """Row numbers in the order of their ids."""
        ids = list(self.ids)
        return np.array(sorted(range(len(ids)), key=ids.__getitem__), dtype=np.int32)

    def stories(self, live_docs: Mask) -> Ints:
        """For each row a number that all near duplicates of one text share, those of one alone below zero."""
        stories = np.full(len(self), -1, dtype=np.int32)
        numbers: dict[str, int] = {}
        for row in np.flatnonzero((np.diff(self.originals.ends, prepend=0) > 0) & live_docs):
            original = self.originals[int(row)]
            if original not in numbers:
                numbers[original] = len(numbers)
                if (own := self.row(original, live_docs)) is not None:
                    stories[own] = numbers[original]
            stories[row] = numbers[original]
        return stories

    def row(self, article_id: str, live_docs: Mask) -> int | None:
        """The live row of an article."""
        at = bisect_left(self.by_id, article_id, key=lambda row: str(self.ids[int(row)]))
        rows = takewhile(lambda row: self.ids[int(row)] == article_id, self.by_id[at:])
        return next((int(row) for row in rows if live_docs[row]), None)

    @cached_property
    def newest_rank(self) -> Ints:
        """For each row its place when the newest comes first: undated last, exact before vague, then by id."""
        return self._ranks(-self.first)

    @cached_property
    def oldest_rank(self) -> Ints:
        return self._ranks(self.first)

    def _ranks(self, by_day: Ints) -> Ints:
        id_rank = _ranks_in(self.by_id)
        return _ranks_in(np.lexsort((id_rank, -self.date_precision, by_day, self.first == UNDATED)))

    def dated(self, first: int | None, last: int | None) -> Mask:
        """The dated rows all of whose possible days lie in the range."""
        mask: Mask = self.first != UNDATED
        if first is not None:
            mask &= self.first >= first
        if last is not None:
            mask &= self.last <= last
        return mask


def _ranks_in(order: npt.NDArray[Any]) -> Ints:
    ranks = np.empty(len(order), dtype=np.int32)
    ranks[order] = np.arange(len(order), dtype=np.int32)
    return ranks


@dataclass(frozen=True, slots=True)
class Row:
    """What an article brings to the doc values: its id, that of the one it repeats, its numbers, and its values by
    facet in the fields' order."""

    id: str
    original: str
    numbers: tuple[int, ...]
    values: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, article: Article, terms: ArticleTerms) -> "Row":
        date = article.date
        stems = len(terms.title_stems), len(terms.text_stems) + len(terms.author_stems)
        words = len(terms.title), len(terms.text) + sum(map(len, terms.authors))
        numbers = (date.first_day, date.last_day, 10 - date.vagueness, *words, *stems)
        return cls(
            article.id, article.duplicate_of, numbers, tuple(FACETS[field].values(article) for field in FACET_FIELDS)
        )
