"""What each facet is called, alone and within sentences.

Whole sentences, as other languages bend a noun by what stands around it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from indexer.fields import FacetField
from indexer.message import N_, Message, nN_


@dataclass(frozen=True, slots=True)
class Labels:
    """What pages say of a facet. `several`: the heading over more than one value, where it is another. `unfolded`: its
    panel is open when the page comes."""

    heading: Message
    excluded: Message
    only: Message
    whatever: Message
    several: Message | None = field(default=None, kw_only=True)
    unfolded: bool = field(default=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class EntityLabels(Labels):
    """What the pages of names say besides: `about` leads to the page of one, on which others are `beside` it;
    `alphabet` and `counted` stand over all of them."""

    about: Message
    naming: Message
    beside: Message
    alphabet: Message
    counted: Callable[[int], Message]


@dataclass(frozen=True, slots=True)
class TimeLabels(Labels):
    """What a histogram says besides: its heading, and what a click does where no bar, one, or several are chosen."""

    drawn: Message
    none_chosen: Message
    one_chosen: Message
    several_chosen: Message


ENTITY_LABELS: Mapping[FacetField, EntityLabels] = {
    "organisation": EntityLabels(
        heading=N_("Organisation"),
        several=N_("Organisations"),
        excluded=N_("Not organisation"),
        only=N_("Only articles with this organisation"),
        whatever=N_("whatever the organisation"),
        unfolded=True,
        about=N_("All about this organisation"),
        naming=N_("articles that name this organisation"),
        beside=N_("Named beside: organisation"),
        alphabet=N_("Organisations A–Z"),
        counted=lambda n: nN_("%(number)s organisation", "%(number)s organisations", n),
    ),
    "person": EntityLabels(
        heading=N_("Person"),
        several=N_("People"),
        excluded=N_("Not person"),
        only=N_("Only articles with this person"),
        whatever=N_("whatever the person"),
        unfolded=True,
        about=N_("All about this person"),
        naming=N_("articles that name this person"),
        beside=N_("Named beside: person"),
        alphabet=N_("People A–Z"),
        counted=lambda n: nN_("%(number)s person", "%(number)s people", n),
    ),
    "place": EntityLabels(
        heading=N_("Place"),
        several=N_("Places"),
        excluded=N_("Not place"),
        only=N_("Only articles with this place"),
        whatever=N_("whatever the place"),
        unfolded=True,
        about=N_("All about this place"),
        naming=N_("articles that name this place"),
        beside=N_("Named beside: place"),
        alphabet=N_("Places A–Z"),
        counted=lambda n: nN_("%(number)s place", "%(number)s places", n),
    ),
    "document": EntityLabels(
        heading=N_("Document"),
        several=N_("Documents"),
        excluded=N_("Not document"),
        only=N_("Only articles with this document"),
        whatever=N_("whatever the document"),
        about=N_("All about this document"),
        naming=N_("articles that name this document"),
        beside=N_("Named beside: document"),
        alphabet=N_("Documents A–Z"),
        counted=lambda n: nN_("%(number)s document", "%(number)s documents", n),
    ),
}
TIME_LABELS: Mapping[FacetField, TimeLabels] = {
    "year": TimeLabels(
        heading=N_("Year"),
        excluded=N_("Not year"),
        only=N_("Only articles with this year"),
        whatever=N_("whatever the year"),
        drawn=N_("Articles by year"),
        none_chosen=N_("Choose a year, then another one for all the years between."),
        one_chosen=N_("Choose another year for all the years between, or the same one again to clear it."),
        several_chosen=N_("Choose a year to have it alone."),
    ),
    "month": TimeLabels(
        heading=N_("Month"),
        excluded=N_("Not month"),
        only=N_("Only articles with this month"),
        whatever=N_("whatever the month"),
        drawn=N_("Articles by month"),
        none_chosen=N_("Choose a month, then another one for all the months between."),
        one_chosen=N_("Choose another month for all the months between, or the same one again to clear it."),
        several_chosen=N_("Choose a month to have it alone."),
    ),
}
LABELS: Mapping[FacetField, Labels] = {
    **ENTITY_LABELS,
    "type": Labels(
        N_("Type"), N_("Not type"), N_("Only articles with this type"), N_("whatever the type"), unfolded=True
    ),
    "source": Labels(N_("Source"), N_("Not source"), N_("Only articles with this source"), N_("whatever the source")),
    "language": Labels(
        N_("Language"), N_("Not language"), N_("Only articles with this language"), N_("whatever the language")
    ),
    "speaker": Labels(
        N_("Speaker"),
        N_("Not speaker"),
        N_("Only articles with this speaker"),
        N_("whatever the speaker"),
        several=N_("Speakers"),
    ),
    "author": Labels(
        N_("Author"),
        N_("Not author"),
        N_("Only articles with this author"),
        N_("whatever the author"),
        several=N_("Authors"),
    ),
    **TIME_LABELS,
}
