"""The one table of fields: what is searched, filtered and counted, and what each is called where.

Everything that knows fields (the engines' schemas, the query language, the pages) reads this table.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, get_args

from indexer.article import Article

FacetField = Literal[
    "organisation", "person", "place", "document", "type", "source", "language", "speaker", "year", "month"
]
NameField = Literal["organisation", "person", "place", "document", "type", "source", "language", "speaker"]
QueryField = Literal[
    "any", "title", "organisation", "person", "place", "document", "type", "source", "language", "speaker"
]

FACET_FIELDS: tuple[FacetField, ...] = get_args(FacetField)
NAME_FIELDS: tuple[NameField, ...] = get_args(NameField)


@dataclass(frozen=True, slots=True)
class Facet:
    """A field whose values are counted: its name in addresses and JSON, its heading, and its values in an article."""

    field: FacetField
    heading: str
    values: Callable[[Article], tuple[str, ...]]


def _one(value: str) -> tuple[str, ...]:
    return (value,) if value else ()


FACETS: dict[FacetField, Facet] = {
    facet.field: facet
    for facet in (
        Facet("organisation", "Organisation", lambda a: a.organisations),
        Facet("person", "Person", lambda a: a.people),
        Facet("place", "Place", lambda a: a.places),
        Facet("document", "Document", lambda a: a.documents),
        Facet("type", "Type", lambda a: _one(a.type)),
        Facet("source", "Source", lambda a: _one(a.source)),
        Facet("language", "Language", lambda a: _one(a.language)),
        Facet("speaker", "Speaker", lambda a: a.speakers),
        Facet("year", "Year", lambda a: _one(a.date.value[:4])),
        Facet("month", "Month", lambda a: _one(a.date.value[:7] if len(a.date.value) >= 7 else "")),
    )
}

# What a reader may type before a colon.
QUERY_FIELDS: dict[str, QueryField] = {
    "title": "title",
    "org": "organisation",
    "organisation": "organisation",
    "organization": "organisation",
    "person": "person",
    "people": "person",
    "place": "place",
    "document": "document",
    "doc": "document",
    "type": "type",
    "source": "source",
    "language": "language",
    "lang": "language",
    "speaker": "speaker",
}
