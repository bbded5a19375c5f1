from hypothesis import given
from hypothesis import strategies as st

from indexer.engines.engine import Engine
from indexer.search.page import Choice, SearchInput, search
from web.results.chips import Chip, chips
from web.urls.params import SearchParams


def made(engine: Engine, asked: SearchInput) -> tuple[Chip, ...]:
    return chips(search(engine.reader(), asked), SearchParams(asked))


def test_everything_that_narrows_has_a_chip(engine: Engine) -> None:
    asked = SearchInput(
        'ferry "harbour office" -salt', (Choice("place", ("Northport",), ("Eastmere",)),), "2016-09", "2018"
    )
    shown = made(engine, asked)
    assert [(chip.label, chip.value, chip.excluded) for chip in shown] == [
        ("Words", "ferry", False),
        ("Words", '"harbour office"', False),
        ("Words", "-salt", True),
        ("Place", "Northport", False),
        ("Not place", "Eastmere", True),
        ("From", "September 2016", False),
        ("To", "2018", False),
    ]
    rest = "&place=Northport&not_place=Eastmere&from=2016-09&to=2018"
    assert shown[0].href == "/search?q=%22harbour+office%22+-salt" + rest


def test_each_chip_takes_away_what_it_names_and_nothing_else(engine: Engine) -> None:
    asked = SearchInput(
        "ferry", (Choice("place", ("Northport", "Eastmere"), ("Westmere",)),), "2016-09", "2018", "newest", 3
    )
    assert [chip.href for chip in made(engine, asked)] == [
        "/search?place=Northport&place=Eastmere&not_place=Westmere&from=2016-09&to=2018&sort=newest",
        "/search?q=ferry&place=Eastmere&not_place=Westmere&from=2016-09&to=2018&sort=newest",
        "/search?q=ferry&place=Northport&not_place=Westmere&from=2016-09&to=2018&sort=newest",
        "/search?q=ferry&place=Northport&place=Eastmere&from=2016-09&to=2018&sort=newest",
        "/search?q=ferry&place=Northport&place=Eastmere&not_place=Westmere&to=2018&sort=newest",
        "/search?q=ferry&place=Northport&place=Eastmere&not_place=Westmere&from=2016-09&sort=newest",
    ]


def test_alternatives_are_one_chip(engine: Engine) -> None:
    assert [chip.value for chip in made(engine, SearchInput("ferry OR boat"))] == ["ferry OR boat"]


def test_a_whole_archive_has_no_chips(engine: Engine) -> None:
    assert made(engine, SearchInput("   ")) == ()


@given(st.text(alphabet='ab "()OR-:~*', max_size=40))
def test_no_typed_text_raises_and_every_chip_leads_to_a_search(engine: Engine, typed: str) -> None:
    for chip in made(engine, SearchInput(typed)):
        assert chip.value
        assert chip.href.startswith("/search")
