"""The default engine: Whoosh keeps terms, articles and generations; sets of rows are worked out as arrays.

A folder holds one Whoosh index, and for its newest generation the doc values in a file beside it, which
is written before the generation becomes visible.
"""

import pickle
import struct
import threading
import zipfile
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from functools import cached_property, partial
from pathlib import Path

import numpy as np
from whoosh.index import TOC, FileIndex, LockError
from whoosh.index import IndexError as WhooshError

from indexer.article import Article
from indexer.engines.article_terms import article_terms
from indexer.engines.damage import broken, reporting_damage
from indexer.engines.engine import Prices, SearchRequest, SearchResult, TermCount
from indexer.engines.leased import Leased
from indexer.engines.term_dictionary import TermDictionaries, TermDictionary
from indexer.engines.validation import check
from indexer.engines.whoosh.codec import decoded
from indexer.engines.whoosh.collector import Collector
from indexer.engines.whoosh.doc_values import DocValues
from indexer.engines.whoosh.facet_ordinals import Mask
from indexer.engines.whoosh.files import NAME, MappedStorage, Segment, doc_values_file, newest_generation, schema
from indexer.engines.whoosh.postings import EMPTY, Positions, Postings, PostingsCache, Stream, keep
from indexer.engines.whoosh.scorer import Scorer
from indexer.engines.whoosh.writer import ArticleWriter
from indexer.errors import IndexBusy, IndexMissing
from indexer.fields import QueryField
from indexer.message import N_
from indexer.query.tree import SpanNear

_DAMAGE = (EOFError, ValueError, LookupError, AssertionError, AttributeError, ImportError, ArithmeticError, MemoryError)
_MERGED = (*_DAMAGE, struct.error, pickle.UnpicklingError, zipfile.BadZipFile, zlib.error, WhooshError)
_MOST_FREQUENCIES = 10_000  # that are kept
UNREADABLE = (*_MERGED, OSError)
_UNOPENABLE = (*UNREADABLE, TypeError)  # what is unpickled may be anything


class WhooshReader(Leased):
    """One generation, its segments' rows numbered through; `storage` is its own."""

    def __init__(self, storage: MappedStorage, toc: TOC, doc_values: DocValues) -> None:
        super().__init__()
        self._storage = storage
        self.generation = str(toc.generation)
        self.doc_values = doc_values
        self.segments = [Segment(storage, segment) for segment in toc.segments]
        self.bases = np.cumsum([0, *(len(segment.live_docs) for segment in self.segments)], dtype=np.int64)
        self.live_docs: Mask = np.concatenate(
            [np.ones(0, dtype=bool), *(segment.live_docs for segment in self.segments)]
        )
        if len(doc_values) != len(self.live_docs):
            raise ValueError("The columns are not those of the segments")
        living = None if self.live_docs.all() else self.live_docs
        self._kept = PostingsCache(partial(_look, self.segments, self.bases, living))
        self._term_dictionaries = TermDictionaries()
        self._frequencies: dict[tuple[QueryField, str], int] = {}  # a query asks for each word again and again

    @property
    def count(self) -> int:
        return int(self.live_docs.sum())

    @property
    def languages(self) -> frozenset[str]:
        return frozenset(self.doc_values.facets["language"].values)

    @property
    def prices(self) -> Prices:
        return Prices(term=300_000, posting=75, beside=70, near=170)

    def verifying(self, _near: SpanNear) -> int:
        return 0

    @cached_property
    def _selector(self) -> Collector:
        scorer = Scorer(self._kept, self.doc_values, self.live_docs)
        return Collector(self.doc_values, scorer, self.generation, self.live_docs)

    def search(self, request: SearchRequest) -> SearchResult:
        check(request)
        with self._readable():
            return self._selector.search(request)

    def _readable(self) -> AbstractContextManager[None]:
        return reporting_damage(Path(self._storage.folder), UNREADABLE)

    def article(self, article_id: str) -> Article | None:
        with self._readable():
            row = self.doc_values.row(article_id, self.live_docs)
            return None if row is None else Article.from_json(zlib.decompress(self.stored_article(row)))

    def stored_article(self, row: int) -> bytes:
        number = int(np.searchsorted(self.bases, row, side="right")) - 1
        return bytes(self.segments[number].articles[row - int(self.bases[number])])

    def ids(self) -> Iterator[str]:
        return (self.doc_values.ids[int(row)] for row in self.doc_values.by_id if self.live_docs[row])

    def terms(self, field: QueryField, prefix: str, limit: int) -> Sequence[TermCount]:
        with self._readable():
            counts = self._counts(field, prefix.encode("utf-8", "surrogatepass"))
            used = sorted(term for term, count in counts.items() if count)
            return tuple(TermCount(term.decode(), counts[term]) for term in used[: max(0, limit)])

    def document_frequency(self, field: QueryField, term: str) -> int:
        if known := self._term_dictionaries.read(field):  # four times as fast
            return known.articles(term)
        if (field, term) not in self._frequencies:
            if len(self._frequencies) >= _MOST_FREQUENCIES:
                self._frequencies = {}
            self._frequencies[field, term] = self._counted(field, term.encode("utf-8", "surrogatepass"))
        return self._frequencies[field, term]

    def _counted(self, field: QueryField, term: bytes) -> int:
        with self._readable():
            counted = sum(each.count(field, term) for each in self.segments)
            return max(0, counted - self._deleted_counts[field][term])

    def _counts(self, field: QueryField, prefix: bytes) -> Counter[bytes]:
        counts = Counter[bytes]()
        for segment in self.segments:
            counts.update(segment.counts(field, prefix))
        for term, dead in self._deleted_counts[field].items():
            if term in counts:
                counts[term] = max(0, counts[term] - dead)
        return counts

    def term_dictionary(self, field: QueryField) -> TermDictionary:
        return self._term_dictionaries.of(field, self.terms)

    @cached_property
    def _deleted_counts(self) -> dict[QueryField, Counter[bytes]]:
        """How many dead rows have each term, as the tables of terms count them too: read from the dead themselves,
        which are few, for a segment that is mostly dead is merged away. Where an earlier release wrote the tables, its
        words may be others."""
        counts: defaultdict[QueryField, Counter[bytes]] = defaultdict(Counter)
        for row in np.flatnonzero(~self.live_docs):
            dead = article_terms(Article.from_json(zlib.decompress(self.stored_article(int(row)))))
            of_authors = (term for name in dead.authors for term in name)
            counts["any"].update({term.encode() for term in (*dead.title, *dead.text, *of_authors)})
            counts["title"].update({term.encode() for term in dead.title})
            for field, values in dead.names.items():
                counts[field].update({term.encode() for value in values for term in value})
        return counts

    def end(self) -> None:
        self._storage.close()


def _look(segments: list[Segment], bases: Positions, living: Mask | None, stream: Stream, term: str) -> Postings:
    """No method: a reader that its own cache knew would wait for the collector."""
    found = [
        _postings(stored, int(base))
        for segment, base in zip(segments, bases, strict=False)
        if (stored := segment.stored(stream, term))
    ]
    if not found:
        return EMPTY
    arrays = zip(*((each.rows, each.frequencies, each.positions) for each in found), strict=True)
    whole = found[0] if len(found) == 1 else Postings(*map(np.concatenate, arrays))
    return whole if living is None else keep(whole, living[whole.rows])


def _postings(stored: bytes, base: int) -> Postings:
    rows, frequencies, positions = decoded(stored)
    rows += np.int32(base)
    return Postings(rows, frequencies, positions)


class WhooshEngine:
    """An index in a folder; any number of processes read it, one at a time writes."""

    def __init__(self, folder: Path, *, create: bool) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._opened: WhooshReader | None = None
        if newest_generation(folder) < 0:
            if not create:
                raise IndexMissing(N_("There is no index in %(place)s", place=str(folder)), "communique update")
            folder.mkdir(parents=True, exist_ok=True)
            DocValues.of([]).save(doc_values_file(folder, 0))
            TOC.create(MappedStorage(folder), schema(), NAME)

    def reader(self) -> WhooshReader:
        with self._lock:
            newest = newest_generation(self._folder)
            if self._opened is None or self._opened.generation != str(newest):
                opened = self._open()
                self._let_go()
                self._opened = opened
            return self._opened.hold()

    def _let_go(self) -> None:
        if self._opened is not None:
            self._opened.close()
        self._opened = None

    def _open(self) -> WhooshReader:
        """Begins again where a writer has just cleaned away what the last look saw."""
        for attempt in range(10):
            generation, storage = newest_generation(self._folder), MappedStorage(self._folder)
            try:
                toc = TOC.read(storage, NAME, generation)
                doc_values = DocValues.load(doc_values_file(self._folder, generation))
                return WhooshReader(storage, toc, doc_values)
            except _UNOPENABLE as error:
                storage.close()
                if attempt == 9 or newest_generation(self._folder) == generation:
                    raise broken(self._folder, error) from error
        raise broken(self._folder, "it changes too fast")

    @contextmanager
    def writer(self) -> Iterator[ArticleWriter]:
        with closing(MappedStorage(self._folder)) as storage:
            try:
                with reporting_damage(self._folder, _MERGED):
                    writer = ArticleWriter(FileIndex(storage, indexname=NAME), self.reader)
            except LockError as error:
                raise IndexBusy(f"Another process is writing to {self._folder}") from error
            try:
                yield writer
                if writer.changed:
                    with reporting_damage(self._folder, _MERGED):
                        writer.commit(mergetype=writer.merge_small)
            finally:
                writer.end()

    def close(self) -> None:
        with self._lock:
            self._let_go()


open_at = WhooshEngine
