"""Patterns become the words of the index that they stand for: bounded, and a cut is said."""

import heapq
import re
from dataclasses import dataclass, field

from indexer.engines.engine import Reader
from indexer.engines.term_dictionary import MOST_TERMS
from indexer.message import N_, Message, nN_
from indexer.query.note import Note
from indexer.query.tree import Boosted, DisMax, Fuzzy, MatchNone, Pattern, Prefix, Query, Wildcard, Word, mapped

MOST_VARIANTS = 200
MOST_PATTERNS = 16
_LONG = 3  # letters of a prefix
_ITSELF = 20.0  # times what the word itself counts in a fuzzy query, beside the words that are like it
_SYMBOLS = re.compile(r"[*?]")


@dataclass(slots=True)
class Expansion:
    """Expands trees against one reader, to `most` words a pattern, and collects what is to be said about it."""

    reader: Reader
    most: int = field(default_factory=lambda: MOST_VARIANTS)
    notes: list[Note] = field(default_factory=list)
    _done: dict[Pattern, Query] = field(default_factory=dict)
    _known: dict[Pattern, tuple[list[str], int]] = field(default_factory=dict)

    def to(self, most: int) -> "Expansion":
        """To fewer words; what the patterns stand for is looked up no second time."""
        return Expansion(self.reader, most, _known=self._known)

    def expand(self, query: Query) -> Query:
        if not isinstance(query, Pattern):
            return mapped(query, self.expand)
        if query not in self._done:
            self._done[query] = self._expanded(query)
        return self._done[query]

    def _expanded(self, pattern: Pattern) -> Query:
        if len(self._done) >= MOST_PATTERNS:
            said = N_(
                "Only %(most)s patterns are expanded; “%(pattern)s” is searched as a word.",
                most=MOST_PATTERNS,
                pattern=pattern.typed,
            )
            self.notes.append(Note(said))
            return _as_word(pattern)
        if pattern not in self._known:
            self._known[pattern] = self._found(pattern)
        frequent, number = self._known[pattern]
        if number > self.most:
            self.notes.append(Note(_cut(pattern, number, self.most)))
        if not frequent:
            return MatchNone()
        words = tuple(Word(term, pattern.field, exact=True, typed=term) for term in frequent[: self.most])
        return _itself_first(words, pattern)

    def _found(self, pattern: Pattern) -> tuple[list[str], int]:
        """The most frequent words of the index that fit, and how many do. A short beginning fits a good part of all
        words, which are then read once for all patterns."""
        if isinstance(pattern, Wildcard) or (isinstance(pattern, Prefix) and len(pattern.stem) < _LONG):
            known = self.reader.term_dictionary(pattern.field)
            places = known.wildcard(pattern.pattern if isinstance(pattern, Wildcard) else f"{pattern.stem}*")
            return known.most_frequent(places, self.most), len(places)
        if isinstance(pattern, Prefix):
            found = [(-count, term) for term, count in self.reader.terms(pattern.field, pattern.stem, MOST_TERMS)]
        else:
            near = self.reader.term_dictionary(pattern.field).fuzzy(pattern.term, pattern.edits)
            found = [(-each.articles if each.edits else -self.reader.count, each.term) for each in near]
        return [term for _, term in heapq.nsmallest(self.most, found)], len(found)


def _itself_first(words: tuple[Word, ...], pattern: Pattern) -> Query:
    """Of words that are spelt nearly so, the rare ones would rank before the one that was typed."""
    expanded = DisMax(words, typed=pattern.typed)
    itself = [each for each in words if isinstance(pattern, Fuzzy) and each.term == pattern.term]
    return Boosted(expanded, tuple(itself), _ITSELF) if itself else expanded


def _cut(pattern: Pattern, words: int, most: int) -> Message:
    return nN_(
        "“%(pattern)s” stands for %(number)s word; the %(most)s most frequent are searched.",
        "“%(pattern)s” stands for %(number)s words; the %(most)s most frequent are searched.",
        words,
        pattern=pattern.typed,
        most=most,
    )


def _as_word(pattern: Pattern) -> Query:
    term = pattern.term if isinstance(pattern, Fuzzy) else _SYMBOLS.sub("", pattern.typed)
    return Word(term, pattern.field, typed=pattern.typed) if term else MatchNone()
