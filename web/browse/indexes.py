"""Ways in without a query: the newest articles, the years, and every name from A to Z."""

from dataclasses import dataclass, replace
from itertools import groupby

from flask import Blueprint, request

from indexer.fields import ENTITY_FIELDS, EntityField, FacetField
from indexer.search.page import FacetRow, SearchInput
from web import archive
from web.browse.collation import collated, initial
from web.http.headers import conditional_get
from web.i18n import formatting
from web.i18n.facet_labels import ENTITY_LABELS
from web.i18n.language import translate
from web.rendering import render
from web.results.facets import FacetRowView, FacetView, facet_views, row_view
from web.results.histogram import Histogram, histograms
from web.results.view import ResultView, result_views
from web.site import site
from web.urls.address import address
from web.urls.links import Link, Option, name_page
from web.urls.params import SearchParams

bp = Blueprint("browse", __name__)

NEWEST = 10
TOP = 8
_MOST = 100_000
_SHEET = 500  # values on one page; longer indexes are shown a letter at a time


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything that home.html places. `indexes` lead to the names from A to Z."""

    articles: str
    newest: tuple[ResultView, ...]
    years: tuple[Histogram, ...]
    top: tuple[FacetView, ...]
    indexes: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """Everything that index.html places. `letters` leads to each; `shown`: the values under those
    of this page."""

    heading: str
    summary: str
    letters: tuple[Option, ...]
    shown: dict[str, tuple[FacetRowView, ...]]
    others: tuple[Option, ...]


@bp.get("/")
@conditional_get
def home() -> str:
    asked = SearchInput(sort="newest", size=NEWEST, facet_limit=TOP, collapse=True, hints=False)
    asked = replace(asked, facets=(*ENTITY_FIELDS, "year"))
    found = archive.search(asked)
    params = _everything()
    view = HomeView(
        articles=formatting.count(archive.reader().count, "article"),
        newest=result_views(found.results, params),
        years=histograms(found.facets, params),
        top=facet_views(found.facets, params),
        indexes=tuple(Link(translate(each.alphabet), f"/index/{field}") for field, each in ENTITY_LABELS.items()),
    )
    return render("home.html", page=view)


@bp.get(f"/index/<any({', '.join(ENTITY_FIELDS)}):field>")
@conditional_get
def index(field: EntityField) -> str:
    asked = SearchInput(size=1, facets=(field,), facet_limit=_MOST, hints=False)
    rows = archive.search(asked).facets[0].rows
    return render("index.html", page=index_view(field, rows, request.args.get("letter", "")))


def index_view(field: EntityField, rows: tuple[FacetRow, ...], letter: str) -> IndexView:
    params = _everything()
    grouped = groupby(collated(field, rows, archive.authority()), key=lambda each: initial(each.by))
    letters = {each: tuple(named_row(field, one.row, params) for one in under) for each, under in grouped}
    whole = len(rows) <= _SHEET
    chosen = letter if letter in letters else next(iter(letters), "")
    labels = ENTITY_LABELS[field]
    return IndexView(
        heading=translate(labels.alphabet),
        summary=translate(labels.counted(len(rows))),
        letters=tuple(_letter(field, each, chosen, whole=whole) for each in letters),
        shown={each: rows for each, rows in letters.items() if whole or each == chosen},
        others=tuple(
            Option(translate(each.several or each.heading), f"/index/{other}", other == field)
            for other, each in ENTITY_LABELS.items()
        ),
    )


def named_row(field: FacetField, row: FacetRow, params: SearchParams) -> FacetRowView:
    """A name that leads to its own page."""
    return replace(row_view(field, row, params), href=name_page(field, row.value))


def _letter(field: FacetField, letter: str, chosen: str, *, whole: bool) -> Option:
    href = f"#{letter}" if whole else address(f"/index/{field}", [("letter", letter)])
    return Option(letter, href, current=letter == chosen and not whole)


def _everything() -> SearchParams:
    return SearchParams(SearchInput(size=site().page_size), site().page_size)
