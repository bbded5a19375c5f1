"""SQLite files as the system lets them be used: opened to write, or to read where nothing can be written."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from indexer.errors import IndexBroken
from indexer.generations import manifest
from indexer.storage import reporting_trouble

# The ids of a large archive come in any order: what they are looked up in is to stay in memory (at most 32 MB).
_WRITING = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000;"
_READING = "SELECT count(*) FROM sqlite_schema"
_UNWRITABLE = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}
_OF_THE_DISK = frozenset(
    {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR}
    | {sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
)


def connected(path: Path, schema: str, reading: str = _READING) -> sqlite3.Connection:
    """Of a folder that cannot be written to, a database can still be read: it has no log then, unless a writer was
    killed, and what is in a log is passed over by nobody; `reading` is then done in the place of `schema`.

    Raises `IndexBroken` where the file is no database, `DiskFull` or `StorageTrouble` where it cannot be opened.
    """
    if str(path) == ":memory:":
        database = sqlite3.connect(path, isolation_level=None)
        database.executescript(schema)
        return database
    with reporting_trouble(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _connected(path, "mode=rwc", f"{_WRITING} {schema}")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in _UNWRITABLE or not path.exists():
                raise
        log = path.with_name(f"{path.name}-wal")
        has_log = log.exists() and log.stat().st_size > 0
        return _connected(path, "mode=ro" if has_log else "mode=ro&immutable=1", reading)


def connected_to_read(path: Path) -> sqlite3.Connection:
    """As `connected`, by one who writes nothing; also while another process writes."""
    with reporting_trouble(path):
        try:
            return _connected(path, "mode=ro", _READING)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in _UNWRITABLE:
                raise
            return _connected(path, "mode=ro&immutable=1", _READING)


def _connected(path: Path, way: str, script: str) -> sqlite3.Connection:
    database = sqlite3.connect(f"{path.absolute().as_uri()}?{way}", uri=True, isolation_level=None)
    try:
        before = _form(database)
        database.executescript(script)
        # A newer release has a newer table made by whoever comes first, and that may be somebody who only reads.
        if before != _form(database):
            manifest.forget(path)
    except sqlite3.DatabaseError as error:
        database.close()
        if isinstance(error, sqlite3.OperationalError):
            raise
        raise _broken(path, error) from error
    return database


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """All or nothing of what its block writes."""
    with database:
        database.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def snapshot(database: sqlite3.Connection) -> Iterator[None]:
    """One state of the file for all that its block asks, of which each question would lock it for itself."""
    with database:
        database.execute("BEGIN")
        yield


def _form(database: sqlite3.Connection) -> int:
    return int(database.execute("PRAGMA schema_version").fetchone()[0])


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Raises `IndexBroken` where the database turns out to be damaged in the midst of the block."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _OF_THE_DISK:
            raise
        raise _broken(path, error) from error


def _broken(path: Path, error: sqlite3.DatabaseError) -> IndexBroken:
    return IndexBroken(f"{path} cannot be read: {error}", "communique rebuild")


def copied(database: sqlite3.Connection, path: Path) -> None:
    """A consistent copy, also while the database is written to."""
    with closing(sqlite3.connect(path)) as target:
        database.backup(target)


def problems(database: sqlite3.Connection) -> list[str]:
    """What SQLite finds wrong with its file."""
    found = [str(row[0]) for row in database.execute("PRAGMA integrity_check")]
    return [] if found == ["ok"] else found
