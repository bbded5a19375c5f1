"""Packed files: what is in a .gz, .bz2, .xz or .zip is read by its own format, within bounds that no bomb passes."""

import bz2
import gzip
import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import IO

from indexer.errors import Rejected
from indexer.ingest.draft import Draft, RawFile, Rejection, origin_of
from indexer.ingest.reasons import reason_of

Reader = Callable[[RawFile], Iterator[Draft | Rejection]]

_STREAMS: dict[str, Callable[[io.BytesIO], io.BufferedIOBase]] = {
    ".gz": lambda packed: gzip.GzipFile(fileobj=packed),
    ".bz2": bz2.BZ2File,
    ".xz": lzma.LZMAFile,
}
_ERRORS = (
    *(OSError, EOFError, lzma.LZMAError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError),
    *(ValueError, struct.error, OverflowError),  # over places in the file that cannot be, and times that never were
)
_MOST_BYTES = 256_000_000
_MOST_MEMBERS = 10_000
_DEEPEST = 2


@dataclass(slots=True)
class _Room:
    """What may still be unpacked from one file of the corpus, however its packing is nested."""

    read: Reader
    bytes: int = _MOST_BYTES
    members: int = _MOST_MEMBERS


class Packed:
    """`read` reads what was unpacked; it is the registry's own, handed in because that knows this class."""

    name = "packed"
    suffixes = (*_STREAMS, ".zip")

    def __init__(self, read: Reader) -> None:
        self._read = read

    def read(self, file: RawFile) -> Iterator[Draft | Rejection]:
        yield from _read(file, _Room(self._read), depth=0)


def _read(file: RawFile, room: _Room, depth: int) -> Iterator[Draft | Rejection]:
    """`depth`: how many packings the file was in."""
    suffix = PurePosixPath(file.path).suffix.lower()
    if suffix not in Packed.suffixes:
        yield from room.read(file)
    elif depth == _DEEPEST:
        raise Rejected(f"packed more than {_DEEPEST} times over")
    elif suffix == ".zip":
        yield from _members(file, room, depth + 1)
    else:
        inner = RawFile(str(PurePosixPath(file.path).with_suffix("")), _stream(file, suffix, room), file.sha256)
        yield from _read(inner, room, depth + 1)


def _stream(file: RawFile, suffix: str, room: _Room) -> bytes:
    try:
        return _bounded(_STREAMS[suffix](io.BytesIO(file.data)), room)
    except _ERRORS as error:
        raise Rejected(f"not a {suffix} file that can be unpacked ({error})") from None


def _bounded(stream: io.BufferedIOBase | IO[bytes], room: _Room) -> bytes:
    data = stream.read(room.bytes + 1)
    if len(data) > room.bytes:
        room.bytes = 0
        raise Rejected(f"more than {_MOST_BYTES // 1_000_000} MB when unpacked")
    room.bytes -= len(data)
    return data


def _members(file: RawFile, room: _Room, depth: int) -> Iterator[Draft | Rejection]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(file.data))
    except _ERRORS as error:
        raise Rejected(f"not a .zip file that can be unpacked ({error})") from None
    with archive:
        members = [each for each in archive.infolist() if not each.is_dir() and not _is_hidden(each.filename)]
        room.members -= len(members)
        if room.members < 0:
            raise Rejected(f"more than {_MOST_MEMBERS:,} files in it")
        for member in members:
            yield from _member(archive, member, file, room, depth)


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts if part != "..")


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, file: RawFile, room: _Room, depth: int
) -> Iterator[Draft | Rejection]:
    """The articles of one member, each keyed by the member's name; what is wrong with it costs no other."""
    try:
        inner = RawFile(member.filename, _unpacked(archive, member, room), file.sha256)
        for each in _read(inner, room, depth):
            yield _named(each, member, file.path)
    except Exception as error:
        yield Rejection(file.path, reason_of(error), member.filename)


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, room: _Room) -> bytes:
    try:
        with archive.open(member) as stream:
            return _bounded(stream, room)
    except _ERRORS as error:
        raise Rejected(f"cannot be unpacked ({error})") from None


def _named(each: Draft | Rejection, member: zipfile.ZipInfo, path: str) -> Draft | Rejection:
    name = member.filename
    if isinstance(each, Draft):
        origin = each.origin or origin_of(f"{member.CRC} {member.file_size}")
        return replace(each, key=f"{name}#{each.key}" if each.key else name, origin=origin)
    return replace(each, path=path, place=f"{name} {each.place}".strip())
