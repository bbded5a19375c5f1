"""The engine for millions of articles on one machine: tantivy finds, scores, sorts and counts; the terms are ours.

A replaced article counts in the statistics behind a score until tantivy merges its segment; hits, totals, facets and
sorts by date are exact at once.
"""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import tantivy

from indexer.article import Article
from indexer.engines.damage import broken
from indexer.engines.tantivy.folder import mirror_of, reporting, system_errors
from indexer.engines.tantivy.reader import TantivyReader
from indexer.engines.tantivy.schema import document, register, schema
from indexer.errors import IndexBroken, IndexBusy, IndexMissing
from indexer.message import N_

WRITER_MEMORY = 100_000_000  # bytes that tantivy fills before it writes a segment


class TantivyWriter:
    """Passes changes on as they come; tantivy forgets them all unless they are committed."""

    def __init__(self, index: tantivy.Index) -> None:
        # One thread: documents are prepared in Python one after the other, and one thread keeps up with that easily.
        self._writer = index.writer(WRITER_MEMORY, 1)
        self._changed = False

    def replace(self, article: Article) -> None:
        self.delete(article.id)
        try:
            self._writer.add_document(document(article))
        except ValueError:
            self._writer.commit()  # raises what ended tantivy's own thread, of which the first error says nothing
            raise

    def delete(self, article_id: str) -> None:
        self._changed = True
        self._writer.delete_documents_by_term("id", article_id)

    def commit(self) -> None:
        """Lets merges come to their end, or the folder would keep what they have half done; then the lock is free."""
        if self._changed:
            self._writer.commit()
            self._writer.garbage_collect_files()
        self._writer.wait_merging_threads()

    def cancel(self) -> None:
        self._writer.rollback()
        self._writer.wait_merging_threads()


class TantivyEngine:
    """An index in a folder; any number of processes read it, one at a time writes."""

    def __init__(self, folder: Path, *, create: bool) -> None:
        self._folder, self._meta = folder, folder / "meta.json"
        self._lock = threading.Lock()
        self._seen: tuple[int, int] = (0, 0)
        if not self._meta.exists():
            if not create:
                raise IndexMissing(N_("There is no index in %(place)s", place=str(folder)), "communique update")
            folder.mkdir(parents=True, exist_ok=True)
            with system_errors(folder):
                tantivy.Index(schema(), path=str(folder))
        self._mirror = mirror_of(folder)
        self._index: tantivy.Index | None = self._to_read()
        self._reader: TantivyReader | None = None

    def _to_read(self) -> tantivy.Index:
        return self._open(self._mirror.path if self._mirror else self._folder)

    def _open(self, folder: Path) -> tantivy.Index:
        with reporting(self._folder):
            index = tantivy.Index.open(str(folder))
            register(index)
            index.config_reader("manual")
            return index

    def reader(self) -> TantivyReader:
        """A commit replaces meta.json: while that file is the one seen last, nothing has changed."""
        with self._lock:
            if self._reader is None or self._seen != self._stat():
                newest = self._newest()
                self._let_go()
                self._reader = newest
            return self._reader.hold()

    def _let_go(self) -> None:
        if self._reader is not None:
            self._reader.close()
        self._reader = None

    def _newest(self) -> TantivyReader:
        """Begins again where another process has committed in the middle."""
        for _ in range(10):
            seen = self._stat()
            try:
                self._index = self._index or self._to_read()
                with reporting(self._folder):
                    meta = json.loads(self._meta.read_bytes())
                    if self._mirror:
                        self._mirror.follow()
                    self._index.reload()
                    reader = TantivyReader(self._index, meta, self._folder)
            except IndexBroken as error:
                failure = error
                continue
            if seen == self._stat():
                self._seen = seen
                return reader
            reader.close()
        raise failure

    def _stat(self) -> tuple[int, int]:
        try:
            stat = self._meta.stat()
        except OSError as error:
            raise broken(self._folder, error) from error
        return stat.st_mtime_ns, stat.st_ino

    @contextmanager
    def writer(self) -> Iterator[TantivyWriter]:
        index = self._open(self._folder)  # anew: another process may have written since
        with system_errors(self._folder):
            try:
                writer = TantivyWriter(index)
            except ValueError as error:
                if "LockBusy" not in str(error):
                    raise
                raise IndexBusy(f"Another process is writing to {self._folder}") from error
            try:
                yield writer
                with reporting(self._folder):
                    writer.commit()
            except BaseException:
                with suppress(ValueError):  # a writer that has failed may be unable to say so in order
                    writer.cancel()
                raise

    def close(self) -> None:
        with self._lock:
            self._let_go()
            self._index = None  # it maps the files of the newest generation itself
            if self._mirror:
                self._mirror.close()


open_at = TantivyEngine
