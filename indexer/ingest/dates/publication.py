"""The date an article was published, by the strongest evidence there is, and that evidence in words."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cached_property

from indexer.article import PartialDate
from indexer.ingest.dates.declared import read_declared
from indexer.ingest.dates.found import FoundDate, is_calendar_day
from indexer.ingest.dates.grammar import dates_in
from indexer.ingest.dates.stamped import head_stamps, tail_stamp
from indexer.ingest.dates.years import YearEvidence, year_of, years_in
from indexer.ingest.draft import Draft

_EARLIEST = 1900
_ADDRESS = re.compile(r"/((?:19|20)[0-9]{2})[/-](0?[1-9]|1[0-2])(?:[/-](0?[1-9]|[12][0-9]|3[01]))?(?=[/_.-]|$)")
_LEDE_PARAGRAPHS = 4
_LEDE_LENGTH = 1800
_BACKGROUND_AFTER = timedelta(days=400)
# "resolution 71/12 of 18 November 2016", "since 1 May 2010": the date of something else
_OF_SOMETHING_ELSE = re.compile(r"(?:\bdated|\bof|\bsince|\buntil|\bborn|\bот|\bс|\bdu|\bdepuis|\bdesde)\s(?:the\s)?$")
_SENTENCE_END = re.compile(r"[.!?]\s")


def date_of(draft: Draft, today: date | None = None) -> PartialDate:
    """Never in the future (beyond tomorrow, for time zones) and never before 1900; empty where nothing speaks for one."""
    case = _Case(draft, (today or datetime.now(UTC).date()) + timedelta(days=1))
    for read in _LADDER:
        found = read(case)
        if found.value:
            return found
    return PartialDate()


@dataclass(frozen=True)
class _Case:
    """A draft, the last day it can be of, and what is read from it only when a rung asks."""

    draft: Draft
    latest: date

    @cached_property
    def dates(self) -> list[FoundDate]:
        return dates_in(self.draft.text)

    @cached_property
    def years(self) -> list[YearEvidence]:
        address = _addressed(self).value[:4]
        in_address = [YearEvidence(int(address) * 100 + 1, int(address) * 100 + 12, "the address")] if address else []
        return in_address or years_in(f"{self.draft.title}\n{self.draft.text}", self.dates, self.latest)

    def plausible(self, found: FoundDate) -> bool:
        if not found.year:
            return False
        return found.year >= _EARLIEST and date(found.year, found.month or 1, found.day or 1) <= self.latest

    def quoted(self, found: FoundDate) -> str:
        return " ".join(self.draft.text[found.start : found.end].split())


def _declared(case: _Case) -> PartialDate:
    draft = case.draft
    found = read_declared(draft.date, draft.text)
    if not found or not case.plausible(found):
        return PartialDate()
    evidence = f"{draft.date_evidence}: {draft.date}" if draft.date_evidence else f"the file's own date: {draft.date}"
    stated = PartialDate(found.value, evidence)
    finer = _stamped(case) if not found.day else PartialDate()
    return finer if finer.value.startswith(stated.value) else stated


def _stamped(case: _Case) -> PartialDate:
    for stamp in head_stamps(case.draft):
        if case.plausible(stamp.date):
            return PartialDate(stamp.date.value, f"{stamp.place}: {stamp.line}")
    return PartialDate()


def _addressed(case: _Case) -> PartialDate:
    match = _ADDRESS.search(case.draft.url)
    if not match:
        return PartialDate()
    year, month, day = (int(each or 0) for each in match.groups())
    found = FoundDate(0, 0, year, month, day)
    fits = is_calendar_day(year, month, day) and case.plausible(found)
    return PartialDate(found.value, f"address: {match.group()}") if fits else PartialDate()


def _dated_address(case: _Case) -> PartialDate:
    found = _addressed(case)
    return found if found.precision == "day" else PartialDate()


def _titled(case: _Case) -> PartialDate:
    for found in dates_in(case.draft.title):
        if found.day and case.plausible(found):
            return PartialDate(found.value, f"title: {case.draft.title[found.start : found.end]}")
    return PartialDate()


def _in_lede(case: _Case) -> PartialDate:
    """The first day that the lede names, unless the text goes on to days long after it: then it is background."""
    end = _lede_end(case.draft.text)
    for found in case.dates:
        if found.start >= end:
            break
        if not found.day or _OF_SOMETHING_ELSE.search(case.draft.text, max(0, found.start - 12), found.start):
            continue
        dated = _with_year(case, found)
        if dated.value and not _is_background(case, dated.value):
            return dated
    return PartialDate()


def _with_year(case: _Case, found: FoundDate) -> PartialDate:
    place = "first sentence" if _in_first_sentence(case.draft.text, found) else "first paragraphs"
    quoted = case.quoted(found)
    if found.year:
        return PartialDate(found.value, f"{place}: {quoted}") if case.plausible(found) else PartialDate()
    year, reason = year_of(found, case.years)
    whole = replace(found, year=year)
    if not year or not is_calendar_day(year, found.month, found.day) or not case.plausible(whole):
        return PartialDate()
    return PartialDate(whole.value, f"{place}: {quoted}; year from {reason}")


def _closing(case: _Case) -> PartialDate:
    stamp = tail_stamp(case.draft)
    return (
        PartialDate(stamp.date.value, f"last line: {stamp.line}")
        if stamp and case.plausible(stamp.date)
        else PartialDate()
    )


def _month_in_address(case: _Case) -> PartialDate:
    return _addressed(case)


def _latest_year(case: _Case) -> PartialDate:
    """A text is not older than the latest year it names: not the date, but a year to find it under."""
    if not case.years:
        return PartialDate()
    latest = max(case.years, key=lambda each: each.first // 100)
    return PartialDate(str(latest.first // 100), f"no date of its own; the latest year named: {latest.reason}")


_LADDER: tuple[Callable[[_Case], PartialDate], ...] = (
    _declared,
    _stamped,
    _dated_address,
    _titled,
    _in_lede,
    _closing,
    _month_in_address,
    _latest_year,
)


def _is_background(case: _Case, value: str) -> bool:
    limit = date.fromisoformat(value) + _BACKGROUND_AFTER
    named = (date(each.year, each.month, each.day or 1) for each in case.dates if each.month and case.plausible(each))
    return any(each > limit for each in named)


def _lede_end(text: str) -> int:
    end = 0
    for _ in range(_LEDE_PARAGRAPHS):
        following = text.find("\n\n", end + 2)
        if following < 0:
            return min(len(text), _LEDE_LENGTH)
        end = following
    return min(end, _LEDE_LENGTH)


def _in_first_sentence(text: str, found: FoundDate) -> bool:
    before = text[: found.start]
    return "\n\n" not in before.strip() and not _SENTENCE_END.search(before)
