"""Near duplicates as one hit, on every engine."""

from dataclasses import replace

import pytest

from indexer.engines.engine import MOST_REPEATS, Engine, Filter, Reader, SearchRequest, Sort
from indexer.query.tree import MatchAll, Query
from tests.engines.samples import ALL_FACETS, article, filled, word

COPIES = tuple(
    replace(article(f"copy-{n}", "", "boat " * (n + 1) + "pilot " * (9 - n), f"2019-01-{n + 10}"), duplicate_of="first")
    for n in range(8)
)
OTHERS = (
    article("first", "", "boat pilot", "2019-01-01", places=("Oslo",)),
    article("alone", "", "boat", "2018-05-05", places=("Oslo",)),
    replace(article("half", "", "boat boat harbour", "2017"), duplicate_of="gone"),
    replace(article("other half", "", "boat harbour", "2016"), duplicate_of="gone"),
)


@pytest.fixture(scope="module")
def reader(shared_engine: Engine) -> Reader:
    return filled(shared_engine, (*COPIES, *OTHERS))


def _heads(reader: Reader, query: Query, sort: Sort = "newest", **more: int) -> list[str]:
    asked = SearchRequest(query, sort=sort, collapse=True, limit=more.get("limit", 10), offset=more.get("offset", 0))
    return [hit.id for hit in reader.search(asked).hits]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [("newest", ["copy-7", "alone", "half"]), ("oldest", ["other half", "alone", "first"])],
)
def test_the_best_placed_of_a_story_is_the_hit(reader: Reader, sort: Sort, expected: list[str]) -> None:
    assert _heads(reader, MatchAll(), sort) == expected


def test_by_relevance_the_best_scored_of_a_story_is_the_hit(reader: Reader) -> None:
    assert set(_heads(reader, word("pilot"), "relevance")) == {"copy-0"}
    assert len(_heads(reader, word("boat"), "relevance")) == 3


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_pages_of_every_size_have_each_story_once(reader: Reader, limit: int) -> None:
    pages = [_heads(reader, word("boat"), "relevance", offset=at, limit=limit) for at in range(0, 4, limit)]
    assert [each for page in pages for each in page] == _heads(reader, word("boat"), "relevance")


def test_articles_and_stories_are_counted_and_facets_count_articles(reader: Reader) -> None:
    found = reader.search(SearchRequest(word("boat"), collapse=True, facets=ALL_FACETS, limit=0))
    assert (found.total, found.stories) == (12, 3)
    assert reader.search(SearchRequest(word("boat"), collapse=True, limit=1)).stories == 3
    flat = reader.search(SearchRequest(word("boat"), facets=ALL_FACETS, limit=0))
    assert (flat.total, flat.stories, flat.facets) == (12, 12, found.facets)


def test_a_hit_counts_what_it_stands_for_and_names_some_the_original_first(reader: Reader) -> None:
    hits = reader.search(SearchRequest(MatchAll(), sort="newest", collapse=True)).hits
    assert [(hit.id, hit.repeated) for hit in hits] == [("copy-7", 8), ("alone", 0), ("half", 1)]
    assert hits[0].repeats == ("first", "copy-6", "copy-5", "copy-4", "copy-3")[:MOST_REPEATS]
    assert hits[2].repeats == ("other half",)


def test_only_what_matches_is_of_a_story(reader: Reader) -> None:
    asked = SearchRequest(MatchAll(), (Filter("place", frozenset({"Oslo"})),), sort="newest", collapse=True)
    found = reader.search(asked)
    assert [(hit.id, hit.repeated) for hit in found.hits] == [("first", 0), ("alone", 0)]
    assert (found.total, found.stories) == (2, 2)


def test_a_page_past_the_end_is_empty(reader: Reader) -> None:
    assert _heads(reader, MatchAll(), offset=3) == []


def test_a_story_loses_what_is_deleted(engine: Engine) -> None:
    filled(engine, (*COPIES[:2], *OTHERS)).close()
    with engine.writer() as writer:
        writer.delete("first")
        writer.replace(replace(OTHERS[2], duplicate_of=""))
    reader = engine.reader()
    hits = reader.search(SearchRequest(MatchAll(), sort="newest", collapse=True)).hits
    assert [(hit.id, hit.repeats) for hit in hits] == [
        ("copy-1", ("copy-0",)),
        ("alone", ()),
        ("half", ()),
        ("other half", ()),
    ]
    reader.close()
