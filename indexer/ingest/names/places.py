"""The places that an article names."""

from indexer.ingest.authority.words import BREAK, Words
from indexer.ingest.names.known import Found, longest
from indexer.ingest.names.span import Span, covered
from indexer.ingest.names.vocabulary import words_of

_DOCUMENTS = words_of("documents")
_LINKS = frozenset({"of", "in", "for", "the", "at"})


def places_in(words: Words, found: list[Found], bodies: list[Span], people: list[Span]) -> list[Span]:
    """Spans in reading order. A place inside a body's name counts after "of", "in" or "for", continents never there."""
    in_bodies, in_people = covered(bodies), covered(people)
    spans = []
    for each in longest([f for f in found if any(form.entry.kind == "place" for form in f.forms)]):
        entry = next(form.entry for form in each.forms if form.entry.kind == "place")
        if each.first in in_people or each.last in in_people or _names_a_document(words, each, entry.sort):
            continue
        if each.first in in_bodies and (entry.sort == "continent" or not _is_linked(words, each)):
            continue
        spans.append(Span("place", entry.name, each.first, each.last))
    return spans


def _names_a_document(words: Words, found: Found, sort: str) -> bool:
    """ "the Minsk agreements", "the Paris Pact": not the place."""
    after = found.last + 1
    return (
        sort not in ("country", "continent")
        and after < len(words.folded)
        and words.gaps[after] != BREAK
        and words.folded[after] in _DOCUMENTS
    )


def _is_linked(words: Words, found: Found) -> bool:
    return found.first > 0 and words.folded[found.first - 1] in _LINKS
