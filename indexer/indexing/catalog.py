"""What is indexed: each file of the corpus, what became of it, and the articles it holds (SQLite).

The index is committed first and the catalog after it. `pending` bridges the two: it names the articles of a
commit under way, so that whatever a crash left between them is done again by the next update.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path

from indexer.errors import IndexBroken, IndexBusy
from indexer.generations import manifest
from indexer.ingest.draft import Rejection
from indexer.storage import reporting_trouble

_SCHEMA = """
CREATE TABLE IF NOT EXISTS file (
    path TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, sha256 TEXT NOT NULL,
    format TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS article (
    id TEXT PRIMARY KEY, path TEXT NOT NULL, draft TEXT NOT NULL, type TEXT NOT NULL, year TEXT NOT NULL,
    updated TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS article_path ON article (path);
CREATE TABLE IF NOT EXISTS rejection (path TEXT NOT NULL, place TEXT NOT NULL, reason TEXT NOT NULL,
    holder TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS rejection_path ON rejection (path);
CREATE TABLE IF NOT EXISTS pending (id TEXT PRIMARY KEY, path TEXT NOT NULL) WITHOUT ROWID;
"""
_WRITING = f"PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; {_SCHEMA}"
_READING = "SELECT count(*) FROM sqlite_schema"
_UNWRITABLE = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file as it was when it was read; `format` is empty where it was rejected whole. `size` is -1 where it was taken
    out of the corpus on purpose."""

    path: str
    size: int
    mtime_ns: int
    sha256: str
    format: str = ""

    @property
    def is_withdrawn(self) -> bool:
        return self.size < 0


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An indexed article: the file that holds it, a hash of what the file said of it, and since when it says so."""

    id: str
    path: str
    draft: str
    type: str
    year: str
    updated: str = ""


_OF_THE_DISK = frozenset(
    {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR}
    | {sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
)


@contextmanager
def opened(path: Path) -> Iterator["Catalog"]:
    """Raises `IndexBroken` where the database turns out to be damaged in the midst of the block."""
    try:
        with closing(Catalog(path)) as catalog:
            yield catalog
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _OF_THE_DISK:
            raise
        raise _broken(path, error) from error


def _broken(path: Path, error: sqlite3.DatabaseError) -> IndexBroken:
    return IndexBroken(f"the catalog {path} cannot be read: {error}", "communique rebuild")


class Catalog:
    """One generation's catalog, for one thread at a time; where nothing can be written it can still be read.

    Raises `IndexBroken` where its file is no database, `DiskFull` or `StorageTrouble` where it cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        # `database`: for the tables that others keep beside these.
        self.database = self._db = _opened(path)

    def close(self) -> None:
        self._db.close()

    def copy_to(self, path: Path) -> None:
        """A consistent copy, also while this one is written to."""
        with closing(sqlite3.connect(path)) as target:
            self._db.backup(target)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing of what its block writes."""
        with self._db:
            self._db.execute("BEGIN IMMEDIATE")
            yield

    def files(self) -> dict[str, FileRow]:
        rows = self._db.execute("SELECT path, size, mtime_ns, sha256, format FROM file")
        return {row[0]: FileRow(*row) for row in rows}

    def sha256_of(self, path: str) -> str:
        row = self._db.execute("SELECT sha256 FROM file WHERE path = ?", (path,)).fetchone()
        return str(row[0]) if row else ""

    def drafts_of(self, path: str) -> dict[str, str]:
        """Article id -> hash of the draft it was made from."""
        return dict(self._db.execute("SELECT id, draft FROM article WHERE path = ?", (path,)))

    def count_in(self, path: str) -> int:
        return int(self._db.execute("SELECT count(*) FROM article WHERE path = ?", (path,)).fetchone()[0])

    def put_file(self, row: FileRow) -> None:
        self._db.execute("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?)", astuple(row))

    def touch(self, row: FileRow) -> None:
        """Notes the size and time of a file whose content is as it was."""
        values = (row.size, row.mtime_ns, row.path)
        self._db.execute("UPDATE file SET size = ?, mtime_ns = ? WHERE path = ?", values)

    def drop_file(self, path: str) -> None:
        self._db.execute("DELETE FROM file WHERE path = ?", (path,))
        self._db.execute("DELETE FROM rejection WHERE path = ?", (path,))

    def article_count(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM article").fetchone()[0])

    def article(self, article_id: str) -> ArticleRow | None:
        found = self._db.execute("SELECT id, path, draft, type, year, updated FROM article WHERE id = ?", (article_id,))
        row = found.fetchone()
        return ArticleRow(*row) if row else None

    def articles(self) -> Iterator[ArticleRow]:
        for row in self._db.execute("SELECT id, path, draft, type, year, updated FROM article"):
            yield ArticleRow(*row)

    def put_articles(self, rows: Iterable[ArticleRow]) -> None:
        self._db.executemany("INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?, ?, ?)", map(astuple, rows))

    def drop_article(self, article_id: str) -> None:
        self._db.execute("DELETE FROM article WHERE id = ?", (article_id,))

    def rejections(self) -> list[Rejection]:
        rows = self._db.execute("SELECT path, reason, place, holder FROM rejection ORDER BY path, rowid")
        return [Rejection(*row) for row in rows]

    def put_rejection(self, rejection: Rejection) -> None:
        self._db.execute("INSERT INTO rejection (path, reason, place, holder) VALUES (?, ?, ?, ?)", astuple(rejection))

    def clear_rejections(self, path: str) -> None:
        self._db.execute("DELETE FROM rejection WHERE path = ?", (path,))

    def clear_stray_rejections(self) -> None:
        """Of files that were never catalogued: each update finds again those that are still there."""
        self._db.execute("DELETE FROM rejection WHERE path NOT IN (SELECT path FROM file)")

    def waiting_for(self, article_ids: Iterable[str]) -> set[str]:
        """Files that hold an article which was rejected because another file had it first."""
        waiting = "SELECT path FROM rejection WHERE holder = ?"
        return {path for each in article_ids for (path,) in self._db.execute(waiting, (each,))}

    def holders(self) -> list[tuple[str, str]]:
        """(path of a file, id of an article in it that another file, or the same one, had first)."""
        return list(self._db.execute("SELECT path, holder FROM rejection WHERE holder <> ''"))

    def pending(self) -> dict[str, str]:
        """Article id -> path of a commit that did not reach the catalog."""
        return dict(self._db.execute("SELECT id, path FROM pending"))

    def begin_commit(self, changes: Iterable[tuple[str, str]]) -> None:
        """Names (article id, path) of the commit that is about to happen; call it inside a transaction."""
        self._db.executemany("INSERT OR REPLACE INTO pending VALUES (?, ?)", changes)

    def finish_commit(self) -> None:
        """The commit is in the catalog; call it inside the transaction that put it there."""
        # Without a condition SQLite writes to the page of an empty table, too.
        self._db.execute("DELETE FROM pending WHERE TRUE")

    def invalidate(self, path: str) -> None:
        """Makes the next update read a file again, unchanged as it may look."""
        self._db.execute("UPDATE file SET sha256 = '', mtime_ns = -1 WHERE path = ?", (path,))

    def withdraw(self, path: str) -> None:
        """Notes that a file goes on purpose; one that comes to its place is read like any other."""
        try:
            self._db.execute("UPDATE file SET size = -1, mtime_ns = -1 WHERE path = ?", (path,))
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY":
                raise
            raise IndexBusy("an update is writing to the catalog", "try again") from error

    def forget(self, article_id: str, path: str) -> None:
        """Makes the next reading of a file write this article again, whatever the catalog believed of it."""
        self._db.execute("UPDATE article SET draft = '' WHERE id = ?", (article_id,))
        self.invalidate(path)

    def problems(self) -> list[str]:
        """What SQLite finds wrong with its file."""
        found = [str(row[0]) for row in self._db.execute("PRAGMA integrity_check")]
        return [] if found == ["ok"] else found

    def article_ids(self) -> set[str]:
        return {article_id for (article_id,) in self._db.execute("SELECT id FROM article")}

    def counts(self, column: str) -> dict[str, int]:
        """Articles by "type" or "year"; files by "format"."""
        table = {"type": "article", "year": "article", "format": "file"}[column]
        rows = self._db.execute(f"SELECT {column}, count(*) FROM {table} GROUP BY 1 ORDER BY 1")  # noqa: S608 - both names come from the table above
        return dict(rows)


def _opened(path: Path) -> sqlite3.Connection:
    """Of a folder that cannot be written to, the catalog can still be read: it has no log then, unless a writer was
    killed, and what is in a log is passed over by nobody."""
    with reporting_trouble(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _connected(path, "mode=rwc", _WRITING)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in _UNWRITABLE or not path.exists():
                raise
        log = path.with_name(f"{path.name}-wal")
        has_log = log.exists() and log.stat().st_size > 0
        return _connected(path, "mode=ro" if has_log else "mode=ro&immutable=1", _READING)


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


def _form(database: sqlite3.Connection) -> int:
    return int(database.execute("PRAGMA schema_version").fetchone()[0])
