"""A date as a text names it, complete or not."""

from dataclasses import dataclass
from datetime import date

_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """What stands at `text[start:end]`; 0 for a part that is not said, the first day of a range.

    `year_shift` is what "this year" (0), "last year" (-1) or "next year" (1) add to the year of writing;
    `weekday` counts from Monday, 0. `toward` is -1 for the last one before the day of writing ("last November"),
    1 for the first one after it; `day_shift` is what "yesterday" (-1) adds to that day.
    """

    start: int
    end: int
    year: int = 0
    month: int = 0
    day: int = 0
    year_shift: int | None = None
    weekday: int | None = None
    toward: int = 0
    day_shift: int | None = None

    @property
    def value(self) -> str:
        """As in "2017", "2017-01" or "2017-01-17"; "" where the year is not said."""
        if not self.year:
            return ""
        month = f"-{self.month:02}" if self.month else ""
        day = f"-{self.day:02}" if self.day else ""
        return f"{self.year:04}{month}{day}"


def is_calendar_day(year: int, month: int, day: int) -> bool:
    """Whether the day exists, in some year where `year` is 0; 0 as day stands for a whole month."""
    if not 1 <= month <= 12 or not 0 <= day <= _MONTH_DAYS[month - 1]:
        return False
    return not year or (1000 <= year <= 2999 and (not day or _exists(year, month, day)))


def weekday_agrees(weekday: int | None, year: int, month: int, day: int) -> bool:
    if weekday is None or not (year and month and day):
        return True
    return _exists(year, month, day) and date(year, month, day).weekday() == weekday


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
