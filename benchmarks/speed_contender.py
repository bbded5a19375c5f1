"""What each side of a speed run has to offer: an index built from articles, and a way to ask it."""

import time
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from benchmarks.speed_queries import Asked
from indexer.article import Article

Answer = tuple[int, int]  # matches in all, articles fetched
Search = Callable[[Asked], Answer]


class Absent(Exception):
    """Why a contender cannot run on this machine."""


class Contender(Protocol):
    """`process`: whose memory is measured, as /proc calls it; `cpu`: the seconds that one has used so far."""

    @property
    def process(self) -> str: ...

    def cpu(self) -> float: ...

    def build(self, folder: Path, articles: Iterable[Article]) -> None: ...

    def open(self, folder: Path) -> AbstractContextManager[Search]: ...


class InThisProcess:
    """A contender that is a library: what it uses, the benchmark's own process uses."""

    process = "self"

    def cpu(self) -> float:
        return time.process_time()
