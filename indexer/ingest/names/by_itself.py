"""Bodies by words that are no name: an acronym that speaks or has a staff, the parliament and the central bank of a
text's state."""

from indexer.authority.words import SAME, Words

_STAFF = frozenset({"officials", "official", "spokesman", "spokeswoman", "spokesperson", "chairman", "employees"})
_NO_BODIES = frozenset({"CEO", "CFO", "COO", "CTO", "GOP", "USA"})
_MEMBERS = frozenset({"member", "members", "act", "acts", "house", "houses"})
_LINKS = frozenset({"of", "for", "on", "against"})

_OF_STATES = frozenset(
    f"{which} {noun}"
    for noun, kinds in {
        "bank": "central reserve national",
        "assembly": "national federal",
        "ministry": "foreign finance defence interior justice health education agriculture energy trade oil labour"
        " economy economics transport industry commerce planning information culture environment tourism",
        "court": "supreme constitutional high federal",
        "treasury": "national",
        "agency": "defence",
        "exchange": "stock",
    }.items()
    for which in kinds.split()
)

SPEAKERS = frozenset({"said", "told", "announced", "reported", "says"}) | _STAFF


def first_by_itself(words: Words, index: int) -> int | None:
    """Where the body begins that the word, which is part of no known name, ends; None where it is none."""
    if _is_speaking_acronym(words, index) or _is_parliament(words, index):
        return index
    return index - 1 if _is_a_states(words, index) else None


def _is_a_states(words: Words, index: int) -> bool:
    """ "the Central Bank", "the Foreign Ministry", whosever: neither "Otter Central Bank" nor "Central Bank of"."""
    if index < 2 or f"{words.folded[index - 1]} {words.folded[index]}" not in _OF_STATES:
        return False
    if words.gaps[index] != SAME or not words.written[index - 1].istitle() or not words.written[index].istitle():
        return False
    after, before = index + 1, index - 2
    goes_on = after < len(words.written) and words.gaps[after] == SAME
    if goes_on and (words.written[after] in _LINKS or words.written[after][0].isupper()):
        return False
    return words.gaps[index - 1] == SAME and (words.written[before].islower() or words.written[before] == "The")


def _is_speaking_acronym(words: Words, index: int) -> bool:
    """Letters before a verb or a noun in small letters: "EIB said", "EIB officials"."""
    word, after = words.written[index], index + 1
    if not (3 <= len(word) <= 6 and word.isupper() and word.isalpha()) or word in _NO_BODIES:
        return False
    return after < len(words.written) and words.gaps[after] == SAME and words.written[after] in SPEAKERS


def _is_parliament(words: Words, index: int) -> bool:
    """ "A vote in Parliament"; not the one that somebody is a member of."""
    after = index + 1
    if words.written[index] != "Parliament" or index == 0:
        return False
    if after < len(words.written) and words.gaps[after] == SAME:
        following = words.written[after]
        if following[0].isupper() or following in _LINKS or words.text[words.ends[index]] == "-":
            return False
    before = words.folded[max(index - 2, 0) : index]
    member = before[-1:] == ["of"] and before[0] in _MEMBERS
    return words.gaps[index] == SAME and words.written[index - 1].islower() and not member
