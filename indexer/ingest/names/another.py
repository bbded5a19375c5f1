"""Known names of bodies that mean another where they stand: somebody, a longer name, another state's body."""

from collections.abc import Iterator
from itertools import pairwise

from indexer.authority import Authority, Entry
from indexer.authority.words import SAME, Words
from indexer.ingest.names.gazetteer import Found, bare, is_state
from indexer.ingest.names.vocabulary import words_of

_CALLED = words_of("called") | frozenset({"mr", "mrs", "ms"})
_BEFORE_CHAMBERS = frozenset({"the", "senate", "us", "s"})
_HEADS = words_of("heads")
_LINKS = frozenset({"of", "for"})
_OF_CHAMBERS = words_of("heads") | words_of("of_chambers")
_FOLLOWING = words_of("common") | words_of("offices") | words_of("function") | words_of("business") | words_of("heads")


def meaning_themselves(
    words: Words, meant: list[tuple[Found, Entry]], found: list[Found], authority: Authority
) -> Iterator[tuple[Found, Entry]]:
    """Those of `meant` that are what their words say; `found` are all known names of the text."""
    single = [each.first for each, _ in meant if each.first == each.last]
    surnames = {words.folded[at] for at in single if _is_surname(words, at, authority)}
    if any(words.written[at] == "SEC" for at in single):  # not the Commission where "SEC HALDANE" is the Secretary
        surnames |= {after for before, after in pairwise(words.folded) if before == "secretary"}
    states: dict[int, str] = {}
    if any(entry.country for _, entry in meant):
        states = {each.last: each.forms[0].entry.name for each in found if is_state(each.forms[0].entry)}
    for each, entry in meant:
        another = each.first == each.last and _is_another(words, each, surnames)
        if not another and not _is_of_another_state(words, each, entry, states):
            yield each, entry


def _is_surname(words: Words, at: int, authority: Authority) -> bool:
    """A given name, an initial or an office stands before: "Jorik Krupp", "Mayor Bloomberg"."""
    if not at or words.gaps[at] != SAME or not words.written[at - 1][0].isupper() or words.written[at].isupper():
        return False
    before = words.folded[at - 1]
    return before in authority.given_names or (len(before) == 1 and before not in "us") or before in _CALLED


def _is_another(words: Words, found: Found, surnames: set[str]) -> bool:
    """Somebody, the half of a longer name ("Guinness Peat"), or an office ("SEC HALDANE" of Secretary Haldane)."""
    first, after = found.first, found.first + 1
    following = words.written[after] if after < len(words.written) and words.gaps[after] == SAME else ""
    if found.forms[0].acronym:
        return bool(following) and words.written[first] == "SEC" and words.folded[after] in surnames
    if words.folded[first] in surnames or (words.written[first] == "House" and _is_a_building(words, first)):
        return True
    goes_on = following[:1].isupper() and following.isalpha() and not following.isupper()
    if following in _LINKS and words.folded[first] in _HEADS:
        return True  # "Secretariat of the Otters"
    company = found.forms[0].entry.sort == "company" and bare(words.written[first]) == words.written[first]
    return company and goes_on and following.lower() not in _FOLLOWING


def _is_a_building(words: Words, at: int) -> bool:
    """ "Otter House", "House of Otters", "House Hotel"; not "the House", "House Speaker"."""
    before = words.written[at - 1] if at and words.gaps[at] == SAME else ""
    following = words.written[at + 1] if at + 1 < len(words.written) and words.gaps[at + 1] == SAME else ""
    if before[:1].isupper() or not before:
        return before.lower() not in _BEFORE_CHAMBERS
    return following == "of" or (following[:1].isupper() and following.lower() not in _OF_CHAMBERS)


def _is_of_another_state(words: Words, found: Found, entry: Entry, states: dict[int, str]) -> bool:
    """A state's body with another state before it: "Philippine Marine Corps"."""
    owner = states.get(found.first - 1, "") if words.gaps[found.first] == SAME else ""
    return bool(owner and entry.country) and owner != entry.country
