"""Who is the subject of a verb of saying, or follows "selon", in a masked text of another language than English."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from indexer.article import Span
from indexer.ingest.speakers.cues import DROPS_PRONOUN, Cues
from indexer.ingest.speakers.genders import is_called_woman, is_woman
from indexer.ingest.speakers.offices import BODY, PERSON, PLACE, QUOTED
from indexer.text.sentences import sentence_ends

_TOKEN = r"(?:(?:MM?|Dra?|Sra?|Srta|Prof|D|г)\.|[A-ZА-ЯЁ]\.|[^\s.,;:!?…«»“”„\"()—–]+)"
_LEAD = re.compile(rf"(?P<lead>(?:{_TOKEN}[ \u00a0\n]){{0,14}}?)(?P<comma>{_TOKEN},\s)?(?P<person>{PERSON}+)")
_BEGINS = re.compile(
    r"(?<!\w)(?:qui|que|qu['’]\w+|où|dont|когда|котор\w{2,3}|что|cuando|quien|donde|als|wenn|lors|tras|si|не)(?!\w)"
)
_SOMEBODY = re.compile(
    r"(?:une?|des|plusieurs|deux|certains|un[oa]|unos|varios|fuentes|ein\w{0,2}|um|uma|один|одна|некий)\s"
)
_PERSON = re.compile(f"{PERSON}+")
_APPOSED = re.compile(rf"(?P<person>{PERSON}+)(?:\s?\([^()]{{1,60}}\)|,(?:[^,.;:{PERSON}]{{1,110}},?)?)?\s?$")
_RELATED = re.compile(
    rf"(?:{_TOKEN}\s){{0,8}}?(?P<person>{PERSON}+),\s(?:qui|que|quien|который|которая|che|der|die)\s[^.;:]{{1,160}},$"
)
_JOINED = re.compile(rf"(?P<person>{PERSON}+)\s[^,.;:{PERSON}]{{1,60}}\s(?:y|et|и|e|und)$")
_OPENING = re.compile(rf"\s*(?P<lead>(?:{_TOKEN}\s){{0,8}}?)(?P<person>{PERSON}+)")
_AND = re.compile(rf"\s(?:et|y|e|и|und)\s[^.,;]{{0,60}}?{PERSON}")
_QUOTED_NAME = re.compile(rf"[«„“\"][^«»“”„\"]{{0,3}}{QUOTED}*[^«»“”„\"]{{0,3}}[»“”\"]\s?")
_SPACE_INSIDE = re.compile(r"(?<=[«“„\"])\s(?=[^\W\d_])")
_PARAGRAPHS_BACK, _SENTENCES_BACK = 2, 4
_CAPITALS = str.maketrans(dict.fromkeys((PERSON, BODY, PLACE), "X"))
_GENITIVE = re.compile(r"\s([а-яё]{4,}(?:а|я|ы|и|ов|ей))(?!\w)")
_OF = re.compile(
    r"\s(?:de\sla|de\sl['’]|del|des|du|de|d['’]|der|des|di|della|do|da)\s?([^\W\d_]{3,}|[" + BODY + PLACE + "]+)"
)


@dataclass(frozen=True, slots=True)
class Sayer:
    """`name` "" is somebody who cannot be named; `end` is where the words for him end."""

    name: str
    end: int


@dataclass(frozen=True, slots=True)
class _Held:
    start: int
    end: int
    kind: int
    of: str
    name: str


class Sayers:
    """Of one masked text. `name_at` gives the display name of the mention over an offset, `written` the text itself."""

    def __init__(self, masked: str, written: str, name_at: Callable[[int], str], cues: Cues) -> None:
        self._text = masked
        self._written = written
        self._name_at = name_at
        self._cues = cues
        self._said: list[tuple[int, str]] = []

    def note(self, at: int, name: str) -> None:
        """Somebody is known to speak at `at`, in reading order: whom the next "he" means."""
        if name:
            self._said.append((at, name))

    def after(self, at: int, end: int, *, oblique: bool = False, far: bool = True) -> Sayer:
        """Of what begins at `at`, behind a verb; `oblique` where the name stands in another case than the first."""
        if pronoun := self._cues.pronoun.match(self._text, at):
            return Sayer(self.resolve(at, pronoun.group(), far=far), pronoun.end())
        if generic := self._cues.generic.match(self._text, at):
            return Sayer(self.resolve(at, "", far=far), generic.end())
        lead = _LEAD.match(self._text, at, min(end, at + 220))
        office = self._office_first(at, lead.start("person") if lead else end)
        if not lead or self._breaks_off(at, lead):
            return office or Sayer("", at)
        if self._is_object(lead) or (not oblique and self._is_oblique(lead.span("person"))):
            return office if office and office.name else Sayer("", at)
        if _AND.match(self._text, lead.end(), min(len(self._text), lead.end() + 90)):
            return Sayer("", lead.end())
        return Sayer(self._name_at(lead.start("person")), lead.end())

    def _breaks_off(self, at: int, lead: re.Match[str]) -> bool:
        """Whether something else begins before the name: another verb, "que", "который"."""
        between = self._text[at : lead.start("person")]
        if lead["comma"] and not self._cues.office.search(between):
            return True
        if _BEGINS.search(between) or _SOMEBODY.match(between):
            return True
        prepositional = self._starts_with_object(between)
        if prepositional and (lead["comma"] or len(between.split()) > 6):
            return True
        return self._cues.verb.search(self._cues.office.sub("", between)) is not None

    def _starts_with_object(self, between: str) -> bool:
        first = between.split(maxsplit=1)[:1]
        return bool(first) and self._cues.objects.search(first[0]) is not None

    def _is_object(self, lead: re.Match[str]) -> bool:
        """ "un ami de X", "l'entourage du président X"."""
        before = lead["lead"].rstrip()
        if lead["comma"]:
            return False
        honorific = re.search(self._cues.honorific + "$", before + " ")
        before = before[: honorific.start()].rstrip() if honorific else before
        return self._is_led_by_object(before)

    def _is_led_by_object(self, before: str) -> bool:
        """ "de", "avec le président français" before a name."""
        before = before[-90:]
        if self._cues.objects.search(before):
            return True
        offices = [
            each for each in self._cues.office.finditer(before) if not re.search(r"[.,;:!?]", before[each.end() :])
        ]
        if not offices or self._cues.language == "ru":
            return False
        led = re.sub(
            r"(?:^|\s)(?:la|el|le|l['’]|les|los|las|der|die|den|dem|o|il)$", "", before[: offices[0].start()].rstrip()
        )
        return self._cues.objects.search(led) is not None

    def _is_oblique(self, span: Span) -> bool:
        """Whether the name stands in another case than its first, as only Russian names do."""
        written, name = self._written[slice(*span)].split(), self._name_at(span[0]).split()
        if self._cues.language != "ru" or not re.search("[а-яё]", name[-1]):
            return self._cues.language == "ru" and written[-1].endswith(("ого", "ему", "ому", "ым"))
        return written[-1][-2:] != name[-1][-2:]

    def _office_first(self, at: int, end: int) -> Sayer | None:
        """ "le ministre", where the article names the one who holds the office."""
        limit = min(end, at + 60)
        article = re.compile(r"(?:le|la|l['’]|el|il|der|die|o|a|lo|même|mismo|propio)?\s?", re.IGNORECASE).match(
            self._text, at
        )
        office = self._cues.office.match(self._text, article.end() if article else at, limit)
        return Sayer(self._holder(office.start()), office.end()) if office else None

    def before(self, begin: int, at: int) -> Sayer | None:
        """Of what ends at `at`, before the verb; None where nothing stands there."""
        left = self._cues.adverbs.sub("", self._text[begin:at].rstrip()).rstrip()
        if not left:
            return Sayer(self.resolve(begin, ""), at) if self._cues.language in DROPS_PRONOUN else None
        if pronoun := self._cues.pronoun_before.search(left):
            return Sayer(self.resolve(begin + pronoun.start(), pronoun.group()), at)
        if told := self._at_a_distance(left, begin, at):
            return told
        if (named := _APPOSED.search(left)) and self._is_subject(left, named.span("person"), begin):
            return Sayer(self._name_at(begin + named.start("person")), at)
        tail = left[-80:]
        if (offices := list(self._cues.office.finditer(tail))) and not _PERSON.search(tail[offices[-1].start() :]):
            last = offices[-1]
            follows = tail[last.end() :]
            if re.fullmatch(rf"(?:\s{_TOKEN}){{0,4}}", follows):
                return Sayer(self._holder(begin + len(left) - len(tail) + last.start()), at)
        return Sayer("", at)

    def _at_a_distance(self, left: str, begin: int, at: int) -> Sayer | None:
        """ "X, qui a rencontré Y, affirme", "X sonrió y dijo"."""
        related = _RELATED.match(left)
        joined = _JOINED.search(left)
        person = related or joined
        if person is None or not self._is_subject(left, person.span("person"), begin):
            return None
        return Sayer(self._name_at(begin + person.start("person")), at)

    def _is_subject(self, left: str, person: Span, begin: int) -> bool:
        before = re.sub(rf"(?:{self._cues.honorific})$", "", left[: person[0]]).rstrip()
        if self._is_led_by_object(before) or self._is_oblique((begin + person[0], begin + person[1])):
            return False
        return re.search(rf"{PERSON}\s(?:et|y|и|und|e)(?:\s{_TOKEN})?$", before) is None

    def first(self, begin: int, at: int) -> Sayer | None:
        """The person with whom the clause begins, where it names no other: "Marie Lefort, directrice, se réjouit"."""
        people = list(_PERSON.finditer(self._text, begin, at))
        if not people or len({self._name_at(each.start()) for each in people}) > 1:
            return None
        lead = _QUOTED_NAME.sub("", self._text[begin : people[0].start()])
        plain = len(lead) < 90 and not re.search(r"[.;:!?«»“”\"]", lead) and not self._cues.verb.search(lead)
        if not plain or self._cues.objects.search(lead.rstrip()) or self._is_oblique(people[0].span()):
            return None
        honorific = re.fullmatch(rf"(?:\w{{1,3}}\s)?(?:{self._cues.honorific})", lead)
        linked = re.fullmatch(
            r"\W*(?:et|y|а|и|но|mais|pero)?\s?|[^,]{0,60},\s|(?:[^\W\d_]+\s){1,4}", lead, re.IGNORECASE
        )
        office = self._cues.office.search(lead) and "," not in lead.rstrip(", ")
        if not (honorific or linked or office):
            return None
        return Sayer(self._name_at(people[0].start()), people[0].end())

    # whom a pronoun means

    def resolve(self, at: int, pronoun: str, *, far: bool = True) -> str:
        """The only person of the nearest sentence before that names any; "" where that is not plain."""
        feminine = None if not pronoun else pronoun.lower() in ("она", "elle", "ella", "lei", "ela", "sie")
        index = bisect_right(self._starts, at) - 1
        paragraph = self._paragraph_of(at)
        for step, number in enumerate(range(index, max(-1, index - _SENTENCES_BACK), -1)):
            start = self._starts[number]
            end = at if step == 0 else self._starts[number + 1]
            if paragraph - self._paragraph_of(start) > (_PARAGRAPHS_BACK if far else 0):
                return ""
            people = self._people(start, end, feminine)
            if people:
                return people.pop() if len(people) == 1 else self._foremost(start, end, people, feminine)
        return ""

    def _people(self, start: int, end: int, feminine: bool | None) -> set[str]:
        said = self._speakers(start, end)
        named = {self._name_at(each.start()) for each in _PERSON.finditer(self._text, start, end)}
        first, last = (bisect_left(self._offices, at, key=lambda each: each.start) for at in (start, end))
        offices = {each.name for each in self._offices[first:last] if not (said and not each.name)}
        people = {name for name in said | named | offices if self._may_be(name, feminine)}
        if people and not said and named and not offices and self._all_aside(start, end):
            return {""}
        return people

    def _speakers(self, start: int, end: int) -> set[str]:
        first, last = bisect_left(self._said, (start, "")), bisect_left(self._said, (end, ""))
        return {name for _, name in self._said[first:last]}

    def _foremost(self, start: int, end: int, people: set[str], feminine: bool | None) -> str:
        """Of several people in a sentence the only one who speaks in it or agrees with the pronoun, else its subject
        where it opens with it."""
        agreeing = {name for name in people if name and feminine is not None and self._is_woman(name) == feminine}
        if len(agreeing) == 1 and "" not in people:
            return agreeing.pop()
        if said := self._speakers(start, end):
            return said.pop() if len(said) == 1 and said <= people else ""
        opening = _OPENING.match(self._text, start, end)
        if (
            opening is None
            or self._is_led_by_object(opening["lead"].rstrip())
            or self._is_oblique(opening.span("person"))
        ):
            return ""
        plain = not opening["lead"].strip() or self._cues.office.search(opening["lead"])
        name = self._name_at(opening.start("person"))
        return name if plain and name in people and not _AND.match(self._text, opening.end()) else ""

    def _may_be(self, name: str, feminine: bool | None) -> bool:
        known = self._is_woman(name) if name and feminine is not None else None
        return known is None or known == feminine

    def _is_woman(self, name: str) -> bool | None:
        called = self._womens.get(name)
        return is_woman(name) if called is None else called

    @cached_property
    def _womens(self) -> dict[str, bool]:
        """Whether people are women, where what stands beside their names says so."""
        told: dict[str, bool] = {}
        for each in _PERSON.finditer(self._text):
            called = is_called_woman(self._text, self._written, *each.span(), self._cues)
            if called is not None:
                told.setdefault(self._name_at(each.start()), called)
        return told

    def _all_aside(self, start: int, end: int) -> bool:
        people = list(_PERSON.finditer(self._text, start, end))
        return all(
            self._cues.objects.search(self._text[max(start, each.start() - 12) : each.start()].rstrip())
            or self._is_oblique(each.span())
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

    # offices

    @cached_property
    def _offices(self) -> list[_Held]:
        """The offices that stand alone, each with the name of who holds it, or ""."""
        alone = [each for each in self._all_offices if not each.name]
        return [_Held(each.start, each.end, each.kind, each.of, self._holder(each.start)) for each in alone]

    @cached_property
    def _all_offices(self) -> list[_Held]:
        return list(self._read_offices())

    def _read_offices(self) -> Iterator[_Held]:
        taken = 0
        for office in self._cues.office.finditer(self._text):
            if office.start() < taken:
                continue
            kind = next(
                (index for index, each in enumerate(self._cues.offices) if each.match(self._text, office.start())), -1
            )
            lead = _LEAD.match(self._text, office.start(), office.end() + 110)
            name, taken = "", office.end()
            if lead and not self._cues.verb.search(lead.group()) and self._holds(office, lead):
                name, taken = self._name_at(lead.start("person")), lead.end()
            elif apposed := re.search(
                rf"({PERSON}+),?\s(?:{_TOKEN}\s){{0,3}}$", self._text[max(0, office.start() - 90) : office.start()]
            ):
                comma = "," in apposed.group() or "(" in apposed.group()
                name = self._name_at(max(0, office.start() - 90) + apposed.start(1)) if comma else ""
            yield _Held(office.start(), taken, kind, self._of(office.end()), name)

    def _holds(self, office: re.Match[str], lead: re.Match[str]) -> bool:
        """Not in "жена X" and "le porte-parole du président X"."""
        between = self._text[office.end() : lead.start("person")].rstrip()
        if self._is_led_by_object(between):
            return False
        return not self._is_oblique(lead.span("person")) or (
            re.search(r"[аяую]$|[оеё]м$", office.group()) is not None and not re.match(r"(?i:жена|сестра|супруга|подруга)", office.group())
        )

    def _of(self, end: int) -> str:
        of = (_GENITIVE if self._cues.language == "ru" else _OF).match(self._text, end)
        return of[1][:6].lower() if of and of[1][0] not in BODY + PLACE else self._name_at(of.start(1)) if of else ""

    def _holder(self, start: int) -> str:
        asked = self._office_at.get(start)
        if asked is None or asked.name:
            return asked.name if asked else ""
        held = self._held.get(asked.kind, {})
        if not asked.of:
            fitting = set().union(*held.values())
        elif asked.of in held:
            fitting = held[asked.of]
        else:
            fitting = set().union(*held.values()) if self._is_whole(asked) else held.get("", set())
        return next(iter(fitting)) if len(fitting) == 1 else ""

    @cached_property
    def _office_at(self) -> dict[int, _Held]:
        return {each.start: each for each in self._all_offices}

    @cached_property
    def _held(self) -> dict[int, dict[str, set[str]]]:
        """Who holds the offices of a kind, by what they are of."""
        held: dict[int, dict[str, set[str]]] = {}
        for each in self._all_offices:
            if each.name:
                held.setdefault(each.kind, {}).setdefault(each.of, set()).add(each.name)
        return held

    def _is_whole(self, asked: _Held) -> bool:
        """ "глава государства": the office itself says of what."""
        return " " in self._text[asked.start : asked.end]
