"""Small archives that a test of search writes for one rule."""

from typing import Any

from indexer.article import Article, PartialDate, Passage, Provenance
from indexer.engines import open_engine
from indexer.engines.engine import Reader


def made(article_id: str, text: str = "", title: str = "", date: str = "", **more: Any) -> Article:
    """Its whole text is one passage."""
    passages = (Passage(1, 0, len(text)),) if text else ()
    origin = Provenance(article_id, "", "", "text")
    return Article(article_id, title, text, origin, PartialDate(date), passages=passages, **more)


def archive(*articles: Article, address: str = "memory:") -> Reader:
    engine = open_engine(address, create=True)
    with engine.writer() as writer:
        for each in articles:
            writer.replace(each)
    return engine.reader()


def of_texts(*texts: str) -> Reader:
    return archive(*(made(f"{number:03}", text) for number, text in enumerate(texts)))
