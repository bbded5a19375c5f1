import json
import re

import pytest
from flask.testing import FlaskClient

from tests.web.archive import ARTICLES, FERRY
from tests.web.conftest import Get
from web import crawlers


def places(client: FlaskClient, address: str) -> list[str]:
    answer = client.get(address)
    assert answer.status_code == 200
    return re.findall(r"<loc>http://localhost(.*?)</loc>", answer.text)


def test_the_sitemaps_hold_every_article_once(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crawlers, "SITEMAP", 7)
    sheets = places(client, "/sitemap.xml")
    assert len(sheets) == 5
    listed = [place for sheet in sheets for place in places(client, sheet)]
    assert sorted(listed) == sorted(f"/articles/{each.id}" for each in ARTICLES)


@pytest.mark.parametrize("path", ["/sitemap-0.xml", "/sitemap-2.xml", "/sitemap-x.xml"])
def test_no_other_sitemaps_exist(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_crawlers_are_sent_to_the_sitemap_and_kept_off_the_searches(client: FlaskClient) -> None:
    rules = client.get("/robots.txt").text
    assert "Disallow: /search\n" in rules
    assert "Sitemap: http://localhost/sitemap.xml\n" in rules


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("/search?q=ferry", True),
        ("/search?q=ferry&place=Eastmere", False),
        ("/search?q=ferry&page=2", False),
        ("/search?sort=newest", False),
        ("/search?from=2016", False),
    ],
)
def test_only_plain_searches_are_for_search_engines(get: Get, address: str, kept: bool) -> None:
    page = get(address)
    assert (page.select_one("meta[name=robots][content=noindex]") is None) == kept
    assert (page.select_one("link[rel=canonical]") is not None) == kept


def test_an_article_has_one_address_however_it_was_found(get: Get) -> None:
    link = get("/articles/ferry-treaty?q=harbour&place=Northport&at=3").select_one("link[rel=canonical]")
    assert link is not None
    assert link["href"] == "http://localhost/articles/ferry-treaty"


def test_a_name_has_one_address_however_it_was_written(get: Get) -> None:
    link = get("/names/person?x=1&name=Marta%20Velde").select_one("link[rel=canonical]")
    assert link is not None
    assert link["href"] == "http://localhost/names/person?name=Marta+Velde"


def test_an_article_says_in_schema_orgs_words_what_it_is(get: Get) -> None:
    script = get("/articles/ferry-treaty").select_one("script[type='application/ld+json']")
    assert script is not None
    said = json.loads(script.get_text())
    assert said["@type"] == "NewsArticle"
    assert said["headline"] == FERRY.title
    assert said["datePublished"] == "2017-03-17"
    assert said["isBasedOn"] == FERRY.url


def test_nothing_in_an_article_ends_the_script_that_describes_it(client: FlaskClient) -> None:
    page = client.get("/articles/hostile").text
    block = page.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert json.loads(block)["headline"].startswith("<script>")
    assert "<" not in block
