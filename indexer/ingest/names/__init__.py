"""Who and what an article names: organisations, people and places, by authority files and by grammar."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from indexer.authority import Authority, Kind
from indexer.authority.words import SAME, Words, read_words
from indexer.ingest.names.gazetteer import Found, bare, gazetteer, longest
from indexer.ingest.names.organisations import organisations_in
from indexer.ingest.names.people import Reader
from indexer.ingest.names.persons import people_in
from indexer.ingest.names.places import places_in, places_named
from indexer.ingest.names.span import Span, covered
from indexer.ingest.names.vocabulary import words_of

__all__ = ["Mention", "Names", "names_in"]

_NAMESAKES = words_of("namesakes")
_USUAL = words_of("common") | words_of("function") | words_of("offices") | words_of("honorifics") | words_of("speech")


class Mention(NamedTuple):
    """`text[start:end]` names `name`, a display name; `office`: by what the person was on the article's date."""

    kind: Kind
    name: str
    start: int
    end: int
    office: bool = False


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
    standing = places_named(words, found, authority)
    towns = {at for each in standing for at in range(each.first, each.last + 1)}
    bodies = organisations_in(words, found, source, authority, towns)
    known = [span for span in _known_people(words, found) if span.first not in covered(bodies)]
    masked = covered([*bodies, *known])
    read = list(Reader(words, masked, towns - masked, authority).people())
    people = people_in(words, known, read, authority, (span.name for span in bodies))
    places = places_in(words, standing, bodies, people)
    mentions = _mentions(words, [*bodies, *people, *places], len(above))
    return Names(_names(bodies), _names(people), _names(places), mentions)


def _known_people(words: Words, found: Iterable[Found]) -> list[Span]:
    people = longest(each for each in found if each.forms[0].entry.kind == "person" and not _is_half(words, each))
    return [Span("person", each.forms[0].entry.name, each.first, each.last) for each in people]


def _is_half(words: Words, found: Found) -> bool:
    """A surname alone that is part of another's name or of a thing's: "Ivanka Haldane", "Haldane Street"."""
    at, after = found.first, found.last + 1
    if at != found.last:
        return False
    before = words.written[at - 1] if at and words.gaps[at] == SAME else ""
    following = words.written[after] if after < len(words.written) and words.gaps[after] == SAME else ""
    unusual = any(word[:1].isupper() and word.lower() not in _USUAL for word in (before, following))
    return unusual or (following[:1].isupper() and following.lower() in _NAMESAKES)


def _names(spans: Iterable[Span]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(span.name for span in spans))


def _mentions(words: Words, spans: list[Span], shift: int) -> tuple[Mention, ...]:
    placed = (Mention(s.kind, s.name, words.starts[s.first] - shift, _end(words, s.last) - shift) for s in spans)
    return tuple(sorted((each for each in placed if each.start >= 0), key=lambda m: (m.start, m.end)))


def _end(words: Words, last: int) -> int:
    """Where a name ends in its last word: a possessive ending says that somebody else is spoken of."""
    return words.starts[last] + len(bare(words.written[last]))
