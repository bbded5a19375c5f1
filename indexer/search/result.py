"""A matching article as it is shown: its best passages, marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.article import Article
from indexer.engines.engine import Hit, Reader
from indexer.search.highlight.snippets import Highlighter, Snippet, Span


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

    `missing`: of an article that has only some of the words, what to type for the others. `contributions` only
    where they were asked for.
    """

    article: Article
    score: float
    title_marks: tuple[Span, ...]
    matching_passages: int
    passages: tuple[Snippet, ...]
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
