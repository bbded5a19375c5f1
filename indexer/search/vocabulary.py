"""The words of one generation of an index, kept as long as its reader lives."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from weakref import finalize

from rapidfuzz import process
from rapidfuzz.distance import OSA

from indexer.engines.engine import Reader
from indexer.fields import QueryField

MOST_TERMS = 1_000_000


@dataclass(frozen=True)
class Vocabulary:
    """The exact terms of a field, and how many articles have each."""

    counts: Mapping[str, int]

    def near(self, term: str, edits: int) -> Iterator[tuple[str, int]]:
        """The terms within so many insertions, deletions, substitutions or swaps, and how many it takes."""
        for length in range(len(term) - edits, len(term) + edits + 1):
            alike = self._by_length.get(length, [])
            for near, distance, _ in process.extract_iter(term, alike, scorer=OSA.distance, score_cutoff=edits):
                yield near, distance

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        found: defaultdict[int, list[str]] = defaultdict(list)
        for term in self.counts:
            found[len(term)].append(term)
        return dict(found)


_KEPT: dict[int, dict[QueryField, Vocabulary]] = {}  # by the identity of readers that are still alive


def vocabulary(reader: Reader, field: QueryField) -> Vocabulary:
    if id(reader) not in _KEPT:
        _KEPT[id(reader)] = {}
        finalize(reader, _KEPT.pop, id(reader))
    kept = _KEPT[id(reader)]
    if field not in kept:
        kept[field] = Vocabulary(dict(reader.terms(field, "", MOST_TERMS)))
    return kept[field]


def frequency(reader: Reader, term: str) -> int:
    """How many articles have the folded word in their title or text."""
    found = reader.terms("any", term, 1)
    return found[0].document_frequency if found and found[0].term == term else 0
