"""A matching article as it is shown: its best passages, marked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from indexer.article import Article, Span
from indexer.engines.engine import Hit, Reader
from indexer.query.tree import Query, parts
from indexer.query.unparse import unparse
from indexer.search.highlight.snippets import Highlighted, Highlighter, Snippet
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
class Repeat:
    """A near duplicate of a result, for which that stands."""

    article: Article
    title_marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """A matching article; `matching_passages` counts all its passages that have a match, shown or not.

    `author_marks`: in `by_line`. `missing`: of an article that has only `some` of the words, what to type for the
    others. `contributions` only where they were asked for. `repeated` near duplicates match too and are no results of
    their own; `repeats` are some of them, the original first.
    """

    article: Article
    score: float
    title_marks: tuple[Span, ...]
    matching_passages: int
    passages: tuple[Snippet, ...]
    matched: Matched = "all"
    missing: tuple[str, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    repeated: int = 0
    repeats: tuple[Repeat, ...] = ()
    author_marks: tuple[Span, ...] = ()


class Found(NamedTuple):
    """A hit with its article, and the articles for which it stands."""

    hit: Hit
    article: Article
    repeats: tuple[Article, ...] = ()


def articles(reader: Reader, hits: Sequence[Hit]) -> list[Found]:
    read = ((hit, [reader.article(each) for each in (hit.id, *hit.repeats)]) for hit in hits)
    return [Found(hit, own, tuple(filter(None, others))) for hit, (own, *others) in read if own is not None]


def results(found: Sequence[Found], query: Query, snippets: int, some: Collection[str]) -> tuple[Result, ...]:
    """`snippets`: at most, of each; `some`: the ids of those that have not all of the query's words."""
    highlighter = Highlighter(query)
    shown = highlighter.each([each.article for each in found], snippets)
    titles = iter(highlighter.titles([repeat for each in found for repeat in each.repeats]))
    words = [(unparse(word), highlighter.numbers(word)) for word in filter(is_wording, parts(query))] if some else []
    made = []
    for each, best in zip(found, shown, strict=True):
        result = _result(each, best, [next(titles) for _ in each.repeats])
        if each.hit.id in some:
            missing = tuple(typed for typed, numbers in words if numbers and not numbers & best.seen)
            result = replace(result, matched="some", missing=missing)
        made.append(result)
    return tuple(made)


def _result(found: Found, best: Highlighted, titles: Sequence[tuple[Span, ...]]) -> Result:
    return Result(
        found.article,
        found.hit.score,
        best.title,
        best.matching,
        best.passages,
        repeated=found.hit.repeated,
        repeats=tuple(map(Repeat, found.repeats, titles)),
        author_marks=best.authors,
    )
