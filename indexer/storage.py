"""What the system says of disks and folders, told as what it is: `DiskFull` or `StorageTrouble`, with what mends it."""

import errno
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from indexer.errors import CommuniqueError, DiskFull, StorageTrouble
from indexer.message import N_, Message

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_RIGHTS = N_("let the user that runs this program read and write there, then try again")
_WRITABLE = N_("mount it so that it can be written to, or name another place")
_PLACE = N_("name another place, or clear the way to it")
_DISK = N_("look after the disk, or the share that is mounted there, then try again")
_DESCRIPTORS = N_("let the program open more files (ulimit -n), then try again")


def _of(names: str, remedy: Message) -> Iterable[tuple[int, Message]]:
    return ((getattr(errno, name), remedy) for name in names.split() if hasattr(errno, name))


_REMEDIES = {
    **dict(_of("EACCES EPERM", _RIGHTS)),
    **dict(_of("EROFS", _WRITABLE)),
    **dict(_of("ENOTDIR EISDIR EEXIST ELOOP ENAMETOOLONG ENOTEMPTY EXDEV EBUSY EILSEQ", _PLACE)),
    **dict(_of("EIO ESTALE ENODEV ENXIO EREMOTEIO EUCLEAN ENOMEDIUM ENOTCONN EHOSTDOWN ETIMEDOUT ENOLCK", _DISK)),
    **dict(_of("EMFILE ENFILE", _DESCRIPTORS)),
}
_SQLITE_FULL = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_TRUNCATE,
    sqlite3.SQLITE_IOERR_SHMSIZE,
    sqlite3.SQLITE_IOERR_SHMOPEN,
    sqlite3.SQLITE_IOERR_SHMMAP,
}
_SQLITE_REMEDIES = {
    sqlite3.SQLITE_IOERR: _DISK,
    sqlite3.SQLITE_READONLY: _RIGHTS,
    sqlite3.SQLITE_CANTOPEN: _RIGHTS,
    sqlite3.SQLITE_PERM: _RIGHTS,
}


@contextmanager
def reporting_trouble(place: Path) -> Iterator[None]:
    """Raises what `storage_error` makes of an error; `place` is named where the system names no file."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        trouble = storage_error(error, place)
        if trouble is None:
            raise
        raise trouble from error


def storage_error(error: Exception, place: Path | str = "the disk") -> CommuniqueError | None:
    """None for what is no trouble of a disk, and for a file that is not there: only who looked for it knows whether it
    should be."""
    if isinstance(error, OSError) and not isinstance(error, ConnectionError):
        named = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else str(place)
        # What makes folders says "File exists" of a file, or a link into nowhere, in the place of one.
        reason = os.strerror(errno.ENOTDIR) if isinstance(error, FileExistsError) else error.strerror or str(error)
        return (
            _full(named, reason) if error.errno in _FULL else _trouble(named, reason, _REMEDIES.get(error.errno or 0))
        )
    if isinstance(error, sqlite3.OperationalError):
        code = getattr(error, "sqlite_errorcode", 0)
        remedy = _SQLITE_REMEDIES.get(code & 0xFF)
        return _full(str(place), str(error)) if code in _SQLITE_FULL else _trouble(str(place), str(error), remedy)
    return None


def any_storage_error(error: Exception) -> CommuniqueError | None:
    """For the outermost doors, behind which nobody looks for a missing file any more."""
    if isinstance(error, FileNotFoundError) and error.filename:
        return _trouble(os.fsdecode(error.filename), error.strerror or str(error), _PLACE)
    return storage_error(error)


def _full(place: str, reason: str) -> CommuniqueError:
    free = N_("free some space where %(place)s is, then try again", place=place)
    return DiskFull(N_("no room to write to %(place)s: %(reason)s", place=place, reason=reason), free)


def _trouble(place: str, reason: str, remedy: Message | None) -> CommuniqueError | None:
    said = N_("%(place)s cannot be used: %(reason)s", place=place, reason=reason)
    return None if remedy is None else StorageTrouble(said, remedy)
