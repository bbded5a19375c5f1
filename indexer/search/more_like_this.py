"""Articles like one: those that share the words which set it apart."""

from collections import Counter
from dataclasses import dataclass

from indexer.article import Article
from indexer.engines.engine import Reader, SearchRequest
from indexer.query.tree import Or, Word
from indexer.search.telling_words import telling_words
from indexer.text import analysis
from indexer.text.stemmer import stem

_TITLE_TIMES = 3


@dataclass(frozen=True, slots=True)
class Similar:
    """Another article, and the words of the first one that it has too, most distinctive first."""

    article: Article
    score: float
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Articles like one, best first, and apart from them its near duplicates: the original, then those repeating it."""

    similar: tuple[Similar, ...]
    copies: tuple[Article, ...]


def related(reader: Reader, article: Article, limit: int = 5) -> Related:
    """Of very many copies, those among the nearest `3 * limit + 10` articles."""
    counts = Counter(analysis.terms(article.title) * _TITLE_TIMES + analysis.terms(article.text))
    words = telling_words(reader, counts, others=True)
    query = Or(tuple(Word(word, typed=word) for word in words))
    hits = reader.search(SearchRequest(query, limit=3 * limit + 10)).hits if words else ()
    found = ((hit.score, reader.article(hit.id)) for hit in hits if hit.id not in (article.id, article.duplicate_of))
    around = [(score, other) for score, other in found if other is not None]
    others = [(score, other) for score, other in around if not _are_copies(article, other)][:limit]
    original = reader.article(article.duplicate_of) if article.duplicate_of else None
    copies = [other for _, other in around if _are_copies(article, other)]
    return Related(
        tuple(Similar(other, score, _shared(words, other)) for score, other in others),
        (*((original,) if original else ()), *copies),
    )


def _are_copies(one: Article, other: Article) -> bool:
    return (one.duplicate_of or one.id) == (other.duplicate_of or other.id)


def _shared(words: list[str], other: Article) -> tuple[str, ...]:
    has = {stem(term, other.language) for term in analysis.terms(f"{other.title} {other.text}")}
    return tuple(word for word in words if stem(word, other.language) in has)
