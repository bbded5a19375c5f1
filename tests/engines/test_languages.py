"""Words by the rules of the language of each article, on every engine: apart in the index, one word to a reader."""

from dataclasses import replace
from math import log

import pytest

from indexer.article import Article
from indexer.engines.engine import Engine, Reader, SearchRequest
from indexer.query.tree import Word
from tests.engines.samples import article, filled, found, word

TEXTS = {
    "fr": "Les négociations nationales et les journaux sont négociées par l'Institut.",
    "es": "Las negociaciones nacionales fueron acordadas por las organizaciones.",
    "de": "Die Verhandlungen wurden von den Häusern in Köln erfüllt.",
    "it": "I negoziati nazionali sono stati approvati dalle commissioni.",
    "pt": "As negociações nacionais foram aprovadas pelas comissões.",
    "nl": "De onderhandelingen werden door de commissies goedgekeurd.",
    "sr": "Преговори о мировним снагама у Београду.",
    "hr": "Pregovori o mirovnim snagama u Zagrebu.",
    "ru": "Переговоры о миротворческих силах и Institutes of Nations.",
    "kk": "Келіссөздер мен бейбітшілік туралы мәлімдемелер.",
    "uz": "Muzokaralar va tinchlik haqida bayonotlar.",
    "ar": "وقال إن المفاوضات والاجتماعات مستمرة في المدرسة",
    "fa": "کتاب‌ها و مذاکرات صلح در تهران",
    "hy": "Բանակցությունների մասնակիցները քաղաքում",
    "el": "Οι διαπραγματεύσεις για την ειρήνη",
    "tr": "Müzakereler ve kararların açıklanması",
    "en": "The negotiations of nations and commissions about houses.",
    "": "Negotiated by the institutes of Москвы",
}


def _article(language: str, text: str, id_: str = "") -> Article:
    return replace(article(id_ or language or "none", "", text), language=language)


@pytest.fixture(scope="module")
def tongues(shared_engine: Engine) -> Reader:
    return filled(shared_engine, tuple(_article(*each) for each in TEXTS.items()))


@pytest.mark.parametrize(
    ("typed", "languages"),
    [
        ("négociation", {"fr"}),
        ("negociation", {"fr"}),
        ("journal", {"fr"}),
        ("negociacion", {"es"}),
        ("nacional", {"es", "pt"}),
        ("Verhandlung", {"de"}),
        ("Koeln", {"de"}),
        ("erfüllen", {"de"}),
        ("negoziato", {"it"}),
        ("negociação", {"pt"}),
        ("onderhandeling", {"nl"}),
        ("преговор", {"sr"}),
        ("pregovore", {"sr", "hr"}),
        ("переговоров", {"ru"}),
        ("келіссөздер", {"kk"}),
        ("келіссөзде", set()),
        ("muzokaralar", {"uz"}),
        ("المفاوضة", {"ar"}),
        ("مدرسة", {"ar"}),
        ("کتاب", {"fa"}),
        ("քաղաք", {"hy"}),
        ("διαπραγμάτευση", {"el"}),
        ("karar", {"tr"}),
        ("nation", {"en", "ru"}),
        ("house", {"en"}),
        ("institute", {"ru", "none", "fr"}),
        ("Москва", {"none"}),
    ],
)
def test_a_form_of_a_word_finds_the_articles_whose_language_has_it(
    tongues: Reader, typed: str, languages: set[str]
) -> None:
    assert found(tongues, word(typed)) == languages


def test_words_are_stemmed_by_no_other_language_than_that_of_the_article(engine: Engine) -> None:
    reader = filled(engine, tuple(_article(each, "missing") for each in ("en", "fr", "de", "uz")))
    assert found(reader, word("miss")) == {"en"}
    assert found(reader, word("missing")) == {"en", "fr", "de", "uz"}
    reader.close()


def test_a_word_is_as_telling_as_all_of_its_stems_are_together(engine: Engine) -> None:
    """So that a language with few articles does not rank before the others."""
    numbers = {"fr": 1, "de": 3, "en": 4, "uz": 2}
    made = [
        _article(code, "nationale and so on", id_=f"{code}{n}") for code, most in numbers.items() for n in range(most)
    ]
    others = [_article("en", "nothing of all that", id_=f"other{n}") for n in range(20)]
    reader = filled(engine, (*made, *others))
    hits = reader.search(SearchRequest(word("nationale"), limit=50)).hits
    scores = {round(hit.score, 4) for hit in hits}
    assert len(hits) == len(made)
    assert len(scores) == 1
    idf = log(1 + (len(made) + len(others) - len(made) + 0.5) / (len(made) + 0.5))
    assert scores.pop() == pytest.approx(idf, rel=0.05)
    reader.close()


def test_titles_and_texts_of_several_languages_score_as_one_word(engine: Engine) -> None:
    """Whose rows lie between each other."""
    made = [
        replace(
            _article(code, "nationale and so on", f"{code}{n}"), title="nationale here" if n % 2 else "elsewhere now"
        )
        for n in range(6)
        for code in ("fr", "en", "de", "uz")
    ]
    reader = filled(engine, tuple(made))
    scores = {hit.id: round(hit.score, 4) for hit in reader.search(SearchRequest(word("nationale"), limit=50)).hits}
    in_titles = {scores[each.id] for each in made if each.title == "nationale here"}
    others = {scores[each.id] for each in made if each.title != "nationale here"}
    assert (len(scores), len(in_titles), len(others)) == (24, 1, 1)
    assert in_titles.pop() > others.pop()
    reader.close()


def test_languages_of_every_script_are_kept_apart(engine: Engine) -> None:
    texts = {
        "ne": "नेपाली सरकारको निर्णय",
        "mr": "सरकारने निर्णय",
        "hi": "सरकारों के निर्णय",
        "sr": "владе",
        "kk": "владе",
        "fa": "کتابها",
    }
    reader = filled(engine, tuple(_article(*each) for each in texts.items()))
    assert found(reader, word("निर्णय")) == {"ne", "mr", "hi"}
    assert found(reader, word("सरकारको")) >= {"ne"}
    assert found(reader, word("владе")) == {"sr", "kk"}
    reader.close()


def test_authors_are_found_by_the_language_of_the_article(engine: Engine) -> None:
    reader = filled(engine, (replace(article("a", "", "x"), language="fr", authors=("Les Nationaux",)),))
    assert found(reader, word("national")) == {"a"}
    reader.close()


def test_an_exact_word_is_that_word_in_every_language(tongues: Reader) -> None:
    assert found(tongues, Word("nacionales", exact=True)) == {"es"}
    assert found(tongues, Word("nacional", exact=True)) == set()


def test_no_word_is_found_by_the_mark_of_its_language(tongues: Reader) -> None:
    assert found(tongues, word("fr")) == found(tongues, Word("negoci/fr", exact=True)) == set()
