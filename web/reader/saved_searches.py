"""Saved searches: kept by the reader's browser, each with what is new since it was last opened."""

from dataclasses import dataclass
from urllib.parse import parse_qsl

from flask import Blueprint, Response, request
from werkzeug.datastructures import MultiDict

from web import cookies
from web.cookies import SavedSearch, tidy
from web.http.headers import conditional_get
from web.i18n import formatting
from web.i18n.language import gettext, ngettext
from web.reader.arrivals import Arrivals, arrivals
from web.reader.forms import changed, sent
from web.rendering import render
from web.site import site
from web.urls.address import address
from web.urls.links import Link, article_url
from web.urls.params import SearchParams
from web.urls.reading import read

bp = Blueprint("saved", __name__)


@dataclass(frozen=True, slots=True)
class SavedRow:
    """A saved search: where it leads, what is new in it in words, and the newest of that."""

    search: SavedSearch
    href: str
    news: str
    fresh: tuple[Link, ...]
    feed: str


@bp.get("/saved")
@conditional_get
def show() -> str:
    return render("saved.html", rows=tuple(map(_row, cookies.own().searches)))


@bp.post("/saved")
def change() -> Response:
    """Saves a search (`add`: its query string), forgets one (`drop`), gives one another `name` (`rename`)."""
    now, said = cookies.own(), gettext("Search forgotten")
    for query in sent("add")[:1]:
        params = params_of(query)
        saved = SavedSearch(query_of(params), name_of(params), arrivals(params.asked).newest)
        now, said = now.with_search(saved), gettext("Search saved")
    for query in sent("drop"):
        now = now.without_search(query)
    for query in sent("rename")[:1]:
        now, said = _renamed(now, query), gettext("Search renamed")
    return changed(now, said)


def news_of(params: SearchParams) -> str:
    """What is new in a search, in words; empty where it is not saved."""
    known = cookies.own().search(query_of(params))
    return _news(arrivals(params.asked), known.seen) if known else ""


def opened(params: SearchParams, response: Response) -> Response:
    """A saved search that is opened has no news any more; one that a browser fetches ahead has not been opened."""
    ahead = "prefetch" in request.headers.get("Sec-Purpose", "")
    known = None if ahead else cookies.own().search(query_of(params))
    newest = arrivals(params.asked).newest if known else ""
    if known and newest != known.seen:
        cookies.keep(response, cookies.own().with_search(SavedSearch(known.query, known.name, newest)))
    return response


def query_of(params: SearchParams) -> str:
    """The query string of the first page, from its question mark on: by it a saved search is known again."""
    return address("", params.with_page(1).pairs()) or "?"


def params_of(query: str) -> SearchParams:
    """Never raises, whatever a browser sends; what cannot be used is left out."""
    try:
        pairs = parse_qsl(query.removeprefix("?"), max_num_fields=1_000)
    except ValueError:
        pairs = []
    return read(MultiDict(pairs), site().page_size)[0]


def name_of(params: SearchParams) -> str:
    """What a saved search is called at first: the words as typed, then whatever else narrows it."""
    asked = params.asked
    said = [
        f"{mark}{formatting.value(choice.field, raw)}"
        for choice in asked.choices
        for mark, values in (("", choice.include), ("−", choice.exclude))
        for raw in values
    ]
    ends = [formatting.day(each) if each else "" for each in (asked.first, asked.last)]
    dates = [" – ".join(ends)] if any(ends) else []
    return tidy(", ".join([asked.typed or gettext("All articles"), *said, *dates]))


def _renamed(now: cookies.ReaderCookies, query: str) -> cookies.ReaderCookies:
    known = now.search(query)
    name = tidy(" ".join(sent("name")[:1]))
    return now.with_search(SavedSearch(query, name, known.seen)) if known and name else now


def _row(search: SavedSearch) -> SavedRow:
    params = params_of(search.query)
    found = arrivals(params.asked)
    fresh = tuple(Link(title, article_url(each)) for each, title in found.named_since(search.seen))
    return SavedRow(search, params.url(), _news(found, search.seen), fresh, params.url("/feed.atom"))


def _news(found: Arrivals, seen: str) -> str:
    new = found.since(seen)
    if not new:
        return gettext("Nothing new since your last visit")
    if found.at_least:
        return ngettext(
            "At least %(number)s new since your last visit", "At least %(number)s new since your last visit", new
        )
    return ngettext("%(number)s new since your last visit", "%(number)s new since your last visit", new)
