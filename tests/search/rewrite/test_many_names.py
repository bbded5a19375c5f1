"""Which of several names is meant, and how many of its forms are searched for."""

from pathlib import Path

import pytest

from indexer.authority import load
from indexer.query.parser import parse
from indexer.query.tree import And, DisMax, Phrase, Query, Word
from indexer.search.rewrite.synonyms import Synonyms

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_FORMS = ", ".join(f'"Guild {one} {other}"' for one in _NUMBERS[:2] for other in _NUMBERS[:9])
_FILE = f"""
[[organisation]]
name = "Quiet Zone"
variants = ["Silent Area"]

[[organisation]]
name = "Quiet Zone Exchange"
variants = ["PQR"]

[[organisation]]
name = "Sleepy Hollow"
variants = ["PQR"]

[[organisation]]
name = "Guild"
variants = [{_FORMS}]

[[place]]
name = "Qaxton"
variants = ["Quaxton"]

[[person]]
name = "Ilya Brunnov"
variants = ["Ilja Brunow"]
"""


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Synonyms:
    folder: Path = tmp_path_factory.mktemp("authority")
    (folder / "own.toml").write_text(_FILE, "utf-8")
    return Synonyms(load(folder))


def _name(query: Query) -> DisMax:
    """The name that is all of a query."""
    found = query.parts[0] if isinstance(query, And) and len(query.parts) == 1 else query
    assert isinstance(found, DisMax)
    return found


def _forms(query: Query) -> list[str]:
    query = _name(query)
    return [part.typed for part in query.parts if isinstance(part, Word | Phrase)]


def test_sixteen_other_forms_of_a_name_are_searched_for(names: Synonyms) -> None:
    forms = _forms(names.widen(parse("guild").tree))
    assert forms[0] == "guild"
    assert len(forms) == 17


def test_the_longest_name_from_the_left_is_meant(names: Synonyms) -> None:
    assert _name(names.widen(parse("quiet zone exchange").tree)).typed == "quiet zone exchange"
    tree = names.widen(parse("quiet quiet zone now quiet zone").tree)
    assert isinstance(tree, And)
    assert [part.typed for part in tree.parts if isinstance(part, Word | DisMax)] == [
        "quiet",
        "quiet zone",
        "now",
        "quiet zone",
    ]


def test_a_form_that_two_bodies_share_stands_for_both(names: Synonyms) -> None:
    assert _forms(names.widen(parse("pqr").tree))[1:] == ["Quiet Zone Exchange", "Sleepy Hollow"]


def test_an_acronym_like_a_function_word_is_meant_where_it_is_in_capitals(names: Synonyms) -> None:
    assert "World Health Organization" in _forms(names.widen(parse("WHO").tree))
    assert names.widen(parse("who").tree) == parse("who").tree


@pytest.mark.parametrize(
    "typed",
    ['title:"pqr"', 'title:"Quiet Zone"', '"quiet" zone', "quiet title:zone", "place:Guild", "type:pqr", "source:pqr"],
)
def test_what_is_quoted_or_in_another_field_is_no_name(names: Synonyms, typed: str) -> None:
    assert names.widen(parse(typed).tree) == parse(typed).tree


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("title:pqr", Phrase(("quiet", "zone", "exchange"), "title", typed="Quiet Zone Exchange")),
        ("speaker:Brunnov", Word("brunow", "speaker", exact=True, typed="Brunow")),
        ("person:Brunnov", Word("brunow", "person", exact=True, typed="Brunow")),
        ("place:Qaxton", Word("quaxton", "place", exact=True, typed="Quaxton")),
        ("org:(quiet zone)", Phrase(("silent", "area"), "organisation", typed="Silent Area")),
        ("silent areas", Phrase(("quiet", "zone"), typed="Quiet Zone")),
    ],
)
def test_a_name_in_its_field_is_widened_within_the_field(names: Synonyms, typed: str, form: Word | Phrase) -> None:
    assert _name(names.widen(parse(typed).tree)).parts[1] == form


def test_a_form_that_is_one_word_is_met_in_all_its_endings(names: Synonyms) -> None:
    assert Word("guild", typed="Guild") in _name(names.widen(parse("guild one two").tree)).parts
