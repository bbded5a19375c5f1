import re

import pytest
from flask.testing import FlaskClient

from indexer.engines.engine import Engine
from indexer.search.page import Choice, SearchInput
from indexer.settings import Settings
from tests.web.archive import article
from web import create_app
from web.urls.links import article_url, comparison_url, is_web, name_links, name_page, quotation_url
from web.urls.params import SearchParams

PUBLIC = "https://press.lake-union.example/archive"
PATHS = (
    *("/articles/ferry-treaty", "/articles/ferry-treaty/cite.csl.json", "/articles/lights-of-the-shore/cite.txt"),
    *("/search?q=ferry", "/feed.atom", "/sitemap.xml", "/sitemap-1.xml", "/robots.txt", "/opensearch.xml"),
    *("/export.csv", "/export.ris"),
)


@pytest.fixture
def public(engine: Engine) -> FlaskClient:
    return create_app(engine, Settings(public_url=PUBLIC)).test_client()


@pytest.mark.parametrize("path", PATHS)
def test_no_absolute_address_names_the_host_of_the_request_where_a_public_one_is_set(
    public: FlaskClient, path: str
) -> None:
    assert "localhost" not in public.get(path).text


def test_canonical_links_feeds_and_sitemaps_lie_under_the_public_address(public: FlaskClient) -> None:
    article = f"{PUBLIC}/articles/ferry-treaty"
    assert f'<link rel="canonical" href="{article}">' in public.get("/articles/ferry-treaty").text
    assert f"<loc>{article}</loc>" in public.get("/sitemap-1.xml").text
    assert f"<id>{article}</id>" in re.sub("ns0:", "", public.get("/feed.atom?q=treaty").text)
    assert f"{PUBLIC}/search?q={{searchTerms}}" in public.get("/opensearch.xml").text
    assert f"{PUBLIC}/articles/lights-of-the-shore" in public.get("/articles/lights-of-the-shore/cite.txt").text


def test_without_a_public_address_the_host_of_the_request_stands_in(client: FlaskClient) -> None:
    answer = client.get("/sitemap.xml", base_url="https://another.example")
    assert "<loc>https://another.example/sitemap-1.xml</loc>" in answer.text


@pytest.mark.parametrize(
    ("url", "known"),
    [
        ("http://lake.example/", True),
        ("HTTPS://lake.example/", True),
        ("ftp://lake.example/", False),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//lake.example/", False),
        ("lake.example", False),
        ("http://[", False),
        ("", False),
    ],
)
def test_only_an_address_of_the_web_becomes_a_link(url: str, known: bool) -> None:
    assert is_web(url) == known


def test_an_article_is_led_to_by_its_search_its_place_and_its_passage() -> None:
    params = SearchParams(SearchInput("a b", (Choice("place", ("Northport",)),), page=3), 10)
    assert article_url("one", params, passage="5f.2", rank=23) == (
        "/articles/one?q=a+b&place=Northport&page=3&at=23&passage=5f.2#p-5f.2"
    )
    assert article_url("one", passage="") == "/articles/one"
    assert article_url("a/b?c#d ё") == "/articles/a/b%3Fc%23d%20%D1%91"
    assert comparison_url("a", "b") == "/articles/a/compare/b"
    assert quotation_url('“a” & "b"') == "/quotation?text=%E2%80%9Ca%E2%80%9D+%26+%22b%22"
    assert name_page("person", "Orla & Salt") == "/names/person?name=Orla+%26+Salt"


@pytest.mark.parametrize(("most", "names"), [(None, 4), (3, 3), (0, 0)])
def test_no_more_names_are_linked_than_are_wanted(most: int | None, names: int) -> None:
    one = article("a", "A", ("Text.",), people=("Ada", "Ivo", "Marta", "Orla"))
    params = SearchParams(SearchInput("x"), 10)
    links = name_links(one, "person", params, most)
    assert [link.text for link in links] == ["Ada", "Ivo", "Marta", "Orla"][:names]
    assert [link.href for link in links][:1] == ["/search?q=x&person=Ada"][:names]
