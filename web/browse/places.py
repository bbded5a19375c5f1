"""Links from a page of a name to places in articles."""

from collections.abc import Sequence

from indexer.article import Article
from web.urls.links import article_url
from web.urls.params import SearchParams


def place_urls(article: Article, starts: Sequence[int], params: SearchParams | None = None) -> list[str]:
    """Of the passages in which they lie, in the article as seen from a search."""
    begun = [[each for each in article.passages if each.start <= start][-1:] for start in starts]
    keys = iter(article.passage_keys([passage for found in begun for passage in found]))
    return [article_url(article.id, params, next(keys) if found else "") for found in begun]
