"""Where a text writes an office: its title, the body beside it, and who is said to hold it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.article import Span
from indexer.authority.offices import Offices
from indexer.ingest.names import Mention

_LONG, _HIGH_COMMISSIONER = 20, "High Commissioner"  # for Refugees: what the body itself is called
_OF = r"(?:,? (?:of|for) (?:the )?| d(?:e|es|u|el) (?:la |las |los |l['’])?| d['’]| )"
_CYRILLIC = "ьйкряатцв"  # ends of titles
_LEADS = (
    *(" of the ", " of ", " for the ", " for ", " de la ", " de las ", " de los ", " de l'", " de l’", " de ", " des "),
    *(" du ", " del ", " d'", " d’", *(f"{letter} " for letter in _CYRILLIC)),  # генсек ООН
)
_LEAD = max(map(len, _LEADS))
_ENDS = frozenset(lead[-4:] for lead in _LEADS if len(lead) > 3) | {" d'", " d’"}
_IS_OF = re.compile(_OF)
_OWN = re.compile(r"(?:['’]s?)?\s")
_HONORIFIC = r"(?:(?:Mr|Mrs|Ms|Dr|Sir|M|Mme|Sr|Sra)\.?\s)?"
_THEN_NAMED = re.compile(rf",?\s{{1,4}}{_HONORIFIC}")
_NAMED_BEFORE = re.compile(r"\s?(?:,|—|–|-|\()?\s?(?:who\s(?:is|was)\s)?(?:(?:the|an?|le|la|el)\s|l['’])?")
_OTHER_THEN = re.compile(
    r"(?<!\w)(?:former|ex|then|late|acting|deputy|vice|бывш\w+|экс|тогдашн\w+|ancien\w*)[\s-]$", re.I
)
_ACRONYM = re.compile(r"\s\([^()\n]{2,20}\)")
_FOR = re.compile(r"\s(?:for|aux?|pour|para|по)\s|$")
_INSIDE = re.compile(r"(?:the\s)?(?:U\.?N\.?|United Nations)?\s?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Titled:
    """`text[start:end]` is a title with the body beside it ("" for none); `opens`: the title stands first. `person` is
    named beside it as the one who holds it."""

    title: str
    body: str
    start: int
    end: int
    opens: bool = True
    person: str = ""


class Titles:
    """Of one article; `mentions` in the order of their places."""

    def __init__(self, text: str, mentions: Sequence[Mention], offices: Offices) -> None:
        self._text = text
        self._mentions = mentions
        self._starts = [each.start for each in mentions]
        self._offices = offices

    def beside_bodies(self) -> list[Titled]:
        """Those beside the name of a body where somebody is known to have held an office."""
        text, bodies, begins = self._text, self._offices.bodies, self._offices.titles.beginnings
        found: list[Span] = []
        for _, name, start, end, _ in self._mentions:  # what every mention costs, thousands of articles cost
            if name in bodies:
                behind = end + 1 if text[end + 1 : end + 3] != "s " else end + 3
                if text[behind : behind + 5] in begins:
                    found += self._offices.titles.at(text, behind)
                if text[start - 4 : start] in _ENDS or text[start - 2 : start - 1] in _CYRILLIC:
                    found += self._before(start)
                if end - start > _LONG and (at := text.find(_HIGH_COMMISSIONER, start, end)) >= 0:
                    found.append((at, at + len(_HIGH_COMMISSIONER)))
        return list(filter(None, (self._read(*span) for span in found)))

    def _before(self, start: int) -> list[Span]:
        """The title that leads up to a body: "Secretary General of the"."""
        before = self._text[max(0, start - _LEAD) : start]
        lead = next(filter(before.endswith, _LEADS), "").lstrip(_CYRILLIC)
        return self._offices.titles.before(self._text, start - len(lead)) if lead else []

    def read(self, titles: frozenset[str]) -> Iterator[Titled]:
        """Every place of these titles, by their keys, but for those of former holders and of deputies who are named."""
        for start, end in self._offices.titles.places(self._text, titles):
            if found := self._read(start, end):
                yield found

    def _read(self, start: int, end: int) -> Titled | None:
        title, after = self._text[start:end], bisect_left(self._starts, end)
        before = after - 1
        if before >= 0 and self._mentions[before].end > start:
            return self._within(title, self._mentions[before], start, end)
        body, opens, begin, stop = "", True, start, end
        if before >= 0 and self._is_body(before) and _OWN.fullmatch(self._text, self._mentions[before].end, start):
            body, opens, begin = self._mentions[before].name, False, self._mentions[before].start
            before -= 1
        elif self._is_body(after) and _IS_OF.fullmatch(self._text, end, self._starts[after]):
            body, stop = self._mentions[after].name, self._mentions[after].end
            if acronym := _ACRONYM.match(self._text, stop):
                stop = acronym.end()
            after = bisect_left(self._starts, stop)
        named = Titled(title, body, begin, stop, opens, self._person(before, begin, stop, after))
        return None if named.person and _OTHER_THEN.search(self._text, max(0, begin - 20), begin) else named

    def _within(self, title: str, body: Mention, start: int, end: int) -> Titled | None:
        """The UN High Commissioner for Refugees is called as the body is."""
        lead = _INSIDE.fullmatch(self._text, body.start, start) if start >= body.start else None
        if not lead or not self._offices.has(title, body.name) or not _FOR.match(self._text, end, body.end):
            return None
        after = bisect_left(self._starts, body.end)
        person = self._person(after - 2, body.start, body.end, after)
        return Titled(title, body.name, body.start, body.end, opens=False, person=person)

    def _is_body(self, index: int) -> bool:
        return index < len(self._mentions) and self._mentions[index].kind != "person"

    def _person(self, before: int, begin: int, stop: int, after: int) -> str:
        """Who is named right behind the office or, set off, right before it."""
        if self._is_person(after) and _THEN_NAMED.fullmatch(self._text, stop, self._starts[after]):
            return self._mentions[after].name
        if self._is_person(before) and _NAMED_BEFORE.fullmatch(self._text, self._mentions[before].end, begin):
            return self._mentions[before].name
        return ""

    def _is_person(self, index: int) -> bool:
        return 0 <= index < len(self._mentions) and self._mentions[index].kind == "person"
