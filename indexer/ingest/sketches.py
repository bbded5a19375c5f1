"""The sketches of all articles, kept in the catalog's database (SQLite) so that an update adds to them."""

import sqlite3
from collections.abc import Iterable

from indexer.ingest.duplicates import POSTED, Sketched
from indexer.ingest.sketch import Sketch

_SCHEMA = """
CREATE TABLE IF NOT EXISTS sketch (
    article TEXT PRIMARY KEY, published TEXT NOT NULL, packed BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS mark (hash INTEGER, article TEXT, PRIMARY KEY (hash, article)) WITHOUT ROWID;
"""


class Sketches:
    """A `duplicates.Store`. It never begins or ends a transaction: the one who holds the connection does."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        for statement in _SCHEMA.strip().split(";\n"):
            self._db.execute(statement)

    def put(self, article: Sketched) -> None:
        """Adds the article, or replaces what was known of it."""
        self.drop(article.id)
        self._db.execute("INSERT INTO sketch VALUES (?, ?, ?)", (article.id, article.published, article.sketch.pack()))
        marks = article.sketch.marks[:POSTED]
        self._db.executemany("INSERT INTO mark VALUES (?, ?)", ((mark, article.id) for mark in marks))

    def drop(self, article: str) -> None:
        known = self.sketched(article)
        if known is not None:
            marks = known.sketch.marks[:POSTED]
            self._db.executemany("DELETE FROM mark WHERE hash = ? AND article = ?", ((m, article) for m in marks))
            self._db.execute("DELETE FROM sketch WHERE article = ?", (article,))

    def sketched(self, article: str) -> Sketched | None:
        row = self._db.execute("SELECT published, packed FROM sketch WHERE article = ?", (article,)).fetchone()
        return Sketched(article, row[0], Sketch.unpack(row[1])) if row else None

    def holders(self, mark: int, limit: int) -> Iterable[str]:
        rows = self._db.execute("SELECT article FROM mark WHERE hash = ? ORDER BY article LIMIT ?", (mark, limit))
        return [row[0] for row in rows]
