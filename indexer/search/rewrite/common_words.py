"""Words that tell no article from another are matched like all others, but do not rank.

Those are function words, and words that more than half of the articles have: the weight that probability theory
gives them (Robertson and Spärck Jones) is none. Where a query has no other words, they rank after all.
"""

from dataclasses import dataclass, field

from indexer.engines.engine import Reader
from indexer.query.tree import DisMax, Not, Phrase, Query, SpanNear, Word, mapped, parts
from indexer.text import analysis
from indexer.text.stop_words import FUNCTION_WORDS


def demote_common_words(reader: Reader, query: Query) -> Query:
    """The same articles, ranked by the distinctive words only."""
    words = _Words(reader)
    return words.muted(query) if words.has_distinctive(query) else query


@dataclass(slots=True)
class _Words:
    reader: Reader
    _common: dict[Word, bool] = field(default_factory=dict)

    def has_distinctive(self, query: Query) -> bool:
        if isinstance(query, Word):
            return query.field in ("any", "title") and not self._is_common(query)
        if isinstance(query, DisMax | Phrase | SpanNear):
            return True
        return not isinstance(query, Not) and any(map(self.has_distinctive, parts(query)))

    def muted(self, query: Query) -> Query:
        if isinstance(query, Word):
            # what is not excluded matches as before, and a Not adds nothing to a score
            return Not(Not(query)) if self._is_common(query) else query
        return query if isinstance(query, DisMax | Not) else mapped(query, self.muted)

    def _is_common(self, word: Word) -> bool:
        if word.exact:
            return False
        if word not in self._common:
            self._common[word] = word.term in FUNCTION_WORDS or self._in_most_articles(word)
        return self._common[word]

    def _in_most_articles(self, word: Word) -> bool:
        first = analysis.terms(word.typed)[:1]
        return any(self.reader.document_frequency(word.field, term) * 2 > self.reader.count for term in first)
