"""How an index grows while it is written: marks that the progress of one update leaves."""

import sqlite3
from bisect import bisect_right
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

_connect = sqlite3.connect  # not the one that a test counts by


@dataclass(frozen=True, slots=True)
class Mark:
    """How things stood when `articles` were read: what was spent so far, how much of that by those who read them, and
    the bytes of each kind on the disk."""

    articles: int
    spent: float
    reading: float
    catalog: int
    history: int
    index: int


@dataclass(slots=True)
class Watch:
    """The progress of an update in this process: a mark for each `slice` of articles. `ends` are the characters up to
    the end of each line of the corpus, `spent` tells what a mark is to say was spent, and by those who read."""

    folder: Path
    ends: Sequence[int]
    slice: int
    spent: Callable[[], tuple[float, float]]
    told: Callable[[Mark], None]
    read: int = 0
    marked: int = -1

    def begin(self, files: int, size: int) -> None: ...

    def advance(self, path: str, size: int) -> None:  # noqa: ARG002 - as `Progress` has it
        """What came before is committed by now, where it was enough. The first mark is made when all processes have
        begun, so that no slice is charged with their start."""
        done = bisect_right(self.ends, self.read)
        if done // self.slice > self.marked:
            self.mark(done)
        self.read += size

    def mark(self, done: int) -> None:
        self.marked = done // self.slice
        self.told(Mark(done, *self.spent(), *_sizes(self.folder)))


def slices(marks: Sequence[Mark]) -> list[float]:
    """What was spent for an article of each slice; what is left behind the last whole one counts for nothing."""
    return [(b.spent - a.spent) / (b.articles - a.articles) for a, b in _whole(marks)]


def steady_slices(marks: Sequence[Mark]) -> list[float]:
    """The same as a multiple of what was spent on reading: that work is alike for all articles, so that a machine that
    becomes slower in the midst of a run does not pass for growth."""
    return [(b.spent - a.spent) / (b.reading - a.reading) for a, b in _whole(marks)]


def _whole(marks: Sequence[Mark]) -> list[tuple[Mark, Mark]]:
    pairs = [(a, b) for a, b in pairwise(marks) if b.articles > a.articles]
    first = pairs[0][1].articles - pairs[0][0].articles if pairs else 0
    return [(a, b) for a, b in pairs if b.articles - a.articles > 0.95 * first]


def _sizes(folder: Path) -> tuple[int, int, int]:
    """Bytes of catalog, history and index; of databases the pages, those that are still in the log with them."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    kinds = [sum(map(_pages, (each for each in files if _is(each, name)))) for name in ("catalog", "history")]
    return kinds[0], kinds[1], sum(_size(each) for each in files if ".sqlite" not in each.name)


def _is(path: Path, name: str) -> bool:
    return path.name.startswith(name) and path.suffix == ".sqlite"


def _pages(path: Path) -> int:
    with closing(_connect(path)) as database:
        count, size = (database.execute(f"PRAGMA page_{each}").fetchone()[0] for each in ("count", "size"))
        return int(count * size)


def _size(path: Path) -> int:
    with suppress(OSError):  # merged away in the meantime
        return path.stat().st_size
    return 0
