"""Who and what an article names: organisations, people and places, by authority files and by grammar."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from indexer.authority import Authority, Kind
from indexer.authority.words import Words, read_words
from indexer.ingest.names.gazetteer import Found, bare, gazetteer, longest
from indexer.ingest.names.organisations import organisations_in
from indexer.ingest.names.people import Reader
from indexer.ingest.names.persons import people_in
from indexer.ingest.names.places import places_in, places_named
from indexer.ingest.names.span import Span, covered

__all__ = ["Mention", "Names", "names_in"]


class Mention(NamedTuple):
    """`text[start:end]` names `name`, a display name."""

    kind: Kind
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Names:
    """Display names in the order of their first mention, the title first; and where the text has them."""

    organisations: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()


def names_in(title: str, text: str, source: str, authority: Authority) -> Names:
    """The names of a clean article. `source` is a body whose short forms ("Permanent Council") may stand alone."""
    above = f"{title}\n\n" if title else ""
    words = read_words(above + text)
    found = gazetteer(authority).all_in(words)
    bodies = organisations_in(words, found, source, authority)
    known = [span for span in _known_people(found) if span.first not in covered(bodies)]
    masked = covered([*bodies, *known])
    standing = places_named(words, found)
    towns = covered(places_in(words, standing, [], []))
    read = list(Reader(words, masked, towns - masked, authority).people())
    people = people_in(words, known, read, authority, (span.name for span in bodies))
    places = places_in(words, standing, bodies, people)
    mentions = _mentions(words, [*bodies, *people, *places], len(above))
    return Names(_names(bodies), _names(people), _names(places), mentions)


def _known_people(found: Iterable[Found]) -> list[Span]:
    people = longest(each for each in found if each.forms[0].entry.kind == "person")
    return [Span("person", each.forms[0].entry.name, each.first, each.last) for each in people]


def _names(spans: Iterable[Span]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(span.name for span in spans))


def _mentions(words: Words, spans: list[Span], shift: int) -> tuple[Mention, ...]:
    placed = (Mention(s.kind, s.name, words.starts[s.first] - shift, _end(words, s.last) - shift) for s in spans)
    return tuple(sorted((each for each in placed if each.start >= 0), key=lambda m: (m.start, m.end)))


def _end(words: Words, last: int) -> int:
    """Where a name ends in its last word: a possessive ending says that somebody else is spoken of."""
    return words.starts[last] + len(bare(words.written[last]))
