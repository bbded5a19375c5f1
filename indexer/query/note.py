"""What a page tells its reader about the words that were typed."""

from dataclasses import dataclass

from indexer.message import N_, Message


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was not understood or was cut, and where in the typed text (None: not in the text)."""

    message: Message
    start: int | None = None
    end: int | None = None


def every_word(typed: str) -> Message:
    """Of a pattern without a letter."""
    return N_("“%(typed)s” alone would stand for every word; it is left out.", typed=typed)
