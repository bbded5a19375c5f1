from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from indexer.search.vocabulary import Vocabulary

WORDS = st.text("abc", min_size=1, max_size=6)


@given(st.sets(WORDS, max_size=30), WORDS, st.integers(0, 2))
def test_near_words_are_those_that_a_comparison_with_each_word_finds(known: set[str], word: str, edits: int) -> None:
    compared = {each: OSA.distance(word, each) for each in known}
    near = dict(Vocabulary(dict.fromkeys(known, 1)).near(word, edits))
    assert near == {each: distance for each, distance in compared.items() if distance <= edits}


def test_words_are_counted_once_for_all_questions() -> None:
    known = Vocabulary({"harbour": 2, "harbours": 1})
    assert [dict(known.near("harbour", 1)) for _ in range(2)] == [{"harbour": 0, "harbours": 1}] * 2
