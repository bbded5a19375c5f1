"""What a function makes of pieces of text, kept: a list is mapped through it without a line of Python."""

from collections.abc import Callable
from typing import TypeVar

Made = TypeVar("Made")

_LONGEST = 60  # characters: a longer piece is hardly ever seen again


class Memo(dict[str, Made]):
    """At most `most` pieces; then it begins anew."""

    def __init__(self, make: Callable[[str], Made], most: int) -> None:
        super().__init__()
        self._make, self._most = make, most

    def __missing__(self, piece: str) -> Made:
        made = self._make(piece)
        if len(piece) <= _LONGEST:
            if len(self) >= self._most:
                self.clear()
            self[piece] = made
        return made
