"""A reader's request becomes a page of results: parse, expand, search, pick passages, mark."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.article import Article
from indexer.engines.engine import FacetCounts, FacetWanted, Filter, Hit, Reader, SearchRequest, Sort
from indexer.fields import FACET_FIELDS, FACETS, FacetField
from indexer.search import readback, typed_dates
from indexer.search.analysis import fold
from indexer.search.expand import Expansion
from indexer.search.highlight import Highlighter, MarkedPassage, Span
from indexer.search.note import Note
from indexer.search.query import parse
from indexer.search.tree import Query

__all__ = [
    "ArticleMarks",
    "Choice",
    "FacetPanel",
    "FacetRow",
    "MarkedPassage",
    "Note",
    "Result",
    "SearchInput",
    "SearchPage",
    "Span",
    "every",
    "mark",
    "search",
]


@dataclass(frozen=True, slots=True)
class Choice:
    """The values a reader chose, and those excluded, in one facet."""

    field: FacetField
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchInput:
    """What a reader asked for, as typed. `first` and `last` are partial dates ("2016", "2016-09", "2016-09-01").

    `facet_offset` and `facet_containing` look through the values of a long facet (years and months come whole).
    """

    typed: str = ""
    choices: tuple[Choice, ...] = ()
    first: str = ""
    last: str = ""
    sort: Sort = "relevance"
    page: int = 1
    size: int = 10
    facets: tuple[FacetField, ...] = FACET_FIELDS
    facet_limit: int = 10
    facet_offset: int = 0
    facet_containing: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """A matching article; `matching_passages` counts all its passages that have a match, shown or not."""

    article: Article
    score: float
    title_marks: tuple[Span, ...]
    matching_passages: int
    passages: tuple[MarkedPassage, ...]


@dataclass(frozen=True, slots=True)
class FacetRow:
    """A facet's value; `count` articles would be the total after clicking it."""

    value: str
    count: int
    selected: bool = False
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class FacetPanel:
    """One facet as shown: its chosen and excluded values always among its rows; `distinct` values exist in all."""

    field: FacetField
    heading: str
    rows: tuple[FacetRow, ...]
    distinct: int


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Everything a page of results says. `total` counts articles. `understood` is the query read back in words."""

    asked: SearchInput
    understood: str
    notes: tuple[Note, ...]
    total: int
    results: tuple[Result, ...]
    facets: tuple[FacetPanel, ...]
    generation: str
    took_ms: float

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.asked.size))


@dataclass(frozen=True, slots=True)
class ArticleMarks:
    """Where a query's words stand in one article: offsets into its title and into its whole text."""

    title: tuple[Span, ...] = ()
    text: tuple[Span, ...] = ()


def search(reader: Reader, asked: SearchInput) -> SearchPage:
    """Never raises for anything that was typed; what could not be used is in `notes`. A page beyond the last one
    is empty, its total right."""
    began = time.perf_counter()
    parsed = parse(asked.typed)
    expansion = Expansion(reader)
    query = expansion.expand(parsed.tree)
    request, date_notes = _request(asked, query)
    found = reader.search(request)
    return SearchPage(
        asked=asked,
        understood=readback.words(parsed.tree),
        notes=(*parsed.notes, *expansion.notes, *date_notes),
        total=found.total,
        results=_results(reader, found.hits, Highlighter(query)),
        facets=tuple(_panel(reader, request, counts, asked) for counts in found.facets),
        generation=found.generation,
        took_ms=(time.perf_counter() - began) * 1000,
    )


def mark(reader: Reader, article: Article, typed: str) -> ArticleMarks:
    """The marks of a whole article, as `search` would mark its passages. Never raises for anything typed."""
    highlighter = Highlighter(Expansion(reader).expand(parse(typed).tree))
    return ArticleMarks(highlighter.title(article), highlighter.text(article))


def every(reader: Reader, asked: SearchInput) -> Iterator[Article]:
    """All matching articles in the order asked for, whatever the page; each is read when its turn comes."""
    query = Expansion(reader).expand(parse(asked.typed).tree)
    whole = replace(asked, page=1, size=max(1, reader.count), facets=())
    for hit in reader.search(_request(whole, query)[0]).hits:
        article = reader.article(hit.id)
        if article is not None:
            yield article


def _request(asked: SearchInput, query: Query) -> tuple[SearchRequest, list[Note]]:
    first, last, notes = _dates(asked)
    request = SearchRequest(
        query=query,
        filters=tuple(Filter(c.field, frozenset(c.include), frozenset(c.exclude)) for c in asked.choices),
        first=first,
        last=last,
        sort=asked.sort,
        offset=(max(1, asked.page) - 1) * asked.size,
        limit=asked.size,
        facets=tuple(_wanted(field, asked) for field in asked.facets),
    )
    return request, notes


def _dates(asked: SearchInput) -> tuple[int | None, int | None, list[Note]]:
    notes = []
    bounds = []
    for typed, end in ((asked.first, False), (asked.last, True)):
        days = typed_dates.partial(typed) if typed.strip() else None
        if typed.strip() and days is None:
            notes.append(Note(f"“{typed}” is not a date such as 2017, 2017-11 or 2017-11-03; it is left out."))
        bounds.append(
            (typed_dates.last_number(days.last) if end else typed_dates.first_number(days.first)) if days else None
        )
    return bounds[0], bounds[1], notes


def _results(reader: Reader, hits: Sequence[Hit], highlighter: Highlighter) -> tuple[Result, ...]:
    results = []
    for hit in hits:
        article = reader.article(hit.id)
        if article is not None:
            shown = highlighter.passages(article)
            results.append(Result(article, hit.score, highlighter.title(article), shown.matching, shown.passages))
    return tuple(results)


_TIME_FACETS: tuple[FacetField, ...] = ("year", "month")


def _wanted(field: FacetField, asked: SearchInput) -> FacetWanted:
    if field in _TIME_FACETS:
        return FacetWanted(field, limit=10_000)
    return FacetWanted(field, asked.facet_limit, asked.facet_offset, asked.facet_containing)


def _panel(reader: Reader, request: SearchRequest, counts: FacetCounts, asked: SearchInput) -> FacetPanel:
    chosen = [c for c in asked.choices if c.field == counts.field]
    include = {value for c in chosen for value in c.include}
    exclude = {value for c in chosen for value in c.exclude}
    known = {row.value: row.count for row in counts.rows}
    for value in sorted((include | exclude) - known.keys()):
        known[value] = _count(reader, request, counts.field, value)
    rows = tuple(FacetRow(value, n, value in include, value in exclude) for value, n in known.items())
    return FacetPanel(counts.field, FACETS[counts.field].heading, rows, counts.distinct)


def _count(reader: Reader, request: SearchRequest, field: FacetField, value: str) -> int:
    """The count of a value that is not among the most frequent ones."""
    wanted = FacetWanted(field, limit=1_000, containing=fold(value))
    narrow = SearchRequest(request.query, request.filters, request.first, request.last, limit=0, facets=(wanted,))
    rows = reader.search(narrow).facets[0].rows
    return next((row.count for row in rows if row.value == value), 0)
