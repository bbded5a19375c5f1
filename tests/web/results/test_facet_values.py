import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from indexer.engines.memory import MemoryEngine
from indexer.settings import Settings
from tests.web.archive import article
from tests.web.conftest import Get, texts
from web import create_app


@pytest.fixture(scope="module")
def crowded() -> FlaskClient:
    """An archive whose 420 people are each named once, one of them everywhere."""
    engine = MemoryEngine()
    with engine.writer() as writer:
        for number in range(420):
            writer.replace(article(f"a{number}", "A list", ("Names.",), people=("Orla Salt", f"Person {number:03}")))
    return create_app(engine, Settings()).test_client()


def names(client: FlaskClient, address: str) -> list[str]:
    page = client.get(address)
    assert page.status_code == 200
    return texts(BeautifulSoup(page.text, "lxml"), ".values .text")


def test_a_long_facet_leads_to_all_its_values(crowded: FlaskClient) -> None:
    page = crowded.get("/search?q=names").text
    assert 'href="/facets/person?q=names"' in page
    assert "All 421" in page


def test_the_pages_of_values_hold_each_value_once(crowded: FlaskClient) -> None:
    seen = [name for at in range(1, 6) for name in names(crowded, f"/facets/person?at={at}")]
    assert len(seen) == len(set(seen)) == 421
    assert seen[0] == "Orla Salt"
    assert names(crowded, "/facets/person?at=6") == []


def test_values_are_found_by_a_part_of_their_name(crowded: FlaskClient) -> None:
    assert names(crowded, "/facets/person?find=person+00") == [f"Person 00{n}" for n in range(10)]
    assert names(crowded, "/facets/person?find=nobody") == []


def test_the_pages_of_values_lead_on_and_back(crowded: FlaskClient) -> None:
    address, visited = "/facets/person?q=names&find=person&sort=newest&page=3", []
    while address:
        page = BeautifulSoup(crowded.get(address).text, "lxml")
        visited.append((texts(page, ".pager p")[0], [str(link.get_text()) for link in page.select(".pager a")]))
        following = page.select_one(".pager a[rel=next]")
        address = str(following["href"]) if following else ""
    assert visited == [
        ("Page 1 of 5", ["Next"]),
        ("Page 2 of 5", ["Previous", "Next"]),
        ("Page 3 of 5", ["Previous", "Next"]),
        ("Page 4 of 5", ["Previous", "Next"]),
        ("Page 5 of 5", ["Previous"]),
    ]
    before = page.select_one(".pager a[rel=prev]")
    assert before is not None
    assert before["href"] == "/facets/person?q=names&sort=newest&page=3&find=person&at=4"
    assert texts(page, ".shown")[0].startswith("420 values with “person”")


def test_past_the_last_page_of_values_the_way_back_leads_to_the_last(crowded: FlaskClient) -> None:
    page = BeautifulSoup(crowded.get("/facets/person?at=77").text, "lxml")
    assert [str(link["href"]) for link in page.select(".pager a")] == ["/facets/person?at=5"]


def test_what_narrows_the_search_is_kept_when_a_value_is_looked_for(get: Get) -> None:
    page = get("/facets/place?q=lighthouse&type=other&page=2&find=east")
    assert [(each["name"], each["value"]) for each in page.select(".all input[type=hidden]")] == [
        ("q", "lighthouse"),
        ("type", "other"),
    ]
    assert texts(page, ".shown")[0].startswith("1 value with “east”")
    back = page.select_one(".way a")
    assert back is not None
    assert back["href"] == "/search?q=lighthouse&type=other&page=2"


def test_choosing_among_all_values_goes_back_to_the_search(get: Get) -> None:
    page = get("/facets/place?q=lighthouse&type=other")
    link = page.select_one(".values a.value")
    assert link is not None
    assert str(link["href"]) == "/search?q=lighthouse&place=Eastmere&type=other"


@pytest.mark.parametrize(
    "query", ["at=0", "at=x", "at=99999999999999999999", "find=%00", "find=" + "a" * 5000, "sort=no"]
)
def test_whatever_is_asked_of_the_values_gets_a_page(get: Get, query: str) -> None:
    assert get(f"/facets/place?{query}").h1 is not None


def test_an_unknown_facet_is_not_found(client: FlaskClient) -> None:
    assert client.get("/facets/colour").status_code == 404
