"""Ranking is held to its floors in every clone: these collections need no data beside the code."""

import hashlib
import json
from dataclasses import asdict

import pytest

from benchmarks.relevance_collections import Collection
from benchmarks.relevance_engines import rankings
from benchmarks.relevance_floors import FLOORS
from benchmarks.relevance_made_up import FEW, made_up
from benchmarks.relevance_measures import misses, qualities
from benchmarks.relevance_sample import sample
from benchmarks.relevance_writing import AVERAGE

KINDS = (
    "both words",
    "digests",
    "either word",
    "inflections",
    "known items",
    "names",
    "phrases",
    "rare words",
    "reports",
    "spellings",
    "titles",
    "topics",
)
Rankings = dict[str, list[str]]


@pytest.fixture(scope="module", params=("memory", "whoosh", "tantivy"))
def engine(request: pytest.FixtureRequest) -> str:
    if request.param == "tantivy":
        pytest.importorskip("tantivy", reason="the tantivy extra is not installed")
    return str(request.param)


@pytest.fixture(scope="module")
def collection(engine: str) -> Collection:
    """Memory scans all articles for each word of a query: it gets a quarter of them."""
    return made_up(FEW) if engine == "memory" else made_up()


@pytest.fixture(scope="module")
def ranked(engine: str, collection: Collection) -> Rankings:
    return rankings(engine, collection)


@pytest.mark.parametrize("kind", KINDS)
def test_no_engine_ranks_a_kind_of_question_below_its_floor(
    ranked: Rankings, collection: Collection, kind: str
) -> None:
    _hold(ranked, collection, kind)


def test_a_quoted_phrase_finds_nothing_but_the_phrase(ranked: Rankings, collection: Collection) -> None:
    phrases = {query: grades.keys() for query, grades in collection.judgments.items() if query.startswith("phrases")}
    assert phrases
    assert {query: set(ranked[query]) for query in phrases} == phrases


def test_no_engine_ranks_known_items_of_the_sample_archive_below_their_floor(engine: str) -> None:
    _hold(rankings(engine, sample()), sample(), "known items")


def _hold(ranked: Rankings, collection: Collection, kind: str) -> None:
    part = f"{collection.name}: {kind}"
    missed = misses(part, qualities(ranked, collection)[part], FLOORS[part])
    assert not missed, "; ".join(missed)


def test_every_kind_of_question_that_is_made_up_is_held_to_a_floor() -> None:
    assert set(qualities({}, made_up())) == {f"made up: {kind}" for kind in KINDS}


def test_the_made_up_collection_is_the_same_everywhere() -> None:
    """Where it is not, its floors say nothing. Whoever changes it measures them anew."""
    stored = json.dumps(asdict(made_up()), sort_keys=True).encode()
    assert hashlib.sha256(stored).hexdigest()[:16] == "ace272df9008fb14"


def test_an_average_article_is_as_long_as_drafts_take_it_for() -> None:
    lengths = [3 * len(each.title.split()) + len(each.text.split()) for each in made_up().documents]
    assert sum(lengths) / len(lengths) == pytest.approx(AVERAGE, rel=0.02)
