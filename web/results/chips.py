"""What narrows a search, one chip each: the conditions typed, chosen values, dates. Clicking one takes it away."""

from collections.abc import Iterator
from dataclasses import dataclass

from indexer.search.page import SearchPage
from web.i18n import formatting
from web.i18n.facet_labels import LABELS
from web.i18n.language import gettext, translate
from web.urls.params import SearchParams


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that narrows the result; `href` is the same search without it."""

    label: str
    value: str
    href: str
    excluded: bool = False


def chips(found: SearchPage, params: SearchParams) -> tuple[Chip, ...]:
    return (*_word_chips(found, params), *_facet_chips(params), *_date_chips(params))


def _word_chips(found: SearchPage, params: SearchParams) -> Iterator[Chip]:
    for part in found.parts:
        if part.typed:
            excluded = part.typed.startswith("-")
            yield Chip(gettext("Words"), part.typed, params.with_typed(part.without.typed).url(), excluded)
    if params.asked.match == "all":
        yield Chip(gettext("Words"), gettext("all of them"), params.with_match("any").url())


def _facet_chips(params: SearchParams) -> Iterator[Chip]:
    for choice in params.asked.choices:
        labels = LABELS[choice.field]
        for raw in choice.include + choice.exclude:
            excluded = raw in choice.exclude
            said = formatting.value(choice.field, raw)
            label = labels.excluded if excluded else labels.heading
            yield Chip(translate(label), said, params.dropping_url(choice.field, raw), excluded)


def _date_chips(params: SearchParams) -> Iterator[Chip]:
    first, last = params.asked.first, params.asked.last
    if first:
        yield Chip(gettext("From"), formatting.day(first), params.with_dates("", last).url())
    if last:
        yield Chip(gettext("To"), formatting.day(last), params.with_dates(first, "").url())
