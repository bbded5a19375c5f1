"""Text to terms: the one definition that indexing, querying and marking share.

A token keeps its offsets into the text it came from; its term is folded (case and accents). Tokens never span white
space, so that any stretch of a text between two spaces can be cut out and tokenised by itself.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

LONGEST_TERM = 64  # characters that count of one word; a longer run is data or noise, and agrees on its beginning


def _ranges(*spans: tuple[int, int]) -> str:
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in spans)


# Vowel signs and accents that stand as characters of their own: parts of a word, though Python's \w says otherwise.
_MARKS = "".join(chr(c) for c in range(0x300, 0x1800) if unicodedata.category(chr(c)) in ("Mn", "Mc"))
# Scripts that are written without spaces, as the inside of a character class: each character is a token of its own.
UNSPACED = _ranges((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3040, 0x30FF), (0x3400, 0x9FFF))
UNSPACED += _ranges((0xF900, 0xFAFF), (0x20000, 0x3FFFF))

APOSTROPHES = "'’`´"  # beside those that Unicode counts as letters
_NO_ACCENTS = (0, 8, 9)  # letters, and signs without which one is another: those of Japanese voice and of Indic joints
_SILENT = "ʼʻـ"  # apostrophes that count as letters, and the stroke that stretches an Arabic word: no word begins so
_SIGNS = "ºª"  # raised letters: nº77 is two words
_FIRST = rf"[^\W_{UNSPACED}{_SILENT}{_SIGNS}]"
_CHARACTER = rf"(?:[^\W_{UNSPACED}{_SIGNS}]|[{_MARKS}])"
_WORD = re.compile(
    rf"[^\W\d_{UNSPACED}](?:\.[^\W\d_{UNSPACED}])+(?!\w)"  # U.N. and V.A., but not T.Greminger
    rf"|(?:[cdjlmnst]|qu)(?=[{APOSTROPHES}ʼ][^\W\d_]{{2}})"  # l'Union: the article is a word of its own
    r"|\d{1,3}(?:,\d{3})+(?!\w)"  # 10,000
    r"|(?:co-o|(?:re|pre)-e)\w+"  # co-operation, re-elected: a hyphen that only keeps two vowels apart
    rf"|{_FIRST}{_CHARACTER}*(?:[{APOSTROPHES}]{_CHARACTER}+)*"
    rf"|[^\W_{_SILENT}{_SIGNS}][{_MARKS}]*",
    re.IGNORECASE,
)
POSSESSIVE = re.compile(rf"[{APOSTROPHES}ʼ]s$", re.IGNORECASE)
_JOINTS = re.compile(rf"[{APOSTROPHES}ʼʻ.,-]")
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
# Letters that Arabic, Persian and Urdu keyboards write differently, and that many write for one another.
_PLAIN |= str.maketrans({"ـ": "", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "ہ": "ه"})


def _simplified() -> dict[int, str]:
    """Of each traditional Chinese character the simplified one, the first of several, which is itself no longer
    one that could be simplified."""
    lines = files("opencc").joinpath("dictionary/TSCharacters.txt").read_text("utf-8").splitlines()
    table = {character: simpler.split()[0] for character, simpler in (line.split("\t") for line in lines)}
    return {ord(character): table.get(simpler, simpler) for character, simpler in table.items()}


_PLAIN |= _simplified()


class Token(NamedTuple):
    """One word of a text: its folded term, and where it stands (`text[start:end]`)."""

    term: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """The words of the text, with their offsets; none spans white space."""
    for match in _WORD.finditer(text):
        yield Token(fold_word(match.group()), match.start(), match.end())


def terms(text: str) -> list[str]:
    """The terms of `tokens(text)` without their offsets, in half the time: what indexing wants."""
    return list(map(fold_word, _WORD.findall(text)))


_UNSPACED = re.compile(f"[{UNSPACED}]")


def loose_terms(text: str) -> list[str]:
    """The terms that are looked for outside quotation marks: of a run in a script without spaces each two characters
    that stand side by side, else the words."""
    return [first + second for first, second in _pairs(list(tokens(text)))] if is_unspaced(text) else terms(text)


def _pairs(found: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """Each token that begins where the one before ends, with that one, of scripts without spaces; any other with
    nothing behind it."""
    for nth, token in enumerate(found):
        before = found[nth - 1] if nth else None
        behind = found[nth + 1] if nth + 1 < len(found) else None
        if behind and _are_side_by_side(token, behind):
            yield token.term, behind.term
        elif not (before and _are_side_by_side(before, token)):
            yield token.term, ""


def _are_side_by_side(one: Token, other: Token) -> bool:
    return one.end == other.start and is_unspaced(one.term) and is_unspaced(other.term)


def is_unspaced(text: str) -> bool:
    """Whether it has characters of a script that is written without spaces."""
    return _UNSPACED.search(text) is not None


def words_of(text: str) -> list[str]:
    """The words as they are written."""
    return _WORD.findall(text)


@lru_cache(maxsize=100_000)
def fold_word(word: str) -> str:
    """The term of one word as `tokens` cuts it: U.N. is un, the Council's is council, 10,000 is 10000."""
    return fold(_JOINTS.sub("", POSSESSIVE.sub("", word)))[:LONGEST_TERM]


def fold(text: str) -> str:
    """Case and accents off; never longer alternatives such as № to No, so that symbols stay themselves."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    # й is a letter, not an accented и: the Russian endings depend on it
    pieces = (_bare(piece) for piece in unicodedata.normalize("NFC", folded).split("й"))
    return "й".join(pieces)


@lru_cache(maxsize=10_000)
def _plain_letter(letter: str) -> str:
    """Of a form of a letter, such as Arabic has for the ends of words, the letter; of a digit that of ASCII."""
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    plain = unicodedata.normalize("NFKC", letter).casefold()
    if is_unspaced(letter) and len(plain) > 1:
        return letter
    return plain if letter.isalpha() and letter not in _SIGNS and plain.isalpha() else letter


def _bare(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", "".join(map(_plain_letter, text)))
    bare = "".join(c for c in decomposed if unicodedata.combining(c) in _NO_ACCENTS)
    return unicodedata.normalize("NFC", bare).translate(_PLAIN)
