"""The words of a text as quotations are compared by: what only is spelt otherwise is one word.

Without regard to capitals, accents, punctuation and line breaks; organise is organize, don't is do not, 1 000 is 1,000,
30 % is 30 per cent.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from indexer.text import analysis
from indexer.text.spelling import one_spelling

PERCENT = "%"
_MARKS = re.compile(r"[^\s\w]*")
_NEGATED = re.compile(r"([a-z]*)(n['’]t|not)", re.IGNORECASE)  # don't, cannot
_SHORTENED = re.compile(r"([a-z]+)(['’](?:re|ve|ll|d|m|s))", re.IGNORECASE)
_STEMS = {"ca": "can", "wo": "will", "sha": "shall"}
_ENDINGS = {"re": "are", "ve": "have", "ll": "will", "d": "'d", "m": "am", "s": "is"}
_WOULD = frozenset(("would", "had", "should"))
# Behind others 's is a possessive.
_IS = frozenset(("it", "that", "he", "she", "there", "what", "who", "here", "where", "how"))
_PERCENT = frozenset(("percent", "pct", "prozent", "процент", "процента", "процентов"))
_PER, _CENT = frozenset(("per", "pour", "por")), frozenset(("cent", "ciento"))
_SENTENCE_START = re.compile(r"(?:^|[.!?…:;\n])[\s\"'“„«»”’()\[\]—–-]*\Z")
_BEFORE = 12  # characters that may show that a sentence begins
_GROUP = 3  # digits
_GAP = 20  # characters of signs and white space: where there are more between two words, something was left out
_CAPITALS = 0.6  # of the words: of more it is a heading, or all is in capitals


class Unit(NamedTuple):
    """`key`: what it is compared by; `start` and `end` are offsets into the text."""

    key: str
    start: int
    end: int


class Words:
    """Those of some stretches of a text, or of all of it."""

    def __init__(self, text: str, spans: Sequence[tuple[int, int]] | None = None) -> None:
        self.text = text
        self.units = [unit for span in ([(0, len(text))] if spans is None else spans) for unit in _units(text, *span)]
        self.keys = [each.key for each in self.units]
        self._starts = [each.start for each in self.units]

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The first of those that begin between two offsets, and the one behind the last of them."""
        return bisect_left(self._starts, start), bisect_left(self._starts, end)

    @cached_property
    def is_all_capitals(self) -> bool:
        """Or a heading, in which nearly every word has one: then a capital tells nothing."""
        written = [self.text[each.start] for each in self.units]
        return sum(map(str.isupper, written)) > _CAPITALS * len(written)

    @cached_property
    def is_all_small(self) -> bool:
        return not any(self.text[each.start].isupper() for each in self.units)

    def is_capital(self, place: int) -> bool:
        """Whether the word has a capital within a sentence, and this tells something."""
        start = self._starts[place]
        if not self.text[start].isupper() or self.is_all_capitals:
            return False
        return not _SENTENCE_START.search(self.text[max(0, start - _BEFORE) : start])

    def shown(self, first: int, last: int) -> tuple[str, ...]:
        """As they stand in the text, each with the signs and the white space behind it."""
        return tuple(
            self.text[self._starts[place] : self._behind(place, last)] + " " * (place + 1 == last)
            for place in range(first, last)
        )

    def _behind(self, place: int, last: int) -> int:
        """Where the next one of the same stretch begins, or the signs behind it end."""
        if place + 1 < last and self._starts[place + 1] - self.units[place].end <= _GAP:
            return self._starts[place + 1]
        return self.end(place + 1)

    def written(self, place: int) -> str:
        unit = self.units[place]
        return self.text[unit.start : unit.end]

    def end(self, last: int) -> int:
        """Where the signs behind the last of these words end."""
        end = self.units[last - 1].end
        signs = _MARKS.match(self.text, end)
        return signs.end() if signs else end


def is_spelt_out(short: Sequence[str], full: Sequence[str]) -> bool:
    """We'd is we would, or we had."""
    return list(short) == ["'d"] and len(full) == 1 and full[0] in _WOULD


def key(word: str) -> str:
    """What one word is compared by."""
    return _parts(word)[0][0]


def _units(text: str, start: int, end: int) -> Iterator[Unit]:
    found = [
        Unit(part, start + token.start + first, start + token.start + last)
        for token in analysis.tokens(text[start:end])
        for part, first, last in _parts(text[start + token.start : start + token.end])
    ]
    if "%" in text[start:end]:
        signs = (match.start() for match in re.finditer("%", text[start:end]))
        found = sorted(
            [*found, *(Unit(PERCENT, start + at, start + at + 1) for at in signs)], key=lambda each: each[1:]
        )
    return _joined(text, found)


@lru_cache(maxsize=50_000)
def _parts(word: str) -> tuple[tuple[str, int, int], ...]:
    """The keys of a word, one mostly, and where the parts stand in it that they are of."""
    if (negated := _NEGATED.fullmatch(word)) and (negated[2].lower() != "not" or negated[1].lower() == "can"):
        stem = negated[1].lower()
        at = len(stem)
        return (*([(_STEMS.get(stem, stem), 0, at)] if stem else ()), ("not", at, len(word)))
    if shortened := _SHORTENED.fullmatch(word):
        stem, ending = shortened[1].lower(), shortened[2][1:].lower()
        if ending != "s" or stem in _IS:
            return ((one_spelling(stem), 0, len(stem)), (_ENDINGS[ending], len(stem), len(word)))
    term = one_spelling(analysis.fold_word(word))
    if term in _PERCENT:
        term = PERCENT
    return ((f"{term}'s" if analysis.POSSESSIVE.search(word) else term, 0, len(word)),)


def _joined(text: str, found: Iterable[Unit]) -> Iterator[Unit]:
    """The parts of one number are one word, and so is "per cent"."""
    held: Unit | None = None
    for unit in found:
        both = _together(text, held, unit) if held else ""
        if held and not both:
            yield held
        held = Unit(both, held.start, unit.end) if held and both else unit
    if held:
        yield held


def _together(text: str, one: Unit, other: Unit) -> str:
    """The key of both, where they are one word; else empty."""
    if one.key in _PER and other.key in _CENT:
        return PERCENT
    if not (one.key[-1:].isdecimal() and other.key.isdecimal()):
        return ""
    between = text[one.end : other.start]
    if between in (" ", "'", "’") and len(other.key) == _GROUP and one.key.isdecimal():
        return one.key + other.key if len(one.key) <= _GROUP or _is_grouped(one) else ""
    return f"{one.key}.{other.key}" if between in (".", ",") else ""


def _is_grouped(unit: Unit) -> bool:
    return unit.end - unit.start > len(unit.key)
