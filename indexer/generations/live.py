"""The engine as the web sees it: always the generation in force, whichever process put it there."""

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace

from indexer.article import Article
from indexer.engines import open_engine
from indexer.engines.engine import Engine, Reader, SearchRequest, SearchResult, TermCount, Writer
from indexer.engines.leased import Leased
from indexer.engines.term_dictionary import TermDictionary
from indexer.errors import IndexOutdated
from indexer.fields import QueryField
from indexer.fingerprint import Fingerprint
from indexer.generations import Generation, Generations, generations_at
from indexer.message import N_


def open_live(address: str) -> Engine:
    """`memory:` is an engine of its own; any other address names a root of generations."""
    if address.startswith("memory:"):
        return open_engine(address)
    return LiveEngine(generations_at(address))


class LiveEngine:
    """Opens the next generation when it is complete, and closes the former one when nobody reads from it any more.
    `reader()` raises `IndexMissing` until there is a first one."""

    def __init__(self, generations: Generations) -> None:
        self._generations = generations
        self._lock = threading.Lock()
        self._opened: _Opened | None = None

    def reader(self) -> Reader:
        opened = self._current()
        try:
            return _NamedReader(opened.engine.reader(), opened)
        except BaseException:
            opened.close()
            raise

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        with closing(self._current()) as opened, opened.engine.writer() as writer:
            yield writer

    def close(self) -> None:
        with self._lock:
            self._let_go()

    def _current(self) -> "_Opened":
        """Held for the caller."""
        generation = self._generations.in_force()
        with self._lock:
            if self._opened is None or self._opened.generation != generation:
                opened = _Opened(generation, self._open(generation))
                self._let_go()
                self._opened = opened
            return self._opened.hold()

    def _let_go(self) -> None:
        if self._opened is not None:
            self._opened.close()
        self._opened = None

    def _open(self, generation: Generation) -> Engine:
        if not Fingerprint.from_text(generation.fingerprint).servable(self._generations.scheme):
            said = N_("the index was built by another version of the program")
            raise IndexOutdated(said, "communique rebuild")
        return open_engine(self._generations.address(generation))


class _Opened(Leased):
    """The engine of one generation; requests under way may still read from it when another one is in force."""

    def __init__(self, generation: Generation, engine: Engine) -> None:
        super().__init__()
        self.generation, self.engine = generation, engine

    def end(self) -> None:
        self.engine.close()


@dataclass(frozen=True, slots=True)
class _NamedReader:
    """An engine's reader whose generation also names the build it belongs to, e.g. `g000002.7`."""

    inner: Reader
    opened: _Opened

    @property
    def generation(self) -> str:
        return f"{self.opened.generation.name}.{self.inner.generation}"

    def close(self) -> None:
        self.inner.close()
        self.opened.close()

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
