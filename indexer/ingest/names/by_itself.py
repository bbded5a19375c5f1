"""Bodies of one word that no file has: an acronym that speaks or has a staff, and the parliament of a text's state."""

from indexer.authority.words import SAME, Words

_STAFF = frozenset({"officials", "official", "spokesman", "spokeswoman", "spokesperson", "chairman", "employees"})
_NO_BODIES = frozenset({"CEO", "CFO", "COO", "CTO", "GOP", "USA"})
_MEMBERS = frozenset({"member", "members", "act", "acts", "house", "houses"})
_LINKS = frozenset({"of", "for", "on", "against"})

SPEAKERS = frozenset({"said", "told", "announced", "reported", "says"}) | _STAFF


def is_by_itself(words: Words, index: int) -> bool:
    """Whether the word, which is part of no known name, is such a body."""
    return _is_speaking_acronym(words, index) or _is_parliament(words, index)


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
