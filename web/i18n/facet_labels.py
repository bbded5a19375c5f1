"""What each facet is called, alone and within sentences.

Whole sentences, as other languages bend a noun by what stands around it.
"""

from collections.abc import Callable, Mapping
from typing import Literal

from indexer.fields import FACETS, FacetField
from indexer.message import N_, Message, nN_
from web.i18n.language import gettext, say

Indexed = Literal["organisation", "person", "place", "document"]
INDEXED: tuple[Indexed, ...] = ("organisation", "person", "place", "document")

_EXCLUDED: Mapping[FacetField, Message] = {
    "organisation": N_("Not organisation"),
    "person": N_("Not person"),
    "place": N_("Not place"),
    "document": N_("Not document"),
    "type": N_("Not type"),
    "source": N_("Not source"),
    "language": N_("Not language"),
    "speaker": N_("Not speaker"),
    "year": N_("Not year"),
    "month": N_("Not month"),
}
_ONLY: Mapping[FacetField, Message] = {
    "organisation": N_("Only articles with this organisation"),
    "person": N_("Only articles with this person"),
    "place": N_("Only articles with this place"),
    "document": N_("Only articles with this document"),
    "type": N_("Only articles with this type"),
    "source": N_("Only articles with this source"),
    "language": N_("Only articles with this language"),
    "speaker": N_("Only articles with this speaker"),
    "year": N_("Only articles with this year"),
    "month": N_("Only articles with this month"),
}
_WHATEVER: Mapping[FacetField, Message] = {
    "organisation": N_("whatever the organisation"),
    "person": N_("whatever the person"),
    "place": N_("whatever the place"),
    "document": N_("whatever the document"),
    "type": N_("whatever the type"),
    "source": N_("whatever the source"),
    "language": N_("whatever the language"),
    "speaker": N_("whatever the speaker"),
    "year": N_("whatever the year"),
    "month": N_("whatever the month"),
}
_ABOUT: Mapping[FacetField, Message] = {
    "organisation": N_("All about this organisation"),
    "person": N_("All about this person"),
    "place": N_("All about this place"),
    "document": N_("All about this document"),
}
_NAMING: Mapping[Indexed, Message] = {
    "organisation": N_("articles that name this organisation"),
    "person": N_("articles that name this person"),
    "place": N_("articles that name this place"),
    "document": N_("articles that name this document"),
}
_BESIDE: Mapping[FacetField, Message] = {
    "organisation": N_("Named beside: organisation"),
    "person": N_("Named beside: person"),
    "place": N_("Named beside: place"),
    "document": N_("Named beside: document"),
}
_SEVERAL: Mapping[FacetField, Message] = {
    "organisation": N_("Organisations"),
    "person": N_("People"),
    "place": N_("Places"),
    "document": N_("Documents"),
    "speaker": N_("Speakers"),
}
_ALPHABET: Mapping[Indexed, Message] = {
    "organisation": N_("Organisations A–Z"),
    "person": N_("People A–Z"),
    "place": N_("Places A–Z"),
    "document": N_("Documents A–Z"),
}
_COUNTED: Mapping[Indexed, Callable[[int], Message]] = {
    "organisation": lambda n: nN_("%(number)s organisation", "%(number)s organisations", n),
    "person": lambda n: nN_("%(number)s person", "%(number)s people", n),
    "place": lambda n: nN_("%(number)s place", "%(number)s places", n),
    "document": lambda n: nN_("%(number)s document", "%(number)s documents", n),
}
_DRAWN: Mapping[FacetField, Message] = {
    "year": N_("Articles by year"),
    "month": N_("Articles by month"),
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
