import pytest
from flask.testing import FlaskClient

from indexer.fields import ENTITY_FIELDS
from indexer.search.page import FacetPanel, FacetRow, SearchInput
from tests.web.archive import ARTICLES
from tests.web.conftest import Get, texts
from web.browse.indexes import index_view
from web.results.histogram import histograms
from web.urls.params import SearchParams


def test_the_first_page_leads_to_years_and_names(get: Get) -> None:
    page = get("/")
    assert page.select_one("[data-facet=year] svg a")
    assert "Eastmere 27 articles" in texts(page, ".facet a.value")
    assert {str(link["href"]) for link in page.select(".indexes a")} == {f"/index/{field}" for field in ENTITY_FIELDS}


def test_the_index_holds_every_name_from_a_to_z_with_its_count(get: Get) -> None:
    page = get("/index/place")
    assert texts(page, ".values .value") == ["Eastmere 27 articles", "Northport 2 articles"]
    assert texts(page, "section h2") == ["E", "N"]
    everyone = {name for each in ARTICLES for name in each.people}
    assert set(texts(get("/index/person"), ".values .text")) == everyone


@pytest.mark.parametrize("path", ["/index/type", "/index/", "/index/colour"])
def test_only_names_have_an_index(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_people_stand_under_their_surnames(get: Get) -> None:
    page = get("/index/person")
    assert texts(page, "section h2") == sorted({name.split()[-1][0] for each in ARTICLES for name in each.people})


def test_a_long_index_is_shown_a_letter_at_a_time(client: FlaskClient) -> None:
    rows = tuple(FacetRow(f"{letter}{n:03}", 1) for letter in "BAC" for n in range(300))
    with client.application.app_context():
        first, second = index_view("person", rows, ""), index_view("person", rows, "B")
    assert list(first.shown) == ["A"]
    assert list(second.shown) == ["B"]
    assert [option.href for option in first.letters] == [f"/index/person?letter={each}" for each in "ABC"]
    assert len(second.shown["B"]) == 300


def test_years_without_articles_leave_gaps_between_the_bars() -> None:
    panel = FacetPanel("year", (FacetRow("2019", 2), FacetRow("2016", 4)), 2)
    drawn = histograms([panel], SearchParams(SearchInput()))[0]
    assert [(bar.value, bar.x, bar.height) for bar in drawn.bars] == [("2016", 0, 48.0), ("2019", 30, 24.0)]
    assert [row.text for row in drawn.rows] == ["2016", "2019"]


def test_a_mistaken_year_does_not_make_a_thousand_bars() -> None:
    panel = FacetPanel("year", (FacetRow("0207", 1), FacetRow("2017", 9)), 2)
    assert len(histograms([panel], SearchParams(SearchInput()))[0].bars) == 2


def test_nothing_is_drawn_where_nothing_is_dated() -> None:
    panel = FacetPanel("year", (FacetRow("2017", 0, selected=True),), 1)
    assert histograms([panel], SearchParams(SearchInput())) == ()


@pytest.mark.parametrize(("number", "whole"), [(500, True), (501, False)])
def test_an_index_of_five_hundred_names_is_one_page(client: FlaskClient, number: int, whole: bool) -> None:
    rows = tuple(FacetRow(f"{'AB'[n % 2]}{n:03}", 1) for n in range(number))
    with client.application.app_context():
        view = index_view("place", rows, "B")
    assert list(view.shown) == (["A", "B"] if whole else ["B"])
    assert [option.href for option in view.letters] == (
        ["#A", "#B"]
        if whole
        else [
            "/index/place?letter=A",
            "/index/place?letter=B",
        ]
    )
    assert [option.current for option in view.letters] == [False, not whole]
    assert sum(map(len, view.shown.values())) == (500 if whole else 250)


@pytest.mark.parametrize("letter", ["", "Z", "b", "<b>"])
def test_an_index_begins_with_its_first_letter_where_another_is_not_there(client: FlaskClient, letter: str) -> None:
    rows = tuple(FacetRow(f"{'BC'[n % 2]}{n:03}", 1) for n in range(600))
    with client.application.app_context():
        assert list(index_view("place", rows, letter).shown) == ["B"]


def test_an_index_without_a_name_is_an_empty_page(client: FlaskClient) -> None:
    with client.application.app_context():
        view = index_view("place", (), "")
    assert (view.letters, view.shown) == ((), {})


def test_a_name_of_an_index_leads_to_its_page_and_the_index_to_the_others(get: Get) -> None:
    page = get("/index/place")
    assert [str(link["href"]) for link in page.select(".values a.value")] == [
        "/names/place?name=Eastmere",
        "/names/place?name=Northport",
    ]
    with_all = {str(link["href"]) for link in page.select("a[href^='/index/']")}
    assert {f"/index/{field}" for field in ENTITY_FIELDS if field != "place"} <= with_all


def test_the_first_page_shows_ten_articles_the_newest_first(get: Get) -> None:
    days = [str(day["datetime"]) for day in get("/").select(".result time")]
    assert len(days) == 10
    assert days == sorted(days, reverse=True)
    assert days[0] == "2018-06"
