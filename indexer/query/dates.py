"""Dates as a reader types them: 2017, 2017-11, 1 May 2019, 01.05.2019, and ranges such as 2016..2018 or >2016."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from indexer.query.tree import DateRange
from indexer.text.dates.grammar import dates_in

_PARTIAL = re.compile(r"(?P<year>[1-9]\d{3})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?")
_COMPACT = re.compile(r"([1-9]\d{3})(\d{2})(\d{2})")
_YEARS = re.compile(r"([1-9]\d{3})[-–]([1-9]\d{3})")
_TO = re.compile(r"\s+TO\s+")
_COMPARED = re.compile(r"([<>])(=?)\s*(.+)")


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day that a partial date names, and the date as an address has it."""

    first: date
    last: date
    said: str


def partial(typed: str) -> Days | None:
    """None for what is no date: "2017-13", "last year"."""
    said = typed.strip()
    return _days(said) or _days(_COMPACT.sub(r"\1-\2-\3", said)) or _days(_written(said))


def written_day(text: str) -> DateRange | None:
    """The day that the text is, and nothing but that: 17 January 2017, 17.01.2017."""
    days = _days(_written(text.strip()))
    return _range(days.first, days.last, f"date:{days.said}") if days and days.first == days.last else None


def _written(text: str) -> str:
    """As articles name dates; of 02/03/2017 the first number is taken for the day."""
    found = dates_in(text, "day first")
    return found[0].value if len(found) == 1 and (found[0].start, found[0].end) == (0, len(text)) else ""


def _days(typed: str) -> Days | None:
    match = _PARTIAL.fullmatch(typed)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.group("year", "month", "day"))
    try:
        first = date(year or 1, month or 1, day or 1)
    except ValueError:
        return None
    end = 12 if month is None else first.month
    last = first if day is not None else first.replace(month=end, day=monthrange(first.year, end)[1])
    return Days(first, last, typed)


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
    if compared := _COMPARED.fullmatch(typed):
        return _compared(*compared.groups())
    years = _YEARS.fullmatch(typed)
    first, dots, last = (years[1], "..", years[2]) if years else _TO.sub("..", typed).partition("..")
    start, end = partial(first), partial(last if dots else first)
    if (first and not start) or (last and not end) or not (start or end) or (start and end and end.last < start.first):
        return None
    said = f"{start.said if start else ''}..{end.said if end else ''}" if dots else start.said if start else ""
    return _range(start.first if start else None, end.last if end else None, f"date:{said}")


def _compared(sign: str, inclusive: str, typed: str) -> DateRange | None:
    """>2016, >=2016, <2016, <=2016"""
    if inclusive:
        return _within(f"{typed}.." if sign == ">" else f"..{typed}") if partial(typed) else None
    return _after(typed) if sign == ">" else _before(typed)


def _after(typed: str) -> DateRange | None:
    days = partial(typed)
    if days is None or days.last.year >= 9999:
        return None
    return _range(days.last + timedelta(days=1), None, f"after:{days.said}")


def _before(typed: str) -> DateRange | None:
    days = partial(typed)
    return _range(None, days.first - timedelta(days=1), f"before:{days.said}") if days else None


def _range(first: date | None, last: date | None, typed: str) -> DateRange:
    return DateRange(first_number(first) if first else None, last_number(last) if last else None, typed)
