"""Near duplicates are kept true by each commit: what changed is compared with what is known, and only that."""

import json
from collections.abc import Collection
from dataclasses import replace

from indexer.article import Article
from indexer.indexing.catalog import Catalog
from indexer.ingest.near_duplicates.compare import NearDuplicate, find_all, settle
from indexer.ingest.near_duplicates.store import Sketched, Sketches
from indexer.ingest.outcome import Ingested

NO_REPEAT = NearDuplicate("", 0.0)

_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS repeat (n INTEGER PRIMARY KEY, original INTEGER NOT NULL, similarity REAL NOT NULL)",
    "CREATE INDEX IF NOT EXISTS repeat_original ON repeat (original)",
)
_KNOWN = """
SELECT value, original.id, similarity FROM json_each(?) JOIN number AS one ON one.id = value JOIN repeat USING (n)
JOIN number AS original ON original.n = repeat.original
"""
_POINTING = """
SELECT one.id FROM json_each(?) JOIN number AS original ON original.id = value
JOIN repeat ON repeat.original = original.n JOIN number AS one ON one.n = repeat.n
"""
_FORGET = "DELETE FROM repeat WHERE n = (SELECT n FROM number WHERE id = ?)"
_NOTE = """
INSERT INTO repeat SELECT one.n, original.n, ? FROM number AS one, number AS original
WHERE one.id = ? AND original.id = ?
"""


class NearDuplicates:
    """Works inside a transaction of the catalog, before the commit to the index."""

    def __init__(self, catalog: Catalog) -> None:
        self._db = catalog.database
        for statement in _SCHEMA:
            self._db.execute(statement)
        self._sketches = Sketches(self._db)

    def count(self) -> int:
        """Articles that repeat another one."""
        return int(self._db.execute("SELECT count(*) FROM repeat").fetchone()[0])

    def like(self, ingested: Ingested) -> list[str]:
        """Articles with the title of one which is not there yet, and nearly its text, the most similar first."""
        one = Sketched("", ingested.article.date.value, ingested.sketch)
        found = [each.original for each in find_all([one], self._sketches)[one.id]]
        title = ingested.sketch.title
        titled = {each.id for each in self._sketches.sketched(found) if title and each.sketch.title == title}
        return [each for each in found if each in titled]

    def settle(
        self, put: dict[str, Ingested], drop: Collection[str]
    ) -> tuple[dict[str, Ingested], dict[str, NearDuplicate]]:
        """The articles to write, each saying what it repeats; and of those already indexed what they now repeat, where
        that changed (an empty `original`: nothing any more)."""
        touched = {*put, *drop}
        before = find_all(self._sketches.sketched(touched), self._sketches)
        around = {near.original for repeats in before.values() for near in repeats}
        around.update(each for (each,) in self._db.execute(_POINTING, (json.dumps([*before]),)))
        self._sketches.drop(drop)
        self._label(dict.fromkeys(drop, NO_REPEAT))
        arrived = [Sketched(key, each.article.date.value, each.sketch) for key, each in put.items()]
        around.update(self._sketches.put(arrived))
        settled = {key: _rounded(repeat) for key, repeat in settle(sorted(touched | around), self._sketches).items()}
        changed = {key: settled[key] for key in self._label(settled) if key not in put}
        repeats = {key: repeat for key in put if (repeat := settled.get(key, NO_REPEAT)) != NO_REPEAT}
        written = {key: replace(put[key], article=labelled(put[key].article, each)) for key, each in repeats.items()}
        return put | written, changed

    def _label(self, repeats: dict[str, NearDuplicate]) -> list[str]:
        """Notes what the articles repeat, and gives those of which that is news."""
        rows = self._db.execute(_KNOWN, (json.dumps([*repeats]),))
        before = {article_id: NearDuplicate(*known) for article_id, *known in rows}
        news = {key: each for key, each in repeats.items() if each != before.get(key, NO_REPEAT)}
        self._db.executemany(_FORGET, ((key,) for key in news))
        noted = ((each.similarity, key, each.original) for key, each in news.items() if each != NO_REPEAT)
        self._db.executemany(_NOTE, noted)
        return [*news]


def labelled(article: Article, repeat: NearDuplicate) -> Article:
    return replace(article, duplicate_of=repeat.original, similarity=repeat.similarity)


def _rounded(repeat: NearDuplicate | None) -> NearDuplicate:
    return NearDuplicate(repeat.original, round(repeat.similarity, 3)) if repeat else NO_REPEAT
