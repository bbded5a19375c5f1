"""The day an article tells of, from its first paragraphs: for a text that carries no date line, the best there is."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from indexer.article import DateEvidence, DatePlace, PartialDate
from indexer.ingest.dates.relative import relative_in
from indexer.ingest.dates.years import YearEvidence, year_of
from indexer.text.dates.found import FoundDate, is_calendar_day
from indexer.text.sentences import sentence_ends

_PROSE_WORDS = 14
_PROSE_ENDS = tuple('.!?…:;”"»。)')
_LEDE_LENGTH = 2500
_BACKGROUND_AFTER = timedelta(days=400)
# "resolution 71/12 of 18 November 2016", "since 1 May 2010", "due May 1, 2030": the date of something else
_OF_SOMETHING_ELSE = re.compile(
    r"(?<!\w)(?:dated|of|since|until|till|by|before|after|through|ended|ending|ends|due|born|effective|expires?|matur\w{2,5}"
    r"|record|payable|от|с|до|к|depuis|avant|du|desde|antes del?|hasta el|seit|bis|vom)\s(?:the\s|el\s|le\s|dem\s)?$",
    re.IGNORECASE,
)
# "held in Moscow on January 17, 2017": a day in the middle of a sentence is told of only with such a word
_TOLD = re.compile(
    r"(?:(?<!\w)(?:on|from|between|today|le|el|am|le|du|del?|vom|с|а)\s(?:the\s)?|[а-яё),]\s)$", re.IGNORECASE
)
_OPENS_WITHIN = 40
_LONG_AFTER = 4
_RANGE = re.compile(r"[-–—]|\s(?:to|по|au|al|bis|until|through|and|и)\s")


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
    """The first of the `dates` of the text that its opening tells of, and that is not background."""
    for at, (start, end) in enumerate(_opening_sentences(text)):
        place: DatePlace = "first sentence" if at == 0 else "first paragraphs"
        for found in dates:
            if start <= found.start < end and found.day and _is_told(text, start, found):
                dated = _with_year(found, known.years, DateEvidence(place, quoted=_quoted(text, found)))
                if dated.value and not known.is_background(date.fromisoformat(dated.value)):
                    return dated
    return PartialDate()


def month_in_lede(text: str, dates: list[FoundDate], known: Known) -> PartialDate:
    """The month that a story opens with: "In October 2018 …", "In November this year …", "Last November …"."""
    for start, end in _opening_sentences(text)[:1]:
        opening = [each for each in dates if start <= each.start <= start + 12 and each.month and not each.day]
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
        if _is_told(text, start, each) and text[each.end : each.end + 2] not in {"'s", "’s"}
    ]


def _quoted(text: str, found: FoundDate) -> str:
    return " ".join(text[found.start : found.end].split())


def _opening_sentences(text: str) -> list[tuple[int, int]]:
    """The first sentence of each of the first two paragraphs of prose (headings and subtitles before them too), then
    the rest of the first."""
    first: list[tuple[int, int]] = []
    rest: list[tuple[int, int]] = []
    start = prose = 0
    while start < min(len(text), _LEDE_LENGTH) and prose < 2:
        end = text.find("\n\n", start)
        end = len(text) if end < 0 else end
        paragraph = text[start : min(end, start + _LEDE_LENGTH)]
        sentence = start + (sentence_ends(paragraph) or [len(paragraph)])[0]
        first.append((start, sentence))
        if len(paragraph.split()) >= _PROSE_WORDS and paragraph.rstrip()[-1:] in _PROSE_ENDS:
            prose += 1
            rest.extend([(sentence, start + len(paragraph))] if prose == 1 else [])
        start = end + 2
    return first + rest


def _is_told(text: str, sentence: int, found: FoundDate) -> bool:
    """Whether the day is the one that the sentence tells of, and not the date of a document or a term."""
    before = max(0, found.start - 16)
    if _OF_SOMETHING_ELSE.search(text, before, found.start) and not _RANGE.search(text, found.start, found.end):
        return False
    return found.start - sentence <= _OPENS_WITHIN or bool(_TOLD.search(text, before, found.start))


def _with_year(found: FoundDate, years: list[YearEvidence], evidence: DateEvidence) -> PartialDate:
    if found.year:
        return PartialDate(found.value, evidence)
    year, reason = year_of(found, years) or (0, None)
    whole = replace(found, year=year)
    if not year or not is_calendar_day(year, found.month, found.day):
        return PartialDate()
    return PartialDate(whole.value, replace(evidence, year_from=reason))
