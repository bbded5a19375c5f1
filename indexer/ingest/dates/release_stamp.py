"""A day that a press release has at its head without a line of its own: after FOR IMMEDIATE RELEASE, or between its
title and the place it is sent from."""

import re

from indexer.article import DateEvidence, PartialDate
from indexer.text.dates.found import FoundDate

_HEAD = 1500
_MOST_LINES = 12
_LONGEST_TITLE = 300
_PROSE = 14
_LONG_PROSE = 40
_PROSE_ENDS = {*'.!?…:;”"»'}
_RELEASE = re.compile(
    r"(?<!\w)(?:for (?:immediate )?release|press release|news release|embargoed until|пресс-релиз|pressemitteilung"
    r"|communiqué de presse|nota de prensa|comunicado de prensa|for immediate publication)"
    r"\W{0,4}(?:[^\W\d_]{3,12},? )?$",
    re.IGNORECASE,
)
# "… agreed to meet on", "the treaty of": a sentence or a title goes on to its date
_GOES_ON = re.compile(
    r"(?<!\w)(?:on|of|in|by|at|to|for|from|since|until|till|and|or|the|before|after|during|between|through|dated|as|is|was"
    r"|will|held|le|du|de|des|en|am|vom|bis|seit|el|del|с|от|до|по|в|на|к)\s?$",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"(?<!\w)(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s?$", re.IGNORECASE)
# "Washington D C" up to the end of the line, or in capitals before the story
_PLACE = re.compile(
    r"[\s.,–—-]{0,4}(?:(?:[A-Z][\w.’'-]{0,20}[ ,.]{0,3}){1,5}$"
    r"|[A-Z]{3,20}(?![a-z])(?:[ ,.]{1,3}[A-Z][A-Z.]{0,20}(?![a-z])){0,4}[\s,–—-])"
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_FEWEST_WORDS = 3
_CAPITALISED = 0.7


def release_stamp(text: str, dates: list[FoundDate]) -> PartialDate:
    """The first such day; `dates` are those of the text."""
    start = 0
    for line in text[:_HEAD].split("\n", _MOST_LINES)[:_MOST_LINES]:
        end = start + len(line)
        for found in dates:
            if start <= found.start < end and found.year and found.day and _is_stamp(text, start, end, found):
                quoted = " ".join(text[found.start : found.end].split())
                return PartialDate(found.value, DateEvidence("under title", quoted=quoted))
        words = len(line.split())
        if words >= _LONG_PROSE or (words >= _PROSE and line.rstrip()[-1:] in _PROSE_ENDS):
            break
        start = end + 1
    return PartialDate()


def _is_stamp(text: str, start: int, end: int, found: FoundDate) -> bool:
    before = _WEEKDAY.sub("", text[max(start, found.start - _LONGEST_TITLE) : found.start].rstrip())
    if _RELEASE.search(before) or _RELEASE.search(text[max(0, found.start - 60) : found.start]):
        return True
    if found.start - start > _LONGEST_TITLE or before.rstrip()[-1:] in {*".,;:!?"}:
        return False
    if _GOES_ON.search(before):
        return False
    return bool(_PLACE.match(text, found.end, end)) or (not text[found.end : end].strip() and _is_headline(before))


def _is_headline(words: str) -> bool:
    """Whether most of the long words begin with a capital, as those of a headline do."""
    long = _WORD.findall(words)
    return len(long) >= _FEWEST_WORDS and sum(word[0].isupper() for word in long) >= _CAPITALISED * len(long)
