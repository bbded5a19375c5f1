"""A figure of the ingestion, what it may not fall under or rise over, and what others reach in the same run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

from rich.table import Table


@dataclass(frozen=True, slots=True)
class Measure:
    """Floors are raised, never lowered, and limits (`most`) the other way round. `beside`: figures by column."""

    name: str
    value: float
    floor: float = 0.0
    most: float = inf
    beside: Mapping[str, float] = field(default_factory=dict)

    @property
    def holds(self) -> bool:
        return self.floor <= self.value <= self.most

    @property
    def bound(self) -> str:
        return f"at most {self.most:g}" if self.most < inf else f"{self.floor:g}" if self.floor else ""


def table_of(title: str, measures: Sequence[Measure]) -> Table:
    columns = list(dict.fromkeys(name for each in measures for name in each.beside))
    table = Table("measure", "figure", "floor", "", *columns, title=title)
    for each in measures:
        said = "" if each.holds else f"[red]{'under' if each.value < each.floor else 'over'}[/red]"
        others = (f"{each.beside[name]:.3f}" if name in each.beside else "" for name in columns)
        table.add_row(each.name, f"{each.value:.3f}", each.bound, said, *others)
    return table
