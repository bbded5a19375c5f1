"""Facet panels with their links: one click chooses, excludes or drops a value."""

from dataclasses import dataclass

from indexer.fields import TIME_FIELDS, FacetField
from indexer.search.page import FacetPanel, FacetRow
from web.i18n import formatting
from web.i18n.facet_labels import LABELS
from web.i18n.language import gettext, spoken, translate
from web.urls.params import SearchParams


@dataclass(frozen=True, slots=True)
class FacetRowView:
    """A value: `href` chooses it (or drops it where chosen or excluded), `exclude` rules it out."""

    text: str
    count: str
    unit: str
    href: str
    exclude: str
    selected: bool
    excluded: bool


@dataclass(frozen=True, slots=True)
class FacetView:
    """One facet as shown. `open`: unfolded when the page comes. `all_said` leads to all values, where more exist."""

    field: FacetField
    heading: str
    rows: tuple[FacetRowView, ...]
    open: bool
    all_said: str
    all_href: str


def facet_views(panels: tuple[FacetPanel, ...], params: SearchParams) -> tuple[FacetView, ...]:
    """Without those that have no value at all, and those that are drawn as histograms."""
    return tuple(_facet(panel, params) for panel in panels if panel.rows and panel.field not in TIME_FIELDS)


def _facet(panel: FacetPanel, params: SearchParams) -> FacetView:
    chosen = any(row.selected or row.excluded for row in panel.rows)
    return FacetView(
        field=panel.field,
        heading=translate(LABELS[panel.field].heading),
        rows=tuple(row_view(panel.field, row, params) for row in panel.rows),
        open=chosen or LABELS[panel.field].unfolded,
        all_said=gettext("All %(number)s", number=panel.distinct) if panel.distinct > len(panel.rows) else "",
        all_href=params.with_page(1).url(f"/facets/{panel.field}"),
    )


def row_view(field: FacetField, row: FacetRow, params: SearchParams) -> FacetRowView:
    chosen = row.selected or row.excluded
    speaker = spoken()
    return FacetRowView(
        text=formatting.value(field, row.value),
        count=speaker.number(row.count),
        unit=speaker.ngettext("article", "articles", row.count),
        href=params.dropping_url(field, row.value) if chosen else params.including_url(field, row.value),
        exclude="" if chosen else params.excluding_url(field, row.value),
        selected=row.selected,
        excluded=row.excluded,
    )
