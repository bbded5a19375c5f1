"""A query that would cost too much is narrowed until it does not: patterns to fewer words, nearness to its words."""

from dataclasses import dataclass

from indexer.engines.engine import Reader
from indexer.errors import QueryTooCostly
from indexer.message import N_, Message
from indexer.query.note import Note
from indexer.query.tree import And, Query, SpanNear, Word, mapped
from indexer.search import cost
from indexer.search.rewrite.said import bound
from indexer.search.rewrite.wildcards import Expansion

_FEWER = (100, 50, 25, 12, 5)  # words that a pattern stands for


@dataclass(frozen=True, slots=True)
class Affordable:
    """The expanded query, what is to be said of it, and whether another was asked for. `cost` may be beyond the budget
    where nothing is left to narrow."""

    query: Query
    notes: tuple[Note, ...]
    cost: float
    budget: float
    narrowed: bool = False

    def or_refused(self) -> "Affordable":
        """Raises QueryTooCostly."""
        if self.cost > self.budget:
            said = N_("These words stand in too many articles to look for them all in this way.")
            raise QueryTooCostly(said, N_("Ask for fewer or rarer words, or for fewer phrases."))
        return self


def affordable(reader: Reader, query: Query, searches: int = 1) -> Affordable:
    """`searches`: how often it is searched for one answer."""
    budget = cost.BUDGET / searches
    expansion = Expansion(reader)
    expanded = bound(expansion.expand(query))
    bill = cost.cost(reader, expanded, budget)
    if bill <= budget:
        return Affordable(expanded, tuple(expansion.notes), bill, budget)
    return _narrowed(reader, query, expansion, budget)


def _narrowed(reader: Reader, query: Query, expansion: Expansion, budget: float) -> Affordable:
    """Nearness first: of patterns most readers want the frequent words, and get them."""
    apart = _Apart(reader, budget / 4, [])
    plain = apart.query(query)
    for most in (expansion.most, *_FEWER):
        fewer = expansion.to(most)
        expanded = bound(fewer.expand(plain))
        bill = cost.cost(reader, expanded, budget)
        if bill <= budget:
            break
    return Affordable(expanded, (*apart.notes, *fewer.notes), bill, budget, narrowed=True)


@dataclass(frozen=True, slots=True)
class _Apart:
    """Takes nearness apart where it costs more than its share."""

    reader: Reader
    share: float
    notes: list[Note]

    def query(self, query: Query) -> Query:
        if not isinstance(query, SpanNear):
            return mapped(query, self.query)
        if cost.cost(self.reader, query, self.share) <= self.share:
            return query
        self.notes.append(Note(_said(query)))
        return And(_words(query))


def _said(near: SpanNear) -> Message:
    return N_(
        "“%(words)s”: too many articles have these words to see how near they are; all that have them are found.",
        words=near.typed,
    )


def _words(near: SpanNear) -> tuple[Word, ...]:
    return tuple(Word(each, near.field, exact=True, typed=each) for each in dict.fromkeys(near.terms))
