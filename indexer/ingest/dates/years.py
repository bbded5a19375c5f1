"""The year in which an undated text was written, by what the text itself says."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from operator import itemgetter

from indexer.article import YearReason
from indexer.ingest.dates.sessions import sessions_in, sitting_in
from indexer.text.dates.found import FoundDate, weekday_agrees
from indexer.text.dates.words import month_of

_FIRST_SESSION = 1945
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
# "Forum 2017" in quotes, or a capitalised word before the year: names of events carry the year they are held in
_QUOTED_NAME = re.compile(rf"[\"“«](?P<name>[^\"“”«»\n]{{2,60}}?[\s-]{_YEAR})[\"”»]")
_NAME_BEFORE = re.compile(r"(?<!\w)[A-ZА-ЯЁÀ-Þ][^\W\d_]{3,30}[\s-]\Z")
_NAME_GOES_ON = re.compile(r"–|[.,/-][0-9]")
_FIGURES = re.compile(r"(?:19|20)[0-9]{2}(?!\w)")
_NO_EVENT = re.compile(
    r"agenda|vision|strateg|plan|goals?|program|horizon|resolution|charter|treaty|act|law|report|protocol|declaration"
    r"|повестк|стратеги|план|устав|договор|закон|резолюци|^(?:in|since|by|until|before|after|from|during|the|of|and|between"
    r"|late|early|mid|around|for|about|summer|winter|spring|autumn|fall|по|до|с|в|en|de|im|fin|début)$",
    re.IGNORECASE,
)
_PLAIN_BEFORE = re.compile(r"(?<!\w)(?:[Ii]n|[Ss]ince|[Dd]uring|[ВвСс]|[Ee]n|[Ii]m)\s(?:early\s|late\s|mid-)?\Z")
_SPAN_GOES_ON = re.compile(r"[–-]")
_LOOK_BACK = 34
_FILED_AFTER = 3
_IN_TITLE = re.compile(rf"(?<![\w/.–-]){_YEAR}(?![\w/–-]|[.,][0-9])")


@dataclass(frozen=True, slots=True)
class YearEvidence:
    """The months (yyyymm) between which something happened that the text was written about, and what says so."""

    first: int
    last: int
    reason: YearReason
    strong: bool = True
    of_day: bool = False

    @property
    def year(self) -> int:
        return self.first // 100

    def year_for(self, month: int) -> int:
        """The latest year in which the month lies within the evidence; 0 where there is none."""
        year = self.last // 100
        return next((each for each in (year, year - 1) if self.first <= each * 100 + month <= self.last), 0)

    def year_toward(self, month: int, toward: int) -> int:
        """The year of the last such month before the day of writing (`toward` -1), or of the first after it (1), for
        most of the months that the text may be of; 0 where as many speak for another."""
        year, last = divmod(self.last, 100)
        span = range(self.year * 12 + self.first % 100, year * 12 + last + 1)
        counts = Counter(year_beside((at - 1) // 12, (at - 1) % 12 + 1, month, toward) for at in span)
        (best, count), *others = counts.most_common()
        return 0 if others and others[0][1] == count else best


def year_beside(year: int, written: int, month: int, toward: int) -> int:
    """
    >>> year_beside(2017, 3, 11, -1)  # "last November", written in March 2017
    2016
    """
    return year - (month >= written) if toward < 0 else year + (month <= written)


def whole_year(year: int, reason: YearReason) -> YearEvidence:
    return YearEvidence(year * 100 + 1, year * 100 + 12, reason)


def up_to_month(year: int, month: int, reason: YearReason) -> YearEvidence:
    """Of a text that was filed in that month, and is at most three months older."""
    first = year * 12 + month - 1 - _FILED_AFTER
    return YearEvidence(first // 12 * 100 + first % 12 + 1, year * 100 + month, reason)


def year_of(found: FoundDate, evidence: list[YearEvidence]) -> tuple[int, YearReason] | None:
    """The year of a day and month, and the reason; None where nothing speaks for one.

    The latest year that the text names is the year of writing: what a text looks back on is named with older
    ones. "This year" beside a session is the one it opens in. A weekday that disagrees rules a year out.
    """
    if not any(each.strong for each in evidence):
        return None
    years = [(_year_by(each, found), each.reason) for each in evidence]
    fitting = [(year, reason) for year, reason in years if year and _agrees(found, year)]
    if not fitting:
        return None
    latest, reason = max(fitting, key=itemgetter(0))
    return latest + (found.year_shift or 0), reason


def _year_by(evidence: YearEvidence, found: FoundDate) -> int:
    if found.toward:
        return evidence.year_toward(found.month, found.toward)
    return evidence.year if found.year_shift is not None else evidence.year_for(found.month)


def session_in_opening(text: str, latest: date) -> YearEvidence | None:
    """The session of the UN General Assembly that the opening names as the one that sits."""
    named = _until(latest, [_of_session(number) for number in sitting_in(text)])
    return max(named, key=lambda each: each.year, default=None)


def events_in(text: str, latest: date) -> list[YearEvidence]:
    """Names of events and session numbers up to `latest`, in this order: what is named so is seldom long past."""
    return _until(latest, [*_named(text), *map(_of_session, sessions_in(text))])


def title_years(title: str, latest: date) -> list[YearEvidence]:
    """A year in the title, unless it is the end or the beginning of a plan's span."""
    if _NO_EVENT.search(title):
        return []
    years = ((int(match["year"]), match.group()) for match in _IN_TITLE.finditer(title))
    return _until(latest, [whole_year(year, YearReason("title", words)) for year, words in years])


def plain_years(text: str, latest: date) -> list[YearEvidence]:
    """Years as in "in 2016": too weak to date a text by, strong enough to say that other evidence is older."""
    found = [_in_text(int(words[-4:]), words) for words in _before_years(text, _PLAIN_BEFORE, _SPAN_GOES_ON)]
    return [replace(each, strong=False) for each in _until(latest, found)]


def days_in(text: str, dates: list[FoundDate], latest: date) -> list[YearEvidence]:
    """The years of the full dates of the text."""
    quoted = ((each.year, " ".join(text[each.start : each.end].split())) for each in dates if each.year and each.day)
    return [replace(each, of_day=True) for each in _until(latest, [_in_text(year, words) for year, words in quoted])]


def _until(latest: date, evidence: list[YearEvidence]) -> list[YearEvidence]:
    return [each for each in evidence if each.first <= latest.year * 100 + latest.month]


def _named(text: str) -> Iterator[YearEvidence]:
    quoted = (match["name"] for match in _QUOTED_NAME.finditer(text))
    for name in chain(quoted, _before_years(text, _NAME_BEFORE, _NAME_GOES_ON)):
        words = re.split(r"[\s-]+", name)[:-1]
        if not any(_NO_EVENT.search(word) or month_of(word) for word in words):
            yield _in_text(int(name[-4:]), name)


def _before_years(text: str, before: re.Pattern[str], goes_on: re.Pattern[str]) -> Iterator[str]:
    """Each year of the text with the words that stand before it; found from the year, as years are few."""
    for match in _FIGURES.finditer(text):
        words = before.search(text, max(0, match.start() - _LOOK_BACK), match.start())
        if words and not goes_on.match(text, match.end()):
            yield text[words.start() : match.end()]


def _of_session(number: int) -> YearEvidence:
    opens = _FIRST_SESSION + number
    return YearEvidence(opens * 100 + 9, (opens + 1) * 100 + 8, YearReason("session", str(number)))


def _in_text(year: int, words: str) -> YearEvidence:
    return whole_year(year, YearReason("text", words))


def _agrees(found: FoundDate, year: int) -> bool:
    return weekday_agrees(found.weekday, year + (found.year_shift or 0), found.month, found.day)
