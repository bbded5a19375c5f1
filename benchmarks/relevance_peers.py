"""The BM25 of two well-known engines as they come, on the same text: raw tantivy and SQLite FTS5."""

import re
import sqlite3
from contextlib import closing

import tantivy

from benchmarks.relevance_collections import DEPTH, Collection, Document

_WORD = re.compile(r"[^\W_]+")


def sqlite_rankings(collection: Collection) -> dict[str, list[str]]:
    """FTS5 with its porter tokenizer."""
    rows = [(_whole(document), document.id) for document in collection.documents]
    statement = "SELECT id FROM d WHERE d MATCH ? ORDER BY rank LIMIT ?"
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE d USING fts5(text, id UNINDEXED, tokenize = 'porter unicode61')")
        connection.executemany("INSERT INTO d (text, id) VALUES (?, ?)", rows)
        return {
            query: [row[0] for row in connection.execute(statement, (_sqlite_query(text), DEPTH))]
            for query, text in collection.queries.items()
        }


def _sqlite_query(text: str) -> str:
    return " OR ".join(f'"{word}"' for word in _WORD.findall(text))


def tantivy_rankings(collection: Collection) -> dict[str, list[str]]:
    """Tantivy with its en_stem tokenizer, each word of a query counted as often as it stands there."""
    schema = (
        tantivy.SchemaBuilder()
        .add_text_field("id", stored=True, tokenizer_name="raw")
        .add_text_field("text", tokenizer_name="en_stem")
        .build()
    )
    index = tantivy.Index(schema)
    writer = index.writer(heap_size=50_000_000, num_threads=1)
    for document in collection.documents:
        writer.add_document(tantivy.Document(id=document.id, text=_whole(document)))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()
    found = {}
    for query, text in collection.queries.items():
        parsed = index.parse_query(" ".join(_WORD.findall(text)).lower(), ["text"])
        hits = searcher.search(parsed, limit=DEPTH).hits
        found[query] = [searcher.doc(address)["id"][0] for _, address in hits]
    return found


def _whole(document: Document) -> str:
    """The title stands at the beginning of the text in both collections."""
    return document.text
