"""Our query tree in the cluster's own query language (JSON)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, assert_never

from indexer.engines.article_terms import text_field, word_field
from indexer.engines.engine import Filter
from indexer.engines.opensearch.schema import APART, VALUES_APART
from indexer.engines.validation import is_encodable
from indexer.fields import NAME_FIELDS
from indexer.query import tree

Json = dict[str, Any]

NONE: Json = {"match_none": {}}
ALL: Json = {"bool": {"filter": [{"match_all": {}}]}}
_NEXT_TO_NOTHING = 1e-30


@dataclass(frozen=True, slots=True)
class Translator:
    """`weigh` gives the stems that a word has in the index, and what the score of each is multiplied by."""

    weigh: Callable[[tree.Word], dict[str, float]]

    def query(self, asked: tree.Query) -> Json:
        match asked:
            case tree.MatchAll():
                return ALL
            case tree.MatchNone():
                return NONE
            case tree.Word() | tree.Phrase() | tree.SpanNear():
                return self._leaf(asked)
            case tree.And() | tree.Or() | tree.DisMax() | tree.Not() | tree.Boosted() | tree.Required():
                return self._combined(asked)
            case tree.DateRange(first, last):
                return dated(first, last)
            case tree.Prefix() | tree.Wildcard() | tree.Fuzzy() | tree.Said():
                raise TypeError(f"{asked} reached an engine: expand it first")
            case _:
                assert_never(asked)

    def _combined(self, asked: tree.Compound) -> Json:
        match asked:
            case tree.Not(part):
                return {"bool": {"filter": [{"match_all": {}}], "must_not": [self.query(part)]}}
            case tree.Required(part):
                return self.query(part)
            case tree.And(parts):
                must = [self.query(part) for part in parts if not isinstance(part, tree.Not)]
                never = [self.query(part.part) for part in parts if isinstance(part, tree.Not)]
                return {"bool": {"must": must or [ALL], "must_not": never}}
            case tree.Or(parts):
                made = [self.query(part) for part in parts]
                return {"bool": {"should": made, "minimum_should_match": 1}} if made else NONE
            case tree.Boosted(query, boosts, weight):
                added = [{"bool": {"must": [self.query(each)], "boost": weight}} for each in boosts]
                return {"bool": {"must": [self.query(query)], "should": added}}
            case tree.DisMax(parts):
                made = [self.query(part) for part in parts]
                return {"dis_max": {"queries": made}} if made else NONE

    def _leaf(self, leaf: tree.Leaf) -> Json:
        terms = (leaf.term,) if isinstance(leaf, tree.Word) else leaf.terms
        if not terms or not all(term and is_encodable(term) and not any(map(str.isspace, term)) for term in terms):
            return NONE
        made = self._sound_leaf(leaf)
        return made if leaf.field in ("any", "title") else {"bool": {"filter": [made]}}

    def _sound_leaf(self, leaf: tree.Leaf) -> Json:
        match leaf:
            case tree.Word():
                return self._word(leaf)
            case tree.Phrase(terms, field):
                name = text_field(field, exact=True)
                return _phrase(name, terms) if len(terms) > 1 else {"term": {name: terms[0]}}
            case tree.SpanNear(terms, _, field):
                name = text_field(field, exact=True)
                words: list[Json] = [{"term": {name: term}} for term in terms]
                return {"bool": {"must": words, "filter": [_near(name, leaf)]}}

    def _word(self, word: tree.Word) -> Json:
        """The stems that a word has by the rules of several languages weigh what all of them together do."""
        name, terms = word_field(word), self.weigh(word)
        found: list[Json] = [{"term": {name: {"value": term, "boost": boost}}} for term, boost in terms.items()]
        return {"bool": {"should": found, "minimum_should_match": 1}} if len(found) > 1 else found[0]


def _phrase(name: str, terms: tuple[str, ...]) -> Json:
    """Of a phrase only those shards say how many documents the field has that know one of its words, of a word all
    do: beside one that adds nothing to a score the phrase is weighed by the statistics of the whole index."""
    word = {"term": {name: {"value": terms[0], "boost": _NEXT_TO_NOTHING}}}
    return {"bool": {"must": [{"match_phrase": {name: " ".join(terms)}}], "should": [word]}}


def _near(name: str, near: tree.SpanNear) -> Json:
    """Intervals that may come in any order; a repeated term wants places of its own."""
    apart = VALUES_APART if near.field in NAME_FIELDS else APART
    gaps = min(max(0, near.distance), apart - 1)
    words = [{"match": {"query": term}} for term in near.terms]
    return {"intervals": {name: {"all_of": {"intervals": words, "max_gaps": gaps}}}}


def dated(first: int | None, last: int | None) -> Json:
    ranges: list[Json] = [{"range": {"first": {"gte": first or 0}}}]
    if last is not None:
        ranges.append({"range": {"last": {"lte": last}}})
    return {"bool": {"filter": ranges}}


def including(filters: Iterable[Filter]) -> list[Json]:
    """One query a filter that wants values; a document must fit all of them."""
    return [_having(each.field, each.include) for each in filters if each.include]


def excluding(filters: Iterable[Filter]) -> list[Json]:
    return [_having(each.field, each.exclude) for each in filters if each.exclude]


def _having(name: str, values: frozenset[str]) -> Json:
    return {"terms": {f"facets.{name}": sorted(filter(is_encodable, values))}}
