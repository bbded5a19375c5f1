"""Articles like one: those that share the words which set it apart."""

from collections import Counter
from dataclasses import dataclass
from math import log

from indexer.article import Article
from indexer.engines.engine import Reader, SearchRequest
from indexer.query.tree import Or, Word
from indexer.text import analysis
from indexer.text.stop_words import FUNCTION_WORDS

_CANDIDATES = 100  # most frequent words of the article that are weighed
_WORDS = 15  # of those, the ones that are searched for
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
    words = _distinctive_words(reader, article)
    query = Or(tuple(Word(analysis.stem(word), typed=word) for word in words))
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


def _distinctive_words(reader: Reader, article: Article) -> list[str]:
    """By how often the article has them, and how few others do."""
    counts = Counter(analysis.terms(article.title) * _TITLE_TIMES + analysis.terms(article.text))
    frequent = [(term, n) for term, n in counts.most_common(3 * _CANDIDATES) if _is_word(term)][:_CANDIDATES]
    known = [(n, reader.document_frequency("any", term), term) for term, n in frequent]
    weighed = [(n * log(reader.count / articles), term) for n, articles, term in known if articles > 1]
    best = sorted((pair for pair in weighed if pair[0] > 0), key=lambda pair: (-pair[0], pair[1]))
    by_stem: dict[str, str] = {}
    for _, term in best:
        by_stem.setdefault(analysis.stem(term), term)
    return list(by_stem.values())[:_WORDS]


def _is_word(term: str) -> bool:
    return len(term) > 1 and term not in FUNCTION_WORDS and not term.isdigit()


def _are_copies(one: Article, other: Article) -> bool:
    return (one.duplicate_of or one.id) == (other.duplicate_of or other.id)


def _shared(words: list[str], other: Article) -> tuple[str, ...]:
    has = {analysis.stem(term) for term in analysis.terms(f"{other.title} {other.text}")}
    return tuple(word for word in words if analysis.stem(word) in has)
