"""A matching article as it is shown: its best passages, marked."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from indexer.article import Article
from indexer.engines.engine import Hit, Reader
from indexer.query.tree import Query, parts
from indexer.query.unparse import unparse
from indexer.search.highlight.mark_counts import mark_counts
from indexer.search.highlight.snippets import Highlighted, Highlighter, Snippet, Span
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


def results(found: Sequence[Found], highlighter: Highlighter, snippets: int) -> tuple[Result, ...]:
    """`snippets`: at most, of each."""
    shown = highlighter.each([each.article for each in found], snippets)
    titles = iter(highlighter.titles([repeat for each in found for repeat in each.repeats]))
    return tuple(_result(each, best, titles) for each, best in zip(found, shown, strict=True))


def _result(found: Found, best: Highlighted, titles: Iterator[tuple[Span, ...]]) -> Result:
    return Result(
        found.article,
        found.hit.score,
        best.title,
        best.matching,
        best.passages,
        repeated=found.hit.repeated,
        repeats=tuple(Repeat(each, next(titles)) for each in found.repeats),
        author_marks=best.authors,
    )


def with_missing(shown: Sequence[Result], some: Collection[str], query: Query) -> tuple[Result, ...]:
    """Those of them that have `some` of the query's words told as such, with what each of them lacks."""
    words = list(filter(is_wording, parts(query)))
    lacking = [each for each in shown if each.article.id in some]
    counts = mark_counts(words, [each.article for each in lacking])
    missing = {
        each.article.id: tuple(
            unparse(word)
            for word, *here in zip(words, here.title, here.text, here.authors, strict=True)
            if not any(here)
        )
        for each, here in zip(lacking, counts, strict=True)
    }
    return tuple(
        replace(each, matched="some", missing=missing[each.article.id]) if each.article.id in missing else each
        for each in shown
    )
