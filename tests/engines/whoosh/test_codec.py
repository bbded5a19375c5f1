"""What is stored of a term is read back, also as a former release stored it."""

import struct
from array import array
from contextlib import closing
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from indexer.engines import open_engine
from indexer.engines.whoosh.codec import GrowingPostings, _compacted, decoded
from tests.engines.samples import article

numbers = st.sampled_from((0, 1, 2, 254, 255, 256, 257, 65_534, 65_535, 65_536, 1 << 31))
rows = st.lists(st.sampled_from((1, 2, 255, 256, 65_535, 65_536)), min_size=1, max_size=400)
_FORMER = {1: b"B", 2: b"H", 4: b"I"}


def _growing(steps: list[int], places: list[int]) -> GrowingPostings:
    summed = np.cumsum(steps).tolist()
    return GrowingPostings(array("I", summed), array("I", [1] * len(summed)), array("I", places))


def _former(growing: GrowingPostings) -> bytes:
    steps = np.diff(np.asarray(growing.rows, dtype=np.int64), prepend=0)
    held = [np.asarray(each) for each in (steps, growing.frequencies, growing.positions)]
    packed = [each.astype(np.min_scalar_type(int(each.max(initial=0)))) for each in held]
    kinds = b"".join(_FORMER[each.itemsize] for each in packed)
    return struct.pack("<I3sI", len(steps), kinds, len(growing.positions)) + b"".join(map(np.ndarray.tobytes, packed))


@given(rows, st.lists(numbers, max_size=400))
def test_a_term_is_read_back_as_it_was_stored(steps: list[int], places: list[int]) -> None:
    growing = _growing(steps, places)
    found, frequencies, positions = decoded(growing.encoded())
    assert (found.tolist(), frequencies.tolist(), positions.tolist()) == (
        growing.rows.tolist(),
        growing.frequencies.tolist(),
        growing.positions.tolist(),
    )


@given(rows, st.lists(numbers, max_size=400))
def test_a_term_of_a_former_release_is_read_as_one_of_today(steps: list[int], places: list[int]) -> None:
    growing = _growing(steps, places)
    assert _compacted(_former(growing)) == growing.encoded()


def test_a_term_of_one_article_takes_few_bytes() -> None:
    assert len(_growing([7], [3]).encoded()) == 6


def test_terms_are_found_again_in_a_table_with_few_empty_slots(tmp_path: Path) -> None:
    words = [f"word{number}" for number in range(3_000)]
    with closing(open_engine(f"whoosh:{tmp_path / 'index'}", create=True)) as engine:
        with engine.writer() as writer:
            writer.replace(article("n", "", " ".join(words)))
        with closing(engine.reader()) as reader:
            assert all(reader.document_frequency("any", word) == 1 for word in words)
            assert not any(reader.document_frequency("any", f"{word}x") for word in words)
