"""Help where no article has all of the words: what each part finds alone, and, where nothing at all was found, what is
found when something is given up."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from indexer.search.did_you_mean import spellings
from indexer.search.page import SearchPage
from indexer.text.stop_words import FUNCTION_WORDS
from web import archive
from web.i18n import formatting
from web.i18n.facet_labels import LABELS
from web.i18n.language import gettext, translate
from web.results.coverage_gaps import GapView, gap_view
from web.urls.links import Link
from web.urls.params import SearchParams

_MOST = 8


@dataclass(frozen=True, slots=True)
class Alternative:
    """A search near the one that found nothing: what it looks for, how many articles it finds, and the nearest
    spellings of a word that finds none."""

    text: str
    said: str
    href: str
    spellings: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class NothingView:
    """`alone`: each part by itself, within the same limits; beside articles with some of the words those parts that
    nothing has. `looser`: the ways that do find something. `gaps`: what there is around the search's dates."""

    alone: tuple[Alternative, ...]
    looser: tuple[Alternative, ...]
    gaps: GapView | None


def nothing_view(found: SearchPage, params: SearchParams) -> NothingView:
    if found.total:
        absent = (_alone(part, params.with_typed(part)) for part in _in_none(found))
        return NothingView(tuple(way for way, total in absent if not total), (), None)
    typed = _distinctive([part.typed for part in found.parts if part.typed])[:_MOST] if not found.costly else []
    alone = (_alone(part, params.with_typed(part))[0] for part in typed) if len(typed) > 1 else ()
    looser = (_alternative(text, way) for text, way in _relaxed(params, typed) if not found.costly)
    return NothingView(tuple(alone), tuple(way for way, total in looser if total), gap_view(found, params))


def _in_none(found: SearchPage) -> list[str]:
    """Parts that no article of the page has: few of them are worth a search of their own."""
    missing = [set(each.missing) for each in found.results]
    return sorted(set.intersection(*missing))[:_MOST] if missing and not found.costly else []


def _distinctive(typed: list[str]) -> list[str]:
    """Without the function words, unless there are no others: they never stand in the way."""
    return [part for part in typed if part.casefold() not in FUNCTION_WORDS] or typed


def _alone(part: str, params: SearchParams) -> tuple[Alternative, int]:
    way, total = _alternative(gettext("%(words)s alone", words=part), params.as_typed())
    near = spellings(archive.reader(), part) if part.isalpha() and not total else ()
    links = tuple(Link(word, params.with_typed(word).url()) for word in near)
    return replace(way, href=params.url(), spellings=links), total


def _relaxed(params: SearchParams, typed: list[str]) -> Iterator[tuple[str, SearchParams]]:
    asked = params.asked
    if len(typed) > 1:
        any_of_them = params.with_typed(" OR ".join(f"({part})" for part in typed))
        yield gettext("any of these words instead of all"), any_of_them
    if '"' in asked.typed:
        yield gettext("the words without quotation marks"), params.with_typed(asked.typed.replace('"', " "))
    if asked.first or asked.last:
        yield gettext("at any date"), params.with_dates("", "")
    for choice in asked.choices:
        yield translate(LABELS[choice.field].whatever), params.without(choice.field)
    if asked.typed and (asked.choices or asked.first or asked.last):
        yield gettext("the words in the whole archive"), params.cleared(asked.typed)


def _alternative(text: str, params: SearchParams) -> tuple[Alternative, int]:
    found = archive.search(replace(params.asked, page=1, size=0, facets=(), hints=False))
    said = formatting.count(found.total, "article") if found.total else gettext("no article")
    return Alternative(text, said, params.url()), found.total
