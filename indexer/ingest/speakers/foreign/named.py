"""A masked text in another language than English, and how its names stand in it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from indexer.article import Span
from indexer.ingest.speakers.foreign.cues import Cues
from indexer.ingest.speakers.foreign.nominative import is_patronymic
from indexer.ingest.speakers.offices import PERSON, QUOTED

# A word, an abbreviation or an initial.
WORD = r"(?:(?:MM?|Dra?|Sra?|Srta|Prof|D|г)\.|[A-ZА-ЯЁ]\.|[^\s.,;:!?…«»“”„\"()—–]+)"
TITLE = r"[«“„\"][^«»“”„\"\n]{1,50}[»“”\"]"
LEAD = re.compile(rf"(?P<lead>(?:(?:{WORD}|{TITLE})[ \u00a0\n]){{0,14}}?)(?P<comma>{WORD},\s)?(?P<person>{PERSON}+)")
AND_ANOTHER = re.compile(rf"\s(?:et|y|e|и|und)\s[^.,;]{{0,60}}?{PERSON}")
# A title or a term between marks.
QUOTED_NAME = re.compile(rf"[«„“\"][^«»“”„\"]{{0,3}}{QUOTED}*[^«»“”„\"]{{0,3}}[»“”\"]\s?")
PEOPLE = re.compile(f"{PERSON}+")


@dataclass(frozen=True, slots=True)
class Named:
    """`text` has signs for names, `written` has none; `name_at` gives the display name of who is named at an offset."""

    text: str
    written: str
    name_at: Callable[[int], str]
    cues: Cues

    def is_led_by_object(self, before: str) -> bool:
        """ "de", "avec le président français" before a name."""
        before = before[-90:]
        if self.cues.objects.search(before):
            return True
        offices = [
            each for each in self.cues.office.finditer(before) if not re.search(r"[.,;:!?]", before[each.end() :])
        ]
        if not offices or self.cues.language == "ru":
            return False
        led = re.sub(
            r"(?:^|\s)(?:la|el|le|l['’]|les|los|las|der|die|den|dem|o|il)$", "", before[: offices[0].start()].rstrip()
        )
        return self.cues.objects.search(led) is not None

    def is_oblique(self, span: Span) -> bool:
        """Whether the name stands in another case than its first, as only Russian names do."""
        written, name = self.written[slice(*span)].split(), self.name_at(span[0]).split()
        if self.cues.language != "ru" or not re.search("[а-яё]", name[-1]):
            return self.cues.language == "ru" and _is_in_another_case(written[-1], name[-1])
        if is_patronymic(written[-1]) or set(written) <= set(name):
            return False
        if len(written) > 1 and len(name) > 1 and written[0][:2] == name[0][:2]:
            return written[0] != name[0]  # Анны Ким
        return written[-1][-2:] != name[-1][-2:]


def _is_in_another_case(written: str, shown: str) -> bool:
    """ "Лавровым", "Лаврова", as Lavrov is called; but "Захарова", as Zakharova is."""
    if re.search(r"(?:ого|ему|ому|ым|им|(?:[оеё]в|[иы]н)(?:у|е|ой))$", written):
        return True
    return re.search(r"(?:[оеё]в|[иы]н)а$", written) is not None and not shown.endswith("a")
