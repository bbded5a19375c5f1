"""Our query tree in tantivy's own queries, built by its constructors and never from text."""

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, permutations
from math import comb, factorial
from typing import assert_never

from tantivy import FieldType, Occur, Query, Schema

from indexer.engines.article_terms import text_field, word_field, word_terms
from indexer.engines.engine import Filter
from indexer.engines.tantivy.schema import APART
from indexer.engines.validation import is_encodable
from indexer.query import tree

MOST_ARRANGEMENTS = 500  # phrases that one Near may become; past that, candidates are read and looked at
MOST_PAIRS = 15

Verify = Callable[[tree.SpanNear], list[str]]


@dataclass(frozen=True, slots=True)
class Translator:
    """`fields` are those that the index has: an earlier release may have known fewer. `verify` gives the ids of the
    articles that fit a Near of more than two words; `weigh` what the score of each of several stems is multiplied by.
    `languages`: those of the articles."""

    schema: Schema
    fields: Container[str]
    verify: Verify
    languages: Collection[str]
    weigh: Callable[[str, tuple[str, ...]], dict[str, float]]

    def query(self, asked: tree.Query) -> Query:
        match asked:
            case tree.MatchAll():
                return unscored(Query.all_query())
            case tree.MatchNone():
                return Query.empty_query()
            case tree.Word() | tree.Phrase() | tree.SpanNear():
                return self._leaf(asked)
            case tree.And() | tree.Or() | tree.DisMax() | tree.Not() | tree.Boosted() | tree.Required():
                return self._combined(asked)
            case tree.DateRange(first, last):
                return unscored(self.dated(first, last))
            case tree.Prefix() | tree.Wildcard() | tree.Fuzzy() | tree.Said():
                raise TypeError(f"{asked} reached an engine: expand it first")
            case _:
                assert_never(asked)

    def _combined(self, asked: tree.Compound) -> Query:
        match asked:
            case tree.Not(part):
                return excluding(unscored(Query.all_query()), [self.query(part)])
            case tree.Required(part):
                return self.query(part)
            case tree.And(parts):
                must = [self.query(part) for part in parts if not isinstance(part, tree.Not)]
                never = [self.query(part.part) for part in parts if isinstance(part, tree.Not)]
                return excluding(all_of(must), never)
            case tree.Or(parts):
                return any_of([self.query(part) for part in parts])
            case tree.Boosted(query, boosts, weight):
                added = [Query.boost_query(self.query(each), weight) for each in boosts]
                return Query.boolean_query([(Occur.Must, self.query(query)), *((Occur.Should, each) for each in added)])
            case tree.DisMax(parts):
                return Query.disjunction_max_query([self.query(part) for part in parts] or [Query.empty_query()])

    def _leaf(self, leaf: tree.Leaf) -> Query:
        terms = (leaf.term,) if isinstance(leaf, tree.Word) else leaf.terms
        if text_field(leaf.field, exact=True) not in self.fields or not all(map(is_encodable, terms)):
            return Query.empty_query()
        made = self._encodable_leaf(leaf)
        return made if leaf.field in ("any", "title") else unscored(made)

    def _encodable_leaf(self, leaf: tree.Leaf) -> Query:
        match leaf:
            case tree.Word():
                return self._word(leaf)
            case tree.Phrase(terms, field):
                return self._phrase(text_field(field, exact=True), list(enumerate(terms)))
            case tree.SpanNear(terms, _, field):
                words = [self._term(text_field(field, exact=True), term) for term in terms]
                return all_of([*words, unscored(self._near(leaf))]) if terms else Query.empty_query()

    def _word(self, word: tree.Word) -> Query:
        """The stems that a word has by the rules of several languages weigh what all of them together do."""
        name = word_field(word)  # which an earlier release did not have where it is flat
        name = name if name in self.fields else "any.stems"
        terms = word_terms(word, self.languages)
        if len(terms) == 1:
            return self._term(name, terms[0])
        known = self.weigh(name, terms)
        if len(known) < 2:
            return self._term(name, next(iter(known), terms[0]))
        return any_of([Query.boost_query(self._term(name, each), boost) for each, boost in known.items()])

    def _term(self, name: str, term: str) -> Query:
        option = "freq" if name.endswith(".stems") else "position"
        return Query.term_query(self.schema, name, term, index_option=option)

    def _phrase(self, name: str, placed: Sequence[tuple[int, str]]) -> Query:
        if not placed:
            return Query.empty_query()
        if len(placed) == 1:
            return self._term(name, placed[0][1])
        return Query.phrase_query(self.schema, name, list(placed))

    def _near(self, near: tree.SpanNear) -> Query:
        """Two words: tantivy's own nearness. More: those of the articles in which each two of the words are near that
        have one of the arrangements as a phrase with gaps or, where there are too many of them, that were read."""
        name, terms, distance = text_field(near.field, exact=True), near.terms, _distance(near)
        if len(terms) == 1:
            return self._term(name, terms[0])
        if is_pair(near):
            return self._pair(name, terms, distance)
        return self.ids(self.verify(near))

    def arranged(self, near: tree.SpanNear) -> Query:
        """Exactly what is near, of the candidates."""
        name = text_field(near.field, exact=True)
        phrases = [self._phrase(name, placed) for placed in _placings(near.terms, _distance(near))]
        return unscored(all_of([self.candidates(near), any_of(phrases)]))

    def candidates(self, near: tree.SpanNear) -> Query:
        """Articles in which each two of the words are near, though perhaps not all at one place."""
        name = text_field(near.field, exact=True)
        distinct = tuple(dict.fromkeys(near.terms))
        pairs = islice(combinations(distinct, 2), MOST_PAIRS)
        near_pairs = [self._pair(name, pair, len(near.terms) + _distance(near) - 2) for pair in pairs]
        return unscored(all_of([*(self._term(name, term) for term in distinct), *near_pairs]))

    def _pair(self, name: str, pair: tuple[str, ...], distance: int) -> Query:
        """Tantivy's slop is how far the second word may be from where a phrase has it: it needs either order said."""
        orders: list[list[str | tuple[int, str]]] = [[pair[0], pair[1]], [pair[1], pair[0]]]
        return any_of([Query.phrase_query(self.schema, name, order, slop=distance) for order in orders])

    def dated(self, first: int | None, last: int | None) -> Query:
        from_day = Query.range_query(self.schema, "first", FieldType.Unsigned, lower_bound=max(0, first or 0))
        if last is None:
            return from_day
        if last < 0:
            return Query.empty_query()
        return all_of([from_day, Query.range_query(self.schema, "last", FieldType.Unsigned, upper_bound=last)])

    def days(self, least: int, most: int) -> Query:
        """By the values of the field."""
        return unscored(Query.range_query(self.schema, "day", FieldType.Unsigned, lower_bound=least, upper_bound=most))

    def filters(self, chosen: Iterable[Filter]) -> tuple[list[Query], list[Query]]:
        """What must hold and what must not."""
        must = [self._having(each.field, each.include) for each in chosen if each.include]
        return must, [self._having(each.field, each.exclude) for each in chosen if each.exclude]

    def story(self, number: int) -> Query:
        return unscored(Query.term_query(self.schema, "story", number, index_option="basic"))

    def ids(self, known: Iterable[str]) -> Query:
        return self._having("id", frozenset(known))

    def _having(self, name: str, values: frozenset[str]) -> Query:
        encodable = list(filter(is_encodable, values)) if name in self.fields else []
        return unscored(Query.term_set_query(self.schema, name, encodable)) if encodable else Query.empty_query()


def unscored(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)


def all_of(queries: list[Query]) -> Query:
    if not queries:
        return unscored(Query.all_query())
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Must, query) for query in queries])


def any_of(queries: list[Query]) -> Query:
    if not queries:
        return Query.empty_query()
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Should, query) for query in queries])


def excluding(query: Query, never: list[Query]) -> Query:
    if not never:
        return query
    return Query.boolean_query([(Occur.Must, query), *((Occur.MustNot, each) for each in never)])


def _distance(near: tree.SpanNear) -> int:
    return min(max(0, near.distance), APART // 2)


def is_pair(near: tree.SpanNear) -> bool:
    return len(near.terms) == 2 and near.terms[0] != near.terms[1]


def arrangements(near: tree.SpanNear) -> int:
    """How many phrases `_placings` makes at most. Past a few words or wide distances: too many to count."""
    terms, distance = len(near.terms), _distance(near)
    if terms > 5 or distance >= APART // 2:
        return MOST_ARRANGEMENTS + 1
    return factorial(terms) * comb(distance + terms - 1, terms - 1)


def _placings(terms: tuple[str, ...], distance: int) -> Iterator[list[tuple[int, str]]]:
    """Each order of the terms at each set of places in a window that begins with the first of them."""
    width = len(terms) + distance
    for order in sorted(set(permutations(terms))):
        for later in combinations(range(1, width), len(terms) - 1):
            yield list(zip((0, *later), order, strict=True))
