import math
import os
from pathlib import Path

import pytest

from benchmarks import relevance
from benchmarks.relevance_measures import Quality, quality

DATA = Path(os.environ.get("COMMUNIQUE_SHARED", "../shared")) / "data" / "relevance"


def test_the_best_possible_ranking_measures_one() -> None:
    judgments = {"q": {"a": 4, "b": 1}}
    assert quality({"q": ["a", "b", "c"]}, judgments) == Quality(1.0, 1.0, 1.0)


def test_a_query_that_finds_nothing_counts_as_nothing() -> None:
    judgments = {"q": {"a": 1}, "r": {"b": 1}}
    assert quality({"q": ["a"]}, judgments) == Quality(0.5, 0.5, 0.5)


def test_measures_agree_with_hand_made_sums() -> None:
    got = quality({"q": ["x", "b", "a"]}, {"q": {"a": 2, "b": 1, "unfound": 1}})
    best = 3 + 1 / math.log2(3) + 1 / math.log2(4)
    assert got.ndcg == pytest.approx((1 / math.log2(3) + 3 / math.log2(4)) / best)
    assert got.map == pytest.approx((1 / 2 + 2 / 3) / 3)
    assert got.mrr == pytest.approx(1 / 2)


def test_no_engine_ranks_below_its_floor() -> None:
    if not DATA.is_dir():
        pytest.skip(f"no test collections in {DATA}")
    pytest.importorskip("tantivy", reason="the tantivy extra is not installed")
    assert relevance.main(["--short", "--data", str(DATA)]) == 0
