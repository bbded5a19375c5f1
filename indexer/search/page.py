"""A reader's request becomes a page of results: parse, expand, search, pick passages, mark."""

from dataclasses import dataclass

from indexer.article import Article, Passage
from indexer.engines.engine import Reader, Sort
from indexer.fields import FACET_FIELDS, FacetField

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Choice:
    """The values a reader chose, and those excluded, in one facet."""

    field: FacetField
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchInput:
    """What a reader asked for, as typed. `first` and `last` are partial dates ("2016", "2016-09", "2016-09-01")."""

    typed: str = ""
    choices: tuple[Choice, ...] = ()
    first: str = ""
    last: str = ""
    sort: Sort = "relevance"
    page: int = 1
    size: int = 10
    facets: tuple[FacetField, ...] = FACET_FIELDS
    facet_limit: int = 10


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was not understood or was cut, and where in the typed text (None: not in the text)."""

    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class MarkedPassage:
    """A passage to show; `marks` are offsets into `text`."""

    passage: Passage
    id: str
    text: str
    marks: tuple[Span, ...]


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


def search(reader: Reader, asked: SearchInput) -> SearchPage:
    """Never raises for anything that was typed; what could not be used is in `notes`."""
    raise NotImplementedError


@dataclass(frozen=True, slots=True)
class ArticleMarks:
    """Where a query's words stand in one article: offsets into its title and into its whole text."""

    title: tuple[Span, ...] = ()
    text: tuple[Span, ...] = ()


def mark(reader: Reader, article: Article, typed: str) -> ArticleMarks:
    """The marks of a whole article, as `search` would mark its passages. Never raises for anything typed."""
    raise NotImplementedError
