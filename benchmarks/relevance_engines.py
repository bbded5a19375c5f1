"""Our engines on a test collection, asked as a reader asks: what is typed, or the words of a sentence joined by OR."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.relevance_collections import DEPTH, Collection, Document
from indexer.article import Article, PartialDate, Provenance
from indexer.engines import open_engine
from indexer.engines.engine import Reader
from indexer.search.plan import plan
from indexer.search.request import SearchInput

_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
_NOWHERE = Provenance("", "", "", "")


def rankings(name: str, collection: Collection) -> dict[str, list[str]]:
    """`name`: memory, whoosh or tantivy."""
    with indexed(name, collection.documents) as reader:
        return {query: _ranking(reader, typed) for query, typed in _typed(collection).items()}


@contextmanager
def indexed(name: str, documents: Sequence[Document]) -> Iterator[Reader]:
    with TemporaryDirectory() as folder:
        engine = open_engine(f"{name}:{Path(folder) / 'index'}", create=True)
        with engine.writer() as writer:
            for document in documents:
                writer.replace(_article(document))
        yield engine.reader()
        engine.close()


def _ranking(reader: Reader, typed: str) -> list[str]:
    asked = SearchInput(typed, size=DEPTH, facets=())
    return [hit.id for hit in reader.search(plan(reader, asked).request).hits]


def _typed(collection: Collection) -> dict[str, str]:
    if collection.typed:
        return collection.queries
    return {query: " OR ".join(_WORD.findall(text.lower())) for query, text in collection.queries.items()}


def _article(document: Document) -> Article:
    return Article(document.id, document.title, document.text, _NOWHERE, PartialDate(document.date))
