"""Articles by year, and by month inside a chosen year, as bars that one can click: geometry for an inline SVG."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indexer.fields import FacetField
from indexer.search.page import FacetPanel, FacetRow
from web import wording
from web.facets import FacetRowView, row_view
from web.params import SearchParams

HEIGHT = 48
STEP = 10
_LONGEST = 120  # years side by side; a longer span leaves out the years without articles
_FEWEST = 10  # room for so many bars is kept, so that two years are not two walls


@dataclass(frozen=True, slots=True)
class Bar:
    """One year or month: its rectangle in a drawing `HEIGHT` high, and where a click leads (empty: no articles)."""

    row: FacetRowView
    x: int
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Histogram:
    """`width`: of the drawing, in its own units. `rows` repeats the bars that have articles, as a table."""

    field: FacetField
    heading: str
    width: int
    bars: tuple[Bar, ...]
    rows: tuple[FacetRowView, ...]
    span: str


def histograms(panels: Iterable[FacetPanel], params: SearchParams) -> tuple[Histogram, ...]:
    """Years always, months where years are chosen; none where nothing is dated."""
    timed = (panel for panel in panels if panel.field in ("year", "month") and any(row.count for row in panel.rows))
    return tuple(_histogram(panel, params) for panel in timed)


def _histogram(panel: FacetPanel, params: SearchParams) -> Histogram:
    known = {row.value: row for row in panel.rows}
    values = _without_gaps(sorted(known))
    rows = [known.get(value) or FacetRow(value, 0) for value in values]
    highest = max(1, *(row.count for row in rows))
    bars = tuple(_bar(panel.field, index, row, highest, params) for index, row in enumerate(rows))
    table = tuple(bar.row for bar, row in zip(bars, rows, strict=True) if row.value in known)
    return Histogram(
        panel.field, panel.heading, STEP * max(len(bars), _FEWEST), bars, table, _span(panel.field, values)
    )


def _span(field: FacetField, values: Sequence[str]) -> str:
    first, last = wording.value(field, values[0]), wording.value(field, values[-1])
    return first if first == last else f"{first} – {last}"


def _bar(field: FacetField, index: int, row: FacetRow, highest: int, params: SearchParams) -> Bar:
    height = max(2.0, HEIGHT * row.count / highest) if row.count else 0.0
    return Bar(row_view(field, row, params), index * STEP, round(HEIGHT - height, 1), round(height, 1))


def _without_gaps(values: Sequence[str]) -> list[str]:
    """Every year (or month) from the first to the last, where they are not too many."""
    if len(values[0]) == 4:
        every = [f"{year:04}" for year in range(int(values[0]), int(values[-1]) + 1)]
    else:
        years = range(int(values[0][:4]), int(values[-1][:4]) + 1)
        every = [f"{year:04}-{month:02}" for year in years for month in range(1, 13)]
    return every if len(every) <= _LONGEST else list(values)
