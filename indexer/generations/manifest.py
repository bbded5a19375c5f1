"""What the files of a generation were when they were last written, kept in `manifest.json` beside them.

While an update writes, and after one that died, the manifest is unsettled: files may come and go then, and only those
that an engine never rewrites are held against it. The next update settles it.
"""

import json
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field, replace
from functools import lru_cache
from math import inf
from pathlib import Path
from typing import BinaryIO, NamedTuple

from indexer.errors import IndexBroken
from indexer.generations import sealed
from indexer.message import N_

NAME = "manifest.json"
ALL = ("",)
SEARCHED = ("index/",)
WRITTEN = ("index/", "catalog.sqlite")  # a fingerprint that was damaged has everything built anew as it is
_REWRITTEN = (".json", ".sqlite", "unfinished")
_PASSED_OVER = (".lock", "LOCK", "-wal", "-shm", ".new", NAME)
_PIECE = 1 << 20


class FileState(NamedTuple):
    """`checksum` is a CRC-32."""

    size: int
    checksum: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """`files` by their path in the generation's folder; `damage` is what an update found too late to stop for."""

    files: dict[str, FileState] = field(default_factory=dict)
    settled: bool = False
    damage: str = ""

    @classmethod
    def of(cls, folder: Path) -> "Manifest | None":
        """None where none was kept. Raises `IndexBroken` where it is damaged itself."""
        try:
            stored = json.loads(sealed.read(folder / NAME))
        except FileNotFoundError:
            return None
        files = {name: FileState(*state) for name, state in stored["files"].items()}
        return cls(files, stored["settled"], stored["damage"])

    def save(self, folder: Path) -> None:
        sealed.write(folder / NAME, json.dumps(asdict(self)))

    def differences(self, folder: Path, reading: float, within: tuple[str, ...] = ALL) -> Iterator[str]:
        """What is not as it was, in words. Sizes of all files are looked at, and the content of the smallest ones up
        to `reading` bytes; where that is bounded, a file that nobody has touched is read once a minute at most."""
        if self.damage:
            yield self.damage
        checksum = _checksum if reading == inf else _lately
        for name, state in sorted(self.files.items(), key=lambda each: each[1].size):
            if name.startswith(within) and (self.settled or not name.endswith(_REWRITTEN)):
                reading -= state.size
                yield from self._difference(folder / name, state, checksum if reading >= 0 else None)

    def _difference(self, path: Path, state: FileState, checksum: Callable[[Path], int] | None) -> Iterator[str]:
        try:
            size = path.stat().st_size
            if size != state.size:
                yield f"{path} has {size} bytes, not {state.size}"
            elif checksum is not None and checksum(path) != state.checksum:
                yield f"{path} is not what was written"
        except FileNotFoundError:
            if self.settled:
                yield f"{path} is gone"


def require_whole(folder: Path, reading: float, within: tuple[str, ...] = ALL, *, kept: bool = False) -> None:
    """Raises `IndexBroken` where `Manifest.differences` finds something; `kept`: there has to be a manifest."""
    manifest = Manifest.of(folder)
    while True:
        if manifest is None:
            found = f"{folder / NAME} is gone" if kept else ""
        else:
            found = next(manifest.differences(folder, reading, within), "")
        before, manifest = manifest, Manifest.of(folder) if found else manifest
        if before == manifest:
            break  # else an update began or ended meanwhile
    if found:
        raise IndexBroken(
            N_("the index cannot be read as it was written: %(damage)s", damage=found), "communique rebuild"
        )


@contextmanager
def written(folder: Path) -> Iterator[None]:
    """The manifest is unsettled while the block writes, and afterwards it lists what is there. What was merged away
    meanwhile is read once more, from its open file: nothing is built upon damage without a word."""
    before = Manifest.of(folder) or Manifest()
    replace(before, settled=False).save(folder)
    stamps = {name: _stamp(folder / name) for name in before.files}
    with ExitStack() as opened:
        files = {name: opened.enter_context((folder / name).open("rb")) for name in _lasting(folder, before)}
        yield
        merged = [name for name in files if not (folder / name).exists()]
        damaged = [name for name in merged if _checksum_of(files[name]) != before.files[name].checksum]
    if damaged:
        replace(before, settled=False, damage=f"{damaged[0]} was damaged, and is merged with others now").save(folder)
        require_whole(folder, 0)
    same = {name: state for name, state in before.files.items() if stamps[name] == _stamp(folder / name)}
    _listed(folder, same).save(folder)


def forget(file: Path) -> None:
    """What the file is from now on is not known until the next update has listed it."""
    if known := Manifest.of(file.parent):
        replace(known, files={name: state for name, state in known.files.items() if name != file.name}).save(
            file.parent
        )


def settle(folder: Path) -> None:
    """Lists what is there."""
    _listed(folder, {}).save(folder)


def _listed(folder: Path, known: dict[str, FileState]) -> Manifest:
    names = [str(path.relative_to(folder)) for path in sorted(folder.rglob("*")) if path.is_file()]
    listed = [name for name in names if not name.endswith(_PASSED_OVER)]
    return Manifest(
        {name: known.get(name) or _state(folder / name) for name in listed if _is_whole(folder, name)}, settled=True
    )


def _is_whole(folder: Path, name: str) -> bool:
    """Not a database that another process holds open, so that a part of it is in the journal still."""
    journal = folder / f"{name}-wal"
    return not (journal.exists() and journal.stat().st_size)


def _lasting(folder: Path, manifest: Manifest) -> list[str]:
    return [name for name in manifest.files if not name.endswith(_REWRITTEN) and (folder / name).is_file()]


def _state(path: Path) -> FileState:
    return FileState(path.stat().st_size, _checksum(path))


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        stat = path.stat()
    except FileNotFoundError:
        return None
    return stat.st_size, stat.st_mtime_ns, stat.st_ino


def _lately(path: Path) -> int:
    return _checksum_in(path, _stamp(path), int(time.monotonic() // 60))


@lru_cache(maxsize=1_000)
def _checksum_in(path: Path, _stamp: tuple[int, int, int] | None, _minute: int) -> int:
    return _checksum(path)


def _checksum(path: Path) -> int:
    with path.open("rb") as file:
        return _checksum_of(file)


def _checksum_of(file: BinaryIO) -> int:
    checksum = 0
    while piece := file.read(_PIECE):
        checksum = zlib.crc32(piece, checksum)
    return checksum
