"""The day in the name of a file, or of the folders that it is in: 15Jun2006notes.txt, 2016/11/24/talks.html."""

import re

from indexer.text.dates.found import FoundDate, is_calendar_day
from indexer.text.dates.words import month_of

_YEAR_FIRST = re.compile(
    r"(?<![0-9])((?:19|20)[0-9]{2})([-_./ ]?)(0[1-9]|1[0-2])\2(0[1-9]|[12][0-9]|3[01])(?![0-9])", re.ASCII
)
_DAY_FIRST = re.compile(r"(?<![0-9])([0-3]?[0-9])([-_.])([01]?[0-9])\2((?:19|20)[0-9]{2})(?![0-9])")
_IN_WORDS = re.compile(r"(?<![0-9])([0-3]?[0-9])[-_. ]?([A-Za-zА-Яа-яё]{3,10})[-_. ]?((?:19|20)[0-9]{2})(?![0-9])")
_MONTH_FIRST = re.compile(
    r"(?<![A-Za-z])([A-Za-z]{3,10})[-_. ]?([0-3]?[0-9])(?:st|nd|rd|th)?[-_., ]{1,2}((?:19|20)[0-9]{2})(?![0-9])"
)
_MONTH_FOLDER = re.compile(r"(?:(?<=/)|^)((?:19|20)[0-9]{2})[-/_.](0[1-9]|1[0-2])(?=/)")
_LONGEST = 400


def day_in_path(path: str) -> FoundDate | None:
    """The last day in the path, as the name says more of a file than its folder; None where figures may be either day
    or month, or where the name has several days."""
    path = path[-_LONGEST:]
    name = path.rpartition("/")[2]
    in_name = _days(name)
    if in_name:
        return in_name[0] if len({each.value for each in in_name}) == 1 else None
    days = _days(path)
    return days[-1] if days else None


def month_in_path(path: str) -> tuple[int, int] | None:
    """Year and month of the folder that a file is in: `2024/03/plan.txt`, `2024-03/plan.txt`."""
    found = [(int(match[1]), int(match[2])) for match in _MONTH_FOLDER.finditer(path[-_LONGEST:])]
    return found[-1] if found else None


def _days(path: str) -> list[FoundDate]:
    found = [_found(match, match[1], int(match[3]), match[4]) for match in _YEAR_FIRST.finditer(path)]
    found += [_found(match, match[3], _month(match[2]), match[1]) for match in _IN_WORDS.finditer(path)]
    found += [_found(match, match[3], _month(match[1]), match[2]) for match in _MONTH_FIRST.finditer(path)]
    for match in _DAY_FIRST.finditer(path):
        if int(match[1]) > 12 or match[1] == match[3] or match[2] == ".":
            found.append(_found(match, match[4], int(match[3]), match[1]))
        elif int(match[3]) > 12:
            found.append(_found(match, match[4], int(match[1]), match[3]))
    return sorted((each for each in found if each), key=lambda each: each.start)


def _month(word: str) -> int:
    return month_of(word.capitalize())


def _found(match: re.Match[str], year: str, month: int, day: str) -> FoundDate | None:
    if not month or not is_calendar_day(int(year), month, int(day)) or not int(day):
        return None
    return FoundDate(match.start(), match.end(), int(year), month, int(day))
