"""A name is found in every script and spelling that the archive has; ordinary words are left alone."""

from pathlib import Path

import pytest

from indexer.authority import load
from indexer.engines.engine import Reader
from indexer.search.page import SearchInput, marker, search
from indexer.search.rewrite.synonyms import Synonyms
from tests.search.samples import archive, made

NAMES = {
    "en": "On Monday Bochkarev met the drivers. The mayor of a small town came.",
    "fr": "M. Botchkarev a rencontré le maire.",
    "de": "Herr Botschkarjow traf den Major.",
    "cs": "Pan Bočkarev přijel s řidiči.",
    "ru": "Докладчик Бочкарёв выступил в понедельник.",
    "ru2": "Доклад Бочкарёва был принят.",
    "other": "Docharov and Бочаров met a major; it was major news of the mayor.",
    "given": "Олег Бочкарёв вернулся.",
    "low": "Несколько соколовых птиц и соколин.",
    "falcon": "On Friday Sokolin spoke.",
    "woman": "Выступила Марнина.",
    "caps": "ДОКЛАД ПЕРЕЛЬМАН ПРИНЯТ",
    "sport": "Новый спортзал открыт; this sportsal is new.",
}
ALL = {"en", "fr", "de", "cs", "ru", "ru2", "given"}


@pytest.fixture(scope="module", params=["memory", "whoosh", "tantivy"])
def names(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Reader:
    if request.param == "tantivy":
        pytest.importorskip("tantivy", reason="the tantivy extra is not installed")
    folder: Path = tmp_path_factory.mktemp("index")
    articles = (made(name, text) for name, text in NAMES.items())
    return archive(*articles, address=f"{request.param}:{folder / 'index'}")


def found(reader: Reader, typed: str) -> set[str]:
    return {each.article.id for each in search(reader, SearchInput(typed, size=50)).results}


@pytest.mark.parametrize(
    "typed", ["Bochkarev", "bochkarev", "botchkarev", "Botschkarjow", "Bočkarev", "бочкарев", "Бочкарёв", "Бочкарёву"]
)
def test_each_spelling_finds_all_others_in_every_case(names: Reader, typed: str) -> None:
    assert found(names, typed) == ALL


def test_a_spelling_that_no_article_has_finds_the_others(names: Reader) -> None:
    assert found(names, "Bochkaryov") == found(names, "Boczkariow") == ALL
    assert search(names, SearchInput("Bochkaryov")).did_you_mean == ""


def test_a_name_in_the_genitive_is_found_in_other_scripts_too(names: Reader) -> None:
    assert found(names, "Bochkarev's") == ALL


def test_a_name_of_the_authority_files_has_its_cases(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(
        '[[person]]\nname = "Yuri Zamotaylov"\nvariants = ["Юрий Замотайлов"]\n', "utf-8"
    )
    ru = made("ru", "Встреча с Замотайловым прошла.", language="ru")
    reader = archive(ru, made("en", "General Yuri Zamotaylov spoke.", language="en"))
    assert search(reader, SearchInput("Zamotaylov"), Synonyms(load(tmp_path))).total == 2


def test_of_a_long_query_the_first_words_are_looked_up(names: Reader) -> None:
    many = " ".join(f"Zagorodnev{letter}ov" for letter in "abcdefghiklmnoprst")
    assert search(names, SearchInput(f"{many} Bochkarev", match="all")).total == 0
    assert "Бочкар" not in str(search(names, SearchInput(f"{many} Bochkarev")).understood)


def test_a_quoted_name_is_exact(names: Reader) -> None:
    assert found(names, '"Bochkarev"') == {"en"}
    assert found(names, '"Bochkarev met"') == {"en"}


def test_who_is_left_out_is_left_out_in_every_spelling(names: Reader) -> None:
    assert found(names, "-bochkarev") == {*NAMES} - ALL


def test_a_short_name_counts_beside_another_one_only(names: Reader) -> None:
    assert search(names, SearchInput("oleg bochkarev", match="all")).total == 1
    assert found(names, "oleg") == set()


@pytest.mark.parametrize("typed", ["mayor", "Mayor", "sportsal", "sokolin", "perelman"])
def test_what_stands_in_small_letters_or_among_capitals_is_no_name(names: Reader, typed: str) -> None:
    assert "also as" not in str(search(names, SearchInput(typed)).understood)


def test_a_name_of_a_woman_is_no_other_case_of_that_of_a_man(names: Reader) -> None:
    assert found(names, "Marnin") == set()
    assert found(names, "Marnina") == {"woman"}


def test_other_names_are_not_found(names: Reader) -> None:
    assert "other" not in found(names, "bochkarev")
    assert found(names, "Bocharov") == {"other"}


def test_what_was_found_is_marked_and_said(names: Reader) -> None:
    assert "also as “" in str(search(names, SearchInput("bochkarev")).understood)
    for name, marked in {"ru2": "Бочкарёва", "de": "Botschkarjow", "cs": "Bočkarev"}.items():
        article = names.article(name)
        assert article is not None
        assert [article.text[start:end] for start, end in marker(names, "bochkarev")(article).text] == [marked]


def test_names_are_found_in_titles() -> None:
    reader = archive(made("a", "Text.", title="Бочкарёв прибыл"), made("b", "Here is Bochkarev.", title="None"))
    assert found(reader, "title:bochkarev") == {"a"}


def test_a_word_that_many_articles_have_is_not_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    many = [made(str(n), f"The convoy Number{n} was met.") for n in range(30)]
    reader = archive(*many, made("x", "Вот Конвой прибыл."))
    assert found(reader, "convoy") == {str(n) for n in range(30)}
    assert found(reader, "Convoy") == {str(n) for n in range(30)}


def test_a_name_that_the_authority_files_know_is_found_in_spellings_that_they_do_not_know() -> None:
    reader = archive(made("a", "Herr Hruščov kam."), made("b", "Mr Khrushchev came."), made("c", "Пришёл Хрущёв."))
    assert found(reader, "Khrushchev") == {"a", "b", "c"}
