"""Small archives that a test of search writes for one rule."""

from indexer.article import Article, PartialDate, Passage, Provenance
from indexer.engines import open_engine
from indexer.engines.engine import Reader


def made(article_id: str, text: str = "", title: str = "", date: str = "") -> Article:
    """Its whole text is one passage."""
    passages = (Passage(1, 0, len(text)),) if text else ()
    return Article(
        article_id, title, text, Provenance(article_id, "", "", "text"), PartialDate(date), passages=passages
    )


def archive(*articles: Article, address: str = "memory:") -> Reader:
    engine = open_engine(address, create=True)
    with engine.writer() as writer:
        for each in articles:
            writer.replace(each)
    return engine.reader()


def of_texts(*texts: str) -> Reader:
    return archive(*(made(f"{number:03}", text) for number, text in enumerate(texts)))
