"""Processes that work on tasks, each at the end of a pipe of its own.

A pool whose workers share a queue can wait for ever when one of them is killed: with the queue's lock in hand, or half
way through an answer. Here a death is the end of one pipe, which the thread at its other end sees at once; it costs the
task that was worked on, and nothing else. A process that dies before it was ready for a task costs none, and neither
does the death of the server that all of them are forked from: the next one is forked from another.
"""

import os
import socket
import threading
import time
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
from signal import SIGKILL
from typing import Any, TypeVar

from indexer.errors import CommuniqueError

Given = TypeVar("Given")
Made = TypeVar("Made")

_PATIENCE = 10  # seconds for a killed process to be gone; one that hangs in the kernel is left behind
_GRACE = 2  # seconds for a process that ends by itself to say how
_STARTS, _KILLED_STARTS = 2, 40  # deaths at the start, one after another, after which tasks are given up
_PAUSE = 0.2  # seconds from one such death to the next start
_FITS = 32_000  # bytes that a pipe takes in whether or not anybody reads them


_READY = "ready"
_UNKNOWN = 255  # the exit code of a process whose server was killed


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
        """The future fails with `WorkerDied`, with what `work` raised, or with what keeps processes from starting."""
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
            if self._process is not None:
                self._process.kill()
                # A process whose server is dead passes for dead itself, is not killed, and would be waited for.
                with socket.socket(fileno=os.dup(self._pipe.fileno())) as line, suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)

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
        try:
            self._pipe.send_bytes(task.packed)
        except OSError:  # the process is gone and never saw the task
            self._tasks.put(task)
            self._take_answer()
            self._bury()
        else:
            self._handed.append(task)

    def _begin(self) -> None:
        spent = 0.0
        while self._process is None and not self._is_begun():
            spent += 1 / _KILLED_STARTS if self._bury() == SIGKILL else 1 / _STARTS
            time.sleep(_PAUSE)  # a server that is being killed passes for alive until it is gone
            if spent >= 1:
                raise CommuniqueError("no process that reads files comes to its first task", "free memory")

    def _is_begun(self) -> bool:
        """Whether a process has come so far that it waits for tasks."""
        with self._beginning:
            if self._ended:
                raise WorkerDied
            self._pipe, far_end = self._context.Pipe()
            process = self._context.Process(target=_work, args=(far_end, self._start), daemon=True)
            with far_end:
                if not _is_started(process):
                    self._pipe.close()
                    return False
            self._process = process
        with suppress(EOFError, OSError):
            return bool(self._pipe.recv() == _READY)
        return False

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

    def _bury(self) -> int:
        """The task that was worked on is lost with its process; one that lay ready goes to another. Returns the signal
        that ended the process."""
        died = WorkerDied(self._ending())
        if self._handed:
            self._handed.popleft().future.set_exception(died)
        while self._handed:
            self._tasks.put(self._handed.popleft())
        return died.signal

    def _ending(self) -> int:
        process = self._process
        if process is None:
            return SIGKILL  # of the server
        if not self._ended:
            process.join(_GRACE)
        process.kill()
        process.join(_PATIENCE)
        with self._beginning:
            self._pipe.close()
            self._process = None
        code = process.exitcode or 0
        return SIGKILL if code == _UNKNOWN else max(0, -code)


def _is_started(process: ForkServerProcess) -> bool:
    """Not where the server that forks died over it; it is replaced the next time."""
    try:
        process.start()
    except (EOFError, ConnectionError, FileNotFoundError):
        return False
    return True


def _work(pipe: Connection, start: Callable[[], None]) -> None:
    start()
    pipe.send(_READY)
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
