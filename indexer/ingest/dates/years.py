"""The year in which an undated text was written, by what the text itself says."""

import re
from dataclasses import dataclass
from datetime import date

from indexer.ingest.dates.found import FoundDate, weekday_agrees
from indexer.ingest.dates.words import month_of

_FIRST_SESSION = 1945
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
# "Forum 2017" in quotes, or capitalised words before the year: names of events carry the year they are held in
_QUOTED_NAME = re.compile(rf"[\"“«](?P<name>[^\"“”«»\n]{{2,60}}?[\s-]{_YEAR})[\"”»]")
_NAME = re.compile(rf"(?<!\w)(?P<name>[A-ZА-ЯЁÀ-Þ][\w’'&]{{2,30}}[\s-]{_YEAR})(?![\w–]|-[0-9])")
_PLANS = re.compile(r"agenda|vision|strategy|plan|goals?|program|horizon|повестк|стратеги|план", re.IGNORECASE)
_SESSION = re.compile(
    r"\(?(?P<number>[1-9][0-9]{0,2})\)?(?:\s?-?(?:st|nd|rd|th|е|я|й|ей|ю|[ºª°]))?\s(?:regular\s|очередн\w{2,3}\s)?"
    r"(?P<word>sessions?|сесси\w{1,3}|période|período de sesiones)(?P<after>[^\n.]{0,60})"
)
_ASSEMBLY = re.compile(r"General Assembly|UNGA|Генеральной Ассамблеи|Генассамблеи|Assemblée générale|Asamblea General")
_PLAIN = re.compile(rf"(?<!\w)(?:in|since|during|of|в|с|en|de|im)\s(?:early\s|late\s|mid-)?{_YEAR}(?![\w–-])")


@dataclass(frozen=True, slots=True)
class YearEvidence:
    """`first` and `last` month of the year (yyyymm) between which the text was written, and what says so."""

    first: int
    last: int
    reason: str

    def year_for(self, month: int) -> int:
        """The latest year in which the month lies within the evidence; 0 where there is none."""
        year = self.last // 100
        return next((each for each in (year, year - 1) if self.first <= each * 100 + month <= self.last), 0)


def year_of(found: FoundDate, evidence: list[YearEvidence]) -> tuple[int, str]:
    """The year of a day and month, and the reason; (0, "") where nothing speaks for one.

    The latest year that the text names is the year of writing: what a text looks back on is named with older
    ones. A weekday that disagrees rules a year out.
    """
    candidates = [(each.year_for(found.month), each.reason) for each in evidence]
    candidates = [each for each in candidates if each[0] and _agrees(found, each[0])]
    if not candidates:
        return 0, ""
    year = max(each[0] for each in candidates)
    reason = next(reason for each, reason in candidates if each == year)
    return year + (found.year_shift or 0), reason


def years_in(text: str, dates: list[FoundDate], latest: date) -> list[YearEvidence]:
    """All evidence up to `latest`, the most telling kind first: names of events, session numbers, dates, years."""
    evidence = [*_named(text), *_sessions(text), *_dated(text, dates), *_plain(text)]
    bound = latest.year * 100 + latest.month
    return [each for each in evidence if each.first <= bound]


def _named(text: str) -> list[YearEvidence]:
    matches = [*_QUOTED_NAME.finditer(text), *_NAME.finditer(text)]
    return [_whole_year(int(m["year"]), f"'{m['name']}'") for m in matches if _is_event(m["name"])]


def _is_event(name: str) -> bool:
    return not _PLANS.search(name) and not month_of(re.split(r"[\s-]", name)[-2])


def _sessions(text: str) -> list[YearEvidence]:
    found = []
    for match in _SESSION.finditer(text):
        if _ASSEMBLY.search(match["after"]) or _ASSEMBLY.search(text, max(0, match.start() - 60), match.start()):
            opens = _FIRST_SESSION + int(match["number"])
            reason = f"session {match['number']} of the UN General Assembly"
            found.append(YearEvidence(opens * 100 + 9, (opens + 1) * 100 + 8, reason))
    return found


def _dated(text: str, dates: list[FoundDate]) -> list[YearEvidence]:
    return [_whole_year(each.year, f"'{text[each.start : each.end]}'") for each in dates if each.year]


def _plain(text: str) -> list[YearEvidence]:
    return [_whole_year(int(match["year"]), f"'{match.group()}'") for match in _PLAIN.finditer(text)]


def _whole_year(year: int, reason: str) -> YearEvidence:
    return YearEvidence(year * 100 + 1, year * 100 + 12, reason)


def _agrees(found: FoundDate, year: int) -> bool:
    return weekday_agrees(found.weekday, year + (found.year_shift or 0), found.month, found.day)
