import fnmatch
import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from indexer.engines.engine import TermCount
from indexer.search.rewrite import term_dictionary as vocabularies
from indexer.search.rewrite.term_dictionary import Vocabulary, frequency
from tests.search.samples import of_texts

WORDS = st.text("abcjя𠀀", min_size=1, max_size=6)
KNOWN = st.dictionaries(WORDS, st.integers(1, 5), max_size=30)


def vocabulary(counts: dict[str, int]) -> Vocabulary:
    return Vocabulary([TermCount(term, counts[term]) for term in sorted(counts)])


@given(KNOWN, WORDS, st.integers(0, 2))
@example({"ab": 1, "acb": 2}, "ba", 1)
def test_near_words_are_those_that_a_comparison_with_each_word_finds(
    known: dict[str, int], word: str, edits: int
) -> None:
    compared = [(each, OSA.distance(word, each), count) for each, count in known.items()]
    near = list(vocabulary(known).near(word, edits))
    assert sorted(near) == sorted(each for each in compared if each[1] <= edits)


@given(KNOWN, st.text("abя*?", min_size=1, max_size=6))
@example({"a": 1, "aa": 2, "baab": 1}, "*a*")
@example({"b": 1}, "*a*")
@example({"a": 1, "b": 2}, "?")
def test_fitting_words_are_those_that_a_comparison_with_each_word_finds(known: dict[str, int], pattern: str) -> None:
    words = vocabulary(known)
    expected = sorted((each for each in known if fnmatch.fnmatchcase(each, pattern)), key=lambda w: (-known[w], w))
    places = words.fitting(pattern)
    assert len(places) == len(expected)
    assert words.most_frequent(places, 3) == expected[:3]


def test_only_the_whole_word_is_counted() -> None:
    reader = of_texts("harbour", "harbour harbour", "harbours")
    assert [frequency(reader, word) for word in ("harbour", "harbours", "harb", "zebra")] == [2, 1, 0, 0]


def test_words_are_counted_once_for_all_questions() -> None:
    known = vocabulary({"harbour": 2, "harbours": 1})
    assert [sorted(known.near("harbour", 1)) for _ in range(2)] == [[("harbour", 0, 2), ("harbours", 1, 1)]] * 2


def test_letters_are_looked_at_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabularies, "_AT_ONCE", 2)
    known = vocabulary(dict.fromkeys(["boat", "coat", "goats", "harbour", "treaties"], 1))
    assert sorted(near.term for near in known.near("boats", 1)) == ["boat", "goats"]


@pytest.mark.parametrize("words", [0, 1])
def test_an_empty_vocabulary_has_nothing_near_or_fitting(words: int) -> None:
    known = vocabulary({"x": 1} if words else {})
    assert list(known.near("harbour", 2)) == []
    assert len(known.fitting("h*r")) == 0


def test_most_words_are_not_compared_letter_by_letter() -> None:
    rng = random.Random(3)
    known = vocabulary({"".join(rng.choices("abcdefghiklmnop", k=7)): 1 for _ in range(2_000)})
    assert len(known._alike("abcdefg", 1)) < 50
