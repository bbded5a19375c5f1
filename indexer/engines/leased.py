"""What several read from at once, and is closed when the last of them lets go."""

import threading
from typing import Self


class Leased:
    """Held by its maker at first. The collector would come when it likes: by then the files of a hundred commits may
    be open."""

    def __init__(self) -> None:
        self._holders = 1
        self._counting = threading.Lock()

    def hold(self) -> Self:
        """One more holder; each of them calls `close` once."""
        with self._counting:
            self._holders += 1
        return self

    def close(self) -> None:
        with self._counting:
            self._holders -= 1
            last = not self._holders
        if last:
            self.end()

    def end(self) -> None:
        """Nobody reads any more."""
        raise NotImplementedError
