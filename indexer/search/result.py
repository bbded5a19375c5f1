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


def results(reader: Reader, hits: Sequence[Hit], highlighter: Highlighter) -> tuple[Result, ...]:
    found = ((hit, reader.article(hit.id)) for hit in hits)
    known = [(hit, article) for hit, article in found if article is not None]
    shown = highlighter.each([article for _, article in known])
    return tuple(
        Result(article, hit.score, best.title, best.matching, best.passages)
        for (hit, article), best in zip(known, shown, strict=True)
    )
