"""The history carried from one generation to the one that takes its place."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from indexer.engines import open_engine
from indexer.engines.engine import Engine
from indexer.errors import IndexBroken, IndexMissing
from indexer.generations import Generation, Generations
from indexer.indexing.former_catalog import catalog_of
from indexer.indexing.history import History, opened_history
from indexer.indexing.salvage import mend_history
from indexer.indexing.versions import follow


def begin_history(generations: Generations, generation: Generation) -> None:
    """The history that there is, copied for a generation that is not in force yet."""
    target, former = generations.history(generation), generations.last_history()
    if former == target:
        return
    for left in target.parent.glob(f"{target.name}*"):
        left.unlink()
    if former is not None:
        with opened_history(former) as history:
            history.copy_to(target)


def carry_history(generations: Generations, generation: Generation) -> None:
    """Brings the history in accordance with a generation that is about to be put in force."""
    if not generations.history(generation).exists():
        mend_history(generations)
        begin_history(generations, generation)
    with (
        opened_history(generations.history(generation)) as history,
        catalog_of(generations, generation) as catalog,
        closing(open_engine(generations.address(generation))) as coming,
        shown(generations, generation, coming) as before,
    ):
        follow(history, catalog, before, coming)


@contextmanager
def shown(generations: Generations, generation: Generation, coming: Engine) -> Iterator[Engine]:
    """The engine that readers see now; `coming` is that of `generation`, which may be the same, and takes its place
    where none can be read."""
    try:
        current = generations.current()
        engine = open_engine(generations.address(current)) if current and current != generation else coming
    except (IndexBroken, IndexMissing):
        engine = coming
    try:
        yield engine
    finally:
        if engine is not coming:
            engine.close()


def merge_history(generations: Generations, generation: Generation, brought: Path) -> None:
    """What a backup brings, and this archive does not know."""
    mend_history(generations)
    begin_history(generations, generation)
    with opened_history(generations.history(generation)) as history, opened_history(brought) as other:
        _merge(history, other)


def _merge(history: History, other: History) -> None:
    with history.transaction():
        for trace in other.traces():
            is_new = history.trace(trace.id) is None
            if is_new:
                history.add(trace)
            known = {(each.source, each.until) for each in history.versions(trace.id)}
            for version in other.versions(trace.id):
                # What was its end then was taken back if the article has come back since.
                ended = version.until == trace.removed and not is_new
                if not ended and (version.source, version.until) not in known:
                    history.add_version(trace.id, version)
        history.learn(other)
