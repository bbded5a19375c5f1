"""A query read back in words: what a reader is told was understood."""

import pytest

from indexer.query import describe
from indexer.query.parser import parse
from indexer.query.tree import And, DisMax, Phrase, Word


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "everything"),
        ("boat harbour", "*boat* and *harbour*"),
        ("boat (harbour OR pilot)", "*boat* and (*harbour* or *pilot*)"),
        ("boat OR harbour AND pilot", "*boat* or (*harbour* and *pilot*)"),
        ("-boat", "not *boat*"),
        ("office:secretary", "office *secretary*"),
        ('office:"Secretary General" boat', "office the exact phrase “Secretary General” and *boat*"),
        ("-(boat harbour)", "not (*boat* and *harbour*)"),
        ("-(boat OR harbour)", "not (*boat* or *harbour*)"),
        ('"boat"', "exactly “boat”"),
        ('"old boat"', "the exact phrase “old boat”"),
        ('title:"boat"', "exactly “boat” in the title"),
        ("org:CSTO", "organisation *CSTO*"),
        ("boat*", "words that begin with *boat*"),
        ("b?at", "words like *b?at*"),
        ("boat~", "words that differ from *boat* by at most one letter"),
        ("boat~2", "words that differ from *boat* by at most two letters"),
        ('"old boat"~1', "“old boat” within 1 word of each other"),
        ('"old boat"~5', "“old boat” within 5 words of each other"),
        ("date:2017", "dated 2017"),
        ("date:2016..2018", "dated 2016 to 2018"),
        ("date:..2018", "dated to 2018"),
        ("date:2016..", "dated 2016 to"),
        ("after:2016-09", "dated after 2016-09"),
        ("before:2016-09", "dated before 2016-09"),
    ],
)
def test_a_query_is_read_back_as_it_was_understood(typed: str, said: str) -> None:
    assert str(describe.describe(parse(typed).tree)) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "*boat* (also as “form 0”)"),
        (3, "*boat* (also as “form 0”, “form 1”, “form 2”)"),
        (4, "*boat* (also as “form 0”, “form 1”, “form 2” and 1 more)"),
        (9, "*boat* (also as “form 0”, “form 1”, “form 2” and 6 more)"),
    ],
)
def test_three_other_forms_of_a_name_are_said_and_the_rest_counted(number: int, said: str) -> None:
    forms = (Phrase(("form", str(each)), typed=f"form {each}") for each in range(number))
    assert str(describe.describe(DisMax((Word("boat", typed="boat"), *forms), typed="boat"))) == said


def test_a_name_of_several_words_is_read_back_as_one() -> None:
    itself = And((Word("old", "title", typed="old"), Word("boat", "title", typed="boat")))
    name = DisMax((itself, Phrase(("ob",), typed="OB")), typed="old boat")
    assert str(describe.describe(name)) == "*old boat* in the title (also as “OB”)"
