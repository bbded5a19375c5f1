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
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

import numpy as np
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, FileIndex, LockError
from whoosh.index import IndexError as WhooshError

from indexer.article import Article
from indexer.engines.article_terms import article_terms
from indexer.engines.engine import Prices, SearchRequest, SearchResult, TermCount
from indexer.engines.term_dictionary import TermDictionaries, TermDictionary
from indexer.engines.validation import check
from indexer.engines.whoosh.codec import decoded
from indexer.engines.whoosh.collector import Collector
from indexer.engines.whoosh.doc_values import DocValues
from indexer.engines.whoosh.files import NAME, MappedStorage, Segment, doc_values_file, newest_generation, schema
from indexer.engines.whoosh.postings import EMPTY, Postings, PostingsCache, Stream, keep
from indexer.engines.whoosh.scorer import Scorer
from indexer.engines.whoosh.writer import ArticleWriter
from indexer.errors import IndexBroken, IndexBusy, IndexMissing
from indexer.fields import QueryField
from indexer.message import N_
from indexer.query.tree import SpanNear

_DAMAGE = (OSError, EOFError, ValueError, LookupError, AssertionError, AttributeError, ImportError, struct.error)
UNREADABLE = (*_DAMAGE, pickle.UnpicklingError, zipfile.BadZipFile, zlib.error, WhooshError)


class WhooshReader:
    """One generation, its segments' rows numbered through."""

    def __init__(self, storage: FileStorage, toc: TOC, doc_values: DocValues) -> None:
        self.generation = str(toc.generation)
        self.doc_values = doc_values
        self.segments = [Segment(storage, segment) for segment in toc.segments]
        self.bases = np.cumsum([0, *(len(segment.live_docs) for segment in self.segments)], dtype=np.int64)
        self.live_docs = np.concatenate([np.ones(0, dtype=bool), *(segment.live_docs for segment in self.segments)])
        self._all_live = bool(self.live_docs.all())
        if len(doc_values) != len(self.live_docs):
            raise ValueError("The columns are not those of the segments")
        self._kept = PostingsCache(self._look)
        self._term_dictionaries = TermDictionaries()

    @property
    def count(self) -> int:
        return int(self.live_docs.sum())

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
        return self._selector.search(request)

    def article(self, article_id: str) -> Article | None:
        row = self.doc_values.row(article_id, self.live_docs)
        return None if row is None else Article.from_json(zlib.decompress(self.stored_article(row)))

    def stored_article(self, row: int) -> bytes:
        number = int(np.searchsorted(self.bases, row, side="right")) - 1
        return bytes(self.segments[number].articles[row - int(self.bases[number])])

    def ids(self) -> Iterable[str]:
        return (self.doc_values.ids[int(row)] for row in self.doc_values.by_id if self.live_docs[row])

    def terms(self, field: QueryField, prefix: str, limit: int) -> Sequence[TermCount]:
        counts = Counter[bytes]()
        for segment in self.segments:
            counts.update(segment.counts(field, prefix.encode("utf-8", "surrogatepass")))
        for term, dead in self._deleted_counts[field].items():
            if term in counts:
                counts[term] -= dead
        used = sorted(term for term, count in counts.items() if count)
        return tuple(TermCount(term.decode(), counts[term]) for term in used[: max(0, limit)])

    def term_dictionary(self, field: QueryField) -> TermDictionary:
        return self._term_dictionaries.of(field, self.terms)

    @cached_property
    def _deleted_counts(self) -> dict[QueryField, Counter[bytes]]:
        """How many dead rows have each term, as the tables of terms count them too: read from the dead themselves,
        which are few, for a segment that is mostly dead is merged away."""
        counts: defaultdict[QueryField, Counter[bytes]] = defaultdict(Counter)
        for row in np.flatnonzero(~self.live_docs):
            dead = article_terms(Article.from_json(zlib.decompress(self.stored_article(int(row)))))
            counts["any"].update({term.encode() for term in (*dead.title, *dead.text)})
            counts["title"].update({term.encode() for term in dead.title})
            for field, values in dead.names.items():
                counts[field].update({term.encode() for value in values for term in value})
        return counts

    def _look(self, stream: Stream, term: str) -> Postings:
        found = [
            _postings(stored, int(base))
            for segment, base in zip(self.segments, self.bases, strict=False)
            if (stored := segment.stored(stream, term))
        ]
        if not found:
            return EMPTY
        arrays = zip(*((each.rows, each.frequencies, each.positions) for each in found), strict=True)
        whole = found[0] if len(found) == 1 else Postings(*map(np.concatenate, arrays))
        return whole if self._all_live else keep(whole, self.live_docs[whole.rows])


def _postings(stored: bytes, base: int) -> Postings:
    rows, frequencies, positions = decoded(stored)
    rows += np.int32(base)
    return Postings(rows, frequencies, positions)


class WhooshEngine:
    """An index in a folder; any number of processes read it, one at a time writes."""

    def __init__(self, folder: Path, *, create: bool) -> None:
        self._folder, self._storage = folder, MappedStorage(str(folder))
        self._lock = threading.Lock()
        self._opened: WhooshReader | None = None
        if newest_generation(folder) < 0:
            if not create:
                raise IndexMissing(N_("There is no index in %(place)s", place=str(folder)), "communique update")
            folder.mkdir(parents=True, exist_ok=True)
            DocValues.of([]).save(doc_values_file(folder, 0))
            TOC.create(self._storage, schema(), NAME)

    def reader(self) -> WhooshReader:
        with self._lock:
            newest = newest_generation(self._folder)
            if self._opened is None or self._opened.generation != str(newest):
                self._opened = self._open()
            return self._opened

    def _open(self) -> WhooshReader:
        """Begins again where a writer has just cleaned away what the last look saw."""
        for attempt in range(10):
            generation = newest_generation(self._folder)
            try:
                toc = TOC.read(self._storage, NAME, generation)
                doc_values = DocValues.load(doc_values_file(self._folder, generation))
                return WhooshReader(self._storage, toc, doc_values)
            except UNREADABLE as error:
                if attempt == 9 or newest_generation(self._folder) == generation:
                    raise _broken(self._folder, error) from error
        raise _broken(self._folder, "it changes too fast")

    @contextmanager
    def writer(self) -> Iterator[ArticleWriter]:
        index = FileIndex(self._storage, indexname=NAME)
        try:
            writer = ArticleWriter(index, self.reader)
        except LockError as error:
            raise IndexBusy(f"Another process is writing to {self._folder}") from error
        try:
            yield writer
            if writer.changed:
                writer.commit(mergetype=writer.merge_small)
        finally:
            if not writer.is_closed:
                writer.cancel()

    def close(self) -> None:
        self._opened = None


def _broken(folder: Path, reason: object) -> IndexBroken:
    said = N_("The index in %(place)s cannot be read: %(reason)s", place=str(folder), reason=str(reason))
    return IndexBroken(said, remedy="communique rebuild")


open_at = WhooshEngine
