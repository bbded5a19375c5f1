from collections import deque
from urllib.parse import urldefrag

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from tinyhtml5.parser import HTMLParser

from web.i18n.language import LOCALES

PATHS = (
    *(
        "/",
        "/help",
        "/index/person",
        "/index/document",
        "/names/person?name=Orla+Salt",
        "/facets/person",
        "/nothing-here",
        "/search",
        "/list?id=ferry-treaty&id=gone",
        "/saved",
    ),
    *("/search?q=harbour&place=Eastmere&not_type=news&from=2010&page=2", "/search?q=glacier+ferry&sort=x"),
    *("/quotation", "/quotation?text=Ferries+that+sail+with+a+pilot+are+fined"),
    *("/articles/ferry-treaty/compare/lights-of-the-shore", "/search?q=a+sentence+that+nobody+has+ever+said+here"),
    *("/articles/ferry-treaty?q=harbour&at=3", "/articles/interview-orla-salt", "/articles/hostile?q=clerk"),
)


def references(page: BeautifulSoup) -> set[str]:
    """Every id that something on the page refers to."""
    named = {str(element["for"]) for element in page.select("[for]")}
    labels = [str(element["aria-labelledby"]) for element in page.select("[aria-labelledby]")]
    labelled = {name for label in labels for name in label.split()}
    anchors = {str(link["href"])[1:] for link in page.select("a[href^='#']")}
    return named | labelled | anchors


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize("path", PATHS)
def test_the_markup_is_valid_and_whole(client: FlaskClient, path: str, language: str) -> None:
    text = client.get(path, headers={"Accept-Language": language}).text
    parser = HTMLParser()
    parser.parse(text)
    assert parser.errors == []
    page = BeautifulSoup(text, "lxml")
    ids = [str(element["id"]) for element in page.select("[id]")]
    assert len(ids) == len(set(ids))
    assert references(page) <= set(ids)
    assert len(page.select("h1")) == 1
    assert page.title is not None


def test_every_link_of_the_site_leads_somewhere(client: FlaskClient) -> None:
    seen, waiting = {"/"}, deque(["/"])
    while waiting and len(seen) < 400:
        path = waiting.popleft()
        answer = client.get(path, buffered=True)
        assert answer.status_code == 200, path
        if answer.mimetype != "text/html":
            continue
        for link in BeautifulSoup(answer.text, "lxml").select("[href^='/'], [src^='/'], [action^='/']"):
            target = urldefrag(str(link.get("href") or link.get("src") or link.get("action"))).url
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    assert len(seen) >= 400
