"""Facet counts as a page shows them: chosen and excluded values always among the rows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from indexer.engines.engine import FacetCounts, FacetWanted, Reader
from indexer.fields import FacetField
from indexer.search.plan import Plan
from indexer.search.said_speakers import said_speakers


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


def panels(reader: Reader, plan: Plan, counted: Sequence[FacetCounts]) -> tuple[FacetPanel, ...]:
    counted = tuple(_of_speech(reader, plan, each) for each in counted)
    known = {counts.field: {row.value: row.count for row in counts.rows} for counts in counted}
    asked = {field: sorted(_chosen(plan, field) - known[field].keys()) for field in known}
    wanted = [FacetWanted(field, len(values), named=frozenset(values)) for field, values in asked.items() if values]
    for counts in _counted(reader, plan, wanted):
        found = {row.value: row.count for row in counts.rows}
        known[counts.field] |= {value: found.get(value, 0) for value in asked[counts.field]}
    return tuple(_panel(plan, counts, known[counts.field]) for counts in counted)


def _counted(reader: Reader, plan: Plan, wanted: Sequence[FacetWanted]) -> tuple[FacetCounts, ...]:
    """As the others are counted, those that are not among the most frequent ones: in one search, however many."""
    if not wanted:
        return ()
    again = replace(plan, request=replace(plan.request, offset=0, limit=0, facets=tuple(wanted)))
    return tuple(_of_speech(reader, again, each) for each in reader.search(again.request).facets)


def _of_speech(reader: Reader, plan: Plan, counts: FacetCounts) -> FacetCounts:
    """Of speakers, those who say what is searched for."""
    if counts.field != "speaker" or plan.said is None:
        return counts
    wanted = next(each for each in plan.request.facets if each.field == "speaker")
    return said_speakers(reader, plan.request, plan.said, wanted)


def _panel(plan: Plan, counts: FacetCounts, known: dict[str, int]) -> FacetPanel:
    chosen = [choice for choice in plan.asked.choices if choice.field == counts.field]
    include = {value for choice in chosen for value in choice.include}
    exclude = {value for choice in chosen for value in choice.exclude}
    rows = tuple(FacetRow(value, count, value in include, value in exclude) for value, count in known.items())
    return FacetPanel(counts.field, rows, counts.distinct)


def _chosen(plan: Plan, field: FacetField) -> set[str]:
    chosen = (choice for choice in plan.asked.choices if choice.field == field)
    return {value for choice in chosen for value in (*choice.include, *choice.exclude)}
