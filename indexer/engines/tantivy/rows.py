"""The rows of a tantivy index as they lie in its segments, a few at a time."""

from typing import Any

from tantivy import DocAddress, Query, Schema, Searcher

from indexer.engines.tantivy.query import unscored

AT_ONCE = 100

Segment = dict[str, Any]  # what meta.json says of one: {"max_doc": 500, "deletes": None, ...}


def living(searcher: Searcher, schema: Schema, number: int, segment: Segment, first: int) -> list[tuple[str, bytes]]:
    """The ids and stored articles of the rows from `first` on, without those that were replaced or deleted. Segments
    are numbered as meta.json lists them."""
    rows = range(first, min(first + AT_ONCE, segment["max_doc"]))
    stored: list[Any] = [searcher.doc(DocAddress(number, row)) for row in rows]
    ids = [str(each.get_first("id")) for each in stored]
    found = zip(rows, ids, (each.get_first("article") for each in stored), strict=True)
    if not segment["deletes"]:
        return [(article_id, article) for _, article_id, article in found]
    alive = _alive(searcher, schema, number, ids)
    return [(article_id, article) for row, article_id, article in found if row in alive]


def _alive(searcher: Searcher, schema: Schema, number: int, ids: list[str]) -> set[int]:
    """Of one segment, the rows that a search for these ids finds: it passes over those that are dead."""
    sought = unscored(Query.term_set_query(schema, "id", ids))
    hits: list[Any] = searcher.search(sought, len(ids), count=False).hits
    return {address.doc for _, address in hits if address.segment_ord == number}
