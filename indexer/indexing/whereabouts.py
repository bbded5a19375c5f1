"""Where an article is that has no place in the index any more, for whoever still asks for it."""

from contextlib import closing
from dataclasses import dataclass

from indexer.errors import CommuniqueError
from indexer.generations import generations_at
from indexer.indexing.database import reading
from indexer.indexing.history import History


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The id of the article that it lives on as, or since when it is removed (seconds since 1970); both empty where
    nothing is known of it."""

    led_to: str = ""
    removed: int = 0


def whereabouts(address: str, article_id: str) -> Whereabouts:
    """Whoever only searches may have no history at hand, or none that can be read: nothing is known then."""
    if address.startswith("memory:"):
        return Whereabouts()
    try:
        generations = generations_at(address)
        current = generations.current()
        path = generations.history(current) if current else None
        if path is None or not path.exists():
            return Whereabouts()
        with reading(path), closing(History(path, writing=False)) as history:
            trace = history.trace(article_id)
            return Whereabouts(history.led_to(article_id), trace.removed if trace else 0)
    except CommuniqueError:
        return Whereabouts()
