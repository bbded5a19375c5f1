"""Where a text has what a query looks for, without cutting the whole text into words.

A rough pattern finds candidates in the raw text; only the words at a candidate are cut, folded and stemmed, by the
same analysis that indexed them. Where too much is looked for at once for a pattern to be quick, each distinct run of
non-space is looked at.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from indexer.search import analysis, rough
from indexer.search.analysis import Token
from indexer.search.rows import Row, Surroundings, back, near
from indexer.search.targets import Target

_MOST_BEGINNINGS = 40  # terms and stems that a pattern is made of
_PUNCTUATION = ".,;:!?()[]\"'"


class Occurrence(NamedTuple):
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
        self._terms = {term for target in sought for term in target.terms} | self._near_terms | self._rows.keys()
        self._stems = {stem for target in sought for stem in target.stems}
        is_wide = len(self._terms) + len(self._stems) > _MOST_BEGINNINGS
        self._pattern = None if is_wide else rough.pattern(self._terms, self._stems)
        self.seeks_anything = is_wide or self._pattern is not None
        self._numbers: dict[str, tuple[int, ...]] = {}
        self._known: dict[str, tuple[Token, ...]] = {}  # what is looked for within a run, which mostly comes again

    def find(self, text: str) -> list[Occurrence]:
        """In the order of the text; two targets may be found at one place."""
        found: list[Occurrence] = []
        close: list[Token] = []
        for token in self._candidates(text):
            found.extend([Occurrence(token.start, token.end, number) for number in self._targets_of(token.term)])
            if token.term in self._rows:
                found.extend(self._rows_around(text, token))
            if token.term in self._near_terms:
                close.append(token)
        found.extend(self._near(text, close))
        found.sort()
        return found

    def _candidates(self, text: str) -> Iterator[Token]:
        if not self.seeks_anything:
            return
        for run, at in self._matching(text, self._pattern) if self._pattern else self._every(text):
            for term, start, end in self._known[run]:
                yield Token(term, at + start, at + end)

    def _matching(self, text: str, pattern: re.Pattern[str]) -> Iterator[tuple[str, int]]:
        for match in pattern.finditer(text):
            start, end = match.span()
            if start and not text[start - 1].isspace():
                start = back(text, start)
            run = text[start:end]
            if run not in self._known:
                self._known[run] = self._sought_in(run)
            yield run, start

    def _every(self, text: str) -> Iterator[tuple[str, int]]:
        runs = text.split()
        for run in set(runs) - self._known.keys():
            bare = run.strip(_PUNCTUATION)
            passed = bare.isascii() and bare.isalpha() and not self._is_sought(bare.lower()[: analysis.LONGEST_TERM])
            self._known[run] = () if passed else self._sought_in(run)
        end = 0
        for run in runs:
            if self._known[run]:
                start = _stand(text, run, end)
                end = start + len(run)
                yield run, start

    def _sought_in(self, run: str) -> tuple[Token, ...]:
        return tuple(token for token in analysis.tokens(run) if self._is_sought(token.term))

    def _is_sought(self, term: str) -> bool:
        return term in self._terms or (bool(self._stems) and analysis.stem(term) in self._stems)

    def _targets_of(self, term: str) -> tuple[int, ...]:
        known = self._numbers.get(term)
        if known is None:
            stem = analysis.stem(term)
            sought = enumerate(self._sought)
            known = tuple(number for number, target in sought if term in target.terms or stem in target.stems)
            self._numbers[term] = known
        return known

    def _rows_around(self, text: str, anchor: Token) -> Iterator[Occurrence]:
        around = Surroundings(text, anchor)
        for row, number in self._rows[anchor.term]:
            if span := around.in_a_row(row, row.index(anchor.term)):
                yield Occurrence(*span, number)

    def _near(self, text: str, tokens: list[Token]) -> Iterator[Occurrence]:
        for number, target in enumerate(self._sought):
            for terms, distance in target.nears:
                for token in near(text, [token for token in tokens if token.term in terms], terms, distance):
                    yield Occurrence(token.start, token.end, number)


def _anchor(row: Row) -> str:
    """The term to look for first: the longest is seldom the most frequent."""
    return max(row, key=len)


def _stand(text: str, run: str, start: int) -> int:
    """Where the run of non-space stands next, and not only as a part of another one."""
    while True:
        start = text.index(run, start)
        end = start + len(run)
        if not (text[start - 1 : start].strip() or text[end : end + 1].strip()):
            return start
        start += 1
