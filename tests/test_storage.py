import errno
import os
import sqlite3
from pathlib import Path

import pytest

from indexer.errors import CommuniqueError, DiskFull, StorageTrouble
from indexer.storage import any_storage_error, reporting_trouble, storage_error

PLACE = Path("/var/index")


def _os_error(number: int, *file: str) -> OSError:
    return OSError(number, os.strerror(number), *file)


def _sqlite(said: str, code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(said)
    error.sqlite_errorcode = code
    return error


def _told(error: Exception) -> CommuniqueError:
    with pytest.raises(CommuniqueError) as raised, reporting_trouble(PLACE):
        raise error
    return raised.value


@pytest.mark.parametrize(
    "error",
    [
        _os_error(errno.ENOSPC),
        _os_error(errno.EDQUOT),
        _os_error(errno.EFBIG),
        _sqlite("database or disk is full", sqlite3.SQLITE_FULL),
        _sqlite("disk I/O error", sqlite3.SQLITE_IOERR_WRITE),
        _sqlite("disk I/O error", sqlite3.SQLITE_IOERR_SHMSIZE),
    ],
    ids=repr,
)
def test_a_full_disk_is_said_with_its_place_its_reason_and_its_remedy(error: Exception) -> None:
    told = _told(error)
    assert isinstance(told, DiskFull)
    assert str(told) == f"no room to write to /var/index: {str(error).rpartition('] ')[2]}"
    assert told.remedy == "free some space where /var/index is, then try again"


@pytest.mark.parametrize(
    ("error", "remedy"),
    [
        (_os_error(errno.EACCES), "let the user"),
        (_os_error(errno.EPERM), "let the user"),
        (_os_error(errno.EROFS), "mount it so that it can be written to"),
        (_os_error(errno.ENOTDIR), "name another place"),
        (_os_error(errno.EEXIST), "name another place"),
        (_os_error(errno.ELOOP), "name another place"),
        (_os_error(errno.ENAMETOOLONG), "name another place"),
        (_os_error(errno.EIO), "look after the disk"),
        (_os_error(errno.ESTALE), "look after the disk"),
        (_os_error(errno.EMFILE), "ulimit -n"),
        (_os_error(errno.ENFILE), "ulimit -n"),
        (_sqlite("unable to open database file", sqlite3.SQLITE_CANTOPEN), "let the user"),
        (_sqlite("attempt to write a readonly database", sqlite3.SQLITE_READONLY), "let the user"),
        (_sqlite("disk I/O error", sqlite3.SQLITE_IOERR_READ), "look after the disk"),
    ],
    ids=repr,
)
def test_each_kind_of_trouble_is_said_with_its_place_and_what_mends_it(error: Exception, remedy: str) -> None:
    told = _told(error)
    assert isinstance(told, StorageTrouble)
    assert str(told).startswith("/var/index cannot be used: ")
    assert remedy in told.remedy


def test_the_file_that_the_system_names_is_the_one_that_is_said() -> None:
    assert str(_told(_os_error(errno.EACCES, "/var/index/lock"))) == "/var/index/lock cannot be used: Permission denied"


@pytest.mark.parametrize(
    "error",
    [
        _os_error(errno.ENOENT, "gone"),
        _os_error(errno.EPIPE),
        _os_error(errno.ECONNRESET),
        TimeoutError("a lock"),
        _sqlite("database is locked", sqlite3.SQLITE_BUSY),
        sqlite3.DatabaseError("disk image is malformed"),
        ValueError("full"),
    ],
    ids=repr,
)
def test_what_is_no_trouble_of_a_disk_stays_what_it_is(error: Exception) -> None:
    with pytest.raises(type(error)) as raised, reporting_trouble(PLACE):
        raise error
    assert raised.value is error


def test_a_missing_file_is_trouble_at_the_outermost_door_only() -> None:
    error = _os_error(errno.ENOENT, "/var/gone")
    assert storage_error(error) is None
    assert str(any_storage_error(error)) == "/var/gone cannot be used: No such file or directory"
    assert any_storage_error(_os_error(errno.EPIPE)) is None
