"""Names of one thing, typed among the words: documents and addresses."""

from dataclasses import replace

import pytest

from indexer.engines.engine import Reader
from indexer.query.parser import parse
from indexer.query.tree import And, DisMax, Phrase, Query, Word
from indexer.search.page import SearchInput, search
from indexer.search.rewrite.references import with_references
from tests.search.samples import archive, made

ADDRESS = "https://www.lake.example/2019/winter-dues"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return archive(
        replace(made("council", "Members met on terror."), documents=("S/RES/1373 (2001)", "S/RES/242 (1967)")),
        replace(made("assembly", "Members met."), documents=("A/RES/64/256",)),
        made("literal", "They quoted S/RES/242, S/RES/1373 and resolution 64/256 of the Assembly."),
        replace(made("dues", "The dues rise."), url=ADDRESS),
        replace(made("summer", "The winter dues fall."), url="https://lake.example/summer-dues"),
        replace(made("by", "A column on tides."), authors=("Ingrid Tarnowska", "Ivo Brandt")),
    )


def _found(reader: Reader, typed: str) -> set[str]:
    return {each.article.id for each in search(reader, SearchInput(typed, match="all")).results}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("S/RES/242", {"council", "literal"}),
        ("s/res/242", {"council", "literal"}),
        ("S/RES/242 (1967)", {"council"}),
        ("UNSCR 1373", {"council"}),
        ("Security Council resolution 1373", {"council"}),
        ("terror UNSCR 1373", {"council"}),
        ("resolution 64/256", {"assembly", "literal"}),
        ("GA resolution 64/256", {"assembly"}),
        ("members resolution 64/256", {"assembly"}),
        ('"resolution 64/256"', {"literal"}),
        (ADDRESS, {"dues"}),
        ("http://lake.example/2019/winter-dues/?utm_source=letter#top", {"dues"}),
        ("url:lake.example/2019/winter-dues", {"dues"}),
        ("url:lake.example/*", {"dues", "summer"}),
        ("url:lake.example/win", set()),
        ("Tarnowska", {"by"}),
        ("author:brandt tides", {"by"}),
        ('by:"Ingrid Tarnowska"', {"by"}),
        ("tarnowska tides", {"by"}),
        ('"Tarnowska Ivo"', set()),
        ('"tides Ingrid"', set()),
    ],
)
def test_a_name_finds_what_it_names_and_the_words_themselves(reader: Reader, typed: str, expected: set[str]) -> None:
    assert _found(reader, typed) == expected


def test_a_matching_author_is_marked_and_no_missing_word(reader: Reader) -> None:
    result = search(reader, SearchInput("tarnowska zebra")).results[0]
    assert (result.article.id, result.missing) == ("by", ("zebra",))
    assert result.author_marks == ((7, 16),)


def _named(query: Query) -> list[str]:
    parts = query.parts if isinstance(query, And) else (query,)
    others = (part.parts[1] for part in parts if isinstance(part, DisMax))
    return [other.typed if isinstance(other, Phrase | Word) else "" for other in others]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Article 51 of the UN Charter", ["UN Charter, art. 51"]),
        ("PC.DEC/1106 and A/RES/71/12", ["PC.DEC/1106", "A/RES/71/12"]),
        ("resolution 12", []),
        ("score 2/1", []),
        ("a b", ["ab"]),
        ("vitamin c", []),
        ("the harbour", []),
    ],
)
def test_each_name_is_read_where_it_begins_and_ends(typed: str, names: list[str]) -> None:
    assert _named(with_references(parse(typed).tree)) == names


def test_an_address_in_a_text_is_one_thing() -> None:
    reader = archive(made("mail", "Write to press@lake.example for more."), made("words", "A lake press: an example."))
    assert _found(reader, "press@lake.example") == {"mail"}
