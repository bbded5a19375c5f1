"""Facet counts as a page shows them: chosen and excluded values always among the rows."""

from dataclasses import dataclass, replace

from indexer.engines.engine import FacetCounts, FacetWanted, Reader
from indexer.fields import FacetField
from indexer.search.plan import Plan
from indexer.text.analysis import fold

_MOST_ALIKE = 100_000  # values that contain a chosen one


@dataclass(frozen=True, slots=True)
class FacetRow:
    """A facet's value; `count` articles would be the total after clicking it."""

    value: str
    count: int
    selected: bool = False
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class FacetPanel:
    """One facet as shown: its chosen and excluded values always among its rows; `distinct` values exist in all."""

    field: FacetField
    rows: tuple[FacetRow, ...]
    distinct: int


def panel(reader: Reader, plan: Plan, counts: FacetCounts) -> FacetPanel:
    chosen = [choice for choice in plan.asked.choices if choice.field == counts.field]
    include = {value for choice in chosen for value in choice.include}
    exclude = {value for choice in chosen for value in choice.exclude}
    known = {row.value: row.count for row in counts.rows}
    for value in sorted((include | exclude) - known.keys()):
        known[value] = _count_of_value(reader, plan, counts.field, value)
    rows = tuple(FacetRow(value, count, value in include, value in exclude) for value, count in known.items())
    return FacetPanel(counts.field, rows, counts.distinct)


def _count_of_value(reader: Reader, plan: Plan, field: FacetField, value: str) -> int:
    """As in `FacetCounts`, of a value that is not among the most frequent ones: what is chosen in its own facet does
    not narrow it. 0 where no match has it."""
    wanted = FacetWanted(field, limit=_MOST_ALIKE, containing=fold(value))
    rows = reader.search(replace(plan.request, offset=0, limit=0, facets=(wanted,))).facets[0].rows
    return next((row.count for row in rows if row.value == value), 0)
