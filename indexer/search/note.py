"""What a page tells its reader about the words that were typed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was not understood or was cut, and where in the typed text (None: not in the text)."""

    message: str
    start: int | None = None
    end: int | None = None
