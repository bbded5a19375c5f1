"""What holds for every process that reads files: it ends with its parent, and no file takes it more than a bounded time
and memory. The process may have been started by an update or by a web server."""

import multiprocessing
import os
import resource
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_SECONDS, _SECONDS_PER_MB = 60, 10
# A good file of 100 MB takes up to seven times its size; one of a few kilobytes with all that it unpacks, 700 MB.
_BYTES, _BYTES_PER_BYTE = 700_000_000, 8
_STATM = Path("/proc/self/statm")
_DATA = 5  # in its line: pages of writable memory that belong to this process alone, which is what the limit counts


def begin() -> None:
    """Called once, before the first task."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def seconds_for(size: int) -> int:
    return _SECONDS + _SECONDS_PER_MB * size // 1_000_000


@contextmanager
def bounded(size: int) -> Iterator[None]:
    """For work on so many bytes. Over the time the process dies of SIGALRM; over the memory `MemoryError` is raised,
    or a C library ends the process."""
    # Not caught: the alarm ends the process even in the middle of a C library, and the pool reports it.
    signal.alarm(seconds_for(size))
    _limit(_BYTES + _BYTES_PER_BYTE * size)
    try:
        yield
    finally:
        _limit(0)
        signal.alarm(0)


def _limit(more: int) -> None:
    """Over what the process has now; 0 lifts the limit. Reserved addresses do not count, as numpy and PDFium have many.
    Where there is no /proc the system has no such limit either."""
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    bound = resource.RLIM_INFINITY
    if more and _STATM.exists():
        bound = int(_STATM.read_text("ascii").split()[_DATA]) * resource.getpagesize() + more
    if most != resource.RLIM_INFINITY:
        bound = most if bound == resource.RLIM_INFINITY else min(bound, most)
    resource.setrlimit(resource.RLIMIT_DATA, (bound, most))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
