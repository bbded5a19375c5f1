"""A page of its own for each body, person, place and document: what it is also called, when it is named, with whom,
what a person said, and the articles themselves."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from flask import Blueprint, abort, request

from indexer.article import Article
from indexer.authority.entry import KINDS, Entry
from indexer.fields import ENTITY_FIELDS, FACETS, EntityField, FacetField
from indexer.search.page import Choice, FacetPanel, FacetRow, SearchInput, SearchPage
from web import archive
from web.browse.indexes import named_row
from web.http.headers import conditional_get
from web.i18n import formatting, office_titles
from web.i18n.facet_labels import ENTITY_LABELS, LABELS
from web.i18n.language import gettext, translate
from web.marks import Piece, excerpt
from web.rendering import render
from web.results.facets import FacetView, facet_views
from web.results.histogram import Histogram, histograms
from web.results.view import ResultView, result_views
from web.site import site
from web.urls.links import absolute, article_url, name_page
from web.urls.params import SearchParams
from web.urls.reading import MAX_VALUE

bp = Blueprint("profile", __name__)

_READ = 500  # articles that are read for who else of its kind is named in them
_QUOTES = 5
_FROM_ONE = 2  # quotations out of one article
_COMPANY: tuple[FacetField, ...] = (*ENTITY_FIELDS, "year")


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage that quotes the person, the article it stands in, and the address of its place there."""

    pieces: tuple[Piece, ...]
    article: Article
    href: str


@dataclass(frozen=True, slots=True)
class ProfileView:
    """Everything that profile.html places. `offices`: title, body and term of each."""

    heading: str
    canonical: str
    kind: str
    summary: str
    search: str
    also: tuple[str, ...]
    offices: tuple[str, ...]
    years: tuple[Histogram, ...]
    quotes: tuple[Quote, ...]
    articles: tuple[ResultView, ...]
    company: tuple[FacetView, ...]


@bp.get(f"/names/<any({', '.join(ENTITY_FIELDS)}):field>")
@conditional_get
def profile(field: EntityField) -> str:
    name = request.args.get("name", "")[:MAX_VALUE]
    if not name:
        abort(404)
    # The articles that cite a document are read as its history; of all else the newest come first.
    order = SearchInput(sort="oldest" if field == "document" else "newest", hints=False)
    asked = replace(order, choices=(Choice(field, (name,)),), facets=_COMPANY, size=site().page_size, collapse=True)
    found = archive.search(asked)
    if not found.total:
        abort(404)
    return render("profile.html", page=_view(found, field, name))


def _view(found: SearchPage, field: FacetField, name: str) -> ProfileView:
    params = SearchParams(replace(found.asked, facets=SearchInput().facets, hints=True), site().page_size)
    entry = next((archive.authority().entry(kind, name) for kind in KINDS if kind == field), None)
    said = formatting.value(field, name)
    company = tuple(panel for panel in found.facets if panel.field not in (field, "year"))
    return ProfileView(
        heading=said,
        canonical=absolute(name_page(field, name)),
        kind=translate(LABELS[field].heading),
        summary=formatting.count(found.total, "article"),
        search=params.url(),
        also=tuple(each for each in dict.fromkeys((name, *entry.forms)) if each != said) if entry else (),
        offices=offices(entry) if entry else (),
        years=histograms((panel for panel in found.facets if panel.field == "year"), params),
        quotes=_quotes(name) if field == "person" else (),
        articles=result_views(found.results, params, first=1),
        company=(*_own_kind(found.asked, field, name), *_beside(company, params)),
    )


def _beside(panels: tuple[FacetPanel, ...], params: SearchParams) -> Iterator[FacetView]:
    return (replace(each, heading=translate(ENTITY_LABELS[each.field].beside)) for each in facet_views(panels, params))


def _own_kind(asked: SearchInput, field: FacetField, name: str) -> tuple[FacetView, ...]:
    """Who else of its kind is named beside it, each a link to their own page: a second value of one facet would
    widen a search, not narrow it, and a facet leaves its own choice out of its counts."""
    articles = archive.first(asked, _READ)
    counts = Counter(value for each in articles for value in FACETS[field].values(each) if value != name)
    rows = tuple(
        named_row(field, FacetRow(value, count), SearchParams(asked))
        for value, count in counts.most_common(asked.facet_limit)
    )
    heading = translate(ENTITY_LABELS[field].beside)
    return (FacetView(field, heading, rows, open=True, all_said="", all_href=""),) if rows else ()


def _quotes(name: str) -> tuple[Quote, ...]:
    asked = SearchInput(choices=(Choice("speaker", (name,)),), sort="newest", hints=False)
    articles = archive.first(asked, _QUOTES)
    return tuple(islice((quote for each in articles for quote in _quotes_in(each, name)), _QUOTES))


def _quotes_in(article: Article, name: str) -> Iterator[Quote]:
    said = (each for each in article.quotations if each.speaker == name)
    for quotation in islice(said, _FROM_ONE):
        text = article.text[quotation.start : quotation.end]
        passage = max((each for each in article.passages if each.start <= quotation.start), key=lambda each: each.start)
        (key,) = article.passage_keys([passage])
        yield Quote(excerpt(text, ()), article, article_url(article.id, passage=key))


def offices(entry: Entry) -> tuple[str, ...]:
    return tuple(
        ", ".join(filter(None, (office_titles.said(office.title), _body(office.body))))
        + (f" ({_term(office.start, office.end)})" if office.start else "")
        for office in entry.offices
    )


def _body(name: str) -> str:
    """That of an office: an organisation, or a state."""
    said = formatting.value("organisation", name)
    return said if said != name else formatting.value("place", name)


def _term(start: str, end: str) -> str:
    if start == end:
        return formatting.day(start)
    if not end:
        return gettext("since %(day)s", day=formatting.day(start))
    return gettext("%(first)s to %(last)s", first=formatting.day(start), last=formatting.day(end))
