"""Acronyms that are words when they stand in small letters: WHO and who, U.S. and us, AIDS and aids.

All other acronyms need no care: nobody takes the CSTO for anything else.
"""

import re
from collections.abc import Sequence

from indexer.text import analysis
from indexer.text.stop_words import FUNCTION_WORDS

_AMBIGUOUS = frozenset(
    analysis.terms("""
        am can is it me us who
        act aid aids cap car care cat cop echo fast halo ice mad mint now pace pen pisa pops raw reach safe salt start
        stem swift trips vat
    """)
)
_BESIDE = 2  # words on either side that show whether all is in capitals here
_POSSESSIVE = re.compile(r"['’]s$")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def acronym(written: str) -> str:
    """The letters of a word that is one as it is written: WHO, of WHO and of W.H.O.'s; empty of other words."""
    letters = _POSSESSIVE.sub("", written).replace(".", "")
    return letters if letters.isupper() and analysis.fold(letters) in _AMBIGUOUS else ""


def is_pronoun(written: str) -> bool:
    """Whether it would be a function word in small letters; with dots, which show what is meant, it is none."""
    return analysis.fold(written) in FUNCTION_WORDS


def are_capitals(words: Sequence[str], place: int) -> bool:
    """Whether nothing beside this word is in small letters: WHO WE ARE."""
    beside = [*words[max(0, place - _BESIDE) : place], *words[place + 1 : place + 1 + _BESIDE]]
    return any(map(_LETTERS.search, beside)) and not any(map(_has_small_letters, beside))


def _has_small_letters(word: str) -> bool:
    return any(map(str.islower, word))
