from dataclasses import replace

import pytest

from indexer.fields import FacetField
from indexer.search.page import Choice, FacetPanel, FacetRow, SearchInput
from web.results.histogram import Histogram, histograms
from web.urls.params import SearchParams

EVERYTHING = SearchInput()


def drawn(field: FacetField, counts: dict[str, int], asked: SearchInput = EVERYTHING) -> Histogram:
    rows = tuple(FacetRow(value, count) for value, count in counts.items())
    (made,) = histograms([FacetPanel(field, rows, len(rows))], SearchParams(asked))
    return made


def test_the_highest_bar_is_as_high_as_the_drawing_and_none_is_too_low_to_be_hit() -> None:
    bars = drawn("year", {"2016": 48_000, "2017": 12_000, "2018": 1}).bars
    assert [(bar.y, bar.height) for bar in bars] == [(0.0, 48.0), (36.0, 12.0), (46.0, 2.0)]


@pytest.mark.parametrize(
    ("counts", "width"),
    [({"2017": 1}, 100), ({"2008": 1, "2017": 1}, 100), ({"2007": 1, "2017": 1}, 110)],
    ids=["one year", "ten years", "eleven years"],
)
def test_ten_years_at_least_have_room(counts: dict[str, int], width: int) -> None:
    assert drawn("year", counts).width == width


@pytest.mark.parametrize(("first", "places"), [("1898", [0, 1190]), ("1897", [0, 10])])
def test_years_without_articles_are_left_out_of_more_than_120(first: str, places: list[int]) -> None:
    assert [bar.x for bar in drawn("year", {first: 1, "2017": 1}).bars] == places


def test_months_stand_where_they_belong_in_whole_years() -> None:
    made = drawn("month", {"2016-03": 1, "2017-12": 1}, SearchInput(choices=(Choice("year", ("2016", "2017")),)))
    assert [bar.x for bar in made.bars] == [20, 230]
    assert made.width == 240
    assert made.span == "January 2016 – December 2017"


@pytest.mark.parametrize(("counts", "span"), [({"2017": 1}, "2017"), ({"2019": 1, "2016": 1}, "2016 – 2019")])
def test_a_drawing_says_from_when_to_when_it_is(counts: dict[str, int], span: str) -> None:
    assert drawn("year", counts).span == span


def test_a_year_without_articles_has_no_bar_and_what_is_no_year_is_in_no_drawing() -> None:
    made = drawn("year", {"2016": 1, "2017": 0, "2018": 1, "20": 9, "2019-01": 9, "nope": 9})
    assert [bar.value for bar in made.bars] == ["2016", "2018"]


def test_a_year_that_is_left_out_is_let_in_again_by_its_bar() -> None:
    rows = (FacetRow("2016", 3), FacetRow("2017", 2, excluded=True))
    asked = SearchInput("x", (Choice("year", (), ("2017",)),))
    (made,) = histograms([FacetPanel("year", rows, 2)], SearchParams(asked))
    assert [bar.href for bar in made.bars] == ["/search?q=x&year=2016&not_year=2017", "/search?q=x"]
    assert made.free == "/search?q=x&not_year=2017"


@pytest.mark.parametrize(
    ("years", "band"),
    [(("2016",), (0, 10)), (("2016", "2017"), (0, 20)), (("2017", "2019"), (10, 30)), (("2016", "2019"), (0, 0))],
    ids=["one", "two that follow", "two with an empty year between", "two with another between"],
)
def test_a_band_lies_under_what_is_chosen_if_no_other_bar_stands_between(
    years: tuple[str, ...], band: tuple[int, int]
) -> None:
    asked = SearchInput(choices=(Choice("year", years),))
    assert drawn("year", {"2016": 1, "2017": 1, "2019": 1}, asked).band == band


def test_the_table_of_a_drawing_is_in_the_order_of_time() -> None:
    panel = FacetPanel("year", (FacetRow("2019", 2), FacetRow("2016", 4), FacetRow("2017", 1)), 3)
    for each in (panel, replace(panel, rows=panel.rows[::-1])):
        assert [row.text for row in histograms([each], SearchParams(SearchInput()))[0].rows] == ["2016", "2017", "2019"]
