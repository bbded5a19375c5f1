"""The index follows the corpus: `update` in place, `rebuild` aside with an atomic switch at the end."""

from contextlib import closing

from indexer.catalog import Catalog
from indexer.engines import open_engine
from indexer.errors import IndexBroken, IndexOutdated
from indexer.fingerprint import Fingerprint
from indexer.generations import Generation, Generations
from indexer.ingest.authority import load as load_authority
from indexer.ingest.corpus import walk
from indexer.intake import Intake, Progress, Summary
from indexer.lock import writer_lock
from indexer.plan import Plan, compare
from indexer.settings import Settings


class Quiet:
    """Progress that nobody watches."""

    def begin(self, files: int, size: int) -> None: ...

    def advance(self, path: str, size: int) -> None: ...


def update(settings: Settings, progress: Progress | None = None) -> Summary:
    """Indexes what changed since the last time; the first time, everything.

    Raises `IndexBusy` where another process writes, `IndexOutdated` where the index was built by other rules.
    """
    generations = Generations.at(settings.index)
    with writer_lock(generations.lock, "update"):
        generation = generations.current()
        now = fingerprint(settings)
        if generation is None:
            # In force at once: readers see the first build grow, and after a crash the next update goes on with it.
            generation = _begun(generations, now)
            generations.switch(generation)
        _require(Fingerprint.from_text(generation.fingerprint), now)
        summary = _fill(generations, generation, settings, progress)
        generations.sweep()
        return summary


def rebuild(settings: Settings, progress: Progress | None = None) -> Summary:
    """Reads the whole corpus into a new generation and switches to it when it is complete."""
    generations = Generations.at(settings.index)
    with writer_lock(generations.lock, "rebuild"):
        generation = _begun(generations, fingerprint(settings))
        summary = _fill(generations, generation, settings, progress)
        _check(generations, generation, summary.total)
        generations.switch(generation)
        generations.sweep()
        return summary


def dry_run(settings: Settings) -> Plan:
    """What `update` would do. Raises `IndexMissing` where there is no index yet."""
    generation = Generations.at(settings.index).in_force()
    with closing(Catalog(generation.catalog)) as catalog:
        return compare(walk(settings.corpus, settings.max_file_mb), catalog.files())


def fingerprint(settings: Settings) -> Fingerprint:
    return Fingerprint(Generations.at(settings.index).scheme, load_authority(settings.authority).fingerprint)


def outdated(settings: Settings) -> list[str]:
    """Which rules changed since the index was built; empty where none did or there is no index yet."""
    generation = Generations.at(settings.index).current()
    if generation is None:
        return []
    return Fingerprint.from_text(generation.fingerprint).differences(fingerprint(settings))


def _require(built: Fingerprint, now: Fingerprint) -> None:
    if changed := built.differences(now):
        raise IndexOutdated(f"changed since the index was built: {', '.join(changed)}", "communique rebuild")


def _begun(generations: Generations, rules: Fingerprint) -> Generation:
    generation = generations.begin(rules.to_text())
    with closing(open_engine(generations.address(generation), create=True)):
        return generation


def _fill(generations: Generations, generation: Generation, settings: Settings, progress: Progress | None) -> Summary:
    with (
        closing(Catalog(generation.catalog)) as catalog,
        closing(open_engine(generations.address(generation))) as engine,
    ):
        return Intake(catalog, engine, settings, progress or Quiet()).run()


def _check(generations: Generations, generation: Generation, expected: int) -> None:
    with closing(open_engine(generations.address(generation))) as engine:
        if (found := engine.reader().count) != expected:
            raise IndexBroken(f"the new index has {found} articles, not {expected}; the old one stays", "try again")
