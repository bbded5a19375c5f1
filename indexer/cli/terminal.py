"""What the command prints: a progress bar on a terminal, tables, plain lines in a pipe."""

import sys
from collections.abc import Iterable, Mapping
from typing import Self

from rich import progress
from rich.console import Console
from rich.table import Table
from rich.text import Text

from indexer.errors import CommuniqueError
from indexer.fingerprint import SCHEMA, Fingerprint
from indexer.indexing.inspection import Inspection
from indexer.indexing.progress import Summary
from indexer.ingest.draft import Rejection
from indexer.search.page import SearchPage, Snippet

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


class Bar:
    """A progress bar on a terminal; nothing at all elsewhere."""

    def __init__(self) -> None:
        columns = (
            progress.TextColumn("reading {task.fields[files]} files"),
            progress.BarColumn(),
            progress.DownloadColumn(),
            progress.TransferSpeedColumn(),
            progress.TimeRemainingColumn(),
        )
        self._progress = progress.Progress(*columns, console=err, disable=not sys.stderr.isatty(), transient=True)
        self._task: progress.TaskID | None = None

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def begin(self, files: int, size: int) -> None:
        self._task = self._progress.add_task("", total=size, files=files)

    def advance(self, path: str, size: int) -> None:  # noqa: ARG002 - the bar shows bytes, another progress may show paths
        if self._task is not None:
            self._progress.advance(self._task, size)


def show_summary(summary: Summary) -> None:
    if summary.reason:
        out.print(f"built anew, because these changed: {summary.reason}")
    repeats = f", {summary.duplicates} of them repeat another" if summary.duplicates else ""
    rejected = f", {summary.rejected} rejected (see: communique status)" if summary.rejected else ""
    out.print(
        f"{summary.total} articles: {summary.added} added, {summary.changed} changed, {summary.removed} removed, "
        f"{summary.unchanged} unchanged{rejected}{repeats}; {summary.seconds:.1f} s"
    )


def show_inspection(found: Inspection) -> None:
    out.print(f"generation {found.generation}: {found.files} files, {found.articles:,} articles")
    if not found.settled:
        out.print(
            "the last update did not come to its end, or its index is older than checksums: run communique update"
        )
    if found.corpus is not None:
        plan = found.corpus
        out.print(f"corpus: {plan.unchanged} files as indexed, {len(plan.read)} to read, {len(plan.removed)} gone")
    for each in found.problems:
        out.print(f"  {each}", markup=False)
    out.print("damaged" if found.problems else "whole")


def show_error(error: CommuniqueError) -> None:
    err.print(f"communique: {error}", markup=False)
    if error.remedy:
        err.print(f"  to mend it: {error.remedy}", markup=False)


def show_results(page: SearchPage) -> None:
    some = f", {page.total_some} with some of the words" if page.total_some else ""
    whole = f"{page.total} articles" if page.counted == "all" else "no article with all of the words"
    out.print(f"{whole}{some}: {page.understood}", markup=False)
    for note in page.notes:
        out.print(f"note: {note.message}", markup=False)
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 1, 0))
    for result in page.results:
        found = Text(result.article.title, style="bold")
        for passage in result.passages:
            found.append("\n").append_text(_marked(passage))
        table.add_row(result.article.date.value or "undated", found)
        without = f", without: {', '.join(result.missing)}" if result.missing else ""
        table.add_row("", Text(f"{result.article.id}{without}", style="dim"))
    out.print(table)


def _marked(passage: Snippet) -> Text:
    text = Text(passage.text)
    for start, end in passage.marks:
        text.stylize("bold yellow", start, end)
    return text


def show_counts(heading: str, counts: Mapping[str, int]) -> None:
    table = Table(heading, "count", box=None, pad_edge=False)
    for value, count in counts.items():
        table.add_row(Text(value or "(none)"), f"{count:,}")
    out.print(table)
    out.print()


def show_rules(built_by: Fingerprint, changed: Iterable[str]) -> None:
    """What an index was built by, as far as that is another thing today."""
    if built_by.is_of_earlier_release:
        forms = f"stored form {built_by.schema}, this one writes {SCHEMA}"
        out.print(f"built by an earlier release ({forms}): it answers until the next update has built the new one")
    for each in changed:
        out.print(f"changed since the index was built: {each}; the next update mends it")


def show_troubles(doubts: list[tuple[str, str]], rejections: list[Rejection]) -> None:
    """`doubts`: the path of a file and why what was read may not be all of it."""
    out.print(f"{len(doubts)} doubtful")
    for path, reason in doubts:
        out.print(f"  {path}: {reason}", markup=False)
    out.print(f"{len(rejections)} rejected")
    for each in rejections:
        place = f" [{each.place}]" if each.place else ""
        out.print(f"  {each.path}{place}: {each.reason}", markup=False)
