"""Lines become paragraphs: those broken in mid-sentence are joined, those that stand for themselves are kept apart."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from indexer.ingest.cleaning.boilerplate import is_boilerplate
from indexer.ingest.cleaning.hyphens import SOFT, LineEnds
from indexer.ingest.cleaning.wraps import (
    ENDS,
    dangles,
    is_broken_word,
    is_cut,
    is_item,
    is_page_number,
    is_small,
    wrapped_on,
)
from indexer.ingest.dates.date_lines import date_line, figures_in

_WIDEST_WRAP = 120
_LONG_ENOUGH = 60


def paragraphs(text: str) -> list[str]:
    """The paragraphs of `text`, in which blank lines part paragraphs and single line ends may or may not.

    A form feed marks where a page begins and is left where it stands.
    """
    blocks = list(_blocks(text))
    width = _wrapped_width(blocks)
    parts = [part for block in blocks for part in _unwrapped(block, width, text if block is blocks[0] else "")]
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


def _unwrapped(block: Sequence[str], width: int, opened: str) -> list[str]:
    """The paragraphs of one block, each a list of lines joined by line feeds for `_rejoined` to settle; `opened` is the
    text that it opens."""
    if len(block) == 1:
        return list(block)
    may_wrap = width or any(map(is_small, block[1:]))
    on = wrapped_on(block, width, opens=bool(opened)) if may_wrap else [False] * (len(block) - 1)
    if opened and is_cut(block[0], block[1], opened):
        on[0] = True
    dated = any(on) and figures_in("\n".join(block))
    parts = [[block[0]]]
    for goes_on, (before, line) in zip(on, pairwise(block), strict=True):
        if goes_on and not (dated and (date_line(before) or date_line(line))):
            parts[-1].append(line)
        else:
            parts.append([line])
    return ["\n".join(part) for part in parts]


def _without_page_numbers(parts: Sequence[str]) -> list[str]:
    """A bare number between a sentence's two halves is the number of a page."""
    kept = list(parts[:1])
    for part, after in pairwise([*parts[1:], ""]):
        if not (is_page_number(part) and is_small(after) and not kept[-1].endswith(ENDS)):
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
    whole = (ends.joined(part.split("\n")) if "\n" in part else part for part in joined)
    return [part.replace(SOFT, "") for part in whole] if SOFT in text else list(whole)


def _goes_on(before: str, part: str, after: str) -> bool:
    """Whether `part` is the second half of a sentence; a run of lines in lower case is a list."""
    if is_broken_word(before, part):
        return True
    if before.endswith(ENDS) or before[0].islower() or any(map(is_item, (before, part))):
        return False
    long_enough = len(before) >= _LONG_ENOUGH
    if dangles(before):
        goes_on = long_enough or is_small(part) or len(part) > _WIDEST_WRAP
    else:
        goes_on = long_enough and is_small(part) and not is_small(after)
    return goes_on and not is_boilerplate(part.lstrip("\f")) and not is_boilerplate(before)
