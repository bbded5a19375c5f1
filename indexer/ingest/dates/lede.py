"""The day an article tells of, from its first paragraphs: for a text that carries no date line, the best there is."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from indexer.article import DateEvidence, DatePlace, PartialDate
from indexer.ingest.dates import cues
from indexer.ingest.dates.relative import relative_in
from indexer.ingest.dates.years import YearEvidence, year_of
from indexer.text.dates.found import FoundDate, is_calendar_day
from indexer.text.sentences import sentence_ends

_PROSE_WORDS = 14
_LONG_HEADING = 5
_WRAPPED = 60
_LONG_PROSE = 30  # some texts have lost their full stops
_PROSE_ENDS = tuple('.!?…:;”"»。)')
_LEDE_LENGTH = 2500
_BACKGROUND_AFTER = timedelta(days=400)
_LONG_AFTER = 4
_NEAR = 40
_ENDS_TITLE = re.compile(r"\s?(?:г\.?|года)?[\s.)]{0,3}")


@dataclass(frozen=True, slots=True)
class Known:
    """What the whole article names: its dates and the evidence for its year; and the last day it can be of."""

    dates: list[FoundDate]
    years: list[YearEvidence]
    latest: date

    def is_background(self, day: date) -> bool:
        """Whether the article names days more than a year after it, or years long after it."""
        if day > self.latest or any(day.year + _LONG_AFTER <= each.year for each in self.years):
            return True
        named = (date(each.year, each.month, each.day or 1) for each in self.dates if each.year and each.month)
        return any(day + _BACKGROUND_AFTER < each <= self.latest for each in named)

    def is_later(self, month: PartialDate) -> bool:
        """Whether the article is of a time that began after the month, so that its year says more of it."""
        end = int(month.value.replace("-", ""))
        return any(each.strong and each.first > end for each in self.years)


def in_lede(text: str, dates: list[FoundDate], known: Known) -> PartialDate:
    """The first of the `dates` of the text that its opening sentence tells of, and that is not background."""
    for start, end in _opening_sentences(text):
        for found in dates:
            if start <= found.start < end and found.day and _is_told(text, start, end, found):
                place: DatePlace = "dateline" if _is_dateline(text, start, found) else "first sentence"
                dated = _with_year(found, known.years, DateEvidence(place, quoted=_quoted(text, found)))
                if dated.value and not known.is_background(date.fromisoformat(dated.value)):
                    return dated
    return PartialDate()


def in_title(title: str, dates: list[FoundDate], known: Known) -> PartialDate:
    """The first of the `dates` of a title that is not of something else, nor of a time to come."""
    for found in dates:
        act = _is_acts(title, found)
        if act or (found.day and (found.year or found.year_shift is not None) and _is_titles(title, found)):
            dated = _with_year(found, known.years, DateEvidence("title", quoted=_quoted(title, found)))
            if dated.value and (act or not known.is_background(date.fromisoformat(dated.value))):
                return dated
    return PartialDate()


def _is_acts(title: str, found: FoundDate) -> bool:
    """Whether it is the day that a resolution or a law is cited with."""
    last = found.year and found.day and _ENDS_TITLE.fullmatch(title, found.end)
    return bool(last and cues.ACT.match(title, 0, found.start))


def _is_titles(title: str, found: FoundDate) -> bool:
    """Whether a title ends with the day, sets it off or says that something happened on it."""
    before = max(0, found.start - 16)
    if cues.OF_SOMETHING_ELSE.search(title, before, found.start):
        return False
    if found.year and not found.start and cues.GOES_ON_IN_CAPITALS.match(title, found.end):
        return True
    if not title[found.end :].strip(" .)") and cues.AFTER_NAME.search(title, 0, found.start):
        return True
    if cues.TO_COME.search(title):
        return False
    if cues.TOLD.search(title, before, found.start):
        return bool(cues.EVENT.search(title))
    apart = not found.start or cues.AFTER_COMMA.search(title, 0, found.start)
    return bool(apart and cues.SET_OFF.match(title, found.end))


def month_in_lede(text: str, dates: list[FoundDate], known: Known) -> PartialDate:
    """The month that a story opens with: "In October 2018 …", "In November this year …", "Last November …"."""
    for start, end in _opening_sentences(text)[:1]:
        opening = [each for each in dates if start <= each.start <= start + 12 and each.month and not each.day]
        opening = [each for each in opening if each.year_shift is not None or cues.EVENT.search(text, start, end)]
        for found in opening or _month_without_year(text, start, end):
            evidence = DateEvidence("first sentence", quoted=_quoted(text, found))
            dated = _with_year(found, known.years, evidence)
            if dated.value and not known.is_background(date.fromisoformat(f"{dated.value}-01")):
                return PartialDate() if found.toward and known.is_later(dated) else dated
    return PartialDate()


def _month_without_year(text: str, start: int, end: int) -> list[FoundDate]:
    """What is still to come cannot be what the story tells of, and "Last November's meeting" is seldom its news."""
    near = (replace(each, start=start + each.start, end=start + each.end) for each in relative_in(text[start:end]))
    return [
        each
        for each in near
        if each.month and each.start <= start + 12 and max(each.toward, each.year_shift or 0) <= 0
        if _is_told(text, start, end, each) and text[each.end : each.end + 2] not in {"'s", "’s"}
    ]


def _quoted(text: str, found: FoundDate) -> str:
    return " ".join(text[found.start : found.end].split())


def _opening_sentences(text: str) -> list[tuple[int, int]]:
    """The first sentence of the first paragraph of prose, and of the headings and subtitles before it."""
    sentences: list[tuple[int, int]] = []
    start = 0
    while start < min(len(text), _LEDE_LENGTH):
        end = text.find("\n\n", start)
        end = len(text) if end < 0 else end
        paragraph = text[start : min(end, start + _LEDE_LENGTH)]
        sentences.append((start, start + (sentence_ends(paragraph) or [len(paragraph)])[0]))
        words = len(paragraph.split())
        if words >= _LONG_PROSE or (words >= _PROSE_WORDS and paragraph.rstrip()[-1:] in _PROSE_ENDS):
            break
        start = end + 2
    return sentences


def _is_told(text: str, start: int, end: int, found: FoundDate) -> bool:
    """Whether the day is the one that the sentence tells of: it opens with it, or says what happened on that day of
    that year, and of no other day."""
    start = _below_heading(text, start, found.start)
    before = max(start, found.start - 16)
    if cues.OF_SOMETHING_ELSE.search(text, before, found.start) and not cues.RANGE.search(text, found.start, found.end):
        return False
    if cues.OPENS.fullmatch(text, start, found.start):
        near = min(end, found.end + _NEAR)
        return not cues.TO_COME.search(text, found.end, near) and not _is_wrapped(text, start, end, found)
    if _is_dateline(text, start, found):
        return True
    told = found.year and cues.TOLD.search(text, before, found.start) and cues.EVENT.search(text, start, end)
    return bool(told) and not cues.TO_COME.search(text, start, end) and not relative_in(text[start:end])


def _is_dateline(text: str, start: int, found: FoundDate) -> bool:
    """VIENNA, 5 March 2018 - The Permanent Council …"""
    start = _below_heading(text, start, found.start)
    return bool(cues.DATELINE.fullmatch(text, start, found.start) and cues.DATELINE_ENDS.match(text, found.end))


def _below_heading(text: str, start: int, stop: int) -> int:
    """Where the sentence begins: below a short line that no blank line parts from it."""
    line = text.find("\n", start, stop)
    return line + 1 if 0 <= line < start + _WRAPPED else start


def _is_wrapped(text: str, start: int, end: int, found: FoundDate) -> bool:
    """Whether the day goes on with the sentence of the paragraph before it, which is no heading."""
    before = text[:start].rstrip()
    last = before[before.rfind("\n") + 1 :]
    if found.start > start or not (last[-1:].islower() or last[-1:] == ",") or len(last.split()) < _LONG_HEADING:
        return False
    begins = found.year and cues.GOES_ON_IN_CAPITALS.match(text, found.end)
    return not (begins or cues.DASH.match(text, found.end) or cues.EVENT.search(text, start, end))


def _with_year(found: FoundDate, years: list[YearEvidence], evidence: DateEvidence) -> PartialDate:
    if found.year:
        return PartialDate(found.value, evidence)
    # "September 21" beside "due May 1, 1992": another day says nothing of the year of writing
    placed = found.year_shift is not None or found.weekday is not None or found.toward
    others = years if placed else [each for each in years if not each.of_day]
    year, reason = year_of(found, others) or (0, None)
    whole = replace(found, year=year)
    if not year or not is_calendar_day(year, found.month, found.day):
        return PartialDate()
    return PartialDate(whole.value, replace(evidence, year_from=reason))
