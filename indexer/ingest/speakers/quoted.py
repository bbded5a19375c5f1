"""Where a paragraph quotes: pairs of quotation marks of any kind, the broken ones of machine translation too."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile('[“”„«»"]')
_CLOSERS = {"“": '”"', "„": '“”"', "«": "»", '"': '"”'}
_DEEPEST = 5


@dataclass(frozen=True, slots=True)
class Quoted:
    """`text[start:end]` without its marks; `opened` and `closed` say whether the paragraph has them."""

    start: int
    end: int
    opened: bool = True
    closed: bool = True


def has_quoted(text: str) -> bool:
    return _MARK.search(text) is not None


def quoted_in(text: str, start: int, end: int) -> Iterator[Quoted]:
    """The outermost quotations of the paragraph `text[start:end]`, in reading order, disjoint."""
    opener: re.Match[str] | None = None
    inner: list[str] = []
    done = start
    for mark in _MARK.finditer(text, start, end):
        if _is_apostrophe(text, mark):
            continue
        if opener is None:
            if mark.group() in "”»":
                yield Quoted(done, mark.start(), opened=False)
                done = mark.end()
            else:
                opener = mark
        elif inner and mark.group() in _CLOSERS[inner[-1]]:
            inner.pop()
        elif mark.group() in _CLOSERS[opener.group()]:
            yield Quoted(opener.end(), mark.start())
            opener, inner, done = None, [], mark.end()
        elif mark.group() in _CLOSERS and _opens(text, mark) and len(inner) < _DEEPEST:
            inner.append(mark.group())
    if opener is not None:
        yield Quoted(opener.end(), end, closed=False)


def _is_apostrophe(text: str, mark: re.Match[str]) -> bool:
    """India"s, as some presses print it."""
    return mark.group() == '"' and text[mark.start() - 1 : mark.start()].isalpha() and text[mark.end() : mark.end() + 1].isalpha()


def _opens(text: str, mark: re.Match[str]) -> bool:
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return before.isspace() and not after.isspace()
