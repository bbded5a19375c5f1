"""The terms of a whole text are those of the one analysis, however much of it was seen before."""

from hypothesis import given
from hypothesis import strategies as st

from indexer.engines.article_terms import words
from indexer.engines.text_terms import spaced
from indexer.text.analysis import loose_terms, terms
from indexer.text.stemmer import stem

PIECES = st.text("aeUN.,1'’-()\"“ !?<>[]Çéнй\u0301_re/港", max_size=14)
KNOWN = st.sampled_from(
    ["U.N.", "(U.N.),", "10,000.", "l'Union", "re-elected", "Council's”", "co.", "“", "St.Petersburg"]
)


@given(st.lists(PIECES | KNOWN).map(" ".join))
def test_the_words_of_a_text_are_its_terms(text: str) -> None:
    assert list(words(text)) == terms(text)


@given(st.lists(PIECES | KNOWN).map("\n".join))
def test_each_stem_stands_at_the_place_of_its_word(text: str) -> None:
    found, stemmed = (part.split() for part in spaced(text))
    assert stemmed == [stem(each) for piece in text.split() for each in loose_terms(piece)]
    assert len(found) == len(stemmed)
