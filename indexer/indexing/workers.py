"""Files are read in worker processes, a bounded number ahead of the writer, and come back in their order.

A file that ends the process that reads it is read again; where that fails too, or it takes too long, it is rejected,
and all others are unharmed.
"""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from indexer.article import Article
from indexer.indexing.catalog import Catalog
from indexer.indexing.history import History
from indexer.indexing.lines import Lines, Sieve, Sifted
from indexer.indexing.pool import Given, Made, Pool, WorkerDied
from indexer.indexing.process import seconds_for
from indexer.indexing.tasks import Task, is_lines, line_tasks, look, rename, start_worker
from indexer.ingest.corpus import Entry
from indexer.ingest.draft import Rejection
from indexer.ingest.outcome import Reading, unread
from indexer.ingest.outline import Glance, Outline

_AHEAD = 4  # tasks a worker
_TRIES, _KILLS = 3, 12  # a file cannot help it that its reader is killed: the machine may want for memory
# Over its time, and over its memory in a C library that has no better way to say so: another try would end the same.
_LIMITS = {signal.SIGALRM, signal.SIGABRT, signal.SIGTRAP, signal.SIGILL}


class Workers:
    """`readings` turns entries of the corpus into what became of them."""

    def __init__(self, root: Path, authority: Path | None, processes: int) -> None:
        self._root, self._authority = root, authority
        self._processes = processes or os.cpu_count() or 1
        self._pool: Pool | None = None

    def close(self) -> None:
        if self._pool is not None:
            self._pool.close()
        self._pool = None

    def readings(self, entries: Sequence[Entry], known: Catalog, history: History) -> Iterator[Reading]:
        """Works only on what differs from what is `known`: whole files, and the lines of a file of many articles."""
        window: deque[Callable[[], Reading]] = deque()
        for task in self._tasks(entries, known, history) if entries else ():
            window.append(self._begun(task))
            if len(window) > self._processes * _AHEAD:
                yield window.popleft()()
        while window:
            yield window.popleft()()

    def renamed(self, articles: Iterable[Article], at_once: int) -> Iterator[list[Article]]:
        """The articles, `at_once` a list, with the names that the authority files know today."""
        remaining = iter(articles)
        for answer in self._ahead(rename, iter(lambda: list(islice(remaining, at_once)), []), self._processes):
            yield answer()

    def outlines(self, glances: Iterable[Glance]) -> Iterator[Outline]:
        """A file that nobody can look into has no articles: nobody will be able to read it."""
        for answer in self._ahead(look, glances, self._processes * _AHEAD):
            with suppress(WorkerDied):
                yield answer()

    def _ahead(self, work: Callable[[Given], Made], given: Iterable[Given], most: int) -> Iterator[Callable[[], Made]]:
        """What becomes of each, in order; `most` of them are worked on before their turn comes."""
        window: deque[Callable[[], Made]] = deque()
        for each in given:
            window.append(partial(answered, self._ready(), work, each, self._ready().submit(work, each)))
            if len(window) > most:
                yield window.popleft()
        yield from window

    def _tasks(self, entries: Iterable[Entry], known: Catalog, history: History) -> Iterator[Task]:
        for entry in entries:
            if is_lines(entry.path):
                yield from line_tasks(self._root, entry.path, known, history, self._sifted)
            else:
                yield Task(entry.path, entry.size, entry.mtime_ns, known.sha256_of(entry.path))

    def _sifted(self, sieves: Iterator[Sieve]) -> Iterator[tuple[Sieve, tuple[Sifted | Rejection, ...]]]:
        window: deque[tuple[Sieve, Future[tuple[Sifted | Rejection, ...]]]] = deque()
        for sieve in sieves:
            window.append((sieve, self._ready().submit(type(sieve).work, sieve)))
            if len(window) > self._processes:
                yield self._found(*window.popleft())
        while window:
            yield self._found(*window.popleft())

    def _found(
        self, sieve: Sieve, future: Future[tuple[Sifted | Rejection, ...]]
    ) -> tuple[Sieve, tuple[Sifted | Rejection, ...]]:
        try:
            return sieve, answered(self._ready(), type(sieve).work, sieve, future)
        except WorkerDied as death:
            if len(sieve.lines) == 1:
                return sieve, (_deadly(sieve.path, sieve.lines, death, sieve.size),)
            halves = (replace(sieve, lines=lines) for lines in _halves(sieve.lines))
            parts = [self._found(half, self._ready().submit(type(half).work, half))[1] for half in halves]
            return sieve, (*parts[0], *parts[1])

    def _begun(self, task: Task) -> Callable[[], Reading]:
        """What becomes of the task, to be called when its turn comes."""
        done = task.done
        if done is not None:
            return lambda: done
        future = self._ready().submit(type(task).work, task)
        return lambda: self._reading(task, future)

    def _reading(self, task: Task, future: Future[Reading]) -> Reading:
        try:
            return answered(self._ready(), type(task).work, task, future)
        except WorkerDied as death:
            if not task.lines:
                reading = unread(task.path, why_dead(death, task.size))
                return replace(reading, size=task.size, mtime_ns=task.mtime_ns, same=False)
            if len(task.lines) == 1:
                reading = Reading(task.path, rejections=(_deadly(task.path, task.lines, death, task.size),))
                return replace(reading, last=False, worked=task.size)
            halves = (
                replace(task, lines=lines, size=sum(len(text) for _, text in lines)) for lines in _halves(task.lines)
            )
            return _joined(*(self._begun(half)() for half in halves))

    def _ready(self) -> Pool:
        if self._pool is None:
            # A fresh interpreter for the workers: a forked one would inherit the writer's lock.
            context = multiprocessing.get_context("forkserver")
            # Loaded once and shared by all workers, as far as they do not write to it.
            context.set_forkserver_preload(["indexer.indexing.tasks", "indexer.ingest.read", "indexer.ingest.warm"])
            self._pool = Pool(context, partial(start_worker, self._root, self._authority), self._processes)
        return self._pool


def _halves(lines: Lines) -> tuple[Lines, Lines]:
    """Of lines that end their reader: only the one that does is lost."""
    return lines[: len(lines) // 2], lines[len(lines) // 2 :]


def _deadly(path: str, lines: Lines, death: WorkerDied, size: int) -> Rejection:
    return Rejection(path, why_dead(death, size), f"line {lines[0][0]}")


def _joined(one: Reading, other: Reading) -> Reading:
    articles, rejections = (*one.articles, *other.articles), (*one.rejections, *other.rejections)
    return replace(one, articles=articles, rejections=rejections, worked=one.worked + other.worked)


def answered(pool: Pool, work: Callable[[Given], Made], given: Given, future: Future[Made]) -> Made:
    """Waits for the future of what was submitted. Raises `WorkerDied` where each of a few tries ended its process, or
    one reached its limits."""
    spent = 0.0
    while True:
        try:
            return future.result()
        except WorkerDied as death:
            spent += 1 / _KILLS if death.signal == signal.SIGKILL else 1 / _TRIES
            if spent > 0.99 or death.signal in _LIMITS:
                raise
            future = pool.submit(work, given)


def why_dead(death: WorkerDied, size: int) -> str:
    if death.signal == signal.SIGALRM:
        return f"reading it took more than {seconds_for(size)} seconds"
    if death.signal in _LIMITS:
        return "reading it takes more memory than a file of its size may, or it is damaged beyond that"
    return "reading it took too long, or ended the process that read it"
