"""What a file was: its size and checksum. A database is known by pieces, of which those that changed are read again."""

import time
import zlib
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, NamedTuple

_PIECE = 1 << 18
_DIGITS = 8

Stamp = tuple[int, int, int]


class FileState(NamedTuple):
    """`checksum` is the CRC-32 of its bytes; where there are `pieces`, of these: the CRC-32 of each 256 kB, in eight
    digits."""

    size: int
    checksum: int
    pieces: str = ""


def whole(path: Path) -> FileState:
    return FileState(path.stat().st_size, checksum(path))


def in_pieces(path: Path, known: FileState | None = None, pages: list[int] | None = None) -> FileState:
    """Where it is `known` as it was before it was written to, only the pieces are read that have one of these places,
    and those that it has grown by."""
    size, pieces = path.stat().st_size, _kept(known, path.stat().st_size) if known else []
    with path.open("rb") as file:
        for number in {page // _PIECE for page in pages or () if page < len(pieces) * _PIECE}:
            pieces[number] = _piece(file, number)
        pieces += (_piece(file, number) for number in range(len(pieces), -(-size // _PIECE)))
    joined = "".join(pieces)
    return FileState(size, zlib.crc32(joined.encode()), joined)


def _kept(known: FileState, size: int) -> list[str]:
    """The pieces that a file had, unless it has become smaller."""
    end = len(known.pieces) if size >= known.size else 0
    return [known.pieces[at : at + _DIGITS] for at in range(0, end, _DIGITS)]


def _piece(file: BinaryIO, number: int) -> str:
    file.seek(number * _PIECE)
    return f"{zlib.crc32(file.read(_PIECE)):0{_DIGITS}x}"


def is_as_was(path: Path, state: FileState) -> bool:
    """Reads all of a file that has the size."""
    return (in_pieces(path).checksum if state.pieces else checksum(path)) == state.checksum


def was_lately(path: Path, state: FileState) -> bool:
    """The same; a file that nobody has touched is read once a minute at most."""
    return _was_at(path, state, stamp(path), int(time.monotonic() // 60))


@lru_cache(maxsize=1_000)
def _was_at(path: Path, state: FileState, _stamp: Stamp | None, _minute: int) -> bool:
    return is_as_was(path, state)


def stamp(path: Path) -> Stamp | None:
    """None where there is no file."""
    try:
        stat = path.stat()
    except FileNotFoundError:
        return None
    return stat.st_size, stat.st_mtime_ns, stat.st_ino


def checksum(path: Path) -> int:
    with path.open("rb") as file:
        return checksum_of(file)


def checksum_of(file: BinaryIO) -> int:
    found = 0
    while piece := file.read(_PIECE):
        found = zlib.crc32(piece, found)
    return found
