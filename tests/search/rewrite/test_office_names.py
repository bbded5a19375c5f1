"""What is typed behind `office:`, in whichever order and language."""

from dataclasses import replace
from pathlib import Path

import pytest

from indexer.authority import load
from indexer.authority.offices import office_terms
from indexer.engines.engine import Reader
from indexer.query.describe import describe
from indexer.query.parser import parse
from indexer.query.tree import And, DisMax, Phrase, Word
from indexer.query.unparse import unparse
from indexer.search.page import SearchInput, search
from indexer.search.rewrite.office_names import OfficeNames
from indexer.search.rewrite.synonyms import Synonyms
from tests.search.samples import archive, made

_FILE = """
[[organisation]]
name = "LKU"
variants.en = ["Lake Union"]
variants.ru = ["ОЗС", "Озёрный союз"]
[[organisation]]
name = "LKUP"
variants.en = ["LKU High Commissioner for Pilots"]
[[organisation]]
name = "River League"
[[place]]
name = "Lakeland"
sort = "country"
adjectives = ["Lakish"]
[[person]]
name = "Orla Salt"
offices = [
  { title = "Secretary General", body = "LKU", from = "2010" },
  { title = "Deputy Secretary General", body = "LKU", from = "2009", to = "2009" },
  { title = "High Commissioner", body = "LKUP" },
  { title = "President", body = "Lakeland" },
  { title = "Chief Pilot", body = "River League" },
]
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("authority")
    (folder / "own.toml").write_text(_FILE, "utf-8")
    return folder


@pytest.fixture(scope="module")
def names(folder: Path) -> OfficeNames:
    return OfficeNames(load(folder))


@pytest.mark.parametrize(
    ("typed", "office"),
    [
        ("LKU Secretary General", "Secretary General, LKU"),
        ("Secretary General of the LKU", "Secretary General, LKU"),
        ("Secretary-General of the Lake Union", "Secretary General, LKU"),
        ("secretary general lku", "Secretary General, LKU"),
        ("генсек ОЗС", "Secretary General, LKU"),
        ("генерального секретаря Озёрного союза", "Secretary General, LKU"),
        ("Secrétaire général de l’LKU", "Secretary General, LKU"),
        ("secretario general de la LKU", "Secretary General, LKU"),
        ("LKU Deputy Secretary General", "Deputy Secretary General, LKU"),
        ("LKU High Commissioner for Pilots", "High Commissioner, LKUP"),
        ("Lakish President", "President, Lakeland"),
        ("President of Lakeland", "President, Lakeland"),
        ("Chief Pilot of the River League", "Chief Pilot, River League"),
        ("Secretary General", "Secretary General"),
        ("Chief Pilot", "Chief Pilot"),
        ("LKU", ", LKU"),
        ("LAS Secretary General", "Secretary General, League of Arab States"),
        ("Lake Union", ", LKU"),
    ],
)
def test_a_title_and_its_body_are_understood_in_either_order_and_by_any_name(
    typed: str, office: str, names: OfficeNames
) -> None:
    assert names.read(typed) == Phrase(office_terms(office), "office", typed=typed)


def test_a_title_of_several_offices_is_each_of_them(names: OfficeNames) -> None:
    read = names.read("генеральный секретарь")
    assert isinstance(read, DisMax)
    terms = {part.terms for part in read.parts if isinstance(part, Phrase)}
    assert terms == {office_terms("Secretary General"), office_terms("General Secretary")}
    assert read.typed == "генеральный секретарь"


@pytest.mark.parametrize("typed", ["", "of the", "general", "LKU pilot", "Secretary General of the Moon", "a " * 99])
def test_what_is_no_office_is_left_as_it_is(typed: str, names: OfficeNames) -> None:
    assert names.read(typed) is None


def test_an_office_in_a_query_is_read_quoted_or_in_brackets(folder: Path) -> None:
    synonyms = Synonyms(load(folder))
    terms = office_terms("Secretary General, LKU")
    assert synonyms.widen(parse('office:"LKU Secretary General"').tree) == Phrase(
        terms, "office", typed="LKU Secretary General"
    )
    assert synonyms.widen(parse("office:(secretary general lku)").tree) == And(
        (Phrase(terms, "office", typed="secretary general lku"),)
    )
    assert synonyms.widen(parse("office:pilot").tree) == Word("pilot", "office", exact=True, typed="pilot")


def test_an_office_is_described_and_written_down_as_it_was_typed(names: OfficeNames) -> None:
    read = names.read("Secretary General of the LKU")
    assert read is not None
    assert str(describe(read)) == "office the exact phrase “Secretary General of the LKU”"
    assert parse(unparse(read)).tree == parse('office:"Secretary General of the LKU"').tree


@pytest.fixture(scope="module")
def reader() -> Reader:
    return archive(
        replace(made("head", "Words."), organisations=("CSTO",), offices=("Secretary General, CSTO",)),
        replace(made("deputy", "Words."), organisations=("CSTO",), offices=("Deputy Secretary General, CSTO",)),
        replace(made("un", "Words."), organisations=("UN", "CSTO"), offices=("Secretary-General, UN", "Chief, CSTO")),
        replace(made("none", "The Secretary General of the CSTO spoke."), organisations=("CSTO",)),
    )


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('office:"Secretary General" org:CSTO', {"head", "un"}),
        ('office:"Secretary General of the CSTO"', {"head"}),
        ('office:"CSTO Secretary General"', {"head"}),
        ('office:"Secretary General of the Collective Security Treaty Organization"', {"head"}),
        ('office:"генсек ОДКБ"', {"head"}),
        ('office:"secrétaire général de l\'ONU"', {"un"}),
        ('office:"CSTO Deputy Secretary General"', {"deputy"}),
        ("office:CSTO", {"head", "deputy", "un"}),
        ("office:ОДКБ", {"head", "deputy", "un"}),
        ("office:(secretary general csto)", {"head"}),
        ('office:"Secretary General" -office:UN', {"head"}),
        ("office:deputy", {"deputy"}),
    ],
)
def test_articles_are_found_by_offices_of_their_people(typed: str, expected: set[str], reader: Reader) -> None:
    assert {each.article.id for each in search(reader, SearchInput(typed, match="all")).results} == expected
