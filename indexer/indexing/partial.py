"""A file that takes its name when it is complete: until then it is written to a hidden one beside it."""

import fcntl
import glob
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def partial_file(target: Path) -> Iterator[IO[bytes]]:
    """The hidden file, locked while this process lives. What has been left by processes that were killed is cleared,
    and so is whatever the block put beside the file under longer names. A device is written to as it is."""
    if target.exists() and not target.is_file():
        with target.open("wb") as device:
            yield device
        return
    _clear(target)
    partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
    try:
        with partial.open("wb") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield file
            file.flush()
            os.fsync(file.fileno())
            partial.replace(target)
    finally:
        for left in target.parent.glob(f"{glob.escape(partial.name)}*"):
            left.unlink(missing_ok=True)


def _clear(target: Path) -> None:
    found = list(target.parent.glob(f".{glob.escape(target.name)}.*.partial*"))
    held = {file.name for file in found if file.suffix == ".partial" and _is_held(file)}
    for file in found:
        if f"{file.name.rpartition('.partial')[0]}.partial" not in held:
            file.unlink(missing_ok=True)


def _is_held(file: Path) -> bool:
    with file.open("rb") as opened:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False
