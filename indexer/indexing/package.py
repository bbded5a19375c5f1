"""The file that a backup is: a .tar.gz; its first member says what it is, the others are a generation's folder."""

import gzip
import shutil
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO, cast

from indexer.errors import DiskFull, IndexBroken
from indexer.storage import storage_error

_FORM = b"communique-backup-1"
_FORM_NAME = "form"
# A generation packs to about a third; what unpacks to more than this was made to fill a disk.
_MOST_TIMES, _AND_BYTES = 30, 64_000_000
_MOST_AT_ONCE = 1_000_000  # a header, or a piece of a file; tarfile would read a header of any size into memory


HISTORY = "history.sqlite"


def pack(folder: Path, catalog: Path, history: Path, target: IO[bytes]) -> None:
    """`catalog` is the copy to put in the place of the one in the folder, `history` a copy of what lies beside it."""
    with tarfile.open(fileobj=target, mode="w:gz", compresslevel=1) as packed:
        form = tarfile.TarInfo(_FORM_NAME)
        form.size = len(_FORM)
        packed.addfile(form, BytesIO(_FORM))
        packed.add(catalog, "catalog.sqlite")
        packed.add(history, HISTORY)
        for file in sorted(folder.iterdir()):
            if not file.name.startswith("catalog.sqlite") and file.name != _FORM_NAME:
                packed.add(file, file.name)


def unpack(source: Path, folder: Path) -> None:
    """Raises `IndexBroken` where the file is not what `pack` makes, or would unpack to more than it can hold."""
    with source.open("rb") as file, _whole(source), gzip.GzipFile(fileobj=file) as unzipped:
        bounded = _Bounded(unzipped, source.stat().st_size * _MOST_TIMES + _AND_BYTES)
        with tarfile.open(fileobj=cast("IO[bytes]", bounded), mode="r:") as packed:
            _require_form(packed)
            _extract(packed, folder)
        # To its very end, where the checksum stands.
        while rest := bounded.read(_MOST_AT_ONCE):
            if rest.strip(b"\0"):
                raise IndexBroken("something else is joined to it")


class _Bounded:
    """A stream that ends in an error where it goes on for too long; tarfile only reads, and passes over what it
    does not read."""

    def __init__(self, stream: gzip.GzipFile, most: int) -> None:
        self._stream, self._most = stream, most
        self.tell = stream.tell

    def read(self, size: int) -> bytes:
        if size > _MOST_AT_ONCE or self.tell() + size > self._most:
            raise IndexBroken("it unpacks to more than a backup of its size can hold")
        return self._stream.read(size)

    def seek(self, position: int) -> int:
        if position > self._most:
            raise IndexBroken("it unpacks to more than a backup of its size can hold")
        return self._stream.seek(position)


@contextmanager
def _whole(source: Path) -> Iterator[None]:
    """What says that the file is damaged, told as that; trouble with the disk it lies on stays what it is."""
    try:
        yield
    except (FileExistsError, FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
        raise IndexBroken(f"it holds files that are in each other's way: {error.filename}") from error
    except (OSError, tarfile.TarError, EOFError, zlib.error, ValueError) as error:
        raise storage_error(error, source) or IndexBroken(str(error)) from error


def _require_form(packed: tarfile.TarFile) -> None:
    form = packed.next()
    content = packed.extractfile(form) if form is not None and form.name == _FORM_NAME and form.isfile() else None
    if content is None or content.read(100) != _FORM:
        raise IndexBroken("it is no backup of this program")


def _extract(packed: tarfile.TarFile, folder: Path) -> None:
    """Only plain files within the folder, none of them twice; a backup has no others. That which says what it is stays
    there: former releases unpacked it too, and packed it again beside their own."""
    for member in packed:
        if member.name == _FORM_NAME:
            continue
        path = PurePosixPath(member.name)
        if path.is_absolute() or ".." in path.parts:
            raise IndexBroken(f"it holds a file that leads out of its folder: {member.name}")
        if member.isdir():
            (folder / path).mkdir(exist_ok=True)
        else:
            _write(packed, member, folder / path)


def _write(packed: tarfile.TarFile, member: tarfile.TarInfo, file: Path) -> None:
    content = packed.extractfile(member) if member.isreg() and not member.issparse() else None
    if content is None:
        raise IndexBroken(f"it holds what is no plain file: {member.name}")
    if member.size > shutil.disk_usage(file.parent).free:
        raise DiskFull(f"no room to unpack {member.name}, of {member.size:,} bytes", "free some space, then try again")
    with file.open("xb") as target:
        shutil.copyfileobj(content, target)
