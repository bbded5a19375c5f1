"""What does not fit into one answer of a cluster is fetched in several, and nothing is cut."""

import pytest

from indexer.article import Article
from indexer.engines import open_engine
from indexer.engines.engine import Engine, FacetWanted, Filter, Reader, SearchRequest
from indexer.engines.memory import MemoryEngine
from indexer.engines.opensearch import reader as opensearch_reader
from indexer.query.tree import MatchAll, Or
from tests.engines.opensearch.nodes import Nodes
from tests.engines.samples import ALL_FACETS, article, exact, filled

pytestmark = pytest.mark.cluster


def _many() -> tuple[Article, ...]:
    return tuple(
        article(
            f"n{n:03}",
            f"Title {n}",
            f"words word{n} " + "more " * (n % 7),
            f"{1990 + n % 30}",
            people=(f"Person {n}", f"Person {n // 9}"),
        )
        for n in range(120)
    )


@pytest.fixture(scope="module")
def readers(cluster: Nodes) -> tuple[Reader, Reader]:
    engines: tuple[Engine, Engine] = (MemoryEngine(), open_engine(cluster.fresh_address(), create=True))
    oracle, other = (filled(engine, _many()) for engine in engines)
    return oracle, other


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
@pytest.mark.parametrize(("offset", "limit"), [(0, 120), (30, 10), (35, 50), (119, 5), (120, 5), (500, 5)])
def test_a_deep_page_is_walked_to(
    readers: tuple[Reader, Reader], monkeypatch: pytest.MonkeyPatch, sort: str, offset: int, limit: int
) -> None:
    monkeypatch.setattr(opensearch_reader, "MOST_AT_ONCE", 20)
    request = SearchRequest(Or((exact("words"), exact("more"))), sort=sort, offset=offset, limit=limit)  # type: ignore[arg-type]  # one of the three
    oracle, other = (reader.search(request) for reader in readers)
    assert (other.total, [hit.id for hit in other.hits]) == (oracle.total, [hit.id for hit in oracle.hits])


def test_a_facet_with_more_values_than_one_answer_holds_is_counted_whole(
    readers: tuple[Reader, Reader], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opensearch_reader, "MOST_BUCKETS", 50)
    monkeypatch.setattr(opensearch_reader, "MOST_AT_ONCE", 20)
    chosen = (Filter("person", include=frozenset({"Person 3"})), Filter("year", exclude=frozenset({"1991"})))
    for filters in ((), chosen):
        request = SearchRequest(exact("more"), filters, limit=5, facets=ALL_FACETS)
        oracle, other = (reader.search(request) for reader in readers)
        assert (other.total, other.facets) == (oracle.total, oracle.facets)


def test_a_vocabulary_is_listed_whole(readers: tuple[Reader, Reader], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opensearch_reader, "MOST_AT_ONCE", 20)
    monkeypatch.setattr(opensearch_reader, "MOST_BUCKETS", 10)
    readers[1]._terms.cache_clear()  # type: ignore[attr-defined]  # what was listed in one answer
    for prefix in ("", "wor", "word1", "0", "x", "\U00010400", ".*"):
        oracle, other = (list(reader.terms("any", prefix, 1_000)) for reader in readers)
        assert other == oracle
    assert sorted(readers[1].ids()) == sorted(readers[0].ids())


def test_a_page_past_all_hits_asks_for_no_walk(readers: tuple[Reader, Reader]) -> None:
    result = readers[1].search(SearchRequest(MatchAll(), offset=10**9, limit=10, facets=(FacetWanted("year"),)))
    assert (result.total, result.hits) == (120, ())
