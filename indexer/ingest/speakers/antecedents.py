"""Whom "he" or "she" means: who said the last thing before it, or else the only person in the nearest sentence before
it, in the same paragraph, that has any."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Protocol

from indexer.ingest.speakers import saying
from indexer.ingest.speakers.masking import lettered
from indexer.ingest.speakers.offices import BODY, HEAD, OFFICE, PERSON, PLACE, QUOTED
from indexer.text.sentences import sentence_ends

_BLANK_LINE = re.compile(r"\n\n")
_SENTENCES_BACK = 2
_FURTHEST_BACK = 12
_SENTENCE = 1000
_BESIDE = 50
_PERSON = re.compile(f"{PERSON}+")
_HEAD = re.compile(HEAD)
_OFFICE = re.compile(rf"(?<![\w-]){OFFICE}", re.IGNORECASE)
_LEADS_TO_PERSON = re.compile(rf"(?:\s(?:of|for|at|in)\s[\w\s-]{{1,40}})?,?\s(?:the\s)?{PERSON}")
_FOLLOWS_PERSON = re.compile(rf"{PERSON},?\s(?:the\s|an?\s)?$")
_ASIDE = re.compile(rf"(?<!\w)(?:by|of|with|for|from|against|about)\s{saying.HONORIFIC}?$")
# Perhaps a person whom nobody knows: "Frazier said", "Opposition leader John Howard".
_STRANGER = re.compile(
    rf"(?<![\w.’'-])[A-Z][a-z][\w'’-]+\s(?:{saying.SAID}|(?:[A-Z]\.\s)?[A-Z][a-z][\w'’-]+)|{saying.SAID}\s[A-Z][a-z][\w'’-]+"
)
# What says something and is no "he": "officials", "the company", a body.
_MANY = re.compile(
    rf"(?:[{BODY}{PLACE}]|(?<!\w)(?:they|it|we|I|you|(?:company|firm|bank|agency|ministry|government|group|party|paper"
    r"|newspaper|office|department|commission|committee|council|statement|embassy|court|board|union|institute|bureau"
    rf"|administration|team|association|organi[sz]ation|federation)|(?!(?:boss|witness|hostess|princess)\b)\w+s))$",
)
_BEGINS_WITH_PERSON = re.compile(
    rf"\s{{0,4}}(?:[A-Z][^.,;:?!“”{PERSON}]{{1,60}},\s)?(?:[A-Z]\w+\.?\s|[{BODY}{PLACE}]+\s){{0,5}}{PERSON}"
)
_BEGINS_AS_SUBJECT = re.compile(
    _BEGINS_WITH_PERSON.pattern.removesuffix(PERSON) + rf"(?P<whom>{PERSON}+)(?:,\s[^.;:“”\"]{{1,120}}?,)?"
    r"\s(?:is|was|has been|had been|remains|remained)(?!\w)"
)
_LAST_SUBJECT = re.compile(rf",\s(?:and|but|while|so)\s{PERSON}+\s(?:is|was|has|had|[a-z]+s|[a-z]+ed)\s")
_QUOTE = re.compile(rf"\W*\w?{QUOTED}+\W*")
_BEGINS_WITH_PRONOUN = re.compile(r"\s{0,4}(?:(?:[A-Z][a-z]+|In \d{4}),?\s)?(?P<pronoun>[Hh]e|[Ss]he)(?!\w)")
_HERS = re.compile(r"(?<!\w)(?:she|hers?|elle|она|неё|нее|её|ее)(?!\w)", re.IGNORECASE)
_OF_A_WOMAN = re.compile(r"(?<!\w)(?:Mrs|Ms|Miss|Mme|Dame|Lady|Madam)\.?\s?$")
_OF_A_MAN = re.compile(r"(?<!\w)(?:Mr|Sir|Lord|M)\.?\s?$")


def is_one(words: str) -> bool:
    """Whether "he" may be meant by them: by "a spokesman", but not by "officials" or "the company"."""
    return _MANY.search(words.strip()) is None


class Subject(Protocol):
    """A name, or "" for a pronoun or somebody without a name, at `start` to `end`."""

    @property
    def name(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def is_pronoun(self) -> bool: ...


class Told(Protocol):
    """Who says something."""

    @property
    def subject(self) -> Subject: ...


class Antecedents:
    """Of one masked text; `holder(start, end)` names who holds the office written there, or ""; `teller(start, end)`
    says who tells something in a sentence."""

    def __init__(
        self,
        text: str,
        name_at: Callable[[int], str],
        holder: Callable[[int, int], str],
        teller: Callable[[int, int], Told | None],
    ) -> None:
        self._text = text
        self._name_at = name_at
        self._holder = holder
        self._teller = teller
        self._told: dict[tuple[int, int], Subject | None] = {}

    @cached_property
    def _blocks(self) -> "list[_Block]":
        edges = [0, *(match.end() for match in _BLANK_LINE.finditer(self._text)), len(self._text)]
        return [_Block(self._text, begin, end) for begin, end in pairwise(edges)]

    @cached_property
    def _sentences(self) -> list[int]:
        """Where each sentence of the text begins, and its end."""
        starts, written = {0, len(self._text)}, lettered(self._text)
        for block in self._blocks:
            ends = sentence_ends(written[block.begin : block.end])
            starts |= {block.begin, *(block.begin + end for end in ends)}
        return sorted(starts)

    def sentence_before(self, at: int) -> tuple[int, int]:
        before = bisect_left(self._sentences, at) - 1
        return max(self._sentences[max(0, before)], at - _SENTENCE), at

    def _block(self, at: int) -> "_Block":
        """The paragraph there, looked through once."""
        return self._blocks[max(0, bisect_right(self._blocks, at, key=lambda each: each.begin) - 1)]

    def resolve_pronoun(self, at: int) -> str:
        """The display name of whom the pronoun at `at` means, or "" where that is not plain."""
        here = bisect_right(self._sentences, at) - 1
        block = self._block(at).begin
        ends = [at, *reversed(self._sentences[max(0, here - _FURTHEST_BACK) : here + 1])]
        empty = 0
        for nth, (end, start) in enumerate(pairwise(ends)):
            begin = max(start, end - _SENTENCE)
            told = self._told_in(begin, end)
            if told and told.is_pronoun:
                if self._is_hers(told.start) != self._is_hers(at):
                    return ""
                empty = 0
            elif told and (told.name or is_one(self._text[told.start : told.end])):
                return told.name if self._may_be(told.start, at) else ""
            elif nth and not told and self._begins_alike(begin, end, at):
                if not self._is_about_nobody_else(begin, end):
                    return ""
                empty = 0
            elif (
                meant := self._only_one(begin, end, told=told is not None, here=start >= block, next_to=not empty)
            ) is not None:
                return meant
            elif (nth or told) and not _QUOTE.fullmatch(self._text, begin, end):
                empty += 1
            if empty > _SENTENCES_BACK:
                return ""
        return ""

    def _only_one(self, begin: int, end: int, *, told: bool, here: bool, next_to: bool) -> str | None:
        """Whom a sentence names or is about, "" where that is not plain, None where it names nobody. `here`: in the
        pronoun's own paragraph; `next_to`: nothing but quotations stands between."""
        people = self.people(begin, end)
        if not people and (told or not self._has_stranger(begin, end)):
            return None
        if len(people) > 1 and not told and (subject := self._subject_among_others(begin, end)):
            return subject
        near = here or (next_to and self._begins_with_person(begin, end))
        plain = len(people) == 1 and near and not self._is_doubtful(begin, end)
        return people.pop() if plain else ""

    def _begins_alike(self, begin: int, end: int, at: int) -> bool:
        """Whether the sentence goes on about the same "she"."""
        pronoun = _BEGINS_WITH_PRONOUN.match(self._text, begin, end)
        return pronoun is not None and self._is_hers(pronoun.start("pronoun")) == self._is_hers(at)

    def _is_about_nobody_else(self, begin: int, end: int) -> bool:
        """Whether it names others only as "with Norov"."""
        people = list(_PERSON.finditer(self._text, begin, end))
        return all(self._is_aside(each) for each in people) and not self._has_stranger(begin, end)

    def _begins_with_person(self, begin: int, end: int) -> bool:
        begins = _BEGINS_WITH_PERSON.match(self._text, begin) is not None
        return begins or _LAST_SUBJECT.search(self._text, begin, end) is not None

    def _subject_among_others(self, begin: int, end: int) -> str:
        """The person that the sentence begins with and is about, where it names others only as "Norov’s"."""
        first = _BEGINS_AS_SUBJECT.match(self._text, begin, end)
        if not first or self._has_stranger(begin, end) or self.people(begin, end) != self.named(begin, end):
            return ""
        subject, others = self._name_at(first.end("whom") - 1), dict[str, re.Match[str]]()
        for each in _PERSON.finditer(self._text, first.end("whom"), end):
            others.setdefault(self._name_at(each.start()), each)
        others.pop(subject, None)
        return subject if all(saying.POSSESSIVE.match(self._text, each.end()) for each in others.values()) else ""

    def _told_in(self, start: int, end: int) -> Subject | None:
        if (start, end) not in self._told:
            told = self._teller(start, end)
            self._told[start, end] = told.subject if told else None
        return self._told[start, end]

    def _is_hers(self, at: int) -> bool:
        return _HERS.match(self._text, at) is not None

    def _may_be(self, person: int, pronoun: int) -> bool:
        """Whether no "Mr" or "Mrs" before the name is against it."""
        before = self._text[max(0, person - 8) : max(person, self._text.find(PERSON, person))]
        other = _OF_A_MAN if self._is_hers(pronoun) else _OF_A_WOMAN
        return other.search(before) is None

    def people(self, start: int, end: int) -> set[str]:
        """Display names; "" among them stands for somebody in an office who cannot be told."""
        return self.named(start, end) | set(self._in_office(start, end))

    def named(self, start: int, end: int) -> set[str]:
        return {self._name_at(match.start()) for match in _PERSON.finditer(self._text, start, end)}

    def _in_office(self, start: int, end: int) -> Iterator[str]:
        if not _HEAD.search(self._text[start:end].lower()):
            return
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
        if not _STRANGER.search(self._text, start, end):  # with offices for strangers still
            return False
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
