"""Lines of an article that are only its date: a date line under the title, above it, or at the end.

A page may carry teasers of other articles, each with a date line of its own, above the title or below the text. The
date line nearest to the title is the article's; without a title in the text, the one before the longest stretch of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.ingest.dates.labels import may_date, said_by
from indexer.ingest.draft import Draft
from indexer.text.dates.found import FoundDate
from indexer.text.dates.grammar import dates_in
from indexer.text.dates.numeric import Order
from indexer.text.dates.words import WEEKDAYS

_LONGEST_LINE = 300
_LONGEST_REST = 40
_HEAD = 6000
_TOP = 1200  # further down, a date line is that of a document that the text gives
_TAIL = 400
_LINE = re.compile(r"[^\n]+")
_REST = re.compile(
    r"t|z|published|posted|updated|released|issued|date|publication|on|at|as|of|time|local|gmt|utc|msk|am|pm|h|year"
    r"|опубликовано|обновлено|дата|публикации|года|г|мск|publié|publie|mis|en|ligne|le|à|fecha|publicado|el"
    r"|veröffentlicht|um|uhr|stand",
    re.IGNORECASE,
)
# "Adopted by the Council on 3 March 2024", "Done at Vienna, on": the day of a document, under its title or its text
_ADOPTED = re.compile(
    r"\W{0,2}(?:resolution\s|decision\s|statement\s)?(?:adopted|approved|agreed|signed|done|issued|delivered|given|released"
    r"|passed|enacted|proclaimed|votée?s?|promulguée?s?"
    r"|принят[аоы]?|утвержд[её]н[аоы]?|подписан[аоы]?|совершено|adoptée?s?|approuvée?s?|signée?s?|fait|aprobad[ao]s?|adoptad[ao]s?"
    r"|firmad[ao]s?|hecho|angenommen|verabschiedet|beschlossen|unterzeichnet)(?!\w).{0,90}",
    re.IGNORECASE,
)
_LONGEST_ADOPTED = 110
# "… on 3 March 2024 without a vote", "by 120 votes to none"
_HOW = re.compile(
    r"\W{0,2}(?:without a (?:recorded )?vote|by (?:consensus|acclamation|unanimity|\d{1,3} votes?\W.{0,60})|unanimously"
    r"|sans (?:être mise aux voix|vote)|par consensus|à l.unanimité|sin votación|por (?:consenso|unanimidad)"
    r"|без голосования|консенсусом|единогласно)\W{0,2}",
    re.IGNORECASE,
)
# "of 3 March 2024" under "Resolution 14": the day that it is cited with
_OF = frozenset({"of", "dated", "от", "du", "de", "vom"})
_ARTICLE = re.compile(r"(?<=,)\s(?:the|le|el|den|il|a|em|lo|on)$")
_BY = re.compile(r"(?:by|par|von|por|автор:?)\s\S")  # "Posted on 3 May 2018 by admin"
_BARS = frozenset("|·•/")  # 7 February 2019 | News
_WORD = re.compile(r"[^\W\d_]+(?:'s)?")


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line at `start` of the text that is a date and no more."""

    date: FoundDate
    line: str
    start: int


def head_date_lines(draft: Draft, order: Order | None = None) -> list[DateLine]:
    """Date lines before the article's text begins, the most likely to be its own first."""
    date_lines = list(_date_lines(draft, draft.text[:_HEAD], order))
    if not date_lines:
        return []
    title = draft.text.find(draft.title.strip(), 0, _HEAD) if draft.title.strip() else -1
    after = [each for each in date_lines if 0 <= title <= each.start <= title + len(draft.title) + 200]
    return after or _before_longest([each for each in date_lines if each.start < _TOP], draft.text)


def tail_date_line(draft: Draft, order: Order | None = None) -> DateLine | None:
    """A date line in the last lines, as under a statement: "Moscow, 17 January 2017"."""
    start = draft.text.rfind("\n", 0, max(0, len(draft.text) - _TAIL)) + 1
    date_lines = list(_date_lines(draft, draft.text[start:], order))
    return date_lines[-1] if date_lines else None


def _date_lines(draft: Draft, part: str, order: Order | None) -> Iterator[DateLine]:
    for match in _LINE.finditer(part):
        line = match.group().strip()
        if len(line) > _LONGEST_LINE or not _stands_alone(part, match.start(), draft.title):
            continue
        found = [each for each in dates_in(line, order) if each.day and each.year]
        if len(found) != 1 or (not found[0].start and _ends_sentence(line, part[: match.start()])):
            continue
        if _is_only_a_date(line, found[0], draft.title) and may_date(said_by(line)):
            yield DateLine(found[0], line[found[0].start :], match.start())


def _ends_sentence(line: str, before: str) -> bool:
    """Whether the line ends a sentence that was wrapped before its date: "… debentures due", "15 November 2012."."""
    last = before.rstrip()[-1:]
    return line.endswith(".") and (last.islower() or last == ",")


def _stands_alone(part: str, start: int, title: str) -> bool:
    """Whether the line begins a paragraph or stands under the title: a wrapped sentence may break before a date."""
    before = part[:start].rstrip(" \t")
    return before[-2:] in {"", "\n", "\n\n"} or (bool(title.strip()) and before.rstrip().endswith(title.strip()))


def _is_only_a_date(line: str, found: FoundDate, title: str) -> bool:
    before, after = line[: found.start].strip(), line[found.end :].strip()
    if title and before == title.strip():
        before = ""
    if _ADOPTED.fullmatch(before) and len(line) <= _LONGEST_ADOPTED:
        return _is_noise(after) or after[:1] in {"[", "("} or bool(_HOW.fullmatch(after))
    if before.casefold() in _OF and not after.strip(".г "):
        return True
    if len(before) > _LONGEST_REST or len(after) > _LONGEST_REST:
        return False
    said_before = _is_noise(before) or _is_place(before) or before[-1:] in _BARS
    return said_before and (_is_noise(after) or after[:1] in _BARS or bool(_BY.match(after)))


def _is_place(before: str) -> bool:
    """`Porto,`, `Berlin, den`, `Moscow.`"""
    place = _ARTICLE.sub("", before)
    few = len(place.split()) <= (3 if place.endswith(",") else 1)
    return few and place.endswith((",", ".")) and place[:1].isupper()


def _is_noise(rest: str) -> bool:
    """Nothing but a time, a weekday and words such as "Published:"."""
    return all(_REST.fullmatch(word) or word.lower() in WEEKDAYS for word in _WORD.findall(rest))


def _before_longest(date_lines: list[DateLine], text: str) -> list[DateLine]:
    if not date_lines:
        return []
    ends = [*(each.start for each in date_lines[1:]), len(text)]
    lengths = [end - date_line.start for date_line, end in zip(date_lines, ends, strict=True)]
    longest = max(date_lines[0].start, *lengths)
    return [date_line for date_line, length in zip(date_lines, lengths, strict=True) if length == longest]
