"""Files that are made while they are sent: few at a time, as each keeps an index or a file open until it is taken."""

import threading
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from indexer.errors import Overloaded
from indexer.message import N_

Part = TypeVar("Part", str, bytes)


class Sending:
    """At most so many at a time, in each process that answers requests."""

    def __init__(self, most: int) -> None:
        self._free = threading.BoundedSemaphore(most)

    def begin(self, parts: Iterable[Part]) -> "Sent[Part]":
        """Raises `Overloaded` at once where there are too many."""
        if not self._free.acquire(blocking=False):
            said = N_("Other readers are taking as many files as can be sent at a time.")
            raise Overloaded(said, N_("Try again in a minute."))
        return Sent(parts, self._free)


class Sent(Generic[Part]):
    """The parts of one file; another one may begin when they end, or are closed before their end."""

    def __init__(self, parts: Iterable[Part], free: threading.BoundedSemaphore) -> None:
        self._parts, self._left, self._free, self._ended = parts, iter(parts), free, False

    def __iter__(self) -> Iterator[Part]:
        return self

    def __next__(self) -> Part:
        try:
            return next(self._left)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        if self._ended:
            return
        self._ended = True
        self._free.release()
        if hasattr(self._parts, "close"):
            self._parts.close()
