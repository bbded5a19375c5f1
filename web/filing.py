"""Where a name stands in an index from A to Z: people by their surname, all else by its first letter."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from indexer.fields import FacetField
from indexer.ingest.authority import Authority
from indexer.search.page import FacetRow

_AFTER_SURNAMES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Filed:
    """A value, and by what it is filed."""

    by: str
    row: FacetRow

    def place(self) -> tuple[str, str]:
        return initial(self.by), self.by.casefold()


def filed(field: FacetField, rows: Iterable[FacetRow], known: Authority) -> list[Filed]:
    """From A to Z."""
    return sorted((Filed(filed_by(field, row.value, known), row) for row in rows), key=Filed.place)


def filed_by(field: FacetField, value: str, known: Authority) -> str:
    """What decides the place: of a person the surname, then the rest. Whom the authority files do not know stands
    under the last word, which misplaces those whose surname comes first."""
    if field != "person":
        return value
    entry = known.entry("person", value)
    surname = entry.surname if entry else ""
    return f"{surname or _last_word(value)}, {value}"


def _last_word(name: str) -> str:
    words = [word for word in name.replace(",", " ").split() if word.casefold() not in _AFTER_SURNAMES]
    return words[-1] if words else name


def initial(filed: str) -> str:
    """The letter that a value is filed under: accents off, upper case; all that is no letter under #."""
    first = next((c for c in unicodedata.normalize("NFD", filed) if c.isalnum()), "#")
    return first.upper()[0] if first.isalpha() else "#"
