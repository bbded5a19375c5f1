"""Files are read in worker processes, a bounded number ahead of the writer, and come back in their order.

A file that ends the process that reads it, or takes too long, is read once more alone; if that fails too it is
rejected, and all others are unharmed.
"""

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from indexer.article import Article
from indexer.ingest.corpus import Entry
from indexer.ingest.ingested import Reading, unread

if TYPE_CHECKING:
    from indexer.tasks import Known, Task

    Window = deque[tuple[Task, Future[Reading] | None]]

_AHEAD = 4  # tasks a worker


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

    def readings(self, entries: Sequence[Entry], known: "Known") -> Iterator[Reading]:
        """Works only on what differs from what is `known`: whole files, and the lines of a file of many articles."""
        window: Window = deque()
        for task in self._tasks(entries, known) if entries else ():
            window.append((task, None if task.done else self._submit(task)))
            if len(window) > self._processes * _AHEAD:
                yield self._oldest(window)
        while window:
            yield self._oldest(window)

    def renamed(self, articles: Iterable[Article], at_once: int) -> Iterator[list[Article]]:
        """The articles, `at_once` a list, with the names that the authority files know today."""
        from indexer.tasks import rename  # noqa: PLC0415 - its docstring says why

        window: deque[Future[list[Article]]] = deque()
        remaining = iter(articles)
        while chunk := list(islice(remaining, at_once)):
            window.append(self._ready().submit(rename, chunk))
            if len(window) > self._processes:
                yield window.popleft().result()
        while window:
            yield window.popleft().result()

    def _tasks(self, entries: Iterable[Entry], known: "Known") -> "Iterator[Task]":
        from indexer.tasks import Task, is_lines, line_tasks  # noqa: PLC0415 - its docstring says why

        for entry in entries:
            if is_lines(entry.path):
                yield from line_tasks(self._root, entry.path, known)
            else:
                yield Task(entry.path, entry.size, entry.mtime_ns, known.sha256_of(entry.path))

    def _submit(self, task: "Task") -> Future[Reading]:
        try:
            return self._ready().submit(task.work)
        except BrokenProcessPool:
            # An earlier task ended its process; it will be found out when its turn comes.
            self._stop()
            return self._ready().submit(task.work)

    def _ready(self) -> ProcessPoolExecutor:
        from indexer.tasks import start_worker  # noqa: PLC0415 - its docstring says why

        if self._pool is None:
            # A fresh interpreter for the workers: a forked one would inherit the writer's lock.
            context = multiprocessing.get_context("forkserver")
            # Loaded once and shared by all workers, as far as they do not write to it.
            context.set_forkserver_preload(["indexer.tasks", "indexer.ingest.warm"])
            start = (self._root, self._authority)
            self._pool = ProcessPoolExecutor(self._processes, context, start_worker, start)
        return self._pool

    def _oldest(self, window: "Window") -> Reading:
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

    def _alone(self, task: "Task") -> Reading:
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


def _emptied(window: "Window") -> "list[tuple[Task, Future[Reading] | None]]":
    waiting = list(window)
    window.clear()
    return waiting
