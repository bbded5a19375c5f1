"""The reader's list of articles. The browser keeps it and an address carries it, so that a list can be read and taken
away without scripts, and sent to somebody else."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, render_template, request

from indexer.article import Article
from web import archive, wording
from web.export import KINDS
from web.guard import by_generation
from web.links import Link, article_url
from web.params import ids
from web.site import site

bp = Blueprint("picked", __name__)


@dataclass(frozen=True, slots=True)
class PickedRow:
    """One article of the list."""

    id: str
    href: str
    title: str
    day: str
    iso_day: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """Everything that list.html places. `kinds`: the files that the chosen ones can be taken away as."""

    summary: str
    notes: tuple[str, ...]
    rows: tuple[PickedRow, ...]
    kinds: tuple[Link, ...]


@bp.get("/list")
@by_generation
def show() -> str:
    wanted, bad = ids(request.args)
    rows = tuple(_row(each) for each in _there(wanted))
    gone = len(wanted) - len(rows)
    notes = (f"{wording.count(gone, 'article')} of this list can no longer be found in the archive.",) if gone else ()
    view = ListView(
        summary=wording.count(len(rows), "article"),
        notes=(*notes, *(each.said for each in bad)),
        rows=rows,
        kinds=tuple(Link(kind.name, f"/export.{kind.suffix}") for kind in KINDS.values()),
    )
    return render_template("list.html", site=site(), page=view)


def _there(wanted: tuple[str, ...]) -> Iterator[Article]:
    found = (archive.reader().article(each) for each in wanted)
    return (article for article in found if article is not None)


def _row(article: Article) -> PickedRow:
    facts = (wording.value("type", article.type), article.source)
    day = article.date.value
    shown = tuple(fact for fact in facts if fact)
    return PickedRow(article.id, article_url(article.id), article.title, wording.day(day), day, shown)
