"""What came since a moment: for saved searches and feeds."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import cast

from flask import Blueprint, Flask, current_app, request

from indexer.article import Article
from indexer.search.json_form import Json
from indexer.search.page import SearchInput
from web import archive
from web.cookies import MOMENT
from web.http.headers import conditional_get
from web.http.problems import BadRequestParams
from web.site import site
from web.urls.links import article_url
from web.urls.reading import BadParam, read

bp = Blueprint("news", __name__)

READ = 1_000  # matching articles, the latest dated first: what is older than these counts as no news
_NAMED = 5
_REMEMBERED = 64  # searches of one generation; each has its moments, of which there are few different ones


@dataclass(frozen=True, slots=True)
class Arrivals:
    """When the articles of a search arrived, the last first, and the last of them. `at_least`: more articles match
    than are read, so that there may be more news among the earlier dated."""

    moments: tuple[str, ...]
    latest: tuple[tuple[str, str], ...]
    at_least: bool

    @property
    def newest(self) -> str:
        return self.moments[0] if self.moments else ""

    def since(self, moment: str) -> int:
        return sum(each > moment for each in self.moments)

    def named_since(self, moment: str) -> tuple[tuple[str, str], ...]:
        return self.latest[: min(_NAMED, self.since(moment))]


def init_app(app: Flask) -> None:
    app.extensions["communique.arrivals"] = lru_cache(maxsize=_REMEMBERED)(_arrivals)


def arrivals(asked: SearchInput) -> Arrivals:
    """Of all articles of a search, whatever its page; read once in a generation."""
    whole = replace(asked, sort="newest", page=1, size=1, facets=(), hints=False)
    remembered = cast("Callable[[str, SearchInput], Arrivals]", current_app.extensions["communique.arrivals"])
    return remembered(archive.reader().generation, whole)


def _arrivals(_generation: str, asked: SearchInput) -> Arrivals:
    articles = archive.first(asked, READ + 1)
    came = by_arrival(articles[:READ])
    moments = tuple(sys.intern(each.updated) for each in came)
    return Arrivals(moments, tuple((each.id, each.title) for each in came[:_NAMED]), len(articles) > READ)


@bp.get("/api/search/new")
@conditional_get
def new() -> Json:
    """How many articles of a search say since `since` (exclusive) what they say now, and the latest such moment."""
    params, bad = read(request.args, site().page_size, also=frozenset({"since"}))
    since = request.args.get("since", "")
    if not MOMENT.fullmatch(since):
        bad = (*bad, BadParam("since", since[:60], "not a moment such as 2026-01-31T12:00:00+00:00"))
    if bad:
        raise BadRequestParams(bad)
    found = arrivals(params.asked)
    return {
        "since": since,
        "newest": found.newest,
        "new": found.since(since),
        "at_least": found.at_least,
        "articles": [
            {"id": each, "title": title, "href": article_url(each)} for each, title in found.named_since(since)
        ],
    }


def latest(asked: SearchInput) -> tuple[Article, ...]:
    """Articles of a search as they arrived, the last first, among the `READ` latest dated ones."""
    return by_arrival(archive.first(replace(asked, sort="newest", facets=(), hints=False), READ))


def by_arrival(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """Those that arrived together stay in their order."""
    return tuple(sorted(articles, key=lambda each: each.updated, reverse=True))
