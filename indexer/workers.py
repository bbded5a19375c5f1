"""Files are read in worker processes, a bounded number ahead of the writer, and come back in their order.

A file that ends the process that reads it, or takes too long, is read once more alone; if that fails too it is
rejected, and all others are unharmed.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from indexer.article import Article, Provenance
from indexer.errors import Rejected
from indexer.ingest.annotate import named
from indexer.ingest.authority import Authority
from indexer.ingest.authority import load as load_authority
from indexer.ingest.corpus import Entry, load
from indexer.ingest.draft import Draft, Rejection
from indexer.ingest.identity import article_id, draft_hash
from indexer.ingest.reading import Reading, drafts, provenance_of, read_drafts, read_file, unread

_AHEAD = 4  # tasks a worker
_CHUNK = 64  # drafts in a task
_SECONDS, _SECONDS_PER_MB = 60, 10


class Known(Protocol):
    """What is known of a file from the last time (the catalog)."""

    def sha256_of(self, path: str) -> str: ...

    def drafts_of(self, path: str) -> dict[str, str]:
        """Article id -> hash of the draft it was made from."""
        ...


@dataclass(frozen=True, slots=True)
class _Task:
    """A whole file, or some of the drafts in a file of lines; or, with `done`, a reading that needs no work."""

    path: str
    size: int
    mtime_ns: int = -1
    sha256: str = ""
    drafts: tuple[Draft, ...] = ()
    provenance: Provenance | None = None
    done: Reading | None = None


class Workers:
    """A context manager: `readings` turns entries of the corpus into what became of them."""

    def __init__(self, root: Path, authority: Path | None, processes: int) -> None:
        self._root = root
        self._authority = authority
        self._processes = processes or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def readings(self, entries: Iterable[Entry], known: Known) -> Iterator[Reading]:
        """Works only on what differs from what is `known`: whole files, and the lines of a file of many articles."""
        window: deque[tuple[_Task, Future[Reading] | None]] = deque()
        for task in self._tasks(entries, known):
            window.append((task, None if task.done else self._submit(task)))
            if len(window) > self._processes * _AHEAD:
                yield self._oldest(window)
        while window:
            yield self._oldest(window)

    def renamed(self, articles: Iterable[Article], at_once: int) -> Iterator[list[Article]]:
        """The articles, `at_once` a list, with the names that the authority files know today."""
        window: deque[Future[list[Article]]] = deque()
        remaining = iter(articles)
        while chunk := list(islice(remaining, at_once)):
            window.append(self._ready().submit(_rename, chunk))
            if len(window) > self._processes:
                yield window.popleft().result()
        while window:
            yield window.popleft().result()

    def _tasks(self, entries: Iterable[Entry], known: Known) -> Iterator[_Task]:
        for entry in entries:
            if is_lines(entry.path):
                yield from _line_tasks(self._root, entry.path, known)
            else:
                yield _Task(entry.path, entry.size, entry.mtime_ns, known.sha256_of(entry.path))

    def _submit(self, task: _Task) -> Future[Reading]:
        try:
            return self._ready().submit(_work, task)
        except BrokenProcessPool:
            # An earlier task ended its process; it will be found out when its turn comes.
            self._stop()
            return self._ready().submit(_work, task)

    def _ready(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # A fresh interpreter for the workers: a forked one would inherit the writer's lock.
            context = multiprocessing.get_context("forkserver")
            # Loaded once and shared by all workers, as far as they do not write to it.
            context.set_forkserver_preload(["indexer.workers", "indexer.ingest.warm"])
            start = (self._root, self._authority)
            self._pool = ProcessPoolExecutor(self._processes, context, _start_worker, start)
        return self._pool

    def _oldest(self, window: deque[tuple[_Task, Future[Reading] | None]]) -> Reading:
        task, future = window.popleft()
        if future is None:
            assert task.done is not None  # noqa: S101 - the only tasks without a future are those that are done
            return task.done
        try:
            return future.result()
        except BrokenProcessPool:
            self._stop()
            reading = self._alone(task)
            window.extend([(each, None if each.done else self._submit(each)) for each, _ in _emptied(window)])
            return reading

    def _alone(self, task: _Task) -> Reading:
        try:
            return self._submit(task).result()
        except BrokenProcessPool:
            self._stop()
            reading = unread(task.path, "reading it took too long, or ended the process that read it")
            return replace(reading, size=task.size, mtime_ns=task.mtime_ns, same=False, last=not task.drafts)

    def _stop(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
        self._pool = None


def is_lines(path: str) -> bool:
    """Whether a file holds an article a line: its lines are shared out among the workers."""
    return path.lower().endswith((".jsonl", ".ndjson"))


def _emptied(window: deque[tuple[_Task, Future[Reading] | None]]) -> list[tuple[_Task, Future[Reading] | None]]:
    waiting = list(window)
    window.clear()
    return waiting


def _line_tasks(root: Path, path: str, known: Known) -> Iterator[_Task]:
    try:
        raw, entry = load(root, path)
    except Rejected as reason:
        yield _Task(path, 0, done=unread(path, str(reason)))
        return
    whole = Reading(path, raw.sha256, entry.size, entry.mtime_ns)
    if raw.sha256 == known.sha256_of(path):
        yield _Task(path, 0, done=replace(whole, same=True, worked=entry.size))
        return
    lines = _Lines(path, known.drafts_of(path))
    provenance = provenance_of(raw)
    for chunk in _chunks(lines.changed(drafts(raw))):
        yield _Task(path, sum(len(each.text) for each in chunk), drafts=chunk, provenance=provenance)
    last = replace(whole, rejections=tuple(lines.refused), kept=frozenset(lines.kept), format=provenance.format)
    yield _Task(path, 0, done=last)


@dataclass(slots=True)
class _Lines:
    """The drafts of a file of many articles, told apart as they pass."""

    path: str
    known: dict[str, str]
    kept: set[str] = field(default_factory=set)
    refused: list[Rejection] = field(default_factory=list)

    def changed(self, found: Iterable[Draft | Rejection]) -> Iterator[Draft]:
        for each in found:
            if isinstance(each, Rejection):
                self.refused.append(each)
            elif self.known.get(identity := article_id(self.path, each)) == draft_hash(each):
                self.kept.add(identity)
            else:
                yield each


def _chunks(found: Iterator[Draft]) -> Iterator[tuple[Draft, ...]]:
    while chunk := tuple(islice(found, _CHUNK)):
        yield chunk


_root: Path
_known_names: Authority


def _start_worker(root: Path, authority: Path | None) -> None:
    global _root, _known_names
    _root, _known_names = root, load_authority(authority)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(task: _Task) -> Reading:
    # Not caught: the alarm ends the process even in the middle of a C library, and the pool reports it.
    signal.alarm(_SECONDS + _SECONDS_PER_MB * task.size // 1_000_000)
    try:
        if task.provenance is not None:
            return replace(read_drafts(task.drafts, task.provenance, _known_names), worked=task.size)
        return read_file(_root, task.path, task.sha256, _known_names)
    finally:
        signal.alarm(0)


def _rename(articles: list[Article]) -> list[Article]:
    return [named(article, _known_names) for article in articles]
