"""A pattern that finds, in raw text, every word that may have a term or stem: quick, and never too narrow."""

import re
from collections.abc import Iterable, Sequence, Set
from functools import cache
from itertools import groupby, pairwise
from operator import itemgetter

from indexer.search import analysis
from indexer.search.spelling import shared_beginning

_LONGEST = 6  # letters of a beginning: more would only make the pattern slower to build
_ACCENTED_LATIN = "\u00c0-\u024f\u1e00-\u1eff\ufb00-\ufb06"
_BEYOND_ASCII = r"[^\x00-\x7f]"
# What may stand between two letters of one word, in U.N., O'Brien, co-operation, 10,000 and with loose accents.
_JOINT = r"[^\w\s]?"
# Most letters within a word are passed over. All of them would be, by a class that takes longer to build than all else.
_WITHIN_NONE = "(?<![0-9A-Za-z].)(?<![\u0400-\u0481].)"
_UNSPACED = re.compile(f"[{analysis.UNSPACED}]")  # a word of its own also behind a digit or letter: 2017年
# Two letters that may be written as one: ß, æ, œ, þ, and the ligatures of typesetters.
_LIGATURES = frozenset(["ss", "ae", "oe", "th", "ff", "fi", "fl", "st"])


def pattern(terms: Set[str], stems: Set[str]) -> re.Pattern[str] | None:
    """Its matches are runs of non-space that begin at the word, or at the first of several. None: nothing to find."""
    sought = {term[:_LONGEST] for term in terms} | {_beginning(stem) for stem in stems}
    sought |= {stem[0] + "y" for stem in stems if len(stem) == 3 and stem.endswith("ie")}  # dying, lying, vying
    beginnings = _shortest(sought - {""})
    if not beginnings:
        return None
    letters = sorted({beginning[0] for beginning in beginnings})
    firsts = "".join(map(_first, letters)) + (_ACCENTED_LATIN if any(letter.isascii() for letter in letters) else "")
    within = "" if any(map(_UNSPACED.match, letters)) else _WITHIN_NONE
    return re.compile(rf"[{firsts}]{within}{_branches(beginnings, '')}\S*")


def _beginning(stem: str) -> str:
    return shared_beginning(stem[: max(1, min(len(stem) - 1, _LONGEST))])


def _shortest(beginnings: Iterable[str]) -> list[str]:
    """Without those that begin with another."""
    kept: list[str] = []
    for beginning in sorted(beginnings):
        if not kept or not beginning.startswith(kept[-1]):
            kept.append(beginning)
    return kept


def _branches(endings: Sequence[str], before: str) -> str:
    """What stands behind the letter that was just found; endings of one letter share their branch."""
    if "" in endings:
        return ""
    branches = [
        _branch(letter, before) + _branches([ending[1:] for ending in group], letter)
        for letter, group in groupby(endings, key=itemgetter(0))
    ]
    return f"(?:{'|'.join(branches)})"


def _branch(letter: str, before: str) -> str:
    if not before:
        return f"(?<={_letter(letter)})"
    if before + letter in _LIGATURES:
        return f"{_JOINT}(?:{_letter(letter)}|(?<={_BEYOND_ASCII}))"
    return f"{_JOINT}{_letter(letter)}"


@cache
def _letter(letter: str) -> str:
    """The letter, or anything beyond ASCII: as all of ASCII that it is not, for a class that names accented letters
    takes long to build."""
    if not letter.isascii():
        return f"[{_first(letter)}]"
    own = sorted(map(ord, {*"sSzZ"} if letter in "sz" else {letter, letter.upper()}))
    others = ((before + 1, after - 1) for before, after in pairwise([-1, *own, 0x80]))
    ranges = [rf"\x{first:02x}-\x{last:02x}" for first, last in others if first <= last]
    return f"[^{''.join(ranges)}]"


def _first(letter: str) -> str:
    """The inside of a character class: how the folded letter may be written, in Latin without its accents."""
    if letter.isascii():
        return letter + letter.upper()
    return _variants().get(letter, r"\x80-\U0010ffff")


@cache
def _variants() -> dict[str, str]:
    """The Greek and Cyrillic letters that fold to each of them."""
    variants: dict[str, str] = {}
    for code in (*range(0x370, 0x530), *range(0x1F00, 0x2000)):
        folded = analysis.fold(chr(code))
        variants[folded] = variants.get(folded, "") + chr(code)
    return variants
