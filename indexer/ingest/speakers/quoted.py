"""Where a paragraph quotes: pairs of quotation marks of any kind, the broken ones of machine translation too."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile('[“”„«»‹›‘"]')
# What closes a mark: „ “ in German and Russian, » « in German, ” ” in Swedish, “ “ where a machine lost the other.
_CLOSERS = {"“": '”"“', "„": '“”"', "«": '»"', '"': '"”', "‹": "›", "»": "«", "”": "”", "›": "‹"}
_DEEPEST = 5
# A closing ’ is no apostrophe: nothing of a word follows it, nor is it the end of "the members’ rights".
_SINGLE_CLOSES = re.compile(r"(?<=\S)’(?![^\W_])(?!(?<=s’)\s[a-z])")
_CLOSES_BOTH = re.compile(r"[,.]?\s?[—–-]\s|[.,]?\s*$")


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
    inner_end: int | None = None
    done, may_be_single = start, True
    for mark in _MARK.finditer(text, start, end):
        if mark.start() < done or _is_apostrophe(text, mark):
            continue
        if opener is None and mark.group() == "‘":
            closed = _SINGLE_CLOSES.search(text, mark.end(), end) if may_be_single else None
            may_be_single = closed is not None
            if closed:
                yield Quoted(mark.end(), closed.start())
                done = closed.end()
        elif opener is None:
            if mark.group() in "”»›" and not _opens_reversed(text, mark, start, end):
                yield Quoted(done, mark.start(), opened=False)
                done = mark.end()
            else:
                opener = mark
        elif inner and mark.group() in _CLOSERS[inner[-1]]:
            inner.pop()
            inner_end = mark.start()
        elif mark.group() == '"' == opener.group() and _opens(text, mark) and _is_inner(text, mark, end):
            inner.append(mark.group())
        elif mark.group() == '"' == opener.group() and _opens(text, mark) and _opens(text, opener):
            yield Quoted(opener.end(), mark.start(), closed=False)  # the closing mark is lost
            opener, inner, inner_end, done = mark, [], None, mark.start()
        elif _closes(text, opener, mark, start):
            yield Quoted(opener.end(), mark.start())
            opener, inner, inner_end, done = None, [], None, mark.end()
        elif mark.group() in _CLOSERS and _opens(text, mark) and len(inner) < _DEEPEST:
            inner.append(mark.group())
    if opener is not None and inner_end is not None and not inner and _CLOSES_BOTH.match(text, inner_end + 1, end):
        # «Мы из «Волны», — сказал: one mark closes both
        yield Quoted(opener.end(), inner_end)
    elif opener is not None:
        yield Quoted(opener.end(), end, closed=False)


def _is_apostrophe(text: str, mark: re.Match[str]) -> bool:
    """India"s, as some presses print it."""
    return (
        mark.group() == '"'
        and text[mark.start() - 1 : mark.start()].isalpha()
        and text[mark.end() : mark.end() + 1].isalpha()
    )


def _closes(text: str, opener: re.Match[str], mark: re.Match[str], start: int) -> bool:
    if opener.group() == "»" and opener.start() == start and mark.group() == "»":
        return True  # » goes on with what the paragraph before has left open
    if mark.group() not in _CLOSERS[opener.group()]:
        return False
    if mark.group() == '"' != opener.group():
        return not _opens(text, mark)
    if mark.group() == "“" == opener.group():
        begins_word = text[mark.end() : mark.end() + 1].isalnum()
        return mark.start() > opener.end() and not begins_word and not text[mark.start() - 1].isspace()
    return True


def _is_inner(text: str, mark: re.Match[str], end: int) -> bool:
    """Of "It is the "B" port," the second mark: two more follow, of which the first closes some words."""
    second = text.find('"', mark.end(), end)
    third = text.find('"', second + 1, end) if second >= 0 else -1
    closes = second >= 0 and not text[second - 1].isspace() and not text[second + 1 : second + 2].isalnum()
    return closes and third >= 0 and not text[third - 1].isspace() and not text[third + 1 : third + 2].isalnum()


def _opens(text: str, mark: re.Match[str]) -> bool:
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return (not before or before.isspace()) and after != "" and not after.isspace()


def _opens_reversed(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """»…«, ”…”, and the » with which a French paragraph goes on: the mark stands before a word, and its like follows."""
    if mark.start() != start and not (_opens(text, mark) or text[mark.start() - 1] in "(["):
        return False
    following = _MARK.search(text, mark.end(), end)
    goes_on = mark.group() == "»" and mark.start() == start
    likely = {"»": "«»" if goes_on else "«", "”": "”", "›": "‹"}[mark.group()]
    follows = goes_on or text[mark.end() : mark.end() + 1].strip(" \u00a0\u202f") != ""
    return following is not None and following.group() in likely and follows
