"""What is in a file that somebody pushes, found out in a process of its own: a web server that read files of strangers
itself would be at the mercy of each of them, and PDFium may not be used by two threads at once."""

import json
import multiprocessing
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from indexer.errors import RequestError
from indexer.indexing.changes import PUSHED
from indexer.indexing.pool import Given, Pool, WorkerDied
from indexer.indexing.process import begin, bounded
from indexer.indexing.workers import answered, why_dead
from indexer.ingest.draft import Draft, RawFile, Rejection
from indexer.ingest.identity import article_id


@dataclass(frozen=True, slots=True)
class Contents:
    """The ids of the articles in a file; where there are none, `reason` says why. `name` and `data` are the file that
    an article sent as JSON becomes."""

    ids: tuple[str, ...] = ()
    reason: str = ""
    name: str = ""
    data: bytes = b""


class Readers:
    """The process in which pushed files are read, one after the other. It begins with the first; several threads may
    ask at once."""

    def __init__(self) -> None:
        self._pool: Pool | None = None
        self._opening = threading.Lock()

    def ask(self, work: Callable[[Given], Contents], given: Given, size: int) -> Contents:
        """Raises `RequestError` with the reason where there is no article in it."""
        pool = self._ready()
        try:
            found = answered(pool, work, given, pool.submit(work, given))
        except WorkerDied as death:
            found = Contents(reason=why_dead(death, size))
        if not found.ids:
            raise RequestError(f"not taken: {found.reason}")
        return found

    def close(self) -> None:
        with self._opening:
            if self._pool is not None:
                self._pool.close()
            self._pool = None

    def _ready(self) -> Pool:
        with self._opening:
            if self._pool is None:
                context = multiprocessing.get_context("forkserver")
                context.set_forkserver_preload(["indexer.ingest.read"])
                self._pool = Pool(context, begin, 1)
            return self._pool


def contents_of(file: RawFile) -> Contents:
    """In a process of `Readers`, as is the next one."""
    from indexer.ingest.read import articles_in  # noqa: PLC0415 - who asks knows this module; it must not load readers

    with bounded(len(file.data)):
        return _contents(file.path, articles_in(file))


def article_in(body: bytes) -> Contents:
    """One article as JSON, which becomes a file named after its `id` or `url`."""
    with bounded(len(body)):
        try:
            article = json.loads(body)
        except (ValueError, RecursionError, MemoryError):
            article = None
        if not isinstance(article, dict):
            return Contents(reason="the body is not one article as a JSON object")
        key = article.get("id") or article.get("url")
        if not isinstance(key, str) or not key.strip():
            return Contents(reason="an article needs an id or a url, so that it can be replaced later")
        name = article_id(key, Draft("", url=key if "://" in key else "")) + ".json"
        data = json.dumps(article, ensure_ascii=False, indent=1).encode("utf-8", "replace")
    return replace(contents_of(RawFile(f"{PUSHED}/{name}", data, "")), name=name, data=data)


def _contents(path: str, found: Iterable[Draft | Rejection]) -> Contents:
    ids: list[str] = []
    reason = ""
    for each in found:
        if isinstance(each, Draft):
            ids.append(article_id(path, each))
        else:
            reason = reason or (f"{each.place}: {each.reason}" if each.place else each.reason)
    return Contents(tuple(ids), reason or "no article in it")
