"""The engine as the web sees it: always the generation in force, whichever process put it there."""

import logging
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace

from indexer.article import Article
from indexer.engines import open_engine
from indexer.engines.engine import Engine, Prices, Reader, SearchRequest, SearchResult, TermCount, Writer
from indexer.engines.leased import Leased
from indexer.engines.term_dictionary import TermDictionary
from indexer.errors import IndexBroken, IndexMissing, IndexOutdated
from indexer.fields import QueryField
from indexer.generations import Generation, Generations, generations_at
from indexer.generations.manifest import SEARCHED
from indexer.message import N_
from indexer.query.tree import SpanNear

_LOOKED_AT = 50_000_000  # bytes of an index that are held against their checksums when it is opened
_log = logging.getLogger(__name__)


def open_live(address: str, *, stand_in: bool = False) -> Engine:
    """`memory:` is an engine of its own; any other address names a root of generations. `stand_in`: where the one in
    force is damaged the former one answers, and `LiveEngine.require_whole` tells."""
    if address.startswith("memory:"):
        return open_engine(address)
    return LiveEngine(generations_at(address), stand_in=stand_in)


class LiveEngine:
    """Opens the next generation when it is complete, and closes the former one when nobody reads from it any more.
    `reader()` raises `IndexMissing` until there is a first one."""

    def __init__(self, generations: Generations, *, stand_in: bool = False) -> None:
        self._generations, self._stand_in = generations, stand_in
        self._lock = threading.Lock()
        self._opened: _Opened | None = None
        self._wanted: Generation | None = None

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
        generation = self._in_force()
        with self._lock:
            if self._opened is None or self._wanted != generation:
                opened = self._open_one(generation)
                self._let_go()
                self._opened, self._wanted = opened, generation
            return self._opened.hold()

    def _in_force(self) -> Generation:
        """Where that cannot be told any more: what is open."""
        try:
            return self._generations.in_force()
        except IndexBroken:
            if self._wanted is None or not self._stand_in:
                raise
            return self._wanted

    def _open_one(self, generation: Generation) -> "_Opened":
        try:
            return self._open(generation)
        except IndexOutdated as newer:
            if self._opened is None:
                raise
            _log.error("%s: this one goes on with %s until it is started anew", newer, self._opened.name)
            return self._opened.hold()
        except IndexBroken as damage:
            former = self._generations.former() if self._stand_in else None
            if former is None:
                raise
            opened = self._open(former)
            _log.error("%s; %s is served in the place of %s", damage, former.name, generation.name)
            return opened

    def require_finished(self) -> None:
        """Raises `IndexMissing` while what readers see is a first index that grows."""
        if self._generations.in_force().unfinished:
            raise IndexMissing(N_("the first index is still being built"), "communique update")

    def require_whole(self) -> None:
        """Raises `IndexBroken` where the generation in force is damaged, and `IndexOutdated` where this release cannot
        read it, also while the former one answers."""
        generation = self._generations.in_force()
        self._generations.require_readable(generation)
        try:
            self._generations.require_whole(generation, _LOOKED_AT, SEARCHED)
        except IndexBroken:
            self._look_again(damaged=generation)
            raise
        with closing(self._current()) as opened:
            if opened.generation == self._wanted:
                return
        self._look_again(damaged=opened.generation)
        said = N_("the index in force cannot be read: %(generation)s is served in its place", generation=opened.name)
        raise IndexBroken(said, "communique rebuild")

    def _look_again(self, damaged: Generation) -> None:
        """The next request opens what can be opened then."""
        with self._lock:
            if self._opened is not None and self._opened.generation == damaged:
                self._let_go()

    def _let_go(self) -> None:
        if self._opened is not None:
            self._opened.close()
        self._opened = None

    def _open(self, generation: Generation) -> "_Opened":
        self._generations.require_readable(generation)
        self._generations.require_whole(generation, _LOOKED_AT, SEARCHED)
        try:
            return _Opened(generation, open_engine(self._generations.address(generation)))
        except IndexMissing as error:
            raise IndexBroken(error.said, "communique rebuild") from error


class _Opened(Leased):
    """The engine of one generation; requests under way may still read from it when another one is in force."""

    def __init__(self, generation: Generation, engine: Engine) -> None:
        super().__init__()
        self.generation, self.engine = generation, engine
        self.name = generation.name

    def end(self) -> None:
        self.engine.close()


@dataclass(frozen=True, slots=True)
class _NamedReader:
    """An engine's reader whose generation also names the build it belongs to, e.g. `g000002.7`."""

    inner: Reader
    opened: _Opened

    @property
    def languages(self) -> frozenset[str]:
        return self.inner.languages

    @property
    def prices(self) -> Prices:
        return self.inner.prices

    def verifying(self, near: SpanNear) -> int:
        return self.inner.verifying(near)

    @property
    def generation(self) -> str:
        return f"{self.opened.name}.{self.inner.generation}"

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

    def ids(self) -> Iterator[str]:
        return self.inner.ids()

    def terms(self, field: QueryField, prefix: str, limit: int) -> Sequence[TermCount]:
        return self.inner.terms(field, prefix, limit)

    def document_frequency(self, field: QueryField, term: str) -> int:
        return self.inner.document_frequency(field, term)

    def term_dictionary(self, field: QueryField) -> TermDictionary:
        return self.inner.term_dictionary(field)
