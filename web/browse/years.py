"""What a page of a name shows, year by year."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, Protocol, TypeVar

from indexer.article import Article
from indexer.fields import EntityField
from indexer.search.page import FacetPanel
from web.i18n import formatting
from web.i18n.language import gettext, spoken
from web.urls.address import address


class _OfArticle(Protocol):
    @property
    def article(self) -> Article: ...


Shown = TypeVar("Shown", bound=_OfArticle)


@dataclass(frozen=True, slots=True)
class Year(Generic[Shown]):
    """A heading, and what stands under it."""

    heading: str
    shown: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class YearLink:
    """A year, its number of articles, and the same page of that year alone; all years without a number."""

    text: str
    count: str
    unit: str
    href: str
    current: bool


def by_year(shown: Iterable[Shown]) -> tuple[Year[Shown], ...]:
    """In the order in which they come."""
    grouped = groupby(shown, key=lambda each: each.article.year)
    return tuple(Year(formatting.day(year), tuple(under)) for year, under in grouped)


def year_links(panel: FacetPanel, field: EntityField, name: str, chosen: str, place: str) -> tuple[YearLink, ...]:
    """To the years of a panel at a place of the page, in the order of what stands there; none where there is nothing to
    choose."""
    counted = (row for row in panel.rows if row.value and row.count)
    rows = sorted(counted, key=lambda row: row.value, reverse=field != "document")
    if len(rows) < 2 and not chosen:
        return ()
    whole = YearLink(gettext("all"), "", "", _href(field, name, "", place), current=not chosen)
    return (whole, *(_link(row.value, row.count, _href(field, name, row.value, place), chosen) for row in rows))


def _link(year: str, count: int, href: str, chosen: str) -> YearLink:
    speaker = spoken()
    unit = speaker.ngettext("article", "articles", count)
    return YearLink(formatting.value("year", year), speaker.number(count), unit, href, current=year == chosen)


def _href(field: EntityField, name: str, year: str, place: str) -> str:
    return address(f"/names/{field}", [("name", name), *([("year", year)] if year else [])], place)
