"""What outlives every generation (SQLite, one file an archive): what each article was called, where it lay, when it was
seen, and its former texts.

An article's id is given once. `meaning` says which article is read at a place whose own id would be another, and
`redirect` where somebody is led who asks for an id that is no more.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import dataclass, fields
from operator import attrgetter
from pathlib import Path
from typing import Any

from indexer.indexing.database import connected, connected_to_read, copied, problems, reading, snapshot, transaction

_SCHEMA = """
PRAGMA secure_delete=ON;
CREATE TABLE IF NOT EXISTS article (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, path TEXT NOT NULL, member TEXT NOT NULL, title TEXT NOT NULL,
    first INTEGER NOT NULL, since INTEGER NOT NULL, removed INTEGER NOT NULL, source BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS article_source ON article (substr(source, 1, 8));
CREATE TABLE IF NOT EXISTS former (
    article INTEGER NOT NULL, until INTEGER NOT NULL, path TEXT NOT NULL, member TEXT NOT NULL, title TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS former_article ON former (article);
CREATE TABLE IF NOT EXISTS version (
    article INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL, source BLOB NOT NULL,
    packed BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS version_article ON version (article);
CREATE TABLE IF NOT EXISTS meaning (read TEXT PRIMARY KEY, article TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS redirect (id TEXT PRIMARY KEY, article TEXT NOT NULL) WITHOUT ROWID;
"""
_TABLES = (
    ("article", "n", "id", "path", "member", "title", "first", "since", "removed", "source"),
    ("former", "rowid", "article", "until", "path", "member", "title"),
    ("version", "rowid", "article", "since", "until", "source", "packed"),
    ("meaning", "read", "article"),
    ("redirect", "id", "article"),
)
_TRACE = "SELECT id, path, member, title, first, since, removed, source FROM article"
_ADD = "INSERT INTO article (id, path, member, title, first, since, removed, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Trace:
    """An article as it was last seen: where it lay (`member` as in `Provenance`, where that is a name), what it was
    called, the hash of the bytes it was read from. Times are seconds since 1970: when it was first seen, since when it
    says what it says, and when it was removed (0: it is there)."""

    id: str
    path: str
    member: str
    title: str
    first: int
    since: int
    removed: int
    source: bytes


_values = attrgetter(*(each.name for each in fields(Trace)))  # `astuple` copies them, in ten times the time


@dataclass(frozen=True, slots=True)
class Version:
    """A former state of an article, shown from `since` to `until`. `record` holds it as `update` reads a JSON file."""

    since: int
    until: int
    source: bytes
    record: dict[str, object]


@contextmanager
def opened_history(path: Path) -> Iterator["History"]:
    """Raises `IndexBroken` where the file turns out to be damaged in the midst of the block."""
    with reading(path), closing(History(path)) as history:
        yield history


@contextmanager
def history_if_any(path: Path) -> Iterator["History"]:
    """The same for one who only reads: where there is none yet, none is made, and nothing is known."""
    if path.exists():
        with opened_history(path) as history:
            yield history
    else:
        with closing(History(Path(":memory:"))) as nothing:
            yield nothing


class History:
    """For one thread at a time; where nothing can be written it can still be read. `writing` False: by one who only
    reads, from a file that is there."""

    def __init__(self, path: Path, *, writing: bool = True) -> None:
        self._db = connected(path, _SCHEMA) if writing else connected_to_read(path)

    def close(self) -> None:
        self._db.close()

    def copy_to(self, path: Path) -> None:
        copied(self._db, path)

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing of what its block writes."""
        return transaction(self._db)

    def snapshot(self) -> AbstractContextManager[None]:
        """For many questions one after another, and for a few changes among them."""
        return snapshot(self._db)

    def trace(self, article_id: str) -> Trace | None:
        row = self._db.execute(f"{_TRACE} WHERE id = ?", (article_id,)).fetchone()
        return Trace(*row) if row else None

    def traces(self) -> Iterator[Trace]:
        return (Trace(*row) for row in self._db.execute(_TRACE))

    def read_from(self, source: bytes) -> list[Trace]:
        """The articles that were last read from the same bytes, those that are there first."""
        if not source:
            return []
        rows = self._db.execute(
            f"{_TRACE} WHERE substr(source, 1, 8) = substr(?1, 1, 8) AND source = ?1 ORDER BY removed, id", (source,)
        )
        return [Trace(*row) for row in rows]

    def change(self, before: Trace, trace: Trace, moment: int) -> None:
        """Notes an article as it is from this moment on; what it was called and where it lay before is kept."""
        renamed = before.member and trace.member and before.member != trace.member
        if renamed or (before.path, before.title) != (trace.path, trace.title):
            values = (self._number(trace.id), moment, before.path, before.member, before.title)
            self._db.execute("INSERT INTO former VALUES (?, ?, ?, ?, ?)", values)
        self._db.execute(
            "UPDATE article SET path = ?, member = ?, title = ?, since = ?, removed = 0, source = ? WHERE id = ?",
            (trace.path, trace.member, trace.title, trace.since, trace.source, trace.id),
        )

    def add(self, trace: Trace) -> None:
        """An article that is new here."""
        self._db.execute(_ADD, _values(trace))

    def remove(self, article_id: str, moment: int) -> None:
        self._db.execute("UPDATE article SET removed = ? WHERE id = ? AND removed = 0", (moment, article_id))

    def prepare(self, article_id: str, version: Version) -> None:
        """Keeps what an article says until now (`until` 0), before the index forgets it: `settle` says whether it was
        forgotten. Or a state of it that is older than what was seen before, whose time is over already."""
        known = "SELECT 1 FROM version WHERE article = ? AND source = ? AND (until = 0 OR ?)"
        values = (self._number(article_id), version.source, version.until > 0)
        if not self._db.execute(known, values).fetchone():
            self.add_version(article_id, version)

    def settle(self, article_id: str, source: bytes, moment: int) -> None:
        """What was prepared of an article, which is read from `source` now, ends here; unless it says that still."""
        n = self._number(article_id)
        self._db.execute("DELETE FROM version WHERE article = ? AND until = 0 AND source = ?", (n, source))
        self._db.execute("UPDATE version SET until = ? WHERE article = ? AND until = 0", (moment, n))

    def versions(self, article_id: str) -> list[Version]:
        """The oldest first, without those whose bytes are damaged."""
        asked = "SELECT since, until, source, packed FROM version WHERE article = ? AND until > 0 ORDER BY until, rowid"
        rows = self._db.execute(asked, (self._number(article_id),))
        found = ((since, until, source, _unpacked(packed)) for since, until, source, packed in rows)
        return [Version(since, until, source, record) for since, until, source, record in found if record is not None]

    def add_version(self, article_id: str, version: Version) -> None:
        values = (self._number(article_id), version.since, version.until, version.source, _packed(version.record))
        self._db.execute("INSERT INTO version VALUES (?, ?, ?, ?, ?)", values)

    def take_back(self, article_id: str, source: bytes, until: int) -> None:
        """The last version is what the article says again."""
        last = "SELECT max(rowid) FROM version WHERE article = ?"
        self._db.execute(
            f"DELETE FROM version WHERE rowid = ({last}) AND source = ? AND until = ?",  # noqa: S608 - from above
            (self._number(article_id), source, until),
        )

    def former(self, article_id: str) -> list[tuple[int, str, str, str]]:
        """(until when, path, member, title) of where it lay and what it was called, the oldest first."""
        asked = "SELECT until, path, member, title FROM former WHERE article = ? ORDER BY until, rowid"
        return list(self._db.execute(asked, (self._number(article_id),)))

    def _number(self, article_id: str) -> int:
        row = self._db.execute("SELECT n FROM article WHERE id = ?", (article_id,)).fetchone()
        return int(row[0]) if row else 0

    def meant_by(self, read: str) -> str:
        """The id of the article that is read where the id `read` is made from address or place."""
        row = self._db.execute("SELECT article FROM meaning WHERE read = ?", (read,)).fetchone()
        return str(row[0]) if row else read

    def mean(self, read: str, article_id: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO meaning VALUES (?, ?)", (read, article_id))

    def redirect(self, former: str, article_id: str) -> None:
        """Whoever asks for a former id is led to another one for good; so are those who were led to that one."""
        self._db.execute("UPDATE redirect SET article = ? WHERE article = ?", (article_id, former))
        self._db.execute("INSERT OR REPLACE INTO redirect VALUES (?, ?)", (former, article_id))
        self._db.execute("DELETE FROM redirect WHERE id = ?", (article_id,))

    def led_to(self, former: str) -> str:
        """Empty where nobody is led anywhere."""
        row = self._db.execute("SELECT article FROM redirect WHERE id = ?", (former,)).fetchone()
        return str(row[0]) if row else ""

    def learn(self, other: "History") -> None:
        """What another history knows of ids, and this one does not."""
        self._db.executemany("INSERT OR IGNORE INTO meaning VALUES (?, ?)", other.meanings())
        self._db.executemany("INSERT OR IGNORE INTO redirect VALUES (?, ?)", other.redirects())

    def meanings(self) -> Iterator[tuple[str, str]]:
        return iter(self._db.execute("SELECT read, article FROM meaning"))

    def redirects(self) -> Iterator[tuple[str, str]]:
        return iter(self._db.execute("SELECT id, article FROM redirect"))

    @property
    def is_empty(self) -> bool:
        return self._db.execute("SELECT 1 FROM article LIMIT 1").fetchone() is None

    def problems(self) -> list[str]:
        """What is wrong with the file; and where that is nothing, of which articles a former text is damaged."""
        asked = "SELECT id, packed FROM version LEFT JOIN article ON n = article"
        found = problems(self._db)
        damaged = (each for each, packed in self._db.execute(asked) if _unpacked(packed) is None)
        return found or [f"a former text of {each} is damaged" for each in damaged]

    def salvage(self, damaged: sqlite3.Connection) -> None:
        """Takes over all rows that can still be read: from the first one on up to the damage, and from the last one
        down to it."""
        for table, key, *columns in _TABLES:
            named, places = ", ".join((key, *columns)), ", ".join("?" * (1 + len(columns)))
            for order in ("ASC", "DESC"):
                # only names from `_TABLES` are put into the two statements
                for row in _readable(damaged, f"SELECT {named} FROM {table} ORDER BY {key} {order}"):  # noqa: S608
                    if table != "version" or _unpacked(row[-1]) is not None:
                        self._db.execute(f"INSERT OR IGNORE INTO {table} ({named}) VALUES ({places})", row)  # noqa: S608
        # The number of an article that was lost is given again, and its texts would be the other's.
        self._db.execute("DELETE FROM version WHERE article NOT IN (SELECT n FROM article)")
        self._db.execute("DELETE FROM former WHERE article NOT IN (SELECT n FROM article)")

    def forget(self, article_id: str) -> None:
        """Deletes all that is known of an article, so that its bytes are gone from the file."""
        n = self._number(article_id)
        with self.transaction():
            self._db.execute("DELETE FROM version WHERE article = ?", (n,))
            self._db.execute("DELETE FROM former WHERE article = ?", (n,))
            self._db.execute("DELETE FROM meaning WHERE article = ?1 OR read = ?1", (article_id,))
            self._db.execute("DELETE FROM redirect WHERE article = ?1 OR id = ?1", (article_id,))
            self._db.execute("DELETE FROM article WHERE n = ?", (n,))
        self._db.execute("VACUUM")
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _packed(record: dict[str, object]) -> bytes:
    return zlib.compress(json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def _unpacked(packed: bytes) -> dict[str, object] | None:
    """None where the bytes are not those that were packed."""
    try:
        found: dict[str, object] = json.loads(zlib.decompress(packed))
    except (zlib.error, ValueError, TypeError):
        return None
    return found


def _readable(database: sqlite3.Connection, asked: str) -> Iterator[tuple[Any, ...]]:
    with suppress(sqlite3.DatabaseError):
        yield from database.execute(asked)
