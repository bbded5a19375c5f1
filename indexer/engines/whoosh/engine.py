"""The default engine: Whoosh keeps terms, articles and generations; sets of rows are worked out as arrays.

A folder holds one Whoosh index, and for its newest generation the columns (see columns.py) in a file beside it, which
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
from indexer.engines.article_terms import streams
from indexer.engines.engine import SearchRequest, SearchResult, TermCount
from indexer.engines.term_dictionary import Vocabularies, Vocabulary
from indexer.engines.validation import check
from indexer.engines.whoosh.codec import decoded
from indexer.engines.whoosh.collector import Selector
from indexer.engines.whoosh.doc_values import Columns
from indexer.engines.whoosh.files import NAME, MappedStorage, Segment, columns_file, newest_generation, schema
from indexer.engines.whoosh.postings import EMPTY, Kept, Postings, Stream, keep, located
from indexer.engines.whoosh.scorer import Matcher
from indexer.engines.whoosh.writer import ArticleWriter
from indexer.errors import IndexBroken, IndexBusy, IndexMissing
from indexer.fields import QueryField
from indexer.message import N_

_DAMAGE = (OSError, EOFError, ValueError, LookupError, AssertionError, AttributeError, ImportError, struct.error)
UNREADABLE = (*_DAMAGE, pickle.UnpicklingError, zipfile.BadZipFile, zlib.error, WhooshError)


class WhooshReader:
    """One generation, its segments' rows numbered through."""

    def __init__(self, storage: FileStorage, toc: TOC, columns: Columns) -> None:
        self.generation = str(toc.generation)
        self.columns = columns
        self.segments = [Segment(storage, segment) for segment in toc.segments]
        self.bases = np.cumsum([0, *(len(segment.living) for segment in self.segments)], dtype=np.int64)
        self.living = np.concatenate([np.ones(0, dtype=bool), *(segment.living for segment in self.segments)])
        self._all_live = bool(self.living.all())
        if len(columns) != len(self.living):
            raise ValueError("The columns are not those of the segments")
        self._kept = Kept(self._look)
        self._vocabularies = Vocabularies()

    @property
    def count(self) -> int:
        return int(self.living.sum())

    @cached_property
    def _selector(self) -> Selector:
        return Selector(self.columns, Matcher(self._kept, self.columns, self.living), self.generation)

    def search(self, request: SearchRequest) -> SearchResult:
        check(request)
        return self._selector.search(request)

    def article(self, article_id: str) -> Article | None:
        row = self.columns.row(article_id, self.living)
        return None if row is None else Article.from_json(zlib.decompress(self.stored_article(row)))

    def stored_article(self, row: int) -> bytes:
        number = int(np.searchsorted(self.bases, row, side="right")) - 1
        return bytes(self.segments[number].articles[row - int(self.bases[number])])

    def ids(self) -> Iterable[str]:
        return (self.columns.ids[int(row)] for row in self.columns.by_id if self.living[row])

    def terms(self, field: QueryField, prefix: str, limit: int) -> Sequence[TermCount]:
        counts = Counter[bytes]()
        for segment in self.segments:
            counts.update(segment.counts(field, prefix.encode("utf-8", "surrogatepass")))
        for term, dead in self._dead_counts[field].items():
            if term in counts:
                counts[term] -= dead
        living = sorted(term for term, count in counts.items() if count)
        return tuple(TermCount(term.decode(), counts[term]) for term in living[: max(0, limit)])

    def vocabulary(self, field: QueryField) -> Vocabulary:
        return self._vocabularies.of(field, self.terms)

    @cached_property
    def _dead_counts(self) -> dict[QueryField, Counter[bytes]]:
        """How many dead rows have each term, as the tables of terms count them too: read from the dead themselves,
        which are few, for a segment that is mostly dead is merged away."""
        counts: defaultdict[QueryField, Counter[bytes]] = defaultdict(Counter)
        for row in np.flatnonzero(~self.living):
            dead = streams(Article.from_json(zlib.decompress(self.stored_article(int(row)))))
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
        whole = found[0] if len(found) == 1 else _concatenated(found)
        return whole if self._all_live else keep(whole, self.living[whole.rows])


def _postings(stored: bytes, base: int) -> Postings:
    rows, frequencies, places = decoded(stored)
    rows += np.int32(base)
    return Postings(rows, frequencies, located(rows, frequencies, places) if len(places) else EMPTY.places)


def _concatenated(found: list[Postings]) -> Postings:
    return Postings(
        np.concatenate([each.rows for each in found]),
        np.concatenate([each.frequencies for each in found]),
        np.concatenate([each.places for each in found]),
    )


class WhooshEngine:
    """An index in a folder; any number of processes read it, one at a time writes."""

    def __init__(self, folder: Path, *, create: bool) -> None:
        self._folder, self._storage = folder, MappedStorage(str(folder))
        self._lock = threading.Lock()
        self._opened: WhooshReader | None = None
        if newest_generation(self._folder) < 0:
            if not create:
                raise IndexMissing(N_("There is no index in %(place)s", place=str(folder)), "communique update")
            self._create()

    def _create(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        Columns.of([]).save(columns_file(self._folder, 0))
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
                columns = Columns.load(columns_file(self._folder, generation))
                return WhooshReader(self._storage, toc, columns)
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


def open_at(folder: Path, *, create: bool) -> WhooshEngine:
    return WhooshEngine(folder, create=create)
