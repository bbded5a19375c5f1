"""The corpus: a folder of files, walked in a fixed order, each with what its directory entry says of it."""

import errno
import hashlib
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from indexer.errors import Rejected, SettingsError
from indexer.ingest.draft import RawFile
from indexer.storage import storage_error

_MEGABYTE = 1_000_000
_YOUNG_NS = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A file found in the corpus. `path` is relative and posix; `problem` says why it will not be read, or is empty.

    `unseen`: what is there now, at the path of a file or below that of a folder, the system does not show.
    """

    path: str
    size: int = 0
    mtime_ns: int = 0
    problem: str = ""
    unseen: bool = False


def walk(root: Path, max_file_mb: int) -> Iterator[Entry]:
    """All files below `root`, sorted by path within each folder; hidden ones and their folders are passed over.

    Raises `SettingsError` where `root` is no folder. Links are followed as long as they stay inside the corpus.
    """
    require_folder(root)
    return _walk(root.resolve(), "", max_file_mb * _MEGABYTE)


def require_folder(root: Path) -> None:
    if not root.is_dir():
        raise SettingsError(f"the corpus {str(root)!r} is not a folder", "name one with --corpus DIR")


def _walk(root: Path, folder: str, limit: int) -> Iterator[Entry]:
    try:
        with os.scandir(root / folder) as entries:
            found = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda each: each.name)
    except OSError as error:
        if not folder:
            raise storage_error(error, root) or error from error
        yield Entry(_shown(folder), problem=f"the folder cannot be listed: {error.strerror}", unseen=True)
        return
    for entry in found:
        path = f"{folder}/{entry.name}" if folder else entry.name
        if _is_folder(entry):
            yield from _walk(root, path, limit)
        else:
            yield _entry(root, entry, path, limit)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:  # some file systems have to be asked again, which may be forbidden
        return False


def _shown(path: str) -> str:
    return path.encode("utf-8", "backslashreplace").decode()


def _entry(root: Path, entry: os.DirEntry[str], path: str, limit: int) -> Entry:
    if (shown := _shown(path)) != path:
        return Entry(shown, problem="its name is not valid UTF-8")
    try:
        status = _status(root, entry)
        problem = _problem(status, limit)
    except Rejected as reason:
        return Entry(path, problem=str(reason))
    except OSError as error:
        return Entry(path, problem=f"cannot be looked at: {error.strerror}", unseen=True)
    return Entry(path, status.st_size, status.st_mtime_ns, problem)


def _status(root: Path, entry: os.DirEntry[str]) -> os.stat_result:
    try:
        if entry.is_symlink() and not Path(entry.path).resolve(strict=True).is_relative_to(root):
            raise Rejected("a link that leads out of the corpus")
        return entry.stat()
    except RuntimeError as error:
        raise Rejected("a link in a circle") from error
    except OSError as error:
        if error.errno not in {errno.ENOENT, errno.ENOTDIR, errno.ELOOP}:
            raise
        raise Rejected(f"cannot be looked at: {error.strerror}") from error


def _problem(status: os.stat_result, limit: int) -> str:
    if stat.S_ISDIR(status.st_mode):
        return "a link to a folder; folders are read where they are"
    if not stat.S_ISREG(status.st_mode):
        return "not a regular file"
    if status.st_size > limit:
        megabytes = f"{status.st_size / _MEGABYTE:.0f} MB, more than the {limit // _MEGABYTE} MB"
        return f"{megabytes} of COMMUNIQUE_MAX_FILE_MB"
    return ""


def load(root: Path, path: str) -> tuple[RawFile, Entry]:
    """A file's bytes, and its directory entry if that stayed the same while they were read.

    The entry has no time (-1) where the file is so young that a later change might leave its time as it is.
    Raises `Rejected` where the file cannot be read, or changed meanwhile.
    """
    with unchanged(root, path) as (file, entry):
        data = file.read()
    return RawFile(path, data, hashlib.sha256(data).hexdigest()), entry


@contextmanager
def unchanged(root: Path, path: str) -> Iterator[tuple[BinaryIO, Entry]]:
    """The file open, and its entry. Raises `Rejected`, at the end too, as `load` does."""
    try:
        with (root / path).open("rb") as file:
            before = os.fstat(file.fileno())
            young = time.time_ns() - before.st_mtime_ns < _YOUNG_NS
            yield file, Entry(path, before.st_size, -1 if young else before.st_mtime_ns)
            after = os.fstat(file.fileno())
    except OSError as error:
        raise Rejected(f"cannot be read: {error.strerror}") from error
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise Rejected("changed while it was read; the next update takes it")
