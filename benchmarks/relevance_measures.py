"""How good rankings are: nDCG@10, average precision and reciprocal rank, each a mean over the queries."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.relevance_collections import Collection, by_kind

Ranking = Sequence[str]


@dataclass(frozen=True, slots=True)
class Quality:
    ndcg: float
    map: float
    mrr: float


def quality(rankings: Mapping[str, Ranking], judgments: Mapping[str, Mapping[str, int]]) -> Quality:
    """A query without a ranking counts as one that found nothing."""
    pairs = [(rankings.get(query, ()), grades) for query, grades in judgments.items()]
    return Quality(
        _mean([_ndcg(ranking, grades) for ranking, grades in pairs]),
        _mean([_average_precision(ranking, grades) for ranking, grades in pairs]),
        _mean([_reciprocal_rank(ranking, grades) for ranking, grades in pairs]),
    )


def qualities(rankings: Mapping[str, Ranking], collection: Collection) -> dict[str, Quality]:
    """Of each kind of query apart, by the name of its floor."""
    return {kind: quality(rankings, judgments) for kind, judgments in by_kind(collection).items()}


def misses(where: str, got: Quality, least: Quality) -> list[str]:
    """What is below the least that is asked for, in words."""
    measures = ("ndcg", "map", "mrr")
    pairs = [(measure, float(getattr(got, measure)), float(getattr(least, measure))) for measure in measures]
    return [
        f"{where}: {measure} is {value:.4f}, at least {floor:.4f}" for measure, value, floor in pairs if value < floor
    ]


def _ndcg(ranking: Ranking, grades: Mapping[str, int], depth: int = 10) -> float:
    best = _gain(sorted(grades.values(), reverse=True)[:depth])
    return _gain([grades.get(document, 0) for document in ranking[:depth]]) / best


def _gain(grades: Sequence[int]) -> float:
    return math.fsum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


def _average_precision(ranking: Ranking, grades: Mapping[str, int]) -> float:
    found, total = 0, 0.0
    for place, document in enumerate(ranking, 1):
        if document in grades:
            found += 1
            total += found / place
    return total / len(grades)


def _reciprocal_rank(ranking: Ranking, grades: Mapping[str, int]) -> float:
    return next((1 / place for place, document in enumerate(ranking, 1) if document in grades), 0.0)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
