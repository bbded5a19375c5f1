import fnmatch
import gc
import random
from weakref import ref

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from indexer.engines import term_dictionary
from indexer.engines.engine import Engine, Reader
from indexer.engines.term_dictionary import TermDictionary
from indexer.fields import QueryField
from tests.engines.samples import article, filled

WORDS = st.text("abcjя𠀀", min_size=1, max_size=6)
KNOWN = st.dictionaries(WORDS, st.integers(1, 5), max_size=30)


def vocabulary(counts: dict[str, int]) -> TermDictionary:
    return TermDictionary(sorted(counts.items()))


@given(KNOWN, WORDS, st.integers(0, 2))
@example({"ab": 1, "acb": 2}, "ba", 1)
def test_near_words_are_those_that_a_comparison_with_each_word_finds(
    known: dict[str, int], word: str, edits: int
) -> None:
    compared = [(each, OSA.distance(word, each), count) for each, count in known.items()]
    near = list(vocabulary(known).fuzzy(word, edits))
    assert sorted(near) == sorted(each for each in compared if each[1] <= edits)


@given(KNOWN, st.text("abя*?", min_size=1, max_size=6))
@example({"a": 1, "aa": 2, "baab": 1}, "*a*")
@example({"b": 1}, "*a*")
@example({"a": 1, "b": 2}, "?")
def test_fitting_words_are_those_that_a_comparison_with_each_word_finds(known: dict[str, int], pattern: str) -> None:
    words = vocabulary(known)
    expected = sorted((each for each in known if fnmatch.fnmatchcase(each, pattern)), key=lambda w: (-known[w], w))
    places = words.wildcard(pattern)
    assert len(places) == len(expected)
    assert words.most_frequent(places, 3) == expected[:3]


@pytest.mark.parametrize("field", ["any", "title", "person"])
def test_a_reader_has_the_terms_of_each_field_and_how_many_articles_have_each(
    reader: Reader, field: QueryField
) -> None:
    terms = reader.terms(field, "", 1_000)
    known = reader.term_dictionary(field)
    by_frequency = sorted(terms, key=lambda each: (-each.document_frequency, each.term))
    assert known.most_frequent(known.wildcard("*"), 1_000) == [each.term for each in by_frequency]
    assert [next(known.fuzzy(each.term, 0)).articles for each in terms] == [each.document_frequency for each in terms]


def test_a_vocabulary_is_read_once_in_a_generation_and_gone_with_it(engine: Engine) -> None:
    before = filled(engine).term_dictionary("any")
    assert engine.reader().term_dictionary("any") is before
    with engine.writer() as writer:
        writer.replace(article("new", text="zeppelin"))
    assert [len(known.wildcard("zeppelin")) for known in (before, engine.reader().term_dictionary("any"))] == [0, 1]
    former = ref(before)
    del before, writer  # which may hold the reader that it began from
    gc.collect()
    assert former() is None


def test_words_are_counted_once_for_all_questions() -> None:
    known = vocabulary({"harbour": 2, "harbours": 1})
    assert [sorted(known.fuzzy("harbour", 1)) for _ in range(2)] == [[("harbour", 0, 2), ("harbours", 1, 1)]] * 2


def test_letters_are_looked_at_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(term_dictionary, "_AT_ONCE", 2)
    known = vocabulary(dict.fromkeys(["boat", "coat", "goats", "harbour", "treaties"], 1))
    assert sorted(near.term for near in known.fuzzy("boats", 1)) == ["boat", "goats"]


@pytest.mark.parametrize("words", [0, 1])
def test_an_empty_vocabulary_has_nothing_near_or_fitting(words: int) -> None:
    known = vocabulary({"x": 1} if words else {})
    assert list(known.fuzzy("harbour", 2)) == []
    assert len(known.wildcard("h*r")) == 0


def test_most_words_are_not_compared_letter_by_letter() -> None:
    rng = random.Random(3)
    known = vocabulary({"".join(rng.choices("abcdefghiklmnop", k=7)): 1 for _ in range(2_000)})
    assert len(known._alike("abcdefg", 1)) < 50
