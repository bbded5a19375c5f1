"""Long lists of names in the authority files: one entry a line, for names of which little more is to be said."""

from collections.abc import Iterator
from typing import Any

from indexer.authority.entry import KINDS

LISTS = frozenset(f"{kind}_list" for kind in KINDS)
_SHARED = ("sort", "country", "parent")


def listed(kind: str, tables: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The entries of `[[place_list]]` and its like as if each had a table of its own; a list without names gives one
    entry without a name, which is a problem."""
    raws = tables.get(f"{kind}_list", [])
    for raw in raws if isinstance(raws, list) else []:
        if not isinstance(raw, dict) or not isinstance(raw.get("names"), str):
            yield {"name": ""}
            continue
        shared = {key: raw[key] for key in _SHARED if key in raw}
        for line in filter(None, map(str.strip, raw["names"].split("\n"))):
            yield shared | _entry(line)


def _entry(line: str) -> dict[str, Any]:
    """ "?Lincoln | Lincoln City": the display name first, other forms after it; "?" for a doubtful one."""
    name, *variants = line.lstrip("?").split(" | ")
    entry: dict[str, Any] = {"name": name}
    if variants:
        entry["variants"] = variants
    if line[0] == "?":
        entry["doubtful"] = True
    return entry
