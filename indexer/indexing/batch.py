"""Changes gathered until there are enough for a commit; then all of them become visible together."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field

from indexer.article import Article
from indexer.engines.engine import Engine
from indexer.indexing.catalog import ArticleRow, Catalog, FileRow, Pending
from indexer.indexing.near_duplicates import NearDuplicates, labelled
from indexer.indexing.versions import Recorder
from indexer.ingest.draft import Rejection
from indexer.ingest.near_duplicates.compare import NearDuplicate
from indexer.ingest.outcome import Ingested

_MOST_CHARACTERS = 8_000_000
_COMMITS = 100


def fitting(least: int, there: int) -> int:
    """How many articles a commit should have: `least`, or more where there are many. Each commit looks through all of
    the near duplicates' postings, and so there must not be more of them the more there is to look through."""
    return max(least, there // _COMMITS)


@dataclass(slots=True)
class Batch:
    """What one commit holds: articles to write and to delete, what the catalog will say afterwards, and states of
    articles that are `older` than those which are there."""

    put: dict[str, Ingested] = field(default_factory=dict)
    drop: dict[str, str] = field(default_factory=dict)
    older: list[Ingested] = field(default_factory=list)
    files: list[FileRow] = field(default_factory=list)
    touched: list[FileRow] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)
    cleared: list[str] = field(default_factory=list)
    characters: int = 0

    def owner(self, article_id: str, known: ArticleRow | None) -> str | None:
        """The file that has the article, as it will be after this commit; `known` is what the catalog says of it."""
        if article_id in self.put:
            return self.put[article_id].article.provenance.path
        return known.path if known and article_id not in self.drop else None

    def write(self, ingested: Ingested) -> None:
        self.drop.pop(ingested.article.id, None)
        self.put[ingested.article.id] = ingested
        self.characters += len(ingested.article.text)

    def remove(self, article_ids: Iterable[str], path: str) -> None:
        for article_id in article_ids:
            self.put.pop(article_id, None)
            self.drop[article_id] = path

    @property
    def size(self) -> int:
        return len(self.put) + len(self.drop) + len(self.older)

    def is_full(self, most: int) -> bool:
        """Whether it holds `most` articles, or as much text as should wait in memory."""
        return self.size >= most or self.characters >= _MOST_CHARACTERS

    def commit(self, catalog: Catalog, engine: Engine, recorder: Recorder) -> None:
        """The index first, then the history, then the catalog: what fails in between is in `Catalog.pending`."""
        if self == Batch():
            return
        recorder.prepare(self.put, self.drop)
        if self.put or self.drop:
            self._write(catalog, engine)
        recorder.record(self.put, self.drop, self.older)
        with catalog.transaction():
            self._record(catalog)
            catalog.finish_commit()

    def _write(self, catalog: Catalog, engine: Engine) -> None:
        with catalog.transaction():
            self.put, changed = NearDuplicates(catalog).settle(self.put, self.drop)
            relabelled = _relabelled(engine, changed)
            catalog.begin_commit([*self._pending(), *(Pending(each.id, each.provenance.path) for each in relabelled)])
        with engine.writer() as writer:
            for article_id in self.drop:
                writer.delete(article_id)
            for article in (*(each.article for each in self.put.values()), *relabelled):
                writer.replace(article)

    def _pending(self) -> Iterator[Pending]:
        for article_id, path in self.drop.items():
            yield Pending(article_id, path)
        for article_id, each in self.put.items():
            origin = each.article.provenance
            yield Pending(article_id, origin.path, origin.sha256, each.source)

    def _record(self, catalog: Catalog) -> None:
        for article_id in self.drop:
            catalog.drop_article(article_id)
        for path in self.gone:
            catalog.drop_file(path)
        for path in self.cleared:
            catalog.clear_rejections(path)
        catalog.put_articles([*map(_row, self.put.values())])
        for rejection in self.rejections:
            catalog.put_rejection(rejection)
        for row in self.files:
            catalog.put_file(row)
        for row in self.touched:
            if row.sha256:
                catalog.touch(row)
            else:  # not read: whatever was rejected of it has to be found again
                catalog.invalidate(row.path)


def _relabelled(engine: Engine, changed: dict[str, NearDuplicate]) -> list[Article]:
    """Articles already indexed, of which it changed what they repeat."""
    if not changed:
        return []
    with closing(engine.reader()) as reader:
        stored = ((reader.article(article_id), repeat) for article_id, repeat in changed.items())
        return [labelled(article, repeat) for article, repeat in stored if article is not None]


def _row(each: Ingested) -> ArticleRow:
    article = each.article
    path, date = article.provenance.path, article.date.value
    return ArticleRow(article.id, path, each.draft, article.type, date, article.updated, each.source, each.doubt)
