"""The index follows the corpus, and the rules it is built by.

Files that changed are read into the generation in force. When rules changed, a new generation is built aside and
switched to when it is complete: from the stored texts where only the authority files changed, else from the files.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import replace

from indexer import authority
from indexer.engines import open_engine, require_engine
from indexer.errors import CommuniqueError, IndexBroken, IndexMissing, SettingsError
from indexer.fingerprint import SCHEMA, Fingerprint
from indexer.generations import Generation, Generations, generations_at
from indexer.generations.lock import writer_lock
from indexer.generations.manifest import WRITTEN, settle, written
from indexer.generations.verify import verify_index
from indexer.indexing.catalog import Catalog, opened
from indexer.indexing.changes import Plan
from indexer.indexing.partition import Partition
from indexer.indexing.pipeline import Pipeline, Progress, Summary, Target
from indexer.indexing.removals import judge_built, judge_count, planned
from indexer.indexing.workers import Workers
from indexer.ingest.corpus import require_folder
from indexer.settings import Settings

_WRITTEN_AT_ONCE = 500
_LOOKED_AT = 1_000_000  # bytes of the index that are held against their checksums before each update


class NoProgress:
    """Progress that nobody watches."""

    def begin(self, files: int, size: int) -> None: ...

    def advance(self, path: str, size: int) -> None: ...


def update(settings: Settings, progress: Progress | None = None, workers: Workers | None = None) -> Summary:
    """Indexes what changed since the last time; the first time, everything. `workers` are those of a caller who
    updates often. Raises `IndexBusy` where another process writes."""
    generations = _usable(settings)
    with writer_lock(generations.lock, "update"), _workers_for(settings, workers) as pool:
        rules, current = fingerprint(settings), generations.current()
        if current is None:
            # In force at once: readers see the first build grow, and after a crash the next update goes on with it.
            generations.switch(_begun(generations, settings, generations.begin_first))
        elif changed := Fingerprint.from_text(current.fingerprint).differences(rules):
            return _built_aside(settings, progress or NoProgress(), pool, changed)
        generation, partition = generations.in_force(), Partition.parse(settings.part)
        generations.require_whole(generation, _LOOKED_AT, WRITTEN)
        with written(generation.folder):
            summary = _fill(generations, generation, settings, pool, progress or NoProgress())
            generations.finish(generation, partition.number, partition.of)
        generations.sweep()
        return summary


def rebuild(settings: Settings, progress: Progress | None = None) -> Summary:
    """Reads the whole corpus into a new generation and switches to it when it is complete and sound."""
    with writer_lock(_usable(settings).lock, "rebuild"), _workers_for(settings, None) as pool:
        return _built_aside(settings, progress or NoProgress(), pool, ())


def rollback(settings: Settings) -> Generation:
    """Puts the former generation in force again. Raises `IndexMissing` where there is none."""
    generations = generations_at(settings.index)
    with writer_lock(generations.lock, "rollback"):
        former = generations.former()
        if former is None:
            raise IndexMissing("there is no former generation to go back to", "communique rebuild")
        generations.require_whole(former)
        generations.switch(former)
        return former


def dry_run(settings: Settings) -> Plan:
    """What `update` would read and remove, and whether it would hold still. Raises `IndexMissing` where there is no
    index yet."""
    generation = generations_at(settings.index).in_force()
    with opened(generation.catalog) as catalog, _workers_for(settings, None) as workers:
        return planned(settings, catalog, workers)


def fingerprint(settings: Settings) -> Fingerprint:
    """The rules in force now."""
    return Fingerprint(generations_at(settings.index).scheme, authority.fingerprint_of(settings.authority))


def outdated(settings: Settings) -> tuple[str, ...]:
    """Which rules changed since the index was built; empty where none did or there is no index yet."""
    generation = generations_at(settings.index).current()
    if generation is None:
        return ()
    return Fingerprint.from_text(generation.fingerprint).differences(fingerprint(settings))


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


def _built_aside(settings: Settings, progress: Progress, workers: Workers, changed: tuple[str, ...]) -> Summary:
    if Partition.parse(settings.part).of > 1:
        raise SettingsError("one share of a corpus cannot replace a whole index", "fill one at another address")
    generations = generations_at(settings.index)
    with _former_catalog(generations) as former:
        if former and (held := planned(settings, former, workers).held):
            raise held
    generation = _begun(generations, settings, generations.begin)
    if changed == Fingerprint.NAMES_ONLY:
        _rename(generations, generation, workers)
    summary = _fill(generations, generation, settings, workers, progress)
    verify_index(generations, generation, summary.total)
    _require_kept(generations, generation, settings)
    settle(generation.folder)
    generations.switch(generation)
    generations.sweep()
    return replace(summary, reason=", ".join(changed))


def _fill(
    generations: Generations, generation: Generation, settings: Settings, workers: Workers, progress: Progress
) -> Summary:
    with (
        opened(generation.catalog) as catalog,
        closing(open_engine(generations.address(generation))) as engine,
        _former_catalog(generations, generation) as former,
    ):
        return Pipeline(Target(catalog, engine, former), settings, workers, progress).run()


def _require_kept(generations: Generations, built: Generation, settings: Settings) -> None:
    """Raises `RemovalsHeld` where what was built lacks too much of what is in force, and clears it away."""
    with opened(built.catalog) as catalog, _former_catalog(generations, built) as former:
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


def _former_catalog(
    generations: Generations, building: Generation | None = None
) -> AbstractContextManager[Catalog | None]:
    """That of the generation in force while another is built, where it can be read and is kept in the same form."""
    try:
        current = generations.current()
        if current is None or current == building or Fingerprint.from_text(current.fingerprint).schema != SCHEMA:
            return nullcontext()
        generations.require_whole(current, within=(current.catalog.name,))
        return closing(Catalog(current.catalog))
    except IndexBroken:
        return nullcontext()


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
