"""The sketches of all articles, kept in the catalog's database (SQLite) so that an update adds to them."""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from indexer.ingest.near_duplicates.boilerplate import HOLDERS, Common
from indexer.ingest.near_duplicates.candidates import Candidates, candidates
from indexer.ingest.near_duplicates.minhash import Ints, Sketch, distinct
from indexer.ingest.near_duplicates.postings import Inverted
from indexer.ingest.near_duplicates.wordings import LEAST, Wordings

_SCHEMA = """
CREATE TABLE IF NOT EXISTS number (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS sketch (n INTEGER PRIMARY KEY, published INTEGER NOT NULL, packed BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS plain (
    wording INTEGER, rank TEXT, n INTEGER NOT NULL, PRIMARY KEY (wording, rank)) WITHOUT ROWID;
"""
_RESETTLED = 0.1  # of an article's hashes: if so many become common, it is settled again
_SAME = 8  # articles with one wording that are compared: the first of all is among them


@dataclass(frozen=True, slots=True)
class Sketched:
    """An article as it is compared. `published` is a partial date, empty where unknown. `own`: how much of the text
    the sketch stands for, where what is common was left out of its wording (not of its numbers and names)."""

    id: str
    published: str
    sketch: Sketch
    own: float = 1.0

    @property
    def rank(self) -> tuple[str, str]:
        """The first published comes first, then the smaller id; an unknown date comes last."""
        return (self.published or "~", self.id)


class Sketches:
    """Never begins or ends a transaction: the one who holds the connection does.

    Articles without words of their own (`plain`) are found again by their whole wording.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        for statement in _SCHEMA.strip().split(";\n"):
            self._db.execute(statement)
        self.common = Common(connection)
        self._postings = Inverted(connection, self.common)

    def put(self, articles: Sequence[Sketched]) -> list[str]:
        """Adds the articles, or replaces what was known of them; gives those of which much has become common."""
        self.drop(each.id for each in articles)
        self._db.executemany("INSERT OR IGNORE INTO number (id) VALUES (?)", [(each.id,) for each in articles])
        numbers = self._numbers(each.id for each in articles)
        rows = zip(numbers.tolist(), articles, strict=True)
        values = ((n, _day(each.published), each.sketch.packed) for n, each in rows)
        self._db.executemany("INSERT INTO sketch VALUES (?, ?, ?)", values)
        wordings = Wordings.of([each.sketch for each in articles])
        indexed = wordings.indexed(self.common)
        self._postings.add(wordings.hashes[indexed], numbers[wordings.row[indexed]])
        self._put_plain([articles[nth] for nth in self._without_own(wordings)])
        return self._noticed(wordings.hashes[indexed])

    def drop(self, articles: Iterable[str]) -> None:
        gone = self.sketched(articles)
        numbers = self._numbers(each.id for each in gone)
        wordings = Wordings.of([each.sketch for each in gone])
        indexed = wordings.indexed(self.common)
        self._postings.add(wordings.hashes[indexed], numbers[wordings.row[indexed]], gone=True)
        self._db.executemany("DELETE FROM plain WHERE wording = ? AND rank = ?", map(_plain, gone))
        self._db.executemany("DELETE FROM sketch WHERE n = ?", ((n,) for n in numbers.tolist()))

    def sketched(self, articles: Iterable[str]) -> list[Sketched]:
        """Those of the articles that are known, in their order."""
        asked = """SELECT number.id, published, packed FROM json_each(?)
                   JOIN number ON number.id = value JOIN sketch USING (n) ORDER BY key"""
        return [_sketched(row) for row in self._db.execute(asked, (json.dumps([*articles]),))]

    def numbered(self, numbers: Iterable[int]) -> dict[int, Sketched]:
        """Of articles that are known."""
        asked = """SELECT n, number.id, published, packed FROM json_each(?)
                   JOIN sketch ON n = value JOIN number USING (n)"""
        return {n: _sketched(known) for n, *known in self._db.execute(asked, (json.dumps([*numbers]),))}

    def sketches(self, numbers: Ints) -> list[Sketch]:
        """Of articles that are known, by their numbers in order."""
        asked = "SELECT packed FROM sketch WHERE n IN (SELECT value FROM json_each(?)) ORDER BY n"
        return [Sketch(packed) for (packed,) in self._db.execute(asked, (json.dumps(numbers.tolist()),))]

    def candidates(self, articles: Sequence[Sketched]) -> Candidates:
        """Others that may be like them."""
        wordings = Wordings.of([each.sketch for each in articles])
        indexed = wordings.indexed(self.common)
        numbers = self._numbers(each.id for each in articles)
        return candidates(numbers, wordings.row[indexed], wordings.hashes[indexed], self._postings)

    def same_wording(self, articles: Sequence[Sketched]) -> list[tuple[int, int]]:
        """Of each that has no words of its own (its place) the first others (their numbers) word for word like it."""
        asked = "SELECT n FROM plain WHERE wording = ? ORDER BY rank LIMIT ?"
        numbers = self._numbers(each.id for each in articles)
        plain = self._without_own(Wordings.of([each.sketch for each in articles]))
        rows = ((nth, self._db.execute(asked, (_plain(articles[nth])[0], _SAME))) for nth in plain.tolist())
        return [(nth, n) for nth, found in rows for (n,) in found if n != numbers[nth]]

    def own(self, article: Sketched) -> Sketched:
        """The article as if it had been written without what is common."""
        sketch = article.sketch.without(self.common.has)
        return replace(article, sketch=sketch, own=sketch.size / max(1, article.sketch.size))

    def _numbers(self, articles: Iterable[str]) -> Ints:
        asked = "SELECT ifnull(n, -1) FROM json_each(?) LEFT JOIN number ON number.id = value ORDER BY key"
        rows = self._db.execute(asked, (json.dumps([*articles]),))
        return np.fromiter((n for (n,) in rows), np.int64)

    def _without_own(self, wordings: Wordings) -> Ints:
        return np.flatnonzero((wordings.own(self.common).sizes < LEAST) & (wordings.sizes >= LEAST))

    def _noticed(self, hashes: Ints) -> list[str]:
        """What has become common by these hashes; its articles are indexed under others instead."""
        touched, news = np.empty(0, np.int64), np.empty(0, np.int64)
        while len(new := self._new_common(distinct(hashes))):
            around = distinct(self._postings.holders(new).articles)
            hashes = self._reindexed(around, new)
            touched, news = np.union1d(touched, around), np.union1d(news, new)
        wordings = Wordings.of(self.sketches(touched))
        plain = self._without_own(wordings)
        self._put_plain([*self.numbered(touched[plain].tolist()).values()])
        lost = np.bincount(wordings.row[np.isin(wordings.hashes, news)], minlength=len(touched))
        return [each.id for each in self.numbered(touched[lost >= _RESETTLED * wordings.counts].tolist()).values()]

    def _new_common(self, hashes: Ints) -> Ints:
        """Of the hashes those that too many articles are indexed under, and what else most of these have."""
        held = self._postings.holders(hashes)
        full = np.flatnonzero(np.bincount(held.at, minlength=len(hashes)) > HOLDERS)
        numbers = distinct(held.articles[np.isin(held.at, full)])
        wordings = Wordings.of(self.sketches(numbers))
        new = hashes[full]
        for nth in full.tolist():
            if hashes[nth] not in new[len(full) :]:
                around = held.articles[slice(*np.searchsorted(held.at, (nth, nth + 1)))]
                new = np.append(new, wordings.of_most(np.searchsorted(numbers, around)))
        return distinct(new[~self.common.has(new)])

    def _reindexed(self, numbers: Ints, new: Ints) -> Ints:
        """The hashes under which the articles are indexed in the place of those that are new among the common ones."""
        wordings = Wordings.of(self.sketches(numbers))
        before = wordings.indexed(self.common)
        self.common.add(new)
        more = wordings.indexed(self.common) & ~before
        self._postings.add(wordings.hashes[more], numbers[wordings.row[more]])
        return wordings.hashes[more]

    def _put_plain(self, articles: Sequence[Sketched]) -> None:
        numbers = self._numbers(each.id for each in articles).tolist()
        rows = ((*_plain(each), n) for each, n in zip(articles, numbers, strict=True))
        self._db.executemany("INSERT OR IGNORE INTO plain VALUES (?, ?, ?)", rows)


def _sketched(row: Sequence[Any]) -> Sketched:
    return Sketched(row[0], _published(row[1]), Sketch(row[2]))


def _plain(article: Sketched) -> tuple[int, str]:
    return zlib.crc32(article.sketch.wording), " ".join(article.rank)


def _day(published: str) -> int:
    """20170117, 20170100 or 20170000; 0 where nothing is known."""
    return int(published.replace("-", "").ljust(8, "0"))


def _published(day: int) -> str:
    parts = f"{day // 10_000:04}", f"{day // 100 % 100:02}", f"{day % 100:02}"
    return "-".join(part for part in parts if int(part))
