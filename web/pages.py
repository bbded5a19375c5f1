"""The pages that people read."""

from dataclasses import dataclass, replace

from flask import Blueprint, Response, make_response, request

from indexer.fields import FACET_FIELDS
from web import archive
from web.article.body import Linked
from web.article.view import article_view
from web.http.headers import conditional_get
from web.i18n.language import gettext
from web.reader.saved_searches import opened
from web.rendering import render
from web.results.no_results import nothing_view
from web.results.timeline import months_wanted
from web.results.view import search_view
from web.site import site
from web.urls.links import Link, article_url
from web.urls.params import SearchParams
from web.urls.reading import number, read

bp = Blueprint("pages", __name__)

_MAX_RANK = 1_000_000


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Links to the articles beside this one, None at the ends; `where` says which of how many this is."""

    previous: Link | None
    next: Link | None
    where: str


@bp.get("/search")
@conditional_get
def search() -> Response:
    """Unusable parameters are ignored with a note: a reader with a damaged link still gets a page."""
    params, bad = read(request.args, site().page_size)
    # Months are offered only inside a chosen year.
    facets = tuple(field for field in FACET_FIELDS if field != "month" or months_wanted(params))
    found = archive.search(replace(params.asked, facets=facets, facet_limit=8, collapse=True))
    if found.asked.typed != params.asked.typed:
        params = params.with_typed(found.asked.typed).with_page(params.asked.page)
    nothing = None if found.has_all else nothing_view(found, params)
    view = search_view(found, params, bad)
    return opened(params, make_response(render("search.html", page=view, nothing=nothing)))


@bp.get("/articles/<article_id>")
@conditional_get
def article(article_id: str) -> str:
    """With `q`, the words that match it are marked in the whole text; with `passage`, the words of that key."""
    params, _ = read(request.args, site().page_size, also=frozenset({"at", "passage"}))
    found = archive.article_or_missing(article_id)
    key = request.args.get("passage", "")
    linked = Linked(key, archive.stretch(found, key)) if key else None
    marks = archive.marker(params.asked.typed, params.choice("speaker").include)(found)
    beside = _neighbours(params, number(request.args.get("at", ""), 0, _MAX_RANK))
    return render("article.html", page=article_view(found, marks, params, linked), beside=beside)


def _neighbours(params: SearchParams, rank: int) -> Neighbours | None:
    """In the search that one came from; None where the article was not opened from a list of results."""
    if not rank:
        return None
    before, _ = _at(params, rank - 1) if rank > 1 else (None, 0)
    after, total = _at(params, rank + 1)
    where = gettext("Result %(rank)s of %(total)s", rank=rank, total=total)
    return Neighbours(before, after, where) if rank <= total else None


def _at(params: SearchParams, rank: int) -> tuple[Link | None, int]:
    """The article at a place among the results, and how many results there are."""
    found = archive.search(replace(params.asked, page=rank, size=1, facets=(), collapse=True, hints=False))
    if not found.results:
        return None, found.listed
    article = found.results[0].article
    return Link(article.title, article_url(article.id, params, rank=rank)), found.listed
