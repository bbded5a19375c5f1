"""A text as an array of small numbers, one a character: what the character is to the word that it stands in.

Letters that fold to the same letter have the same number. Others may share one by chance, and s and z do on purpose,
because spellings differ by them: what is found by these numbers still has to be looked at.
"""

import unicodedata
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from indexer.text import analysis

Codes = npt.NDArray[np.uint8]

SPACE, OTHER = 1, 2
APOSTROPHE, HYPHEN, POINT, COMMA = 3, 4, 5, 6  # these may join letters to one word
ODD = 7  # a letter or mark that is not one letter by itself once it is folded
PLAIN = 8  # from here on letters and digits that are
ALONE = 200  # from here on those that are words of their own
BEHIND = 8  # numbers of space that stand behind the last character

_UNSEEN = 0
_SHARED = 150  # numbers for all letters beyond a-z
_JOINTS = {**dict.fromkeys(analysis.APOSTROPHES, APOSTROPHE), "-": HYPHEN, ".": POINT, ",": COMMA}
_ASCII = "0123456789abcdefghijklmnopqrstuvwxyz"
_HANGUL_PARTS = range(0x1100, 0x1200)  # several of them make one letter

_codes: Codes = np.zeros(0x10000, np.uint8)  # learnt character by character, as they come


def codes(text: str) -> Codes:
    """One number a character, with one SPACE before the first and BEHIND of them behind the last."""
    characters = _characters(text)
    found = np.full(len(text) + 1 + BEHIND, SPACE, np.uint8)
    inner = found[1 : len(text) + 1]
    _codes.take(characters, mode="clip", out=inner)
    if len(text) and inner.min() == _UNSEEN:
        _learn(text)
        _codes.take(characters, mode="clip", out=inner)
    return found


def code(character: str) -> int:
    """The number of one character."""
    place = min(ord(character), 0xFFFF)
    if _codes[place] == _UNSEEN:
        _learn(character)
    return int(_codes[place])


def _characters(text: str) -> npt.NDArray[np.uint16]:
    units: npt.NDArray[np.uint16] = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), "<u2")
    if len(units) == len(text):
        return units
    whole = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    return np.asarray(np.minimum(whole, 0xFFFF), np.uint16)


def _learn(characters: Iterable[str]) -> None:
    for character in set(characters):
        _codes[min(ord(character), 0xFFFF)] = _kind(character) if character < "\uffff" else ODD


def _kind(character: str) -> int:
    if character.isspace():
        return SPACE
    if character in _JOINTS:
        return _JOINTS[character]
    if unicodedata.category(character).startswith("M") or ord(character) in _HANGUL_PARTS:
        return ODD
    if not analysis.terms(character):
        return ODD if len(analysis.terms(f"a{character}a")) == 1 else OTHER  # no word alone, but within one: ʼ
    return _letter(character, analysis.fold(character))


def _letter(character: str, folded: str) -> int:
    if len(folded) != 1 or folded > "\uffff" or ord(folded) in _HANGUL_PARTS:
        return ODD
    is_alone = analysis.is_unspaced(character)
    if is_alone != analysis.is_unspaced(folded) or (is_alone and character.isdecimal()):
        return ODD
    if is_alone:
        return ALONE + ord(folded) % (256 - ALONE)
    if folded.isascii():
        return PLAIN + _ASCII.index("s" if folded == "z" else folded)
    return PLAIN + len(_ASCII) + ord(folded) % _SHARED
