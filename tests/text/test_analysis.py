import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.text import analysis
from indexer.text.stemmer import stem
from tests.machine import cpu_bound


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Refugees, REFUGEES!", ["refugees", "refugees"]),
        ("naïve São Łódź Ærø Straße", ["naive", "sao", "lodz", "aero", "strasse"]),
        ("the Council's and the states' don't O’Brien", ["the", "council", "and", "the", "states", "dont", "obrien"]),
        ("The U.N. and V.A.Semerikov, T.Greminger", ["the", "un", "and", "va", "semerikov", "t", "greminger"]),
        ("counter-terrorism co-operation re-elected", ["counter", "terrorism", "cooperation", "reelected"]),
        ("l'Union d’Estaing qu'elle", ["l", "union", "d", "estaing", "qu", "elle"]),
        ("10,000 3.5 1,2 59/50", ["10000", "3", "5", "1", "2", "59", "50"]),
        ("1,234,567 1,234,56 1234,567", ["1234567", "1234", "56", "1234", "567"]),
        ("pre-eminent pre-war re-entry re-sign", ["preeminent", "pre", "war", "reentry", "re", "sign"]),
        ("l'a d'un O'x", ["la", "d", "un", "ox"]),
        ("A/RES/71/12 № 7", ["a", "res", "71", "12", "7"]),
        ("Ёлки, йод и Каза́нь", ["елки", "йод", "и", "казань"]),
        ("联合国 in 2019年", ["联", "合", "国", "in", "2019", "年"]),
        ("_under_ --dash--", ["under", "dash"]),
        ("…", []),
    ],
)
def test_a_text_is_cut_into_the_words_a_reader_would_type(text: str, terms: list[str]) -> None:
    assert analysis.terms(text) == terms


def test_offsets_point_at_the_words_as_written() -> None:
    text = "Mr. Évariste met the U.N. at 10,000 m"
    assert [text[token.start : token.end] for token in analysis.tokens(text)] == [
        "Mr",
        "Évariste",
        "met",
        "the",
        "U.N",
        "at",
        "10,000",
        "m",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("refugee", "refugees"),
        ("organisation", "organizations"),
        ("labour", "labor"),
        ("centre", "centers"),
        ("российская", "российской"),
        ("analysed", "analyzing"),
    ],
)
def test_forms_and_spellings_of_one_word_share_their_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("hour", "hor"), ("four", "for"), ("prize", "prise"), ("size", "sise")])
def test_words_that_only_look_like_spellings_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


_TEXTS = st.one_of(st.text(), st.text("aé'’.,-0 \n\u0301联йЁ_"))


@given(_TEXTS)
def test_terms_and_tokens_agree_and_never_overlap(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    tokens = list(analysis.tokens(text))
    assert [token.term for token in tokens] == analysis.terms(text)
    ends = [0, *(token.end for token in tokens)]
    assert all(0 <= end <= token.start < token.end for end, token in zip(ends, tokens, strict=False))
    assert all(0 < len(token.term) <= analysis.LONGEST_TERM for token in tokens)


@given(left=_TEXTS, right=_TEXTS)
def test_a_text_may_be_cut_at_any_space(left: str, right: str) -> None:
    assert analysis.terms(f"{left} {right}") == analysis.terms(left) + analysis.terms(right)


@pytest.mark.parametrize("piece", ["a.", "a'", "1,000", "co-o", "联", "x", "\u0301", "l'", "é", "."])
def test_a_megabyte_of_anything_is_cut_in_linear_time(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    with cpu_bound(20):
        analysis.terms(text)
