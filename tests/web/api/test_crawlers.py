import json
import re
from dataclasses import replace
from urllib.parse import parse_qsl

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict

from tests.web.archive import ARTICLES, FERRY, article
from tests.web.conftest import Get
from web.api import crawlers
from web.urls.reading import read


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


@pytest.mark.parametrize(("sheet", "places_on_it"), [(10, [10, 10, 10]), (30, [30]), (29, [29, 1]), (31, [30])])
def test_a_full_sitemap_is_followed_by_another_only_where_articles_are_left(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, sheet: int, places_on_it: list[int]
) -> None:
    monkeypatch.setattr(crawlers, "SITEMAP", sheet)
    sheets = places(client, "/sitemap.xml")
    assert [len(places(client, each)) for each in sheets] == places_on_it
    assert client.get(f"/sitemap-{len(sheets) + 1}.xml").status_code == 404


def test_a_sitemap_has_no_more_addresses_than_its_protocol_allows() -> None:
    assert crawlers.SITEMAP <= 50_000


@pytest.mark.parametrize(
    "path", ["/search", "/facets/", "/export", "/api/", "/suggest", "/feed.atom", "/list", "/saved"]
)
def test_crawlers_are_kept_off_what_has_no_end_or_is_for_programs_or_a_readers_own(
    client: FlaskClient, path: str
) -> None:
    assert f"Disallow: {path}\n" in client.get("/robots.txt").text
    assert client.get("/robots.txt").text.startswith("User-agent: *\n")


@pytest.mark.parametrize(
    "query", ["size=25", "to=2016", "sort=oldest", "page=2", "not_place=Eastmere", "from=2016", "place=Eastmere"]
)
def test_a_search_that_is_changed_in_any_way_is_not_for_search_engines(query: str) -> None:
    assert not crawlers.indexable(read(MultiDict(parse_qsl(f"q=ferry&{query}")), 10)[0])
    assert crawlers.indexable(read(MultiDict(parse_qsl("q=ferry&page=1&size=10&sort=relevance")), 10)[0])


def test_all_that_is_known_of_an_article_is_said_in_schema_orgs_words(app: Flask) -> None:
    with app.test_request_context("/"):
        said = crawlers.news_article(replace(FERRY, title="Title " * 30, authors=("Ivo Brandt",)))
        bare = crawlers.news_article(article("a", "A", ("Text.",), source="", language="", url="javascript:x"))
    address = "http://localhost/articles/ferry-treaty"
    assert said == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": ("Title " * 30)[:110],
        "url": address,
        "mainEntityOfPage": address,
        "isBasedOn": FERRY.url,
        "datePublished": "2017-03-17",
        "inLanguage": "en",
        "author": [{"@type": "Person", "name": "Ivo Brandt"}],
        "publisher": {"@type": "Organization", "name": "lake-union.example"},
        "about": [{"@type": "Organization", "name": "Lake Union"}, {"@type": "Organization", "name": "River League"}],
        "mentions": [{"@type": "Person", "name": "Marta Velde"}],
        "contentLocation": [{"@type": "Place", "name": "Northport"}],
    }
    assert set(bare) == {"@context", "@type", "headline", "url", "mainEntityOfPage", "publisher"}
    assert bare["publisher"] == {"@type": "Organization", "name": "Lake Archive"}
