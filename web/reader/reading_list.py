"""The reader's list of articles. The browser keeps it, and an address can carry it, so that it can be sent to
somebody else."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, Response, request

from indexer.article import Article
from web import archive, cookies
from web.export.files import KINDS
from web.http.headers import conditional_get
from web.i18n import formatting
from web.i18n.language import gettext, ngettext, translate
from web.reader.forms import changed, sent
from web.rendering import render
from web.urls.address import address
from web.urls.links import Link
from web.urls.reading import MAX_IDS, ids

bp = Blueprint("picked", __name__)


@dataclass(frozen=True, slots=True)
class ReadingListRow:
    """One article of the list, and what is said of it beside its date."""

    article: Article
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """Everything that list.html places. `kinds`: the files that the chosen ones can be taken away as. `to_send`: the
    address that carries the reader's own list; `missing`: those of somebody else's list that are not on the own."""

    summary: str
    notes: tuple[str, ...]
    rows: tuple[ReadingListRow, ...]
    kinds: tuple[Link, ...]
    to_send: str
    missing: tuple[str, ...]


@bp.get("/list")
@conditional_get
def show() -> str:
    """The list that the address carries, else the reader's own."""
    carried, bad = ids(request.args)
    mine = cookies.own().listed
    rows = tuple(map(_row, _there(carried or mine)))
    gone = len(carried or mine) - len(rows)
    notes = (_gone(gone),) if gone else ()
    view = ListView(
        summary=formatting.count(len(rows), "article"),
        notes=(*notes, *(each.said for each in bad)),
        rows=rows,
        kinds=tuple(Link(translate(kind.name), f"/export.{kind.suffix}") for kind in KINDS.values()),
        to_send="" if carried else address("/list", [("id", each) for each in mine]),
        missing=tuple(row.article.id for row in rows if row.article.id not in mine) if carried else (),
    )
    return render("list.html", page=view)


@bp.post("/list")
def change() -> Response:
    """Puts articles on the reader's list (`add`) and takes them off it (`drop`); `clear` takes all off."""
    added = tuple(article.id for article in _there(sent("add")[:MAX_IDS]))
    dropped = cookies.own().listed if sent("clear") else sent("drop")
    now = cookies.own().without_listed(dropped).with_listed(added)
    place = f"r-{added[0]}" if len(added) == 1 else ""
    return changed(now, gettext("Added to your list") if added else gettext("Removed from your list"), place)


def _gone(articles: int) -> str:
    return ngettext(
        "%(number)s article of this list can no longer be found in the archive.",
        "%(number)s articles of this list can no longer be found in the archive.",
        articles,
    )


def _there(wanted: tuple[str, ...]) -> Iterator[Article]:
    found = (archive.article_of(each) for each in wanted)
    return (article for article in found if article is not None)


def _row(article: Article) -> ReadingListRow:
    return ReadingListRow(article, tuple(fact for fact in formatting.type_and_source(article) if fact))
