"""One indexer's share of a corpus, where several fill one index together: files go by a hash of their path."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from indexer.errors import SettingsError
from indexer.ingest.corpus import Entry


@dataclass(frozen=True, slots=True)
class Partition:
    """The `number`th of `of` shares, counted from 1."""

    number: int = 1
    of: int = 1

    @classmethod
    def parse(cls, typed: str) -> "Partition":
        """From "3/8". Raises `SettingsError` for anything else."""
        number, _, of = typed.strip().partition("/")
        if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of)):
            raise SettingsError(f"{typed!r} is no share of a corpus", "write it like --part 3/8")
        return cls(int(number), int(of))

    def has(self, path: str) -> bool:
        """The same on every machine, whatever else is in the corpus."""
        if self.of == 1:
            return True
        hashed = int.from_bytes(hashlib.sha256(path.encode("utf-8", "surrogatepass")).digest()[:8])
        return hashed % self.of == self.number - 1

    def entries(self, found: Iterable[Entry]) -> Iterator[Entry]:
        """And what is out of sight, which may hold files of any share."""
        return (entry for entry in found if entry.unseen or self.has(entry.path))
