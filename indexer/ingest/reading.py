"""A file becomes articles: what a worker process does with what it is handed.

path --corpus.load--> RawFile --formats.read--> Draft --annotate--> Article
"""

import errno
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from indexer.article import Article, Provenance
from indexer.errors import Rejected
from indexer.fingerprint import EXTRACTOR
from indexer.ingest import formats
from indexer.ingest.annotate import annotate
from indexer.ingest.authority import Authority
from indexer.ingest.corpus import load
from indexer.ingest.draft import Draft, RawFile, Rejection
from indexer.ingest.identity import draft_hash
from indexer.ingest.sketch import Sketch, sketch

_MACHINE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.ENOMEM, errno.EMFILE, errno.ENFILE}


@dataclass(frozen=True, slots=True)
class Ingested:
    """An article, the hash of the draft it was made from, and what it is recognised by when another repeats it."""

    article: Article
    draft: str
    sketch: Sketch


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a file, or of a part of one: the `last` part comes last.

    `kept` are ids of articles that the file holds as before; `same`: all that was indexed of it
    stays. With `mtime_ns` -1 the next update looks at the file again. `worked` counts bytes, for the progress.
    """

    path: str
    sha256: str = ""
    size: int = 0
    mtime_ns: int = -1
    articles: tuple[Ingested, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    kept: frozenset[str] = frozenset()
    format: str = ""
    last: bool = True
    same: bool = False
    worked: int = 0


def read_file(root: Path, path: str, known_sha256: str, authority: Authority) -> Reading:
    """Never raises for what is in the file."""
    try:
        raw, entry = load(root, path)
    except Rejected as reason:
        return unread(path, str(reason))
    whole = Reading(path, raw.sha256, entry.size, entry.mtime_ns, worked=entry.size)
    if raw.sha256 == known_sha256:
        return replace(whole, same=True)
    provenance = provenance_of(raw)
    articles, rejections = _sorted_out(annotated(drafts(raw), provenance, authority))
    if len(articles) == 1 and not rejections:
        articles = (_alone(articles[0]),)
    return replace(whole, articles=articles, rejections=rejections, format=provenance.format)


def _alone(ingested: Ingested) -> Ingested:
    """The only article of a file is the file, also where it has a name of its own in it."""
    article = ingested.article
    return replace(ingested, article=replace(article, provenance=replace(article.provenance, member="")))


def unread(path: str, reason: str) -> Reading:
    """What is indexed of the file stays; the next update tries again."""
    return Reading(path, rejections=(Rejection(path, reason),), same=True)


def read_drafts(found: Iterable[Draft], provenance: Provenance, authority: Authority) -> Reading:
    """A part of a file of many articles."""
    articles, rejections = _sorted_out(annotated(found, provenance, authority))
    return Reading(provenance.path, articles=articles, rejections=rejections, last=False)


def provenance_of(raw: RawFile) -> Provenance:
    try:
        name = formats.format_of(raw).name
    except Rejected:
        name = ""
    return Provenance(raw.path, raw.sha256, str(EXTRACTOR), name)


def drafts(raw: RawFile) -> Iterator[Draft | Rejection]:
    """The drafts in a file, and in their places those that could not be read."""
    try:
        yield from formats.read(raw)
    except Exception as error:
        yield Rejection(raw.path, _reason(error))


def annotated(
    found: Iterable[Draft | Rejection], provenance: Provenance, authority: Authority
) -> Iterator[Ingested | Rejection]:
    for each in found:
        if isinstance(each, Rejection):
            yield each
            continue
        try:
            article = annotate(each, replace(provenance, member=each.key), authority)
            yield Ingested(article, draft_hash(each), sketch(article.text, article.title))
        except Exception as error:
            yield Rejection(provenance.path, _reason(error), each.key)


def _reason(error: Exception) -> str:
    """Whatever a parser raises over a hostile file is that file's loss alone, and its name helps to mend the parser.

    What the machine lacks is no fault of the file: it is raised again, and ends the update.
    """
    if isinstance(error, OSError) and error.errno in _MACHINE:
        raise error
    if isinstance(error, Rejected):
        return str(error)
    if isinstance(error, RecursionError):
        return "nested too deeply to be read"
    return f"could not be read ({type(error).__name__}: {str(error)[:200]})"


def _sorted_out(found: Iterable[Ingested | Rejection]) -> tuple[tuple[Ingested, ...], tuple[Rejection, ...]]:
    both = list(found)
    articles = tuple(each for each in both if isinstance(each, Ingested))
    return articles, tuple(each for each in both if isinstance(each, Rejection))
