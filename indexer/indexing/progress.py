"""How far an update is, and what it did."""

from dataclasses import dataclass
from typing import Protocol


class Progress(Protocol):
    """Told how far an update is; bytes are those of the corpus."""

    def begin(self, files: int, size: int) -> None: ...

    def advance(self, path: str, size: int) -> None: ...


@dataclass(frozen=True, slots=True)
class Summary:
    """What an update did, in articles; `rejected` counts files and articles that were not taken, `duplicates`
    articles that repeat another one, both old and new.
    `reason` says which rules changed where the index was therefore built anew."""

    added: int
    changed: int
    removed: int
    unchanged: int
    rejected: int
    seconds: float
    duplicates: int = 0
    reason: str = ""

    @property
    def did_something(self) -> bool:
        return bool(self.added or self.changed or self.removed or self.reason)

    @property
    def total(self) -> int:
        return self.added + self.changed + self.unchanged
