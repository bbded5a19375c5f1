"""Random articles, queries, filters and changes: three nodes with three shards and a replica answer as the oracle."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.article import Article
from indexer.engines import open_engine
from indexer.engines.engine import Engine, FacetWanted, Filter, SearchRequest
from indexer.engines.memory import MemoryEngine
from indexer.fields import FACET_FIELDS, FACETS
from tests.engines.opensearch.nodes import Nodes
from tests.engines.test_generated import (
    IDS,
    QUERY_FIELDS,
    Both,
    _agree,
    _rank_alike,
    articles,
    changes,
    commit_all,
    requests,
)

pytestmark = pytest.mark.cluster
quickly = settings(deadline=None, max_examples=15, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def engine(cluster: Nodes) -> Iterator[Engine]:
    opened = open_engine(cluster.fresh_address(), create=True)
    yield opened
    opened.close()


def _after(other: Engine, commits: Sequence[Sequence[Article | str]]) -> Both:
    oracle = MemoryEngine()
    commit_all((oracle, other), commits)
    return Both(oracle.reader(), other.reader())


@quickly
@given(
    st.lists(articles.filter(lambda each: each.title and each.text), max_size=6, unique_by=lambda each: each.id),
    st.lists(requests, min_size=1, max_size=8),
)
def test_a_cluster_ranks_as_the_oracle(cluster: Nodes, added: list[Article], asked: list[SearchRequest]) -> None:
    engine = open_engine(cluster.fresh_address(), create=True)
    both = _after(engine, [added])
    for request in asked:
        _agree(both, request)
        _rank_alike(both, request)
    engine.close()


@quickly
@given(st.lists(changes, min_size=1, max_size=4), st.lists(requests, min_size=1, max_size=6))
def test_a_cluster_is_as_the_oracle_after_any_changes(
    engine: Engine, commits: list[list[Article | str]], asked: list[SearchRequest]
) -> None:
    both = _after(engine, [IDS, *commits])
    assert both.other.count == both.oracle.count
    assert sorted(both.other.ids()) == sorted(both.oracle.ids())
    assert [both.other.article(each) for each in IDS] == [both.oracle.article(each) for each in IDS]
    for field in QUERY_FIELDS:
        assert list(both.other.terms(field, "", 100)) == list(both.oracle.terms(field, "", 100))
    for request in asked:
        _agree(both, request)


@quickly
@given(st.lists(articles, max_size=6), requests)
def test_the_count_beside_a_value_is_the_total_after_clicking_it(
    engine: Engine, added: list[Article], request_: SearchRequest
) -> None:
    reader = _after(engine, [IDS, added]).other
    wanted = tuple(FacetWanted(field, limit=1000) for field in FACET_FIELDS)
    for facet in reader.search(SearchRequest(request_.query, request_.filters, facets=wanted)).facets:
        shown = {row.value: row.count for row in facet.rows}
        assert facet.distinct == len(shown)
        others = tuple(
            Filter(each.field, frozenset(), each.exclude) if each.field == facet.field else each
            for each in request_.filters
        )
        for value in {value for each in added for value in FACETS[facet.field].values(each)}:
            clicked = (*others, Filter(facet.field, frozenset({value})))
            assert reader.search(SearchRequest(request_.query, clicked)).total == shown.get(value, 0)
