from pathlib import Path

import pytest

from indexer.ingest.authority import load
from web.filing import filed_by, initial

PEOPLE = """
[[person]]
name = "Tan Wei"
surname = "Tan"
"""


@pytest.mark.parametrize(
    ("value", "letter"), [("Émile", "E"), ("al-Qaeda", "A"), ("Ёлка", "Е"), ("59/50", "#"), ("«Nord»", "N"), ("…", "#")]
)
def test_a_name_is_filed_under_its_first_letter(value: str, letter: str) -> None:
    assert initial(filed_by("organisation", value, load())) == letter


@pytest.mark.parametrize(
    ("name", "letter"), [("Marta Velde", "V"), ("Orla Salt Jr.", "S"), ("Ivo de Brandt", "B"), ("Jr", "J"), ("…", "#")]
)
def test_a_person_nobody_describes_is_filed_under_the_last_word(name: str, letter: str) -> None:
    assert initial(filed_by("person", name, load())) == letter


def test_the_authority_files_know_surnames_that_come_first(tmp_path: Path) -> None:
    (tmp_path / "people.toml").write_text(PEOPLE, encoding="utf-8")
    assert filed_by("person", "Tan Wei", load(tmp_path)).startswith("Tan,")
    assert filed_by("organisation", "Tan Wei", load(tmp_path)) == "Tan Wei"


def test_those_of_one_surname_follow_by_their_given_names() -> None:
    names = ["Marta Velde", "Ada Velde", "Zoe Salt"]
    assert sorted(names, key=lambda name: filed_by("person", name, load())) == ["Zoe Salt", "Ada Velde", "Marta Velde"]
