"""The lines of a file of articles, of which each says only when it is parsed what it is, and what that costs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from indexer.indexing.catalog import Catalog
from indexer.indexing.history import History
from indexer.indexing.process import bounded
from indexer.ingest.draft import Rejection
from indexer.ingest.formats.jsonl import read_line
from indexer.ingest.identity import article_id, draft_hash
from indexer.ingest.numbers import Numbers
from indexer.ingest.outcome import twice
from indexer.ingest.reasons import reason_of

_CHUNK, _CHARACTERS = 64, 1_000_000  # lines in a task, and what they hold: of a longer one no other is at the mercy
Lines = tuple[tuple[int, str], ...]  # with their numbers


@dataclass(frozen=True, slots=True)
class Sieve:
    """Some lines of a file, of which a worker says which articles they are: what a line costs to be read is unknown
    before, so that none is read in the process that writes the index."""

    path: str
    lines: Lines

    @property
    def size(self) -> int:
        return sum(len(text) for _, text in self.lines)

    def work(self) -> "tuple[Sifted | Rejection, ...]":
        """In a worker process."""
        with bounded(self.size):
            return tuple(_sifted(self.path, number, text) for number, text in self.lines)


@dataclass(frozen=True, slots=True)
class Sifted:
    """The article on a line: its id, the hash of its draft, and the beginning of its title."""

    number: int
    id: str
    draft: str
    title: str


def _sifted(path: str, number: int, text: str) -> Sifted | Rejection:
    try:
        found = read_line(text, path, number)
        if isinstance(found, Rejection):
            return found
        return Sifted(number, article_id(path, found), draft_hash(found), found.title[:80])
    except Exception as error:
        return Rejection(path, reason_of(error), f"line {number}")


Sift = Callable[[Iterator[Sieve]], "Iterator[tuple[Sieve, tuple[Sifted | Rejection, ...]]]"]


@dataclass(slots=True)
class Changed:
    """The articles of a file of many, told apart as they pass. A second one of an id that was handed on is
    handed on too: whether the first can be read shows later."""

    path: str
    catalog: Catalog
    history: History
    kept: Numbers = field(default_factory=Numbers)
    handed: Numbers = field(default_factory=Numbers)
    refused: list[Rejection] = field(default_factory=list)

    def lines(self, sieve: Sieve, found: Sequence[Sifted | Rejection]) -> list[tuple[int, str]]:
        texts = dict(sieve.lines)
        self.refused += [each for each in found if isinstance(each, Rejection)]
        with self.history.snapshot(), self.catalog.snapshot():
            handed = [each.number for each in found if isinstance(each, Sifted) and self._is_handed(each)]
        return [(number, texts[number]) for number in handed]

    def _is_handed(self, line: Sifted) -> bool:
        row = self.catalog.article(self.history.meant_by(line.id))
        if row is None or row.path != self.path:
            return True
        if row.n in self.kept:
            self.refused.append(twice(self.path, line.title, row.id))
        elif row.n not in self.handed and row.draft == line.draft:
            self.kept.add(row.n)
        else:
            self.handed.add(row.n)
            return True
        return False


def chunks(lines: Iterator[tuple[int, str]]) -> Iterator[Lines]:
    chunk: list[tuple[int, str]] = []
    size = 0
    for number, text in lines:
        if chunk and (len(chunk) == _CHUNK or size + len(text) > _CHARACTERS):
            yield tuple(chunk)
            chunk, size = [], 0
        chunk.append((number, text))
        size += len(text)
    if chunk:
        yield tuple(chunk)
