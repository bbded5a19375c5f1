"""Digits in groups of three are one number: 73 450, 73,450, 73.450 and 73'450 are 73450, each where it is written so.

A comma or a dot before three digits may be that of a decimal, which the language decides: one of 3,145 and 3.145 is
about three, and the other is about three thousand.
"""

import re
from collections.abc import Iterable, Iterator

# Languages with a decimal comma; in the first ones a dot parts thousands, in the others a space does.
_WITH_DOT = "az ca da de el es eu gl hr id is it mk nl pt ro sl sr tr vi"
_WITH_SPACE = "be bg cs et fi fr hu hy ka kk ky lt lv nb nn no pl ru sk sq sv uk uz"
_DOT = frozenset(_WITH_DOT.split())
WITH_COMMA = _DOT.union(_WITH_SPACE.split())
# at most five groups, and not in a row of numbers
_SPACED = re.compile(r"(?<![\d.,])(?<!\d )\d{1,3}(?: \d{3}){1,4}(?![.,]?\d| \d)")
_DOTTED = re.compile(r"(?<![\w.,])\d{1,3}(?:\.\d{3}){1,4}(?![\w]|[.,]\d)")
_DECIMAL = re.compile(r"(?<![\w.,])(\d{1,3}),(\d{3})(?![\w]|[.,]\d)")
_GROUP = 3


def decimals(text: str, language: str) -> list[tuple[str, str]]:
    """What stands before and behind each decimal comma of a text that could be one of thousands."""
    return _DECIMAL.findall(text) if language in WITH_COMMA else []


def dotted(text: str, languages: Iterable[str]) -> list[str]:
    """The numbers of a text with dots between their groups; of only two groups where one of the languages writes so."""
    may_be_two = not _DOT.isdisjoint(languages)
    found = (match.group() for match in _DOTTED.finditer(text))
    return [number.replace(".", "") for number in found if may_be_two or number.count(".") > 1]


def spaced_out(text: str) -> Iterator[str]:
    """The numbers of a text with spaces between their groups."""
    return (match.group().replace(" ", "") for match in _SPACED.finditer(text))


def groups(number: str) -> tuple[str, ...]:
    """
    >>> groups("1284500")
    ('1', '284', '500')
    """
    first = len(number) % _GROUP or _GROUP
    return (number[:first], *(number[at : at + _GROUP] for at in range(first, len(number), _GROUP)))
