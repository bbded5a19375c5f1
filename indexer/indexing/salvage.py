"""A damaged history is no end: what can still be read of it goes on in a new one, and the damaged one is kept aside."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from indexer.errors import IndexBroken
from indexer.generations import Generations
from indexer.indexing.database import reading
from indexer.indexing.history import History


def history_problems(path: Path) -> list[str]:
    """Empty where there is no history yet."""
    if not path.exists():
        return []
    try:
        with reading(path), closing(History(path)) as history:
            return history.problems()
    except IndexBroken as error:
        return [str(error)]


def mend_history(generations: Generations) -> None:
    """Where the history is damaged. Killed in the midst of it, it is mended the next time."""
    path = generations.last_history()
    if path is None or not history_problems(path):
        return
    fresh = path.with_name(f"fresh-{path.name}")
    _unlink_with_log(fresh)
    with closing(History(fresh)) as history, closing(sqlite3.connect(path)) as damaged, history.transaction():
        history.salvage(damaged)
    shutil.copyfile(path, generations.damaged_history(path))
    for log in (f"{path}-wal", f"{path}-shm"):  # what was in it was read, and it must not come upon another file
        Path(log).unlink(missing_ok=True)
    fresh.replace(path)


def _unlink_with_log(path: Path) -> None:
    for left in path.parent.glob(f"{path.name}*"):
        left.unlink()
