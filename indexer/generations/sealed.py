"""A small file that shows whether it still says what was written: a text, and its checksum at the end of the line."""

import os
import zlib
from pathlib import Path

from indexer.errors import IndexBroken
from indexer.message import N_


def write(path: Path, text: str) -> None:
    """In one step, and on the disk before what follows: whoever looks finds the old text or the new one."""
    aside = path.with_name(f"{path.name}.new")
    with aside.open("wb") as file:
        file.write(_sealed(text.encode("ascii")))
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)


def read(path: Path) -> str:
    """Raises `IndexBroken` where the file is not what was written."""
    raw = path.read_bytes()
    text = raw.rpartition(b" ")[0]
    if raw != _sealed(text):
        raise IndexBroken(N_("%(file)s is damaged", file=str(path)), "communique rebuild")
    return text.decode("ascii")


def _sealed(text: bytes) -> bytes:
    return b"%s %08x\n" % (text, zlib.crc32(text))
