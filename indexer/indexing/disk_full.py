"""A full disk, told as what it is."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from indexer.errors import DiskFull

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def reporting_disk_full(folder: Path) -> Iterator[None]:
    """Turns what the system says of a full disk into `DiskFull`, with what to do."""
    try:
        yield
    except OSError as error:
        if error.errno not in _FULL:
            raise
        raise _disk_full(folder, str(error.strerror)) from error
    except sqlite3.OperationalError as error:
        if "full" not in str(error) and "disk I/O" not in str(error):
            raise
        raise _disk_full(folder, str(error)) from error


def _disk_full(folder: Path, reason: str) -> DiskFull:
    remedy = f"free some space where {folder} is, then: communique update"
    return DiskFull(f"no room to write to {folder}: {reason}", remedy)
