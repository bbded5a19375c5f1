"""Whom "he" or "she" means: the only person in the nearest sentence before it, in the same paragraph, that has any."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from indexer.ingest.speakers import saying
from indexer.ingest.speakers.offices import OFFICE, PERSON

_BLANK_LINE = re.compile(r"\n\n")
_SENTENCES_BACK = 3
_SENTENCE = 1000
_BESIDE = 50
_PERSON = re.compile(f"{PERSON}+")
_OFFICE = re.compile(rf"(?<![\w-]){OFFICE}", re.IGNORECASE)
_LEADS_TO_PERSON = re.compile(rf"(?:\s(?:of|for|at|in)\s[\w\s-]{{1,40}})?,?\s(?:the\s)?{PERSON}")
_FOLLOWS_PERSON = re.compile(rf"{PERSON},?\s(?:the\s|an?\s)?$")
_ASIDE = re.compile(rf"(?<!\w)(?:by|of|with|for|from|against|about)\s{saying.HONORIFIC}?$")
# Perhaps a person whom nobody knows: "Frazier said", "Opposition leader John Howard".
_STRANGER = re.compile(
    rf"(?<![\w.’'-])[A-Z][a-z][\w'’-]+\s(?:{saying.SAID}|(?:[A-Z]\.\s)?[A-Z][a-z][\w'’-]+)|{saying.SAID}\s[A-Z][a-z][\w'’-]+"
)


class Antecedents:
    """Of one masked text; `holder(start, end)` names who holds the office written there, or ""."""

    def __init__(self, text: str, name_at: Callable[[int], str], holder: Callable[[int, int], str]) -> None:
        self._text = text
        self._name_at = name_at
        self._holder = holder

    @cached_property
    def _blocks(self) -> "list[_Block]":
        edges = [0, *(match.end() for match in _BLANK_LINE.finditer(self._text)), len(self._text)]
        return [_Block(self._text, begin, end) for begin, end in pairwise(edges)]

    def _block(self, at: int) -> "_Block":
        """The paragraph there, looked through once."""
        return self._blocks[max(0, bisect_right(self._blocks, at, key=lambda each: each.begin) - 1)]

    def resolve_pronoun(self, at: int, sentences: list[int]) -> str:
        """The display name of whom the pronoun at `at` means, or "" where that is not plain. `sentences`: the start of
        its paragraph, and where each sentence of it ends."""
        here = bisect_right(sentences, at)
        ends = [at, *reversed(sentences[max(0, here - 1 - _SENTENCES_BACK) : here])]
        for end, start in pairwise(ends):
            begin = max(start, end - _SENTENCE)
            people = self.people(begin, end)
            if people or self._has_stranger(begin, end):
                return "" if len(people) != 1 or self._is_doubtful(begin, end) else people.pop()
        return ""

    def people(self, start: int, end: int) -> set[str]:
        """Display names; "" among them stands for somebody in an office who cannot be told."""
        named = {self._name_at(match.start()) for match in _PERSON.finditer(self._text, start, end)}
        return named | set(self._in_office(start, end))

    def _in_office(self, start: int, end: int) -> Iterator[str]:
        offices = self._block(start).offices
        for first, last in offices[bisect_left(offices, (start, 0)) : bisect_left(offices, (end, 0))]:
            led_to = _LEADS_TO_PERSON.match(self._text, last)
            if not led_to and not _FOLLOWS_PERSON.search(self._text, max(0, first - _BESIDE), first):
                yield self._holder(first, last)

    def _is_doubtful(self, start: int, end: int) -> bool:
        """Whether somebody else may be meant: one whose name is not known, or one beside "Norov's" or "by Norov"."""
        named = list(_PERSON.finditer(self._text, start, end))
        aside = bool(named) and all(self._is_aside(match) for match in named)
        return aside or self._has_stranger(start, end)

    def _is_aside(self, person: re.Match[str]) -> bool:
        before = _ASIDE.search(self._text, max(0, person.start() - _BESIDE), person.start())
        return before is not None or saying.POSSESSIVE.match(self._text, person.end()) is not None

    def _has_stranger(self, start: int, end: int) -> bool:
        strangers = self._block(start).strangers
        next_one = bisect_left(strangers, start)
        return next_one < len(strangers) and strangers[next_one] < end


@dataclass(frozen=True)
class _Block:
    """`text[begin:end]`; what is found in it has offsets into the text."""

    text: str
    begin: int
    end: int

    @cached_property
    def offices(self) -> list[tuple[int, int]]:
        return [match.span() for match in _OFFICE.finditer(self.text, self.begin, self.end)]

    @cached_property
    def strangers(self) -> list[int]:
        without_offices = list(self.text[self.begin : self.end])
        for start, end in self.offices:
            without_offices[start - self.begin : end - self.begin] = "…" * (end - start)
        return [self.begin + match.start() for match in _STRANGER.finditer("".join(without_offices))]
