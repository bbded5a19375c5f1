"""Places that no file has: by a noun of geography ("Otter River", "Lake Otter"), and by the larger place after a comma
("in Otterbank, Vermont", "Otterbank, Vt.")."""

from collections.abc import Iterator

from indexer.authority import Authority, Entry
from indexer.authority.words import COMMA, SAME, Words
from indexer.ingest.names.gazetteer import POSSESSIVE, Form, Found, is_state, name_at
from indexer.ingest.names.towns import BEFORE_A_TOWN, ends_alone, is_listed, is_placed, town_at
from indexer.ingest.names.vocabulary import words_of

_NOUNS = words_of("geography")
_NOUNS_BEFORE = frozenset({"lake", "mount", "cape"})
_NEVER = words_of("common") | words_of("function") | words_of("business") | words_of("offices") | words_of("honorifics")
_OF_NATURE = frozenset({"forest", "monument", "refuge", "seashore"})
_PUBLIC = frozenset({"national", "state", "wildlife"})
_NO_COUNTIES = words_of("function") | words_of("heads") | frozenset({"the", "our", "each", "every"})
_ANY_NOUN = _NOUNS | _NOUNS_BEFORE | _OF_NATURE | {"co", "park"}
_THINGS = words_of("namesakes") | words_of("heads") | words_of("business") | _NOUNS
_SETTLEMENTS = words_of("settlements")
_ADJECTIVAL = ("al", "an", "ese", "ish", "ic", POSSESSIVE[0], POSSESSIVE[1])
_IN = frozenset({"in", "at", "near", "outside"})
_BEFORE_TOWNS = frozenset({"in", "at", "near", "from", "of", "to", "outside", "for", "and"})
_HEADS = words_of("heads")
_PEOPLE = words_of("offices") | words_of("callings") | words_of("called")
_STATES = dict(pair.replace("_", " ").split(":") for pair in words_of("abbreviated_states"))
_STARTS = frozenset(_STATES) | {short[0] for short in _STATES if short.isupper()}


def by_grammar(words: Words, named: list[Found], authority: Authority) -> Iterator[Found]:
    """Places beside the known ones `named`; one that overlaps a known one is the longer of the two."""
    known = {each.last: each for each in named}
    yield from _by_noun(words, known)
    yield from _placed(words, {each.first for each in named}, known)
    yield from _settled(words)
    for state in (*named, *_abbreviated(words, authority)):
        if words.gaps[state.first] == SAME or not _is_after_comma(words, state.first):
            continue
        abbreviated = state.forms[0].acronym == "abbreviated"
        if abbreviated:
            yield state
        sort = state.forms[0].entry.sort
        if abbreviated or sort in ("region", "country"):
            first = _town(words, state.first - 1, _IN if sort == "country" else _BEFORE_TOWNS, anywhere=abbreviated)
            if first is not None and not _is_known(known.get(state.first - 1), state):
                larger = state.forms[0].entry
                yield _found(words, first, state.first - 1, "city", larger.country or larger.name)


def _placed(words: Words, known: set[int], ends: dict[int, Found]) -> Iterator[Found]:
    """ "in Hastings", "in Dallas and Hastings"."""
    written = words.written
    # few words stand where a town may
    for at in [at for at in words.capitals if at and written[at - 1] in BEFORE_A_TOWN]:
        if at not in known and (is_placed(words, at) or is_listed(words, at, ends)):
            last = town_at(words, at)
            if last is not None and (ends_alone(words, last) or last + 1 in known):
                yield _found(words, at, last, "city", "")


def _settled(words: Words) -> Iterator[Found]:
    """ "Otter district", "the village of Otter"."""
    for at in [] if _SETTLEMENTS.isdisjoint(words.written) else range(1, len(words.written)):
        if words.written[at] not in _SETTLEMENTS:
            continue
        first = _first(words, at)
        if first < at and words.gaps[at] == SAME and not words.written[at - 1].endswith(_ADJECTIVAL):
            yield _found(words, first, at - 1, "city", "")
        if words.written[at + 1 : at + 2] == ["of"] and _goes_on(words, at + 1):
            last = at + 3 if at + 3 < len(words.written) and _goes_on(words, at + 2) else at + 2
            if not _goes_on(words, last):
                yield _found(words, at + 2, last, "city", "")


def _is_after_comma(words: Words, at: int) -> bool:
    """After a comma, or the space that a text has instead that lost its punctuation."""
    if at == 0 or words.gaps[at] == SAME:
        return False
    return words.gaps[at] == COMMA or words.text[words.ends[at - 1] : words.starts[at]] == "  "


def _abbreviated(words: Words, authority: Authority) -> Iterator[Found]:
    for at in [] if _STARTS.isdisjoint(words.written) else words.capitals:
        if words.written[at] not in _STARTS:
            continue
        short, last = words.written[at], at
        if not _is_after_comma(words, at) or _numbers_a_room(words, at):
            continue
        if len(short) == 1 and words.text[words.ends[at] : words.ends[at] + 1] == "." and at + 1 < len(words.written):
            short, last = short + words.written[at + 1], at + 1  # "N.J."
        entry = authority.entry("place", _STATES.get(short, ""))
        if entry:
            yield Found(at, last, (Form(entry, "always", acronym="abbreviated"),))


def _numbers_a_room(words: Words, at: int) -> bool:
    """A number follows that is no postal code's: "Room  SC 6"."""
    number = words.written[at + 1] if at + 1 < len(words.written) and words.gaps[at + 1] == SAME else ""
    return words.written[at].isupper() and number.isdecimal() and len(number) != len("29401")


def _town(words: Words, last: int, prepositions: frozenset[str], *, anywhere: bool) -> int | None:
    """Where the town begins that ends before the comma: one to three capitalised words after a preposition."""
    first = None
    for at in range(last, max(last - 3, -1), -1):
        if not _may_name(words.written[at]) or words.folded[at] in _HEADS or (at < last and words.gaps[at + 1] != SAME):
            break
        first = at
    if first is None or words.written[last].endswith(POSSESSIVE) or _follows_a_name(words, first):
        return None
    before = words.written[first - 1] if first and words.gaps[first] == SAME else ""
    lower = before.islower() and before not in _PEOPLE
    after = before in prepositions or (lower and (anywhere or town_at(words, first) == last))
    alone = first == 0 or words.gaps[first] != SAME or words.written[first - 1][0].isupper()
    return first if after or (anywhere and alone) else None


def _is_known(town: Found | None, larger: Found) -> bool:
    """Whether the files have the town, and not in another state."""
    if town is None:
        return False
    place, of = town.forms[0].entry, larger.forms[0].entry
    return is_state(place) or (of.country or of.name) in (place.country, "")


def _follows_a_name(words: Words, first: int) -> bool:
    """A capitalised word stands before, and no noun that ends a body's name: "Otter Fire Department Otterbank, VT"."""
    if first == 0 or words.gaps[first] != SAME or not words.written[first - 1][0].isupper():
        return False
    return words.folded[first - 1] not in _HEADS and not words.written[first - 1].endswith(POSSESSIVE)


def _by_noun(words: Words, known: dict[int, Found]) -> Iterator[Found]:
    for at in [each for each in words.capitals if words.folded[each] in _ANY_NOUN]:
        noun = words.folded[at]
        if noun in _NOUNS_BEFORE and _goes_on(words, at) and not _goes_on(words, at + 1):
            yield _found(words, at, at + 1, "region", "")
        elif words.written[at] == "Co" and _is_bracketed(words, at):
            yield _found(words, _first(words, at, any_word=True), at, "region", "")
        elif noun == "park" or noun in _OF_NATURE:
            first = _park(words, at)
            if first is not None:
                yield _found(words, first, at, "region", "")
        elif noun in _NOUNS and not _is_a_things(words, at):
            place = known.get(at - 1) if words.gaps[at] == SAME else None
            first = place.first if place else _first(words, at, any_word=noun == "county")
            if first < at:
                yield _found(words, first, at, "region", "")


def _is_bracketed(words: Words, at: int) -> bool:
    """A county: "(Otter Co)"."""
    first = _first(words, at, any_word=True)
    return (
        first < at
        and words.text[words.starts[first] - 1 : words.starts[first]] == "("
        and words.text[words.ends[at] : words.ends[at] + 1] == ")"
    )


def _park(words: Words, noun: int) -> int | None:
    """Where "Otter Hills National Park" begins: up to three words before "National"."""
    first = noun - 1
    if first < 1 or words.folded[first] not in _PUBLIC or words.written[noun].isupper() or _goes_on(words, noun):
        return None
    while noun - first < 4 and first and words.gaps[first] == SAME and _is_written_so(words.written[first - 1]):
        first -= 1
    return first if first < noun - 1 else None


def _is_written_so(word: str) -> bool:
    return word.istitle() and len(word) > 2 and word.lower() not in _NO_COUNTIES


def _first(words: Words, noun: int, *, any_word: bool = False) -> int:
    """The first of one or two words before the noun that name it. `any_word`: also those that name nothing else."""
    names = _is_written_so if any_word else _may_name
    first = noun
    while noun - first < 2 and first and words.gaps[first] == SAME and names(words.written[first - 1]):
        first -= 1
    return first if not first or words.gaps[first] != SAME or not words.written[first - 1][0].isupper() else noun


def _goes_on(words: Words, at: int) -> bool:
    after = at + 1
    return after < len(words.written) and words.gaps[after] == SAME and _may_name(words.written[after])


def _is_a_things(words: Words, at: int) -> bool:
    """What is named after the place follows: "Otter River Commission"."""
    after = at + 1
    if after == len(words.written) or words.gaps[after] != SAME or words.written[at].isupper():
        return words.written[at].isupper()
    return words.written[after][0].isupper() and words.folded[after] in _THINGS


def _may_name(word: str) -> bool:
    return word[0].isupper() and len(word) > 2 and not word.isupper() and word.lower() not in _NEVER and word.isalpha()


def _found(words: Words, first: int, last: int, sort: str, country: str) -> Found:
    name = name_at(words, first, last)
    return Found(first, last, (Form(Entry("place", name, sort=sort, country=country), "always", read=True),))
