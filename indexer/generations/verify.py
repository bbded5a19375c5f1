"""Whether a new generation may be switched to: all its articles are there, and can be found by their own words."""

from contextlib import closing
from itertools import islice

from indexer.article import Article
from indexer.engines import open_engine
from indexer.engines.engine import Reader, SearchRequest
from indexer.errors import IndexBroken
from indexer.generations.folders import Generation, Generations
from indexer.query.tree import MatchAll, Phrase
from indexer.text.analysis import tokens

_SAMPLES = 20
_PHRASE = 4


def verify_index(generations: Generations, generation: Generation, expected: int) -> None:
    """Raises `IndexBroken` where the generation is not complete; the one in force stays."""
    with closing(open_engine(generations.address(generation))) as engine, closing(engine.reader()) as reader:
        if reader.count != expected:
            said = f"the new index has {reader.count} articles, not {expected}; the old one stays"
            raise IndexBroken(said, "try again")
        step = max(1, expected // _SAMPLES)
        for article_id in islice(reader.ids(), 0, None, step):
            if said := _lost(reader, article_id):
                raise IndexBroken(f"the new index {said}; the old one stays", "try again")


def _lost(reader: Reader, article_id: str) -> str:
    article = reader.article(article_id)
    if article is None or article.id != article_id:
        return f"has lost the article {article_id}"
    return unfound(reader, article)


def unfound(reader: Reader, article: Article) -> str:
    """Says so where an article is not found by its own words; else empty."""
    terms = tuple(token.term for token in islice(tokens(article.text), _PHRASE))
    query = Phrase(terms) if terms else MatchAll()
    hits = reader.search(SearchRequest(query, limit=1, among=frozenset((article.id,)))).hits
    return "" if article.id in {hit.id for hit in hits} else f"does not find {article.id} by its own words"
