import re

import pytest
from flask.testing import FlaskClient

from indexer.engines.engine import Engine
from indexer.settings import Settings
from web import create_app

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
