"""The sketches of all articles, kept in the catalog's database (SQLite) so that an update adds to them."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indexer.ingest.near_duplicates.candidates import INDEXED_HASHES
from indexer.ingest.near_duplicates.minhash import Sketch

_SCHEMA = """
CREATE TABLE IF NOT EXISTS sketch (
    article TEXT PRIMARY KEY, published TEXT NOT NULL, packed BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS mark (hash INTEGER, article TEXT, PRIMARY KEY (hash, article)) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Sketched:
    """An article as it is compared. `published` is a partial date, empty where unknown."""

    id: str
    published: str
    sketch: Sketch

    @property
    def rank(self) -> tuple[str, str]:
        """The first published comes first, then the smaller id; an unknown date comes last."""
        return (self.published or "~", self.id)


class Sketches:
    """Never begins or ends a transaction: the one who holds the connection does."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        for statement in _SCHEMA.strip().split(";\n"):
            self._db.execute(statement)

    def put(self, articles: Sequence[Sketched]) -> None:
        """Adds the articles, or replaces what was known of them."""
        self.drop([each.id for each in articles])
        rows = ((each.id, each.published, each.sketch.packed) for each in articles)
        self._db.executemany("INSERT INTO sketch VALUES (?, ?, ?)", rows)
        # In the order of the table: neighbours land on the same page.
        hashes = sorted((hashed, each.id) for each in articles for hashed in each.sketch.hashes[:INDEXED_HASHES])
        self._db.executemany("INSERT INTO mark VALUES (?, ?)", hashes)

    def drop(self, articles: Iterable[str]) -> None:
        for known in self.sketched(articles):
            hashes = ((hashed, known.id) for hashed in known.sketch.hashes[:INDEXED_HASHES])
            self._db.executemany("DELETE FROM mark WHERE hash = ? AND article = ?", hashes)
            self._db.execute("DELETE FROM sketch WHERE article = ?", (known.id,))

    def sketched(self, articles: Iterable[str]) -> list[Sketched]:
        """Those of the articles that are known, in their order."""
        asked = "SELECT article, published, packed FROM sketch WHERE article = ?"
        rows = (self._db.execute(asked, (article,)).fetchone() for article in articles)
        return [Sketched(row[0], row[1], Sketch(row[2])) for row in rows if row]

    def posting_lists(self, hashes: Iterable[int], limit: int) -> list[list[str]]:
        """For each hash the first ids, in their own order, of the articles that have it among their `INDEXED_HASHES`
        smallest."""
        asked = "SELECT article FROM mark WHERE hash = ? ORDER BY article LIMIT ?"
        return [[row[0] for row in self._db.execute(asked, (hashed, limit))] for hashed in hashes]
