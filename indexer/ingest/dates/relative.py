"""Dates that a text counts from the day it was written: "last November", "next year", "on Monday", "yesterday".

They have no figure in them, so they are not among `grammar.dates_in`; what has one ("19 April last year") is.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from indexer.ingest.dates.years import year_beside
from indexer.text.dates import words
from indexer.text.dates.found import FoundDate, is_calendar_day

_EDGE, _END = r"(?<![^\W\d_])", r"(?![^\W\d_])"
_NAME = rf"(?P<name>[^\W\d_]{{3,12}}){_END}"
_YEARS_MONTH = re.compile(rf"{_EDGE}(?P<shift>this|last|next) year[’']s\s{_NAME}", re.IGNORECASE)
_BEFORE = re.compile(
    rf"{_EDGE}(?:(?P<last>{words.LAST})|(?P<next>{words.NEXT})|(?P<this>{words.THIS}))\s{_NAME}", re.IGNORECASE
)
_AFTER = re.compile(
    rf"{_EDGE}{_NAME},?\s(?:of\s)?(?:(?P<near>(?P<after_last>{words.AFTER_LAST})|(?P<after_next>{words.AFTER_NEXT}))"
    rf"|(?P<this>{words.THIS_YEAR})|(?P<last>{words.LAST_YEAR})|(?P<next>{words.NEXT_YEAR})){_END}"
)
_ONLY_YEAR = re.compile(
    rf"{_EDGE}(?:(?P<this>{words.ONLY_THIS_YEAR})|(?P<last>{words.ONLY_LAST_YEAR})"
    rf"|(?P<next>{words.ONLY_NEXT_YEAR})){_END}",
    re.IGNORECASE,
)
_ON_WEEKDAY = re.compile(rf"{_EDGE}(?:[Oo]n|[Вв]о?|[Ll]e|[Ee]l|[Aa]m)\s{_NAME}(?!,?\s(?:the\s)?[0-9])")
_DAY = re.compile(rf"{_EDGE}(?:{'|'.join(words.DAY_SHIFTS)}){_END}", re.IGNORECASE)
# "19 April last year" is a date in figures
_DAY_BEFORE = re.compile(r"(?<![0-9])[0-9]{1,2}[^\s0-9]{0,3}\s{1,2}(?:of |de )?(?:[^\W\d_]{3,12}\s)?$")
_LOOK_BACK = 24
_SHORTEST_WEEKDAY = 4


def relative_in(text: str) -> list[FoundDate]:
    """Months, years, weekdays and days named by their distance from the day of writing, in reading order, disjoint."""
    kept: list[FoundDate] = []
    for each in sorted(_all(text), key=lambda found: (found.start, -found.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def resolved(found: FoundDate, written: date) -> FoundDate:
    """The date as whoever writes on that day means it; unchanged where it is complete or says no distance.

    A weekday is the latest one up to the day of writing, as news are told: beside Thursday 24.11.2016, "on Monday"
    is 2016-11-21.
    """
    if found.year:
        return found
    if found.day_shift is not None:
        return _on(found, written + timedelta(days=found.day_shift))
    if found.weekday is not None and not found.month:
        return _on(found, written + timedelta(days=_days_to(found.weekday, written, found.toward)))
    if found.toward:
        return replace(found, year=year_beside(written.year, written.month, found.month, found.toward))
    if found.year_shift is None or not is_calendar_day(written.year + found.year_shift, found.month or 1, found.day):
        return found
    return replace(found, year=written.year + found.year_shift)


def _on(found: FoundDate, day: date) -> FoundDate:
    return replace(found, year=day.year, month=day.month, day=day.day)


def _days_to(weekday: int, written: date, toward: int) -> int:
    ahead = (weekday - written.weekday()) % 7
    if toward > 0:
        return ahead or 7
    return ahead - 7 if ahead or toward else 0


def _all(text: str) -> Iterator[FoundDate]:
    for match in _YEARS_MONTH.finditer(text):
        yield from _month(match, year_shift=words.SHIFTS[match["shift"].lower()])
    for match in _BEFORE.finditer(text):
        yield from _weekday(match, _distance(match)) or _near(match)
    for match in _AFTER.finditer(text):
        if not _has_day(match):
            yield from _weekday(match, _distance(match)) if match["near"] else []
            yield from _near(match) if match["near"] else _month(match, year_shift=_distance(match))
    for match in _ONLY_YEAR.finditer(text):
        if not _has_day(match):
            yield FoundDate(match.start(), match.end(), year_shift=_distance(match))
    for match in _ON_WEEKDAY.finditer(text):
        yield from _weekday(match, 0)
    for match in _DAY.finditer(text):
        yield FoundDate(match.start(), match.end(), day_shift=words.DAY_SHIFTS[match.group().lower()])


def _near(match: re.Match[str]) -> list[FoundDate]:
    distance = _distance(match)
    return _month(match, toward=distance) if distance else _month(match, year_shift=0)


def _month(match: re.Match[str], toward: int = 0, year_shift: int | None = None) -> list[FoundDate]:
    month = words.month_of(match["name"])
    found = FoundDate(match.start(), match.end(), month=month, toward=toward, year_shift=year_shift)
    return [found] if month else []


def _weekday(match: re.Match[str], toward: int) -> list[FoundDate]:
    name = match["name"].lower()
    if len(name) < _SHORTEST_WEEKDAY or name not in words.WEEKDAYS:
        return []
    return [FoundDate(match.start(), match.end(), weekday=words.WEEKDAYS[name], toward=toward)]


def _distance(match: re.Match[str]) -> int:
    said = match.groupdict()
    return next(shift for word, shift in words.SHIFTS.items() if said[word] or said.get(f"after_{word}"))


def _has_day(match: re.Match[str]) -> bool:
    return bool(_DAY_BEFORE.search(match.string[max(0, match.start() - _LOOK_BACK) : match.start()]))
