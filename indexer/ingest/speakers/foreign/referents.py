"""Whom "il", "она" or a verb without a subject means: the person of the nearest sentence before that has any."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from indexer.ingest.speakers.foreign.cues import ROMANCE
from indexer.ingest.speakers.foreign.genders import is_called_woman, is_woman
from indexer.ingest.speakers.foreign.holders import ACTS, Holders
from indexer.ingest.speakers.foreign.named import AND_ANOTHER, PEOPLE, WORD, Named
from indexer.ingest.speakers.offices import BODY, PERSON, PLACE
from indexer.text.sentences import sentence_ends

_OPENING = re.compile(rf"\s*(?P<lead>(?:{WORD}\s){{0,8}}?)(?P<person>{PERSON}+)")
_SPACE_INSIDE = re.compile(r"(?<=[«“„\"])\s(?=[^\W\d_])")
_LAST_HONORIFIC = re.compile(r"(?:M|Mme|Sr|Sra|Dr|Dra)\.?\s$|(?:don|doña|señora?)\s$")
_AND = re.compile(r"(?:Et|Mais|Y|Pero)\s")
_PARAGRAPHS_BACK, _SENTENCES_BACK = 2, 4
_CAPITALS = str.maketrans(dict.fromkeys((PERSON, BODY, PLACE), "X"))


class Referents:
    """Of one masked text."""

    def __init__(self, named: Named, offices: Holders) -> None:
        self._named = named
        self._text, self._cues, self._name_at = named.text, named.cues, named.name_at
        self._offices = offices
        self._said: list[tuple[int, str]] = []

    def note(self, at: int, name: str) -> None:
        """Somebody is known to speak at `at`, in reading order: whom the next "he" means."""
        self._said.append((at, name))

    def last(self, at: int) -> str:
        """Who spoke last in the paragraph, where nobody else has been named since."""
        spoken, name = self._said[-1] if self._said else (0, "")
        others = {self._name_at(each.start()) for each in PEOPLE.finditer(self._text, spoken, at)} - {name}
        return name if not others and self._paragraph_of(spoken) == self._paragraph_of(at) else ""

    def has_spoken(self, name: str) -> bool:
        """Whether the text has told words of his so far."""
        return any(name == said for _, said in self._said)

    def resolve(self, at: int, pronoun: str, *, far: bool = True, alone: bool = False) -> str:
        """The only person of the nearest sentence before that names any, or, unless `alone`, the foremost; "" where
        that is not plain."""
        feminine = None if not pronoun else pronoun.lower() in ("она", "elle", "ella", "lei", "ela", "sie")
        index = bisect_right(self._starts, at) - 1
        paragraph = self._paragraph_of(at)
        for step, number in enumerate(range(index, max(-1, index - _SENTENCES_BACK), -1)):
            start = self._starts[number]
            end = at if step == 0 else self._starts[number + 1]
            if paragraph - self._paragraph_of(start) > (_PARAGRAPHS_BACK if far else 0):
                return ""
            people = self._people(start, end, feminine=feminine)
            if people:
                if len(people) == 1 or alone:
                    return people.pop() if len(people) == 1 else ""
                return self._foremost(start, end, people, feminine=feminine)
        return ""

    def _people(self, start: int, end: int, *, feminine: bool | None) -> set[str]:
        said = self._speakers(start, end)
        named = {self._name_at(each.start()) for each in PEOPLE.finditer(self._text, start, end)}
        first, last = (bisect_left(self._offices.alone, at, key=lambda each: each.start) for at in (start, end))
        offices = {each.name for each in self._offices.alone[first:last] if not (said and not each.name)}
        people = {name for name in said | named | offices if self._may_be(name, feminine=feminine)}
        aside = people and not said and named and not offices and self._all_aside(start, end)
        if aside and not (self._cues.language == "ru" and self._cues.according.search(self._text, start, end)):
            return {""}
        return people

    def _speakers(self, start: int, end: int) -> set[str]:
        first, last = bisect_left(self._said, (start, "")), bisect_left(self._said, (end, ""))
        return {name for _, name in self._said[first:last]}

    def _foremost(self, start: int, end: int, people: set[str], *, feminine: bool | None) -> str:
        """Of several people in a sentence the only one who speaks in it or agrees with the pronoun, else its subject
        where it opens with it."""
        agreeing = {name for name in people if name and feminine is not None and self._is_woman(name) == feminine}
        if len(agreeing) == 1 and "" not in people:
            return agreeing.pop()
        if said := self._speakers(start, end):
            return said.pop() if len(said) == 1 and said <= people else ""
        if self._cues.language in ROMANCE:
            led = self._led(start, end)
            foremost = {name for name in people if not name or name in led}
            if len(foremost) == 1 and "" not in foremost:
                return foremost.pop()
        opening = _OPENING.match(self._text, start, end)
        if (
            opening is None
            or self._named.is_led_by_object(opening["lead"].rstrip())
            or self._named.is_oblique(opening.span("person"))
        ):
            return ""
        lead = opening["lead"]
        plain = not _AND.sub("", lead).strip() or (self._cues.office.search(lead) and not ACTS.search(lead))
        name = self._name_at(opening.start("person"))
        return name if plain and name in people and not AND_ANOTHER.match(self._text, opening.end()) else ""

    def _may_be(self, name: str, *, feminine: bool | None) -> bool:
        known = self._is_woman(name) if name and feminine is not None else None
        return known is None or known == feminine

    def _is_woman(self, name: str) -> bool | None:
        called = self._womens.get(name)
        return is_woman(name) if called is None else called

    @cached_property
    def _womens(self) -> dict[str, bool]:
        """Whether people are women, where what stands beside their names says so."""
        told: dict[str, bool] = {}
        for each in PEOPLE.finditer(self._text):
            called = is_called_woman(self._text, self._named.written, *each.span(), self._cues)
            if called is not None:
                told.setdefault(self._name_at(each.start()), called)
        return told

    def _led(self, start: int, end: int) -> set[str]:
        """Those who are not only "de X" or "con X" in a sentence."""
        return {
            self._name_at(each.start())
            for each in PEOPLE.finditer(self._text, start, end)
            if not self._named.is_led_by_object(_LAST_HONORIFIC.sub("", self._text[start : each.start()]).rstrip())
        }

    def _all_aside(self, start: int, end: int) -> bool:
        people = list(PEOPLE.finditer(self._text, start, end))
        return all(
            self._cues.objects.search(self._text[max(start, each.start() - 12) : each.start()].rstrip())
            or self._named.is_oblique(each.span())
            for each in people
        )

    @cached_property
    def _starts(self) -> list[int]:
        """Where sentences begin."""
        starts = []
        for paragraph in re.finditer(r"\S[^\n]*", self._text):
            ends = sentence_ends(_SPACE_INSIDE.sub("«", paragraph.group().translate(_CAPITALS)))
            starts.extend([paragraph.start(), *(paragraph.start() + end for end in ends)])
        return starts

    def sentence(self, at: int) -> int:
        """Where the sentence begins that has `at`."""
        return self._starts[max(0, bisect_right(self._starts, at) - 1)]

    def _paragraph_of(self, at: int) -> int:
        return bisect_left(self._breaks, at)

    @cached_property
    def _breaks(self) -> list[int]:
        return [each.start() for each in re.finditer(r"\n\s*\n", self._text)]
