"""Which forms an entry has, and by which words and endings two forms are the same."""

from pathlib import Path

import pytest

from indexer.authority import Entry, with_parents_names
from indexer.authority.entry import Variant
from indexer.authority.files import authority_files, laid_over, merged, read_folder, state_bodies
from indexer.authority.shape import shape_problems
from indexer.authority.words import name_key, read_words

UNION = Entry(
    "organisation",
    "Harbour Union",
    acronym="HU",
    variants=(Variant("Союз портов", "ru"), Variant("Union des ports", "fr"), Variant("Ports United")),
)


def forms_of(body: Entry, parent: Entry = UNION) -> tuple[str, ...]:
    entries = with_parents_names({(each.kind, each.name): each for each in (parent, body)})
    return entries[body.kind, body.name].forms


@pytest.mark.parametrize(
    ("variant", "added"),
    [
        (
            Variant("Board of Pilots", "en"),
            {"HU Board of Pilots", "Board of Pilots of the HU", "Board of Pilots of HU", "HU Pilots"},
        ),
        (Variant("Совет", "ru"), {"Совет Союз портов"}),
        (Variant("Conseil", "fr"), {"Conseil de Union des ports", "Conseil des Union des ports"}),
    ],
    ids=["English", "Russian", "French"],
)
def test_a_body_is_known_with_its_parents_name_in_the_same_language(variant: Variant, added: set[str]) -> None:
    forms = forms_of(Entry("organisation", "Pilots", parent="Harbour Union", variants=(variant,)))
    assert added <= set(forms)
    others = {"HU Совет", "Совет HU", "Conseil Союз портов", "HU Conseil", "Союз портов Совет"}
    assert others.isdisjoint(forms)


def test_a_form_that_has_the_parents_name_in_it_is_not_given_it_again() -> None:
    forms = forms_of(Entry("organisation", "HU Pilots", parent="Harbour Union"))
    assert "HU HU Pilots" not in forms
    assert "Harbour Union HU Pilots" in forms


def test_a_parent_of_another_kind_gives_no_name() -> None:
    assert forms_of(Entry("place", "Quay", parent="Harbour Union")) == ("Quay",)


def test_a_later_table_adds_forms_and_its_other_keys_win() -> None:
    first = merged(
        Entry("organisation", "Pilots"),
        {"name": "Pilots", "variants": {"ru": ["Лоцманы"]}, "sort": "agency", "parent": "HU", "needs": ["HU"]},
    )
    then = merged(first, {"name": "Pilots", "variants": ["Board"], "in_context": ["Pilot Board"], "sort": "organ"})
    assert then.variants == (
        Variant("Лоцманы", "ru"),
        Variant("Board"),
        Variant("Pilot Board", when="in_context"),
    )
    assert (then.sort, then.parent, then.needs, then.fallback) == ("organ", "HU", ("HU",), False)
    assert then.forms == ("Pilots", "Лоцманы", "Board")
    assert merged(then, {"name": "Pilots", "fallback": True, "surname": "P"}).fallback
    assert merged(then, {"name": "Pilots", "surname": "P"}).surname == "P"


def test_an_entry_is_dropped_only_where_that_is_true(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('[[place]]\nname = "Goa"\n[[place]]\nname = "Porto"\n', encoding="utf-8")
    own = '[[place]]\nname = "Goa"\ndrop = false\n[[place]]\nname = "Porto"\ndrop = true\n'
    (tmp_path / "b.toml").write_text(own, encoding="utf-8")
    assert [entry.name for entry in laid_over({}, read_folder(tmp_path)).values()] == ["Goa"]


def test_only_the_files_of_the_folder_itself_are_read(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    for path in (tmp_path / "b.toml", tmp_path / "a.toml", tmp_path / "old" / "c.toml", tmp_path / "d.txt"):
        path.write_text('[[state_body]]\nname = "Pilots"\n', encoding="utf-8")
    assert [path.name for path in authority_files(tmp_path)] == ["a.toml", "b.toml"]
    assert [entry.name for entry in state_bodies(read_folder(tmp_path))] == ["Pilots", "Pilots"]


def test_what_is_no_list_of_tables_has_no_entries(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('place = "Goa"\nperson = ["Ana", "Bo"]\norganisation = 7\n', encoding="utf-8")
    assert laid_over({}, read_folder(tmp_path)) == {}


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        ({"name": " "}, "has no name"),
        ({"name": "A", "drop": "yes"}, "drop is not true or false"),
        ({"name": "A", "needs": "UN"}, "needs is not a list of texts"),
        ({"name": "A", "needs": [7]}, "needs is not a list of texts"),
        ({"name": "A", "variants": {"en": "B"}}, "variants is not a list of texts"),
        ({"name": "A", "offices": ["head"]}, "offices is not a list of tables"),
        ({"name": "A", "offices": [{"title": 7}]}, "an office has no title"),
        ({"name": "A", "variants": {"en": ["B"]}, "needs": ["UN"], "drop": True, "offices": [{"title": "T"}]}, ""),
    ],
)
def test_an_entry_of_another_shape_is_a_problem(raw: dict[str, object], problem: str) -> None:
    assert list(shape_problems(raw)) == ([problem] if problem else [])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harbour Center", "harbour centre"),
        ("Organization", "Organisation"),
        ("Organizing Committee", "organising committee"),
        ("Co-operation Council", "Cooperation Council"),
        ("Secretary-General", "Secretary General"),
        ("Secretary–General", "Secretary General"),
        ("St. Petersburg", "St Petersburg"),
        ("K.L. Haldane", "K L Haldane"),
        ("Совет порта", "Совета портов"),
        ("Pilots' Union", "Pilots Union"),
    ],
)
def test_spellings_of_one_name_are_one(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harbour Pilots", "Harbour Pilot"),
        ("Size Union", "Sise Union"),
        ("Harbour, Pilots", "Harbour Pilots"),
        ("Harbour. Pilots", "Harbour Pilots"),
        ("Harbour, Pilots", "Harbour. Pilots"),
        ("Harbour\n \nPilots", "Harbour Pilots"),
    ],
)
def test_names_that_differ_in_more_are_two(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_a_name_of_plain_words_has_the_key_that_any_text_gives_it() -> None:
    names = ["Otter Bank", "Center for Labor", "otterization", "Отделы ОБСЕ", "Ğ Otter"]
    for name in names:
        words = read_words(name)
        assert name_key(name) == "".join(f"{gap}<{word}>" for gap, word in zip(words.gaps, words.folded, strict=True))
    assert name_key("Labor Otterization") == name_key("Labour otterisation")
