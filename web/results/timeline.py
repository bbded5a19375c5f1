"""Time as a reader chooses it on the bars: one year, the years between two, or all of them; the same for months.

Where nothing is chosen a click chooses; beside the one chosen it makes a range; on the one chosen it clears; in a
range it chooses one alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from indexer.fields import TIME_FIELDS, FacetField
from indexer.search.page import FacetPanel
from web import archive
from web.i18n import formatting
from web.i18n.facet_labels import TIME_LABELS
from web.i18n.language import gettext, ngettext, translate
from web.urls.params import SearchParams

_MONTHS_OF = 3  # years whose months are shown side by side
WIDTH: Mapping[FacetField, int] = {"year": 4, "month": 7}


@dataclass(frozen=True, slots=True)
class Timeline:
    """What is chosen in one row of bars. `chosen`: the years or months that are, by a facet's values or by dates;
    `counts`: articles in each, whatever time is chosen. `free`: the search without any of that."""

    field: FacetField
    counts: Mapping[str, int]
    chosen: frozenset[str]
    free: SearchParams
    cleared: SearchParams

    @property
    def sole(self) -> str:
        """The one that is chosen, else empty."""
        return next(iter(self.chosen)) if len(self.chosen) == 1 else ""

    def href(self, value: str) -> str:
        if value == self.sole:
            return self.cleared.url()
        if self.sole:
            return self.free.between_url(*sorted((self.sole, value)))
        return self.cleared.including_url(self.field, value)

    def said(self, value: str) -> str:
        """Where a click leads, in words: `1990 to 1995: 12 articles`."""
        if value == self.sole or not self.sole:
            return _counted(formatting.value(self.field, value), self.counts.get(value, 0))
        ends = sorted((self.sole, value))
        between = sum(count for each, count in self.counts.items() if ends[0] <= each <= ends[1])
        first, last = (formatting.value(self.field, end) for end in ends)
        return _counted(gettext("%(first)s to %(last)s", first=first, last=last), between)

    @property
    def hint(self) -> str:
        """What a click does now."""
        labels = TIME_LABELS[self.field]
        if self.sole:
            return translate(labels.one_chosen)
        return translate(labels.several_chosen if self.chosen else labels.none_chosen)


def _counted(named: str, number: int) -> str:
    return ngettext("%(named)s: %(number)s article", "%(named)s: %(number)s articles", number, named=named)


def timed(panels: Iterable[FacetPanel], params: SearchParams) -> tuple[FacetPanel, ...]:
    """Years, and months inside chosen years, counted whatever time is chosen on the bars: where it is by dates or
    months, the archive is asked again without them."""
    shown = tuple(panel for panel in panels if panel.field in WIDTH)
    if not (params.asked.first or params.asked.last or params.choice("month").include):
        return shown
    years = _years(params)
    free = _free(params).choosing_only("year", years)
    fields: tuple[FacetField, ...] = TIME_FIELDS if years else ("year",)
    asked = replace(free.asked, page=1, size=1, facets=fields, hints=False)
    return archive.search(asked).facets


def months_wanted(params: SearchParams) -> bool:
    return bool(_years(params))


def timeline(panel: FacetPanel, params: SearchParams) -> Timeline:
    counts = {row.value: row.count for row in panel.rows if not row.excluded}
    free = _free(params)
    within = free if panel.field == "year" else free.choosing_only("year", _years(params))
    chosen = frozenset(value for value in counts if _is_chosen(panel.field, value, params))
    return Timeline(panel.field, counts, chosen, free, within)


def _free(params: SearchParams) -> SearchParams:
    """Without any time chosen; what is excluded stays so."""
    return params.with_dates("", "").choosing_only("month", ()).choosing_only("year", ())


def _years(params: SearchParams) -> tuple[str, ...]:
    """The years whose months are shown: those chosen, or the few that the dates name."""
    included = params.choice("year").include
    first, last = params.asked.first[:4], params.asked.last[:4]
    if included or not (first and last):
        return included
    between = range(int(first), int(last) + 1)
    return tuple(f"{year:04}" for year in between) if 0 < len(between) <= _MONTHS_OF else ()


def _is_chosen(field: FacetField, value: str, params: SearchParams) -> bool:
    included = params.choice(field).include
    first, last = params.asked.first, params.asked.last
    width = WIDTH[field]
    dated = len(first) >= width or len(last) >= width
    if not included and not dated:
        return False
    inside = first[:width] <= value and (not last or value[: len(last)] <= last[:width])
    return inside and (not included or value in included)
