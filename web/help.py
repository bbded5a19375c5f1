"""The help page: the query language by examples that find something in this very archive."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import starmap

from flask import Blueprint

from indexer.fields import ENTITY_FIELDS, FACETS
from indexer.search.page import Choice, SearchInput, SearchPage
from web import archive
from web.http.headers import conditional_get
from web.i18n import formatting
from web.i18n.facet_labels import ENTITY_LABELS
from web.i18n.language import gettext, translate
from web.rendering import render
from web.site import site
from web.urls.params import SearchParams

bp = Blueprint("guide", __name__)


@dataclass(frozen=True, slots=True)
class Example:
    """Something to type, what it means, and how many articles it finds here."""

    typed: str
    meaning: str
    said: str
    href: str


@bp.get("/help")
@conditional_get
def show() -> str:
    asked = SearchInput(sort="newest", size=1, facets=(*ENTITY_FIELDS, "speaker", "year"), facet_limit=2)
    return render("help.html", examples=tuple(starmap(_example, _language(archive.search(asked)))))


def _language(archive: SearchPage) -> Iterator[tuple[str, str]]:
    """Examples are made of the archive's own words, so that each of them finds something."""
    words = _words(archive)
    one, two = words[0], words[-1]
    yield (
        f"{one} {two}",
        gettext("both words, in whatever form and order; below these, articles with one of them"),
    )
    yield f'"{one}"', gettext("exactly this word: no other form of it")
    yield f'"{_phrase(archive)}"', gettext("exactly these words, side by side, in this order")
    yield f'"{one} {two}"~20', gettext("these words with at most 20 others between them")
    yield f"+{one} {two}", gettext("the first in every article; the second need not be there")
    yield f"{one} OR {two}", gettext("at least one of them")
    yield f"{one} -{two}", gettext("the first without the second; NOT does the same")
    yield f"({one} OR {two}) title:{one}", gettext("parentheses group; title: looks in titles only")
    yield f"{one[:4]}*", gettext("words that begin so; a ? stands for one letter")
    yield f"{one}~", gettext("words that differ by one letter; ~2 allows two")
    yield from _named(archive)


def _named(archive: SearchPage) -> Iterator[tuple[str, str]]:
    top = {panel.field: panel.rows[0].value for panel in archive.facets if panel.rows}
    for field, labels in ENTITY_LABELS.items():
        if field in top:
            yield f'{FACETS[field].typed[0]}:"{top[field]}"', translate(labels.naming)
    if word := _said_by(speaker := top.get("speaker", "")):
        yield f'speaker:"{speaker}" {word}', gettext("words that this person says")
        yield f"said:{word}", gettext("words that anyone says")
    if year := top.get("year"):
        yield f"date:{year}", gettext("articles of this year; 2017-11 or 2017-11-02 for a month or a day")
        yield (
            f"date:{int(year) - 1:04}..{year}",
            gettext("from the first to the last; after:2016-09 and before:2019 are open ended"),
        )


def _said_by(speaker: str) -> str:
    """A long word of one of the speaker's quotations."""
    if not speaker:
        return ""
    asked = SearchInput(choices=(Choice("speaker", (speaker,)),), sort="newest", size=1, hints=False)
    articles = (result.article for result in archive.search(asked).results)
    said = (each.text[q.start : q.end] for each in articles for q in each.quotations if q.speaker == speaker)
    words = (word for text in said for word in text.lower().split() if word.isalpha())
    return max(words, key=len, default="")


def _words(archive: SearchPage) -> list[str]:
    """Words of a title that a reader could look for."""
    typed = [word for result in archive.results for word in result.article.title.split()]
    words = ["".join(c for c in word if c.isalnum()).lower() for word in typed]
    return [word for word in words if len(word) > 4][:3] or ["communiqué"]


def _phrase(archive: SearchPage) -> str:
    """The first words of a title."""
    titles = [result.article.title.replace('"', " ").split() for result in archive.results]
    return " ".join(titles[0][:3]) if titles and titles[0] else "press release"


def _example(typed: str, meaning: str) -> Example:
    params = SearchParams(SearchInput(typed, size=site().page_size), site().page_size)
    found = archive.search(replace(params.asked, size=1, facets=(), hints=False))
    return Example(typed, meaning, formatting.count(found.total, "article"), params.url())
