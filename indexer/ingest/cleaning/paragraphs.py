"""Lines become paragraphs: those broken in mid-sentence are joined, those that stand for themselves are kept apart."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from indexer.ingest.cleaning.boilerplate import is_boilerplate
from indexer.ingest.cleaning.hyphens import LineEnds, ends_with_hyphen
from indexer.ingest.dates.date_lines import date_line, figures_in

_ENDS = (".", "!", "?", "…", ":", ";", "”", '"', "»", ")", "“", "’", "*")
_BULLET = re.compile(r"(?:[-–—•·*▪◦>]|\(?\w{1,3}[.)])\s")
_WORD = re.compile(r"[^\W\d_]{3,}(?:-[^\W\d_]+)?")
# no sentence and no heading ends with one of these
_DANGLING = re.compile(
    r"\s(?:the|of|to|in|for|by|an?|with|on|from|that|as|at|his|her|its|their|de|la|du|des|der|и|в|на)"
)
_WIDEST_WRAP = 120


def paragraphs(text: str) -> list[str]:
    """The paragraphs of `text`, in which blank lines part paragraphs and single line ends may or may not.

    A form feed marks where a page begins and is left where it stands.
    """
    blocks = list(_blocks(text))
    width = _wrapped_width(blocks)
    parts = [part for block in blocks for part in _unwrapped(block, width)]
    return _rejoined(_without_page_numbers(parts), text)


def _blocks(text: str) -> Iterator[list[str]]:
    lines = [line.strip(" \t") for line in text.split("\n")]
    return (list(block) for filled, block in groupby(lines, bool) if filled)


def _wrapped_width(blocks: Sequence[Sequence[str]]) -> int:
    """The column at which the whole text is wrapped, or 0 where its lines are paragraphs."""
    inner = sorted(len(line) for block in blocks for line in block[:-1])
    if len(inner) < 3:
        return 0
    width, median = inner[len(inner) * 19 // 20], inner[len(inner) // 2]
    return width if 30 <= width <= _WIDEST_WRAP and median >= 0.6 * width else 0


def _unwrapped(block: Sequence[str], width: int) -> list[str]:
    """The paragraphs of one block, each a list of lines joined by line feeds for `_rejoined` to settle."""
    if not width or len(block) == 1:
        return list(block)
    dated = [bool(date_line(line)) for line in block] if figures_in("\n".join(block)) else [False] * len(block)
    parts = [[block[0]]]
    for at, (before, line) in enumerate(pairwise(block)):
        if not (dated[at] or dated[at + 1]) and _wraps_on(before, line.lstrip("\f"), width):
            parts[-1].append(line)
        else:
            parts.append([line])
    return ["\n".join(part) for part in parts]


def _wraps_on(before: str, line: str, width: int) -> bool:
    if _BULLET.match(line) or _is_page_number(before) or _is_page_number(line):
        return False
    if before.endswith(_ENDS):
        # a paragraph's last line is short: the word that follows would have fitted
        return len(before) + 1 + len(line.split(" ", 1)[0]) > 0.9 * width
    return line[:1].islower() or len(before) >= 0.6 * width


def _is_page_number(line: str) -> bool:
    """Up to three digits: four may be a year."""
    return len(line) <= 3 and line.isdecimal()


def _without_page_numbers(parts: Sequence[str]) -> list[str]:
    """A bare number between a sentence's two halves is the number of a page."""
    kept = list(parts[:1])
    for part, after in pairwise([*parts[1:], ""]):
        if not (_is_page_number(part) and after[:1].islower() and not kept[-1].endswith(_ENDS)):
            kept.append(part)
    return kept


def _rejoined(parts: Sequence[str], text: str) -> list[str]:
    ends = LineEnds(text)
    joined: list[str] = []
    for part, after in pairwise([*parts, ""]):
        if joined and _goes_on(joined[-1], part, after):
            joined[-1] = f"{joined[-1]}\n{part}"
        else:
            joined.append(part)
    return [ends.joined(part.split("\n")) if "\n" in part else part for part in joined]


def _goes_on(before: str, part: str, after: str) -> bool:
    """Whether `part` is the second half of a sentence; a run of lines in lower case is a list."""
    first = part.lstrip("\f")
    if len(before) < 60 or before.endswith(_ENDS):
        return False
    dangling = _DANGLING.fullmatch(before[before.rfind(" ") :])
    if not dangling and (not first[:1].islower() or after[:1].islower()):
        return False
    starts_a_sentence = not before[0].islower() and not _BULLET.match(before)
    return starts_a_sentence and not _BULLET.match(first) and not is_boilerplate(first) and not is_boilerplate(before)
