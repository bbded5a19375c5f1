"""Where an engine's answers differ from the oracle's: each difference is declared here, and fails when it is gone.

Sets, totals, facets and sorts by date are not concerned by any of them.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.engines.engine import Engine, SearchRequest
from indexer.engines.memory import MemoryEngine
from indexer.query.tree import Query, Word
from tests.conftest import Opened
from tests.engines.conftest import ENGINES
from tests.engines.samples import ARTICLES, article, filled, word

DIFFERENCES = {
    ("replaced articles", "tantivy"): "a replaced article counts in the statistics behind a score until tantivy merges "
    "its segment, and the Python binding has no way to ask for that",
    ("replaced articles", "opensearch"): "a replaced article counts in the statistics behind a score as long as a "
    "reader may want it, and then until the cluster merges its segment",
    ("no title", "opensearch"): "a cluster takes the mean length of titles, and their number, from the articles that "
    "have one, and its BM25 has no setting for that",
}

Fresh = Callable[[], Engine]


def _on_every_engine(rule: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("fresh", [_declared(rule, name) for name in (*ENGINES, "opensearch")], indirect=True)


def _declared(rule: str, name: str) -> object:
    marks = [pytest.mark.cluster] if name == "opensearch" else []
    if reason := DIFFERENCES.get((rule, name)):
        marks.append(pytest.mark.xfail(reason=reason, strict=True, raises=AssertionError))
    return pytest.param(name, marks=marks)


@pytest.fixture
def fresh(request: pytest.FixtureRequest, tmp_path: Path, opened: Opened) -> Fresh:
    """Opens an empty index of the engine's at each call."""

    def empty() -> Engine:
        if request.param == "opensearch":
            return opened(request.getfixturevalue("cluster").fresh_address(), create=True)
        return opened(f"{request.param}:{tmp_path / str(len(list(tmp_path.iterdir())))}", create=True)

    return empty


def _scores(engine: Engine, query: Query) -> list[float]:
    return [hit.score for hit in engine.reader().search(SearchRequest(query)).hits]


@_on_every_engine("replaced articles")
def test_scores_count_living_articles_only(fresh: Fresh) -> None:
    engine, never_had_it = fresh(), fresh()
    filled(engine, (*ARTICLES, article("gone", "Boats and boats", "boat " * 50)))
    with engine.writer() as writer:
        writer.delete("gone")
    filled(never_had_it)
    assert _scores(engine, word("boat")) == pytest.approx(_scores(never_had_it, word("boat")), rel=1e-5)


@_on_every_engine("no title")
def test_scores_of_titles_count_articles_without_one_too(fresh: Fresh) -> None:
    engine, oracle = fresh(), MemoryEngine()
    for each in (engine, oracle):
        filled(each, (*ARTICLES, article("untitled", "", "A boat without a name.")))
    harbour = Word("harbour", "title", exact=True)
    assert _scores(engine, harbour) == pytest.approx(_scores(oracle, harbour), rel=1e-5)
