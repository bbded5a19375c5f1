"""Lines of an article that are only its date: a stamp under the title, above it, or at the end.

A page may carry teasers of other articles, each with a stamp of its own, above the title or below the text. The
stamp nearest to the title is the article's; without a title in the text, the one before the longest stretch of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.ingest.dates.found import FoundDate
from indexer.ingest.dates.grammar import dates_in
from indexer.ingest.draft import Draft

_LONGEST_LINE = 300
_LONGEST_REST = 40
_HEAD = 6000
_TAIL = 400
_LINE = re.compile(r"[^\n]+")
_REST = re.compile(
    r"[\s\d:.,;|/()\[\]–—-]*|T[\d:.]+(?:Z|[+-][\d:]+)?|"
    r"(?:published|posted|updated|released|issued|date|publication|on|at|as of|time|gmt|utc|msk|am|pm|h|year"
    r"|опубликовано|обновлено|дата|публикации|года|г|мск|publié|publie|mis en ligne|le|à|fecha|publicado|el"
    r"|veröffentlicht|am|um|uhr|stand)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:'s)?")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A line at `start` of the text that is a date and no more; `place` in words for the reader."""

    date: FoundDate
    line: str
    start: int
    place: str


def head_stamps(draft: Draft) -> list[Stamp]:
    """Stamps before the article's text begins, the most likely to be its own first."""
    stamps = list(_stamps(draft, draft.text[:_HEAD]))
    if not stamps:
        return []
    title = _title_at(draft)
    after = [each for each in stamps if title >= 0 and title <= each.start <= title + len(draft.title) + 200]
    return after or _before_longest(stamps, draft.text)


def tail_stamp(draft: Draft) -> Stamp | None:
    """A stamp in the last lines, as under a statement: "Moscow, 17 January 2017"."""
    start = max(0, len(draft.text) - _TAIL)
    stamps = list(_stamps(draft, draft.text[start:]))
    return stamps[-1] if stamps else None


def _stamps(draft: Draft, part: str) -> Iterator[Stamp]:
    for match in _LINE.finditer(part):
        line = match.group().strip()
        if len(line) > _LONGEST_LINE or not any("0" <= each <= "9" for each in line):
            continue
        found = [each for each in dates_in(line) if each.day and each.year]
        if len(found) == 1 and _is_only_a_date(line, found[0], draft.title):
            yield Stamp(found[0], line[found[0].start :], match.start(), "line under the title")


def _is_only_a_date(line: str, found: FoundDate, title: str) -> bool:
    before, after = line[: found.start].strip(), line[found.end :].strip()
    if title and before == title.strip():
        before = ""
    return all(len(each) <= _LONGEST_REST and _is_noise(each) for each in (before, after))


def _is_noise(rest: str) -> bool:
    words = _WORD.sub(lambda match: "" if _REST.fullmatch(match.group()) or _is_place(match.group()) else "#", rest)
    return "#" not in words and len(rest.split()) <= 5


def _is_place(word: str) -> bool:
    return word[:1].isupper()


def _title_at(draft: Draft) -> int:
    return draft.text.find(draft.title.strip(), 0, _HEAD) if draft.title.strip() else -1


def _before_longest(stamps: list[Stamp], text: str) -> list[Stamp]:
    ends = [*(each.start for each in stamps[1:]), len(text)]
    lengths = [end - stamp.start for stamp, end in zip(stamps, ends, strict=True)]
    longest = max(lengths + [stamps[0].start])
    return [stamp for stamp, length in zip(stamps, lengths, strict=True) if length == longest]
