from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from indexer.engines.memory import MemoryEngine
from indexer.settings import Settings
from tests.web.archive import article
from tests.web.conftest import texts
from web import create_app
from web.cookies import ReaderCookies, SavedSearch

EARLY, LATE = "2026-01-01T08:00:00+00:00", "2026-02-01T08:00:00+00:00"


class Ports:
    """An archive that grows, and one reader of it."""

    def __init__(self) -> None:
        self.engine = MemoryEngine()
        self.client: FlaskClient = create_app(self.engine, Settings()).test_client()
        self.arrive("old", EARLY)

    def arrive(self, name: str, moment: str) -> None:
        with self.engine.writer() as writer:
            writer.replace(replace(article(name, f"Title of {name}", ("A ferry in the harbour.",)), updated=moment))

    def page(self, path: str) -> BeautifulSoup:
        return BeautifulSoup(self.client.get(path).text, "lxml")

    def save(self, query: str) -> None:
        assert self.client.post("/saved", data={"add": query, "back": f"/search{query}"}).status_code == 303


@pytest.fixture
def ports() -> Ports:
    return Ports()


def test_a_saved_search_says_what_came_since_it_was_last_opened(ports: Ports) -> None:
    ports.save("?q=ferry")
    assert texts(ports.page("/saved"), ".kept .facts") == ["Nothing new since your last visit"]
    ports.arrive("new", LATE)
    assert texts(ports.page("/saved"), ".kept .facts") == ["1 new since your last visit Title of new"]
    assert texts(ports.page("/saved"), ".kept .facts") == ["1 new since your last visit Title of new"]
    assert texts(ports.page("/search?q=ferry"), ".news") == ["1 new since your last visit"]
    assert texts(ports.page("/search?q=ferry"), ".news") == ["Nothing new since your last visit"]
    assert texts(ports.page("/saved"), ".kept .facts") == ["Nothing new since your last visit"]


def test_what_a_browser_fetches_ahead_is_not_opened(ports: Ports) -> None:
    ports.save("?q=ferry")
    ports.arrive("new", LATE)
    ports.client.get("/search?q=ferry", headers={"Sec-Purpose": "prefetch;prerender"})
    assert texts(ports.page("/search?q=ferry"), ".news") == ["1 new since your last visit"]


def test_a_search_that_is_opened_without_news_is_not_kept_again(ports: Ports) -> None:
    ports.save("?q=ferry")
    assert "Set-Cookie" not in ports.client.get("/search?q=ferry").headers
    ports.arrive("new", LATE)
    assert "Set-Cookie" in ports.client.get("/search?q=ferry").headers
    assert "Set-Cookie" not in ports.client.get("/search?q=ferry").headers


def test_only_the_search_that_was_opened_has_no_news_any_more(ports: Ports) -> None:
    ports.save("?q=ferry")
    ports.save("?q=harbour")
    ports.arrive("new", LATE)
    ports.page("/search?q=ferry")
    assert [said[:5] for said in texts(ports.page("/saved"), ".kept .facts")] == ["Nothi", "1 new"]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("?", "All articles"),
        ("?q=ferry", "ferry"),
        ("?q=ferry&page=3&sort=newest", "ferry"),
        ("?place=Northport&not_type=news&from=2016-09", "All articles, Northport, −News, September 2016 –"),
        ("?q=%3Cscript%3E", "<script>"),
    ],
)
def test_a_search_is_named_by_what_narrows_it_and_leads_to_its_first_page(ports: Ports, query: str, name: str) -> None:
    ports.save(query)
    page = ports.page("/saved")
    assert texts(page, ".kept h2") == [name]
    link = page.select_one(".kept h2 a")
    assert link is not None
    assert "page=" not in str(link["href"])
    saved = ports.page(str(link["href"]))
    assert texts(saved, "button.save") == ["Forget this search"]


def test_a_search_is_renamed_and_keeps_its_place_and_news(ports: Ports) -> None:
    ports.save("?q=ferry")
    ports.save("?q=harbour")
    ports.arrive("new", LATE)
    ports.client.post("/saved", data={"rename": "?q=ferry", "name": "  All\nferries "})
    page = ports.page("/saved")
    assert texts(page, ".kept h2") == ["All ferries", "harbour"]
    assert texts(page, ".kept .facts")[0].startswith("1 new")


@pytest.mark.parametrize("form", [{"rename": "?q=ferry", "name": " "}, {"rename": "?q=gone", "name": "x"}, {}])
def test_a_name_that_cannot_be_used_changes_nothing(ports: Ports, form: dict[str, str]) -> None:
    ports.save("?q=ferry")
    assert ports.client.post("/saved", data=form).status_code == 303
    assert texts(ports.page("/saved"), ".kept h2") == ["ferry"]


def test_a_forgotten_search_is_gone(ports: Ports) -> None:
    ports.save("?q=ferry")
    ports.client.post("/saved", data={"drop": "?q=ferry"})
    assert "No search is saved yet" in ports.page("/saved").get_text()
    assert texts(ports.page("/search?q=ferry"), "button.save") == ["Save this search"]
    assert texts(ports.page("/search?q=ferry"), ".news") == []


def test_saving_twice_keeps_one(ports: Ports) -> None:
    ports.save("?q=ferry")
    ports.save("?q=ferry&page=2")
    assert texts(ports.page("/saved"), ".kept h2") == ["ferry"]


def test_more_searches_than_a_browser_keeps_are_refused_with_a_reason(ports: Ports) -> None:
    for number in range(20):
        ports.save(f"?q=word{number}")
    answer = ports.client.post("/saved", data={"add": "?q=another"})
    assert answer.status_code == 409
    assert "20 searches" in answer.text
    assert len(texts(ports.page("/saved"), ".kept h2")) == 20


@pytest.mark.parametrize(
    "query", ["javascript:alert(1)", "?q=" + "x" * 2_400, "?&&&=", "?sort=<b>&from=x", "//evil.example", "?q=%ff"]
)
def test_a_hostile_query_from_a_browser_is_a_search_of_this_archive(ports: Ports, query: str) -> None:
    cookies = ReaderCookies(searches=(SavedSearch(query, "<b>name</b>", ""),)).cookies()
    ports.client.set_cookie("saved", cookies["saved"])
    page = ports.page("/saved")
    assert texts(page, ".kept h2") == ["<b>name</b>"]
    assert all(str(link["href"]).startswith(("/search", "/feed.atom")) for link in page.select(".kept h2 a, .acts a"))


def test_what_is_new_is_read_once_in_a_generation(ports: Ports, monkeypatch: pytest.MonkeyPatch) -> None:
    ports.save("?q=ferry")
    ports.page("/saved")
    monkeypatch.setattr("web.archive.every", None)
    assert texts(ports.page("/saved"), ".kept .facts") == ["Nothing new since your last visit"]


def test_a_search_too_long_to_be_kept_is_refused_with_a_reason(ports: Ports) -> None:
    """Its letters take six characters each in an address, and few once they are packed."""
    answer = ports.client.post("/saved", data={"add": "?q=" + "%D1%8F" * 500})
    assert answer.status_code == 409
    assert "fewer long ones" in answer.text
    assert "No search is saved yet" in ports.page("/saved").get_text()


def test_at_most_five_of_what_is_new_are_named_the_last_first(ports: Ports) -> None:
    ports.save("?q=ferry")
    for number in range(7):
        ports.arrive(f"new-{number}", f"2026-02-0{number + 1}T08:00:00+00:00")
    page = ports.page("/saved")
    assert texts(page, ".kept .facts a") == [f"Title of new-{number}" for number in (6, 5, 4, 3, 2)]
    assert str(page.select(".kept .facts a")[0]["href"]) == "/articles/new-6"
    assert texts(page, ".kept .facts")[0].startswith("7 new since your last visit")
    feed = page.select_one(".acts a")
    assert feed is not None
    assert feed["href"] == "/feed.atom?q=ferry"


def test_a_count_that_may_be_too_low_says_so(ports: Ports, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.reader.arrivals.READ", 2)
    ports.save("?q=ferry")
    ports.arrive("new", LATE)
    ports.arrive("newer", "2026-03-01T08:00:00+00:00")
    assert texts(ports.page("/saved"), ".kept .facts")[0].startswith("At least 2 new since your last visit")


def test_a_long_name_is_cut_and_a_name_says_what_dates_and_values_mean(ports: Ports) -> None:
    ports.save("?q=" + "word+" * 60)
    ports.save("?q=ferry&type=press+release&language=en&from=2016&to=2017-03-01")
    names = texts(ports.page("/saved"), ".kept h2")
    assert len(names[0]) <= 120
    assert names[1] == "ferry, Press release, English, 2016 – 1 March 2017"


def test_one_form_saves_one_search_and_forgets_several(ports: Ports) -> None:
    ports.client.post("/saved", data={"add": ["?q=ferry", "?q=harbour"]})
    assert texts(ports.page("/saved"), ".kept h2") == ["ferry"]
    ports.save("?q=harbour")
    ports.client.post("/saved", data={"drop": ["?q=ferry", "?q=harbour"]})
    assert texts(ports.page("/saved"), ".kept h2") == []
