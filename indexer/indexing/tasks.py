"""What worker processes are handed, and what they do with it.

All that reads files is loaded in the midst of what the workers do, and into the process that they are forked from: it
takes longer than an update of one article takes otherwise, and whoever hands out tasks needs none of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from indexer.article import Article, Provenance
from indexer.errors import Rejected
from indexer.fingerprint import EXTRACTOR
from indexer.indexing.catalog import Catalog
from indexer.indexing.history import History
from indexer.indexing.lines import Changed, Lines, Sieve, Sift, chunks
from indexer.indexing.process import begin, bounded
from indexer.ingest.corpus import unchanged
from indexer.ingest.draft import Rejection, origin_of
from indexer.ingest.formats.jsonl import LineFile, line_file, read_line
from indexer.ingest.outcome import Reading, Sources, unread
from indexer.ingest.outline import Glance, Outline

if TYPE_CHECKING:
    from indexer.authority import Authority


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
        from indexer.ingest.read import read_drafts, read_file  # noqa: PLC0415 - the module's docstring says why

        with bounded(self.size):
            if self.provenance is not None:
                found = (read_line(text, self.path, number) for number, text in self.lines)
                return replace(read_drafts(found, self.provenance, _known_names), worked=self.size)
            return read_file(_root, self.path, self.sha256, _known_names)


def look(glance: Glance) -> Outline:
    """In a worker process, as `Task.work`."""
    from indexer.ingest.read import outline  # noqa: PLC0415 - the module's docstring says why

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
                whole = replace(whole, format=lines.format)
    except Rejected as reason:
        whole = unread(path, str(reason))
    yield Task(path, 0, done=whole)


def _changed_tasks(file: LineFile, opened: BinaryIO, changed: Changed, sift: Sift) -> Iterator[Task]:
    path, provenance = changed.path, Provenance(changed.path, file.file.sha256, str(EXTRACTOR), file.format)
    try:
        file.file.require_content()
        lines = file.lines(opened)  # where nothing is known of the file, all of them, unparsed
        if changed.catalog.count_in(path):
            sources = Sources(origin_of(text) for _, text in lines)
            yield Task(path, 0, done=Reading(path, kept=changed.kept, sources=sources, last=False))
            lines = _changed_lines(changed, file.lines(opened), sift)
        for chunk in chunks(lines):
            yield Task(path, sum(len(text) for _, text in chunk), lines=chunk, provenance=provenance)
    except Rejected as reason:
        changed.refused.append(Rejection(path, str(reason)))
    yield Task(path, 0, done=Reading(path, rejections=tuple(changed.refused), last=False))


def _changed_lines(changed: Changed, lines: Iterator[tuple[int, str]], sift: Sift) -> Iterator[tuple[int, str]]:
    found = sift(Sieve(changed.path, chunk) for chunk in chunks(lines))
    return (line for sieve, articles in found for line in changed.lines(sieve, articles))


_root: Path
_known_names: "Authority"


def start_worker(root: Path, authority: Path | None) -> None:
    from indexer.authority import load  # noqa: PLC0415 - the module's docstring says why

    global _root, _known_names
    _root, _known_names = root, load(authority)
    begin()


def rename(articles: list[Article]) -> list[Article]:
    """In a worker process."""
    from indexer.ingest.annotate import named  # noqa: PLC0415 - the module's docstring says why

    return [named(article, _known_names) for article in articles]
