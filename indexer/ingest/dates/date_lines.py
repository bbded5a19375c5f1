"""Date lines: a line, or the end of a title, that is nothing but a date with perhaps a time."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from indexer.ingest.dates.labels import Said, cut_at_labels, may_date, said_by
from indexer.text.dates.stamps import read_stamp

_MONTHS = (
    "jan(?:uar|uary|vier)?|ene(?:ro)?|feb(?:ruary|rero|ruar)?|f[ée]vr(?:ier)?|mar(?:ch|zo|s)?|m[äa]rz|"
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
    "(?:first )?(?:published|posted|released|issued|created|added|date|publication date|release date|"
    "опубликовано|дата(?: публикации)?|publi[ée]e?|date de publication|fecha|publicado|stand|ver[öo]ffentlicht|datum)"
    r"(?: on| le| el| am)?\s*:?\s*"
)
_NUMERIC = r"\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d{2})"
_A_YEAR = r"(?:\d{4}|['’]\d{2})(?!\d)"
_WORDY = (
    rf"\d{{1,2}}(?:\s?(?:st|nd|rd|th|er|º|\.))?(?:\s(?:of|de))?[\s-](?:{_MONTHS})\.?,?(?:\s(?:de|del))?[\s-]{_A_YEAR}"
    rf"|(?:{_MONTHS})\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s{_A_YEAR}"
)
_TIME = (
    r"(?:t|,|\||-|–|at|at:|à|в|um|\s){0,3}\s?\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\.\d{1,6})?"
    r"\s?(?:z|[+-]\d{2}:?\d{2}|am|pm|a\.m\.|p\.m\.|uhr)?\s?\(?(?:msk|мск|gmt|utc|cet|cest|est|edt|local time)?\)?"
)
_STAMP = re.compile(
    rf"[\[(]?\s?(?:{_LABEL})?(?:(?:{_WEEKDAYS})\.?,?\s)?(?:the\s)?"
    rf"(?P<date>(?:{_NUMERIC}|{_WORDY})(?:{_TIME})?)\s?(?:г\.|года|year)?\s?[\])]?[\s.,;|]{{0,3}}",
    re.IGNORECASE,
)
_CORE = re.compile(rf"(?<![\d./-])(?P<date>(?:{_NUMERIC}|{_WORDY})(?:{_TIME})?)(?![\d/-])", re.IGNORECASE)
_MONTH = re.compile(rf"(?:{_MONTHS})\.?\s(?:de\s)?\d{{4}}", re.IGNORECASE)
_FEWEST_LABELS = 2
_EDGES = " .,;:|·•–—-/：()（）\u3000"
_WITHIN = re.compile(r"^\W{0,3}[^\W\d_]{1,4}[\s:：]")  # "on ", "le ", "日："
_WORD = re.compile(r"[^\W\d_]{2}")
_LONGEST = 90
_MOST_LABEL_WORDS = 6  # "This page was last updated on"
# "… debentures due", "November 15, 2012.": a sentence that was wrapped before its date
_ENDS_SENTENCE = re.compile(rf"(?:{_WORDY})\.", re.IGNORECASE)
# "7 May 2024 (updated)"
_LABEL_AFTER = re.compile(r"\s?[(\[（]?([^\W\d_]{2,14})")
# what each of the dates above has: a year of four figures, or three numbers
_FIGURES = re.compile(r"\d(?:\d{3}|\s?[./-]\s?\d{1,2}\s?[./-]\s?\d\d)|['’]\d\d|[年년]")


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
    if match:
        return "" if _ENDS_SENTENCE.fullmatch(line.strip()) else match["date"].strip()
    if read_stamp(line.strip()):
        return line.strip() if may_date(said_by(line)) else ""
    return _published(line)


def _published(line: str) -> str:
    """The date of publication in a line that has it and that of a change, and no more."""
    pieces = _pieces(line)
    told = [each.words for each in pieces if not each.day and _WORD.search(each.words)]
    own = [each.day for each in pieces if each.day and each.said == "published"]
    return own[0] if len(own) == 1 and all(len(words.split()) == 1 for words in told) else ""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as a short line writes it, what the line says of it, and the words before it."""

    written: str
    said: Said = ""
    before: str = ""


def dates_written(line: str) -> list[WrittenDate]:
    """The dates of a short line in reading order, each with its label.

    >>> [(each.written, each.said) for each in dates_written("Updated 7 May 2024, first published 3 March 2024")]
    [('7 May 2024', 'updated'), ('3 March 2024', 'published')]
    """
    if len(line) > _LONGEST or not _FIGURES.search(line):
        return []
    found: list[WrittenDate] = []
    done = 0
    matches = list(_CORE.finditer(line))
    for match in matches:
        before, after = line[done : match.start()], _LABEL_AFTER.match(line, match.end())
        said = said_by(after[1]) if after and match is matches[-1] else ""
        found.append(WrittenDate(match["date"].strip(), said or said_by(before), before))
        done = match.end()
    if not matches and read_stamp(line.strip()):
        return [WrittenDate(line.strip(), said_by(line))]
    return _labelled(line, len(matches)) or found


def _labelled(line: str, read: int) -> list[WrittenDate]:
    """The dates after labels, where these are more than those that were read: in other languages only a line that is
    a date and no more is read as one."""
    found = [WrittenDate(each.day, each.said) for each in _pieces(line) if each.day]
    return found if len(found) > read else []


class _Piece(NamedTuple):
    """A label's meaning, the words behind it, and the date that these are, if any."""

    said: Said
    words: str
    day: str


def _pieces(line: str) -> list[_Piece]:
    """The line cut at its labels; nothing where it has no two years."""
    pieces = list(cut_at_labels(line)) if len(_FIGURES.findall(line)) >= _FEWEST_LABELS else []
    several = pieces if len(pieces) >= _FEWEST_LABELS else []
    return [_Piece(said_by(label), words, _day_after(words)) for label, words in several]


def _day_after(words: str) -> str:
    """The date that is all there is after a label, but for "on" or "le"."""
    return date_line(words.strip(_EDGES)) or date_line(_WITHIN.sub("", words, count=1).strip(_EDGES))


def date_line_in(line: str) -> str:
    """The one date in a short line that says little else, such as `By Ann Lee | 12.04.2024`; "" where it says more.

    >>> date_line_in("Moscow, 12 April 2024")
    '12 April 2024'
    """
    found = dates_written(line)
    return found[0].written if found and (len(found) == 1 or len(line) < 60) else ""


def is_update_line(line: str) -> bool:
    """Whether the line says when the page was changed, and nothing else."""
    found = dates_written(line)
    if len(found) != 1 or found[0].said != "updated" or len(found[0].before.split()) > _MOST_LABEL_WORDS:
        return False
    return bool(date_line(line.replace(found[0].before, "", 1)))
