"""Our engines on a test collection, asked as a reader asks: what is typed, or the words of a sentence joined by OR."""

import re
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
    with TemporaryDirectory() as folder:
        engine = open_engine(f"{name}:{Path(folder) / 'index'}", create=True)
        with engine.writer() as writer:
            for document in collection.documents:
                writer.replace(article(document))
        reader = engine.reader()
        found = {query: _ranking(reader, typed) for query, typed in _typed(collection).items()}
        engine.close()
    return found


def _ranking(reader: Reader, typed: str) -> list[str]:
    asked = SearchInput(typed, size=DEPTH, facets=())
    return [hit.id for hit in reader.search(plan(reader, asked).request).hits]


def _typed(collection: Collection) -> dict[str, str]:
    if collection.typed:
        return collection.queries
    return {query: " OR ".join(_WORD.findall(text.lower())) for query, text in collection.queries.items()}


def article(document: Document) -> Article:
    return Article(document.id, document.title, document.text, _NOWHERE, PartialDate(document.date))
