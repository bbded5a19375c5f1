import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indexer.search.highlight import token_arrays
from indexer.search.highlight.prefilter import Prefilter
from indexer.search.highlight.token_arrays import TokenArrays, beginning, key
from indexer.text import analysis
from tests.machine import cpu_bound

_HARD = st.text(
    "aAzZsStTcCoOrReEpP019 \n\u00a0'’.,-_/|“年国ßæœﬁİſéйёЖЁα\u0301\u0306"
    "\u093f\u0e51\u0e33가\u1100\u1161が\u3099Ａ𠀀😀№½",
    max_size=20,
)
_ANYTHING = st.text(max_size=20)


def _agrees(text: str) -> None:
    cut, tokens = TokenArrays.of(text), list(analysis.tokens(text))
    assert list(zip(cut.starts.tolist(), cut.ends.tolist(), strict=True)) == [(t.start, t.end) for t in tokens]
    assert cut.keys.tolist() == [key(token.term) for token in tokens]


@given(_HARD | _ANYTHING)
@example("The Council's O'Brien's states' l'Union co-operation pre-emptive post-election re-exa’s")
@example("U.N. and V.A.Semerikov, AU.N, 10,000,5 1,234国 U.N国 x's'y x’s-y z'z s's")
@example("국가 국가 ๑,๒๓๔ 2017年 A国 x\u0301y \u0301z " + "w" * 70)
def test_a_text_is_cut_as_analysis_cuts_it(text: str) -> None:
    _agrees(text)


@given(st.lists(_HARD, max_size=8))
def test_a_long_text_is_cut_as_a_short_one(parts: list[str]) -> None:
    text = " ".join(parts)
    once, token_arrays.AT_ONCE = token_arrays.AT_ONCE, 10
    try:
        _agrees(text)
    finally:
        token_arrays.AT_ONCE = once


def test_each_letter_counts_as_what_it_folds_to() -> None:
    folded = {chr(code): analysis.fold(chr(code)) for code in (*range(0xD800), *range(0xE000, 0xFFFF))}
    words = [each for each in folded if each.isalnum() and analysis.terms(each)]  # and not º, ʼ
    letters = [each for each in words if len(folded[each]) == 1 and folded[each].isalpha()]
    keys = TokenArrays.of(" ".join(letters)).keys.tolist()
    assert dict(zip(letters, keys, strict=True)) == {each: key(folded[each]) for each in letters}


@given(
    st.text("aoéuzsrcntyi", min_size=1, max_size=10),
    st.sampled_from(["", "s", "ing", "isation", "izing", "our", "ied", "ies", "ility", "er", "e", "es"]),
)
def test_no_word_of_a_stem_or_term_is_held_back(begins: str, ends: str) -> None:
    term = analysis.fold_word(begins + ends)
    by_stem, by_term = Prefilter(), Prefilter()
    by_stem.add_stem(term)
    by_term.add_term(term)
    keys = TokenArrays.of(begins + ends).keys
    assert by_stem.marks(keys).all()
    assert by_term.marks(keys).all()


@pytest.mark.parametrize("word", ["colour color", "centre center", "defence defense", "program programme", "die dying"])
def test_two_spellings_pass_for_one_stem(word: str) -> None:
    sieve = Prefilter()
    sieve.add_stem(word.split(maxsplit=1)[0])
    assert sieve.marks(TokenArrays.of(word).keys).all()


def test_hardly_another_word_passes() -> None:
    sieve = Prefilter()
    sieve.add_term("treaty")
    sieve.add_stem("un")
    sieve.add_stem("war")
    others = "treat treaties threat trade nun sun want was way we the of and council charter organisation peace"
    assert not sieve.marks(TokenArrays.of(others).keys).any()


@given(st.text("abzs", min_size=1, max_size=9))
def test_the_beginning_of_a_word_is_the_beginning_of_its_key(term: str) -> None:
    for length in range(1, min(len(term), token_arrays.KEPT) + 1):
        assert key(term) & ((1 << 8 * length) - 1) == beginning(term[:length])


@pytest.mark.parametrize("piece", ["a.", "a'", "1,000", "co-o", "联", "x", "\u0301", "l'", "é", ".", "a's ", "o-o\t"])
def test_a_megabyte_of_anything_is_cut_in_linear_time(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    with cpu_bound(20):
        TokenArrays.of(text)
