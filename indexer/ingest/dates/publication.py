"""The date an article was published, by the strongest evidence there is, and that evidence."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cached_property

from indexer.article import DateEvidence, PartialDate, YearReason
from indexer.ingest.dates.declared import read_declared
from indexer.ingest.dates.file_name import day_in_path, month_in_path
from indexer.ingest.dates.lede import Known, in_lede, in_title, month_in_lede
from indexer.ingest.dates.line_dates import head_date_lines, tail_date_line
from indexer.ingest.dates.order import order_of, with_habit
from indexer.ingest.dates.release_stamp import release_stamp
from indexer.ingest.dates.years import (
    YearEvidence,
    days_in,
    events_in,
    plain_years,
    session_in_opening,
    title_years,
    up_to_month,
    whole_year,
)
from indexer.ingest.draft import Draft
from indexer.text.dates.found import FoundDate, is_calendar_day
from indexer.text.dates.grammar import dates_in
from indexer.text.dates.numeric import Order

_EARLIEST = 1900
_NEWS = timedelta(days=45)  # a text of longer ago is filed under the day of something else
_QUOTED = 120
_ADDRESS = re.compile(
    r"/((?:19|20)[0-9]{2})[/-](0?[1-9]|1[0-2])(?:[/-](0?[1-9]|[12][0-9]|3[01]))?(?=[/_.-]|$)"
    r"|[/_-]((?:19|20)[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])(?=[/_.-]|$)"
)


def date_of(draft: Draft, today: date | None = None, path: str = "") -> PartialDate:
    """Never in the future (beyond tomorrow, for time zones), never before 1900; empty where nothing speaks for one.

    `path` is that of the article's own file, where it has one.
    """
    case = _Case(draft, (today or datetime.now(UTC).date()) + timedelta(days=1), path)
    for read in _LADDER:
        found = read(case)
        if found.value and case.plausible(found):
            return replace(found, evidence=with_habit(found.evidence, draft))
    return PartialDate()


@dataclass(frozen=True)
class _Case:
    """A draft, the last day it can be of, and what is read from it only when a rung asks."""

    draft: Draft
    latest: date
    path: str = ""

    @cached_property
    def order(self) -> Order | None:
        return order_of(self.draft)

    @cached_property
    def dates(self) -> list[FoundDate]:
        return [each for each in dates_in(self.draft.text, self.order) if not each.year or self._in_time(each)]

    @cached_property
    def events(self) -> list[YearEvidence]:
        return events_in(f"{self.draft.title}\n{self.draft.text}", self.latest)

    @cached_property
    def years(self) -> list[YearEvidence]:
        """What the year of an incomplete date is taken from; the address of the page alone where it has one."""
        if address := _addressed(self).value[:4]:
            return [whole_year(int(address), YearReason("address"))]
        if folder := month_in_path(self.path):
            return [up_to_month(*folder, YearReason("folder", self.path[-_QUOTED:].rpartition("/")[0]))]
        title, text = self.draft.title, self.draft.text
        days, plain = days_in(text, self.dates, self.latest), plain_years(text, self.latest)
        return [*title_years(title, self.latest), *self.events, *days, *plain]

    @cached_property
    def known(self) -> Known:
        return Known(self.dates, self.years, self.latest)

    def plausible(self, found: PartialDate) -> bool:
        year, month, day = (int(found.value[at] or 1) for at in (slice(0, 4), slice(5, 7), slice(8, 10)))
        return year >= _EARLIEST and date(year, month, day) <= self.latest

    def _in_time(self, found: FoundDate) -> bool:
        return date(found.year, found.month or 1, found.day or 1) <= self.latest


def _declared(case: _Case) -> PartialDate:
    draft = case.draft
    found = read_declared(draft) if draft.date else None
    if not found:
        return PartialDate()
    quoted = draft.date.strip()
    undecided = not found.month and len(quoted) >= 8
    evidence = replace(draft.date_evidence, quoted=quoted, order="unknown" if undecided else "")
    stated = PartialDate(found.value, evidence)
    finer = (read(case) for read in (() if found.day else (_stamped, _in_path)))
    return next((each for each in finer if each.value and each.value.startswith(stated.value)), stated)


def _stamped(case: _Case) -> PartialDate:
    date_lines = head_date_lines(case.draft, case.order)
    readings = (PartialDate(each.date.value, DateEvidence("under title", quoted=each.line)) for each in date_lines)
    return next((each for each in readings if case.plausible(each)), PartialDate())


def _addressed(case: _Case) -> PartialDate:
    """The day or month in the page's address: /2017/11/02/."""
    match = _ADDRESS.search(case.draft.url)
    if not match:
        return PartialDate()
    year, month, day = (int(each or 0) for each in (match.groups()[:3] if match[1] else match.groups()[3:]))
    evidence = DateEvidence("address", quoted=match.group().strip("/_-"))
    found = PartialDate(FoundDate(0, 0, year, month, day).value, evidence)
    return found if is_calendar_day(year, month, day) and case.plausible(found) else PartialDate()


def _day_in_address(case: _Case) -> PartialDate:
    found = _addressed(case)
    return found if found.precision == "day" else PartialDate()


def _in_path(case: _Case) -> PartialDate:
    """The day in the file's name where nothing contradicts: no day that title or opening tell of is after it or long
    before it, and no year that the text names is far from it."""
    found = day_in_path(case.path) if case.path else None
    if not found:
        return PartialDate()
    day = date(found.year, found.month, found.day)
    years = [each.year for each in case.years]
    told = next((each for read in (_in_title, _in_lede) if (each := read(case)).precision == "day"), None)
    beside = not told or timedelta(0) <= day - date.fromisoformat(told.value) <= _NEWS
    if not beside or case.known.is_background(day) or (years and found.year - max(years) > 1):
        return PartialDate()
    return PartialDate(found.value, DateEvidence("file name", quoted=case.path[-_QUOTED:].rpartition("/")[2]))


def _in_lede(case: _Case) -> PartialDate:
    return in_lede(case.draft.text, case.dates, case.known)


def _in_title(case: _Case) -> PartialDate:
    title = case.draft.title
    return in_title(title, dates_in(title, case.order), case.known)


def _closing(case: _Case) -> PartialDate:
    last = tail_date_line(case.draft, case.order)
    return PartialDate(last.date.value, DateEvidence("last line", quoted=last.line)) if last else PartialDate()


def _of_session(case: _Case) -> PartialDate:
    """The year of the session that an opening names: not the date, but a year to find the article under."""
    session = session_in_opening(f"{case.draft.title}\n{case.draft.text}", case.latest)
    if not session:
        return PartialDate()
    return PartialDate(str(session.year), DateEvidence("none", year_from=session.reason))


_LADDER: tuple[Callable[[_Case], PartialDate], ...] = (
    _declared,
    _stamped,
    lambda case: release_stamp(case.draft.text, case.dates),
    _day_in_address,
    _in_path,
    _in_title,
    _in_lede,
    _closing,
    _addressed,
    lambda case: month_in_lede(case.draft.text, case.dates, case.known),
    _of_session,
)
