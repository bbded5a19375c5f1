"""Dates in running text, in English, Russian, French, Spanish, German, Chinese and figures.

Every date has a figure in it, so the text is read from figure to figure: what stands at each one is tried
against a few anchored patterns of bounded length. A text without dates costs one search for its figures.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from indexer.text.dates.found import FoundDate, is_calendar_day
from indexer.text.dates.numeric import Order, date_at
from indexer.text.dates.words import LAST_YEAR, NEXT_YEAR, SHIFTS, THIS_YEAR, WEEKDAYS, month_of

_FIGURE = re.compile(r"(?<![0-9A-Za-zÀ-ɏА-яЁё_$€£/])(?<![0-9][.,:-])[0-9]{1,4}(?![0-9])")
_ORDINAL = r"(?:\s?-?(?:st|nd|rd|th|er|го|ое|е|[º°ª.])(?![^\W\d_]))?"
_TO = r"(?:\s?[-–—]\s?|\s(?:to|and|through|till|until|по|и|до|au|et|al|y|bis|und)\s)"
_LINK = r"[»\"”]?[\s-]{1,2}(?:(?:of|de|del|the)\s)?"
_WORD = r"([^\W\d_]{3,12})"
_YEAR = r"(?:\.?,?[\s-]{1,2}(?:(?:of|de|del)\s)?(?P<year>[0-9]{4})(?![0-9]))?"
_TOO_LONG = r"(?!\.?,?\s{1,2}[0-9]{5})"
_NOT_MONTH_FIRST = r"(?!\.?\s[0-9]{1,2}(?:st|nd|rd|th)?,?\s[0-9]{4}(?![0-9]))"  # "Room 12, March 3, 2017"
_DAY_FIRST = re.compile(
    rf"(?P<day>[0-9]{{1,2}}){_ORDINAL}(?:{_TO}[«\"“]?[0-9]{{1,2}}{_ORDINAL})?{_LINK}(?P<month>[^\W\d_]{{3,12}})(?![^\W\d_])"
    rf"{_TOO_LONG}{_NOT_MONTH_FIRST}{_YEAR}"
)
_MONTH_FIRST = re.compile(
    rf"(?P<month>[^\W\d_]{{3,12}})\.?,?\s{{1,2}}(?:the\s)?(?P<day>[0-9]{{1,2}})(?![0-9:%]|[.,][0-9]){_ORDINAL}"
    rf"(?:{_TO}[0-9]{{1,2}}(?![0-9]){_ORDINAL})?{_TOO_LONG}{_YEAR}"
)
_MONTH_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_]{3,12})\.?,?\s{1,2}(?:the\s|of\s|de\s|del\s)?$")
_SHIFT = re.compile(
    rf",?\s{{1,2}}(?:of\s)?(?:(?P<this>{THIS_YEAR})|(?P<last>{LAST_YEAR})|(?P<next>{NEXT_YEAR}))(?![^\W\d_])"
)
_WEEKDAY_BEFORE = re.compile(r"([^\W\d_]{3,12})\.?,?\s(?:(?:the|le|el|den)\s)?$")
_CONNECTOR = re.compile(
    r"\s?(?:[-–—,]|\s(?:to|and|through|till|until|по|и|до|au|et|al|y|bis|und))\s?(?:(?:the|le|el)\s)?"
)
_LOOK_BACK = 24
_NO_DAY = 99


def dates_in(text: str, order: Order | None = None) -> list[FoundDate]:
    """Every date in reading order, disjoint; days and months without a year too.

    `order` says whether 11/02/2017 is in February or in November; None: whatever the text itself shows. Where it
    shows neither, only the year is taken.
    """
    return _with_shared_years(text, list(_read(text, order)))


def _read(text: str, order: Order | None) -> Iterator[FoundDate]:
    done = 0
    for match in _FIGURE.finditer(text):
        at = match.start()
        if at < done:
            continue
        each = date_at(text, at, order) if len(match.group()) != 3 else None
        each = each or _worded_at(text, at, done, len(match.group()))
        if not each:
            continue
        done = each.end
        if not each.month or is_calendar_day(each.year, each.month, each.day):
            yield _with_weekday(text, each)


def _worded_at(text: str, at: int, done: int, digits: int) -> FoundDate | None:
    if digits <= 2 and (found := _worded(_DAY_FIRST.match(text, at))):
        return found
    before = _MONTH_BEFORE.search(text[max(done, at - _LOOK_BACK) : at])
    month = month_of(before[1]) if before else 0
    if not before or not month:
        return None
    start = max(done, at - _LOOK_BACK) + before.start()
    if digits == 4:
        return _month_and_year(text, start, at, month)
    return _worded(_MONTH_FIRST.match(text, start))


def _month_and_year(text: str, start: int, at: int, month: int) -> FoundDate | None:
    year = int(text[at : at + 4])
    return FoundDate(start, at + 4, year, month) if is_calendar_day(year, month, 0) else None


def _worded(match: re.Match[str] | None) -> FoundDate | None:
    """A full date is taken even where no such day exists, so that "31 February 2017" is not read as February 2017."""
    month = month_of(match["month"]) if match else 0
    if not match or not month:
        return None
    year, day = int(match["year"] or 0), int(match["day"])
    if year:
        return FoundDate(match.start(), match.end(), year, month, day or _NO_DAY)
    if not day or not is_calendar_day(0, month, day):
        return None
    shift = _SHIFT.match(match.string, match.end())
    end, year_shift = (shift.end(), SHIFTS[str(shift.lastgroup)]) if shift else (match.end(), None)
    return FoundDate(match.start(), end, 0, month, day, year_shift)


def _with_weekday(text: str, found: FoundDate) -> FoundDate:
    before = _WEEKDAY_BEFORE.search(text[max(0, found.start - _LOOK_BACK) : found.start])
    weekday = WEEKDAYS.get(before[1].lower()) if before else None
    return found if weekday is None else replace(found, weekday=weekday)


def _with_shared_years(text: str, found: list[FoundDate]) -> list[FoundDate]:
    """In "28 June - 2 July 2018" the first takes the year of the second."""
    for at in range(len(found) - 2, -1, -1):
        one, two = found[at], found[at + 1]
        if one.year or one.year_shift is not None or not two.year or not two.day:
            continue
        if _CONNECTOR.fullmatch(text, one.end, two.start):
            year = two.year - (one.month > two.month)
            found[at] = replace(one, year=year) if is_calendar_day(year, one.month, one.day) else one
    return found
