"""The places that an article names."""

from indexer.authority import Authority, Entry
from indexer.authority.words import BREAK, COMMA, SAME, Words
from indexer.ingest.names.gazetteer import Found, is_state, longest
from indexer.ingest.names.geography import by_grammar
from indexer.ingest.names.one_value import as_one
from indexer.ingest.names.span import Span, covered
from indexer.ingest.names.towns import ends_alone, is_listed, is_placed
from indexer.ingest.names.vocabulary import words_of

_DOCUMENTS = words_of("documents")
_COMMON = words_of("common")
_PARTICLES = frozenset({"da", "do", "di", "del", "dos"})
_USUAL = words_of("common") | words_of("function") | words_of("offices") | words_of("honorifics") | words_of("around")
_SHIPS = words_of("ships")
_NOBLES = frozenset({"prince", "princess", "duke", "duchess", "earl", "countess", "marquess", "viscount"})
_GOVERNMENT = words_of("government")
_BODIES = frozenset({"university", "properties", "futures", "area", "college", "exchange", "sound", "institute"})
_LINKS = frozenset({"in", "for", "at"})


def places_named(words: Words, found: list[Found], authority: Authority) -> list[Found]:
    """Each place that stands in the text by itself, in reading order; which of them count is up to `places_in`."""
    named = [each for each in found if _is_named(words, each)]
    if any(each.forms[0].when == "in_context" for each in named):
        states = {each.forms[0].entry.name for each in named}
        named = [each for each in named if each.forms[0].when != "in_context" or _is_at_home(each, states)]
    larger = {each.first for each in named if each.forms[0].entry.sort != "city"}
    ends = {each.last for each in named}
    more = [each for each in found if _is_of_a_larger(words, each, larger, ends)]
    more.extend(by_grammar(words, named, authority))
    return as_one(words, longest([*more, *named]), authority)


def places_in(words: Words, named: list[Found], bodies: list[Span], people: list[Span]) -> list[Span]:
    """Those of the places `named` that the text names: spans in reading order, none inside a person's name."""
    in_people = covered(people)
    in_bodies = {index: body for body in bodies for index in range(body.first, body.last + 1)}
    spans, starts, lasts = [], {each.first for each in named}, {each.last for each in named}
    for each in named:
        entry = each.forms[0].entry
        body = in_bodies.get(each.first)
        if each.first in in_people or each.last in in_people or _names_a_thing(words, each, entry, starts):
            continue
        if entry.sort == "city" and body is None and _is_a_surname(words, each, lasts, in_bodies):
            continue
        if entry.sort == "city" and each.first - 1 in in_people and _ends_a_name(words, each.first):
            continue
        if body is None or _counts_inside(words, each, entry, body):
            spans.append(Span("place", entry.name, each.first, each.last))
    return spans


def _is_at_home(found: Found, states: set[str]) -> bool:
    """Whether a state is named that it needs: "Salisbury" is Harare in an article about Rhodesia."""
    entry = found.forms[0].entry
    owners = entry.needs or (entry.country,)
    return not states.isdisjoint(owners)


def _is_of_a_larger(words: Words, found: Found, larger: set[int], ends: set[int]) -> bool:
    """A name that is also a word or a surname, where a larger place follows its comma: "Lincoln, Nebraska"; or where a
    preposition of place stands before it."""
    after = found.last + 1
    if found.forms[0].when != "beside":
        return False
    if after in larger and words.gaps[after] == COMMA:
        return True
    placed = is_placed(words, found.first) or is_listed(words, found.first, ends)
    return placed and ends_alone(words, found.last)


def _is_named(words: Words, found: Found) -> bool:
    """A place by its noun; by its adjective only where its government is meant: "the Armenian Foreign Minister"."""
    form = found.forms[0]
    if form.entry.kind != "place" or form.when == "beside":
        return False
    after = found.last + 1
    governs = after < len(words.folded) and words.gaps[after] == SAME and words.folded[after] in _GOVERNMENT
    return form.when != "adjective" or governs


def _names_a_thing(words: Words, found: Found, entry: Entry, starts: set[int]) -> bool:
    """A place that no state is and that names something else: "the Minsk agreements", "the London Interbank Offered
    Rate", "Bassas da Otter", "the Princess of Wales", "Otter-Poulenc"."""
    if is_state(entry) or entry.sort == "continent":
        return False
    if _is_a_given_name(words, found) or _names_a_body(words, found) or _is_an_acronym_or_a_code(words, found):
        return True
    return _names_a_document(words, found, entry) or _is_of_a_name(words, found) or _is_joined(words, found, starts)


def _is_an_acronym_or_a_code(words: Words, found: Found) -> bool:
    """ "GAO" is no Gao where the text has small letters around it; "Otterbank-8" is an operation."""
    text, end = words.text, words.ends[found.last]
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isdigit():
        return True
    after = found.last + 1
    short = found.first == found.last and words.written[found.first].isupper() and len(words.written[found.first]) <= 3
    return short and after < len(words.written) and words.gaps[after] == SAME and found.forms[0].entry.sort == "city"


def _ends_a_name(words: Words, at: int) -> bool:
    """Nothing but one space after a person's name: "Alejandro Haldane Otterbank"."""
    between = words.text[words.ends[at - 1] : words.starts[at]]
    return between in (" ", "\n")


def _names_a_body(words: Words, found: Found) -> bool:
    """What a body is called by follows, where no body was read: "Otterbank University School of Tides"."""
    after = found.last + 1
    if after == len(words.written) or words.gaps[after] != SAME or not words.written[after].istitle():
        return False
    return words.folded[after] in _BODIES and not words.written[found.last].isupper()


def _is_a_given_name(words: Words, found: Found) -> bool:
    """An initial and a surname follow: "Otterina J. Haldane"."""
    initial, surname = found.last + 1, found.last + 2
    if surname >= len(words.written) or words.gaps[initial] != SAME or words.gaps[surname] != SAME:
        return False
    stopped = len(words.written[initial]) == 1 and words.text.startswith(". ", words.ends[initial])
    return stopped and words.written[initial].isupper() and words.written[surname].istitle()


def _is_a_surname(words: Words, found: Found, places: set[int], in_bodies: dict[int, Span]) -> bool:
    """A name that nobody knows stands before: "Renata Otterbank", "Maha Otterbank"."""
    before = found.first - 1
    if before < 1 or words.gaps[found.first] != SAME or before in places or before in in_bodies:
        return False
    word = words.written[before]
    if not word[0].isupper() or word.isupper() or not word.isalpha() or len(word) < 3 or words.gaps[before] == BREAK:
        return False
    return words.written[before - 1][0].islower() and word.lower() not in _USUAL


def _names_a_document(words: Words, found: Found, entry: Entry) -> bool:
    after = found.last + 1
    if after >= len(words.folded) or words.gaps[after] == BREAK:
        return False
    if words.folded[after] in _DOCUMENTS and entry.sort == "city":
        return True
    reach = 2 if words.written[found.first].isupper() else 4
    for at in range(after, min(after + reach, len(words.folded))):
        if words.gaps[at] != SAME or not words.written[at][0].isupper():
            return False
        if words.folded[at] in _DOCUMENTS:
            return True
    return False


def _is_of_a_name(words: Words, found: Found) -> bool:
    """A ship's, or after a particle or a title held of no government: "Bassas da Otter", "the Duke of Otter"."""
    before = found.first - 1
    if before >= 0 and words.gaps[found.first] == SAME and words.folded[before] in _SHIPS:
        return True
    if before < 1 or words.gaps[found.first] != SAME or words.gaps[before] != SAME:
        return False
    owner = words.written[before - 1]
    if words.written[before] in _PARTICLES:
        return owner[0].isupper()
    return words.written[before] == "of" and owner.lower() in _NOBLES


def _is_joined(words: Words, found: Found, starts: set[int]) -> bool:
    """One hyphen from a capitalised word that is no place and no point of the compass: "Otter-Poulenc"."""
    after = found.last + 1
    if (
        after in starts
        or after == len(words.written)
        or words.text[words.ends[found.last] : words.starts[after]] != "-"
    ):
        return False
    return (
        words.written[after][0].isupper() and not words.written[after].isupper() and words.folded[after] not in _COMMON
    )


def _counts_inside(words: Words, found: Found, entry: Entry, body: Span) -> bool:
    """Inside a body's name a state counts, continents never, other places where they end a phrase with "in".

    So "Federal Assembly of the Russian Federation" names Russia, "Secretariat of the Shanghai Cooperation
    Organization" and "University of Otterbank" no town, and "OSCE Academy in Bishkek" one.
    """
    if entry.sort == "continent" or body.company:
        return False
    before = found.first - 2 if words.folded[found.first - 1] == "the" else found.first - 1
    ends = found.last == body.last or words.written[found.last + 1].islower()
    return is_state(entry) or (ends and before >= body.first and words.folded[before] in _LINKS)
