"""What a test needs of the machine it runs on, however busy that is: a free port, patience, and processor time."""

import asyncio
import ctypes
import os
import socket
import time
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

PATIENCE = 90  # seconds for what takes a moment where nothing else runs

# Below the ports that Linux gives to connections and to port 0, so that nobody else gets one meanwhile.
_LOWEST, _MOST = 20_000, 12_000
_STEPS = count(os.getpid() * 97)  # processes that test at the same time begin apart


def free_port() -> int:
    """One of 127.0.0.1, for a server that has to be told; never the same twice."""
    return next(port for step in _STEPS if _is_free(port := _LOWEST + step % _MOST))


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def eventually(condition: Callable[[], object]) -> None:
    """Returns when the condition holds."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, f"not within {PATIENCE} s"
        time.sleep(0.02)


@contextmanager
def cpu_bound(seconds: float) -> Iterator[None]:
    """The block takes at most so much processor time of this process: ten times what it takes, or more, since what
    else the machine does slows a processor down too. It is for work that would take hours if it grew as it must not."""
    began = time.process_time()
    yield
    taken = time.process_time() - began
    assert taken < seconds, f"{taken:.1f} s"


def open_files(folder: Path) -> list[str]:
    """What this process has open or mapped of a folder's files; those that were removed end in " (deleted)"."""
    descriptors = {_target(each) for each in Path("/proc/self/fd").iterdir()}
    mapped = {line.split(maxsplit=5)[-1] for line in Path("/proc/self/maps").read_text().splitlines()}
    return sorted(each for each in descriptors | mapped if each.startswith(f"{folder.resolve()}/"))


def _target(descriptor: Path) -> str:
    try:
        return str(descriptor.readlink())
    except FileNotFoundError:  # the one that the list itself was read through
        return ""


_DROPPED = 0b110  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH: to root, no file is closed


@contextmanager
def permissions_for_root() -> Iterator[None]:
    """While it lasts, what `chmod` forbids is forbidden to this thread, and to those it starts, even where they are
    root's. Programs that are started meanwhile are not held to it."""
    header, before, after = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)(), (ctypes.c_uint32 * 6)()
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.capget(header, before) == 0
    after[:] = [before[0] & ~_DROPPED, *before[1:]]
    assert libc.capset(header, after) == 0
    try:
        yield
    finally:
        assert libc.capset(header, before) == 0


def awaited(work: Coroutine[Any, Any, T]) -> T:
    """What it returns, in a thread of its own: the browser of other tests has an event loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()
