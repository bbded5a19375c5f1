from pathlib import Path

import pytest

from indexer.authority import Kind, fingerprint_of, load
from indexer.authority.check import check
from indexer.authority.entry import Office
from indexer.authority.files import PACKAGED, laid_over, read_folder
from indexer.errors import SettingsError


def folder_with(tmp_path: Path, text: str) -> Path:
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_packaged_files_are_sound() -> None:
    assert check() == []


def test_any_form_leads_to_its_entry_whatever_its_case_accents_and_spelling() -> None:
    authority = load()
    for form in ("collective security treaty organisation", "ODKB", "ОДКБ", "COLLECTIVE SECURITY TREATY ORGANIZATION"):
        names = [entry.name for entry in authority.lookup(form)]
        assert names == ([] if form == "ODKB" else ["CSTO"])
    assert [entry.name for entry in authority.lookup("antonio guterres")] == ["António Guterres"]


def test_russian_endings_are_folded() -> None:
    assert [entry.name for entry in load().lookup("Организации Объединённых Наций")] == ["UN"]


def test_variants_are_the_other_forms_of_the_same_entry() -> None:
    variants = load().variants("CSTO")
    assert "Collective Security Treaty Organization" in variants
    assert "CSTO" not in variants
    assert load().variants("Lakeside Fisheries Commission") == ()


def test_a_body_is_also_known_with_its_parents_name() -> None:
    authority = load()
    for form in ("Permanent Council of the OSCE", "OSCE Permanent Council", "Conseil de sécurité des Nations Unies"):
        assert len(authority.lookup(form)) == 1
    assert authority.lookup("Permanent Council") == ()


def test_a_person_has_offices_with_terms() -> None:
    entry = load().entry("person", "Ban Ki-moon")
    assert entry is not None
    assert entry.offices == (Office("Secretary-General", "UN", "2007-01-01", "2016-12-31"),)


def test_an_operators_entry_adds_forms_to_the_packaged_one(tmp_path: Path) -> None:
    authority = load(folder_with(tmp_path, '[[organisation]]\nname = "CSTO"\nvariants = ["Tashkent Pact"]\n'))
    assert [entry.name for entry in authority.lookup("Tashkent Pact")] == ["CSTO"]
    assert [entry.name for entry in authority.lookup("ОДКБ")] == ["CSTO"]


def test_an_operators_entry_keeps_what_it_does_not_name_and_its_own_keys_win(tmp_path: Path) -> None:
    own = '[[person]]\nname = "Ban Ki-moon"\nvariants = ["Ban K. M."]\n[[place]]\nname = "Goa"\nsort = "village"\n'
    authority, packaged = load(folder_with(tmp_path, own)), load().entry("person", "Ban Ki-moon")
    ban, goa = authority.entry("person", "Ban Ki-moon"), authority.entry("place", "Goa")
    assert ban
    assert goa
    assert packaged
    assert (ban.offices, goa.sort) == (packaged.offices, "village")


def test_of_an_operators_files_the_last_by_its_name_wins(tmp_path: Path) -> None:
    for name in ("b", "c", "a"):
        (tmp_path / f"{name}.toml").write_text(f'[[place]]\nname = "Greenhollow"\nsort = "{name}"\n', encoding="utf-8")
    assert [entry.sort for entry in laid_over({}, read_folder(tmp_path)).values()] == ["c"]


def test_the_fingerprint_follows_the_names_of_the_files(tmp_path: Path) -> None:
    before = fingerprint_of(folder_with(tmp_path, '[[place]]\nname = "Greenhollow"\n'))
    (tmp_path / "own.toml").rename(tmp_path / "other.toml")
    assert fingerprint_of(tmp_path) != before


def test_an_operators_file_may_add_and_drop_entries(tmp_path: Path) -> None:
    own = '[[place]]\nname = "Greenhollow"\nsort = "city"\n[[place]]\nname = "Goa"\ndrop = true\n'
    authority = load(folder_with(tmp_path, own))
    assert authority.entry("place", "Greenhollow") is not None
    assert authority.entry("place", "Goa") is None
    assert load().entry("place", "Goa") is not None


def test_the_fingerprint_follows_the_files(tmp_path: Path) -> None:
    before = load(folder_with(tmp_path, '[[place]]\nname = "Greenhollow"\n')).fingerprint
    after = load(folder_with(tmp_path, '[[place]]\nname = "Greenhollows"\n')).fingerprint
    assert len({before, after, load().fingerprint}) == 3


@pytest.mark.parametrize("text", ["[[organisation]\n", '[[organisation]]\nsort = "organ"\n', 'name = "\n'])
def test_a_broken_file_is_an_operators_error_with_the_files_name(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsError, match=r"own\.toml") as raised:
        load(folder_with(tmp_path, text))
    assert "authority check" in raised.value.remedy


SHOWN = """
[[organisation]]
name = "LU"
variants.ru = ["ОС", "СМИД ОС", "Озёрный союз", "Союз озёр"]
variants.fr = ["UL"]
in_context.es = ["Unión"]

[[organisation]]
name = "LU Council"
parent = "LU"
in_context.ru = ["Совет"]

[[place]]
name = "Maurice Island"
variants.fr = ["Île de Maurice"]
shown.fr = "Maurice"
"""


@pytest.mark.parametrize(
    ("kind", "name", "language", "said"),
    [
        ("organisation", "LU", "ru", "Озёрный союз"),
        ("organisation", "LU", "fr", "UL"),
        ("organisation", "LU", "es", ""),
        ("organisation", "LU", "en", ""),
        ("organisation", "LU Council", "ru", ""),
        ("place", "Maurice Island", "fr", "Maurice"),
        ("place", "Maurice Island", "ru", ""),
    ],
)
def test_an_entry_is_called_by_its_first_form_of_a_language_that_is_no_abbreviation(
    tmp_path: Path, kind: Kind, name: str, language: str, said: str
) -> None:
    entry = load(folder_with(tmp_path, SHOWN)).entry(kind, name)
    assert entry is not None
    assert entry.name_in(language) == said


def test_what_is_only_shown_is_no_form(tmp_path: Path) -> None:
    authority = load(folder_with(tmp_path, SHOWN))
    assert authority.lookup("Maurice") == ()
    assert [each.name for each in authority.lookup("Île de Maurice")] == ["Maurice Island"]


def test_an_operators_own_file_says_otherwise_what_is_shown(tmp_path: Path) -> None:
    own = '[[place]]\nname = "Hong Kong"\nshown.fr = "Hongkong"\n[[place]]\nname = "Myanmar"\nshown.fr = "Pays"\n'
    authority = load(folder_with(tmp_path, own))
    for name, french, russian in (("Hong Kong", "Hongkong", "Гонконг"), ("Myanmar", "Pays", "Мьянма")):
        entry = authority.entry("place", name)
        assert entry is not None
        assert (entry.name_in("fr"), entry.name_in("ru")) == (french, russian)


@pytest.mark.parametrize(
    ("name", "russian", "french"),
    [
        ("CSTO", "Организация Договора о коллективной безопасности", "Organisation du Traité de sécurité collective"),
        ("UN", "Организация Объединённых Наций", "Organisation des Nations Unies"),
        ("UN Security Council", "Совет Безопасности ООН", "Conseil de sécurité des Nations Unies"),
        ("EU", "Европейский союз", "Union européenne"),
    ],
)
def test_bodies_of_many_languages_are_called_by_their_names(name: str, russian: str, french: str) -> None:
    entry = load().entry("organisation", name)
    assert entry is not None
    assert (entry.name_in("ru"), entry.name_in("fr")) == (russian, french)


def test_names_in_other_languages_are_of_entries_that_other_files_have() -> None:
    tables = read_folder(PACKAGED)
    others = laid_over({}, [each for each in tables if each[0].name != "shown-names.toml"])
    assert laid_over(others, tables).keys() == others.keys()
