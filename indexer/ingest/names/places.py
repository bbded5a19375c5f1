"""The places that an article names."""

from indexer.authority import Entry
from indexer.authority.words import BREAK, SAME, Words
from indexer.ingest.names.gazetteer import Found, is_state, longest
from indexer.ingest.names.span import Span, covered
from indexer.ingest.names.vocabulary import words_of

_DOCUMENTS = words_of("documents")
_GOVERNMENT = words_of("government")
_LINKS = frozenset({"of", "in", "for", "at"})


def places_named(words: Words, found: list[Found]) -> list[Found]:
    """Each place that stands in the text by itself, in reading order; which of them count is up to `places_in`."""
    return longest([each for each in found if _is_named(words, each)])


def places_in(words: Words, named: list[Found], bodies: list[Span], people: list[Span]) -> list[Span]:
    """Those of the places `named` that the text names: spans in reading order, none inside a person's name."""
    in_people = covered(people)
    in_bodies = {index: body for body in bodies for index in range(body.first, body.last + 1)}
    spans = []
    for each in named:
        entry = each.forms[0].entry
        body = in_bodies.get(each.first)
        if each.first in in_people or each.last in in_people or _names_a_document(words, each, entry):
            continue
        if body is None or _counts_inside(words, each, entry, body):
            spans.append(Span("place", entry.name, each.first, each.last))
    return spans


def _is_named(words: Words, found: Found) -> bool:
    """A place by its noun; by its adjective only where its government is meant: "the Armenian Foreign Minister"."""
    form = found.forms[0]
    if form.entry.kind != "place":
        return False
    after = found.last + 1
    governs = after < len(words.folded) and words.gaps[after] == SAME and words.folded[after] in _GOVERNMENT
    return form.when != "adjective" or governs


def _names_a_document(words: Words, found: Found, entry: Entry) -> bool:
    """A town before such a word is none: "the Minsk agreements", "the Paris Pact"."""
    after = found.last + 1
    followed = after < len(words.folded) and words.gaps[after] != BREAK
    return entry.sort == "city" and followed and words.folded[after] in _DOCUMENTS


def _counts_inside(words: Words, found: Found, entry: Entry, body: Span) -> bool:
    """Inside a body's name a state counts, continents never, other places where they end a phrase with "of" or "in".

    So "Federal Assembly of the Russian Federation" names Russia, "Secretariat of the Shanghai Cooperation
    Organization" no town, and "OSCE Academy in Bishkek" one.
    """
    if entry.sort == "continent" or body.company:
        return False
    before = found.first - 2 if words.folded[found.first - 1] == "the" else found.first - 1
    ends = found.last == body.last or words.written[found.last + 1].islower()
    return is_state(entry) or (ends and before >= body.first and words.folded[before] in _LINKS)
