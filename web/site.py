"""What one running site has at hand, and the one Reader that each request sees."""

from dataclasses import dataclass

from flask import current_app, g

from indexer.article import Article
from indexer.engines.engine import Engine, Reader
from indexer.errors import ArticleMissing


@dataclass(frozen=True, slots=True)
class Site:
    """`release` changes whenever code, templates or static files do; it is part of every ETag."""

    engine: Engine
    name: str
    page_size: int
    release: str


def site() -> Site:
    found = current_app.extensions["communique"]
    if not isinstance(found, Site):
        raise TypeError(found)
    return found


def reader() -> Reader:
    """The request's generation: taken once, so that one response never mixes two. Raises as `Engine.reader` does."""
    if "reader" not in g:
        g.reader = site().engine.reader()
    taken: Reader = g.reader
    return taken


def article_or_missing(article_id: str) -> Article:
    found = reader().article(article_id)
    if found is None:
        raise ArticleMissing("No article of this archive has this address.", remedy="Search for its title.")
    return found
