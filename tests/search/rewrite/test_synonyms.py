from pathlib import Path

import pytest

from indexer.authority import load
from indexer.engines.engine import Reader
from indexer.query.parser import parse
from indexer.query.tree import DisMax, Not, Or, Phrase, Word
from indexer.search.page import SearchInput, search
from indexer.search.rewrite.synonyms import Synonyms

_FILE = """
[[organisation]]
name = "QZX"
variants = ["Quiet Zone Exchange", "W.H.O."]

[[person]]
name = "Ilya Brunn"
variants = ["Ilja Brun"]
"""


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Synonyms:
    folder: Path = tmp_path_factory.mktemp("authority")
    (folder / "own.toml").write_text(_FILE, "utf-8")
    return Synonyms(load(folder))


QZX = Word("qzx", typed="qzx")
FULL = Phrase(("quiet", "zone", "exchange"), typed="Quiet Zone Exchange")


def test_an_acronym_is_widened_by_its_full_name_but_never_by_a_function_word(names: Synonyms) -> None:
    assert names.widen(parse("qzx").tree) == DisMax((QZX, FULL), typed="qzx")


def test_a_full_name_within_other_words_is_widened_by_its_acronym(names: Synonyms) -> None:
    tree = names.widen(parse("talks quiet zone exchanges today").tree)
    run = tree.parts[1] if not isinstance(tree, Word) and hasattr(tree, "parts") else None
    assert isinstance(run, DisMax)
    assert run.typed == "quiet zone exchanges"
    assert run.parts[1] == Word("qzx", typed="QZX")


@pytest.mark.parametrize("typed", ['"qzx"', '"Quiet Zone Exchange"', "who", "quiet", "qz*"])
def test_what_is_quoted_or_no_name_stays_as_it_is(names: Synonyms, typed: str) -> None:
    tree = parse(typed).tree
    assert names.widen(tree) == tree


def test_a_surname_is_widened_by_its_other_spellings(names: Synonyms) -> None:
    assert names.widen(parse("Brunn").tree) == DisMax(
        (Word("brunn", typed="Brunn"), Word("brun", typed="Brun")), typed="Brunn"
    )


def test_names_are_widened_under_or_and_not_and_in_their_fields(names: Synonyms) -> None:
    widened = names.widen(parse("qzx OR -qzx").tree)
    assert widened == Or((DisMax((QZX, FULL), typed="qzx"), Not(DisMax((QZX, FULL), typed="qzx"))))
    in_field = names.widen(parse('org:"Quiet Zone Exchange"').tree)
    assert isinstance(in_field, DisMax)
    assert in_field.parts[1] == Word("qzx", "organisation", exact=True, typed="QZX")
    assert names.widen(parse("place:qzx").tree) == parse("place:qzx").tree


def test_a_language_may_be_typed_by_its_name(names: Synonyms) -> None:
    widened = names.widen(parse("language:English").tree)
    assert isinstance(widened, DisMax)
    assert widened.parts[1] == Word("en", "language", exact=True, typed="en")


def test_an_operators_own_names_are_used_and_said(reader: Reader, names: Synonyms) -> None:
    assert "also as “Quiet Zone Exchange”" in str(search(reader, SearchInput("qzx"), names).understood)
