"""The corpus flows into one generation: what is gone leaves it, what is new or changed enters it, in batches."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from indexer.article import Article
from indexer.engines.engine import Engine
from indexer.errors import StorageTrouble
from indexer.indexing.batch import Batch, fitting
from indexer.indexing.catalog import ArticleRow, Catalog, FileRow
from indexer.indexing.changes import is_below
from indexer.indexing.history import History
from indexer.indexing.identities import Identities, moved_files
from indexer.indexing.near_duplicates import NearDuplicates
from indexer.indexing.partition import Partition
from indexer.indexing.progress import Progress, Summary
from indexer.indexing.removals import planned
from indexer.indexing.versions import Recorder, State, recover
from indexer.indexing.workers import Workers
from indexer.ingest.corpus import Entry, walk
from indexer.ingest.draft import Rejection
from indexer.ingest.numbers import Numbers
from indexer.ingest.outcome import Ingested, Reading, Sources, twice
from indexer.settings import Settings


@dataclass(frozen=True, slots=True)
class Target:
    """Where an update writes: the catalog and the engine of one generation, and the history of the archive. `former`
    and `shown` are the catalog and the engine of the generation in force, which may be the same; what has not changed
    since keeps its time. `moved`: where files that lie somewhere else now lay before (`moved_files`). `begin` is called
    before anything is written, and not at all where nothing is."""

    catalog: Catalog
    engine: Engine
    history: History
    former: Catalog | None
    shown: Engine
    moved: Mapping[str, str] | None = None
    begin: Callable[[], object] = lambda: None


class Pipeline:
    """One update of one generation."""

    def __init__(self, target: Target, settings: Settings, workers: Workers, progress: Progress) -> None:
        self._target, self._catalog, self._engine = target, target.catalog, target.engine
        self._settings, self._workers, self._progress = settings, workers, progress
        self._now = _moment()
        self._partition = Partition.parse(settings.part)
        self._recorder = Recorder(target.history, target.shown)
        self._batch, self._most = Batch(), fitting(settings.batch, target.catalog.article_count())
        self._counts: Counter[str] = Counter()
        self._reading = ""
        self._sources: Sources | None = None
        self._placed: set[str] = set()
        self._seen, self._kept = Numbers(), Numbers()
        self._freed: set[str] = set()
        self._unseen: list[str] = []
        # Files whose articles lie somewhere else now, and what they have no more: it goes when that was read too.
        self._late: list[tuple[FileRow, list[str]]] = []

    def run(self) -> Summary:
        """Raises `RemovalsHeld` before it changes anything."""
        started = time.monotonic()
        self._recover()
        plan = planned(self._settings, self._catalog, self._target.history, self._workers)
        if plan.held:
            raise plan.held
        moved = self._target.moved
        moved = moved_files(plan, self._catalog, self._settings.corpus) if moved is None else moved
        self._leaving = {*plan.removed, *moved.values()}
        before = self._target.former or self._catalog
        left = frozenset(moved.values())
        gone = frozenset(plan.removed) - left
        alike = self._alike if before is self._catalog else None
        known = self._target.history, before, self._shown_article
        self._identities = Identities(*known, moved, left, self._freed, gone, alike, self._claimed, self._is_taken)
        if plan.read or plan.removed or plan.problems or self._catalog.has_stray_rejections():
            self._target.begin()
            self._catalog.clear_stray_rejections()
        for problem in plan.problems:
            self._refuse(problem)
        self._progress.begin(len(plan.read), plan.bytes)
        self._read(plan.read)
        for row, going in self._late:
            self._drop(self._still_in(row.path, going), row.path)
            self._batch.files.append(row)
        for path in plan.removed:
            self._remove(path)
        self._commit()
        self._read_freed()
        self._require_nothing_lost()
        return self._summary(time.monotonic() - started)

    def _walk(self) -> Iterator[Entry]:
        return self._partition.entries(walk(self._settings.corpus, self._settings.max_file_mb))

    def _shown_article(self, article_id: str) -> Article | None:
        with closing(self._target.shown.reader()) as reader:
            return reader.article(article_id)

    def _alike(self, ingested: Ingested) -> list[str]:
        return NearDuplicates(self._catalog).like(ingested)

    def _recover(self) -> None:
        """Undoes what a crash left in the index without the catalog knowing; its files are read again."""
        pending = self._catalog.pending()
        if not pending:
            return
        self._target.begin()
        with closing(self._engine.reader()) as reader:
            recover(self._target.history, pending, reader)
        with self._catalog.transaction():
            for each in pending:
                self._catalog.forget(each.id, each.path)
        for each in pending:
            if self._catalog.article(each.id) is None:
                self._batch.remove([each.id], each.path)
        self._commit()
        with self._catalog.transaction():
            self._catalog.finish_commit()

    def _remove(self, path: str) -> None:
        self._drop((row.id for row in self._catalog.articles(path)), path)
        self._batch.gone.append(path)
        self._commit_if_full()

    def _refuse(self, problem: Entry) -> None:
        if problem.unseen:
            self._unseen.append(problem.path)
            self._batch.cleared.append(problem.path)
            self._batch.touched.append(FileRow(problem.path, 0, -1, ""))
        else:
            self._remove(problem.path)
        self._batch.rejections.append(Rejection(problem.path, problem.problem))

    def _drop(self, article_ids: Iterable[str], path: str) -> None:
        """Not those that another file has got meanwhile."""
        dropped = {each for each in article_ids if each not in self._batch.put or self._owned(each) == path}
        self._batch.remove(dropped, path)
        self._freed |= dropped
        self._counts["removed"] += len(dropped)

    def _still_in(self, path: str, article_ids: Iterable[str]) -> Iterator[str]:
        """Those that lie in no file which was read later."""
        known = filter(None, map(self._catalog.article, article_ids))
        return (row.id for row in known if row.path == path)

    def _owned(self, article_id: str) -> str:
        return self._batch.put[article_id].article.provenance.path

    def _claimed(self, article_id: str) -> str:
        return self._owned(article_id) if article_id in self._batch.put else ""

    def _read(self, entries: Sequence[Entry]) -> None:
        for reading in self._workers.readings(entries, self._catalog, self._target.history):
            self._take(reading)
            self._progress.advance(reading.path, reading.worked)
            self._commit_if_full()
        self._commit()

    def _read_freed(self) -> None:
        """Files that held an article which another file had first get it, now that the other has let it go."""
        while self._freed:
            waiting = self._catalog.waiting_for(self._freed)
            self._freed.clear()
            if waiting:
                entries = self._walk()
                with self._catalog.transaction():
                    for path in waiting:
                        self._catalog.invalidate(path)
                self._read([entry for entry in entries if entry.path in waiting])

    def _require_nothing_lost(self) -> None:
        """A generation built anew has nothing of what cannot be read today: the one in force has it still."""
        former = self._target.former
        if self._unseen and former is not None and former is not self._catalog:
            before = (row.path for row in former.files() if self._catalog.file(row.path) is None)
            lost = (each for each in before if each in self._unseen or is_below(each, self._unseen))
            if any(map(former.count_in, lost)):
                said = f"{', '.join(sorted(self._unseen)[:3])} cannot be read, and its articles would be lost"
                raise StorageTrouble(said, "mend that, then try again; the index is as it was")

    def _take(self, reading: Reading) -> None:
        if reading.path != self._reading and (reading.rejections or not reading.same):
            self._batch.cleared.append(reading.path)
        self._reading = reading.path
        self._kept = reading.kept if reading.kept is not None else self._kept
        self._sources = reading.sources or self._sources
        with self._target.history.snapshot(), self._catalog.snapshot():
            for each in reading.articles:
                self._place(self._identities.named(each, self._sources), reading.path)
        self._batch.rejections.extend(reading.rejections)
        if reading.last:
            self._finish(reading)

    def _finish(self, reading: Reading) -> None:
        if reading.same:
            self._unseen += [each.path for each in reading.rejections]
            self._batch.touched.append(_row(reading))
        else:
            rows = self._catalog.articles(reading.path)
            going = [row.id for row in rows if not self._is_seen(row)]
            if reading.path in self._leaving:
                self._late.append((_row(reading), going))
            else:
                self._drop(going, reading.path)
                self._batch.files.append(_row(reading))
        self._seen, self._kept, self._placed = Numbers(), Numbers(), set()
        self._reading, self._sources = "", None

    def _is_taken(self, article_id: str) -> bool:
        """Whether an article of this id was read in this update, or is kept by the file that is being read."""
        if article_id in self._placed or article_id in self._batch.put:
            return True
        known = self._catalog.article(article_id)
        return known is not None and self._is_seen(known)

    def _is_seen(self, row: ArticleRow) -> bool:
        return row.n in self._seen or row.n in self._kept or row.id in self._placed

    def _place(self, ingested: Ingested, path: str) -> None:
        article_id = ingested.article.id
        known = self._catalog.article(article_id)
        owner = self._batch.owner(article_id, known)
        if article_id in self._placed or (known is not None and self._is_seen(known)):
            self._batch.rejections.append(twice(path, ingested.article.title, article_id))
        elif owner in {None, path} or owner in self._leaving or self._takes_over(ingested, owner, known):
            if owner == path and known and _state(ingested).order < State.of(known).order:
                self._freed.add(article_id)  # another file may hold the newer state now
            self._counts["changed" if known else "added"] += 1
            self._placed.add(article_id)
            since = self._since(ingested, known)
            self._batch.write(replace(ingested, article=replace(ingested.article, updated=since)))

    def _takes_over(self, ingested: Ingested, owner: str, known: ArticleRow | None) -> bool:
        """Of states of one article in several files the newest is indexed, and the others are kept as former ones."""
        path, other = ingested.article.provenance.path, self._batch.put.get(ingested.article.id)
        there = _state(other) if other else State.of(known) if known else None
        now = _state(ingested)
        if there is None or there.source == now.source:
            self._reject(path, f"the same article as in {owner}", ingested)
            return False
        if there.order < now.order:
            self._batch.older += [other] if other else []
            self._reject(owner, f"an older state of the article in {path}", ingested)
            return True
        self._batch.older.append(ingested)
        self._reject(path, f"an older state of the article in {owner}", ingested)
        return False

    def _reject(self, path: str, reason: str, ingested: Ingested) -> None:
        title, article_id = ingested.article.title[:80], ingested.article.id
        self._batch.rejections.append(Rejection(path, reason, title, article_id))

    def _since(self, ingested: Ingested, known: ArticleRow | None) -> str:
        former = self._target.former
        before = known or (former.article(ingested.article.id) if former else None)
        return before.updated if before is not None and before.draft == ingested.draft else self._now

    def _commit_if_full(self) -> None:
        if self._batch.is_full(self._most):
            self._commit()

    def _commit(self) -> None:
        self._batch.commit(self._catalog, self._engine, self._recorder)
        with self._catalog.snapshot():
            for row in filter(None, map(self._catalog.article, self._placed)):
                self._seen.add(row.n)
        self._placed = set()
        self._batch = Batch()
        self._most = fitting(self._settings.batch, self._catalog.article_count())
        # Who looks between two commits must find what the next one brings newer than what is there.
        self._now = _moment()

    def _summary(self, seconds: float) -> Summary:
        counts = self._counts
        unchanged = self._catalog.article_count() - counts["added"] - counts["changed"]
        rejected = self._catalog.rejection_count()
        repeats = NearDuplicates(self._catalog).count()
        return Summary(counts["added"], counts["changed"], counts["removed"], unchanged, rejected, seconds, repeats)


def _moment() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _row(reading: Reading) -> FileRow:
    return FileRow(reading.path, reading.size, reading.mtime_ns, reading.sha256, reading.format)


def _state(ingested: Ingested) -> State:
    return State(ingested.article.date.value, ingested.article.provenance.path, ingested.source)
