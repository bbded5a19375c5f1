"""Pages of names, each of an archive of a few articles of its own."""

from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from indexer.article import Article
from indexer.engines.memory import MemoryEngine
from indexer.settings import Settings
from web import create_app


def client_of(*articles: Article) -> FlaskClient:
    engine = MemoryEngine()
    with engine.writer() as writer:
        for each in articles:
            writer.replace(each)
    return create_app(engine, Settings()).test_client()


def profile_of(*articles: Article, path: str) -> BeautifulSoup:
    answer = client_of(*articles).get(path)
    assert answer.status_code == 200
    return BeautifulSoup(answer.text, "lxml")
