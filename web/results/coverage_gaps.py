"""What the archive does have around the date and the bodies of a search that found nothing: a table of counts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from indexer.search.page import Choice, SearchInput, SearchPage
from web import archive
from web.i18n import formatting
from web.i18n.language import gettext, spoken
from web.urls.params import SearchParams

_BODIES = 5
_COLUMNS = 12
_LATEST = 6  # years that are shown where the search names none
_AROUND = 2  # years before and after those that it names
_YEAR = re.compile(r"\b(?:1[89]|20)[0-9]{2}\b")
_NAMED = re.compile(r"org(?:anisation)?:(.*)")


@dataclass(frozen=True, slots=True)
class GapCell:
    """Articles of one body in one year, and the search for them; no address where there are none."""

    count: str
    meaning: str
    href: str


@dataclass(frozen=True, slots=True)
class GapRow:
    """One body through the years."""

    body: str
    body_href: str
    cells: tuple[GapCell, ...]


@dataclass(frozen=True, slots=True)
class GapView:
    years: tuple[str, ...]
    gap_rows: tuple[GapRow, ...]


def gap_view(found: SearchPage, params: SearchParams) -> GapView | None:
    """None where nothing in the archive has a date."""
    all_of_it = _by_year("")
    years = _years(_named_years(found, params), sorted(all_of_it))
    if not years:
        return None
    bodies = _named_bodies(found, params) or _largest(years)
    rows = [_row(body, _by_year(body), years, params) for body in bodies]
    return GapView(years, (*rows, _row("", all_of_it, years, params)))


def _named_years(found: SearchPage, params: SearchParams) -> list[int]:
    asked = params.asked
    typed = (part.typed for part in found.parts)
    texts = (asked.first, asked.last, *params.choice("year").include, *params.choice("month").include, *typed)
    return [int(year) for text in texts for year in _YEAR.findall(text)]


def _years(named: Iterable[int], known: list[str]) -> tuple[str, ...]:
    """Every year around the named ones, with articles or without; where none has any, the nearest that have; the
    latest where no year is named. Of a long span only years with articles."""
    wanted = sorted(named)
    if not wanted:
        return tuple(known[-_LATEST:])
    around = [f"{year:04}" for year in range(wanted[0] - _AROUND, wanted[-1] + _AROUND + 1)]
    there = [year for year in around if year in known]
    if not there:
        return tuple(sorted(sorted(known, key=lambda year: abs(int(year) - wanted[0]))[:_LATEST]))
    return tuple(around if len(around) <= _COLUMNS else there[-_COLUMNS:])


def _named_bodies(found: SearchPage, params: SearchParams) -> tuple[str, ...]:
    """Chosen ones, and typed ones that the archive knows under that very name."""
    typed = (_NAMED.fullmatch(part.typed) for part in found.parts)
    names = [match[1].strip('"') for match in typed if match]
    chosen = params.choice("organisation").include
    return tuple(dict.fromkeys([*chosen, *(name for name in names if _by_year(name))]))[:_BODIES]


def _largest(years: tuple[str, ...]) -> tuple[str, ...]:
    asked = SearchInput(first=years[0], last=years[-1], facets=("organisation",), size=1, hints=False)
    return tuple(row.value for row in archive.search(asked).facets[0].rows[:_BODIES])


def _by_year(body: str) -> dict[str, int]:
    """How many articles name the body (empty: all articles) in each year that has any."""
    choices = (Choice("organisation", (body,)),) if body else ()
    panel = archive.search(SearchInput(choices=choices, facets=("year",), size=1, hints=False)).facets[0]
    return {row.value: row.count for row in panel.rows}


def _row(body: str, counts: dict[str, int], years: tuple[str, ...], params: SearchParams) -> GapRow:
    everything = params.cleared()
    whole = everything.including("organisation", body) if body else everything
    cells = (_cell(body, year, counts.get(year, 0), whole) for year in years)
    said = formatting.value("organisation", body) if body else gettext("All articles")
    return GapRow(said, whole.url(), tuple(cells))


def _cell(body: str, year: str, count: int, whole: SearchParams) -> GapCell:
    unit = spoken().ngettext("article", "articles", count)
    said = formatting.value("organisation", body) if body else gettext("all")
    meaning = ", ".join((unit, said, year))
    return GapCell(spoken().number(count), meaning, whole.including("year", year).url() if count else "")
