from flask.testing import FlaskClient

from indexer.engines.memory import MemoryEngine
from indexer.settings import Settings
from tests.web.conftest import Get, texts
from web import create_app


def test_every_example_finds_as_many_articles_as_it_says(get: Get) -> None:
    rows = get("/help").select(".guide tbody tr")
    assert len(rows) > 10
    for row in rows:
        link = row.select_one("a")
        assert link is not None
        said = texts(row, ".number")[0]
        found = texts(get(str(link["href"])), "#summary")[0]
        assert found.startswith(said if said != "0 articles" else "No article matches")


def test_most_examples_find_something(get: Get) -> None:
    said = texts(get("/help"), ".guide .number")
    assert sum(each != "0 articles" for each in said) > len(said) * 2 / 3


def test_no_example_needs_a_note(get: Get) -> None:
    for link in get("/help").select(".guide tbody a"):
        assert texts(get(str(link["href"])), ".notes") == [], link.get_text()


def test_an_empty_archive_has_all_its_pages() -> None:
    client: FlaskClient = create_app(MemoryEngine(), Settings()).test_client()
    searches = ("/search", "/search?q=x", "/facets/person", "/feed.atom", "/export.csv", "/api/search?q=x")
    for path in ("/", "/help", "/index/person", "/sitemap.xml", "/sitemap-1.xml", *searches):
        assert client.get(path).status_code == 200, path
