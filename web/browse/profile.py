"""A page of its own for each body, person, place and document: what it is also called, when it is named, with whom,
what a person said, and the sentences that have the name."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from flask import Blueprint, abort, request

from indexer.article import Article
from indexer.authority.entry import KINDS
from indexer.fields import ENTITY_FIELDS, FACETS, EntityField, FacetField
from indexer.message import N_, Message
from indexer.search.page import Choice, FacetPanel, FacetRow, SearchInput, SearchPage
from web import archive
from web.browse.evidence import PLACE, EvidenceView, evidence_views
from web.browse.indexes import named_row
from web.browse.offices import offices
from web.browse.sayings import SayingsView, sayings_view
from web.browse.series import SeriesView, series_view
from web.browse.years import Year, YearLink, by_year, year_links
from web.http.headers import conditional_get
from web.i18n import formatting
from web.i18n.facet_labels import ENTITY_LABELS, LABELS
from web.i18n.language import translate
from web.rendering import render
from web.results.facets import FacetView, facet_views
from web.results.histogram import Histogram, histograms
from web.site import site
from web.urls.links import absolute, name_page
from web.urls.params import SearchParams
from web.urls.reading import MAX_TYPED, MAX_VALUE

bp = Blueprint("profile", __name__)

_READ = 500  # articles that are read for who else of its kind is named in them
_COMPANY: tuple[FacetField, ...] = (*ENTITY_FIELDS, "year")
_TOLD: dict[EntityField, Message] = {
    "organisation": N_("Sentences that name it"),
    "person": N_("Mentions"),
    "place": N_("Sentences that name it"),
    "document": N_("Sentences that cite it"),
}
_YEAR = re.compile(r"[0-9]{4}")


@dataclass(frozen=True, slots=True)
class ProfileView:
    """Everything that profile.html places. `sayings`: of a person who is quoted; `series`: of a document that recurs.
    `offices`: title, body and term of each. `evidence`: the sentences that have the name, under what `told` says;
    `links` lead to those of a year."""

    field: EntityField
    name: str
    heading: str
    canonical: str
    kind: str
    summary: str
    search: str
    also: tuple[str, ...]
    offices: tuple[str, ...]
    histograms: tuple[Histogram, ...]
    year: str
    sayings: SayingsView | None
    series: SeriesView | None
    told: str
    links: tuple[YearLink, ...]
    evidence: tuple[Year[EvidenceView], ...]
    company: tuple[FacetView, ...]


@bp.get(f"/names/<any({', '.join(ENTITY_FIELDS)}):field>")
@conditional_get
def profile(field: EntityField) -> str:
    name = request.args.get("name", "")[:MAX_VALUE]
    if not name:
        abort(404)
    year = request.args.get("year", "")
    chosen = (Choice("year", (year,)),) if _YEAR.fullmatch(year) else ()
    # The articles that cite a document are read as its history; of all else the newest come first.
    order = SearchInput(sort="oldest" if field == "document" else "newest", hints=False)
    found = archive.search(replace(order, choices=(Choice(field, (name,)), *chosen), facets=_COMPANY, size=1))
    if not found.total:
        abort(404)
    said = request.args.get("said", "").strip()[:MAX_TYPED] if field == "person" else ""
    return render("profile.html", page=_view(found, field, name, year if chosen else "", said))


def _view(found: SearchPage, field: EntityField, name: str, year: str, said: str) -> ProfileView:
    params = SearchParams(replace(found.asked, facets=SearchInput().facets, hints=True), site().page_size)
    known = archive.authority()
    entry = next((known.entry(kind, name) for kind in KINDS if kind == field), None)
    called = formatting.value(field, name)
    company = tuple(panel for panel in found.facets if panel.field not in (field, "year"))
    years = next(panel for panel in found.facets if panel.field == "year")
    articles = archive.first(replace(found.asked, collapse=True), _READ)
    return ProfileView(
        field=field,
        name=name,
        heading=called,
        canonical=absolute(name_page(field, name)),
        kind=translate(LABELS[field].heading),
        summary=formatting.count(found.total, "article"),
        search=params.url(),
        also=tuple(each for each in dict.fromkeys((name, *entry.forms)) if each != called) if entry else (),
        offices=offices(entry) if entry else (),
        histograms=histograms((years,), params),
        year=year,
        sayings=sayings_view(name, said, year) if field == "person" else None,
        series=series_view(name, articles) if field == "document" else None,
        told=translate(_TOLD[field]),
        links=year_links(years, field, name, year, PLACE),
        evidence=by_year(evidence_views(field, name, articles, known)),
        company=(*_own_kind(articles, found.asked, field, name), *_beside(company, params)),
    )


def _beside(panels: tuple[FacetPanel, ...], params: SearchParams) -> Iterator[FacetView]:
    return (replace(each, heading=translate(ENTITY_LABELS[each.field].beside)) for each in facet_views(panels, params))


def _own_kind(articles: Iterable[Article], asked: SearchInput, field: EntityField, name: str) -> tuple[FacetView, ...]:
    """Who else of its kind is named beside it, each a link to their own page: a second value of one facet would
    widen a search, not narrow it, and a facet leaves its own choice out of its counts."""
    counts = Counter(value for each in articles for value in FACETS[field].values(each) if value != name)
    rows = tuple(
        named_row(field, FacetRow(value, count), SearchParams(asked))
        for value, count in counts.most_common(asked.facet_limit)
    )
    heading = translate(ENTITY_LABELS[field].beside)
    return (FacetView(field, heading, rows, open=True, all_said="", all_href=""),) if rows else ()
