"""The date that a file states of its article, in whatever form its maker wrote it."""

import re
from datetime import UTC, datetime

from indexer.ingest.dates.order import order_of
from indexer.ingest.draft import Draft
from indexer.text.dates.found import FoundDate, is_calendar_day
from indexer.text.dates.grammar import dates_in
from indexer.text.dates.stamps import read_stamp

_COMPACT = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})(?:T?[0-9]{4,6}Z?)?")
_YEAR = re.compile(r"([12][0-9]{3})(?:[-/.](0[1-9]|1[0-2]))?")
_MONTH_YEAR = re.compile(r"(0?[1-9]|1[0-2])[/.]([12][0-9]{3})")
_SHORT_YEAR = re.compile(r"(?<![0-9])([0-9]{1,2}[./-][0-9]{1,2}[./-])([0-9]{2})(?![0-9])")
_CUT_YEAR = re.compile(r"['’]([0-9]{2})(?![0-9])")  # "Jan. 3, '24"
_EARLIEST = 1600  # of the common calendar: 1402 is 2024 in Iran
_EPOCH = re.compile(r"[0-9]{10}(?:[0-9]{3})?")
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])")
# "Tue Jan 28 15:28:56 CET 2020": the time parts the day from its year
_TIME_WITHIN = re.compile(
    r"\s[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\s(?:[A-Z]{1,5}|[+-][0-9]{2}:?[0-9]{2}))?(?=\s[0-9]{4}$)"
)
_LONGEST = 120


def read_declared(draft: Draft) -> FoundDate | None:
    """None where it is no calendar date; only the year where nothing decides between 11 February and 2 November."""
    stated = draft.date.strip()
    if not stated or len(stated) > _LONGEST:
        return None
    if match := _ISO_DAY.match(stated):
        return _day(*map(int, match.groups()))
    if bare := _bare(stated):
        return bare
    day = _CUT_YEAR.sub(lambda cut: _whole_year(cut[1]), _TIME_WITHIN.sub("", stated))
    whole = _SHORT_YEAR.sub(lambda short: f"{short[1]}{_whole_year(short[2])}", day)
    found = next((each for each in dates_in(whole, order_of(draft)) if each.year >= _EARLIEST), None)
    return found if found and found.day else read_stamp(stated) or found


def _whole_year(figures: str) -> str:
    return f"{20 if int(figures) < 70 else 19}{figures}"


def _bare(stated: str) -> FoundDate | None:
    if match := _YEAR.fullmatch(stated):
        return _day(int(match[1]), int(match[2] or 0), 0)
    if match := _MONTH_YEAR.fullmatch(stated):
        return _day(int(match[2]), int(match[1]), 0)
    if match := _COMPACT.fullmatch(stated):
        return _day(int(match[1]), int(match[2]), int(match[3])) or _epoch(stated)
    return _epoch(stated)


def _epoch(stated: str) -> FoundDate | None:
    if not _EPOCH.fullmatch(stated):
        return None
    when = datetime.fromtimestamp(int(stated[:10]), UTC)
    return FoundDate(0, 0, when.year, when.month, when.day)


def _day(year: int, month: int, day: int) -> FoundDate | None:
    if not month:
        return FoundDate(0, 0, year)
    return FoundDate(0, 0, year, month, day) if is_calendar_day(year, month, day) else None
