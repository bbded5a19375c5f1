"""What worker processes are handed, and what they do with it.

Apart from `workers`, because all that reads files comes in with this module: an update that finds nothing changed is
over before it would be loaded.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from indexer.article import Article, Provenance
from indexer.authority import Authority
from indexer.authority import load as load_authority
from indexer.errors import Rejected
from indexer.indexing.catalog import Catalog
from indexer.indexing.process import begin, bounded
from indexer.ingest.annotate import named
from indexer.ingest.corpus import load
from indexer.ingest.draft import Draft, Rejection
from indexer.ingest.identity import article_id, draft_hash
from indexer.ingest.outcome import Reading, twice, unread
from indexer.ingest.read import drafts, provenance_of, read_drafts, read_file

_CHUNK = 64  # drafts in a task


@dataclass(frozen=True, slots=True)
class Task:
    """A whole file, or some of the drafts in a file of lines; or, with `done`, a reading that needs no work."""

    path: str
    size: int
    mtime_ns: int = -1
    sha256: str = ""
    drafts: tuple[Draft, ...] = ()
    provenance: Provenance | None = None
    done: Reading | None = None

    def work(self) -> Reading:
        """In a worker process, which too much of it ends."""
        with bounded(self.size):
            if self.provenance is not None:
                return replace(read_drafts(self.drafts, self.provenance, _known_names), worked=self.size)
            return read_file(_root, self.path, self.sha256, _known_names)


def is_lines(path: str) -> bool:
    """Whether a file holds an article a line: its lines are shared out among the workers."""
    return path.lower().endswith((".jsonl", ".ndjson"))


def line_tasks(root: Path, path: str, known: Catalog) -> Iterator[Task]:
    try:
        raw, entry = load(root, path)
    except Rejected as reason:
        yield Task(path, 0, done=unread(path, str(reason)))
        return
    whole = Reading(path, raw.sha256, entry.size, entry.mtime_ns)
    if raw.sha256 == known.sha256_of(path):
        yield Task(path, 0, done=replace(whole, same=True, worked=entry.size))
        return
    lines = _Lines(path, known.drafts_of(path))
    provenance = provenance_of(raw)
    for chunk in _chunks(lines.changed(drafts(raw))):
        yield Task(path, sum(len(each.text) for each in chunk), drafts=chunk, provenance=provenance)
    last = replace(whole, rejections=tuple(lines.refused), kept=frozenset(lines.kept), format=provenance.format)
    yield Task(path, 0, done=last)


@dataclass(slots=True)
class _Lines:
    """The drafts of a file of many articles, told apart as they pass. A second one of an id that was handed on is
    handed on too: whether the first can be read shows later."""

    path: str
    known: dict[str, str]
    kept: set[str] = field(default_factory=set)
    handed: set[str] = field(default_factory=set)
    refused: list[Rejection] = field(default_factory=list)

    def changed(self, found: Iterable[Draft | Rejection]) -> Iterator[Draft]:
        for each in found:
            if isinstance(each, Rejection):
                self.refused.append(each)
                continue
            identity = article_id(self.path, each)
            if identity in self.kept:
                self.refused.append(twice(self.path, each.title, identity))
            elif identity not in self.handed and self.known.get(identity) == draft_hash(each):
                self.kept.add(identity)
            else:
                self.handed.add(identity)
                yield each


def _chunks(found: Iterator[Draft]) -> Iterator[tuple[Draft, ...]]:
    while chunk := tuple(islice(found, _CHUNK)):
        yield chunk


_root: Path
_known_names: Authority


def start_worker(root: Path, authority: Path | None) -> None:
    global _root, _known_names
    _root, _known_names = root, load_authority(authority)
    begin()


def rename(articles: list[Article]) -> list[Article]:
    return [named(article, _known_names) for article in articles]
