"""Hyphens at line ends: whether one belongs to the word, or was put there because the line was full."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from indexer.ingest.cleaning.compounds import is_closed, is_suspended, is_word, kind_of
from indexer.ingest.language import language_of

_SIGNS = "-\u2010\u058a\u00ad"
SOFT = "\u00ad"
_LETTERS = r"[^\W\d_]"
_WORD = re.compile(rf"{_LETTERS}+(?:[{_SIGNS}]{_LETTERS}+)*")
_PARTING = re.compile(f"[{_SIGNS}]")
_LAST = re.compile(rf"(?P<inner>[{_SIGNS}])?(?P<first>{_LETTERS}+)[{_SIGNS}]$")
_FIRST = re.compile(rf"{_LETTERS}+")
_BROKEN = re.compile(rf"({_LETTERS}{{1,40}})[{_SIGNS}][ \t]*\n[ \t\f]*({_LETTERS}{{1,40}})")
_BETWEEN = frozenset(
    {*("to", "by", "of", "the", "in", "and", "on", "for", "at", "a", "à", "de", "le", "en", "и", "на")}
)
_LONGEST_WORD, _SAMPLE, _ENOUGH = 80, 1500, 2


def ends_with_hyphen(line: str) -> bool:
    """Whether a letter or a figure stands before it, as before no dash."""
    return line[-1:] in _SIGNS and line[-2:-1].isalnum()


class LineEnds:
    """Puts lines together. How a text writes a word elsewhere decides, then the word list, and where that has both
    forms, whether the text breaks words at all: what was only wrapped has none but its own hyphens at line ends."""

    def __init__(self, text: str) -> None:
        self._text = text

    def joined(self, lines: Sequence[str]) -> str:
        pieces = [lines[0]]
        for before, line in pairwise(lines):
            begins = line.lstrip("\f")
            if not ends_with_hyphen(before) or not begins[:1].isalnum():
                pieces.append(" ")
            elif self._is_broken(before, begins):
                pieces[-1] = pieces[-1][:-1]
            elif is_suspended(begins, self._language):
                pieces.append(" ")
            pieces.append(line)
        return "".join(pieces)

    def _is_broken(self, before: str, line: str) -> bool:
        left, right = _LAST.search(before[-_LONGEST_WORD:]), _FIRST.match(line[:_LONGEST_WORD])
        if before[-1] == SOFT or not left or not right:
            return before[-1] == SOFT  # else 1990-1995
        first, last = left["first"], right[0]
        if _is_plain_compound(first, last, inner=bool(left["inner"])):
            return False
        joined, hyphened = self._times_written(first, last)
        if joined or hyphened:
            return joined >= hyphened
        if last[0].isupper():
            return self._kind(first, last) == "word" and is_word(first + last)
        if is_suspended(line, self._language):
            return is_word(first + last)
        in_compound = bool(left["inner"]) or line[right.end() : right.end() + 1] in {*_SIGNS}
        return self._was_broken(first, last, in_compound=in_compound)

    def _was_broken(self, first: str, last: str, *, in_compound: bool) -> bool:
        kind, (compounds, words) = self._kind(first, last), self._habit
        if kind == "either":
            return words > 0 or compounds < _ENOUGH if is_closed(first + last) else words > compounds
        if kind == "unknown":
            return not in_compound and (words > 0 or compounds < _ENOUGH)
        return kind == "word"

    def _kind(self, first: str, last: str) -> str:
        return kind_of(first, last, self._language)

    @cached_property
    def _language(self) -> str:
        return language_of(self._text[:_SAMPLE]) or "en"

    def _times_written(self, first: str, last: str) -> tuple[int, int]:
        """How often the text has the word without and with a hyphen, elsewhere than at a line's end."""
        return self._written[f"{first}{last}".casefold()], self._written[f"{first}-{last}".casefold()]

    @cached_property
    def _written(self) -> Counter[str]:
        words = Counter(_WORD.findall(self._text.casefold()))
        for word, times in list(words.items()):
            if not word.isalpha():
                parts = _PARTING.split(word)
                del words[word]
                words.update(dict.fromkeys([*parts, *map("-".join, pairwise(parts))], times))
        return words

    @cached_property
    def _habit(self) -> tuple[int, int]:
        """How many of the words at line ends can only be compounds, and how many only broken ones."""
        pairs = (each for each in _BROKEN.findall(self._text) if each[1][0].islower())
        kinds = Counter(self._kind(*each) for each in pairs)
        return kinds["compound"], kinds["word"]


def _is_plain_compound(first: str, last: str, *, inner: bool) -> bool:
    """`Asia-Pacific`, `EU-wide`, `day-to-day`: no word of any language looks so when it is broken."""
    if first.isupper() and len(first) > 1:
        return not last.isupper()
    return last[0].isupper() or (inner and first in _BETWEEN)
