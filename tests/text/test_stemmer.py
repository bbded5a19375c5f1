"""The stem of a word by the language of its article; forms that are not the stemmer's own."""

import pytest

from benchmarks.languages_texts import languages
from indexer.search.highlight.prefilter import Prefilter
from indexer.search.highlight.token_arrays import TokenArrays
from indexer.text.analysis import fold_word
from indexer.text.stemmer import LANGUAGES, stem, stemmed_apart, stems

FORMS = [(code, fold_word(one), fold_word(other)) for code, each in languages().items() for one, other in each.forms]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "adoptees", "adopter"),
        ("fr", "nationaux", "national"),
        ("de", "erfullt", "erfullen"),
        ("de", "koeln", "koln"),
        ("de", "strasse", "strassen"),
        ("pt", "negociacoes", "negociacao"),
        ("pt", "nacionais", "nacional"),
        ("it", "straniere", "straniero"),
        ("pl", "wartosc", "wartosci"),
        ("sr", "преговори", "pregovora"),
        ("fa", "كتابها", "كتاب"),
        ("ar", "والاجتماعات", "اجتماع"),
        ("ar", "اجتمعوا", "اجتمعت"),
        ("hy", "քաղաքներով", "քաղաք"),
        ("hy", "քաղաքը", "քաղաքում"),
    ],
)
def test_forms_of_a_word_are_one_stem(language: str, one: str, other: str) -> None:
    assert stem(one, language) == stem(other, language)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ar", "بيان", "بيت"),
        ("hy", "քաղաք", "քաղաքական"),
        ("fr", "mission", "missive"),
        ("de", "bericht", "bereich"),
        ("hi", "की", "को"),
    ],
)
def test_other_words_are_other_stems(language: str, one: str, other: str) -> None:
    assert stem(one, language) != stem(other, language)


@pytest.mark.parametrize(
    ("language", "word"), [("kk", "келіссөздер"), ("uz", "bayonotlar"), ("ur", "خبریں"), ("ka", "შეხვედრები")]
)
def test_in_a_language_that_nothing_stems_a_word_is_as_it_is_written(language: str, word: str) -> None:
    term = fold_word(word)
    assert stem(term, language).partition("/")[0] == term


def test_words_in_other_letters_are_not_of_the_language_of_the_article() -> None:
    assert stem("treaties", "ru") == stem("treaties")
    assert stem("договоры", "fr") == stem("договоры")
    assert stem("treaties", "fr") != stem("treaties")


@pytest.mark.parametrize("term", ["2017", "10000", "国", "日本", "ก"])
def test_numbers_and_words_without_a_stemmer_are_alike_in_every_language(term: str) -> None:
    assert {stem(term, language) for language in ("", "en", *LANGUAGES)} == {term}


def test_a_word_has_one_stem_more_for_each_language_of_its_script() -> None:
    assert stems("negotiations", ("de", "fr", "ru")) == (
        stem("negotiations"),
        stem("negotiations", "de"),
        stem("negotiations", "fr"),
    )
    assert stems("negotiations", ()) == stems("negotiations", stemmed_apart({"en", "ru", "ar", "zh", ""}))


def test_languages_that_nothing_stems_are_one_for_each_script() -> None:
    assert stemmed_apart({"vi", "ms", "en", "kk", "ky", "fr"}) == ("fr", "kk", "ms")


@pytest.mark.parametrize("language", languages())
def test_no_form_of_a_word_is_held_back_from_marking(language: str) -> None:
    pairs = [(one, other) for code, one, other in FORMS if code == language]
    for one, other in (pair for both in pairs for pair in (both, both[::-1])):
        sieve = Prefilter()
        sieve.add_stem(one, language)
        if stem(one, language) == stem(other, language):
            assert sieve.marks(TokenArrays.of(other).keys).all(), (one, other)
