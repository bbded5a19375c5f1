"""Quotation marks around words that somebody says, as the language of the words writes them, and inside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple


class _Pairs(NamedTuple):
    """Opening and closing, around what is said and around what is quoted in it."""

    outer: tuple[str, str]
    inner: tuple[str, str]


_ENGLISH = _Pairs(("“", "”"), ("‘", "’"))
_ROMANCE = _Pairs(("«", "»"), ("“", "”"))
_CYRILLIC = _Pairs(("«", "»"), ("„", "“"))
_GERMAN = _Pairs(("„", "“"), ("‚", "‘"))
_PAIRS = {
    "fr": _Pairs(("«\u202f", "\u202f»"), ("“", "”")),
    **dict.fromkeys(("es", "it", "ca", "el", "hy"), _ROMANCE),
    **dict.fromkeys(("ru", "uk", "be", "kk", "ky", "tg"), _CYRILLIC),
    **dict.fromkeys(("de", "cs", "sk", "sl", "bg", "sr", "hr", "lt", "et", "ka"), _GERMAN),
    **dict.fromkeys(("pl", "ro", "hu"), _Pairs(("„", "”"), ("«", "»"))),
    "ja": _Pairs(("「", "」"), ("『", "』")),
}
# « and » with the spaces of French. Single ones are left as they are, for most are apostrophes.
_MARK = re.compile('«[ \u00a0\u202f]?|[ \u00a0\u202f]?»|[“”„"「」]')
_OPENERS, _CLOSERS = str.maketrans("“”«»」", "„“»«「"), str.maketrans("“«»「", "”»«」")
_ONE_SIGN = frozenset({"fi", "sv"})  # ”so”
_BEHIND_CLOSING = " \u00a0\u202f\t\n,.;:!?)]}»”"
_BEFORE_OPENING = " \u00a0\u202f\t\n([{—–-/«“„\"‘'"


class Change(NamedTuple):
    """`said[start:end]` is to be `mark`."""

    start: int
    end: int
    mark: str


@dataclass(frozen=True, slots=True)
class Paired:
    """What stands before and behind what is said, and which marks in it are others, as they are inside a pair."""

    before: str
    behind: str
    changes: tuple[Change, ...] = ()


def paired(said: str, language: str) -> Paired:
    """Every mark in it has its other one, also where what is said is a piece that begins or ends between two."""
    pairs = _PAIRS.get(language, _ENGLISH)
    marks = list(_marks(said, language))
    steps = [1 if each.opens else -1 for each in marks]
    depth = max(0, -min(accumulate(steps), default=0))
    before = [_at(pairs, level)[0] for level in range(depth + 1)]
    changes = []
    for each, step in zip(marks, steps, strict=True):
        opening, closing = _at(pairs, depth + each.opens)
        changes.append(Change(each.start, each.end, opening if each.opens else closing))
        depth += step
    behind = [_at(pairs, level)[1] for level in range(depth, -1, -1)]
    return Paired("".join(before), "".join(behind), tuple(changes))


def completed(text: str, language: str) -> tuple[str, str]:
    """What is to stand before and behind a piece that begins or ends between two marks, for it to have both."""
    waiting: list[str] = []
    alone: list[str] = []
    for each in _marks(text, language):
        sign = text[each.start : each.end]
        if each.opens:
            waiting.append(sign)
        elif waiting:
            waiting.pop()
        else:
            alone.append(sign)
    low = next((pair[1] for pair in _PAIRS.get(language, _GERMAN) if pair[0] == "„"), "“")
    closers = _CLOSERS | {ord("„"): low}
    # « and its space for a space and »
    return (
        "".join(sign[::-1].translate(_OPENERS) for sign in reversed(alone)),
        "".join(sign[::-1].translate(closers) for sign in reversed(waiting)),
    )


def _at(pairs: _Pairs, level: int) -> tuple[str, str]:
    """Level 0 is around all of it, level 1 inside that; then they take turns."""
    return pairs.inner if level % 2 else pairs.outer


class _Mark(NamedTuple):
    start: int
    end: int
    opens: bool


def _marks(said: str, language: str) -> Iterator[_Mark]:
    """Neither inches nor apostrophes that are typed so are any."""
    open_ones: list[str] = []
    for found in _MARK.finditer(said):
        start, end = found.span()
        sign = found.group().strip()
        at = start if sign == "«" else end - 1
        last = open_ones[-1] if open_ones else ""
        if sign == '"' and _is_other(said[max(0, at - 1) : at], said[at + 1 : at + 2], last):
            continue
        opens = (sign != "”" or language in _ONE_SIGN) and _opens(said, at, last)
        if opens:
            open_ones.append(sign)
        elif open_ones:
            open_ones.pop()
        # the spaces around »these« are not theirs
        yield _Mark(at, end, opens) if opens else _Mark(start, at + 1, opens)


def _is_other(before: str, after: str, last: str) -> bool:
    return before.isalnum() and (after.isalnum() or (before.isdigit() and not last))


def _opens(said: str, at: int, last: str) -> bool:
    """`last`: the one that was opened last and is not closed, or ""."""
    sign = said[at]
    if sign in "„「」":
        return sign != "」"
    if sign == "«":
        return last != "»"
    before, after = said[max(0, at - 1) : at], said[at + 1 : at + 2]
    begins = not before or before in _BEFORE_OPENING
    if sign == "“":
        return last != "„" and (begins or after.isalnum())
    if sign == '"' and not last and before in {",", ":"}:  # he said,"so
        return after.isalnum()
    return begins and after.strip(_BEHIND_CLOSING) != "" and (sign == '"' or not last)
