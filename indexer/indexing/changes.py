"""What an update has to do: the corpus as it is, beside the catalog as it was."""

from collections.abc import Iterable
from dataclasses import dataclass

from indexer.errors import RemovalsHeld
from indexer.indexing.catalog import Catalog, FileRow
from indexer.indexing.partition import Partition
from indexer.ingest.corpus import Entry
from indexer.ingest.numbers import Numbers

PUSHED = "pushed"  # the folder for articles that come over HTTP


@dataclass(frozen=True, slots=True)
class Plan:
    """`read`: new files and those whose size or time changed; whether their bytes did shows when they are read.

    `others` are files of other indexers' shares; `folders` are the folders with a file in them at any depth, "" being
    the corpus itself; `held` says why an update would hold still.
    """

    read: tuple[Entry, ...]
    removed: tuple[str, ...]
    problems: tuple[Entry, ...]
    unchanged: int
    others: tuple[Entry, ...] = ()
    folders: frozenset[str] = frozenset()
    held: RemovalsHeld | None = None

    @property
    def bytes(self) -> int:
        return sum(entry.size for entry in self.read)


def compare(found: Iterable[Entry], catalog: Catalog, partition: Partition | None = None) -> Plan:
    share = partition or Partition()
    read: list[Entry] = []
    problems: list[Entry] = []
    others: list[Entry] = []
    parents: set[str] = set()
    met, unchanged = Numbers(), 0
    for entry in found:
        row = catalog.file(entry.path)
        if not _is_refuse(entry, row):
            parents.add(entry.path.rpartition("/")[0])
        if row is not None:
            met.add(row.n)
        if not share.has(entry.path):
            others.append(entry)
        elif entry.problem:
            problems.append(entry)
        elif _is_as_before(entry, row):
            unchanged += 1
        else:
            read.append(entry)
    out_of_sight = tuple(entry.path for entry in (*problems, *others) if entry.unseen)
    gone = (row.path for row in catalog.files() if row.n not in met and share.has(row.path))
    removed = tuple(path for path in gone if not is_below(path, out_of_sight))
    return Plan(tuple(read), removed, tuple(problems), unchanged, tuple(others), with_parents(parents))


def is_below(path: str, folders: Iterable[str]) -> bool:
    return any(path.startswith(f"{folder}/") for folder in folders)


def with_parents(folders: Iterable[str]) -> frozenset[str]:
    """The folders and all those around them. What is pushed makes its folder by itself, and proves nothing of the one
    around it."""
    found = {*folders}
    for folder in folders:
        parent = folder
        while parent and parent != PUSHED:
            parent = parent.rpartition("/")[0]
            found.add(parent)
    return frozenset(found)


def _is_as_before(entry: Entry, row: FileRow | None) -> bool:
    return row is not None and (row.size, row.mtime_ns) == (entry.size, entry.mtime_ns)


def _is_refuse(entry: Entry, row: FileRow | None) -> bool:
    """A file that was rejected and lies there still; a folder with nothing else in it is as good as empty."""
    return row is not None and not row.format and row.size == entry.size
