"""Candidates are those that share most; what many articles quote does not make many of them."""

import sqlite3
from contextlib import closing

import numpy as np
import pytest

from indexer.ingest.near_duplicates.boilerplate import Common
from indexer.ingest.near_duplicates.candidates import ENOUGH, MOST, candidates
from indexer.ingest.near_duplicates.postings import Inverted


def found(sharing: list[int]) -> list[int]:
    """How many hashes the candidates share with an article, of others that share so many with it."""
    with closing(sqlite3.connect(":memory:")) as connection:
        postings = Inverted(connection, Common(connection))
        for number, shared in enumerate(sharing, 1):
            postings.add(np.arange(10, 10 + shared), np.full(shared, number))
        postings.add(np.arange(10, 34), np.full(24, 99))
        hashes = np.concatenate([np.arange(10, 34), np.arange(20, 34)])
        pairs = candidates(np.array([99, 100]), np.repeat([0, 1], [24, 14]), hashes, postings)
        others = pairs.other[pairs.article == 0].tolist()
        assert 99 in pairs.other[pairs.article == 1]
        return sorted((sharing[number - 1] for number in others), reverse=True)


def test_one_shared_hash_makes_no_candidate() -> None:
    assert found([1, 2, 1, 3]) == [3, 2]


def test_of_few_all_are_candidates() -> None:
    assert found([2] * MOST) == [2] * MOST


@pytest.mark.parametrize("more", [[3, 3], [4, 3, 3], [20, 3]])
def test_of_many_those_that_share_most_are(more: list[int]) -> None:
    assert found([2] * 40 + more) == sorted(more, reverse=True)
    assert found(more + [2] * 40) == sorted(more, reverse=True)
    assert found([2] * 10 + more * 4 + [2] * 20) == sorted(more * 4, reverse=True)


def test_what_shares_enough_is_a_candidate_however_many_there_are() -> None:
    assert found([ENOUGH] * 40 + [ENOUGH + 1] * 20 + [2]) == [ENOUGH + 1] * 20 + [ENOUGH] * 40
