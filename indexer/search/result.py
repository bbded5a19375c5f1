"""A matching article as it is shown: its best passages, marked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from indexer.article import Article
from indexer.engines.engine import Hit, Reader
from indexer.query.tree import Query, parts
from indexer.query.unparse import unparse
from indexer.search.highlight.mark_counts import mark_counts
from indexer.search.highlight.snippets import Highlighter, Snippet, Span
from indexer.search.rewrite.required_words import is_wording

Matched = Literal["all", "some"]  # of a query's words


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one condition added to an article's score, and how often its words stand in the title and the text."""

    text: str
    score: float
    in_title: int
    in_text: int


@dataclass(frozen=True, slots=True)
class Result:
    """A matching article; `matching_passages` counts all its passages that have a match, shown or not.

    `missing`: of an article that has only `some` of the words, what to type for the others. `contributions` only where
    they were asked for.
    """

    article: Article
    score: float
    title_marks: tuple[Span, ...]
    matching_passages: int
    passages: tuple[Snippet, ...]
    matched: Matched = "all"
    missing: tuple[str, ...] = ()
    contributions: tuple[Contribution, ...] = ()


def articles(reader: Reader, hits: Sequence[Hit]) -> list[tuple[Hit, Article]]:
    found = ((hit, reader.article(hit.id)) for hit in hits)
    return [(hit, article) for hit, article in found if article is not None]


def results(found: Sequence[tuple[Hit, Article]], highlighter: Highlighter) -> tuple[Result, ...]:
    shown = highlighter.each([article for _, article in found])
    return tuple(
        Result(article, hit.score, best.title, best.matching, best.passages)
        for (hit, article), best in zip(found, shown, strict=True)
    )


def with_missing(shown: Sequence[Result], some: Collection[str], query: Query) -> tuple[Result, ...]:
    """Those of them that have `some` of the query's words told as such, with what each of them lacks."""
    words = list(filter(is_wording, parts(query)))
    lacking = [each for each in shown if each.article.id in some]
    counts = mark_counts(words, [each.article for each in lacking])
    missing = {
        each.article.id: tuple(
            unparse(word) for word, title, text in zip(words, here.title, here.text, strict=True) if not title + text
        )
        for each, here in zip(lacking, counts, strict=True)
    }
    return tuple(
        replace(each, matched="some", missing=missing[each.article.id]) if each.article.id in missing else each
        for each in shown
    )
