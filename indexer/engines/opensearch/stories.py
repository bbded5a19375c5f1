"""Near duplicates among what a cluster finds, as one hit each."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from indexer.engines.engine import MOST_EXACT, MOST_REPEATS, Hit

Json = dict[str, Any]

NAMED = {"docvalue_fields": ["id", "story"]}


def repeats(chosen: list[Json]) -> Json:
    """Counts the matches of each story of which there are several. Each part of the index gives all that it has."""
    counted = {"field": "story", "size": MOST_EXACT, "min_doc_count": 2, "shard_size": 6 * MOST_EXACT}
    return {"filter": {"bool": {"filter": [{"match_all": {}}, *chosen]}}, "aggs": {"stories": {"terms": counted}}}


def repeated(counted: Json) -> int:
    """How many matches are no hits of their own."""
    return sum(bucket["doc_count"] - 1 for bucket in counted["stories"]["buckets"])


def heads(pages: Iterable[list[Json]], wanted: int) -> list[Json]:
    """The first hits of the first so many stories, from pages that are read until they are enough."""
    found: dict[str, Json] = {}
    for page in pages:
        for hit in page:
            found.setdefault(story(hit), hit)
        if len(found) >= wanted:
            break
    return list(found.values())[:wanted]


def story(hit: Json) -> str:
    return str(hit["fields"]["story"][0])


def of_stories(shown: Sequence[Json]) -> Json:
    return {"terms": {"story": [story(hit) for hit in shown]}}


def collapsed(shown: Sequence[Json], matches: Sequence[Json]) -> Iterator[Hit]:
    """The hits shown, with their other matches: the original first, then in the order of the results."""
    for head in shown:
        ids = [_id(hit) for hit in matches if story(hit) == story(head) and _id(hit) != _id(head)]
        ids.sort(key=lambda each: each != story(head))
        yield Hit(_id(head), head["_score"] or 0.0, len(ids), tuple(ids[:MOST_REPEATS]))


def _id(hit: Json) -> str:
    return str(hit["fields"]["id"][0])
