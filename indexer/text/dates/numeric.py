"""Dates in figures: 2017-11-02, 24.11.2016, 11/02/2017, 2017年11月2日; and which part is the day."""

import re
from functools import lru_cache
from typing import Literal

from indexer.text.dates.found import FoundDate, is_calendar_day

Order = Literal["day first", "month first"]

_YEAR_FIRST = re.compile(
    r"([0-9]{4})(?:([./-])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])|年([0-9]{1,2})月(?:([0-9]{1,2})日)?)"
)
_YEAR_LAST = re.compile(r"([0-9]{1,2})(?:([./-])([0-9]{1,2})\2|\.\s([0-9]{1,2})\.\s)([0-9]{4})(?![0-9]|-[0-9])")
_UNDECIDED = re.compile(r"(?<![0-9./-])([0-9]{1,2})([/-])([0-9]{1,2})\2([0-9]{4})(?![0-9])")


def date_at(text: str, at: int, order: Order | None) -> FoundDate | None:
    """The date in figures that begins at `at`; without an `order` of day and month the text's own counts."""
    if match := _YEAR_FIRST.match(text, at):
        year, month, day = int(match[1]), int(match[3] or match[5]), int(match[4] or match[6] or 0)
        return _found(match, year, month, day) if day or match[5] else None
    match = _YEAR_LAST.match(text, at)
    return _year_last(match, order) if match else None


def _year_last(match: re.Match[str], order: Order | None) -> FoundDate | None:
    first, second, year = int(match[1]), int(match[3] or match[4]), int(match[5])
    day_first, month_first = _found(match, year, second, first), _found(match, year, first, second)
    if first == second or not (day_first and month_first):
        return day_first or month_first
    order = "day first" if match[2] in {".", None} else order or order_in(match.string)
    if order is None:
        return FoundDate(match.start(), match.end(), year)
    return day_first if order == "day first" else month_first


@lru_cache(maxsize=1)
def order_in(text: str) -> Order | None:
    """What the unmistakable dates of a text show (24/11/2016: the day comes first); None where they say nothing or
    contradict each other. Looked for once in each text, and only when a date needs it."""
    orders: set[Order] = set()
    for match in _UNDECIDED.finditer(text):
        first, second = int(match[1]), int(match[3])
        if first > 12 >= second:
            orders.add("day first")
        elif second > 12 >= first:
            orders.add("month first")
    return orders.pop() if len(orders) == 1 else None


def _found(match: re.Match[str], year: int, month: int, day: int) -> FoundDate | None:
    return FoundDate(match.start(), match.end(), year, month, day) if is_calendar_day(year, month, day) else None
