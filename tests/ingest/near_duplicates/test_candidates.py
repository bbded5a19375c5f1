"""The same candidates as counting the shared marks of one article after the other would give."""

from collections import Counter
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from indexer.ingest.near_duplicates.candidates import CANDIDATES, MOST_POSTINGS, candidates

Posted = dict[str, list[int]]
POSTED = st.dictionaries(
    st.text("abc", min_size=1, max_size=6), st.lists(st.integers(0, 12), unique=True, max_size=6), max_size=60
)


def holders(stored: Posted, marks: Sequence[int], limit: int) -> list[list[str]]:
    return [sorted(each for each, posted in stored.items() if mark in posted)[:limit] for mark in marks]


def found(asked: Posted, stored: Posted) -> dict[str, list[str]]:
    names = list(asked)
    pairs = candidates(names, list(asked.values()), lambda marks, limit: holders(stored, marks, limit))
    together: dict[str, list[str]] = {name: [] for name in names}
    for article, other in zip(pairs.article, pairs.other, strict=True):
        together[names[article]].append(pairs.ids[other])
    return together


def one_by_one(asked: Posted, stored: Posted) -> dict[str, list[str]]:
    expected = {}
    for name, marks in asked.items():
        shared = Counter(each for held in holders(stored, marks, MOST_POSTINGS) for each in held)
        shared.pop(name, None)
        expected[name] = sorted(shared, key=lambda other: (-shared[other], other))[:CANDIDATES]
    return expected


@given(POSTED, st.data())
def test_the_candidates_are_those_that_share_the_most_marks_the_best_first(stored: Posted, data: st.DataObject) -> None:
    known = data.draw(st.sets(st.sampled_from(sorted(stored)) if stored else st.nothing()))
    asked = {name: stored[name] for name in sorted(known)} | {"a stranger": [1, 2, 3]}
    assert found(asked, stored) == one_by_one(asked, stored)


def test_where_nothing_is_asked_or_stored_nothing_is_found() -> None:
    assert found({}, {}) == {}
    assert found({"a": [], "b": [1]}, {}) == {"a": [], "b": []}


def test_a_mark_that_many_have_is_looked_at_no_further_than_the_limit() -> None:
    stored = {f"{number:03}": [1] for number in range(3 * MOST_POSTINGS)}
    assert found({"200": [1]}, stored) == {"200": [f"{number:03}" for number in range(CANDIDATES)]}
