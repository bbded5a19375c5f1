import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.search.page import Choice, SearchInput
from web.chips import chips, parts
from web.params import SearchParams


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("ferry pilots", ["ferry", "pilots"]),
        ('"harbour office" ferry', ['"harbour office"', "ferry"]),
        ('"a b"~5 title:ferry', ['"a b"~5', "title:ferry"]),
        ('person:"Orla Salt" -ferry', ['person:"Orla Salt"', "-ferry"]),
        ("ferry NOT pilots AND harbour", ["ferry", "NOT pilots", "harbour"]),
        ("(ferry OR boat) pilots", ["(ferry OR boat)", "pilots"]),
        ("ferry OR boat", ["ferry OR boat"]),
        ("“curly quotes” and", ["“curly quotes”", "and"]),
        ("", []),
        ("   ", []),
    ],
)
def test_a_query_falls_into_the_parts_that_all_have_to_match(typed: str, expected: list[str]) -> None:
    assert parts(typed) == expected


@given(st.text(max_size=60))
def test_no_typed_text_raises_and_no_word_gets_lost(typed: str) -> None:
    words = "".join(typed.replace("AND", "").split())
    assert set("".join("".join(parts(typed)).split())) <= set(words) | set("AND NOT")


@given(st.text(alphabet='ab "()OR-:', max_size=40))
def test_each_chip_takes_away_only_itself(typed: str) -> None:
    for chip in chips(SearchParams(SearchInput(typed))):
        assert chip.value
        assert chip.href.startswith("/search")


def test_everything_that_narrows_has_a_chip() -> None:
    asked = SearchInput("ferry pilots", (Choice("place", ("Northport",), ("Eastmere",)),), "2016-09", "2018")
    made = chips(SearchParams(asked))
    assert [(chip.label, chip.value, chip.excluded) for chip in made] == [
        ("Word", "ferry", False),
        ("Word", "pilots", False),
        ("Place", "Northport", False),
        ("Not place", "Eastmere", True),
        ("From", "September 2016", False),
        ("To", "2018", False),
    ]
    assert made[0].href == "/search?q=pilots&place=Northport&not_place=Eastmere&from=2016-09&to=2018"
