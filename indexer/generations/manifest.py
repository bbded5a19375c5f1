"""What the files of a generation were when they were last written, kept in `manifest.json` beside them.

While an update writes, and after one that died, the manifest is unsettled: files may come and go then, and only those
that an engine never rewrites are held against it. The next update settles it.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field, replace
from math import inf
from pathlib import Path

from indexer.errors import IndexBroken
from indexer.generations import sealed
from indexer.generations.checksum import FileState, checksum_of, in_pieces, is_as_was, stamp, was_lately, whole
from indexer.generations.journal import journal_of
from indexer.message import N_

NAME = "manifest.json"
DATABASE = "catalog.sqlite"
ALL = ("",)
SEARCHED = ("index/",)
WRITTEN = ("index/", DATABASE)  # a fingerprint that was damaged has everything built anew as it is
_REWRITTEN = (".json", ".sqlite", "unfinished")
_PASSED_OVER = (".lock", "LOCK", "-wal", "-shm", ".new", NAME)


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
        is_same = is_as_was if reading == inf else was_lately
        for name, state in sorted(self.files.items(), key=lambda each: each[1].size):
            if name.startswith(within) and (self.settled or not name.endswith(_REWRITTEN)):
                reading -= state.size
                yield from self._difference(folder / name, state, is_same if reading >= 0 else None)

    def _difference(
        self, path: Path, state: FileState, is_same: Callable[[Path, FileState], bool] | None
    ) -> Iterator[str]:
        try:
            size = path.stat().st_size
            if size != state.size:
                yield f"{path} has {size} bytes, not {state.size}"
            elif is_same is not None and not is_same(path, state):
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
    folder.mkdir(parents=True, exist_ok=True)  # of an index on a cluster, which another indexer began
    before = Manifest.of(folder) or Manifest()
    replace(before, settled=False).save(folder)
    # An update that died has listed nothing: what it may have rewritten is known no more.
    lasting = [name for name in before.files if before.settled or not name.endswith(_REWRITTEN)]
    stamps = {name: stamp(folder / name) for name in lasting}
    with ExitStack() as opened:
        changed = opened.enter_context(journal_of(folder / DATABASE))
        files = {name: opened.enter_context((folder / name).open("rb")) for name in _lasting(folder, before)}
        yield
        merged = [name for name in files if not (folder / name).exists()]
        damaged = [name for name in merged if checksum_of(files[name]) != before.files[name].checksum]
        pages = changed()
    if damaged:
        replace(before, settled=False, damage=f"{damaged[0]} was damaged, and is merged with others now").save(folder)
        require_whole(folder, 0)
    known = {name: before.files[name] for name in lasting if stamps[name] == stamp(folder / name)}
    if before.settled and pages and DATABASE in before.files:
        known[DATABASE] = in_pieces(folder / DATABASE, before.files[DATABASE], pages)
    _listed(folder, known).save(folder)


def forget(file: Path) -> None:
    """What the file is from now on is not known until the next update has listed it."""
    if known := Manifest.of(file.parent):
        replace(known, files={name: state for name, state in known.files.items() if name != file.name}).save(
            file.parent
        )


def is_settled(folder: Path) -> bool:
    """Whether it lists what is there, so that an update that writes nothing can leave it alone."""
    known = Manifest.of(folder)
    return known is not None and known.settled and sorted(known.files) == _names(folder)


def settle(folder: Path) -> None:
    """Lists what is there."""
    _listed(folder, {}).save(folder)


def _listed(folder: Path, known: dict[str, FileState]) -> Manifest:
    return Manifest({name: known.get(name) or _state(folder / name) for name in _names(folder)}, settled=True)


def _names(folder: Path) -> list[str]:
    names = [str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()]
    return sorted(name for name in names if not name.endswith(_PASSED_OVER) and _is_whole(folder, name))


def _is_whole(folder: Path, name: str) -> bool:
    """Not a database that another process holds open, so that a part of it is in the journal still."""
    journal = folder / f"{name}-wal"
    return not (journal.exists() and journal.stat().st_size)


def _lasting(folder: Path, manifest: Manifest) -> list[str]:
    return [name for name in manifest.files if not name.endswith(_REWRITTEN) and (folder / name).is_file()]


def _state(path: Path) -> FileState:
    return in_pieces(path) if path.name == DATABASE else whole(path)
