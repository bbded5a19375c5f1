"""The index follows the corpus, and the rules it is built by.

Files that changed are read into the generation in force. When rules changed, a new generation is built aside and
switched to when it is complete: from the stored texts where only the authority files changed, else from the files.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import cache

from indexer import authority
from indexer.engines import open_engine, require_engine
from indexer.errors import CommuniqueError, IndexBroken, IndexMissing, IndexOutdated, SettingsError
from indexer.fingerprint import Fingerprint
from indexer.generations import Generation, Generations, generations_at
from indexer.generations.lock import writer_lock
from indexer.generations.manifest import WRITTEN, is_settled, settle, written
from indexer.generations.verify import verify_index
from indexer.indexing.carrying import begin_history, carry_history, shown
from indexer.indexing.catalog import Catalog, opened
from indexer.indexing.changes import Plan
from indexer.indexing.former_catalog import catalog_of
from indexer.indexing.history import history_if_any, opened_history
from indexer.indexing.identities import moved_files
from indexer.indexing.partition import Partition
from indexer.indexing.pipeline import Pipeline, Target
from indexer.indexing.progress import Progress, Summary
from indexer.indexing.removals import judge_built, judge_count, planned
from indexer.indexing.salvage import mend_history
from indexer.indexing.versions import follow
from indexer.indexing.workers import Workers
from indexer.ingest.corpus import require_folder
from indexer.settings import Settings

_WRITTEN_AT_ONCE = 500
_LOOKED_AT = 1_000_000  # bytes of the index that are held against their checksums before each update


@dataclass(frozen=True, slots=True)
class Run:
    """What serves an update from its beginning to its end. `begin` is called before anything is written; `moved` as in
    `Target`."""

    workers: Workers
    progress: Progress
    begin: Callable[[], object] = lambda: None
    moved: Mapping[str, str] | None = None


class NoProgress:
    """Progress that nobody watches."""

    def begin(self, files: int, size: int) -> None: ...

    def advance(self, path: str, size: int) -> None: ...


def update(settings: Settings, progress: Progress | None = None, workers: Workers | None = None) -> Summary:
    """Indexes what changed since the last time; the first time, everything. `workers` are those of a caller who
    updates often. Raises `IndexBusy` where another process writes."""
    generations = _usable(settings)
    with writer_lock(generations.lock, "update"), _workers_for(settings, workers) as pool:
        run = Run(pool, progress or NoProgress())
        rules, current = fingerprint(settings), generations.current()
        if current is None:
            # In force at once: readers see the first build grow, and after a crash the next update goes on with it.
            generations.switch(_begun(generations, settings, generations.begin_first))
        elif changed := Fingerprint.from_text(current.fingerprint).differences(rules):
            return _built_aside(settings, run, changed)
        generation, partition = generations.in_force(), Partition.parse(settings.part)
        generations.require_whole(generation, _LOOKED_AT, WRITTEN)
        with ExitStack() as writing:
            begin = cache(lambda: writing.enter_context(written(generation.folder)))
            if generation.unfinished or not is_settled(generation.folder):
                begin()
            summary = _fill(generations, generation, settings, replace(run, begin=begin))
            generations.finish(generation, partition.number, partition.of)
        generations.sweep()
        return summary


def rebuild(settings: Settings, progress: Progress | None = None) -> Summary:
    """Reads the whole corpus into a new generation and switches to it when it is complete and sound."""
    with writer_lock(_usable(settings).lock, "rebuild"), _workers_for(settings, None) as pool:
        return _built_aside(settings, Run(pool, progress or NoProgress()), ())


def rollback(settings: Settings) -> Generation:
    """Puts the former generation in force again. Raises `IndexMissing` where there is none, and `IndexOutdated` where
    this release could not answer from it."""
    generations = generations_at(settings.index)
    with writer_lock(generations.lock, "rollback"):
        former = generations.former()
        if former is None:
            raise IndexMissing("there is no former generation to go back to", "communique rebuild")
        generations.require_readable(former)
        generations.require_whole(former)
        carry_history(generations, former)
        generations.switch(former)
        return former


def dry_run(settings: Settings) -> Plan:
    """What `update` would read and remove, and whether it would hold still. Raises `IndexMissing` where there is no
    index yet."""
    generations = generations_at(settings.index)
    generation = generations.in_force()
    with (
        catalog_of(generations, generation) as catalog,
        history_if_any(generations.history(generation)) as history,
        _workers_for(settings, None) as workers,
    ):
        return planned(settings, catalog, history, workers)


def fingerprint(settings: Settings) -> Fingerprint:
    """The rules in force now."""
    return Fingerprint(generations_at(settings.index).scheme, authority.fingerprint_of(settings.authority))


def outdated(settings: Settings) -> tuple[str, ...]:
    """Which rules changed since the index was built; empty where none did or there is no index yet."""
    generation = generations_at(settings.index).current()
    if generation is None:
        return ()
    return Fingerprint.from_text(generation.fingerprint).differences(fingerprint(settings))


def aside(settings: Settings) -> tuple[str, ...]:
    """The rules for which an update would build another generation while the one in force answers; empty where none
    would be, or nothing answers meanwhile. Raises as `update` does before it begins."""
    current = _usable(settings).current()
    if current is None or not Fingerprint.from_text(current.fingerprint).is_readable:
        return ()
    authority.load(settings.authority)
    return outdated(settings)


def _usable(settings: Settings) -> Generations:
    """Raises `SettingsError` before anything is written where the settings cannot lead to an index."""
    require_engine(settings.index)
    require_folder(settings.corpus)
    return generations_at(settings.index)


def _workers_for(settings: Settings, given: Workers | None) -> AbstractContextManager[Workers]:
    if given is not None:
        return nullcontext(given)
    return closing(Workers(settings.corpus.resolve(), settings.authority, settings.index_workers))


def _begun(generations: Generations, settings: Settings, begin: Callable[[str], Generation]) -> Generation:
    # While a generation keeps its fingerprint, its authority files are those that were read without an error here. Of
    # the packaged ones that is known, and reading them takes as long as a thousand articles.
    if settings.authority:
        authority.load(settings.authority)
    generation = begin(fingerprint(settings).to_text())
    with closing(open_engine(generations.address(generation), create=True)):
        return generation


def _built_aside(settings: Settings, run: Run, changed: tuple[str, ...]) -> Summary:
    if Partition.parse(settings.part).of > 1:
        raise SettingsError("one share of a corpus cannot replace a whole index", "fill one at another address")
    generations = generations_at(settings.index)
    mend_history(generations)
    with _former_catalog(generations) as former:
        moved = _judged(generations, former, settings, run.workers) if former else {}
    generation = _begun(generations, settings, generations.begin)
    begin_history(generations, generation)
    _seed_history(generations, generation)
    if changed == Fingerprint.NAMES_ONLY:
        _rename(generations, generation, run.workers)
    summary = _fill(generations, generation, settings, replace(run, moved=moved))
    verify_index(generations, generation, summary.total)
    _require_kept(generations, generation, settings)
    carry_history(generations, generation)
    settle(generation.folder)
    generations.switch(generation)
    generations.sweep()
    return replace(summary, reason=", ".join(changed))


def _seed_history(generations: Generations, generation: Generation) -> None:
    """Where there was none, it begins with what the index of a former release knows."""
    with opened_history(generations.history(generation)) as history, _former_catalog(generations) as former:
        if former is not None and history.is_empty:
            with closing(open_engine(generations.address(generations.in_force()))) as engine:
                follow(history, former, engine, engine)


def _judged(generations: Generations, former: Catalog, settings: Settings, workers: Workers) -> dict[str, str]:
    """The files that lie somewhere else than before. Raises `RemovalsHeld` where too much would be lost."""
    with history_if_any(generations.history(generations.in_force())) as history:
        plan = planned(settings, former, history, workers)
    if plan.held:
        raise plan.held
    return moved_files(plan, former, settings.corpus)


def _fill(generations: Generations, generation: Generation, settings: Settings, run: Run) -> Summary:
    with (
        _former_catalog(generations, generation) as former,
        opened(generation.catalog) as catalog,
        opened_history(generations.history(generation)) as history,
        closing(open_engine(generations.address(generation))) as engine,
        shown(generations, generation, engine) as before,
    ):
        if history.is_empty and catalog.article_count():
            follow(history, catalog, engine, engine)
        target = Target(catalog, engine, history, former, before, run.moved, run.begin)
        return Pipeline(target, settings, run.workers, run.progress).run()


def _require_kept(generations: Generations, built: Generation, settings: Settings) -> None:
    """Raises `RemovalsHeld` where what was built lacks too much of what is in force, and clears it away."""
    with _former_catalog(generations, built) as former, opened(built.catalog) as catalog:
        held = judge_built(former, catalog, settings) if former else None
        if not former:
            held = judge_count(_count_in_force(generations), catalog.article_count(), settings)
    if held:
        generations.sweep()
        raise held


def _count_in_force(generations: Generations) -> int:
    """Where its catalog cannot be read."""
    try:
        current = generations.current()
        if current is None:
            return 0
        with closing(open_engine(generations.address(current))) as engine, closing(engine.reader()) as reader:
            return reader.count
    except CommuniqueError:
        return 0


@contextmanager
def _former_catalog(generations: Generations, building: Generation | None = None) -> Iterator[Catalog | None]:
    """That of the generation in force while another is built, where it can be read."""
    with ExitStack() as stack:
        catalog: Catalog | None = None
        try:
            current = generations.current()
            if current is not None and current != building:
                generations.require_whole(current, within=(current.catalog.name,))
                catalog = stack.enter_context(catalog_of(generations, current))
        except (IndexBroken, IndexOutdated):
            pass  # what is built then is judged by its number of articles
        yield catalog


def _rename(generations: Generations, target: Generation, workers: Workers) -> None:
    """Carries the generation in force over, with the names that the authority files know today."""
    current = generations.in_force()
    generations.require_whole(current, within=WRITTEN)
    with opened(current.catalog) as catalog:
        catalog.copy_to(target.catalog)
    with (
        closing(open_engine(generations.address(current))) as source,
        closing(source.reader()) as reader,
        closing(open_engine(generations.address(target))) as engine,
    ):
        stored = (article for article in map(reader.article, reader.ids()) if article is not None)
        for chunk in workers.renamed(stored, _WRITTEN_AT_ONCE):
            with engine.writer() as writer:
                for article in chunk:
                    writer.replace(article)
