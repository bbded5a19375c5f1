import pytest
from bs4 import BeautifulSoup

from indexer.article import PartialDate
from indexer.engines.memory import MemoryEngine
from indexer.settings import Settings
from tests.web.archive import UNDATED, article
from tests.web.conftest import Get, texts
from web import create_app


def table(page: BeautifulSoup) -> dict[str, dict[str, str]]:
    """Body -> year -> count."""
    for hidden in page.select(".gaps .vh"):
        hidden.decompose()
    years = texts(page, ".gaps thead th")[1:]
    rows = page.select(".gaps tbody tr")
    return {texts(row, "th")[0]: dict(zip(years, texts(row, "td"), strict=True)) for row in rows}


def test_nothing_found_shows_what_there_is_by_body_and_year(get: Get) -> None:
    shown = table(get("/search?q=glacier"))
    assert list(shown) == ["Lake Union", "River League", "All articles"]
    assert list(shown["Lake Union"]) == ["2013", "2014", "2015", "2016", "2017", "2018"]
    assert shown["River League"] == {"2013": "0", "2014": "0", "2015": "0", "2016": "0", "2017": "1", "2018": "1"}
    assert shown["All articles"]["2017"] == "4"


def test_every_count_is_what_its_link_finds(get: Get) -> None:
    page = get("/search?q=glacier")
    links = page.select(".gaps td a")
    assert len(links) > 10
    for link in links:
        count = link.get_text().split()[0]
        assert texts(get(str(link["href"])), "#summary")[0].split()[0] == count


@pytest.mark.parametrize(
    "query", ["q=glacier&from=2017&to=2017-06", "q=glacier+date:2017", "q=glacier&year=2017", "q=glacier+2017"]
)
def test_the_years_around_a_chosen_or_typed_date_are_shown(get: Get, query: str) -> None:
    assert list(table(get(f"/search?{query}"))["All articles"]) == ["2015", "2016", "2017", "2018", "2019"]


def test_far_from_every_article_the_nearest_years_are_shown(get: Get) -> None:
    shown = table(get("/search?q=glacier&from=1950&to=1951"))["All articles"]
    assert list(shown) == ["2010", "2011", "2012", "2013", "2014", "2015"]


def test_a_long_span_shows_years_with_articles_only(get: Get) -> None:
    shown = table(get("/search?q=glacier&from=1900&to=2099"))["All articles"]
    assert list(shown) == [str(year) for year in range(2010, 2019)]
    assert "0" not in shown.values()


@pytest.mark.parametrize("query", ["q=glacier&organisation=River+League", 'q=glacier+org:"River League"'])
def test_a_chosen_or_typed_body_stands_alone(get: Get, query: str) -> None:
    assert list(table(get(f"/search?{query}"))) == ["River League", "All articles"]


def test_where_something_is_found_there_is_no_table(get: Get) -> None:
    assert get("/search?q=ferry").select(".gaps") == []


def test_an_archive_without_dates_has_no_table() -> None:
    engine = MemoryEngine()
    with engine.writer() as writer:
        writer.replace(UNDATED)
    page = create_app(engine, Settings()).test_client().get("/search?q=glacier")
    assert page.status_code == 200
    assert BeautifulSoup(page.text, "lxml").select(".gaps") == []


@pytest.mark.parametrize(
    ("query", "years"),
    [
        ("from=2007&to=2014", [str(year) for year in range(2005, 2017)]),
        ("from=2007&to=2015", [str(year) for year in range(2010, 2018)]),
        ("month=2012-03", ["2010", "2011", "2012", "2013", "2014"]),
        ("year=2012&year=2014", [str(year) for year in range(2010, 2017)]),
        ("to=1812", ["2010", "2011", "2012", "2013", "2014", "2015"]),
        ("from=2050", [str(year) for year in range(2013, 2019)]),
        ("from=2100", [str(year) for year in range(2013, 2019)]),
    ],
    ids=["twelve years", "thirteen years", "a month", "two years", "long before", "long after", "no year of ours"],
)
def test_twelve_years_at_most_stand_side_by_side(get: Get, query: str, years: list[str]) -> None:
    assert list(table(get(f"/search?q=glacier&{query}"))["All articles"]) == years


def test_of_a_span_that_is_too_long_the_latest_years_with_articles_are_shown() -> None:
    engine = MemoryEngine()
    with engine.writer() as writer:
        for year in range(1980, 2000):
            writer.replace(article(str(year), "A title", ("Text.",), date=PartialDate(str(year))))
    answer = create_app(engine, Settings()).test_client().get("/search?q=glacier&from=1970&to=2010")
    shown = table(BeautifulSoup(answer.text, "lxml"))["All articles"]
    assert list(shown) == [str(year) for year in range(1988, 2000)]


def test_a_body_that_the_archive_does_not_know_makes_no_row(get: Get) -> None:
    assert list(table(get("/search?q=glacier+org:Nobody"))) == ["Lake Union", "River League", "All articles"]


def test_a_count_leads_to_its_articles_and_nothing_to_none(get: Get) -> None:
    page = get("/search?q=glacier&organisation=River+League&from=2017&to=2017&sort=newest")
    assert [str(link["href"]) for link in page.select(".gaps td a")][:2] == [
        "/search?organisation=River+League&year=2017",
        "/search?organisation=River+League&year=2018",
    ]
    assert [str(link["href"]) for link in page.select(".gaps tbody th a")] == [
        "/search?organisation=River+League",
        "/search",
    ]
    assert all(cell.find("a") is None for cell in page.select(".gaps td") if cell.get_text().split()[0] == "0")
