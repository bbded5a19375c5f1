from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient

from indexer.article import PartialDate
from indexer.engines.memory import MemoryEngine
from indexer.settings import Settings
from tests.web.archive import article
from tests.web.conftest import Get
from web import create_app

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def feed(client: FlaskClient, address: str) -> ET.Element:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.mimetype == "application/atom+xml"
    return ET.fromstring(answer.data)  # noqa: S314 - our own output


def texts(root: ET.Element, path: str) -> list[str]:
    return [element.text or "" for element in root.findall(path, ATOM)]


def test_a_feed_has_the_newest_articles_of_its_search(client: FlaskClient) -> None:
    root = feed(client, "/feed.atom?q=harbour&organisation=Lake+Union&sort=oldest")
    days = texts(root, "a:entry/a:updated")
    assert len(days) == 27
    assert days == sorted(days, reverse=True)
    assert texts(root, "a:updated") == days[:1]
    assert texts(root, "a:title") == ["Lake Archive: harbour"]


def test_what_atom_requires_of_an_entry_is_there(client: FlaskClient) -> None:
    entry = feed(client, "/feed.atom?q=treaty").find("a:entry", ATOM)
    assert entry is not None
    for name in ("id", "title", "updated", "author/a:name", "summary"):
        assert all(texts(entry, f"a:{name}")), name
    link = entry.find("a:link", ATOM)
    assert link is not None
    assert link.get("href") == "http://localhost/articles/ferry-treaty"


def test_a_day_that_is_not_known_is_the_first_it_can_be(client: FlaskClient) -> None:
    assert texts(feed(client, "/feed.atom?type=interview"), "a:entry/a:updated") == ["2018-06-01T00:00:00Z"]


def test_undated_articles_are_no_news(client: FlaskClient) -> None:
    root = feed(client, "/feed.atom?q=leaflet")
    assert texts(root, "a:entry/a:title") == []
    assert texts(root, "a:updated") == ["1970-01-01T00:00:00Z"]


def test_characters_that_xml_forbids_are_left_out() -> None:
    engine = MemoryEngine()
    with engine.writer() as writer:
        odd = article("a", "Odd \x00\x0b\ufffe <title> & ]]>", ("Text \x1f.",), date=PartialDate("2017"))
        writer.replace(odd)
    root = feed(create_app(engine, Settings()).test_client(), "/feed.atom")
    assert texts(root, "a:entry/a:title") == ["Odd  <title> & ]]>"]


def test_a_feed_that_cannot_be_what_was_asked_for_is_refused(client: FlaskClient) -> None:
    assert client.get("/feed.atom?organization=UN").status_code == 400


def test_the_search_page_names_its_feed(get: Get) -> None:
    link = get("/search?q=ferry&place=Eastmere").select_one("link[type='application/atom+xml']")
    assert link is not None
    assert link["href"] == "/feed.atom?q=ferry&place=Eastmere"


def test_browsers_can_add_the_archive_as_a_search_engine(client: FlaskClient, get: Get) -> None:
    link = get("/").select_one("link[rel=search]")
    assert link is not None
    answer = client.get(str(link["href"]))
    assert answer.mimetype == link["type"]
    template = "http://localhost/search?q={searchTerms}"
    urls = ET.fromstring(answer.data).findall("{http://a9.com/-/spec/opensearch/1.1/}Url")  # noqa: S314 - the same
    assert template in [url.get("template") for url in urls]
    assert client.get(template.replace("{searchTerms}", "ferry")).status_code == 200


def test_browsers_are_told_where_suggestions_come_from(client: FlaskClient) -> None:
    urls = ET.fromstring(client.get("/opensearch.xml").data).findall("{http://a9.com/-/spec/opensearch/1.1/}Url")  # noqa: S314 - the same
    template = next(str(url.get("template")) for url in urls if url.get("type") == "application/x-suggestions+json")
    answer = client.get(template.replace("{searchTerms}", "lightho"))
    assert answer.mimetype == "application/x-suggestions+json"
    typed, suggestions, *_ = answer.get_json(force=True)
    assert (typed, "lighthouse" in suggestions) == ("lightho", True)


@pytest.mark.parametrize("path", ["/feed.atom?q=ferry", "/opensearch.xml", "/sitemap.xml", "/export.csv"])
def test_feeds_and_files_are_not_sent_twice(client: FlaskClient, path: str) -> None:
    tag = client.get(path).headers["ETag"]
    assert client.get(path, headers={"If-None-Match": tag}).status_code == 304


@pytest.fixture(scope="module")
def many() -> FlaskClient:
    """Forty articles, one of each day of 40, the last of which is of no author and no source."""
    engine = MemoryEngine()
    with engine.writer() as writer:
        for number in range(40):
            day = PartialDate(f"2017-{1 + number // 28:02}-{1 + number % 28:02}")
            more = {"date": day, "authors": ("Ivo Brandt", "Orla Salt")} if number < 39 else {"date": day, "source": ""}
            writer.replace(article(f"a{number:02}", f"Title {number}", ("A ferry in the harbour.",), **more))
    return create_app(engine, Settings(site_name="An archive of the lakes")).test_client()


def test_a_feed_has_the_thirty_newest_whatever_page_is_asked_for(many: FlaskClient) -> None:
    titles = texts(feed(many, "/feed.atom?q=ferry&size=5&page=2"), "a:entry/a:title")
    assert titles == [f"Title {number}" for number in range(39, 9, -1)]


def test_an_entry_names_its_authors_or_who_stands_in_for_them(many: FlaskClient) -> None:
    entries = feed(many, "/feed.atom?q=ferry").findall("a:entry", ATOM)
    assert texts(entries[0], "a:author/a:name") == ["An archive of the lakes"]
    assert texts(entries[1], "a:author/a:name") == ["Ivo Brandt", "Orla Salt"]


def test_an_entry_without_authors_names_its_source(client: FlaskClient) -> None:
    assert texts(feed(client, "/feed.atom?q=treaty"), "a:entry/a:author/a:name") == ["lake-union.example"]


def test_a_feed_and_its_entries_are_known_by_lasting_addresses(client: FlaskClient) -> None:
    root = feed(client, "/feed.atom?q=treaty&place=Northport")
    own, search = (f"http://localhost{path}?q=treaty&place=Northport" for path in ("/feed.atom", "/search"))
    assert texts(root, "a:id") == [own]
    assert {link.get("rel"): link.get("href") for link in root.findall("a:link", ATOM)} == {
        "self": own,
        "alternate": search,
    }
    assert texts(root, "a:entry/a:id") == ["http://localhost/articles/ferry-treaty"]
    assert texts(root, "a:entry/a:updated") == texts(root, "a:updated") == ["2017-03-17T00:00:00Z"]


def test_an_entry_is_summed_up_by_where_the_words_stand(client: FlaskClient) -> None:
    assert "watches over the treaty" in texts(feed(client, "/feed.atom?q=watches"), "a:entry/a:summary")[0]
    assert texts(feed(client, "/feed.atom?type=press+release"), "a:entry/a:summary")[0].startswith("The Lake Union")


def test_a_browser_is_given_a_name_of_sixteen_characters(many: FlaskClient) -> None:
    root = ET.fromstring(many.get("/opensearch.xml").data)  # noqa: S314 - our own output
    assert [each.text for each in root.iter() if each.tag.endswith("ShortName")] == ["An archive of th"]
