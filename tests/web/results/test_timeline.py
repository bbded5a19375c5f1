import re
from urllib.parse import parse_qsl

import pytest
from bs4 import BeautifulSoup, Tag
from werkzeug.datastructures import MultiDict

from indexer.fields import FacetField
from indexer.search.page import FacetPanel, FacetRow
from tests.web.conftest import Get, texts
from web.results.timeline import Timeline, months_wanted, timeline
from web.urls.reading import read

STATES = {
    "nothing": "/search?q=harbour",
    "one year": "/search?q=harbour&year=2012",
    "one year by dates": "/search?q=harbour&from=2012&to=2012",
    "a range": "/search?q=harbour&from=2012&to=2015",
    "an open range": "/search?q=harbour&from=2014",
    "a range of months": "/search?q=harbour&from=2012-03&to=2014-06",
    "days": "/search?q=harbour&from=2012-03-02&to=2013-09-30",
    "two years": "/search?q=harbour&year=2012&year=2015",
    "a month": "/search?q=harbour&year=2012&month=2012-03",
    "a month alone": "/search?q=harbour&month=2012-03",
    "a year excluded": "/search?q=harbour&not_year=2013",
    "a year chosen and one excluded": "/search?q=harbour&year=2012&not_year=2013",
    "narrowed by others": "/search?place=Eastmere&not_type=news&sort=oldest&size=25&year=2016",
    "nothing found": "/search?q=harbour&from=1999&to=2000",
}


def bars(page: BeautifulSoup, field: str = "year") -> list[Tag]:
    return page.select(f"[data-facet={field}] svg a")


def total(page: BeautifulSoup) -> int:
    return int(re.sub(r"\D", "", texts(page, "#summary")[0]) or 0)


def said(bar: Tag) -> tuple[str, int]:
    words, _, count = bar.get_text().rpartition(": ")
    return words, int(re.sub(r"\D", "", count))


@pytest.mark.parametrize("state", STATES.values(), ids=STATES.keys())
@pytest.mark.parametrize("field", ["year", "month"])
def test_a_bar_leads_to_as_many_articles_as_it_says(get: Get, state: str, field: str) -> None:
    page = get(state)
    chosen = [bar for bar in bars(page, field) if "chosen" in (bar.get("class") or [])]
    for bar in bars(page, field):
        if [bar] == chosen or f"not_year={bar['data-value']}" in state:
            continue  # a click on the only one chosen clears, one on a year left out lets it in again
        assert total(get(str(bar["href"]))) == said(bar)[1], bar


@pytest.mark.parametrize("state", STATES.values(), ids=STATES.keys())
def test_what_is_chosen_by_time_hides_no_other_year(get: Get, state: str) -> None:
    free = str(get(state).select("[data-facet=year] svg")[0]["data-free"])
    assert "from=" not in free
    assert {bar["data-value"] for bar in bars(get(state))} == {bar["data-value"] for bar in bars(get(free))}


@pytest.mark.parametrize(
    ("state", "chosen"),
    [
        ("nothing", []),
        ("one year", ["2012"]),
        ("one year by dates", ["2012"]),
        ("a range", ["2012", "2013", "2014", "2015"]),
        ("an open range", ["2014", "2015", "2016", "2017", "2018"]),
        ("a range of months", ["2012", "2013", "2014"]),
        ("days", ["2012", "2013"]),
        ("two years", ["2012", "2015"]),
        ("nothing found", []),
    ],
)
def test_the_bars_show_what_is_chosen(get: Get, state: str, chosen: list[str]) -> None:
    found = get(STATES[state]).select("[data-facet=year] svg a.chosen")
    assert [bar["data-value"] for bar in found] == chosen


@pytest.mark.parametrize(
    ("state", "band"),
    [
        ("nothing", None),
        ("one year", ("20", "10")),
        ("a range", ("20", "40")),
        ("two years", None),
        ("a year chosen and one excluded", ("20", "10")),
    ],
)
def test_a_band_joins_what_is_chosen_in_one_stretch(get: Get, state: str, band: tuple[str, str] | None) -> None:
    found = get(STATES[state]).select_one("[data-facet=year] svg .band")
    assert (found and (found["x"], found["width"])) == band


def test_the_one_year_that_is_chosen_clears_whatever_time_is_chosen_in_it(get: Get) -> None:
    for state in ("one year", "one year by dates", "a month"):
        bar = get(STATES[state]).select_one("[data-facet=year] svg a.chosen")
        assert bar is not None
        assert bar["href"] == "/search?q=harbour"


def test_the_months_of_a_few_years_between_are_shown(get: Get) -> None:
    assert bars(get("/search?q=harbour&from=2012&to=2012"), "month")
    assert bars(get("/search?q=harbour&from=2012&to=2014"), "month")
    assert not bars(get("/search?q=harbour&from=2010&to=2014"), "month")
    assert not bars(get("/search?q=harbour&from=2014&to=2012"), "month")


def test_the_month_that_is_chosen_clears_to_its_year(get: Get) -> None:
    bar = get(STATES["a month"]).select_one("[data-facet=month] svg a.chosen")
    assert bar is not None
    assert bar["href"] == "/search?q=harbour&year=2012"


def test_years_have_a_table_that_says_each_with_its_count(get: Get) -> None:
    page = get(STATES["a range"])
    assert page.select("[data-facet=year] svg[aria-hidden=true]")
    rows = texts(page, "[data-facet=year] details a.value")
    assert rows
    assert all(re.fullmatch(r"201[2-5] \d+ articles?", row) for row in rows)
    for link in page.select("[data-facet=year] details a.value"):
        assert total(get(str(link["href"]))) == int(link.get_text().split()[1])


@pytest.mark.parametrize(
    "chosen",
    ["year=foo", "year=99999999999", "year=%D9%A1", "year=2016-09", "year=2016&month=x", "year=2016&month=9999999-01"],
)
def test_what_is_no_year_or_month_has_no_bar_and_breaks_nothing(get: Get, chosen: str) -> None:
    page = get(f"/search?{chosen}")
    assert page.select(".chip")
    values = [str(bar["data-value"]) for bar in page.select(".histogram svg a")]
    assert all(re.fullmatch(r"\d{4}(-\d\d)?", value) for value in values)
    assert "2016" in values


def line_of(query: str, field: FacetField, *rows: FacetRow) -> Timeline:
    params, bad = read(MultiDict(parse_qsl(query)), 10)
    assert bad == ()
    return timeline(FacetPanel(field, rows, len(rows)), params)


_YEARS = [str(year) for year in range(2010, 2017)]
_MONTHS = [f"{year}-{month:02}" for year in (2012, 2013) for month in range(1, 13)]


@pytest.mark.parametrize(
    ("query", "first", "last"),
    [
        ("from=2012-03&to=2013", "2012-03", "2013-12"),
        ("from=2012&to=2013-02", "2012-01", "2013-02"),
        ("from=2012-11-30&to=2013-02-01", "2012-11", "2013-02"),
        ("from=2013-12&to=2013-12", "2013-12", "2013-12"),
        ("from=2013-05", "2013-05", "2013-12"),
        ("to=2012-02", "2012-01", "2012-02"),
        ("year=2013&from=2012-03&to=2013", "2012-03", "2013-12"),
    ],
)
def test_the_months_between_two_dates_are_chosen_and_no_others(query: str, first: str, last: str) -> None:
    chosen = line_of(query, "month", *(FacetRow(month, 1) for month in _MONTHS)).chosen
    assert sorted(chosen) == [month for month in _MONTHS if first <= month <= last]


@pytest.mark.parametrize(
    ("query", "years"),
    [
        ("from=2012-12-31&to=2014-01", ["2012", "2013", "2014"]),
        ("to=2011", ["2010", "2011"]),
        ("from=2016-02", ["2016"]),
        ("year=2011&year=2014&from=2013", ["2014"]),
        ("year=2011&to=2010", []),
        ("not_year=2011", []),
    ],
)
def test_the_years_that_dates_and_choices_have_in_common_are_chosen(query: str, years: list[str]) -> None:
    assert sorted(line_of(query, "year", *(FacetRow(year, 1) for year in _YEARS)).chosen) == years


@pytest.mark.parametrize(("query", "months"), [("from=2012&to=2013", []), ("month=2012-03", ["2012-03"]), ("", [])])
def test_dates_that_name_years_alone_choose_no_month(query: str, months: list[str]) -> None:
    assert sorted(line_of(query, "month", *(FacetRow(month, 1) for month in _MONTHS)).chosen) == months


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("from=2012-05&to=2014-01", True),
        ("from=2012&to=2015", False),
        ("from=2012", False),
        ("to=2012", False),
        ("year=2010&year=2012&year=2014&year=2016", True),
        ("not_year=2012", False),
    ],
)
def test_months_are_shown_of_chosen_years_or_of_three_that_the_dates_name(query: str, wanted: bool) -> None:
    assert months_wanted(read(MultiDict(parse_qsl(query)), 10)[0]) == wanted


def test_beside_the_one_year_chosen_a_click_makes_a_range_whose_ends_are_counted() -> None:
    rows = [FacetRow("2011", 1), FacetRow("2012", 20), FacetRow("2014", 300), FacetRow("2015", 4_000)]
    line = line_of("q=x&year=2012&sort=newest&page=3", "year", *rows)
    assert line.said("2014") == "2012 to 2014: 320 articles"
    assert line.href("2014") == "/search?q=x&from=2012&to=2014&sort=newest"
    assert line.said("2011") == "2011 to 2012: 21 articles"
    assert line.href("2011") == "/search?q=x&from=2011&to=2012&sort=newest"
    assert (line.said("2012"), line.href("2012")) == ("2012: 20 articles", "/search?q=x&sort=newest")


def test_in_a_range_a_click_chooses_one_alone_and_says_its_count() -> None:
    line = line_of("q=x&from=2011&to=2014", "year", FacetRow("2011", 1), FacetRow("2012", 20))
    assert (line.said("2012"), line.href("2012")) == ("2012: 20 articles", "/search?q=x&year=2012")


def test_a_month_is_chosen_within_its_year_and_what_is_left_out_stays_so() -> None:
    line = line_of(
        "year=2012&not_month=2012-03", "month", FacetRow("2012-03", 7, excluded=True), FacetRow("2012-04", 1)
    )
    assert line.href("2012-04") == "/search?year=2012&month=2012-04&not_month=2012-03"
    assert "2012-03" not in line.counts


def test_what_a_click_does_is_said_for_each_state() -> None:
    rows = (FacetRow("2011", 1), FacetRow("2012", 2))
    hints = [line_of(query, "year", *rows).hint for query in ("", "year=2012", "from=2011&to=2012")]
    assert [hint.split(" year")[0] for hint in hints] == ["Choose a", "Choose another", "Choose a"]
    assert hints[0] != hints[2]
    assert "month" in line_of("month=2012-03", "month", FacetRow("2012-03", 1)).hint
