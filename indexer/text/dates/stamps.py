"""Lines that are dates in other languages, scripts and calendars than those that running text is read in.

令和6年3月3日, الأحد 3 آذار/مارس 2024, ۱۴۰۲/۱۲/۱۳, 3 มีนาคม 2567, 2024 жылғы 3 наурыз:
only of a whole line is it safe to say that such words are a date.
"""

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path

from indexer.text.dates.found import FoundDate, is_calendar_day
from indexer.text.dates.jalali import gregorian
from indexer.text.dates.words import month_of

_LONGEST = 64
_MOST_SPACES = 8
_MOST_WORDS = 4  # a month, a label, a weekday, "year"
_NUMERALS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "元": 1}
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "民國": 1911, "民国": 1911}
_SIGNS = re.compile(r"[〇零元一二三四五六七八九十]{1,8}(?=[年月日])")
_ERA = re.compile(rf"({'|'.join(_ERAS)})\s?([0-9]{{1,3}})\s?年")
_EAST_ASIAN = re.compile(r"([0-9]{4})\s?[年년]\s?([0-9]{1,2})\s?[月월]\s?([0-9]{1,2})\s?[日일號号]")
# ngày 3 tháng 3 năm 2024; 2024 оны 3 дугаар сарын 3
_NUMBERED_MONTH = re.compile(
    r"(?<!\w)(?:ngày\s)?(?P<day>[0-9]{1,2})\stháng\s(?P<month>[0-9]{1,2}),?\s(?:năm\s)?(?P<year>[0-9]{4})(?!\w)"
    r"|(?<!\w)(?P<first>[0-9]{4})\sоны\s(?P<second>[0-9]{1,2})[\s-]{1,2}(?:р|дугаар|дүгээр)\sсарын\s(?P<third>[0-9]{1,2})",
    re.IGNORECASE,
)
_IRANIAN = re.compile(r"(?<![0-9])(1[34][0-9]{2})([/.-])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
_IN_FIGURES = re.compile(r"(?<![0-9])([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})(?![0-9])")
_YEAR_FIRST = re.compile(r"(?<![0-9])([0-9]{4})([/.-])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
_TIME = re.compile(r"(?<![0-9])[0-9]{1,2}[:٫.][0-9]{2}(?::[0-9]{2})?(?![0-9])(?!\s?[年./-])")
_FIGURES = re.compile(r"[0-9]+")
_WORD = re.compile(r"[^\W\d_]+")
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
_CLOCK = re.compile(
    r"[0-9]{1,2}\s?[時时点분시秒分초]|[(（][月火水木金土日一二三四五六월화수목금토일]曜?日?[)）]|星期.|[月火水木金土日]曜日?"
)
_MOST_SIGNS = 6
_PARTICLES = {*"にのはがをまかで的至到，、"}
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_BUDDHIST, _BUDDHIST_YEARS = 543, range(2400, 2700)
_IRANIAN_YEARS = range(1300, 1500)
_HEBREW_IN = "ב"  # "3 במרץ": written as one word with the month
_LONGEST_ENDING, _SHORTEST_STEM = 4, 4  # "мартында", "марти"


def read_stamp(line: str) -> FoundDate | None:
    """The day that a short line is, with a label, a weekday or a time perhaps; None where it says more."""
    if len(line) > _LONGEST or (line.isascii() and (_ends_sentence(line) or line.count(" ") > _MOST_SPACES)):
        return None
    plain = line if line.isascii() else _SIGNS.sub(_in_figures, _with_figures(line))
    if match := _ERA.search(plain):
        plain = plain.replace(match[0], f"{_ERAS[match[1]] + int(match[2])}年")
    if (match := _EAST_ASIAN.search(plain)) and _says_little(plain, match):
        return _found(line, int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERED_MONTH.search(plain):
        year, month, day = match.group(*(("first", "second", "third") if match["first"] else ("year", "month", "day")))
        return _found(line, int(year), int(month), int(day))
    if match := _IRANIAN.search(plain):
        return _of_iran(line, int(match[1]), int(match[3]), int(match[4]))
    if len(_LONG_WORD.findall(plain)) > _MOST_WORDS:
        return None
    return _numeric(line, plain) if plain != line and not _months(plain) else _worded(line, plain)


def _ends_sentence(line: str) -> bool:
    """Not where the last word is a letter, as in `2024 m. kovo 3 d.`"""
    return line[-1:] == "." and line[-3:-2] != " "


def _says_little(plain: str, match: re.Match[str]) -> bool:
    """Whether no sentence stands around a date of the East: there are no spaces by which to count its words."""
    around = _CLOCK.sub("", plain[: match.start()] + plain[match.end() :])
    letters = sum(sign.isalpha() and not sign.isascii() for sign in around)
    return letters <= _MOST_SIGNS and plain[match.end() : match.end() + 1] not in _PARTICLES


def _with_figures(line: str) -> str:
    """In Western figures, and composed."""
    composed = unicodedata.normalize("NFC", line).replace("\u200c", " ")
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in composed)


def _in_figures(match: re.Match[str]) -> str:
    """
    >>> _SIGNS.sub(_in_figures, "二〇二四年十二月三十一日")
    '2024年12月31日'
    """
    signs = match[0]
    if "十" not in signs:
        return "".join(str(_NUMERALS[sign]) for sign in signs)
    tens, _, units = signs.partition("十")
    return str(10 * _NUMERALS.get(tens, 1) + _NUMERALS.get(units, 0))


def _numeric(line: str, plain: str) -> FoundDate | None:
    """Of figures that are not Western: whoever writes them writes the day first, or the year."""
    if match := _YEAR_FIRST.search(plain):
        return _found(line, int(match[1]), int(match[3]), int(match[4]))
    match = _IN_FIGURES.search(plain)
    return _found(line, int(match[4]), int(match[3]), int(match[1])) if match else None


def _worded(line: str, plain: str) -> FoundDate | None:
    months = _months(plain)
    numbers = [int(each) for each in _FIGURES.findall(_TIME.sub(" ", plain)) if len(each) in {1, 2, 4}]
    years = [each for each in numbers if each > 999]
    days = [each for each in numbers if each <= 31]
    if len(months) != 1 or len(years) != 1 or len(days) != 1 or len(numbers) != 2:
        return None
    (month, is_jalali), year, day = months.pop(), years[0], days[0]
    if is_jalali:
        return _of_iran(line, year, month, day) if year in _IRANIAN_YEARS else None
    if year in _BUDDHIST_YEARS and _THAI.search(plain):
        year -= _BUDDHIST
    return _found(line, year, month, day)


def _months(plain: str) -> set[tuple[int, bool]]:
    """Which months the line names, and whether they are of the Iranian year."""
    exact, joined = _names()
    lower = plain.lower()
    found = {joined[match.group()] for match in _joined_names().finditer(lower)} if not plain.isascii() else set()
    return found or {month for word in _WORD.findall(lower) if (month := _month(word, exact))}


def _month(word: str, exact: dict[str, tuple[int, bool]]) -> tuple[int, bool] | None:
    if word.isascii() and month_of(word.capitalize()):
        return None  # of a language that is read in running text, where more is known of what stands beside it
    if word in exact or word.isascii():
        return exact.get(word)
    if word[0] == _HEBREW_IN and word[1:] in exact:
        return exact[word[1:]]
    stems = (word[: len(word) - cut] for cut in range(1, _LONGEST_ENDING + 1) if len(word) - cut >= _SHORTEST_STEM)
    return next((exact[stem] for stem in stems if stem in exact), None)


@cache
def _names() -> tuple[dict[str, tuple[int, bool]], dict[str, tuple[int, bool]]]:
    """Months of one word; and those of several, or of scripts that put no space between words."""
    read = tomllib.loads((Path(__file__).parent / "month_names.toml").read_text(encoding="utf-8"))
    exact = {name: (month, True) for month, name in enumerate(read["jalali"], 1)}
    rows = enumerate(read["gregorian"], 1)
    split = ((name, month) for month, names in rows for name in " ".join(names.split()).split(", "))
    exact |= {name: (month, False) for name, month in split if name not in exact}
    return exact, {name: month for name, month in exact.items() if not _WORD.fullmatch(name)}


@cache
def _joined_names() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(name) for name in sorted(_names()[1], key=len, reverse=True)))


def _of_iran(line: str, year: int, month: int, day: int) -> FoundDate | None:
    found = gregorian(year, month, day)
    return _found(line, found.year, found.month, found.day) if found else None


def _found(line: str, year: int, month: int, day: int) -> FoundDate | None:
    return FoundDate(0, len(line), year, month, day) if day and is_calendar_day(year, month, day) else None
