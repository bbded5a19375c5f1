"""The wall between everything that knows text and everything that stores it."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

from indexer.article import Article
from indexer.engines.term_dictionary import TermDictionary
from indexer.fields import FacetField, QueryField
from indexer.query.tree import Query, SpanNear

Sort = Literal["relevance", "newest", "oldest"]


@dataclass(frozen=True, slots=True)
class Filter:
    """Chosen and excluded values of one facet. Several `include`d ones: at least one; `exclude`d: none."""

    field: FacetField
    include: frozenset[str] = frozenset()
    exclude: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FacetWanted:
    """One facet to count: its most frequent `limit` values from `offset` on, of those whose folded form contains
    `containing` and, where `named` is not empty, that it names."""

    field: FacetField
    limit: int = 10
    offset: int = 0
    containing: str = ""
    named: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What is asked of an engine. `first`/`last` bound the date as `DateRange` does (yyyymmdd). `among`: only articles
    with these ids match, for what is asked of a page of hits alone; None: all may. `collapse`: of near duplicates that
    match, the best-placed one is a hit and stands for the others; `offset` and `limit` count such hits."""

    query: Query
    filters: tuple[Filter, ...] = ()
    first: int | None = None
    last: int | None = None
    sort: Sort = "relevance"
    offset: int = 0
    limit: int = 10
    facets: tuple[FacetWanted, ...] = ()
    among: frozenset[str] | None = None
    collapse: bool = False


MOST_REPEATS = 3  # that a hit names
MOST_EXACT = 10_000


@dataclass(frozen=True, slots=True)
class Hit:
    """A matching article's id and its score (0 where the query has nothing to rank by). Of a collapsed search: how many
    near duplicates of it match too (`repeated`), and the ids of MOST_REPEATS of them, the original first."""

    id: str
    score: float
    repeated: int = 0
    repeats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many articles a click on the value would give."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """One facet's rows, most frequent first and then by value, and how many values there are in all."""

    field: FacetField
    rows: tuple[FacetCount, ...]
    distinct: int


@dataclass(frozen=True, slots=True)
class SearchResult:
    """`total` counts articles, exactly. Facet counts are exact over all matches, each facet's own choice
    (its `include`) left out of its own counts. `stories` counts the hits of all pages together: fewer than articles
    where the search is collapsed, exact up to MOST_EXACT matches and about right beyond."""

    total: int
    hits: tuple[Hit, ...]
    facets: tuple[FacetCounts, ...]
    generation: str
    stories: int


class TermCount(NamedTuple):
    """A term of the index (exact form) and how many articles have it. A tuple: a whole vocabulary of them is made at
    once, in a third of the time that objects of a dataclass take."""

    term: str
    document_frequency: int


@dataclass(frozen=True, slots=True)
class Prices:
    """What an engine takes for its work, in nanoseconds of a processor, measured with a hundred thousand articles: for
    a term looked up; for each article that has it; for each place where a word of a phrase stands, or one of those
    that shall be near."""

    term: int
    posting: int
    beside: int
    near: int


class Reader(Protocol):
    """One complete generation of the index; what it answers never changes. Safe to share between threads. Whoever was
    given one closes it, once."""

    @property
    def generation(self) -> str: ...

    @property
    def count(self) -> int:
        """Articles in the generation."""

    @property
    def languages(self) -> frozenset[str]:
        """The codes of those that articles have."""

    @property
    def prices(self) -> Prices: ...

    def verifying(self, near: SpanNear) -> int:
        """Nanoseconds to see in which articles words are near, beyond the prices: 0 where the index itself tells."""

    def search(self, request: SearchRequest) -> SearchResult:
        """Order: by the sort, ties by date (newest first; for `oldest`, oldest first), then id. Undated articles
        come last under both date sorts. Scores tie that are nearly equal (`bm25.tied`)."""

    def article(self, article_id: str) -> Article | None: ...

    def ids(self) -> Iterator[str]:
        """Of all articles, each once, in no promised order. They are read as they are taken: a million of them need no
        more memory than ten thousand."""

    def terms(self, field: QueryField, prefix: str, limit: int) -> Sequence[TermCount]:
        """The exact terms of a field that begin with `prefix`, in alphabetical order."""

    def document_frequency(self, field: QueryField, term: str) -> int:
        """How many articles have the exact term. Quick, also where the term dictionary was not read yet."""

    def term_dictionary(self, field: QueryField) -> TermDictionary:
        """All exact terms of a field; read once, and kept as long as the reader."""

    def close(self) -> None:
        """Its files are closed when the last who was given it has done this, and something newer is there."""


class Writer(Protocol):
    """Collects changes; they become one new generation when its context ends without an error, else none does."""

    def replace(self, article: Article) -> None: ...

    def delete(self, article_id: str) -> None: ...


class Engine(Protocol):
    """Finds, scores, filters, sorts and counts articles. Does not parse, tokenise or mark, and knows no URLs."""

    def reader(self) -> Reader:
        """The newest complete generation; cheap where nothing changed since the last call."""

    def writer(self) -> AbstractContextManager[Writer]: ...

    def close(self) -> None:
        """After its last reader."""
