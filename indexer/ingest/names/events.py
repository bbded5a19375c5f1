"""Exercises, operations and the like, which are called as bodies are: "the exercise Otter Brotherhood"."""

from indexer.authority.words import BREAK, Words
from indexer.ingest.names.span import Span
from indexer.ingest.names.vocabulary import words_of

_EVENTS = words_of("events")
_REACH = 5
_CALLED_SO = frozenset({"brotherhood", "shield", "partnership", "cooperation", "mission", "guard", "alliance"})


def without_events(words: Words, bodies: list[Span]) -> list[Span]:
    """The bodies but those of which the article says somewhere that they are an exercise."""
    if _EVENTS.isdisjoint(words.folded):
        return bodies
    events = {body.name for body in bodies if words.folded[body.last] in _CALLED_SO and _is_event(words, body)}
    return [body for body in bodies if body.name not in events] if events else bodies


def _is_event(words: Words, body: Span) -> bool:
    """Whether such a noun stands near it in the sentence."""
    for at in range(body.first - 1, max(body.first - _REACH, -1), -1):
        if words.gaps[at + 1] == BREAK:
            break
        if words.folded[at] in _EVENTS:
            return True
    return any(word in _EVENTS for word in words.folded[body.last + 1 : body.last + 3])
