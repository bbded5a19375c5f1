"""Processes that work on tasks, each at the end of a pipe of its own.

A pool whose workers share a queue can wait for ever when one of them is killed: with the queue's lock in hand, or half
way through an answer. Here a death is the end of one pipe, which the thread at its other end sees at once; it costs the
task that was worked on, and nothing else.
"""

import threading
import traceback
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, ForkServerProcess
from multiprocessing.reduction import ForkingPickler
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")

_PATIENCE = 10  # seconds for a killed process to be gone; one that hangs in the kernel is left behind
_FITS = 32_000  # bytes that a pipe takes in whether or not anybody reads them


class WorkerDied(Exception):
    """The process that worked on a task ended before it answered; `signal` is what ended it, 0 where that is not
    known."""

    def __init__(self, signal: int = 0) -> None:
        super().__init__(signal)
        self.signal = signal


class Pool:
    """At most `size` processes; one begins when there is work for it, and anew when it died. `start` comes before a
    process's first task."""

    def __init__(self, context: ForkServerContext, start: Callable[[], None], size: int) -> None:
        self._tasks: _Tasks = SimpleQueue()
        self._workers = [_Worker(context, start, self._tasks, size) for _ in range(size)]

    def submit(self, work: Callable[[Given], Made], given: Given) -> "Future[Made]":
        """The future fails with `WorkerDied`, or with whatever `work` raised."""
        task = _Task(bytes(ForkingPickler.dumps((work, given))))
        self._tasks.put(task)
        return task.future

    def close(self) -> None:
        """Ends every process, whatever it is doing. Nobody may wait for a future any more."""
        for worker in self._workers:
            worker.end()
        for _ in self._workers:
            self._tasks.put(None)
        for worker in self._workers:
            worker.join()


@dataclass(frozen=True, slots=True)
class _Task:
    """`packed` is a pickled pair: a function of a module, and what it is given."""

    packed: bytes
    future: "Future[Any]" = field(default_factory=Future)


_Tasks = SimpleQueue[_Task | None]


class _Worker:
    """One process after another, and the thread that hands tasks to it and takes its answers."""

    def __init__(self, context: ForkServerContext, start: Callable[[], None], tasks: _Tasks, size: int) -> None:
        self._context, self._start, self._tasks, self._size = context, start, tasks, size
        self._handed: deque[_Task] = deque()  # the process works on the first one
        self._beginning = threading.Lock()
        self._ended = False
        self._process: ForkServerProcess | None = None
        self._pipe: Connection
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def end(self) -> None:
        with self._beginning:
            self._ended = True
            process = self._process  # its thread may let go of it meanwhile
        if process is not None:
            process.kill()

    def join(self) -> None:
        self._thread.join(_PATIENCE)

    def _serve(self) -> None:
        while not self._ended:
            task = self._next()
            if task is None:
                self._take_answer()
            else:
                self._hand(task)
        self._bury()

    def _next(self) -> _Task | None:
        """Waits where nothing else is to be done. A second task lies ready when the first one is done, unless it would
        be taken from a process that has none."""
        if not self._handed:
            return self._tasks.get()
        with suppress(Empty):
            return self._tasks.get_nowait() if len(self._handed) < 2 and self._tasks.qsize() > self._size else None
        return None

    def _hand(self, task: _Task) -> None:
        if self._handed and len(task.packed) > _FITS:
            # Both ends could wait for each other: this one to be rid of the task, the other one of its answer.
            self._tasks.put(task)
            self._take_answer()
            return
        try:
            self._begin()
        except Exception as error:  # whatever keeps a process from starting
            task.future.set_exception(error)
            return
        self._handed.append(task)
        with suppress(OSError):  # a process that is gone is found out by the answer that does not come
            self._pipe.send_bytes(task.packed)

    def _begin(self) -> None:
        with self._beginning:
            if self._ended:
                raise WorkerDied
            if self._process is not None:
                return
            self._pipe, far_end = self._context.Pipe()
            process = self._context.Process(target=_work, args=(far_end, self._start), daemon=True)
            with far_end:
                process.start()
            self._process = process

    def _take_answer(self) -> None:
        if not self._handed:
            return
        try:
            made, error = self._pipe.recv()
        except (EOFError, OSError):
            self._bury()
            return
        except Exception as unreadable:  # an answer can raise anything while it is unpacked
            made, error = None, unreadable
        done = self._handed.popleft().future
        if error is None:
            done.set_result(made)
        else:
            done.set_exception(error)

    def _bury(self) -> None:
        """The task that was worked on is lost with its process; one that lay ready goes to another."""
        died = WorkerDied()
        if self._process is not None:
            self._process.kill()
            self._process.join(_PATIENCE)
            died = WorkerDied(max(0, -(self._process.exitcode or 0)))
            self._pipe.close()
            self._process = None
        if self._handed:
            self._handed.popleft().future.set_exception(died)
        while self._handed:
            self._tasks.put(self._handed.popleft())


def _work(pipe: Connection, start: Callable[[], None]) -> None:
    start()
    with suppress(EOFError):
        while True:
            work, given = pipe.recv()
            pipe.send(_answer(work, given))


def _answer(work: Callable[[Given], Made], given: Given) -> tuple[Made | None, Exception | None]:
    """What was made, or what went wrong, with where."""
    try:
        return work(given), None
    except Exception as error:
        error.add_note(traceback.format_exc())
        return None, error
