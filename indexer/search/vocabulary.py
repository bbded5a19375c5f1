"""The words of one generation of an index, kept as long as its reader lives."""

from collections.abc import Iterator
from dataclasses import dataclass
from weakref import finalize

from rapidfuzz import process
from rapidfuzz.distance import OSA

from indexer.engines.engine import Reader
from indexer.fields import QueryField

MOST_TERMS = 1_000_000


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The exact terms of a field, in alphabetical order, and how many articles have each."""

    terms: tuple[str, ...]
    counts: dict[str, int]

    def near(self, term: str, edits: int) -> Iterator[tuple[str, int]]:
        """The terms within so many insertions, deletions, substitutions or swaps, and how many it takes."""
        found = process.extract_iter(term, self.terms, scorer=OSA.distance, score_cutoff=edits)
        return ((near, distance) for near, distance, _ in found)


_KEPT: dict[int, dict[QueryField, Vocabulary]] = {}  # by the identity of readers that are still alive


def vocabulary(reader: Reader, field: QueryField) -> Vocabulary:
    if id(reader) not in _KEPT:
        _KEPT[id(reader)] = {}
        finalize(reader, _KEPT.pop, id(reader))
    kept = _KEPT[id(reader)]
    if field not in kept:
        counts = {each.term: each.document_frequency for each in reader.terms(field, "", MOST_TERMS)}
        kept[field] = Vocabulary(tuple(counts), counts)
    return kept[field]


def frequency(reader: Reader, term: str) -> int:
    """How many articles have the folded word in their title or text."""
    found = reader.terms("any", term, 1)
    return found[0].document_frequency if found and found[0].term == term else 0
