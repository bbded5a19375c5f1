"""What a query will cost, before it is searched: from how many articles have its words, and the engine's prices."""

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.article import Article
from indexer.engines import said_terms
from indexer.engines.engine import Reader
from indexer.query.tree import And, DisMax, Leaf, MatchNone, Or, Pattern, Query, Required, Said, SpanNear, Word, parts
from indexer.text import analysis

BUDGET = 400.0  # milliseconds of a processor, for all searches of a page; what surrounds them takes as long again
_READING, _MARKING, _EXPLAINING = 0.15, 0.3, 0.7  # milliseconds for an article
_SPELT = 0.02  # milliseconds for a word of one speaker
_SPEAKERS, _OF_SPEAKER, _OF_WORD = 50, 0.3, 0.15  # who are mostly counted, and milliseconds for each
_LENGTH = 30e-6  # and for each of its characters that is looked at
_OFTEN = 12  # times that a word which all articles have stands in each


def cost(reader: Reader, query: Query, budget: float) -> float:
    """Of one search, in milliseconds. Of a query that costs little even if all articles have all of its words, nothing
    is looked up; of one beyond the budget, no more than shows it."""
    most = _Bill(reader, budget, looks_up=False).of(query)
    return most if most <= budget else _Bill(reader, budget, looks_up=True).of(query)


def by_speaker(query: Query) -> float:
    """Milliseconds to count who says what a query asks for: one search for each of the speakers."""
    return _SPEAKERS * (_OF_SPEAKER + _OF_WORD * leaves(query))


def leaves(query: Query) -> int:
    """How many words and phrases are looked for."""
    return isinstance(query, Leaf | Pattern) + sum(map(leaves, parts(query)))


def reading(articles: int) -> float:
    """Milliseconds for so many articles, once they are found."""
    return articles * _READING


def showing(articles: Sequence[Article], *, explained: bool = False) -> float:
    """Milliseconds to mark them, when they are read."""
    characters = sum(len(article.text) for article in articles)
    return len(articles) * (_MARKING + _EXPLAINING * explained) + characters * _LENGTH * (1 + explained)


@dataclass(slots=True)
class _Bill:
    """`looks_up`: articles are counted; otherwise every word is taken to be in all of them."""

    reader: Reader
    budget: float
    looks_up: bool
    spent: float = 0.0

    def of(self, query: Query) -> float:
        self._add(query)
        return self.spent

    def _add(self, query: Query) -> None:
        if self.spent > self.budget:
            return
        if isinstance(query, Leaf):
            self._add_leaf(query)
        else:
            if not isinstance(query, And | Or | DisMax | Required | Said | MatchNone):  # all articles are looked at
                self._spend(self.reader.prices.posting * self.reader.count)
            if isinstance(query, Said):
                self._spell(query)
            for part in parts(query):
                self._add(part)

    def _spell(self, said: Said) -> None:
        """Each word is asked for with each number that a speaker may have, and with all that he may be called by."""
        numbers = len(self.reader.terms("sayer", said_terms.by(said_terms.ANYBODY, ""), said_terms.MOST_SPEAKERS + 2))
        self.spent += _SPELT * numbers * leaves(said.part) * (1 + (leaves(said.by) if said.by else 0))

    def _add_leaf(self, leaf: Leaf) -> None:
        prices = self.reader.prices
        words = [leaf] if isinstance(leaf, Word) else [Word(each, leaf.field, exact=True) for each in {*leaf.terms}]
        counts = [self._articles(word) for word in words]
        self._spend(prices.term * len(words) + prices.posting * sum(counts))
        if isinstance(leaf, Word):
            return
        each = prices.near if isinstance(leaf, SpanNear) else prices.beside
        self._spend(each * sum(map(self._places, counts)))
        if isinstance(leaf, SpanNear) and self.spent <= self.budget:
            self._spend(self.reader.verifying(leaf))

    def _spend(self, nanoseconds: float) -> None:
        self.spent += nanoseconds / 1_000_000

    def _articles(self, word: Word) -> int:
        """Of a stem as many as twice those that have the word as it was typed, or all."""
        if not self.looks_up:
            return self.reader.count
        known = self.reader.document_frequency
        if word.exact and not word.is_acronym:
            return known(word.field, word.term)
        typed = analysis.terms(word.typed)[:1]
        return min(self.reader.count, 2 * known(word.field, typed[0])) if typed else self.reader.count

    def _places(self, articles: int) -> float:
        """Words that most articles have stand in each of them again and again."""
        return articles * (1 + _OFTEN * (articles / max(1, self.reader.count)) ** 2)
