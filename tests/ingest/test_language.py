"""The language of an article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.ingest.language import language_of

SENTENCES = {
    "en": "The heads of delegation discussed how the agencies may exchange experience in training officers.",
    "ru": "Главы делегаций обсудили, как ведомства могут обмениваться опытом в подготовке сотрудников.",
    "fr": "Les chefs de délégation ont examiné comment les services pourraient échanger leurs expériences.",
    "es": "Los jefes de delegación examinaron cómo los servicios podrían intercambiar sus experiencias este año.",
    "de": "Die Leiter der Delegationen berieten darüber, wie die Behörden ihre Erfahrungen austauschen können.",
    "ar": "ناقش رؤساء الوفود كيف يمكن للوكالات أن تتبادل الخبرات في تدريب الضباط خلال هذا العام",
    "zh": "各代表团团长讨论了各机构如何在培训人员方面交流经验，并同意在年底之前再次举行会议。",
    "uk": "Глави делегацій обговорили, як відомства можуть обмінюватися досвідом у підготовці співробітників.",
    "be": "Кіраўнікі дэлегацый абмеркавалі, як ведамствы могуць абменьвацца вопытам у падрыхтоўцы супрацоўнікаў.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_is_enough_to_tell(language: str) -> None:
    assert language_of(SENTENCES[language]) == language


@pytest.mark.parametrize("language", SENTENCES)
def test_the_body_is_believed_before_the_declaration(language: str) -> None:
    assert language_of(SENTENCES[language], "en" if language != "en" else "ru") == language


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("fr", "fr"),
        ("en-US", "en"),
        ("en_GB", "en"),
        ("rus", "ru"),
        ("Deutsch", "de"),
        ("rus-RU", "ru"),
        ("tat", ""),
        ("RU", "ru"),
        ("nonsense", ""),
        ("", ""),
    ],
)
def test_a_text_too_short_to_judge_is_in_the_declared_language(declared: str, expected: str) -> None:
    assert language_of("12 / 7", declared) == expected


def test_a_few_clear_words_tell_where_nothing_is_declared() -> None:
    assert language_of("The ministers met with the heads of the agencies.") == "en"
    assert language_of("The ministers met with the heads of the agencies.", "fr") == "fr"


def test_small_words_tell_english_where_names_and_figures_leave_the_model_unsure() -> None:
    capitals = "OTTERMARK TO BUY UP TO 20 PCT OF NORDHAVN BANCORP CAPITAL BY END OF 1990\n\n*** Blah"
    assert language_of(capitals) == "en"


def test_an_english_title_inside_another_language_does_not_make_it_english() -> None:
    assert language_of(f"{SENTENCES['fr']} The Role of the Members and of the Council. {SENTENCES['fr']}") == "fr"
    assert language_of(f"{SENTENCES['en']} {SENTENCES['ru']} {SENTENCES['ru']}") == "ru"


def test_small_words_tell_english_also_where_another_language_is_declared() -> None:
    capitals = "OTTERMARK TO BUY UP TO 20 PCT OF NORDHAVN BANCORP CAPITAL BY END OF 1990. " * 2
    assert language_of(capitals, "fr") == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Die Leiter der Delegationen lasen gemeinsam das Buch Heart of Darkness.",
        f"{'Die Leiter der Delegationen lasen gemeinsam ein Buch. ' * 20} The Role of the Members and of the Council.",
    ],
    ids=["one in a short text", "a few in a long one"],
)
def test_a_small_word_or_a_few_do_not_make_a_text_english(text: str) -> None:
    assert language_of(text) == "de"


def test_a_list_of_names_says_nothing_of_a_language() -> None:
    names = "Maria Lind, Boris Petrov, Anna Orlova, Pavel Orlov, Anton Weiss, Jorik Haldane, Tan Weiling, Bo Ek"
    assert (language_of(names), language_of(names, "es")) == ("", "es")


def test_a_list_of_names_with_the_words_of_a_language_is_in_it() -> None:
    names = "Ministros de Armenia, Kazajstan, Kirguistan, Rusia y Tayikistan, Consejo de Viena"
    assert language_of(names, "fr") == "es"


def test_the_language_is_that_of_the_beginning() -> None:
    assert language_of(f"{SENTENCES['en'] * 20} {SENTENCES['ru'] * 200}") == "en"


@given(st.text(), st.text(max_size=12))
def test_any_text_has_a_code_or_none(text: str, declared: str) -> None:
    assert len(language_of(text, declared)) in {0, 2}
