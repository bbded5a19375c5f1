import re
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup, Tag
from flask import Flask
from flask.testing import FlaskClient

from indexer.engines.engine import Engine
from indexer.engines.memory import MemoryEngine
from indexer.settings import Settings
from tests.web.archive import ALL_SHAPES, ARTICLES
from web import create_app

Get = Callable[[str], BeautifulSoup]


@pytest.fixture(scope="session")
def engine() -> Engine:
    made = MemoryEngine()
    with made.writer() as writer:
        for each in ARTICLES:
            writer.replace(each)
    return made


@pytest.fixture(scope="session")
def app(engine: Engine) -> Flask:
    return create_app(engine, Settings(site_name="Lake Archive"))


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="session")
def every_shape() -> Flask:
    """The archive with whatever is hard on a page: near duplicates, and names and titles without an end."""
    made = MemoryEngine()
    with made.writer() as writer:
        for each in ALL_SHAPES:
            writer.replace(each)
    return create_app(made, Settings(site_name="Lake Archive"))


@pytest.fixture
def get_any(every_shape: Flask) -> Get:
    """As `get`, in the archive of every shape."""
    return _getting(every_shape.test_client())


@pytest.fixture
def get(client: FlaskClient) -> Get:
    """A page that must be there, parsed."""
    return _getting(client)


def _getting(client: FlaskClient) -> Get:
    def page(address: str) -> BeautifulSoup:
        response = client.get(address)
        assert response.status_code == 200, address
        return BeautifulSoup(response.text, "lxml")

    return page


def texts(page: Tag, selector: str) -> list[str]:
    """The text of each element, with every run of white space as one blank."""
    return [" ".join(element.get_text().split()) for element in page.select(selector)]


def href(page: BeautifulSoup, selector: str, text: str) -> str:
    """The address of the one link that `selector` finds with `text` in it."""
    found = [link for link in page.select(selector) if text in " ".join(link.get_text().split())]
    assert len(found) == 1, (selector, text, len(found))
    return str(found[0]["href"])


def counted(page: BeautifulSoup) -> int:
    """The total that a result page says."""
    said = texts(page, "#summary")[0]
    number = re.search(r"\d[\d,]*", said)
    return int(number.group().replace(",", "")) if number else 0
