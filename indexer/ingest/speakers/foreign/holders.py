"""Who holds which office in a text of another language than English, as it says itself: "le ministre Luc Moreau"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from indexer.ingest.speakers.foreign.named import LEAD, PEOPLE, TITLE, WORD, Named
from indexer.ingest.speakers.offices import BODY, PERSON, PLACE

# "Le maire a reçu X", "El alcalde saludó X"
ACTS = re.compile(r"(?<!\w)(?:a|ont|avait|avaient|est|sera|ha|han|había|habían|es|\w{2,}ó)\s")
_GENITIVE = re.compile(rf"\s([а-яё]{{4,}}(?:а|я|ы|и|ов|ей)(?!\w)|[А-ЯЁA-Z][\w-]+|[{BODY}{PLACE}]+)")
_OF = re.compile(
    r"\s(?:de\sla|de\sl['’]|del|des|du|de|d['’]|der|des|di|della|do|da)\s?(?:[Aa]suntos\s)?([^\W\d_]{3,}|["
    + BODY
    + PLACE
    + "]+)"
)

_APPOSED = re.compile(rf"({PERSON}+),?\s(?:{WORD}\s){{0,3}}$")


@dataclass(frozen=True, slots=True)
class Held:
    """`text[start:end]` names an office of a `kind`, `of` something, that `name` holds, or nobody who is told."""

    start: int
    end: int
    kind: int
    of: str
    name: str


class Holders:
    """Of one masked text."""

    def __init__(self, named: Named) -> None:
        self._named = named
        self._text, self._cues, self._name_at = named.text, named.cues, named.name_at
        self._kinds: dict[str, int] = {}
        self._called: dict[str, set[str]] = {}

    @cached_property
    def alone(self) -> list[Held]:
        """The offices that stand alone, each with the name of who holds it, or ""."""
        alone = [each for each in self._all if not each.name]
        return [Held(each.start, each.end, each.kind, each.of, self.holder(each.start)) for each in alone]

    @cached_property
    def _all(self) -> list[Held]:
        return list(self._read())

    def _read(self) -> Iterator[Held]:
        taken = 0
        for office in self._cues.office.finditer(self._text):
            if office.start() < taken:
                continue
            kind = self._kind(office)
            before = self._text[max(0, office.start() - 90) : office.start()]
            stop = office.end() + 110
            named = self._text.find(PERSON, office.end(), stop) >= 0
            lead = LEAD.match(self._text, office.start(), stop) if named else None
            name, taken = "", office.end()
            if lead and not self._cues.verb.search(lead.group()) and self._holds(office, lead):
                name, taken = self._name_at(lead.start("person")), lead.end()
            elif PERSON in before and (apposed := _APPOSED.search(before)):
                comma = "," in apposed.group() or "(" in apposed.group()
                name = self._name_at(max(0, office.start() - 90) + apposed.start(1)) if comma else ""
            yield Held(office.start(), taken, kind, self._of(office.end()), name)

    def _kind(self, office: re.Match[str]) -> int:
        word = office.group()
        if word not in self._kinds:
            fitting = (at for at, each in enumerate(self._cues.offices) if each.match(self._text, office.start()))
            self._kinds[word] = next(fitting, -1)
        return self._kinds[word]

    def _holds(self, office: re.Match[str], lead: re.Match[str]) -> bool:
        """Not in "жена X" and "le porte-parole du président X"."""
        between = self._text[office.end() : lead.start("person")].rstrip()
        if self._named.is_led_by_object(between) or (self._cues.language != "ru" and ACTS.search(between + " ")):
            return False
        return not self._named.is_oblique(lead.span("person")) or (
            re.search(r"[аяую]$|[оеё]м$|^(?:глав|судь).$", office.group()) is not None
            and not re.match(r"(?i:жена|сестра|супруга|подруга)", office.group())
        )

    def _of(self, end: int) -> str:
        of = (_GENITIVE if self._cues.language == "ru" else _OF).match(self._text, end)
        if of is None or of[1][0] in BODY + PLACE:
            return self._name_at(of.start(1)) if of else ""
        return of[1][:6] if self._cues.language == "ru" else of[1][:6].lower()

    def holder(self, start: int) -> str:
        """Of the office that begins there, or ""."""
        fitting = self.fitting(start)
        return next(iter(fitting)) if len(fitting) == 1 else ""

    def fitting(self, start: int) -> set[str]:
        """All who may be meant."""
        asked = self._office_at.get(start)
        if asked is None or asked.name:
            return {asked.name} if asked else set()
        held = self._held.get(asked.kind, {})
        fitting = self._all_fitting(asked, held)
        is_plain = len(fitting) <= 1 and (not asked.of or asked.of in held)
        return fitting if self._cues.language == "ru" or is_plain else self._introduced(fitting, start)

    def _all_fitting(self, asked: Held, held: dict[str, set[str]]) -> set[str]:
        if asked.of and asked.of in held:
            return set(held[asked.of])
        is_russian = self._cues.language == "ru"
        if is_russian and asked.of[:1].isupper():
            return set()  # of another country or body
        everybody: set[str] = set().union(*held.values())
        if not asked.of or self._is_whole(asked):
            return everybody
        unsaid = set(held.get("", ()))
        return unsaid if is_russian or len(everybody) == 1 else set()

    def called(self, word: str) -> set[str]:
        """Those beside whose name the noun stands, in any case: "защитника «Зари» Петра Гая"."""
        if word in self._called:
            return self._called[word]
        stem = re.escape(word[: max(4, len(word) - 2)])
        beside = re.compile(rf"(?<!\w)(?i:{stem})\w{{0,4}}\s(?:(?:{WORD}|{TITLE})\s){{0,3}}?(?P<person>{PERSON}+)")
        self._called[word] = {self._name_at(each.start("person")) for each in beside.finditer(self._text)}
        return self._called[word]

    def _introduced(self, names: set[str], at: int) -> set[str]:
        """Those who have been named: the others an article does not call by their office alone."""
        return {name for name in names if self._named_first.get(name, at) < at}

    @cached_property
    def _named_first(self) -> dict[str, int]:
        """Where each person is named first."""
        first: dict[str, int] = {}
        for each in PEOPLE.finditer(self._text):
            first.setdefault(self._name_at(each.start()), each.start())
        return first

    @cached_property
    def _office_at(self) -> dict[int, Held]:
        return {each.start: each for each in self._all}

    @cached_property
    def _held(self) -> dict[int, dict[str, set[str]]]:
        """Who holds the offices of a kind, by what they are of."""
        held: dict[int, dict[str, set[str]]] = {}
        for each in self._all:
            if each.name:
                held.setdefault(each.kind, {}).setdefault(each.of, set()).add(each.name)
        return held

    def _is_whole(self, asked: Held) -> bool:
        """ "глава государства": the office itself says of what."""
        return " " in self._text[asked.start : asked.end]
