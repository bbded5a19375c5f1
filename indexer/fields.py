"""The one table of fields: what is searched, filtered and counted, and what each is called where.

Everything that knows fields (the engines' schemas, the query language, the pages) reads this table.
"""

from dataclasses import dataclass
from typing import Literal, get_args

from indexer.article import Article
from indexer.message import N_, Message

# What an article names and an archive can list from A to Z.
EntityField = Literal["organisation", "person", "place", "document"]
NamedFacet = Literal[EntityField, "type", "source", "language", "speaker", "author"]
# What has words beside title and text, most of which can be typed before a colon. The one word of `url` is the whole
# address; `spoken` and `sayer` tell who says which words (`engines/said_terms`).
NameField = Literal[NamedFacet, "office", "url", "spoken", "sayer"]
TimeField = Literal["year", "month"]
FacetField = Literal[NamedFacet, TimeField]
QueryField = Literal["any", "title", NameField]

ENTITY_FIELDS: tuple[EntityField, ...] = get_args(EntityField)
NAMED_FACETS: tuple[NamedFacet, ...] = get_args(NamedFacet)
NAME_FIELDS: tuple[NameField, ...] = get_args(NameField)
TIME_FIELDS: tuple[TimeField, ...] = get_args(TimeField)
FACET_FIELDS: tuple[FacetField, ...] = get_args(FacetField)


@dataclass(frozen=True, slots=True)
class Facet:
    """A field whose values are counted.

    `described` says it of some words. `attribute`: where an article has the values, and what its JSON form calls those
    of an entity. `typed`: what a reader may type before a colon, the usual name first. `in_text`: the words of a value
    stand in the text, to be marked there. `suggested`: its values are offered while a reader types.
    """

    described: Message
    attribute: str
    typed: tuple[str, ...]
    in_text: bool = False
    suggested: bool = False

    def values(self, article: Article) -> tuple[str, ...]:
        found: str | tuple[str, ...] = getattr(article, self.attribute)
        return found if isinstance(found, tuple) else (found,) if found else ()


FACETS: dict[FacetField, Facet] = {
    "organisation": Facet(
        N_("organisation %(words)s"),
        "organisations",
        ("org", "organisation", "organization"),
        in_text=True,
        suggested=True,
    ),
    "person": Facet(N_("person %(words)s"), "people", ("person", "people"), in_text=True, suggested=True),
    "place": Facet(N_("place %(words)s"), "places", ("place",), in_text=True, suggested=True),
    "document": Facet(N_("document %(words)s"), "documents", ("document", "doc"), in_text=True, suggested=True),
    "type": Facet(N_("type %(words)s"), "type", ("type",)),
    "source": Facet(N_("source %(words)s"), "source", ("source",)),
    "language": Facet(N_("language %(words)s"), "language", ("language", "lang")),
    "speaker": Facet(N_("speaker %(words)s"), "speakers", ("speaker",), in_text=True),
    "author": Facet(N_("author %(words)s"), "authors", ("author", "by"), suggested=True),
    "year": Facet(N_("year %(words)s"), "year", ()),
    "month": Facet(N_("month %(words)s"), "month", ()),
}

# What a reader may type before a colon.
QUERY_FIELDS: dict[str, QueryField] = {
    "title": "title",
    **{name: field for field in NAMED_FACETS for name in FACETS[field].typed},
    "office": "office",
    "url": "url",
    "said": "any",  # of which the parser makes a Said
}
