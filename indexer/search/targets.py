"""What a query looks for in a text: its distinct words and phrases, without what it excludes."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from indexer.fields import QueryField
from indexer.search.tree import And, Best, Near, Or, Phrase, Query, Word

# A name's words are marked where they stand in the text; the words of type:news or language:en would only be noise.
_MARKED_FIELDS: tuple[QueryField, ...] = ("any", "organisation", "person", "place", "document", "speaker")


@dataclass(slots=True)
class Target:
    """One thing looked for, in all its forms: exact terms, stems, terms in a row, terms near each other."""

    terms: set[str] = field(default_factory=set)
    stems: set[str] = field(default_factory=set)
    rows: set[tuple[str, ...]] = field(default_factory=set)
    nears: set[tuple[tuple[str, ...], int]] = field(default_factory=set)

    def add(self, leaf: Word | Phrase | Near) -> None:
        if isinstance(leaf, Phrase):
            self.rows.add(leaf.terms)
        elif isinstance(leaf, Near):
            self.nears.add((leaf.terms, leaf.distance))
        else:
            (self.terms if leaf.exact else self.stems).add(leaf.term)


def targets(query: Query, *, in_title: bool) -> list[Target]:
    """In the order of the query, each once."""
    found: list[Target] = []
    for leaves in _wanted(query):
        target = Target()
        for leaf in leaves:
            if leaf.field in _MARKED_FIELDS or (in_title and leaf.field == "title"):
                target.add(leaf)
        if target != Target() and target not in found:
            found.append(target)
    return found


def _wanted(query: Query) -> Iterator[list[Word | Phrase | Near]]:
    if isinstance(query, Word | Phrase | Near):
        yield [query]
    elif isinstance(query, And | Or):
        for part in query.parts:
            yield from _wanted(part)
    elif isinstance(query, Best):
        yield [leaf for part in query.parts for leaves in _wanted(part) for leaf in leaves]
