"""Patterns become the words of the index that they stand for: bounded, and a cut is said."""

import fnmatch
import heapq
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from rapidfuzz.distance import OSA

from indexer.engines.engine import Reader, TermCount
from indexer.search.note import Note
from indexer.search.tree import And, Best, Fuzzy, Not, Nothing, Or, Prefix, Query, Wildcard, Word

MOST_VARIANTS = 200
_WHOLE_VOCABULARY = 1_000_000


@dataclass(slots=True)
class Expansion:
    """Expands trees against one reader, and collects what is to be said about it."""

    reader: Reader
    notes: list[Note] = field(default_factory=list)

    def expand(self, query: Query) -> Query:
        if isinstance(query, And | Or | Best):
            return replace(query, parts=tuple(self.expand(part) for part in query.parts))
        if isinstance(query, Not):
            return Not(self.expand(query.part))
        if isinstance(query, Prefix):
            return self._best(query, self.reader.terms(query.field, query.stem, _WHOLE_VOCABULARY))
        if isinstance(query, Wildcard):
            return self._best(query, self._fitting(query))
        if isinstance(query, Fuzzy):
            return self._best(query, self._close(query))
        return query

    def _fitting(self, query: Wildcard) -> Iterable[TermCount]:
        beginning = re.split(r"[*?]", query.pattern, maxsplit=1)[0]
        fits: Callable[[str], object] = re.compile(fnmatch.translate(query.pattern)).match
        return [each for each in self.reader.terms(query.field, beginning, _WHOLE_VOCABULARY) if fits(each.term)]

    def _close(self, query: Fuzzy) -> Iterable[TermCount]:
        def near(term: str) -> bool:
            return OSA.distance(query.term, term, score_cutoff=query.edits) <= query.edits

        return [each for each in self.reader.terms(query.field, "", _WHOLE_VOCABULARY) if near(each.term)]

    def _best(self, query: Prefix | Wildcard | Fuzzy, found: Iterable[TermCount]) -> Query:
        all_of_them = list(found)
        most = heapq.nsmallest(MOST_VARIANTS, all_of_them, key=lambda each: (-each.document_frequency, each.term))
        if len(all_of_them) > MOST_VARIANTS:
            cut = f"the {MOST_VARIANTS} most frequent are searched"
            self.notes.append(Note(f"“{query.typed}” stands for {len(all_of_them):,} words; {cut}."))
        if not most:
            return Nothing()
        return Best(tuple(Word(each.term, query.field, exact=True) for each in most), typed=query.typed)
