"""Days of the Iranian solar year."""

from datetime import date, timedelta

# leap years of the 33-year cycle, which is right from 1178 to 1633
_LEAP = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
_FIRST_YEAR, _FIRST_DAY = 1300, date(1921, 3, 21)


def gregorian(year: int, month: int, day: int) -> date | None:
    """The same day in the common calendar; None where there is none, and before 1300 and after 1499.

    >>> gregorian(1402, 12, 13)
    datetime.date(2024, 3, 3)
    """
    if not (_FIRST_YEAR <= year < 1500 and 1 <= month <= 12 and 1 <= day <= _length(year, month)):
        return None
    years = sum(365 + _is_leap(each) for each in range(_FIRST_YEAR, year))
    months = sum(_length(year, each) for each in range(1, month))
    return _FIRST_DAY + timedelta(days=years + months + day - 1)


def _length(year: int, month: int) -> int:
    if month == 12:
        return 29 + _is_leap(year)
    return 31 if month <= 6 else 30


def _is_leap(year: int) -> bool:
    return year % 33 in _LEAP
