"""Where a text has what a query looks for, without cutting the whole text into words.

A pattern of rough beginnings finds candidates in the raw text; only the words around a candidate are cut,
folded and stemmed, by the same analysis that indexed them.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from indexer.search import analysis
from indexer.search.analysis import Token
from indexer.search.targets import Target

_LETTERS = [chr(c) for first, last in ((0x61, 0x17F), (0x370, 0x52F), (0x1E00, 0x1FFF)) for c in range(first, last + 1)]
_JOINT = "['’.,\\-\u0300-\u036f]?"
_WRITTEN_AS_ONE = {"ss": "ß", "ae": "æ", "oe": "œ"}
# Stems that are no beginning of their word, less its last letter.
_IRREGULAR = {"die": "d[iy]", "lie": "l[iy]", "tie": "t[iy]", "ski": "sk", "sky": "sk"}


@dataclass(frozen=True, slots=True)
class Occurrence:
    """`text[start:end]` is what the target of this number looks for."""

    start: int
    end: int
    target: int


@dataclass(slots=True)
class Finder:
    """Made once for a query, used on many texts."""

    sought: Sequence[Target]
    _pattern: re.Pattern[str] | None = None
    _by_term: dict[str, list[int]] = field(default_factory=dict)
    _by_stem: dict[str, list[int]] = field(default_factory=dict)
    _in_rows: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for number, target in enumerate(self.sought):
            for term in target.terms:
                self._by_term.setdefault(term, []).append(number)
            for stem in target.stems:
                self._by_stem.setdefault(stem, []).append(number)
            self._in_rows.update(term for row in target.rows for term in row)
            self._in_rows.update(term for terms, _ in target.nears for term in terms)
        self._pattern = _rough(self._by_term.keys() | self._in_rows, self._by_stem.keys())

    def find(self, text: str) -> list[Occurrence]:
        """In the order of the text; two targets may be found at one place."""
        found: list[Occurrence] = []
        in_rows: list[Token] = []
        for token in self._candidates(text):
            numbers = {*self._by_term.get(token.term, ()), *self._by_stem.get(analysis.stem(token.term), ())}
            found.extend(Occurrence(token.start, token.end, number) for number in sorted(numbers))
            if token.term in self._in_rows:
                in_rows.append(token)
        if in_rows:
            found.extend(self._rows(text, in_rows))
            found.sort(key=lambda occurrence: (occurrence.start, occurrence.end))
        return found

    def _candidates(self, text: str) -> Iterator[Token]:
        if self._pattern is None:
            return
        position = 0
        while match := self._pattern.search(text, position):
            start = max(text.rfind(" ", position, match.start()), text.rfind("\n", position, match.start())) + 1
            start = max(start, position)
            end = _space_after(text, match.end())
            yield from analysis.tokens(text, start, end)
            position = end

    def _rows(self, text: str, tokens: list[Token]) -> Iterator[Occurrence]:
        for number, target in enumerate(self.sought):
            for row in target.rows:
                yield from _in_a_row(text, tokens, row, number)
            for terms, distance in target.nears:
                yield from _near(text, tokens, (terms, distance), number)


_SPACE = re.compile(r"\s")


def _space_after(text: str, position: int) -> int:
    match = _SPACE.search(text, position)
    return match.start() if match else len(text)


def _words_between(text: str, before: Token, after: Token) -> int:
    return len(analysis.terms(text[before.end : after.start])) if after.start > before.end else 0


def _in_a_row(text: str, tokens: list[Token], row: tuple[str, ...], number: int) -> Iterator[Occurrence]:
    for first in range(len(tokens) - len(row) + 1):
        window = tokens[first : first + len(row)]
        if tuple(token.term for token in window) != row:
            continue
        if all(_words_between(text, a, b) == 0 for a, b in pairwise(window)):
            yield Occurrence(window[0].start, window[-1].end, number)


def _near(text: str, tokens: list[Token], wanted: tuple[tuple[str, ...], int], number: int) -> Iterator[Occurrence]:
    terms, distance = wanted
    for first, token in enumerate(tokens):
        missing, others, window = list(terms), 0, []
        for index in range(first, len(tokens)):
            here = tokens[index]
            others += _words_between(text, tokens[index - 1], here) if index > first else 0
            if here.term in missing:
                missing.remove(here.term)
                window.append(here)
            else:
                others += 1
            if others > distance or not missing or token.term not in terms:
                break
        if not missing and others <= distance:
            yield from (Occurrence(each.start, each.end, number) for each in window)


def _rough(terms: Set[str], stems: Set[str]) -> re.Pattern[str] | None:
    """Finds every word that can have one of these terms or stems, and some that have not."""
    beginnings = {term for term in terms if term}
    beginnings |= {stem[:-1] if len(stem) > 2 else stem for stem in stems if stem}
    if not beginnings and not stems:
        return None
    written = sorted(_written(beginning) for beginning in beginnings)
    written += [irregular for stem, irregular in _IRREGULAR.items() if stem in stems]
    firsts = sorted({first for beginning in beginnings for first in _variants()[beginning[0]]})
    return re.compile(f"(?=[{re.escape(''.join(firsts))}])(?<![^\\W_])(?:{'|'.join(written)})", re.IGNORECASE)


def _written(beginning: str) -> str:
    variants = _variants()
    return _JOINT.join(f"[{re.escape(''.join(variants[letter]))}]" for letter in beginning)


@cache
def _variants() -> dict[str, list[str]]:
    """Every way a folded letter may be written."""

    class _Self(dict[str, list[str]]):
        def __missing__(self, letter: str) -> list[str]:
            return [letter, letter.upper()] if len(letter.upper()) == 1 else [letter]

    variants = _Self()
    for letter in _LETTERS:
        folded = analysis.fold(letter)
        if len(folded) == 1:
            variants.setdefault(folded, []).append(letter)
    return variants
