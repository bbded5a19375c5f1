"""Articles by year, and by month inside a chosen year, as bars that one can click: geometry for an inline SVG."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from indexer.fields import FacetField
from indexer.search.page import FacetPanel, FacetRow
from web.i18n import formatting
from web.i18n.facet_labels import TIME_LABELS
from web.i18n.language import translate
from web.results.facets import FacetRowView, row_view
from web.results.timeline import WIDTH, Timeline, timed, timeline
from web.urls.params import SearchParams
from web.urls.reading import is_partial_date

HEIGHT = 48
STEP = 10
_LONGEST = 120  # years side by side; a longer span leaves out the years without articles
_FEWEST = 10  # room for so many bars is kept, so that two years are not two walls


@dataclass(frozen=True, slots=True)
class Bar:
    """One year or month: its rectangle in a drawing `HEIGHT` high, where a click leads, and what that is in words."""

    value: str
    said: str
    href: str
    chosen: bool
    x: int
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Histogram:
    """`width`: of the drawing, in its own units. `rows` repeats the bars that have articles, as a table. `band`: where
    the stretch of time that is chosen begins and how wide it is, gaps within it included. `hint` says what a click
    does; `free` is the address of the search without any time chosen, to which a script adds its own."""

    field: FacetField
    heading: str
    width: int
    bars: tuple[Bar, ...]
    band: tuple[int, int]
    rows: tuple[FacetRowView, ...]
    span: str
    hint: str
    free: str


def histograms(panels: Iterable[FacetPanel], params: SearchParams) -> tuple[Histogram, ...]:
    """Years always, months where years are chosen; none where nothing is dated."""
    plain = {panel.field: panel for panel in panels}
    dated = (replace(panel, rows=_dated(panel)) for panel in timed(plain.values(), params))
    shown = (panel for panel in dated if any(row.count for row in panel.rows))
    return tuple(_histogram(panel, plain.get(panel.field, panel), params) for panel in shown)


def _dated(panel: FacetPanel) -> tuple[FacetRow, ...]:
    """What an address chooses is a row of its panel, whether it is a year or month or not."""
    return tuple(row for row in panel.rows if len(row.value) == WIDTH[panel.field] and is_partial_date(row.value))


def _histogram(panel: FacetPanel, table: FacetPanel, params: SearchParams) -> Histogram:
    """`table` counts within the time chosen, as all other facets do."""
    line = timeline(panel, params)
    known = {row.value: row for row in panel.rows}
    values = _without_gaps(sorted(known))
    rows = [known.get(value) or FacetRow(value, 0) for value in values]
    highest = max(1, *(row.count for row in rows))
    bars = tuple(_bar(index, row, highest, line, params) for index, row in enumerate(rows) if row.count)
    shown = sorted(table.rows, key=lambda row: row.value)
    return Histogram(
        field=panel.field,
        heading=translate(TIME_LABELS[panel.field].drawn),
        width=STEP * max(len(rows), _FEWEST),
        bars=bars,
        band=_band(bars),
        rows=tuple(row_view(panel.field, row, params) for row in shown),
        span=_span(panel.field, values),
        hint=line.hint,
        free=line.free.url(),
    )


def _span(field: FacetField, values: Sequence[str]) -> str:
    first, last = formatting.value(field, values[0]), formatting.value(field, values[-1])
    return first if first == last else f"{first} – {last}"


def _bar(index: int, row: FacetRow, highest: int, line: Timeline, params: SearchParams) -> Bar:
    height = max(2.0, HEIGHT * row.count / highest)
    href = params.dropping_url(line.field, row.value) if row.excluded else line.href(row.value)
    place = (index * STEP, round(HEIGHT - height, 1), round(height, 1))
    return Bar(row.value, line.said(row.value), href, row.value in line.chosen, *place)


def _band(bars: Sequence[Bar]) -> tuple[int, int]:
    """Nowhere and nothing where the chosen bars do not follow each other."""
    at = [index for index, bar in enumerate(bars) if bar.chosen]
    if not at or at[-1] - at[0] >= len(at):
        return 0, 0
    return bars[at[0]].x, bars[at[-1]].x + STEP - bars[at[0]].x


def _without_gaps(values: Sequence[str]) -> list[str]:
    """Every year (or month) from the first to the last, where they are not too many."""
    if len(values[0]) == 4:
        every = [f"{year:04}" for year in range(int(values[0]), int(values[-1]) + 1)]
    else:
        years = range(int(values[0][:4]), int(values[-1][:4]) + 1)
        every = [f"{year:04}-{month:02}" for year in years for month in range(1, 13)]
    return every if len(every) <= _LONGEST else list(values)
