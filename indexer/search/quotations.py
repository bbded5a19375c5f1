"""What somebody says in an article that has words of a query."""

from collections.abc import Collection

from indexer.article import Article, Quotation, Span
from indexer.article.quotation import own_words
from indexer.query.tree import And, Leaf, Not, Query, Said, parts
from indexer.search.highlight.snippets import Highlighter
from indexer.search.highlight.speech import may_say
from indexer.search.rewrite.said import is_of_speakers


def said(article: Article, query: Query, speakers: Collection[str] = ()) -> tuple[Quotation, ...]:
    """In reading order. `query`: as it is planned; one that asks for no words is fulfilled by all that is said, by whom
    it names. `speakers`: those who may say it; where there are none, anybody."""
    marks = Highlighter(query).text(article) if _asks_for_words(query) else None
    whom = Said(query, _speakers(query))
    own = zip(article.quotations, own_words(article.quotations), strict=True)
    return tuple(
        each
        for each, spans in own
        if (not speakers or each.speaker in speakers)
        and (may_say(whom, each.speaker) if marks is None else _hold(spans, marks))
    )


def _asks_for_words(query: Query) -> bool:
    if isinstance(query, Leaf):
        return query.field == "any"
    return not isinstance(query, Not) and any(map(_asks_for_words, parts(query)))


def _speakers(query: Query) -> Query | None:
    """The conditions of `speaker:`, all of which a speaker fits."""
    conditions = query.parts if isinstance(query, And) else (query,)
    named = tuple(filter(is_of_speakers, conditions))
    return And(named) if named else None


def _hold(own: Collection[Span], marks: Collection[Span]) -> bool:
    """Whether one of the words is the speaker's own."""
    return any(start <= first and last <= end for start, end in own for first, last in marks)
