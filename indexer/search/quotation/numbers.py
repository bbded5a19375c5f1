"""What the numbers of two texts are worth where these differ, in words or in digits."""

import re
from collections import Counter

from indexer.search.quotation.diff import Stretch
from indexer.search.quotation.meaning_words import NumberWord, meaning_words
from indexer.search.quotation.words import PERCENT, Words
from indexer.text.digit_groups import WITH_COMMA

_DIGITS = re.compile(r"(\d+(?:\.\d+)*)(st|nd|rd|th|m|mln|bn|bln|k)?")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_FACTORS = {"m": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "k": 1e3}
_AND = frozenset(("and", "и", "et", "y", "und"))
_AMBIGUOUS_DAYS = frozenset(("may", "march"))  # but where they have a capital within a sentence

Value = tuple[str, float | str, bool]  # its kind, what it is worth, whether it mostly is no number


def have_other_numbers(old: Words, new: Words, stretch: Stretch, language: str) -> bool:
    """Also where a number is only there in one of them, unless that is a word such as "one" or "first"."""
    was, now = (Counter(values) for values in _both(old, new, stretch, language))
    lost, gained = was - now, now - was
    return bool(lost and gained) or any(not weak for *_, weak in (*lost, *gained))


def _both(old: Words, new: Words, stretch: Stretch, language: str) -> tuple[list[Value], list[Value]]:
    """Of both sides of the stretch, with the parts of the same numbers that both have beside it."""
    (first, last), (begin, end) = stretch.old, stretch.new
    while first and begin and _is_part(old, first - 1, new, begin - 1, language):
        first, begin = first - 1, begin - 1
    while last < len(old.keys) and end < len(new.keys) and _is_part(old, last, new, end, language):
        last, end = last + 1, end + 1
    return _values(old, first, last, language), _values(new, begin, end, language)


def _is_part(old: Words, place: int, new: Words, other: int, language: str) -> bool:
    word = old.keys[place]
    return word == new.keys[other] and (word == PERCENT or _number(old, place, language) is not None)


def _values(words: Words, first: int, last: int, language: str) -> list[Value]:
    made = _Values()
    for place in range(first, last):
        if words.keys[place] == PERCENT:
            made.alone((PERCENT, 0.0, False))
        else:
            made.add(_number(words, place, language), words.keys[place])
    made.flush()
    return made.found


def _number(words: Words, place: int, language: str) -> NumberWord | str | None:
    """A number in words or in digits; None for other words."""
    word = words.keys[place]
    if any(map(str.isdecimal, word)):
        return word.replace(".", "") if language in WITH_COMMA and _THOUSANDS.fullmatch(word) else word
    if word in _AMBIGUOUS_DAYS and not words.is_capital(place):
        return None
    return meaning_words(language).numbers.get(word)


class _Values:
    """Numbers one after the other, as what they are worth: two hundred and five is 205."""

    def __init__(self) -> None:
        self.found: list[Value] = []
        self._total = self._now = 0.0
        self._last = ""
        self._weak = False

    def add(self, number: NumberWord | str | None, word: str) -> None:
        if isinstance(number, NumberWord) and number.kind in ("ones", "tens", "scale"):
            self._add_word(number)
        elif isinstance(number, NumberWord):
            kind = "number" if number.kind == "ordinal" else number.kind  # the third of May, 3 May
            self.alone((kind, number.value, number.weak))
        elif number is not None:
            self._add_digits(number)
        elif not (word in _AND and self._last == "scale"):
            self.flush()

    def alone(self, value: Value) -> None:
        self.flush()
        self.found.append(value)

    def flush(self) -> None:
        if self._last:
            self.found.append(("number", self._total + self._now, self._weak))
        self._total, self._now, self._last, self._weak = 0.0, 0.0, "", False

    def _add_word(self, number: NumberWord) -> None:
        begins = {"ones": ("ones", "digits"), "tens": ("ones", "tens", "digits"), "scale": ()}[number.kind]
        if self._last in begins:
            self.flush()
        self._weak = number.weak and not self._last
        if number.kind != "scale":
            self._now += number.value
        elif number.value == 100:
            self._now = (self._now or 1) * number.value
        else:
            self._total, self._now = self._total + (self._now or 1) * number.value, 0.0
        self._last = number.kind

    def _add_digits(self, digits: str) -> None:
        self.flush()
        match = _DIGITS.fullmatch(digits)
        if match is None or match[1].count(".") > 1:
            self.found.append(("written", digits, False))
        elif match[2] in _FACTORS:
            self.found.append(("number", float(match[1]) * _FACTORS[match[2]], False))
        elif match[2]:
            self.found.append(("number", float(match[1]), False))
        else:
            self._now, self._last = float(match[1]), "digits"
