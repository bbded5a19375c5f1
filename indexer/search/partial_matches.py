"""Where no article has all of the words: those that have most of them, kept apart from full matches."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from indexer.engines.engine import Reader, SearchRequest, SearchResult
from indexer.query import unparse
from indexer.query.tree import And, DateRange, Not, Or, Query, Word
from indexer.search.highlight.snippets import Highlighter
from indexer.search.plan import Plan
from indexer.search.result import Result, articles, results
from indexer.text.stop_words import FUNCTION_WORDS

# Of more conditions, those that fewest articles fulfil: every choice among these can still be asked for.
MOST_CONDITIONS = 6


@dataclass(frozen=True, slots=True)
class PartialMatches:
    """`total` articles have `have` of the `of` distinctive words (or other conditions) of a query. Function words are
    not counted: where `have` is `of`, only those are missing."""

    have: int
    of: int
    total: int
    results: tuple[Result, ...]


def most_of(reader: Reader, planned: Plan) -> PartialMatches | None:
    """None where the query is no list of conditions, or where nothing fulfils any of them."""
    conditions = planned.expanded.parts if isinstance(planned.expanded, And) else ()
    required = [part for part in conditions if isinstance(part, Not | DateRange)]
    counted = [part for part in conditions if part not in required]
    wanted = [part for part in counted if not _is_function_word(part)]
    found = _counted(reader, planned.request, wanted, required)
    most = len(wanted) if len(wanted) < len(counted) else len(wanted) - 1
    for have in range(min(len(found), most), 0, -1):
        choices = [And((*choice, *required)) for choice in combinations(found, have)]
        result = reader.search(replace(planned.request, query=Or(tuple(choices)), facets=()))
        if result.total:
            return PartialMatches(have, len(wanted), result.total, _shown(reader, result, planned, wanted))
    return None


def _is_function_word(part: Query) -> bool:
    return isinstance(part, Word) and not part.exact and part.term in FUNCTION_WORDS


def _counted(reader: Reader, request: SearchRequest, wanted: Sequence[Query], required: Sequence[Query]) -> list[Query]:
    """Those that any article fulfils beside what is required, rarest first."""
    counting = replace(request, offset=0, limit=0, facets=())
    totals = [reader.search(replace(counting, query=And((part, *required)))).total for part in wanted]
    rarest = sorted((total, place) for place, total in enumerate(totals) if total)
    return [wanted[place] for _, place in rarest[:MOST_CONDITIONS]]


def _shown(reader: Reader, result: SearchResult, planned: Plan, wanted: Sequence[Query]) -> tuple[Result, ...]:
    each_alone = [(unparse.unparse(part), Highlighter(part)) for part in wanted]
    shown = results(articles(reader, result.hits), Highlighter(planned.expanded))
    return tuple(replace(each, missing=_missing(each, each_alone)) for each in shown)


def _missing(result: Result, conditions: Sequence[tuple[str, Highlighter]]) -> tuple[str, ...]:
    article = result.article
    return tuple(
        typed
        for typed, highlighter in conditions
        if highlighter.marks_anything and not highlighter.text(article) and not highlighter.title(article)
    )
