"""One writer at a time: a lock that names its holder and is free again when that process dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from indexer.errors import DiskFull, IndexBusy, StorageTrouble
from indexer.storage import reporting_trouble


@contextmanager
def writer_lock(path: Path, doing: str) -> Iterator[None]:
    """Holds the lock file while its block runs. Raises `IndexBusy`, saying who holds it, where another process does;
    what the system says of disks in the block comes out as `DiskFull` or `StorageTrouble`."""
    with reporting_trouble(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a+", encoding="utf-8") as file:
            _take(file)
            file.truncate(0)
            file.write(f"process {os.getpid()} ({doing}), since {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC\n")
            file.flush()
            yield
            file.truncate(0)


@contextmanager
def no_writer(path: Path, doing: str) -> Iterator[None]:
    """As `writer_lock`, for a block that only reads: a folder that is full or cannot be written to is no hindrance."""
    with ExitStack() as stack:
        try:
            stack.enter_context(writer_lock(path, doing))
        except (DiskFull, StorageTrouble):
            if path.exists():
                _take(stack.enter_context(path.open(encoding="utf-8")))
        yield


def _take(file: TextIO) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.seek(0)
        holder = file.read().strip() or "another process"
        raise IndexBusy(f"the index is being written by {holder}", "wait until it ends, then try again") from None
