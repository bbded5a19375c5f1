"""What became of files: articles ready to be indexed, and what was rejected, with why."""

import copyreg
from collections.abc import Iterable
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

import numpy as np

from indexer.article import Article, DateEvidence, PartialDate, Passage, Provenance, Quotation, YearReason
from indexer.ingest.draft import Rejection
from indexer.ingest.near_duplicates.minhash import Sketch
from indexer.ingest.numbers import Numbers


@dataclass(frozen=True, slots=True)
class Ingested:
    """An article, the hash of the draft it was made from, what it is recognised by when another repeats it, and the
    hash of the bytes it was read from (`origin_of`); `by_place` and `doubt` as in `Draft`."""

    article: Article
    draft: str
    sketch: Sketch
    source: bytes = b""
    by_place: bool = False
    doubt: str = ""


class Sources:
    """The bytes that the articles of a file were read from, by their hashes: 8 bytes each, for they may be millions."""

    def __init__(self, sources: Iterable[bytes]) -> None:
        self._sorted = np.unique(np.frombuffer(b"".join(each[:8] for each in sources), np.uint64))

    def __contains__(self, source: bytes) -> bool:
        wanted = np.frombuffer(source[:8], np.uint64)
        nth = np.searchsorted(self._sorted, wanted)
        return bool(np.array_equal(self._sorted[nth[0] : nth[0] + 1], wanted))


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a file, or of a part of one: the `last` part comes last.

    `kept` are the numbers of articles that the file holds as before; `same`: all that was indexed of it
    stays. With `mtime_ns` -1 the next update looks at the file again. `worked` counts bytes, for the progress.
    The first part of a file of many articles has the `sources` of all of them.
    """

    path: str
    sha256: str = ""
    size: int = 0
    mtime_ns: int = -1
    articles: tuple[Ingested, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    kept: Numbers | None = None
    format: str = ""
    last: bool = True
    same: bool = False
    worked: int = 0
    sources: Sources | None = None


def twice(path: str, title: str, article_id: str) -> Rejection:
    """Of an article that a file holds more than once the first counts; this says so of another one."""
    return Rejection(path, "the same article twice in this file", title[:80], article_id)


def unread(path: str, reason: str) -> Reading:
    """What is indexed of the file stays; the next update tries again."""
    return Reading(path, rejections=(Rejection(path, reason),), same=True)


def _sent_as_fields(kind: type[Any]) -> None:
    """From process to process in half the time that a frozen dataclass with slots takes by itself."""
    values = attrgetter(*(each.name for each in fields(kind)))
    copyreg.pickle(kind, lambda each: (kind, values(each)))


for _kind in (Article, DateEvidence, Ingested, PartialDate, Passage, Provenance, Quotation, YearReason):
    _sent_as_fields(_kind)
