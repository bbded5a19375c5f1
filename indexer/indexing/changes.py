"""What an update has to do: the corpus as it is, beside the catalog as it was."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from indexer.indexing.catalog import FileRow
from indexer.ingest.corpus import Entry


@dataclass(frozen=True, slots=True)
class Plan:
    """`read`: new files and those whose size or time changed; whether their bytes did shows when they are read."""

    read: tuple[Entry, ...]
    removed: tuple[str, ...]
    problems: tuple[Entry, ...]
    unchanged: int

    @property
    def bytes(self) -> int:
        return sum(entry.size for entry in self.read)


def compare(entries: Iterable[Entry], known: Mapping[str, FileRow]) -> Plan:
    read: list[Entry] = []
    problems: list[Entry] = []
    unseen = set(known)
    unchanged = 0
    for entry in entries:
        unseen.discard(entry.path)
        if entry.problem:
            problems.append(entry)
        elif (row := known.get(entry.path)) and (row.size, row.mtime_ns) == (entry.size, entry.mtime_ns):
            unchanged += 1
        else:
            read.append(entry)
    out_of_sight = tuple(entry.path for entry in problems if entry.unseen)
    removed = sorted(path for path in unseen if not is_below(path, out_of_sight))
    return Plan(tuple(read), tuple(removed), tuple(problems), unchanged)


def is_below(path: str, folders: Iterable[str]) -> bool:
    return any(path.startswith(f"{folder}/") for folder in folders)
