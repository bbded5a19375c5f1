"""Files that are made while they are sent: few at a time, as each keeps an index or a file open until it is taken."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar
from weakref import WeakSet

from indexer.errors import Overloaded
from indexer.message import N_

Part = TypeVar("Part", str, bytes)


class Sending:
    """At most so many at a time, in each process that answers requests."""

    def __init__(self, most: int) -> None:
        self._most = most
        self.under_way: WeakSet[object] = WeakSet()  # one that nobody closed does not count for ever

    def begin(self, parts: Iterable[Part]) -> "Sent[Part]":
        """Raises `Overloaded` where there are too many. One counts from its first part on: of an answer to HEAD, which
        has none, nothing stays."""
        if len(self.under_way) >= self._most:
            said = N_("Other readers are taking as many files as can be sent at a time.")
            raise Overloaded(said, N_("Try again in a minute."))
        return Sent(parts, self)


class Sent(Generic[Part]):
    """The parts of one file; another one may begin when they end, or are closed before their end."""

    def __init__(self, parts: Iterable[Part], sending: Sending) -> None:
        self._sending = sending
        self._parts: Iterable[Part] = parts
        self._left: Iterator[Part] = iter(parts)

    def __iter__(self) -> Iterator[Part]:
        return self

    def __next__(self) -> Part:
        self._sending.under_way.add(self)
        try:
            return next(self._left)
        except BaseException:
            self._sending.under_way.discard(self)
            raise

    def close(self) -> None:
        self._sending.under_way.discard(self)
        if hasattr(self._parts, "close"):
            self._parts.close()
