"""Where a text has what a query looks for, without cutting the whole text into words.

A rough pattern finds candidates in the raw text; only the words at a candidate are cut, folded and stemmed, by the
same analysis that indexed them.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from indexer.search import analysis, rough
from indexer.search.analysis import Token
from indexer.search.targets import Target

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """`text[start:end]` is what the target of this number looks for."""

    start: int
    end: int
    target: int


class Finder:
    """Made once for a query, used on many texts."""

    def __init__(self, sought: Sequence[Target]) -> None:
        self._sought = sought
        self._near_terms = {term for target in sought for terms, _ in target.nears for term in terms}
        self._rows: dict[str, list[tuple[Row, int]]] = defaultdict(list)
        for number, target in enumerate(sought):
            for row in target.rows:
                self._rows[_anchor(row)].append((row, number))
        terms = {term for target in sought for term in target.terms} | self._near_terms | self._rows.keys()
        self._pattern = rough.pattern(terms, {stem for target in sought for stem in target.stems})
        self._numbers: dict[str, tuple[int, ...]] = {}

    @property
    def seeks_anything(self) -> bool:
        return self._pattern is not None

    def find(self, text: str) -> list[Occurrence]:
        """In the order of the text; two targets may be found at one place."""
        found: list[Occurrence] = []
        near: list[Token] = []
        for token in self._candidates(text):
            found.extend([Occurrence(token.start, token.end, number) for number in self._targets_of(token.term)])
            if token.term in self._rows:
                found.extend(self._rows_around(text, token))
            if token.term in self._near_terms:
                near.append(token)
        found.extend(self._near(text, near))
        found.sort(key=_place)
        return found

    def _candidates(self, text: str) -> Iterator[Token]:
        for match in self._pattern.finditer(text) if self._pattern else ():
            start, end = match.span()
            if start and not text[start - 1].isspace():
                start = _back(text, start)
            yield from analysis.tokens(text, start, end)

    def _targets_of(self, term: str) -> tuple[int, ...]:
        known = self._numbers.get(term)
        if known is None:
            stem = analysis.stem(term)
            sought = enumerate(self._sought)
            known = tuple(number for number, target in sought if term in target.terms or stem in target.stems)
            self._numbers[term] = known
        return known

    def _rows_around(self, text: str, anchor: Token) -> Iterator[Occurrence]:
        around = _Surroundings(text, anchor)
        for row, number in self._rows[anchor.term]:
            if span := around.in_a_row(row, row.index(anchor.term)):
                yield Occurrence(*span, number)

    def _near(self, text: str, tokens: list[Token]) -> Iterator[Occurrence]:
        for number, target in enumerate(self._sought):
            for terms, distance in target.nears:
                here = [token for token in tokens if token.term in terms]
                yield from _near(text, here, _Near(terms, distance, number))


@dataclass(frozen=True, slots=True)
class _Near:
    terms: Row
    distance: int
    number: int


def _place(occurrence: Occurrence) -> tuple[int, int]:
    return occurrence.start, occurrence.end


def _anchor(row: Row) -> str:
    """The term to look for first: the longest is seldom the most frequent."""
    return max(row, key=len)


def _back(text: str, position: int) -> int:
    """The beginning of the run of non-space around the position."""
    while position and not text[position - 1].isspace():
        position -= 1
    return position


class _Surroundings:
    """The words around one, cut when they are first asked for."""

    def __init__(self, text: str, centre: Token) -> None:
        self._text = text
        self._centre = centre
        self._before: list[Token] = []
        self._after: list[Token] = []

    def in_a_row(self, row: Row, index: int) -> tuple[int, int] | None:
        """Where the row stands around the centre, which is its term at the index."""
        after = self.after(len(row) - index - 1)
        if tuple([token.term for token in after]) != row[index + 1 :]:
            return None
        before = self.before(index)
        if tuple([token.term for token in before]) != row[:index]:
            return None
        return (before[0] if before else self._centre).start, (after[-1] if after else self._centre).end

    def after(self, wanted: int) -> list[Token]:
        if len(self._after) < wanted:
            self._after = list(islice(analysis.tokens(self._text, self._centre.end), wanted))
        return self._after[:wanted]

    def before(self, wanted: int) -> list[Token]:
        reach = 16 * wanted
        position = self._centre.start
        while len(self._before) < wanted:
            start = _back(self._text, max(0, position - reach))
            self._before = list(analysis.tokens(self._text, start, position))
            reach *= 2
            if start == 0:
                break
        return self._before[-wanted:] if wanted else []


def _near(text: str, tokens: list[Token], wanted: _Near) -> Iterator[Occurrence]:
    for first in range(len(tokens)):
        window = _window(text, tokens[first:], wanted)
        yield from (Occurrence(token.start, token.end, wanted.number) for token in window)


def _window(text: str, tokens: Sequence[Token], wanted: _Near) -> list[Token]:
    """The first token and those behind it that complete the terms within the distance; empty where they do not."""
    missing, others, window = list(wanted.terms), 0, []
    for index, token in enumerate(tokens):
        if index:
            gap = analysis.tokens(text, tokens[index - 1].end, token.start)
            others += len(list(islice(gap, wanted.distance + 1)))
        if token.term in missing:
            missing.remove(token.term)
            window.append(token)
        else:
            others += 1
        if others > wanted.distance:
            return []
        if not missing:
            return window
    return []
