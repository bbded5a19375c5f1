"""All spellings of one Cyrillic name have a key in common, whoever wrote them; ordinary words have other ones."""

import iuliia
import pytest

from indexer.text.analysis import fold_word
from indexer.text.romanisation import is_surely_cyrillic, keys, possible_keys
from indexer.text.spelt_names import beginnings, called, is_case_of_woman, is_other_case, steady

ONE_NAME = [
    pytest.param("Бочкарёв", "Bochkarev Bochkaryov Botchkarev Botschkarjow Bočkarëv Boczkariow Botsjkarjov", id="ч"),
    pytest.param("Жужелин", "Zhuzhelin Joujeline Schuschelin Žuželin Żużelin Zjoezjelin", id="ж and у"),
    pytest.param("Шишкин", "Shishkin Chichkine Schischkin Šiškin Sziszkin Sjisjkin", id="ш"),
    pytest.param("Щукарь", "Shchukar Chtchoukar Schtschukar Ščukar Szczukar Ŝukar' Shhukar", id="щ"),
    pytest.param("Хохряков", "Khokhryakov Khokhriakov Chochrjakow Hohrjakov Khokhryakoff Jojriakov", id="х and я"),
    pytest.param("Целищев", "Tselishchev Tzelishchev Zelischtschew Celiščev Tselichtchev", id="ц"),
    pytest.param("Есенков", "Yesenkov Esenkov Iessenkov Jessenkow Jesenkov", id="е at the beginning"),
    pytest.param("Зозулёв", "Zozulev Zozulyov Sosuljow Zozouliov", id="a German s"),
    pytest.param("Юлаев", "Yulaev Yulayev Ioulaïev Julajew Ûlaev", id="ю"),
    pytest.param("Дубравский", "Dubravsky Dubravskiy Doubravski Dubrawskij Dubravskii", id="an adjective"),
    pytest.param("Дарьин", "Daryin Dar'in Darjin", id="ь at the beginning"),
    pytest.param("Сырьев", "Syryev Syr'ev Syriev Syrjew", id="ь before е"),
    pytest.param("Кирьянов", "Kiryanov Kirianov Kirjanow Kir'yanov", id="ь before a vowel"),
    pytest.param("Гнатенко", "Hnatenko Gnatenko", id="г is h in Ukrainian and Belarusian"),
    pytest.param("Кружэвіч", "Kruzhevich Kroujevitch Kružević Kruschewitsch", id="Belarusian"),
    pytest.param("Стојковић", "Stojković Stojkovic Stoïkovitch", id="Serbian"),
    pytest.param("Сърнев", "Sarnev", id="a Bulgarian vowel"),
    pytest.param("Ғаниқулов", "Ghaniqulov Ganikulov", id="Tajik"),
    pytest.param("Александр", "Aleksandr Alexander Alexandre", id="an ending of the West"),
]


@pytest.mark.parametrize(("cyrillic", "latin"), ONE_NAME)
def test_all_spellings_of_a_name_share_its_key(cyrillic: str, latin: str) -> None:
    assert {spelt for spelt in latin.split() if keys(spelt).isdisjoint(keys(cyrillic))} == set()


@pytest.mark.parametrize(("cyrillic", "latin"), ONE_NAME)
def test_the_terms_of_a_name_begin_as_its_key_says_and_share_the_steady_consonants(cyrillic: str, latin: str) -> None:
    (key,) = keys(cyrillic)
    assert fold_word(cyrillic).startswith(tuple(beginnings(key, cyrillic=True)))
    for spelt in latin.replace("Ŝukar'", "").replace("Ûlaev", "").split():
        term = fold_word(spelt)
        assert term.startswith(tuple(beginnings(key, cyrillic=False))), term
        assert key in possible_keys(term), term
        assert steady(term) == steady(key), term


@pytest.mark.parametrize(
    "schema",
    [
        "BGN_PCGN",
        "ISO_9_1954",
        "ISO_9_1968_ALT",
        "GOST_779",
        "GOST_52290",
        "ICAO_DOC_9303",
        "UNGEGN_1987",
        "ALA_LC",
        "ALA_LC_ALT",
        "WIKIPEDIA",
        "MVD_310",
        "MVD_310_FR",
    ],
)
def test_the_keys_of_every_standard_are_known(schema: str) -> None:
    names = "Бочкарев Жужелин Шишкин Щукарь Хохряков Целищев Есенков Юлаев Дубравский Кирьянов Мышьяков Эйхе"
    made = {name: getattr(iuliia, schema).translate(name) for name in names.split()}
    assert {latin for name, latin in made.items() if keys(latin).isdisjoint(keys(name))} == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Бочаров", "Bochkarev", id="another name"),
        pytest.param("Кочев", "coach", id="an English word"),
        pytest.param("Сарнов", "Sharnov", id="с is no ш"),
        pytest.param("later", "latter", id="double letters are kept"),
        pytest.param("Алев", "Алиев", id="a vowel more in Cyrillic letters"),
        pytest.param("Гордон", "Gorton", id="another consonant"),
    ],
)
def test_other_words_share_no_key(one: str, other: str) -> None:
    assert keys(one).isdisjoint(keys(other))


@pytest.mark.parametrize("word", ["Бочкарев2", "Boчкарев", "北京", "Ελένη", "", "#"])
def test_what_is_in_no_such_letters_has_no_key_that_a_name_has(word: str) -> None:
    assert keys(word) <= {""}


def test_a_hostile_word_takes_no_time() -> None:
    assert len(keys("hjsz" * 16)) <= 1_000


@pytest.mark.parametrize("name", ["Жужелин", "Гнатчук", "Кравчма", "Щихов", "Толмачевский"])
def test_some_names_are_surely_cyrillic(name: str) -> None:
    assert all(map(is_surely_cyrillic, keys(name)))


@pytest.mark.parametrize("name", ["brian", "louis", "helen", "baker", "irvine", "chong"])
def test_names_of_the_west_are_not(name: str) -> None:
    assert not any(map(is_surely_cyrillic, keys(name)))


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("бочкарева", "бочкарев"),
        ("бочкаревым", "бочкарев"),
        ("дубравского", "дубравский"),
        ("сергею", "сергей"),
        ("кузьмы", "кузьма"),
        ("марии", "мария"),
        ("гнатенка", "гнатенко"),
        ("щукаря", "щукарь"),
    ],
)
def test_a_name_in_another_case_is_known(word: str, name: str) -> None:
    assert name in called(word)


def test_only_what_a_man_is_never_called_shows_that_a_name_is_that_of_a_man() -> None:
    assert [is_case_of_woman(each) for each in ("бочкарева", "марина")] == [True, False]
    assert [is_other_case(each) for each in ("бочкаревым", "бочкарева", "марина")] == [True, True, False]
