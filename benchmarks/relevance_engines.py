"""Our engines on a test collection, asked as a reader asks: typed words joined by OR."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.relevance_collections import Collection, Document
from benchmarks.relevance_peers import DEPTH
from indexer.article import Article, Provenance
from indexer.engines import open_engine
from indexer.search.asked import SearchInput
from indexer.search.plan import plan

_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
_NOWHERE = Provenance("", "", "", "")


def rankings(name: str, collection: Collection) -> dict[str, list[str]]:
    """`name`: memory, whoosh or tantivy."""
    with TemporaryDirectory() as folder:
        engine = open_engine(f"{name}:{Path(folder) / 'index'}", create=True)
        with engine.writer() as writer:
            for document in collection.documents:
                writer.replace(_article(document))
        reader = engine.reader()
        found = {
            query: [hit.id for hit in reader.search(plan(reader, _asked(text)).request).hits]
            for query, text in collection.queries.items()
        }
        engine.close()
    return found


def _asked(text: str) -> SearchInput:
    return SearchInput(" OR ".join(_WORD.findall(text.lower())), size=DEPTH, facets=())


def _article(document: Document) -> Article:
    return Article(document.id, document.title, document.text, _NOWHERE)
