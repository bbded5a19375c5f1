"""The engine as the web sees it: always the generation in force, whichever process put it there."""

import threading
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace

from indexer.article import Article
from indexer.engines import open_engine
from indexer.engines.engine import Engine, Prices, Reader, SearchRequest, SearchResult, TermCount, Writer
from indexer.engines.term_dictionary import TermDictionary
from indexer.errors import IndexOutdated
from indexer.fields import QueryField
from indexer.fingerprint import Fingerprint
from indexer.generations import Generation, Generations, generations_at
from indexer.message import N_
from indexer.query.tree import SpanNear


def open_live(address: str) -> Engine:
    """`memory:` is an engine of its own; any other address names a root of generations."""
    if address.startswith("memory:"):
        return open_engine(address)
    return LiveEngine(generations_at(address))


class LiveEngine:
    """Opens the next generation when it is complete. `reader()` raises `IndexMissing` until there is a first one."""

    def __init__(self, generations: Generations) -> None:
        self._generations = generations
        self._lock = threading.Lock()
        self._opened: tuple[Generation, Engine] | None = None

    def reader(self) -> Reader:
        generation, engine = self._current()
        return _NamedReader(engine.reader(), generation.name)

    def writer(self) -> AbstractContextManager[Writer]:
        return self._current()[1].writer()

    def close(self) -> None:
        with self._lock:
            if self._opened:
                self._opened[1].close()
            self._opened = None

    def _current(self) -> tuple[Generation, Engine]:
        generation = self._generations.in_force()
        with self._lock:
            if self._opened is None or self._opened[0] != generation:
                # The former engine is let go, not closed: requests under way may still read from it.
                self._opened = (generation, self._open(generation))
            return self._opened

    def _open(self, generation: Generation) -> Engine:
        if not Fingerprint.from_text(generation.fingerprint).servable(self._generations.scheme):
            said = N_("the index was built by another version of the program")
            raise IndexOutdated(said, "communique rebuild")
        return open_engine(self._generations.address(generation))


@dataclass(frozen=True, slots=True)
class _NamedReader:
    """An engine's reader whose generation also names the build it belongs to, e.g. `g000002.7`."""

    inner: Reader
    build: str

    @property
    def prices(self) -> Prices:
        return self.inner.prices

    def verifying(self, near: SpanNear) -> int:
        return self.inner.verifying(near)

    @property
    def generation(self) -> str:
        return f"{self.build}.{self.inner.generation}"

    @property
    def count(self) -> int:
        return self.inner.count

    def search(self, request: SearchRequest) -> SearchResult:
        return replace(self.inner.search(request), generation=self.generation)

    def article(self, article_id: str) -> Article | None:
        return self.inner.article(article_id)

    def ids(self) -> Iterable[str]:
        return self.inner.ids()

    def terms(self, field: QueryField, prefix: str, limit: int) -> Sequence[TermCount]:
        return self.inner.terms(field, prefix, limit)

    def term_dictionary(self, field: QueryField) -> TermDictionary:
        return self.inner.term_dictionary(field)
