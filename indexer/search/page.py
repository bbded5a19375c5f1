"""A reader's request becomes a page of results: understand, search, pick passages, mark."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.article import Article, Span
from indexer.engines.engine import MOST_EXACT, Reader
from indexer.message import Value
from indexer.query.note import Note
from indexer.query.unparse import unparse
from indexer.search import conditions, cost
from indexer.search.explain import explained
from indexer.search.facets import FacetPanel, FacetRow, panels
from indexer.search.highlight.snippets import Highlighter, Snippet
from indexer.search.match_sets import Matches, counted, matches
from indexer.search.plan import Plan, marked, plan
from indexer.search.request import Choice, Match, SearchInput, Spelling
from indexer.search.result import Found, Matched, Repeat, Result, articles, results
from indexer.search.rewrite.said import as_said, knows_speech
from indexer.search.rewrite.synonyms import Synonyms

__all__ = [
    "ArticleMarks",
    "Choice",
    "FacetPanel",
    "FacetRow",
    "Match",
    "Note",
    "Repeat",
    "Result",
    "SearchInput",
    "SearchPage",
    "Snippet",
    "Span",
    "Spelling",
    "every",
    "marker",
    "planned_whole",
    "search",
]


# Told what the next part of the work will take, in milliseconds of a processor.
Before = Callable[[Plan, float], None]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Everything a page of results says. `total` counts articles: those that have all of the words or, where no
    article of the archive has them all, those that have some; `counted` says which, and facets are of these.
    `total_some` have some and not all; in the list they stand below the others. `listed`: results on all pages,
    fewer than articles where near duplicates are one; `stories`: of those that count. `understood` is the request read
    back in words, `parts` the same condition by condition. `did_you_mean` is the query in another spelling, or empty,
    and `corrected` says that this is what was searched. `as_said`: what to type for what somebody says of this, or
    empty. `costly`: its parts are not searched again for help."""

    asked: SearchInput
    understood: Value
    notes: tuple[Note, ...]
    total: int
    listed: int
    stories: int
    results: tuple[Result, ...]
    facets: tuple[FacetPanel, ...]
    generation: str
    took_ms: float
    parts: tuple[conditions.Clause, ...] = ()
    counted: Matched = "all"
    total_some: int = 0
    did_you_mean: str = ""
    corrected: bool = False
    as_said: str = ""
    costly: bool = False

    @property
    def is_about_right(self) -> bool:
        """Whether `stories` is no exact number."""
        return self.stories < self.total > MOST_EXACT

    @property
    def has_all(self) -> bool:
        """Whether an article that has all of the words is among those found."""
        return self.total > 0 and self.counted == "all"

    @property
    def pages(self) -> int:
        return max(1, -(-self.listed // max(1, self.asked.size)))


@dataclass(frozen=True, slots=True)
class ArticleMarks:
    """Where a query's words stand in one article: offsets into its title and into its whole text."""

    title: tuple[Span, ...] = ()
    text: tuple[Span, ...] = ()


def search(
    reader: Reader, asked: SearchInput, names: Synonyms | None = None, before: Before = lambda _planned, _costs: None
) -> SearchPage:
    """Raises QueryTooCostly, and nothing else for anything that was typed; what could not be used is in `notes`. A
    page beyond the last one is empty, its total right. `names`: other names than those of the packaged authority
    files. `before` may raise."""
    began = time.perf_counter()
    planned = plan(reader, asked, names)
    before(planned, planned.cost)
    found = matches(reader, planned)
    shown = articles(reader, (*found.result.hits, *found.others))
    before(planned, cost.reading(len(shown)) + cost.showing([each.article for each in shown], explained=asked.explain))
    return SearchPage(
        asked=planned.asked,
        understood=conditions.sentence(planned),
        notes=planned.notes,
        total=found.result.total,
        listed=found.listed,
        stories=found.result.stories,
        counted=found.counted,
        total_some=found.total_some,
        results=_results(reader, shown, planned, found),
        facets=panels(reader, found.plan, found.result.facets),
        generation=found.result.generation,
        parts=conditions.clauses(planned),
        did_you_mean=planned.meant if asked.hints else "",
        corrected=planned.corrected,
        as_said=unparse(said) if (said := as_said(planned.understood)) and knows_speech(reader) else "",
        costly=not planned.has_time,
        took_ms=(time.perf_counter() - began) * 1000,
    )


def _results(reader: Reader, found: Sequence[Found], planned: Plan, sets: Matches) -> tuple[Result, ...]:
    some = {hit.id for hit in (sets.result.hits if sets.counted == "some" else sets.others)}
    shown = results(found, planned.expanded, planned.asked.snippets, some)
    return explained(reader, planned, shown) if planned.asked.explain else shown


def marker(
    reader: Reader, typed: str, names: Synonyms | None = None, speakers: frozenset[str] = frozenset()
) -> Callable[[Article], ArticleMarks]:
    """Marks whole articles as `search` would mark their passages; what was typed is understood once for all of them.
    Never raises for anything typed."""
    highlighter = Highlighter(marked(reader, typed, names, speakers))
    return lambda article: ArticleMarks(highlighter.title(article), highlighter.text(article))


def every(reader: Reader, planned: Plan) -> tuple[int, Iterator[Article]]:
    """How many articles are in the set that counts, and all of them, each read when its turn comes."""
    hits = reader.search(counted(reader, planned).request).hits
    found = (reader.article(hit.id) for hit in hits)
    return len(hits), (article for article in found if article is not None)


def planned_whole(reader: Reader, asked: SearchInput, names: Synonyms | None = None, most: int | None = None) -> Plan:
    """For `every`: all matching articles, or the first `most`, whatever the page. Raises QueryTooCostly."""
    return plan(reader, replace(asked, page=1, size=max(1, reader.count if most is None else most), facets=()), names)
