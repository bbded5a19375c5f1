"""Former states of articles are kept before the index forgets them, along with each commit to it.

Before the engine is written to, what it is about to forget is prepared in the history; afterwards it is settled. What a
crash left between the two is settled by the next update, from what the engine shows then.
"""

import re
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime

from indexer.article import Article
from indexer.engines.engine import Engine, Reader
from indexer.errors import IndexBroken
from indexer.indexing.catalog import ArticleRow, Catalog, Pending
from indexer.indexing.history import History, Trace, Version
from indexer.ingest.outcome import Ingested


@dataclass(frozen=True, slots=True)
class State:
    """One file's state of an article. Which of several is the newer says `order`, never the order of reading: the later
    date, else the later name."""

    date: str
    path: str
    source: bytes

    @classmethod
    def of(cls, row: ArticleRow) -> "State":
        return cls(row.date, row.path, row.source)

    @property
    def order(self) -> tuple[str, list[tuple[int, int | str]]]:
        """Figures in names by their value: page-10 comes after page-9."""
        pieces = re.split(r"(\d+)", self.path)
        return self.date, [(1, int(piece)) if piece.isdecimal() else (0, piece) for piece in pieces]


@dataclass(slots=True)
class Recorder:
    """The history of one update; `shown` is the engine that readers see, with the texts that go."""

    history: History
    shown: Engine
    _moment: int = 0

    def prepare(self, put: Mapping[str, Ingested], drop: Collection[str]) -> None:
        """Called with the articles of a commit before the engine is written to."""
        self._moment = round(time.time())
        with self.history.snapshot():
            known = [trace for each in (*put, *drop) if (trace := self.history.trace(each))]
        going = [each for each in known if each.id not in put or put[each.id].source != each.source]
        if going:
            with self.history.transaction(), _texts(self.shown) as text_of:
                for trace in going:
                    _keep(self.history, trace, text_of, put.get(trace.id))

    def record(self, put: Mapping[str, Ingested], drop: Collection[str], older: Iterable[Ingested]) -> None:
        """Called with the same articles when the engine has them; `older` states of some were found beside them."""
        with self.history.transaction():
            for each in put.values():
                record(self.history, _by_name(each), each.source, self._moment)
            for article_id in drop:
                remove(self.history, article_id, self._moment)
            for each in older:
                state = Version(self._moment, self._moment, each.source, record_of(each.article))
                self.history.prepare(each.article.id, state)


@contextmanager
def _texts(shown: Engine) -> Iterator[Callable[[str], Article | None]]:
    """What readers see of an article; None where that index is damaged: then its texts are lost, and nothing else."""

    def text_of(article_id: str) -> Article | None:
        with suppress(IndexBroken):
            return reader.article(article_id)
        return None

    try:
        reader = shown.reader()
    except IndexBroken:
        yield lambda _: None
        return
    with closing(reader):
        yield text_of


def _keep(history: History, trace: Trace, text_of: Callable[[str], Article | None], now: Ingested | None) -> None:
    if trace.removed or not trace.source:
        return
    former = text_of(trace.id)
    if former is not None and (now is None or record_of(former) != record_of(now.article)):
        history.prepare(trace.id, Version(trace.since, 0, trace.source, record_of(former)))


def record(history: History, article: Article, source: bytes, moment: int) -> None:
    """Notes an article as the index shows it from now on."""
    before, now = history.trace(article.id), _trace(article, source, moment)
    if before is None:
        history.add(now)
        return
    history.settle(article.id, source, moment)
    if before.removed:
        history.take_back(article.id, source, before.removed)
    history.change(before, now, moment)


def remove(history: History, article_id: str, moment: int) -> None:
    """Leads whoever asks for the article to another one that was read from the same bytes, if there is one."""
    trace = history.trace(article_id)
    if trace is None:
        return
    history.settle(article_id, b"", moment)
    history.remove(article_id, moment)
    for same in history.read_from(trace.source):
        if not same.removed:
            history.redirect(article_id, same.id)
            break


def recover(history: History, pending: Iterable[Pending], reader: Reader) -> None:
    """Settles what a crash left: those that the index shows as the commit had them were committed."""
    moment = round(time.time())
    with history.transaction():
        for each in pending:
            article, before = reader.article(each.id), history.trace(each.id)
            if article is None and before is not None and not before.removed:
                remove(history, each.id, moment)
            elif article is not None and each.source and article.provenance.sha256 == each.sha256:
                record(history, article, each.source, moment)


def follow(history: History, catalog: Catalog, shown: Engine, coming: Engine) -> None:
    """Brings the history in accordance with an index that takes the place of the one `shown`: what that has no more,
    or in another state, is kept. An earlier release did not note from which bytes an article was read."""
    moment = round(time.time())
    with _texts(shown) as before, closing(coming.reader()) as after, history.transaction():
        for trace in history.traces():
            row = catalog.article(trace.id)
            if row is None and not trace.removed:
                _keep(history, trace, before, None)
                remove(history, trace.id, moment)
        for row in catalog.articles():
            known, source = history.trace(row.id), row.source or _source_of_file(catalog, row.path)
            source = source or (known.source if known else b"")
            if known is None or known.removed or (known.path, known.source) != (row.path, source):
                if known and known.source != source:
                    _keep(history, known, before, None)
                if article := after.article(row.id):
                    record(history, article, source, moment)


def _source_of_file(catalog: Catalog, path: str) -> bytes:
    """Of an index of a former release, which did not note it: where a file is one article; else it is not known."""
    return bytes.fromhex(catalog.sha256_of(path))[:16] if catalog.count_in(path) == 1 else b""


def _by_name(ingested: Ingested) -> Article:
    """Without the place where it stands in its file, which is another one whenever something is put in before it."""
    article = ingested.article
    return replace(article, provenance=replace(article.provenance, member="")) if ingested.by_place else article


def record_of(article: Article) -> dict[str, object]:
    """What a file said of an article, in the form of a JSON file."""
    said = ("title", "text", "type", "source", "language", "url")
    known: dict[str, object] = {name: value for name in said if (value := getattr(article, name))}
    known |= {"date": article.date.value} if article.date.value else {}
    known |= {"authors": list(article.authors)} if article.authors else {}
    extra: dict[str, list[str]] = {}
    for name, value in article.extra:
        extra.setdefault(name, []).append(value)
    return {**extra, **known}


def _trace(article: Article, source: bytes, moment: int) -> Trace:
    origin = article.provenance
    since = round(datetime.fromisoformat(article.updated).timestamp()) if article.updated else moment
    return Trace(article.id, origin.path, origin.member, article.title, since, since, 0, source)
