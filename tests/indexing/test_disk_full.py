import errno
import os
import sqlite3
from pathlib import Path

import pytest

from indexer.errors import DiskFull
from indexer.indexing.disk_full import reporting_disk_full


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)),
        OSError(errno.EDQUOT, os.strerror(errno.EDQUOT)),
        OSError(errno.EFBIG, os.strerror(errno.EFBIG)),
        sqlite3.OperationalError("database or disk is full"),
        sqlite3.OperationalError("disk I/O error"),
    ],
    ids=str,
)
def test_a_full_disk_is_said_with_its_place_its_reason_and_its_remedy(error: Exception) -> None:
    with (
        pytest.raises(DiskFull, match="no room to write to /var/index: ") as raised,
        reporting_disk_full(Path("/var/index")),
    ):
        raise error
    assert str(error).rpartition("] ")[2] in str(raised.value)
    assert raised.value.remedy == "free some space where /var/index is, then: communique update"


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.EACCES, "Permission denied"),
        FileNotFoundError(errno.ENOENT, "gone"),
        sqlite3.OperationalError("database is locked"),
        sqlite3.DatabaseError("disk image is malformed"),
    ],
    ids=str,
)
def test_what_is_not_for_want_of_room_stays_what_it_is(error: Exception) -> None:
    with pytest.raises(type(error)) as raised, reporting_disk_full(Path("/var/index")):
        raise error
    assert raised.value is error
