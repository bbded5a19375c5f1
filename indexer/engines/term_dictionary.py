"""The terms of one generation of an index, and the search among them for those that are like a word or a pattern."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import OSA

from indexer.fields import QueryField

MOST_TERMS = 1_000_000
_AT_ONCE = 5_000  # terms whose letters are looked at together: arrays of all would take more than is kept
_SYMBOLS = re.compile(r"[*?]+")

Ints = npt.NDArray[np.int32]
Letters = npt.NDArray[np.uint32]
Counts = Sequence[tuple[str, int]]


class SimilarTerm(NamedTuple):
    """A term, how many edits lead to it, and how many articles have it."""

    term: str
    edits: int
    articles: int


class TermDictionary:
    """The exact terms of a field, and how many articles have each: one string and a few arrays, for as many strings
    would take several times the memory. A term is known by its place in alphabetical order."""

    def __init__(self, counts: Counts) -> None:
        """`counts`: in alphabetical order."""
        terms = [term for term, _ in counts]
        self._text = "\n".join(["", *terms, ""])
        self._lengths = np.fromiter(map(len, terms), np.int32, len(terms))
        self._ends: Ints = np.cumsum(self._lengths + 1, dtype=np.int32)
        self._counts = np.fromiter((count for _, count in counts), np.int32, len(counts))

    def most_frequent(self, places: Ints, limit: int) -> list[str]:
        """Of equally frequent ones the first in the alphabet."""
        order = np.argsort(-self._counts[places], kind="stable")
        return self._terms(places[order[:limit]])

    def articles(self, term: str) -> int:
        """How many articles have the term."""
        place = bisect_left(range(len(self._ends)), term, key=self._term)
        return int(self._counts[place]) if place < len(self._ends) and self._term(place) == term else 0

    def _term(self, place: int) -> str:
        end = int(self._ends[place])
        return self._text[end - int(self._lengths[place]) : end]

    def wildcard(self, pattern: str) -> Ints:
        """The terms that a pattern of * (any letters) and ? (one letter) stands for."""
        pieces = _SYMBOLS.split(f"\n{pattern}\n")
        longest = max(pieces, key=lambda piece: len(piece.strip()))
        if "?" not in pattern and len([piece for piece in pieces if piece.strip()]) == 1:
            return self._having(longest)
        line = _line(pattern)
        if len(longest.strip()) == 1:  # half of all terms may have it: they are looked at in one go
            return self._standing(line)
        found = self._having(longest)
        return found[[line.match(term) is not None for term in self._terms(found)]]

    def _having(self, piece: str) -> Ints:
        """The terms that have a piece of text, at whose ends a new line stands for that of a term."""
        return self._standing(re.compile(re.escape(piece)), int(piece.startswith("\n")))

    def _standing(self, sought: re.Pattern[str], within: int = 0) -> Ints:
        """The terms in whose lines something begins, or `within` so many characters."""
        stands = [match.start() + within for match in sought.finditer(self._text)]
        places = np.unique(np.searchsorted(self._ends, np.array(stands, np.int32), side="right"))
        return places[places < len(self._ends)].astype(np.int32)

    def fuzzy(self, term: str, edits: int) -> Iterator[SimilarTerm]:
        """The terms within so many insertions, deletions, substitutions or swaps."""
        places = self._alike(term, edits)
        found = process.extract_iter(term, self._terms(places), scorer=OSA.distance, score_cutoff=edits)
        return (SimilarTerm(near, distance, int(self._counts[places[at]])) for near, distance, at in found)

    def _alike(self, term: str, edits: int) -> Ints:
        """Terms of nearly that length and nearly those letters: an edit brings one at most, and takes one away."""
        by_length, letters = self._by_length
        lengths = self._lengths[by_length]
        first, behind = np.searchsorted(lengths, [len(term) - edits, len(term) + edits + 1])
        differing = _bits(letters[first:behind] ^ _letters(f"{term}\n", np.zeros(1, np.int32)))
        return by_length[first:behind][differing <= 2 * edits]

    @cached_property
    def _by_length(self) -> tuple[Ints, Letters]:
        """All places, those of the shortest terms first, and the letters of each."""
        order = np.argsort(self._lengths, kind="stable").astype(np.int32)
        starts, letters = self._ends - self._lengths, np.zeros(len(order), np.uint32)
        for first in range(0, len(order), _AT_ONCE):
            here = starts[first : first + _AT_ONCE]
            text = self._text[here[0] : self._ends[first + len(here) - 1] + 1]
            letters[first : first + _AT_ONCE] = _letters(text, here - here[0])
        return order, letters[order]

    def _terms(self, places: Ints) -> list[str]:
        ends = self._ends[places]
        spans = zip((ends - self._lengths[places]).tolist(), ends.tolist(), strict=True)
        return [self._text[start:end] for start, end in spans]


def _line(pattern: str) -> re.Pattern[str]:
    """A line that is as a pattern of * and ?. What stands between two stars is taken where it first comes and is not
    looked for further on, so that *a*a*a* takes no longer than a*."""
    first, *others = (
        "".join("." if each == "?" else re.escape(each) for each in piece) for piece in re.split(r"\*+", pattern)
    )
    between = "".join(f"(?>.*?{piece})" for piece in others[:-1])
    rest = f"{between}.*{others[-1]}" if others else ""
    return re.compile(f"^{first}{rest}$", re.MULTILINE)


def _letters(text: str, starts: Ints) -> Letters:
    """Which letters the pieces of the text have that begin at `starts`: a bit each, a few letters sharing one."""
    characters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    letters: Letters = np.bitwise_or.reduceat(np.uint32(1) << (characters & np.uint32(31)), starts)
    return letters


def _bits(values: Letters) -> Letters:
    """How many bits of each are set: in pairs, then in fours, then all."""
    pairs = values - (values >> 1 & 0x55555555)
    fours = (pairs & 0x33333333) + (pairs >> 2 & 0x33333333)
    bits: Letters = (fours + (fours >> 4) & 0x0F0F0F0F) * np.uint32(0x01010101) >> 24
    return bits


class TermDictionaries:
    """What a reader keeps: each field's, made of its terms when it is first asked for."""

    def __init__(self) -> None:
        self._read: dict[QueryField, TermDictionary] = {}

    def of(self, field: QueryField, terms: Callable[[QueryField, str, int], Counts]) -> TermDictionary:
        if field not in self._read:
            self._read[field] = TermDictionary(terms(field, "", MOST_TERMS))
        return self._read[field]

    def read(self, field: QueryField) -> TermDictionary | None:
        """The field's, if it was asked for before."""
        return self._read.get(field)
