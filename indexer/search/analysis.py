"""Text to terms: the one definition that indexing, querying and marking share.

A token keeps its offsets into the text it came from; its term is folded (case and accents), and `stem` makes
the looser form under which unquoted words are matched.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_ENGLISH = Stemmer.Stemmer("english")
_RUSSIAN = Stemmer.Stemmer("russian")


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text: its folded term, and where it stands (`text[start:end]`)."""

    term: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    for match in _WORD.finditer(text):
        yield Token(fold_word(match.group()), match.start(), match.end())


@lru_cache(maxsize=100_000)
def fold_word(word: str) -> str:
    return fold(_POSSESSIVE.sub("", word)).replace("'", "").replace("’", "")


def fold(text: str) -> str:
    """Case and accents off; never longer alternatives such as № to No, so that symbols stay themselves."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))


@lru_cache(maxsize=100_000)
def stem(term: str) -> str:
    """The stem of a folded term: Russian rules for Cyrillic words, English ones for all others."""
    stemmer = _RUSSIAN if _CYRILLIC.search(term) else _ENGLISH
    return str(stemmer.stemWord(term))
