"""What each facet is called, alone and within sentences.

Whole sentences, as other languages bend a noun by what stands around it.
"""

from collections.abc import Callable, Mapping
from typing import Literal

from indexer.fields import FACETS, FacetField
from indexer.message import Message, counted, message
from web.language import gettext, say

Indexed = Literal["organisation", "person", "place", "document"]
INDEXED: tuple[Indexed, ...] = ("organisation", "person", "place", "document")

_EXCLUDED: Mapping[FacetField, Message] = {
    "organisation": message("Not organisation"),
    "person": message("Not person"),
    "place": message("Not place"),
    "document": message("Not document"),
    "type": message("Not type"),
    "source": message("Not source"),
    "language": message("Not language"),
    "speaker": message("Not speaker"),
    "year": message("Not year"),
    "month": message("Not month"),
}
_ONLY: Mapping[FacetField, Message] = {
    "organisation": message("Only articles with this organisation"),
    "person": message("Only articles with this person"),
    "place": message("Only articles with this place"),
    "document": message("Only articles with this document"),
    "type": message("Only articles with this type"),
    "source": message("Only articles with this source"),
    "language": message("Only articles with this language"),
    "speaker": message("Only articles with this speaker"),
    "year": message("Only articles with this year"),
    "month": message("Only articles with this month"),
}
_WHATEVER: Mapping[FacetField, Message] = {
    "organisation": message("whatever the organisation"),
    "person": message("whatever the person"),
    "place": message("whatever the place"),
    "document": message("whatever the document"),
    "type": message("whatever the type"),
    "source": message("whatever the source"),
    "language": message("whatever the language"),
    "speaker": message("whatever the speaker"),
    "year": message("whatever the year"),
    "month": message("whatever the month"),
}
_ABOUT: Mapping[FacetField, Message] = {
    "organisation": message("All about this organisation"),
    "person": message("All about this person"),
    "place": message("All about this place"),
    "document": message("All about this document"),
}
_NAMING: Mapping[Indexed, Message] = {
    "organisation": message("articles that name this organisation"),
    "person": message("articles that name this person"),
    "place": message("articles that name this place"),
    "document": message("articles that name this document"),
}
_BESIDE: Mapping[FacetField, Message] = {
    "organisation": message("Named beside: organisation"),
    "person": message("Named beside: person"),
    "place": message("Named beside: place"),
    "document": message("Named beside: document"),
}
_SEVERAL: Mapping[FacetField, Message] = {
    "organisation": message("Organisations"),
    "person": message("People"),
    "place": message("Places"),
    "document": message("Documents"),
    "speaker": message("Speakers"),
}
_ALPHABET: Mapping[Indexed, Message] = {
    "organisation": message("Organisations A–Z"),
    "person": message("People A–Z"),
    "place": message("Places A–Z"),
    "document": message("Documents A–Z"),
}
_COUNTED: Mapping[Indexed, Callable[[int], Message]] = {
    "organisation": lambda n: counted("%(number)s organisation", "%(number)s organisations", n),
    "person": lambda n: counted("%(number)s person", "%(number)s people", n),
    "place": lambda n: counted("%(number)s place", "%(number)s places", n),
    "document": lambda n: counted("%(number)s document", "%(number)s documents", n),
}
_DRAWN: Mapping[FacetField, Message] = {
    "year": message("Articles by year"),
    "month": message("Articles by month"),
}


def heading(field: FacetField) -> str:
    return gettext(FACETS[field].heading)


def several(field: FacetField) -> str:
    """The heading over more than one value, where English has one."""
    return say(_SEVERAL[field]) if field in _SEVERAL else heading(field)


def alphabet(field: Indexed) -> str:
    return say(_ALPHABET[field])


def counted_values(field: Indexed, number: int) -> str:
    return say(_COUNTED[field](number))


def excluded(field: FacetField) -> str:
    return say(_EXCLUDED[field])


def only(field: FacetField) -> str:
    return say(_ONLY[field])


def whatever(field: FacetField) -> str:
    return say(_WHATEVER[field])


def about(field: FacetField) -> str:
    return say(_ABOUT[field])


def naming(field: Indexed) -> str:
    return say(_NAMING[field])


def beside(field: FacetField) -> str:
    return say(_BESIDE[field])


def by_time(field: FacetField) -> str:
    return say(_DRAWN[field])
