"""Two articles side by side: what one has and the other has not, word by word."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from flask import Blueprint

from indexer.article import Article
from indexer.search.quotation.diff import MOST_WORDS, Change, changes
from web import archive
from web.http.headers import conditional_get
from web.i18n import formatting
from web.i18n.language import gettext, ngettext, percent
from web.rendering import render

bp = Blueprint("compare", __name__)

_AROUND = 25  # words kept at each end of a long stretch that both have
_LONG = 3 * _AROUND


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A stretch of words and the white space `after` it; one "between" is no part of what is compared; of one
    `left out`, which both articles have, the text says how long it is."""

    kind: Literal["same", "deleted", "inserted", "between", "left out"]
    text: str
    after: str


@dataclass(frozen=True, slots=True)
class CompareView:
    """Everything that compare.html places. `note` says where a text was too long to be compared whole."""

    old: Article
    new: Article
    summary: str
    note: str
    changes: tuple[ChangeView, ...]


@bp.get("/articles/<article_id>/compare/<other_id>")
@conditional_get
def compare(article_id: str, other_id: str) -> str:
    old, new = archive.article_or_missing(article_id), archive.article_or_missing(other_id)
    found = changes(*(f"{each.title}\n\n{each.text}" for each in (old, new)))
    views = tuple(view for each in found for view in change_views(each))
    return render("compare.html", page=CompareView(old, new, _summary(found), _note(found), views))


def _summary(found: Iterable[Change]) -> str:
    counts = {"same": 0, "deleted": 0, "inserted": 0}
    for each in found:
        counts[each.kind] += len(each.words)
    if not counts["deleted"] + counts["inserted"]:
        return gettext("The two do not differ in a single word.")
    return gettext(
        "%(words)s in both, %(first)s only in the first, %(second)s only in the second.",
        words=formatting.count(counts["same"], "word"),
        first=counts["deleted"],
        second=counts["inserted"],
    )


def _note(found: Iterable[Change]) -> str:
    lengths = [sum(len(each.words) for each in found if each.kind != other) for other in ("deleted", "inserted")]
    if max(lengths) < MOST_WORDS:
        return ""
    return gettext("Only the first %(most)s words of each are compared.", most=MOST_WORDS)


def change_views(change: Change) -> Iterator[ChangeView]:
    """A long stretch that both have is shown by its ends."""
    hidden = len(change.words) - 2 * _AROUND
    if change.kind != "same" or len(change.words) < _LONG:
        yield _view_of(change.kind, change.words)
        return
    yield _view_of("same", change.words[:_AROUND])
    said = ngettext("%(number)s word that both have", "%(number)s words that both have", hidden)
    yield ChangeView("left out", said, " ")
    yield _view_of("same", change.words[-_AROUND:])


def _view_of(kind: Literal["same", "deleted", "inserted", "between"], words: Sequence[str]) -> ChangeView:
    whole = "".join(words)
    text = whole.rstrip()
    return ChangeView(kind, text, whole[len(text) :])


def similarity_label(one: Article, other: Article) -> str:
    """How like each other two near duplicates are, in words: what is known is how like each is to its original."""
    if one.duplicate_of == other.id:
        return gettext("%(percent)s alike", percent=percent(one.similarity))
    if other.duplicate_of == one.id:
        return gettext("%(percent)s alike", percent=percent(other.similarity))
    return gettext("%(percent)s like the article that both repeat", percent=percent(other.similarity))
