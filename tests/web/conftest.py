from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup, Tag
from flask import Flask
from flask.testing import FlaskClient

from indexer.engines.engine import Engine
from indexer.engines.memory import MemoryEngine
from indexer.settings import Settings
from tests.web.archive import ARTICLES
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


@pytest.fixture
def get(client: FlaskClient) -> Get:
    """A page that must be there, parsed."""

    def page(address: str) -> BeautifulSoup:
        response = client.get(address)
        assert response.status_code == 200, address
        return BeautifulSoup(response.text, "lxml")

    return page


def texts(page: Tag, selector: str) -> list[str]:
    """The text of each element, with every run of white space as one blank."""
    return [" ".join(element.get_text().split()) for element in page.select(selector)]
