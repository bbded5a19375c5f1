"""How often each of several queries stands in an article: all are looked for at once, however many there are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.article import Article
from indexer.query.tree import Query
from indexer.search.highlight.highlight_terms import highlight_terms
from indexer.search.highlight.matcher import MatchFinder, Occurrence
from indexer.search.highlight.snippets import joined


@dataclass(frozen=True, slots=True)
class MarkCounts:
    """Of one article: the marks that each query alone would make in the title and in the text."""

    title: tuple[int, ...]
    text: tuple[int, ...]


def mark_counts(queries: Sequence[Query], articles: Sequence[Article]) -> Iterator[MarkCounts]:
    sought = [(number, target) for number, query in enumerate(queries) for target in highlight_terms(query)]
    finder = MatchFinder([target for _, target in sought])
    everywhere = [number for number, _ in sought]
    in_text = [None if target.title_only else number for number, target in sought]
    found = finder.find_each((text, each.language) for each in articles for text in (each.title, each.text))
    for title, text in zip(found, found, strict=True):
        yield MarkCounts(_counted(title, everywhere, len(queries)), _counted(text, in_text, len(queries)))


def _counted(found: Sequence[Occurrence], owners: Sequence[int | None], queries: int) -> tuple[int, ...]:
    """`owners`: the query that each target is of; None: of none that counts here."""
    own: list[list[Occurrence]] = [[] for _ in range(queries)]
    for occurrence in found:
        owner = owners[occurrence[2]]
        if owner is not None:
            own[owner].append(occurrence)
    return tuple(len(joined(each)) for each in own)
