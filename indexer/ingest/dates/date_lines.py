"""Date lines: a line, or the end of a title, that is nothing but a date with perhaps a time."""

import re

_MONTHS = (
    "jan(?:uary|vier)?|ene(?:ro)?|feb(?:ruary|rero|ruar)?|f[ée]vr(?:ier)?|mar(?:ch|zo|s)?|m[äa]rz|"
    "apr(?:il)?|avr(?:il)?|abr(?:il)?|may|mai|mayo|jun[ei]?|junio|juin|jul[yi]?|julio|juil(?:let)?|"
    "aug(?:ust)?|ao[uû]t|ago(?:sto)?|sept?(?:ember|embre)?|septiembre|oct(?:ober|obre|ubre)?|okt(?:ober)?|"
    "nov(?:ember|embre|iembre)?|dec(?:ember)?|d[ée]c(?:embre)?|dez(?:ember)?|dic(?:iembre)?|"
    "янв(?:аря|арь)?|фев(?:раля|раль)?|март[а]?|апр(?:еля|ель)?|ма[яй]|июн[яь]|июл[яь]|авг(?:уста|уст)?|"
    "сен(?:тября|тябрь|т)?|окт(?:ября|ябрь)?|ноя(?:бря|брь)?|дек(?:абря|абрь)?"
)
_WEEKDAYS = (
    "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|lundi|mardi|mercredi|jeudi|vendredi|samedi|"
    "dimanche|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo|понедельник|вторник|среда|четверг|"
    "пятница|суббота|воскресенье|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
)
_LABEL = (
    "(?:first )?(?:published|posted|released|issued|created|added|date|publication date|release date|updated|"
    "опубликовано|дата(?: публикации)?|publi[ée]e?|date de publication|fecha|publicado|ver[öo]ffentlicht|datum)"
    r"(?: on| le| el| am)?\s*:?\s*"
)
_NUMERIC = r"\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d{2})"
_WORDY = (
    rf"\d{{1,2}}(?:\s?(?:st|nd|rd|th|er|º|\.))?(?:\s(?:of|de))?[\s-](?:{_MONTHS})\.?,?(?:\s(?:de|del))?[\s-]\d{{4}}"
    rf"|(?:{_MONTHS})\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}"
)
_TIME = (
    r"(?:t|,|\||-|–|at|at:|à|в|um|\s){0,3}\s?\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\.\d{1,6})?"
    r"\s?(?:z|[+-]\d{2}:?\d{2}|am|pm|a\.m\.|p\.m\.|uhr)?\s?\(?(?:msk|мск|gmt|utc|cet|cest|est|edt|local time)?\)?"
)
_STAMP = re.compile(
    rf"[\[(]?\s?(?:{_LABEL})?(?:(?:{_WEEKDAYS})\.?,?\s)?"
    rf"(?P<date>(?:{_NUMERIC}|{_WORDY})(?:{_TIME})?)\s?(?:г\.|года|year)?\s?[\])]?[\s.,;|]{{0,3}}",
    re.IGNORECASE,
)
_CORE = re.compile(rf"(?<![\d./-])(?P<date>(?:{_NUMERIC}|{_WORDY})(?:{_TIME})?)(?![\d/-])", re.IGNORECASE)
_MONTH = re.compile(rf"(?:{_MONTHS})\.?\s(?:de\s)?\d{{4}}", re.IGNORECASE)
_LONGEST = 90
# what each of the dates above has: a year of four figures, or three numbers
_FIGURES = re.compile(r"\d(?:\d{3}|\s?[./-]\s?\d{1,2}\s?[./-]\s?\d\d)")


def month_line(line: str) -> str:
    """The month and year that are all there is on the line: a date where a date is expected, as under a title."""
    return line if len(line) < 30 and _MONTH.fullmatch(line.strip()) else ""


def figures_in(text: str) -> bool:
    """Whether any line of it may be a date line; to be asked first where there are many."""
    return _FIGURES.search(text) is not None


def date_line(line: str) -> str:
    """The date (and time) that is all there is on the line, as written; "" where it is no date line.

    >>> date_line("Published: 24.11.2016 13:44")
    '24.11.2016 13:44'
    """
    if len(line) > _LONGEST or not _FIGURES.search(line):
        return ""
    match = _STAMP.fullmatch(line.strip())
    return match["date"].strip() if match else ""


def date_line_in(line: str) -> str:
    """The one date in a short line that says little else, such as `By Ann Lee | 12.04.2024`; "" where it says more.

    >>> date_line_in("Moscow, 12 April 2024")
    '12 April 2024'
    """
    if len(line) > _LONGEST or not _FIGURES.search(line):
        return ""
    found = [match["date"].strip() for match in _CORE.finditer(line)]
    return found[0] if found and (len(found) == 1 or len(line) < 60) else ""
