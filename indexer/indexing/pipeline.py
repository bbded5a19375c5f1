"""The corpus flows into one generation: what is gone leaves it, what is new or changed enters it, in batches."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Protocol

from indexer.engines.engine import Engine
from indexer.errors import StorageTrouble
from indexer.indexing.batch import Batch
from indexer.indexing.catalog import ArticleRow, Catalog, FileRow
from indexer.indexing.changes import is_below
from indexer.indexing.near_duplicates import NearDuplicates
from indexer.indexing.partition import Partition
from indexer.indexing.removals import planned
from indexer.indexing.workers import Workers
from indexer.ingest.corpus import Entry, walk
from indexer.ingest.draft import Rejection
from indexer.ingest.outcome import Ingested, Reading, twice
from indexer.settings import Settings


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


@dataclass(frozen=True, slots=True)
class Target:
    """Where an update writes: the catalog and the engine of one generation. `former` is the catalog of the generation
    that a rebuild replaces: what has not changed since keeps its time. `begin` is called before anything is written,
    and not at all where nothing is."""

    catalog: Catalog
    engine: Engine
    former: Catalog | None = None
    begin: Callable[[], object] = lambda: None


class Pipeline:
    """One update of one generation."""

    def __init__(self, target: Target, settings: Settings, workers: Workers, progress: Progress) -> None:
        self._catalog, self._engine, self._former = target.catalog, target.engine, target.former
        self._begin = target.begin
        self._settings, self._workers, self._progress = settings, workers, progress
        self._now = _moment()
        self._partition = Partition.parse(settings.part)
        self._batch = Batch()
        self._counts: Counter[str] = Counter()
        self._reading = ""
        self._seen: set[str] = set()
        self._freed: set[str] = set()
        self._unseen: list[str] = []

    def run(self) -> Summary:
        """Raises `RemovalsHeld` before it changes anything."""
        started = time.monotonic()
        self._recover()
        plan = planned(self._settings, self._catalog, self._workers)
        if plan.held:
            raise plan.held
        if plan.read or plan.removed or plan.problems or self._has_stray_rejections():
            self._begin()
            self._catalog.clear_stray_rejections()
        for path in plan.removed:
            self._remove(path)
        for problem in plan.problems:
            self._refuse(problem)
        self._progress.begin(len(plan.read), plan.bytes)
        self._read(plan.read)
        self._read_freed()
        self._require_nothing_lost()
        return self._summary(time.monotonic() - started)

    def _walk(self) -> Iterator[Entry]:
        return self._partition.entries(walk(self._settings.corpus, self._settings.max_file_mb))

    def _recover(self) -> None:
        """Undoes what a crash left in the index without the catalog knowing; its files are read again."""
        pending = self._catalog.pending()
        if not pending:
            return
        self._begin()
        unknown = [each for each in pending if self._catalog.article(each) is None]
        if unknown:
            with self._engine.writer() as writer:
                for article_id in unknown:
                    writer.delete(article_id)
        with self._catalog.transaction():
            for article_id, path in pending.items():
                self._catalog.forget(article_id, path)
            self._catalog.finish_commit()

    def _has_stray_rejections(self) -> bool:
        return any(not self._catalog.sha256_of(each.path) for each in self._catalog.rejections())

    def _remove(self, path: str) -> None:
        self._drop(self._catalog.drafts_of(path), path)
        self._batch.gone.append(path)

    def _refuse(self, problem: Entry) -> None:
        if problem.unseen:
            self._unseen.append(problem.path)
            self._batch.cleared.append(problem.path)
            self._batch.touched.append(FileRow(problem.path, 0, -1, ""))
        else:
            self._remove(problem.path)
        self._batch.rejections.append(Rejection(problem.path, problem.problem))

    def _drop(self, article_ids: Iterable[str], path: str) -> None:
        dropped = set(article_ids)
        self._batch.remove(dropped, path)
        self._freed |= dropped
        self._counts["removed"] += len(dropped)

    def _read(self, entries: Sequence[Entry]) -> None:
        for reading in self._workers.readings(entries, self._catalog):
            self._take(reading)
            self._progress.advance(reading.path, reading.worked)
            if self._batch.is_full(self._settings.batch):
                self._commit()
        self._commit()

    def _read_freed(self) -> None:
        """Files that held an article which another file had first get it, now that the other has let it go."""
        while self._freed:
            waiting = self._catalog.waiting_for(self._freed)
            self._freed = set()
            if waiting:
                entries = self._walk()
                with self._catalog.transaction():
                    for path in waiting:
                        self._catalog.invalidate(path)
                self._read([entry for entry in entries if entry.path in waiting])

    def _require_nothing_lost(self) -> None:
        """A generation built anew has nothing of what cannot be read today: the one in force has it still."""
        if self._unseen and self._former is not None:
            before = self._former.files().keys() - self._catalog.files().keys()
            lost = [each for each in before if each in self._unseen or is_below(each, self._unseen)]
            if any(map(self._former.drafts_of, lost)):
                said = f"{', '.join(sorted(self._unseen)[:3])} cannot be read, and its articles would be lost"
                raise StorageTrouble(said, "mend that, then try again; the index is as it was")

    def _take(self, reading: Reading) -> None:
        if reading.path != self._reading and (reading.rejections or not reading.same):
            self._batch.cleared.append(reading.path)
        self._reading = reading.path
        self._seen |= reading.kept
        for each in reading.articles:
            self._place(each, reading.path)
        self._batch.rejections.extend(reading.rejections)
        if reading.last:
            self._finish(reading)

    def _finish(self, reading: Reading) -> None:
        if reading.same:
            self._unseen += [each.path for each in reading.rejections]
            self._batch.touched.append(_row(reading))
        else:
            self._drop(self._catalog.drafts_of(reading.path).keys() - self._seen, reading.path)
            self._batch.files.append(_row(reading))
        self._seen = set()
        self._reading = ""

    def _place(self, ingested: Ingested, path: str) -> None:
        article_id = ingested.article.id
        known = self._catalog.article(article_id)
        owner = self._batch.owner(article_id, known)
        if owner is not None and (owner != path or article_id in self._seen):
            title = ingested.article.title
            held = Rejection(path, f"the same article as in {owner}", title[:80], article_id)
            self._batch.rejections.append(held if owner != path else twice(path, title, article_id))
            return
        self._counts["changed" if known else "added"] += 1
        self._seen.add(article_id)
        since = self._since(ingested, known)
        self._batch.write(replace(ingested, article=replace(ingested.article, updated=since)))

    def _since(self, ingested: Ingested, known: ArticleRow | None) -> str:
        before = known or (self._former.article(ingested.article.id) if self._former else None)
        return before.updated if before is not None and before.draft == ingested.draft else self._now

    def _commit(self) -> None:
        self._batch.commit(self._catalog, self._engine)
        self._batch = Batch()
        # Who looks between two commits must find what the next one brings newer than what is there.
        self._now = _moment()

    def _summary(self, seconds: float) -> Summary:
        counts = self._counts
        unchanged = self._catalog.article_count() - counts["added"] - counts["changed"]
        rejected = len(self._catalog.rejections())
        repeats = NearDuplicates(self._catalog).count()
        return Summary(counts["added"], counts["changed"], counts["removed"], unchanged, rejected, seconds, repeats)


def _moment() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _row(reading: Reading) -> FileRow:
    return FileRow(reading.path, reading.size, reading.mtime_ns, reading.sha256, reading.format)
