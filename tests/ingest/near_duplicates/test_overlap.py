"""The bound is one: what it rules out is never alike."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from indexer.ingest.near_duplicates.compare import containment
from indexer.ingest.near_duplicates.minhash import HASH_BITS, SKETCH_SIZE, Sketch
from indexer.ingest.near_duplicates.overlap import Overlaps
from indexer.ingest.near_duplicates.wordings import Wordings

# Few different marks, so that articles share some; few different bits, so that marks fall on the same one.
MARKS = st.one_of(st.integers(0, 300), st.integers(0, 60).map(lambda n: n * 1024), st.integers(0, 2**HASH_BITS - 1))
SKETCHES = st.lists(
    st.sets(MARKS, max_size=2 * SKETCH_SIZE).map(lambda marks: Sketch.of(len(marks), sorted(marks)[:SKETCH_SIZE])),
    min_size=1,
    max_size=5,
)


@given(SKETCHES)
def test_no_pair_shares_more_than_the_bound_says(sketches: list[Sketch]) -> None:
    places = np.arange(len(sketches))
    left, right = (side.ravel() for side in np.meshgrid(places, places))
    most = Overlaps(Wordings.of(sketches)).containment_bound(left, right)
    for one, other, bound in zip(left, right, most, strict=True):
        assert containment(sketches[one], sketches[other]) <= bound


def test_strangers_share_next_to_nothing_by_the_bound() -> None:
    chance = np.random.default_rng(7)
    strangers = [Sketch.of(300, np.sort(chance.integers(0, 2**HASH_BITS, SKETCH_SIZE))) for _ in range(20)]
    left, right = np.triu_indices(20, k=1)
    assert Overlaps(Wordings.of(strangers)).containment_bound(left, right).max() < 0.5


def test_the_sizes_of_a_pair_come_in_their_order() -> None:
    overlaps = Overlaps(Wordings.of([Sketch.of(30, range(9)), Sketch.of(7, range(2))]))
    smaller, larger = overlaps.shingle_counts(np.array([0, 1]), np.array([1, 0]))
    assert (smaller.tolist(), larger.tolist()) == ([7, 7], [30, 30])
