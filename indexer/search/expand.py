"""Patterns become the words of the index that they stand for: bounded, and a cut is said."""

import fnmatch
import heapq
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from indexer.engines.engine import Reader
from indexer.message import Message, counted, message
from indexer.search.analysis import stem
from indexer.search.note import Note
from indexer.search.tree import And, Best, Fuzzy, Not, Nothing, Or, Prefix, Query, Wildcard, Word
from indexer.search.vocabulary import MOST_TERMS, vocabulary

MOST_VARIANTS = 200
MOST_PATTERNS = 16
_SYMBOLS = re.compile(r"[*?]")

Pattern = Prefix | Wildcard | Fuzzy


@dataclass(slots=True)
class Expansion:
    """Expands trees against one reader, and collects what is to be said about it."""

    reader: Reader
    notes: list[Note] = field(default_factory=list)
    _done: dict[Pattern, Query] = field(default_factory=dict)

    def expand(self, query: Query) -> Query:
        if isinstance(query, And | Or | Best):
            return replace(query, parts=tuple(self.expand(part) for part in query.parts))
        if isinstance(query, Not):
            return Not(self.expand(query.part))
        if isinstance(query, Prefix | Wildcard | Fuzzy):
            if query not in self._done:
                self._done[query] = self._expanded(query)
            return self._done[query]
        return query

    def _expanded(self, pattern: Pattern) -> Query:
        if len(self._done) >= MOST_PATTERNS:
            said = message(
                "Only %(most)s patterns are expanded; “%(pattern)s” is searched as a word.",
                most=MOST_PATTERNS,
                pattern=pattern.typed,
            )
            self.notes.append(Note(said))
            return _as_word(pattern)
        counts = self._found(pattern)
        most = heapq.nsmallest(MOST_VARIANTS, counts, key=lambda term: (-counts[term], term))
        if len(counts) > MOST_VARIANTS:
            self.notes.append(Note(_cut(pattern, len(counts))))
        if not most:
            return Nothing()
        return Best(tuple(Word(term, pattern.field, exact=True, typed=term) for term in most), typed=pattern.typed)

    def _found(self, pattern: Pattern) -> dict[str, int]:
        """The words of the index that fit, and how many articles have each."""
        if isinstance(pattern, Prefix):
            found = self.reader.terms(pattern.field, pattern.stem, MOST_TERMS)
            return {each.term: each.document_frequency for each in found}
        known = vocabulary(self.reader, pattern.field)
        if isinstance(pattern, Wildcard):
            return {term: known.counts[term] for term in _fitting(pattern, known.counts)}
        return {term: known.counts[term] for term, _ in known.near(pattern.term, pattern.edits)}


def _cut(pattern: Pattern, words: int) -> Message:
    return counted(
        "“%(pattern)s” stands for %(number)s word; the %(most)s most frequent are searched.",
        "“%(pattern)s” stands for %(number)s words; the %(most)s most frequent are searched.",
        words,
        pattern=pattern.typed,
        most=MOST_VARIANTS,
    )


def _fitting(pattern: Wildcard, terms: Iterable[str]) -> Iterable[str]:
    # fnmatch makes its stars atomic, so that *a*a*a* takes no longer than a*
    fits = re.compile(fnmatch.translate(pattern.pattern)).match
    longest = max(_SYMBOLS.split(pattern.pattern), key=len)  # most words do not even have that
    return [term for term in terms if longest in term and fits(term)]


def _as_word(pattern: Pattern) -> Query:
    term = pattern.term if isinstance(pattern, Fuzzy) else _SYMBOLS.sub("", pattern.typed)
    return Word(stem(term), pattern.field, typed=pattern.typed) if term else Nothing()
