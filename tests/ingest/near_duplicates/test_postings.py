"""The segments say what a plain dictionary would, however they were cut, merged and contradicted."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.ingest.near_duplicates import postings, segments
from indexer.ingest.near_duplicates.boilerplate import Common
from indexer.ingest.near_duplicates.postings import FACTOR, Inverted

PAIRS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 300)), max_size=30)
ASKED = st.tuples(st.integers(0, 41), st.integers(0, 41))
STEPS = st.lists(st.tuples(PAIRS, st.booleans(), ASKED), max_size=40)


@pytest.fixture(scope="module", autouse=True)
def tiny_parts() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(segments, "PART", 4)
        patch.setattr(postings, "PART", 4)
        patch.setattr(postings, "_AT_ONCE", 8)
        yield


def numbers(values: list[int]) -> "np.typing.NDArray[np.int64]":
    return np.array(values, np.int64)


def held(inverted: Inverted, hashes: range) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    answer = inverted.holders(numbers([*hashes]))
    for at, article in zip(answer.at.tolist(), answer.articles.tolist(), strict=True):
        found[hashes[at]].append(article)
    return found


@settings(deadline=None)
@given(STEPS, st.sets(st.integers(0, 40), max_size=3))
def test_the_holders_of_a_hash_are_those_that_were_said_last(
    steps: list[tuple[list[tuple[int, int]], bool, tuple[int, int]]], boilerplate: set[int]
) -> None:
    expected: dict[int, set[int]] = defaultdict(set)
    with closing(sqlite3.connect(":memory:")) as connection:
        common = Common(connection)
        inverted = Inverted(connection, common)
        for nth, (said, gone, asked) in enumerate(steps):
            pairs = sorted(set(said))
            inverted.add(numbers([one for one, _ in pairs]), numbers([other for _, other in pairs]), gone=gone)
            for hashed, article in pairs:
                (expected[hashed].discard if gone else expected[hashed].add)(article)
            if nth == len(steps) // 2:
                common.add(numbers(sorted(boilerplate)))
            _require(expected, held(inverted, range(*asked)), {*range(*asked)} - boilerplate)
        _require(expected, held(inverted, range(41)), {*range(41)} - boilerplate)


def _require(expected: dict[int, set[int]], found: dict[int, list[int]], hashes: set[int]) -> None:
    assert {each: found.get(each, []) for each in hashes} == {each: sorted(expected[each]) for each in hashes}


def test_many_small_changes_leave_few_segments_and_what_is_gone_leaves_none() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        inverted = Inverted(connection, Common(connection))
        for article in range(FACTOR**3 + 3):
            inverted.add(numbers([article % 5, 9]), numbers([article, article]), gone=False)
            inverted.add(numbers([article % 5, 9]), numbers([article, article]), gone=True)
        count, size = connection.execute("SELECT count(*), sum(size) FROM segment").fetchone()
        assert count <= 4 * (FACTOR - 1)
        assert size < FACTOR**2 * 4
        assert not held(inverted, range(10))


def test_a_number_beyond_sixteen_million_is_kept() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        inverted = Inverted(connection, Common(connection))
        inverted.add(numbers([1, 2**24 - 1]), numbers([3, 2**31 - 1]))
        assert inverted.holders(numbers([1, 2**24 - 1])).articles.tolist() == [3, 2**31 - 1]


def test_what_is_common_is_forgotten_when_segments_become_one() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        common = Common(connection)
        inverted = Inverted(connection, common)
        common.add(numbers([7]))
        for article in range(FACTOR):
            inverted.add(numbers([6, 7]), numbers([article, article]))
        assert held(inverted, range(10)) == {6: [*range(FACTOR)]}
        assert Common(connection).has(numbers([6, 7])).tolist() == [False, True]
