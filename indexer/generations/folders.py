"""Generations of an index: build aside, check, switch, keep the last, roll back.

    var/index/current      the name of the generation in force, e.g. g000002
    var/index/last         the name that was given last
    var/index/history-g000002.sqlite   what outlives the generations, up to the one in force (`indexing/history`)
    var/index/lock         held by the one process that writes
    var/index/g000002/     index/ (the engine's own files), catalog.sqlite, fingerprint, manifest.json (of the others)
    var/index/g000001/     of the first one also `unfinished`, until all of the corpus was read once

A switch is one atomic rename of `current`; readers that hold the former generation keep it until they let go.
"""

import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from indexer.engines import is_known_folder
from indexer.errors import IndexBroken, IndexMissing, IndexOutdated
from indexer.fingerprint import Fingerprint
from indexer.generations import manifest, sealed
from indexer.generations.manifest import Manifest
from indexer.message import N_

FIRST = "g000001"
_PLAIN = re.compile(rb"g[0-9]{6,}\n")  # as former releases wrote it


@dataclass(frozen=True, slots=True)
class Generation:
    """One complete index with its catalog, in a folder of its own."""

    name: str
    folder: Path

    @property
    def index(self) -> Path:
        return self.folder / "index"

    @property
    def catalog(self) -> Path:
        return self.folder / "catalog.sqlite"

    @property
    def fingerprint(self) -> str:
        """What the rules were when it was begun; empty where that is not known."""
        file = self.folder / "fingerprint"
        return file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""

    @property
    def unfinished(self) -> bool:
        """Whether it is in force while it is built, as only the first one is."""
        return self.mark.exists()

    @property
    def mark(self) -> Path:
        """Of an unfinished one: holds the shares of the corpus that were read, e.g. "1/2"."""
        return self.folder / "unfinished"


@dataclass(frozen=True, slots=True)
class Generations:
    """The generations in one folder; `scheme` is the engine that the next one is built with."""

    scheme: str
    root: Path

    @property
    def lock(self) -> Path:
        return self.root / "lock"

    @property
    def pointer(self) -> Path:
        return self.root / "current"

    def address(self, generation: Generation) -> str:
        """Of the engine that the generation was built with; where that is not known, of the one that is set."""
        engine = Fingerprint.from_text(generation.fingerprint).engine
        return f"{engine if is_known_folder(engine) else self.scheme}:{generation.index}"

    def require_readable(self, generation: Generation) -> None:
        """Raises `IndexOutdated` where this release cannot read what another one has built."""
        rules = Fingerprint.from_text(generation.fingerprint)
        if rules.is_of_newer_release:
            said = N_("the index was built by a newer version of the program")
            remedy = N_("start that version of the program again, or build the index anew with: communique rebuild")
            raise IndexOutdated(said, remedy)
        if not rules.is_readable:
            raise IndexOutdated(N_("the index was built by another version of the program"), "communique rebuild")

    def history(self, generation: Generation) -> Path:
        """What outlives the generations, as it is while this one is in force: a switch changes both in one step."""
        return self.root / f"history-{generation.name}.sqlite"

    def last_history(self) -> Path | None:
        """That of the generation in force; where that cannot be told any more, the newest there is."""
        with suppress(IndexBroken):
            if (current := self.current()) and self.history(current).exists():
                return self.history(current)
        found = sorted(self.root.glob("history-g*.sqlite"))
        return found[-1] if found else None

    def damaged_history(self, history: Path) -> Path:
        """Where one is kept that had to be mended, for whoever may get more out of it."""
        return self.root / f"damaged-{history.name}"

    def current(self) -> Generation | None:
        """The generation in force; None where nothing was indexed yet. Raises `IndexBroken` where that cannot be told
        any more."""
        try:
            name = _named(self.pointer)
        except FileNotFoundError:
            if any(_is_settled(each) for each in self.all()):
                raise IndexBroken(N_("%(file)s is gone", file=str(self.pointer)), "communique rebuild") from None
            return None
        return Generation(name, self.root / name)

    def in_force(self) -> Generation:
        generation = self.current()
        if generation is None:
            said = N_("there is no index at %(place)s", place=f"{self.scheme}:{self.root}")
            raise IndexMissing(said, "communique update")
        return generation

    def require_whole(
        self, generation: Generation, reading: float = float("inf"), within: tuple[str, ...] = manifest.ALL
    ) -> None:
        """Raises `IndexBroken` where its files are not as they were committed; the content of the smallest ones is
        looked at, up to `reading` bytes."""
        manifest.require_whole(generation.folder, reading, within, kept=self._keeps_manifests)

    def differences(self, generation: Generation) -> Iterator[str]:
        """What is not as it was written, in words, when all of it is read: its files, and what names are given by."""
        if known := Manifest.of(generation.folder):
            yield from known.differences(generation.folder, float("inf"))
        elif self._keeps_manifests:
            yield f"{generation.folder / manifest.NAME} is gone"
        if self._keeps_manifests:
            try:
                _named(self.root / "last")
            except (FileNotFoundError, IndexBroken):
                yield f"{self.root / 'last'} is gone or damaged"

    @property
    def _keeps_manifests(self) -> bool:
        """Not of an index that a former release put in force."""
        return self.pointer.exists() and not _PLAIN.fullmatch(self.pointer.read_bytes())

    def begin(self, fingerprint: str) -> Generation:
        """A new, empty generation beside the others; nobody reads it before `switch`."""
        name = self._next_name()
        self._clear_unfinished()
        generation = Generation(name, self.root / name)
        generation.folder.mkdir(parents=True)
        (generation.folder / "fingerprint").write_text(fingerprint, encoding="utf-8")
        return generation

    def begin_first(self, fingerprint: str) -> Generation:
        """As `begin`, by one that saw none in force: readers see it before it is finished."""
        generation = self.begin(fingerprint)
        generation.mark.touch()
        return generation

    def finish(self, generation: Generation, share: int, of: int) -> None:
        """All of the corpus was read into it, or one share of so many. A finished one is left as it is."""
        if generation.unfinished:
            shares = {*generation.mark.read_text(encoding="utf-8").split(), f"{share}/{of}"}
            if all_read(shares, of):
                generation.mark.unlink()
            else:
                generation.mark.write_text("\n".join(sorted(shares)), encoding="utf-8")

    def switch(self, generation: Generation) -> None:
        if Manifest.of(generation.folder) is None:
            Manifest().save(generation.folder)
        sealed.write(self.pointer, generation.name)

    def all(self) -> list[Generation]:
        names = sorted(path.name for path in self.root.glob("g[0-9]*") if path.is_dir())
        return [Generation(name, self.root / name) for name in names]

    def former(self) -> Generation | None:
        """The complete generation before the one in force."""
        current = self.in_force()
        older = [each for each in self.all() if each.name < current.name]
        return older[-1] if older else None

    def sweep(self) -> None:
        """Removes what neither is in force nor could be rolled back to: older generations and builds that died."""
        current, former = self.current(), self.former() if self.current() else None
        for generation in self.all():
            if generation not in (current, former):
                self.drop(generation)
        self._sweep_histories()

    def drop_others(self) -> None:
        """Leaves the generation in force alone: there is nothing to go back to then."""
        current = self.in_force()
        for generation in self.all():
            if generation.name != current.name:
                self.drop(generation)
        self._sweep_histories()
        for damaged in self.root.glob(self.damaged_history(Path("*")).name):
            damaged.unlink()

    def drop(self, generation: Generation) -> None:
        shutil.rmtree(generation.folder, ignore_errors=True)

    def _sweep_histories(self) -> None:
        """The history goes on in that of the generation in force."""
        current = self.current()
        for file in self.root.glob("history-g*.sqlite*"):
            if current and not file.name.startswith(self.history(current).name):
                file.unlink(missing_ok=True)

    def _next_name(self) -> str:
        """Never given twice, not even where its generation is long gone: what a reader has kept must not be taken for
        another one of the same name."""
        last = self.root / "last"
        given = [each.name for each in self.all()]
        with suppress(FileNotFoundError, IndexBroken):
            given.append(_named(last))
        name = f"g{max(int(each[1:]) for each in given) + 1:06d}" if given else FIRST
        self.root.mkdir(parents=True, exist_ok=True)
        sealed.write(last, name)
        return name

    def _clear_unfinished(self) -> None:
        """Generations after the one in force are builds that died, or were rolled back from."""
        try:
            current = self.current()
        except IndexBroken:
            return
        for generation in self.all():
            if current is None or generation.name > current.name:
                self.drop(generation)


def _named(file: Path) -> str:
    """The generation that a file names. Raises `IndexBroken` where it is damaged."""
    if _PLAIN.fullmatch(file.read_bytes()):
        return file.read_text(encoding="ascii").strip()
    return sealed.read(file)


def _is_settled(generation: Generation) -> bool:
    try:
        known = Manifest.of(generation.folder)
    except IndexBroken:
        return True
    return known is not None and known.settled


def all_read(shares: set[str], of: int) -> bool:
    """Whether a corpus was read to its end, of which these shares were."""
    return shares >= {f"{number}/{of}" for number in range(1, of + 1)}
