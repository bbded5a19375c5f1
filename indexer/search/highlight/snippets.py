"""The pieces of an article that show a query best, and the marks in them."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from indexer.article import Article, Passage, Quotation, Span
from indexer.query.tree import Query
from indexer.search.highlight.excerpt import excerpt
from indexer.search.highlight.highlight_terms import highlight_terms
from indexer.search.highlight.matcher import MatchFinder, Occurrence
from indexer.search.highlight.speech import SpokenWords


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a passage, whose key it has; it stands in the article from `start` on. `marks` are offsets into
    `text`. `cut_before` and `cut_behind`: a sentence goes on there. `quotation`: the innermost one that holds all of
    it, if any does."""

    passage: Passage
    key: str
    start: int
    text: str
    marks: tuple[Span, ...]
    cut_before: bool = False
    cut_behind: bool = False
    quotation: Quotation | None = None

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Highlighted:
    """What to show, the best first; how many passages have a match, shown or not; and the marks of the title and of the
    authors' names, in the one line of `by_line`. `seen`: the numbers of the parts of the query that were found."""

    passages: tuple[Snippet, ...]
    matching: int
    title: tuple[Span, ...]
    authors: tuple[Span, ...]
    seen: frozenset[int]


def by_line(article: Article) -> str:
    return ", ".join(article.authors)


class Highlighter:
    """Made once for an expanded query, used on each article of a page."""

    def __init__(self, query: Query) -> None:
        self._sought = highlight_terms(query)
        self._finder = MatchFinder(self._sought)
        self._title_only = {number for number, target in enumerate(self._sought) if target.title_only}
        self._said = {number: target.said for number, target in enumerate(self._sought) if target.said}

    def numbers(self, part: Query) -> frozenset[int]:
        """Those of what a part of the query looks for; none where that is not marked."""
        wanted = [target.likeness for target in highlight_terms(part)]
        return frozenset(number for number, target in enumerate(self._sought) if target.likeness in wanted)

    @property
    def marks_anything(self) -> bool:
        """Whether the query looks for words at all, and not only for dates, types or what is excluded."""
        return self._finder.seeks_anything

    def title(self, article: Article) -> tuple[Span, ...]:
        return joined(self._unsaid(self._finder.find(article.title, article.language)))

    def titles(self, articles: Sequence[Article]) -> list[tuple[Span, ...]]:
        found = self._finder.find_each((article.title, article.language) for article in articles)
        return [joined(self._unsaid(each)) for each in found]

    def text(self, article: Article) -> tuple[Span, ...]:
        return joined(self._in_text(article, self._finder.find(article.text, article.language)))

    def each(self, articles: Sequence[Article], limit: int = 1) -> Iterator[Highlighted]:
        """Of each article its best passages; where nothing in the text matches: the first one, unmarked."""
        texts = ((text, each.language) for each in articles for text in (each.title, each.text, by_line(each)))
        found = self._finder.find_each(texts)
        for article, in_title, *rest in zip(articles, found, found, found, strict=True):
            in_text, own_title = self._in_text(article, rest[0]), self._unsaid(in_title)
            in_authors = self._unsaid(self._of_text(rest[1]))
            shown, matching = _best(article, in_text, limit, self._said.keys())
            seen = frozenset(number for _, _, number in chain(own_title, in_text, in_authors))
            yield Highlighted(shown, matching, joined(own_title), joined(in_authors), seen)

    def _of_text(self, found: list[Occurrence]) -> list[Occurrence]:
        return [each for each in found if each[2] not in self._title_only] if self._title_only else found

    def _unsaid(self, found: list[Occurrence]) -> list[Occurrence]:
        """Without the words that somebody has to say, where nobody says anything: in titles and in authors' names."""
        return [each for each in found if each[2] not in self._said] if self._said else found

    def _in_text(self, article: Article, found: list[Occurrence]) -> list[Occurrence]:
        found = self._of_text(found)
        if not self._said:
            return found
        spoken = {number: SpokenWords(article, said) for number, said in self._said.items()}
        return [each for each in found if each[2] not in spoken or spoken[each[2]].hold(*each[:2])]


def joined(occurrences: Iterable[Occurrence]) -> tuple[Span, ...]:
    """Sorted spans that do not overlap."""
    spans: list[Span] = []
    for start, end, _ in occurrences:
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((start, end))
    return tuple(spans)


def _best(
    article: Article, found: list[Occurrence], limit: int, said: Collection[int]
) -> tuple[tuple[Snippet, ...], int]:
    matching = _by_passage(article.passages, found)
    chosen = sorted(matching, key=_merit, reverse=True)[:limit] or [(p, []) for p in article.passages[:1]]
    keys = article.passage_keys([passage for passage, _ in chosen])
    shown = (_marked(article, key, *pair, said) for key, pair in zip(keys, chosen, strict=True))
    return tuple(shown), len(matching)


def _by_passage(passages: Sequence[Passage], occurrences: list[Occurrence]) -> list[tuple[Passage, list[Occurrence]]]:
    found: list[tuple[Passage, list[Occurrence]]] = []
    at = 0
    for passage in passages:
        while at < len(occurrences) and occurrences[at][1] <= passage.start:
            at += 1
        behind = bisect_left(occurrences, (passage.end,), at)
        if behind > at:
            found.append((passage, occurrences[at:behind]))
        at = behind
    return found


def _merit(pair: tuple[Passage, list[Occurrence]]) -> tuple[int, float, int]:
    """Coverage, then density, then the earlier one."""
    passage, here = pair
    distinct = len({target for _, _, target in here})
    return distinct, len(here) / (passage.end - passage.start + 200), -passage.start


def _marked(article: Article, key: str, passage: Passage, here: Sequence[Occurrence], said: Collection[int]) -> Snippet:
    """`said`: the numbers of what somebody has to say; where nothing else was found, his own words are shown."""
    start, last = passage.start, passage.end
    if said and here and all(number in said for _, _, number in here):
        start, last = _quoted(article.quotations_in(start, last), here, (start, last))
    whole = article.text[start:last]
    here = [each for each in here if start < each[1] and each[0] < last]
    placed = [(max(0, a - start), min(b - start, len(whole)), target) for a, b, target in here]
    shown = excerpt(whole, placed)
    spans = ((max(a, shown.start) - shown.start, min(b, shown.end) - shown.start) for a, b in joined(placed))
    marks = tuple((a, b) for a, b in spans if a < b)
    text = whole[shown.start : shown.end]
    first = start + shown.start
    quotation = _holding(article.quotations, first, first + len(text))
    return Snippet(passage, key, first, text, marks, shown.cut_before, shown.cut_behind, quotation)


def _holding(quotations: Sequence[Quotation], start: int, end: int) -> Quotation | None:
    """The innermost one that holds all of a stretch."""
    return next((each for each in reversed(quotations) if each.start <= start and end <= each.end), None)


def _quoted(quotations: Sequence[Quotation], here: Sequence[Occurrence], within: Span) -> Span:
    """What can be shown of the quotation that has most of what is looked for; of two that hold each other the inner."""

    def merit(quotation: Quotation) -> tuple[int, int, int]:
        found = [number for start, end, number in here if quotation.start <= start and end <= quotation.end]
        return len(set(found)), len(found), quotation.start

    best = max(quotations, key=merit, default=None)
    return (max(within[0], best.start), min(within[1], best.end)) if best else within
