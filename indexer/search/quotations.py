"""What somebody says in an article that holds the words of a query."""

from collections.abc import Collection

from indexer.article import Article, Quotation
from indexer.query.tree import Query
from indexer.search.highlight.snippets import Highlighter


def said(article: Article, query: Query, speakers: Collection[str] = ()) -> tuple[Quotation, ...]:
    """In reading order. `query`: as it is planned; one that asks for no words is fulfilled by all that is said.
    `speakers`: those who may say it; where there are none, anybody."""
    highlighter = Highlighter(query)
    marks = highlighter.text(article) if highlighter.marks_anything else None
    return tuple(
        each
        for each in article.quotations
        if (not speakers or each.speaker in speakers) and (marks is None or _holds(article, each, marks))
    )


def _holds(article: Article, quotation: Quotation, marks: Collection[tuple[int, int]]) -> bool:
    """Whether one of the words is the speaker's own."""
    own = article.own_words(quotation)
    return any(start <= first and last <= end for start, end in own for first, last in marks)
