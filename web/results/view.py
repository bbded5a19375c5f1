"""A SearchPage as a reader sees it: every sentence worded, every link made, so that templates only place things."""

from collections.abc import Iterable
from dataclasses import dataclass

from indexer.article import Article
from indexer.engines.engine import Sort
from indexer.fields import ENTITY_FIELDS
from indexer.message import N_, Message
from indexer.search.highlight.snippets import by_line
from indexer.search.page import Note, Repeat, Result, SearchInput, SearchPage
from web import cookies
from web.api.crawlers import indexable
from web.article.compare import similarity_label
from web.export.files import KINDS
from web.i18n import formatting
from web.i18n.language import gettext, ngettext, spoken, translate
from web.marks import Piece, emphasised, pieces
from web.reader.saved_searches import news_of, query_of
from web.results.chips import Chip, chips
from web.results.facets import FacetView, facet_views
from web.results.histogram import Histogram, histograms
from web.results.paging import Pager, pager
from web.results.passages import PassageView, passage_view
from web.urls.address import Pairs
from web.urls.links import Link, Option, absolute, article_url, comparison_url, name_links, quotation_url
from web.urls.params import SORTS, SearchParams
from web.urls.reading import BadParam

SIZES = (10, 25, 50)
_NAMES_SHOWN = 3
_SENTENCE = 6  # words from which on a query may be a sentence that was pasted
_SORT_LABELS: dict[Sort, Message] = {
    "relevance": N_("Relevance"),
    "newest": N_("Newest first"),
    "oldest": N_("Oldest first"),
}


@dataclass(frozen=True, slots=True)
class RepeatView:
    """An article that a result stands for. `differences` is the address of the two side by side."""

    article: Article
    href: str
    title: tuple[Piece, ...]
    alike: str
    differences: str


@dataclass(frozen=True, slots=True)
class ResultView:
    """One article among the results. `by_line`: its authors, where their names match. `more` counts its further
    matching passages, in words, or is empty; `repeats` is the address of the article that this one repeats, or empty.
    `folded` are some of the articles for which it stands, `folded_said` counts all of them. `picked`: it is on the
    reader's list."""

    article: Article
    href: str
    title: tuple[Piece, ...]
    by_line: tuple[Piece, ...]
    facts: tuple[str, ...]
    passages: tuple[PassageView, ...]
    more: str
    names: tuple[Link, ...]
    missing: str
    repeats: str
    picked: bool
    folded: tuple[RepeatView, ...]
    folded_said: str


@dataclass(frozen=True, slots=True)
class SearchView:
    """Everything that search.html places. `kept` are the hidden fields of the form for words, `undated` those of the
    one for dates: each has the rest of the state. `results` have all of the words, or some where none has all, and
    `whole` counts these, or is empty; `others` have some and are listed below them, numbered on from `others_from`.
    `corrected`: what was searched in the place of what was typed, and the way back. `said`: the search for
    the same words where somebody says them. `query`: by which this search is saved; `news`: what is new in it, where it
    is saved."""

    heading: str
    kept: Pairs
    summary: str
    whole: str
    shown: str
    understood: tuple[Piece, ...]
    notes: tuple[str, ...]
    chips: tuple[Chip, ...]
    clear: str
    sorts: tuple[Option, ...]
    sizes: tuple[Option, ...]
    did_you_mean: Link | None
    corrected: Link | None
    results: tuple[ResultView, ...]
    results_from: int
    others: tuple[ResultView, ...]
    others_from: int
    only_all: str
    quotation: str
    facets: tuple[FacetView, ...]
    said: str
    histograms: tuple[Histogram, ...]
    asked: SearchInput
    undated: Pairs
    pager: Pager
    exports: tuple[Link, ...]
    feed: str
    query: str
    news: str
    canonical: str
    indexable: bool
    took: str
    generation: str


def search_view(found: SearchPage, params: SearchParams, bad: tuple[BadParam, ...]) -> SearchView:
    asked, meant = params.asked, found.did_you_mean
    counted = [each for each in found.results if each.matched == found.counted]
    others = found.results[len(counted) :]
    first = _first_rank(found)
    return SearchView(
        heading=asked.typed or gettext("All articles"),
        kept=params.with_typed("").pairs(),
        summary=_summary(found),
        whole=formatting.count(found.total, "article") if found.total else "",
        shown=_shown(found),
        understood=emphasised(found.understood) if asked.typed else (),
        notes=(*(_note(each, asked.typed) for each in found.notes), *(each.said for each in bad)),
        chips=chips(found, params),
        clear=params.cleared().url(),
        sorts=tuple(Option(translate(_SORT_LABELS[s]), params.with_sort(s).url(), asked.sort == s) for s in SORTS),
        sizes=tuple(Option(str(size), params.with_size(size).url(), asked.size == size) for size in SIZES),
        results=result_views(counted, params, first),
        results_from=first,
        others=result_views(others, params, first + len(counted)),
        others_from=first + len(counted),
        only_all=params.with_match("all").url() if others else "",
        quotation=_quotation(found),
        did_you_mean=Link(meant, params.with_typed(meant).url()) if meant and not found.corrected else None,
        corrected=Link(meant, params.as_typed().url()) if found.corrected else None,
        facets=facet_views(found.facets, params),
        said=params.with_typed(found.as_said).url() if found.as_said else "",
        histograms=histograms(found.facets, params),
        asked=asked,
        undated=params.with_dates("", "").pairs(),
        pager=pager(params, found.pages),
        exports=tuple(Link(translate(kind.name), params.url(f"/export.{kind.suffix}")) for kind in KINDS.values()),
        feed=params.url("/feed.atom"),
        query=query_of(params),
        news=news_of(params),
        canonical=absolute(params.url()),
        indexable=indexable(params),
        took=gettext("%(number)s ms", number=round(found.took_ms)),
        generation=found.generation,
    )


def _shown(found: SearchPage) -> str:
    """Which of the articles this page shows, how many of their passages match, and how many stories there are. The
    passages of other pages are not counted, and the words say so."""
    if not found.results:
        return _beyond(found) if found.listed else ""
    matching = sum(result.matching_passages for result in found.results)
    whole = len(found.results) == found.listed
    if not matching:
        shown = "" if whole else _articles(found)
    else:
        shown = formatting.count(matching, "matching passage") if whole else _articles_with(found, matching)
    return gettext("; ").join(part for part in (shown, _stories(found)) if part)


def _beyond(found: SearchPage) -> str:
    last = found.pages
    return gettext("There is no page %(page)s; the last one is page %(last)s.", page=found.asked.page, last=last)


def _articles(found: SearchPage) -> str:
    first = _first_rank(found)
    return gettext("Articles %(first)s to %(last)s", first=first, last=first + len(found.results) - 1)


def _articles_with(found: SearchPage, matching: int) -> str:
    return ngettext(
        "%(articles)s, in which there is %(number)s matching passage",
        "%(articles)s, in which there are %(number)s matching passages",
        matching,
        articles=_articles(found),
    )


def _stories(found: SearchPage) -> str:
    """Where some articles repeat others."""
    if found.stories == found.total:
        return ""
    if found.is_about_right:
        return gettext("near duplicates as one, about %(number)s results", number=spoken().number(found.stories))
    return ngettext(
        "near duplicates as one, %(number)s result", "near duplicates as one, %(number)s results", found.stories
    )


def _summary(found: SearchPage) -> str:
    some = spoken().number(found.total_some)
    if not found.total_some:
        return formatting.count(found.total, "article") if found.total else gettext("No article matches")
    if not found.has_all:
        return gettext("No article with all of your words · %(some)s with some", some=some)
    articles = formatting.count(found.total, "article")
    return gettext("%(articles)s with all of your words · %(some)s with some", articles=articles, some=some)


def _quotation(found: SearchPage) -> str:
    """Where a long query, of which no article has all of the words, is looked for as a sentence; else empty."""
    asked = found.asked.typed
    return "" if found.has_all or len(asked.split()) < _SENTENCE else quotation_url(asked.replace('"', ""))


def _first_rank(found: SearchPage) -> int:
    return (found.asked.page - 1) * found.asked.size + 1


def _note(note: Note, typed: str) -> str:
    if note.start is None:
        return translate(note.message)
    return gettext("“%(typed)s”: %(note)s", typed=typed[note.start : note.end][:60], note=note.message)


def result_views(results: Iterable[Result], params: SearchParams, first: int = 0) -> tuple[ResultView, ...]:
    """`first`: the place of the first of them among all results, from 1; 0 where they have none."""
    return tuple(result_view(each, params, first and n) for n, each in enumerate(results, first))


def _repeat(head: Article, other: Repeat, params: SearchParams, rank: int) -> RepeatView:
    """It is opened at the place of the result that stands for it."""
    return RepeatView(
        article=other.article,
        href=article_url(other.article.id, params, rank=rank),
        title=pieces(other.article.title, other.title_marks),
        alike=similarity_label(head, other.article),
        differences=comparison_url(head.id, other.article.id),
    )


def result_view(result: Result, params: SearchParams, rank: int) -> ResultView:
    article = result.article
    kind, source = formatting.type_and_source(article)
    facts = (source, kind, formatting.value("language", article.language))
    hidden = result.matching_passages - len(result.passages)
    names = [link for field in ENTITY_FIELDS for link in name_links(article, field, params, _NAMES_SHOWN)]
    return ResultView(
        article=article,
        href=article_url(article.id, params, rank=rank),
        title=pieces(article.title, result.title_marks),
        by_line=pieces(by_line(article), result.author_marks) if result.author_marks else (),
        facts=tuple(fact for fact in facts if fact),
        passages=tuple(
            passage_view(article, each, article_url(article.id, params, each.key, rank)) for each in result.passages
        ),
        more=ngettext("and %(number)s more passage", "and %(number)s more passages", hidden) if hidden > 0 else "",
        names=tuple(names),
        missing=", ".join(result.missing),
        repeats=article_url(article.duplicate_of, params) if article.duplicate_of else "",
        picked=article.id in cookies.own().listed,
        folded=tuple(_repeat(article, each, params, rank) for each in result.repeats),
        folded_said=formatting.count(result.repeated, "similar article") if result.repeated else "",
    )
