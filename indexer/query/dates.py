"""Dates as a reader types them: 2017, 2017-11, 2017-11-03, and ranges such as 2016..2018."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from indexer.query.tree import DateRange

_PARTIAL = re.compile(r"(?P<year>[1-9]\d{3})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?")
_YEARS = re.compile(r"([1-9]\d{3})[-–]([1-9]\d{3})")


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day that a partial date names."""

    first: date
    last: date


def partial(typed: str) -> Days | None:
    """None for what is no date: "2017-13", "last year"."""
    match = _PARTIAL.fullmatch(typed.strip())
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.group("year", "month", "day"))
    try:
        first = date(year or 1, month or 1, day or 1)
    except ValueError:
        return None
    end = 12 if month is None else first.month
    return Days(first, first if day is not None else first.replace(month=end, day=monthrange(first.year, end)[1]))


def first_number(day: date) -> int:
    """The day as engines count: yyyymmdd."""
    return day.year * 10_000 + day.month * 100 + day.day


def last_number(day: date) -> int:
    """The same for the end of a span, where 31 stands for the end of any month, as in `PartialDate.last_day`."""
    is_end = (day + timedelta(days=1)).day == 1 if day < date.max else True
    return first_number(day.replace(day=1)) + 30 if is_end else first_number(day)


def dated(field: str, typed: str) -> DateRange | None:
    """`date:` means within, `after:` and `before:` leave out the whole span that is named; None for no date."""
    readers = {"date": _within, "after": _after, "before": _before}
    return readers[field](typed.strip())


def _within(typed: str) -> DateRange | None:
    years = _YEARS.fullmatch(typed)
    first, dots, last = (years[1], "..", years[2]) if years else typed.partition("..")
    start, end = partial(first), partial(last if dots else first)
    if (first and not start) or (last and not end) or not (start or end) or (start and end and end.last < start.first):
        return None
    return DateRange(first_number(start.first) if start else None, last_number(end.last) if end else None, typed)


def _after(typed: str) -> DateRange | None:
    days = partial(typed)
    if days is None or days.last.year >= 9999:
        return None
    return DateRange(first=first_number(days.last + timedelta(days=1)), typed=typed)


def _before(typed: str) -> DateRange | None:
    days = partial(typed)
    return DateRange(last=last_number(days.first - timedelta(days=1)), typed=typed) if days else None
