from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.authority import load
from indexer.engines.memory import MemoryEngine
from indexer.fields import FacetField
from indexer.search.page import FacetRow
from indexer.settings import Settings
from web import create_app
from web.browse.collation import collated, collated_by, initial, surname_of

PEOPLE = """
[[person]]
name = "Tan Wei"
surname = "Tan"

[[person]]
name = "Ivo van der Brandt"
surname = "van der Brandt"
"""


@pytest.mark.parametrize(
    ("value", "letter"), [("Émile", "E"), ("al-Qaeda", "A"), ("Ёлка", "Е"), ("59/50", "#"), ("«Nord»", "N"), ("…", "#")]
)
def test_a_name_is_filed_under_its_first_letter(value: str, letter: str) -> None:
    assert initial(collated_by("organisation", value, load())) == letter


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Marta Velde", "Velde"),
        ("Orla Salt Jr.", "Salt"),
        ("Orla Salt, Jr.", "Salt"),
        ("Ivo de Brandt", "Brandt"),
        ("Ivo van der Brandt", "Brandt"),
        ("M. K. Velde", "Velde"),
        ("Velde M.K.", "Velde"),
        ("Velde M.-K", "Velde"),
        ("Вельде М. К.", "Вельде"),
        ("Марта Вельде", "Вельде"),
        ("Velde, Marta", "Velde"),
        ("VELDE Marta", "VELDE"),
        ("Marta VELDE", "VELDE"),
        ("MARTA VELDE", "VELDE"),
        ("AL-VELDE", "VELDE"),
        ("JP Velde", "Velde"),
        ("Orla Marta Velde-brandt", "Velde-brandt"),
        ("Han Mi-sun", "Han"),
        ("Orla bin Salt", "bin Salt"),
        ("Orla al-Salt", "Salt"),
        ("Velde-Brandt", "Velde-Brandt"),
        ("Jr", "Jr"),
        (",", ","),
        ("…", "…"),
    ],
)
def test_a_person_nobody_describes_is_filed_under_what_looks_like_a_surname(name: str, surname: str) -> None:
    assert surname_of(name) == surname
    assert collated_by("person", name, load()) == f"{surname}, {name}"


def test_accents_do_not_put_a_name_behind_the_others_of_its_letter() -> None:
    rows = [FacetRow(name, 1) for name in ("Ivo Étang", "Ivo Ezra", "Ivo Edel")]
    assert [each.row.value for each in collated("person", rows, load())] == ["Ivo Edel", "Ivo Étang", "Ivo Ezra"]


@pytest.mark.parametrize("field", ["organisation", "place", "document", "source"])
def test_only_people_have_a_surname(field: FacetField) -> None:
    assert collated_by(field, "New Northport", load()) == "New Northport"


def test_a_letter_stands_once_in_an_index_whatever_its_names_begin_with() -> None:
    names = ("Northport", "«Nord»", "Aland", "“Ålborg”", "…and others", "59/50", "(Nordic)", "Émile", "“7 Lakes”")
    letters = [initial(each.by) for each in collated("organisation", [FacetRow(name, 1) for name in names], load())]
    assert letters == ["#", "#", "A", "A", "A", "E", "N", "N", "N"]


@given(st.text(max_size=60))
def test_every_name_has_a_place(name: str) -> None:
    assert len(collated("person", [FacetRow(name, 1)], load())) == 1


def test_the_authority_files_know_surnames_that_come_first(tmp_path: Path) -> None:
    (tmp_path / "people.toml").write_text(PEOPLE, encoding="utf-8")
    assert collated_by("person", "Tan Wei", load(tmp_path)).startswith("Tan,")
    assert collated_by("organisation", "Tan Wei", load(tmp_path)) == "Tan Wei"
    assert collated_by("person", "Ivo van der Brandt", load(tmp_path)).startswith("Brandt,")


IN_RUSSIAN = """
[[person]]
name = "Tan Wei"
surname = "Tan"
variants.ru = ["Тань Вэй"]

[[person]]
name = "Ivo van der Brandt"
surname = "van der Brandt"
variants.ru = ["Иво ван дер Брандт"]

[[person]]
name = "Orla bin Salt"
surname = "bin Salt"
variants.ru = ["Орла бен Солт"]

[[person]]
name = "Marta Velde"
variants.ru = ["Марта Вельде"]

[[place]]
name = "Yolka"
variants.ru = ["Йолка"]

[[place]]
name = "Izba"
variants.ru = ["Изба"]
"""


@pytest.fixture
def in_russian(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "names.toml").write_text(IN_RUSSIAN, encoding="utf-8")
    app = create_app(MemoryEngine(), Settings(authority=tmp_path))
    with app.test_request_context("/", headers={"Accept-Language": "ru"}):
        yield tmp_path


def test_a_name_in_another_language_is_filed_by_the_same_part_of_it(in_russian: Path) -> None:
    names = ["Tan Wei", "Ivo van der Brandt", "Orla bin Salt", "Marta Velde", "Nils Unknown"]
    filed = collated("person", [FacetRow(name, 1) for name in names], load(in_russian))
    assert [each.by for each in filed] == [
        "бен Солт, Орла бен Солт",
        "Брандт, Иво ван дер Брандт",
        "Вельде, Марта Вельде",
        "Тань, Тань Вэй",
        "Unknown, Nils Unknown",
    ]


def test_each_letter_of_the_pages_alphabet_stands_for_itself(in_russian: Path) -> None:
    names = ["Yolka", "Izba", "59/50", "Northport"]
    filed = collated("place", [FacetRow(name, 1) for name in names], load(in_russian))
    assert [initial(each.by) for each in filed] == ["#", "И", "Й", "N"]


def test_those_of_one_surname_follow_by_their_given_names() -> None:
    names = ["Marta Velde", "Ada Velde", "Zoe Salt"]
    assert sorted(names, key=lambda name: collated_by("person", name, load())) == [
        "Zoe Salt",
        "Ada Velde",
        "Marta Velde",
    ]
