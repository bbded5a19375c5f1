"""What an update has to do: the corpus as it is, beside the catalog as it was."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from indexer.errors import RemovalsHeld
from indexer.indexing.catalog import FileRow
from indexer.indexing.partition import Partition
from indexer.ingest.corpus import Entry

PUSHED = "pushed"  # the folder for articles that come over HTTP


@dataclass(frozen=True, slots=True)
class Plan:
    """`read`: new files and those whose size or time changed; whether their bytes did shows when they are read.

    `known` are the files of the catalog, `others` those of other indexers' shares; `folders` are the folders with a
    file in them at any depth, "" being the corpus itself; `held` says why an update would hold still.
    """

    read: tuple[Entry, ...]
    removed: tuple[str, ...]
    problems: tuple[Entry, ...]
    unchanged: int
    known: Mapping[str, FileRow] = field(default_factory=dict)
    others: tuple[Entry, ...] = ()
    folders: frozenset[str] = frozenset()
    held: RemovalsHeld | None = None

    @property
    def bytes(self) -> int:
        return sum(entry.size for entry in self.read)


def compare(found: Iterable[Entry], known: Mapping[str, FileRow], partition: Partition | None = None) -> Plan:
    share = partition or Partition()
    mine: list[Entry] = []
    others: list[Entry] = []
    parents: set[str] = set()
    for entry in found:
        (mine if share.has(entry.path) else others).append(entry)
        if not _is_refuse(entry, known.get(entry.path)):
            parents.add(entry.path.rpartition("/")[0])
    problems = tuple(entry for entry in mine if entry.problem)
    read = tuple(entry for entry in mine if not entry.problem and not _is_as_before(entry, known.get(entry.path)))
    gone = share.rows(known).keys() - {entry.path for entry in mine}
    out_of_sight = tuple(entry.path for entry in (*mine, *others) if entry.unseen)
    removed = tuple(sorted(path for path in gone if not is_below(path, out_of_sight)))
    unchanged = len(mine) - len(problems) - len(read)
    return Plan(read, removed, problems, unchanged, known, tuple(others), with_parents(parents))


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
