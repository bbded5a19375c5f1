"""Near duplicates are kept true by each commit: what changed is compared with what is known, and only that."""

from collections.abc import Iterable
from dataclasses import replace

from indexer.article import Article
from indexer.engines.engine import Reader
from indexer.ingest.duplicates import Repeat, Sketched, find, settle
from indexer.ingest.reading import Ingested
from indexer.ingest.sketches import Sketches


class Repeats:
    """Works inside a transaction of the catalog, before the commit to the index."""

    def __init__(self, sketches: Sketches, reader: Reader) -> None:
        self._sketches = sketches
        self._reader = reader

    def settle(self, put: dict[str, Ingested], drop: Iterable[str]) -> tuple[dict[str, Ingested], dict[str, Article]]:
        """The articles to write, each saying what it repeats; and those already indexed of which that changed."""
        touched = {*put, *drop}
        around = {near.original for article_id in touched for near in self._neighbours(article_id)}
        for article_id in drop:
            self._sketches.drop(article_id)
        for article_id, each in put.items():
            self._sketches.put(Sketched(article_id, each.article.date.value, each.sketch))
        settled = settle(sorted(touched | around), self._sketches)
        written = {key: replace(each, article=_labelled(each.article, settled.get(key))) for key, each in put.items()}
        return written, self._relabelled(settled, written)

    def _neighbours(self, article_id: str) -> list[Repeat]:
        known = self._sketches.sketched(article_id)
        return find(known, self._sketches) if known else []

    def _relabelled(self, settled: dict[str, Repeat | None], written: dict[str, Ingested]) -> dict[str, Article]:
        changed: dict[str, Article] = {}
        for article_id, repeat in settled.items():
            stored = self._reader.article(article_id) if article_id not in written else None
            if stored is not None and (label := _labelled(stored, repeat)) != stored:
                changed[article_id] = label
        return changed


def _labelled(article: Article, repeat: Repeat | None) -> Article:
    if repeat is None:
        return replace(article, duplicate_of="", similarity=0.0)
    return replace(article, duplicate_of=repeat.original, similarity=round(repeat.similarity, 3))
