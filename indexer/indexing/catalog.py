"""What is indexed: each file of the corpus, what became of it, and the articles it holds (SQLite).

The index is committed first and the catalog after it. `pending` bridges the two: it names the articles of a
commit under way, so that whatever a crash left between them is done again by the next update.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import astuple, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from indexer.errors import IndexBusy
from indexer.indexing.database import connected, copied, problems, reading, snapshot, transaction
from indexer.ingest.draft import Rejection

_SCHEMA = """
CREATE TABLE IF NOT EXISTS number (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS file (
    n INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
    sha256 TEXT NOT NULL, format TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS article (
    n INTEGER PRIMARY KEY, file INTEGER NOT NULL, draft TEXT NOT NULL, type TEXT NOT NULL, date TEXT NOT NULL,
    updated INTEGER NOT NULL, source BLOB NOT NULL, doubt TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS article_file ON article (file);
CREATE TABLE IF NOT EXISTS rejection (path TEXT NOT NULL, place TEXT NOT NULL, reason TEXT NOT NULL,
    holder TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS rejection_path ON rejection (path);
CREATE INDEX IF NOT EXISTS rejection_holder ON rejection (holder) WHERE holder <> '';
CREATE TABLE IF NOT EXISTS pending (
    n INTEGER PRIMARY KEY, path TEXT NOT NULL, sha256 TEXT NOT NULL, source BLOB NOT NULL);
"""
_PUT_FILE = "INSERT INTO file (path, size, mtime_ns, sha256, format) VALUES (?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file as it was when it was read; `format` is empty where it was rejected whole, or not read to its end yet.
    `size` is -1 where it was taken out of the corpus on purpose. `n` is its number here, 0 where it has none yet."""

    path: str
    size: int
    mtime_ns: int
    sha256: str
    format: str = ""
    n: int = field(default=0, compare=False)

    @property
    def is_withdrawn(self) -> bool:
        return self.size < 0


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An indexed article: the file that holds it, a hash of what the file said of it, since when it says so (UTC, ISO
    8601), the hash of the bytes that it was read from, and why it may not be all that its file holds (`Draft.doubt`).
    `date` may be partial; `n` is its number here."""

    id: str
    path: str
    draft: str
    type: str
    date: str
    updated: str = ""
    source: bytes = b""
    doubt: str = ""
    n: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Pending:
    """An article of a commit under way. `sha256` is of the file it comes from and `source` of its own bytes there;
    both are empty where it goes, or where only its label changes."""

    id: str
    path: str
    sha256: str = ""
    source: bytes = b""


_FILE = "SELECT path, size, mtime_ns, sha256, format, n FROM file"
_ARTICLE = (
    "SELECT number.id, file.path, draft, type, date, updated, source, doubt, article.n"
    " FROM article JOIN number ON number.n = article.n JOIN file ON file.n = article.file"
)


@contextmanager
def opened(path: Path) -> Iterator["Catalog"]:
    """Raises `IndexBroken` where the database turns out to be damaged in the midst of the block."""
    with reading(path), closing(Catalog(path)) as catalog:
        yield catalog


class Catalog:
    """One generation's catalog, for one thread at a time; where nothing can be written it can still be read.

    Raises `IndexBroken` where its file is no database, `DiskFull` or `StorageTrouble` where it cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        # `database`: for the tables that others keep beside these.
        self.database = self._db = connected(path, _SCHEMA)

    def close(self) -> None:
        self._db.close()

    def copy_to(self, path: Path) -> None:
        """A consistent copy, also while this one is written to."""
        copied(self._db, path)

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing of what its block writes."""
        return transaction(self._db)

    def snapshot(self) -> AbstractContextManager[None]:
        """For many questions one after another, and for a few changes among them."""
        return snapshot(self._db)

    def files(self) -> Iterator[FileRow]:
        """In the order of their paths."""
        return (FileRow(*row) for row in self._db.execute(f"{_FILE} ORDER BY path"))

    def file(self, path: str) -> FileRow | None:
        row = self._db.execute(f"{_FILE} WHERE path = ?", (path,)).fetchone()
        return FileRow(*row) if row else None

    def sha256_of(self, path: str) -> str:
        row = self._db.execute("SELECT sha256 FROM file WHERE path = ?", (path,)).fetchone()
        return str(row[0]) if row else ""

    def count_in(self, path: str) -> int:
        counted = "SELECT count(*) FROM article WHERE file = (SELECT n FROM file WHERE path = ?)"
        return int(self._db.execute(counted, (path,)).fetchone()[0])

    def put_file(self, row: FileRow) -> None:
        update = (
            "size = excluded.size, mtime_ns = excluded.mtime_ns, sha256 = excluded.sha256, format = excluded.format"
        )
        values = (row.path, row.size, row.mtime_ns, row.sha256, row.format)
        self._db.execute(f"{_PUT_FILE} ON CONFLICT (path) DO UPDATE SET {update}", values)

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
        row = self._db.execute(f"{_ARTICLE} WHERE number.id = ?", (article_id,)).fetchone()
        return _article(row) if row else None

    def articles(self, path: str = "") -> Iterator[ArticleRow]:
        """All of them, or those of one file."""
        found = self._db.execute(f"{_ARTICLE} WHERE file.path = ?" if path else _ARTICLE, (path,) if path else ())
        return map(_article, found)

    def put_articles(self, rows: Collection[ArticleRow]) -> None:
        self._db.executemany(f"{_PUT_FILE} ON CONFLICT DO NOTHING", {(row.path, 0, -1, "", "") for row in rows})
        self._db.executemany("INSERT OR IGNORE INTO number (id) VALUES (?)", ((row.id,) for row in rows))
        self._db.executemany(
            "INSERT OR REPLACE INTO article VALUES ((SELECT n FROM number WHERE id = ?),"
            " (SELECT n FROM file WHERE path = ?), ?, ?, ?, ?, ?, ?)",
            (
                (row.id, row.path, row.draft, row.type, row.date, _seconds(row.updated), row.source, row.doubt)
                for row in rows
            ),
        )

    def drop_article(self, article_id: str) -> None:
        self._db.execute("DELETE FROM article WHERE n = (SELECT n FROM number WHERE id = ?)", (article_id,))

    def doubts(self) -> list[tuple[str, str]]:
        """(path of a file, why an article of it may not be all that the file holds), in the order of the paths."""
        asked = "SELECT path, doubt FROM article JOIN file ON file.n = article.file WHERE doubt <> '' ORDER BY path"
        return list(self._db.execute(asked))

    def rejections(self) -> list[Rejection]:
        rows = self._db.execute("SELECT path, reason, place, holder FROM rejection ORDER BY path, rowid")
        return [Rejection(*row) for row in rows]

    def rejection_count(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM rejection").fetchone()[0])

    def put_rejection(self, rejection: Rejection) -> None:
        self._db.execute("INSERT INTO rejection (path, reason, place, holder) VALUES (?, ?, ?, ?)", astuple(rejection))

    def clear_rejections(self, path: str) -> None:
        self._db.execute("DELETE FROM rejection WHERE path = ?", (path,))

    def has_stray_rejections(self) -> bool:
        """Of files that were never catalogued."""
        asked = "SELECT 1 FROM rejection WHERE path NOT IN (SELECT path FROM file) LIMIT 1"
        return self._db.execute(asked).fetchone() is not None

    def clear_stray_rejections(self) -> None:
        """Each update finds again those that are still there."""
        self._db.execute("DELETE FROM rejection WHERE path NOT IN (SELECT path FROM file)")

    def waiting_for(self, article_ids: Iterable[str]) -> set[str]:
        """Files that hold an article which was rejected because another file had it first."""
        waiting = "SELECT path FROM rejection WHERE holder = ?"
        return {path for each in article_ids for (path,) in self._db.execute(waiting, (each,))}

    def holders(self) -> list[tuple[str, str]]:
        """(path of a file, id of an article in it that another file, or the same one, had first)."""
        return list(self._db.execute("SELECT path, holder FROM rejection WHERE holder <> ''"))

    def pending(self) -> list[Pending]:
        """Of a commit that did not reach the catalog."""
        return [
            Pending(*row)
            for row in self._db.execute("SELECT id, path, sha256, source FROM pending JOIN number USING (n)")
        ]

    def begin_commit(self, changes: Collection[Pending]) -> None:
        """Names the articles of the commit that is about to happen; call it inside a transaction."""
        self._db.executemany("INSERT OR IGNORE INTO number (id) VALUES (?)", ((each.id,) for each in changes))
        self._db.executemany(
            "INSERT OR REPLACE INTO pending VALUES ((SELECT n FROM number WHERE id = ?), ?, ?, ?)",
            ((each.id, each.path, each.sha256, each.source) for each in changes),
        )

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
            self._db.execute("UPDATE main.file SET size = -1, mtime_ns = -1 WHERE path = ?", (path,))
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY":
                raise
            raise IndexBusy("an update is writing to the catalog", "try again") from error

    def forget(self, article_id: str, path: str) -> None:
        """Makes the next reading of a file write this article again, whatever the catalog believed of it."""
        self._db.execute("UPDATE article SET draft = '' WHERE n = (SELECT n FROM number WHERE id = ?)", (article_id,))
        self.invalidate(path)

    def problems(self) -> list[str]:
        return problems(self._db)

    def counts(self, column: str) -> dict[str, int]:
        """Articles by "type" or "year"; files by "format"."""
        asked = {
            "type": "type, count(*) FROM article",
            "year": "substr(date, 1, 4), count(*) FROM article",
            "format": "format, count(*) FROM file",
        }
        rows = self._db.execute(f"SELECT {asked[column]} GROUP BY 1 ORDER BY 1")
        return dict(rows)


def _article(row: tuple[str, str, str, str, str, int, bytes, str, int]) -> ArticleRow:
    return ArticleRow(*row[:5], _moment(row[5]), *row[6:])


def _seconds(moment: str) -> int:
    return round(datetime.fromisoformat(moment).timestamp()) if moment else 0


def _moment(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds") if seconds else ""
