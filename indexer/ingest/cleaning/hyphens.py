"""Hyphens at line ends: whether one belongs to the word, or was put where a line was full."""

import re
from collections import Counter
from functools import cached_property

from indexer.ingest.cleaning.compounds import Compounds

HYPHENS = "-\u2010\u058a"
_LETTERS = r"[^\W\d_]"
_WORD = re.compile(rf"{_LETTERS}+(?:[{HYPHENS}]{_LETTERS}+)*")
_LAST = re.compile(rf"({_LETTERS}*)[{HYPHENS}]$")
_FIRST = re.compile(rf"{_LETTERS}+")
_SAMPLE = 1500


def ends_with_hyphen(line: str) -> bool:
    """Whether a letter or a figure stands before it, as before no dash."""
    return line[-1:] in HYPHENS and line[-2:-1].isalnum()


class LineEnds:
    """Puts the lines of one text together, whose other words show how it writes those at line ends."""

    def __init__(self, text: str) -> None:
        self._text = text

    def joined(self, lines: list[str]) -> str:
        pieces = lines[:1]
        for line in lines[1:]:
            begins = line.lstrip("\f")
            if not (pieces[-1] and ends_with_hyphen(pieces[-1]) and begins[:1].isalnum()):
                pieces.append(" ")
            elif not self._keeps_hyphen(pieces[-1], begins):
                pieces[-1] = pieces[-1][:-1]
            elif self._is_suspended(pieces[-1], begins):
                pieces.append(" ")
            pieces.append(line)
        return "".join(pieces)

    def _keeps_hyphen(self, before: str, line: str) -> bool:
        left, right = _LAST.search(before[-80:]), _FIRST.match(line[:80])
        if not left or not left[1] or not right:
            return True  # 1990-1995
        first, last = left[1], right[0]
        whole = (first + last).casefold()
        pair = f"{first}-{last}".casefold()
        joined, hyphened = self._written[whole], self._written[pair]
        if joined or hyphened:
            return hyphened > joined
        if last[0].isupper():
            return not (first.isupper() and last.isupper() and self._compounds.is_word(whole))
        verdict, closed = self._compounds.verdict(first, last)
        c, b = self._style
        if verdict == "x":
            return not closed if c == b else c > b
        if verdict == "":
            inner = bool(re.search(r"[^\W\d_][-]$", before[: -len(first) - 1])) or line[len(last):len(last)+1] == "-"
            return inner or (c > 1 and b == 0)
        return verdict == "c"

    @cached_property
    def _style(self) -> tuple[int, int]:
        c = b = 0
        for m in re.finditer(r"([^\W\d_]+)[-\u2010][ \t]*\n[ \t\f]*([^\W\d_]+)", self._text):
            if m[2][0].islower():
                v, _ = self._compounds.verdict(m[1], m[2])
                c += v == "c"
                b += v == "b"
        return c, b

    def _is_suspended(self, before: str, line: str) -> bool:
        return self._compounds.is_suspended(line)

    @cached_property
    def _compounds(self) -> Compounds:
        return Compounds(self._text[:_SAMPLE])

    @cached_property
    def _written(self) -> Counter[str]:
        words: Counter[str] = Counter()
        for word in _WORD.findall(self._text.casefold().replace("\u2010", "-")):
            if "-" in word:
                parts = word.split("-")
                words.update(map("-".join, zip(parts, parts[1:])))
                words.update(parts)
            else:
                words[word] += 1
        return words
