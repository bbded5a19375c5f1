"""Which of an article's words are said by whom a query asks for."""

from bisect import bisect_right
from collections.abc import Callable, Iterator

from indexer.article import Article, Span
from indexer.article.quotation import own_words
from indexer.query.tree import And, Boosted, DisMax, Leaf, Not, Or, Query, Required, Said, SpanNear, Word, parts
from indexer.text import analysis


def may_say(query: Query, speaker: str) -> bool:
    """Whether an article may match in which this one has to say what somebody says."""
    if isinstance(query, Said):
        return fits(query, speaker)
    if isinstance(query, Boosted):
        return may_say(query.query, speaker)
    if isinstance(query, And | Or | DisMax | Required):
        every: Callable[..., bool] = all if isinstance(query, And) else any
        return every(may_say(part, speaker) for part in parts(query))
    return True


def fits(said: Said, speaker: str) -> bool:
    """Whether this is a speaker whom the query means; "" is one who is not named."""
    if said.names and speaker not in said.names:
        return False
    return said.by is None or _is_called(said.by, tuple(analysis.terms(speaker)))


class SpokenWords:
    """Where the words stand in an article that such a speaker says."""

    def __init__(self, article: Article, said: Said) -> None:
        spans = sorted(_own_words(article, said))
        self._starts, self._ends = [start for start, _ in spans], [end for _, end in spans]

    def hold(self, start: int, end: int) -> bool:
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and end <= self._ends[at]


def _own_words(article: Article, said: Said) -> Iterator[Span]:
    known: dict[str, bool] = {}
    for quotation, spans in zip(article.quotations, own_words(article.quotations), strict=True):
        if quotation.speaker not in known:
            known[quotation.speaker] = fits(said, quotation.speaker)
        if known[quotation.speaker]:
            yield from spans


def _is_called(query: Query, name: tuple[str, ...]) -> bool:
    """Whether a condition of the field `speaker` is one of a display name with these words."""
    if isinstance(query, Leaf):
        return _has(query, name)
    if isinstance(query, Not):
        return not _is_called(query.part, name)
    every: Callable[..., bool] = all if isinstance(query, And) else any
    return every(_is_called(part, name) for part in parts(query))


def _has(leaf: Leaf, name: tuple[str, ...]) -> bool:
    if isinstance(leaf, Word):
        return leaf.term in name
    if isinstance(leaf, SpanNear):
        return set(leaf.terms) <= set(name)
    length = len(leaf.terms)
    return any(name[at : at + length] == leaf.terms for at in range(len(name)))
