"""Whether the words before a noun tell a body from others of its kind: neither "Executive Board" nor "Council of
Ministers" does."""

from indexer.authority.words import Words
from indexer.ingest.names.vocabulary import words_of

_CLOSED_HEADS = words_of("closed_heads")
_GENERIC = words_of("generic") | words_of("heads") | _CLOSED_HEADS
_OPEN_HEADS = words_of("open_heads")
_BELIEFS = words_of("beliefs")
_NATIONS = words_of("nations")


def tells(words: Words, first: int, head: int, last: int) -> bool:
    """Of a body of the words `first` to `last`, called by the noun at `head`."""
    before = [words.folded[at] for at in range(first, head) if words.written[at][0].isupper()]
    if _is_a_party(words, before, head) or _is_a_nations(words, before, head):
        return True
    if any(word not in _GENERIC for word in before):
        return not (words.folded[head] in _CLOSED_HEADS and before[0] in _NATIONS and len(before) == 1)
    tail = (at for at in range(head + 1, last + 1) if words.written[at][0].isupper())
    return words.folded[head] in _OPEN_HEADS and any(words.folded[at] not in _GENERIC for at in tail)


def _is_a_party(words: Words, before: list[str], head: int) -> bool:
    """ "Social Democratic Party", "Centre Party"."""
    if words.folded[head] != "party" or _BELIEFS.isdisjoint(before):
        return False
    return all(word in _BELIEFS or word in _NATIONS for word in before)


def _is_a_nations(words: Words, before: list[str], head: int) -> bool:
    """ "Indian Air Force", "Japanese Trade Council"; not "British High Commission"."""
    return len(before) > 1 and before[0] in _NATIONS and words.folded[head] not in ("administration", "service")
