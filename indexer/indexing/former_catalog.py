"""The catalog of a generation, whichever release built it; one in an older form is read as it is, and stays so."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from indexer.errors import IndexBroken
from indexer.fingerprint import Fingerprint
from indexer.generations import Generation, Generations
from indexer.indexing.catalog import Catalog, opened
from indexer.storage import reporting_trouble, storage_error

# By the last number of SCHEMA whose catalog has a form: views that show its tables in the form of today's.
_VIEWS = {2: ""}


@contextmanager
def catalog_of(generations: Generations, generation: Generation) -> Iterator[Catalog]:
    """Raises `IndexOutdated` where this release cannot read it, and `IndexBroken` where it turns out to be damaged in
    the midst of the block."""
    generations.require_readable(generation)
    rules = Fingerprint.from_text(generation.fingerprint)
    last = min((each for each in _VIEWS if each >= rules.schema), default=None)
    if last is None or not rules.is_of_earlier_release:
        with opened(generation.catalog) as catalog:
            yield catalog
    else:
        with _reporting_damage(generation.catalog), closing(FormerCatalog(generation.catalog, _VIEWS[last])) as catalog:
            yield catalog


class FormerCatalog(Catalog):
    """Makes none of today's tables in the file: the release that wrote it may come back to it."""

    def __init__(self, path: Path, views: str) -> None:
        with reporting_trouble(path):
            self.database = self._db = _connected(path, views)


def _connected(path: Path, views: str) -> sqlite3.Connection:
    log = path.with_name(f"{path.name}-wal")
    has_log = log.exists() and log.stat().st_size > 0
    try:
        return _scripted(path, "mode=rw", views)
    except sqlite3.OperationalError:
        return _scripted(path, "mode=ro" if has_log else "mode=ro&immutable=1", views)


def _scripted(path: Path, way: str, script: str) -> sqlite3.Connection:
    database = sqlite3.connect(f"{path.absolute().as_uri()}?{way}", uri=True, isolation_level=None)
    try:
        database.execute("SELECT count(*) FROM sqlite_schema")
        database.executescript(script)
    except BaseException:
        database.close()
        raise
    return database


@contextmanager
def _reporting_damage(path: Path) -> Iterator[None]:
    """What SQLite says of the disk is no damage."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        busy = getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
        if busy or storage_error(error, path):
            raise
        raise IndexBroken(f"the catalog {path} cannot be read: {error}", "communique rebuild") from error
