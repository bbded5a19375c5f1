"""A file becomes articles: what a worker process does with what it is handed.

path --corpus.load--> RawFile --registry.read--> Draft --annotate--> Article
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from indexer.article import Provenance
from indexer.authority import Authority
from indexer.errors import Rejected
from indexer.fingerprint import EXTRACTOR
from indexer.ingest.annotate import annotate, cleaned, require_one_article
from indexer.ingest.corpus import load
from indexer.ingest.draft import Draft, RawFile, Rejection
from indexer.ingest.formats import registry
from indexer.ingest.identity import article_id, draft_hash
from indexer.ingest.near_duplicates.minhash import sketch
from indexer.ingest.outcome import Ingested, Reading, Sources, unread
from indexer.ingest.outline import Glance, Outline
from indexer.ingest.reasons import reason_of


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
    part = read_drafts(drafts(raw), provenance, authority)
    alone = len(part.articles) == 1 and not part.rejections
    articles = (_alone(part.articles[0]),) if alone else part.articles
    sources = Sources(each.source for each in articles)
    return replace(whole, articles=articles, rejections=part.rejections, format=provenance.format, sources=sources)


def outline(root: Path, glance: Glance) -> Outline:
    """The articles that `read_file` would make of a file, as far as that can be told from its text."""
    try:
        raw, _ = load(root, glance.path)
    except Rejected:
        return Outline(glance.path)
    if raw.sha256 in glance.contents:
        return Outline(glance.path, raw.sha256)
    pairs = ((each, draft_hash(each)) for each in drafts(raw) if isinstance(each, Draft))
    articles = ((article_id(raw.path, each), mark) for each, mark in pairs if mark in glance.drafts or _is_fit(each))
    return Outline(glance.path, raw.sha256, tuple(articles))


def _is_fit(draft: Draft) -> bool:
    try:
        cleaned(draft)
    except Exception as error:
        reason_of(error)
        return False
    return True


def _alone(ingested: Ingested) -> Ingested:
    """The only article of a file is the file, also where it has a name of its own in it."""
    article = ingested.article
    return replace(ingested, article=replace(article, provenance=replace(article.provenance, member="")))


def read_drafts(found: Iterable[Draft | Rejection], provenance: Provenance, authority: Authority) -> Reading:
    """A part of a file of many articles."""
    both = list(annotated(found, provenance, authority))
    articles = tuple(each for each in both if isinstance(each, Ingested))
    rejections = tuple(each for each in both if isinstance(each, Rejection))
    return Reading(provenance.path, articles=articles, rejections=rejections, last=False)


def provenance_of(raw: RawFile) -> Provenance:
    try:
        name = registry.format_of(raw).name
    except Rejected:
        name = ""
    return Provenance(raw.path, raw.sha256, str(EXTRACTOR), name)


def drafts(raw: RawFile) -> Iterator[Draft | Rejection]:
    """The drafts in a file, and in their places those that could not be read."""
    try:
        yield from registry.read(raw)
    except Exception as error:
        yield Rejection(raw.path, reason_of(error))


def articles_in(raw: RawFile) -> Iterator[Draft | Rejection]:
    """As `drafts`, and without those that are known from their size alone to become no article."""
    for each in drafts(raw):
        try:
            if isinstance(each, Draft):
                require_one_article(each)
            yield each
        except Rejected as reason:
            yield Rejection(raw.path, str(reason))


def annotated(
    found: Iterable[Draft | Rejection], provenance: Provenance, authority: Authority
) -> Iterator[Ingested | Rejection]:
    for each in found:
        if isinstance(each, Rejection):
            yield each
            continue
        try:
            article = annotate(each, replace(provenance, member=each.key), authority)
            source = each.origin or bytes.fromhex(provenance.sha256)[:16]
            recognised = sketch(article.text, article.title)
            yield Ingested(article, draft_hash(each), recognised, source, each.by_place, each.doubt)
        except Exception as error:
            yield Rejection(provenance.path, reason_of(error), each.key)
