"""What came since a moment: for saved searches and feeds."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from flask import Blueprint, render_template, request

from indexer.article import Article
from indexer.search.form import Json
from indexer.search.page import SearchInput
from web import archive
from web.guard import by_generation
from web.links import article_url
from web.params import BadParam, read
from web.problems import BadRequestParams
from web.site import site

bp = Blueprint("news", __name__)

READ = 1_000  # matching articles, the latest dated first: what is older than these counts as no news
_NAMED = 5
_MOMENT = re.compile(r"[0-9T:.+Z-]{0,40}")


@bp.get("/saved")
@by_generation
def saved() -> str:
    """The frame alone: which searches are saved only the browser knows."""
    return render_template("saved.html", site=site())


@bp.get("/api/search/new")
@by_generation
def new() -> Json:
    """How many articles of a search say since `since` (exclusive) what they say now, and the latest such moment.

    `at_least`: more articles match than are read, so that there may be more news among the earlier dated.
    """
    params, bad = read(request.args, site().page_size, also=frozenset({"since"}))
    since = request.args.get("since", "")
    if not _MOMENT.fullmatch(since):
        bad = (*bad, BadParam("since", since[:60], "not a moment such as 2026-01-31T12:00:00+00:00"))
    if bad:
        raise BadRequestParams(bad)
    articles = tuple(islice(_latest_dated(params.asked), READ + 1))
    fresh = [each for each in by_arrival(articles[:READ]) if each.updated > since]
    return {
        "since": since,
        "newest": max((each.updated for each in articles[:READ]), default=""),
        "new": len(fresh),
        "at_least": len(articles) > READ,
        "articles": [{"id": each.id, "title": each.title, "href": article_url(each.id)} for each in fresh[:_NAMED]],
    }


def latest(asked: SearchInput) -> tuple[Article, ...]:
    """Articles of a search as they arrived, the last first, among the `READ` latest dated ones."""
    return by_arrival(tuple(islice(_latest_dated(asked), READ)))


def by_arrival(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """Those that arrived together stay in their order."""
    return tuple(sorted(articles, key=lambda each: each.updated, reverse=True))


def _latest_dated(asked: SearchInput) -> Iterator[Article]:
    return archive.every(replace(asked, sort="newest", facets=(), hints=False))
