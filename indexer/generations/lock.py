"""One writer at a time: a lock that names its holder and is free again when that process dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from indexer.errors import IndexBusy


@contextmanager
def writer_lock(path: Path, doing: str) -> Iterator[None]:
    """Holds the lock file while its block runs. Raises `IndexBusy`, saying who holds it, where another process does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.seek(0)
            holder = file.read().strip() or "another process"
            raise IndexBusy(f"the index is being written by {holder}", "wait until it ends, then try again") from None
        file.truncate(0)
        file.write(f"process {os.getpid()} ({doing}), since {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC\n")
        file.flush()
        yield
        file.truncate(0)
