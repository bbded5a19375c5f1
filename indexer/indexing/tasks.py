"""What worker processes are handed, and what they do with it.

Apart from `workers`, because all that reads files comes in with this module: an update that finds nothing changed is
over before it would be loaded.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from indexer.article import Article, Provenance
from indexer.authority import Authority
from indexer.authority import load as load_authority
from indexer.errors import Rejected
from indexer.indexing.catalog import Catalog
from indexer.indexing.history import History
from indexer.indexing.lines import Changed, Lines, Sieve, Sift, chunks
from indexer.indexing.process import begin, bounded
from indexer.ingest import formats
from indexer.ingest.annotate import named
from indexer.ingest.corpus import unchanged
from indexer.ingest.draft import Rejection
from indexer.ingest.formats.jsonl import LineFile, line_file, read_line
from indexer.ingest.outcome import Reading, unread
from indexer.ingest.outline import Glance, Outline
from indexer.ingest.read import outline, provenance_of, read_drafts, read_file


@dataclass(frozen=True, slots=True)
class Task:
    """A whole file, or some of the numbered lines of a file of lines; or, with `done`, a reading that needs no work."""

    path: str
    size: int
    mtime_ns: int = -1
    sha256: str = ""
    lines: Lines = ()
    provenance: Provenance | None = None
    done: Reading | None = None

    def work(self) -> Reading:
        """In a worker process, which too much of it ends."""
        with bounded(self.size):
            if self.provenance is not None:
                found = (read_line(text, self.path, number) for number, text in self.lines)
                return replace(read_drafts(found, self.provenance, _known_names), worked=self.size)
            return read_file(_root, self.path, self.sha256, _known_names)


def look(glance: Glance) -> Outline:
    """In a worker process, as `Task.work`."""
    with bounded(glance.size):
        return outline(_root, glance)


def is_lines(path: str) -> bool:
    """Whether a file holds an article a line: its lines are shared out among the workers."""
    return path.lower().endswith((".jsonl", ".ndjson"))


def line_tasks(root: Path, path: str, catalog: Catalog, history: History, sift: Sift) -> Iterator[Task]:
    """`sift` has sieves worked on, and gives each with what it found. No more of the file than a few pieces is in
    memory at once, however long it is."""
    whole = Reading(path)
    try:
        with unchanged(root, path) as (opened, entry):
            lines = line_file(path, opened)
            whole = Reading(path, lines.file.sha256, entry.size, entry.mtime_ns)
            if whole.sha256 == catalog.sha256_of(path):
                whole = replace(whole, same=True, worked=entry.size)
            else:
                yield from _changed_tasks(lines, opened, Changed(path, catalog, history), sift)
                whole = replace(whole, format=provenance_of(lines.file).format)
    except Rejected as reason:
        whole = unread(path, str(reason))
    yield Task(path, 0, done=whole)


def _changed_tasks(file: LineFile, opened: BinaryIO, changed: Changed, sift: Sift) -> Iterator[Task]:
    path, provenance = changed.path, provenance_of(file.file)
    try:
        formats.format_of(file.file)
        for chunk in chunks(_changed_lines(changed, file.lines(opened), sift)):
            yield Task(path, sum(len(text) for _, text in chunk), lines=chunk, provenance=provenance)
    except Rejected as reason:
        changed.refused.append(Rejection(path, str(reason)))
    kept = Reading(path, rejections=tuple(changed.refused), kept=changed.kept, last=False)
    yield Task(path, 0, done=kept)


def _changed_lines(changed: Changed, lines: Iterator[tuple[int, str]], sift: Sift) -> Iterator[tuple[int, str]]:
    """Where nothing is known of the file, all of them, unparsed."""
    if not changed.catalog.count_in(changed.path):
        return lines
    found = sift(Sieve(changed.path, chunk) for chunk in chunks(lines))
    return (line for sieve, articles in found for line in changed.lines(sieve, articles))


_root: Path
_known_names: Authority


def start_worker(root: Path, authority: Path | None) -> None:
    global _root, _known_names
    _root, _known_names = root, load_authority(authority)
    begin()


def rename(articles: list[Article]) -> list[Article]:
    return [named(article, _known_names) for article in articles]
