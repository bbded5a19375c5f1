from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient

from indexer.article import Article, PartialDate
from indexer.engines.memory import MemoryEngine
from indexer.settings import Settings
from tests.web.archive import article
from web import create_app
from web.reader import arrivals

EARLY, LATE = "2026-01-01T08:00:00+00:00", "2026-02-01T08:00:00+00:00"


def arrived(name: str, updated: str, date: str = "2017-01-01") -> Article:
    made = article(name, f"Title of {name}", ("A ferry in the harbour.",), date=PartialDate(date))
    return replace(made, updated=updated)


def client_of(*articles: Article) -> FlaskClient:
    engine = MemoryEngine()
    with engine.writer() as writer:
        for each in articles:
            writer.replace(each)
    return create_app(engine, Settings()).test_client()


@pytest.fixture
def ports() -> FlaskClient:
    return client_of(arrived("old", EARLY, "2019"), arrived("new", LATE, "1999"), arrived("newer", LATE, "2018"))


def test_what_arrived_since_is_counted_whatever_its_date(ports: FlaskClient) -> None:
    answer = ports.get("/api/search/new", query_string={"q": "ferry", "since": EARLY}).get_json()
    assert (answer["new"], answer["at_least"], answer["newest"]) == (2, False, LATE)
    assert [each["id"] for each in answer["articles"]] == ["newer", "new"]


def test_nothing_is_new_to_who_has_seen_the_newest(ports: FlaskClient) -> None:
    newest = ports.get("/api/search/new?q=ferry").get_json()["newest"]
    assert ports.get("/api/search/new", query_string={"q": "ferry", "since": newest}).get_json()["new"] == 0


def test_only_matching_articles_are_news(ports: FlaskClient) -> None:
    answer = ports.get("/api/search/new", query_string={"q": "glacier", "since": EARLY}).get_json()
    assert (answer["new"], answer["newest"], answer["articles"]) == (0, "", [])


def test_a_count_that_may_be_too_low_says_so(ports: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrivals, "READ", 2)
    answer = ports.get("/api/search/new", query_string={"since": EARLY}).get_json()
    assert (answer["new"], answer["at_least"]) == (1, True)


def test_articles_of_an_index_without_moments_are_no_news() -> None:
    answer = client_of(arrived("a", "")).get("/api/search/new").get_json()
    assert (answer["new"], answer["newest"]) == (0, "")


@pytest.mark.parametrize("query", ["since=yesterday", "since=<b>", "colour=red", "from=x"])
def test_a_parameter_that_cannot_be_used_is_refused(ports: FlaskClient, query: str) -> None:
    assert ports.get(f"/api/search/new?{query}").status_code == 400


def test_a_feed_has_first_what_came_last_and_says_when(ports: FlaskClient) -> None:
    names = {"a": "http://www.w3.org/2005/Atom"}
    root = ET.fromstring(ports.get("/feed.atom?q=ferry").data)  # noqa: S314 - our own output
    assert [each.text for each in root.findall("a:entry/a:title", names)] == [
        "Title of newer",
        "Title of new",
        "Title of old",
    ]
    assert [each.text for each in root.findall("a:entry/a:updated", names)] == [LATE, LATE, EARLY]
    assert root.findtext("a:updated", "", names) == LATE


def test_the_api_says_since_when_an_article_is_as_it_is(ports: FlaskClient) -> None:
    assert ports.get("/api/articles/old").get_json()["updated"] == EARLY


def test_an_undated_article_enters_a_feed_by_its_arrival() -> None:
    assert "Title of a" in client_of(arrived("a", EARLY, "")).get("/feed.atom").text


def test_as_many_as_are_read_are_all_that_there_are(ports: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrivals, "READ", 3)
    answer = ports.get("/api/search/new", query_string={"since": EARLY}).get_json()
    assert (answer["new"], answer["at_least"]) == (2, False)


def test_at_most_five_of_what_is_new_are_named_and_all_are_counted() -> None:
    client = client_of(*(arrived(f"a{number}", f"2026-02-0{number}T08:00:00+00:00") for number in range(1, 8)))
    answer = client.get("/api/search/new", query_string={"since": "2026-02-01T08:00:00+00:00", "size": 2}).get_json()
    assert (answer["new"], answer["since"]) == (6, "2026-02-01T08:00:00+00:00")
    assert answer["articles"] == [
        {"id": f"a{number}", "title": f"Title of a{number}", "href": f"/articles/a{number}"}
        for number in (7, 6, 5, 4, 3)
    ]
