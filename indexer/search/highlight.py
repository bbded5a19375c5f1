"""An article's best passages for a query, and the marks in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indexer.article import Article, Passage
from indexer.search.finding import Finder, Occurrence
from indexer.search.targets import targets
from indexer.search.tree import Query

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class MarkedPassage:
    """A passage to show; `marks` are offsets into `text`."""

    passage: Passage
    id: str
    text: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Highlighted:
    """The passages to show in reading order, and how many have a match, shown or not."""

    passages: tuple[MarkedPassage, ...]
    matching: int


class Highlighter:
    """Made once for an expanded query, used on each article of a page."""

    def __init__(self, query: Query) -> None:
        sought = targets(query)
        self._finder = Finder(sought)
        self._title_only = {number for number, target in enumerate(sought) if target.title_only}

    @property
    def marks_anything(self) -> bool:
        """Whether the query looks for words at all, and not only for dates, types or what is excluded."""
        return self._finder.seeks_anything

    def title(self, article: Article) -> tuple[Span, ...]:
        return joined(self._finder.find(article.title))

    def text(self, article: Article) -> tuple[Span, ...]:
        return joined(self._found(article))

    def passages(self, article: Article, limit: int = 3) -> Highlighted:
        """Where nothing in the text matches: the first passage, unmarked."""
        matching = _by_passage(article.passages, self._found(article))
        chosen = sorted(matching, key=_merit, reverse=True)[:limit] or [(p, []) for p in article.passages[:1]]
        chosen.sort(key=lambda pair: pair[0].start)
        return Highlighted(tuple(_marked(article, *pair) for pair in chosen), len(matching))

    def _found(self, article: Article) -> list[Occurrence]:
        return [each for each in self._finder.find(article.text) if each.target not in self._title_only]


def passages(article: Article, query: Query, limit: int = 3) -> Highlighted:
    return Highlighter(query).passages(article, limit)


def mark_article(article: Article, query: Query) -> tuple[Span, ...]:
    return Highlighter(query).text(article)


def mark_title(article: Article, query: Query) -> tuple[Span, ...]:
    return Highlighter(query).title(article)


def joined(occurrences: Iterable[Occurrence]) -> tuple[Span, ...]:
    """Sorted spans that do not overlap."""
    spans: list[Span] = []
    for occurrence in occurrences:
        if spans and occurrence.start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], occurrence.end))
        else:
            spans.append((occurrence.start, occurrence.end))
    return tuple(spans)


def _by_passage(
    passages: Sequence[Passage], occurrences: Sequence[Occurrence]
) -> list[tuple[Passage, list[Occurrence]]]:
    found: list[tuple[Passage, list[Occurrence]]] = []
    at = 0
    for passage in passages:
        while at < len(occurrences) and occurrences[at].end <= passage.start:
            at += 1
        here = []
        while at < len(occurrences) and occurrences[at].start < passage.end:
            here.append(occurrences[at])
            at += 1
        if here:
            found.append((passage, here))
    return found


def _merit(pair: tuple[Passage, list[Occurrence]]) -> tuple[int, float, int]:
    """Coverage, then density, then the earlier one."""
    passage, here = pair
    distinct = len({occurrence.target for occurrence in here})
    return distinct, len(here) / (passage.end - passage.start + 200), -passage.start


def _marked(article: Article, passage: Passage, here: Sequence[Occurrence]) -> MarkedPassage:
    start, end = passage.start, passage.end
    marks = tuple((max(a, start) - start, min(b, end) - start) for a, b in joined(here))
    return MarkedPassage(passage, article.passage_id(passage), article.text[start:end], marks)
