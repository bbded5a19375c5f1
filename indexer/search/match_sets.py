"""Articles with all of the words, and below them those with some: two sets, one list.

The text alone, over the whole archive, decides which of them counts: all, where at least one article has all of the
words, else some. Filters never switch it, so that the number beside a value is the total after clicking it.
"""

from dataclasses import dataclass, replace

from indexer.engines.engine import Hit, Reader, SearchRequest, SearchResult
from indexer.query.tree import And, Boosted, Not, Query
from indexer.search.plan import Plan
from indexer.search.result import Matched


@dataclass(frozen=True, slots=True)
class Matches:
    """`plan` asks for the set that counts, `counted`, and `result` is its total, its facets and its hits on this page.
    `total_some` articles have some of the words and not all, and `others` are those of them that are on this page.
    `listed`: hits on all pages together. Near duplicates of which one has all of the words and the other has not are
    two hits, counted as such where the page reaches the others."""

    plan: Plan
    counted: Matched
    result: SearchResult
    listed: int
    total_some: int = 0
    others: tuple[Hit, ...] = ()


def matches(reader: Reader, planned: Plan) -> Matches:
    found = reader.search(planned.request)
    if planned.some is None:
        return Matches(planned, "all", found, found.stories)
    if not found.total and not (_is_narrowed(planned.request) and _is_matched(reader, planned)):
        of_some = _asking(planned, planned.some)
        found = reader.search(of_some.request)
        return Matches(of_some, "some", found, found.stories, found.total)
    if len(found.hits) == planned.request.limit:
        any_of_them = reader.search(
            replace(planned.request, query=_unboosted(planned.some), offset=0, limit=0, facets=())
        )
        return Matches(planned, "all", found, any_of_them.stories, any_of_them.total - found.total)
    others = reader.search(_beyond(planned.request, planned.some, found))
    return Matches(planned, "all", found, found.stories + others.stories, others.total, others.hits)


def counted(reader: Reader, planned: Plan) -> Plan:
    """The same for the set that counts."""
    return planned if planned.some is None or _is_matched(reader, planned) else _asking(planned, planned.some)


def _is_narrowed(request: SearchRequest) -> bool:
    """By more than the text."""
    return bool(request.filters or request.first or request.last)


def _is_matched(reader: Reader, planned: Plan) -> bool:
    """Whether any article of the archive has all of the words."""
    query = _unboosted(planned.said.all_by() if planned.said else planned.request.query)
    anywhere = replace(planned.request, query=query, filters=(), first=None, last=None, offset=0, limit=0, facets=())
    return reader.search(anywhere).total > 0


def _unboosted(query: Query) -> Query:
    return query.query if isinstance(query, Boosted) else query


def _asking(planned: Plan, query: Query) -> Plan:
    said = planned.said and replace(planned.said, ranked=planned.said.some or planned.said.ranked, some=None)
    return replace(planned, request=replace(planned.request, query=query), some=None, said=said)


def _beyond(request: SearchRequest, some: Query, found: SearchResult) -> SearchRequest:
    """What goes on where those with all of the words end."""
    others = And((some, Not(_unboosted(request.query))))
    offset, room = max(0, request.offset - found.stories), request.limit - len(found.hits)
    return replace(request, query=others, offset=offset, limit=room, facets=())
