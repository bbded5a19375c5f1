"""A text as its words alone, a space between each two: what is left when punctuation, symbols and layout do not count.

This is not `analysis`: capitals and accents stay, nothing is stemmed, and links that were made of it outlast changes
of what a term is.
"""

import re
import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, islice, pairwise

from indexer.text.analysis import UNSPACED
from indexer.text.memo import Memo

Span = tuple[int, int]

# Vowel signs and accents that stand as characters of their own; the variants of emoji begin at U+FE00.
_MARKS = "".join(chr(c) for c in range(0x300, 0xFE00) if unicodedata.category(chr(c)) in ("Mn", "Mc"))
_WORD = re.compile(rf"(?:[^\W_{UNSPACED}]|[{_MARKS}])+|(?=\w)[{UNSPACED}]")
_KEPT = 50_000  # pieces between two spaces

_words_of: Memo[str] = Memo(lambda piece: " ".join(_WORD.findall(piece)), _KEPT)


def plain(text: str) -> str:
    return " ".join(filter(None, map(_words_of.__getitem__, text.split())))


class PlainWords:
    """The words of a text as bytes, a space before and behind each. A passage may end inside of what has no spaces:
    two words are made of that."""

    def __init__(self, text: str, passages: Sequence[Span]) -> None:
        self._text = text
        cuts = sorted({0, len(text), *(at for each in passages for at in each if at < len(text))})
        self._parts = list(pairwise(cuts))
        written = [plain(text[start:end]).encode("utf-8", "surrogatepass") for start, end in self._parts]
        self.all = b" ".join([b"", *filter(None, written), b""])
        lengths = (len(each) + 1 if each else 0 for each in written)
        self._firsts = [1 + before for before in accumulate(lengths, initial=0)][:-1]

    def first(self, span: Span) -> int:
        """Where a passage begins in `all`."""
        return self._firsts[bisect_right(self._parts, (span[0], sys.maxsize)) - 1]

    def span(self, first: int, size: int) -> Span:
        """Where in the text these words of `all` stand."""
        start, _ = self._word(first)
        _, end = self._word(self.all.rindex(b" ", 0, first + size) + 1)
        return start, end

    def _word(self, first: int) -> Span:
        part = bisect_right(self._firsts, first) - 1
        before = self.all.count(b" ", self._firsts[part], first)
        return next(islice(_WORD.finditer(self._text, *self._parts[part]), before, None)).span()
