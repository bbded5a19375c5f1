"""Text to words under which names are compared: case, accents, spelling and (in Russian) endings folded.

Each word keeps its offsets. Between two words stands a gap: `SAME` (a space, a hyphen, the stop of an initial),
`COMMA`, or `BREAK` (a sentence's end, a bracket, a quotation mark, a new paragraph), which no name crosses.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, compress
from operator import ne

from indexer.text.analysis import fold_word
from indexer.text.memo import Memo
from indexer.text.stemmer import stem

SAME, COMMA, BREAK = "", ",", "|"

_WORD = re.compile(r"([Cc]o-o[rp][a-z]+|[^\W_]+(?:['’][^\W_]+)*)")
_ASCII_WORD = re.compile(r"([Cc]o-o[rp][a-z]+|[A-Za-z0-9]+(?:'[A-Za-z0-9]+)*)")  # the same, in two thirds of the time
_ASCII_LETTERS = re.compile(r"([A-Za-z0-9]+)")  # the same where the text has neither, in two thirds again
_SPACE = re.compile(r"['’]?(?:\s*|[-‐‑–]\s*)")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_ABBREVIATIONS = frozenset(
    {"adm", "amb", "brig", "capt", "cmdr", "col", "cpl", "dr", "drs", "gen", "gov", "govs", "hon", "lt", "maj"}
    | {"messrs", "mr", "mrs", "ms", "prof", "rep", "reps", "rev", "sen", "sens", "sgt", "st", "ste"}
)
_SPELLINGS = {
    "center": "centre",
    "defense": "defence",
    "labor": "labour",
    "program": "programme",
    "programs": "programmes",
}
_SOME_SENTENCES, _PHRASE = 250, 350  # characters; no writer does without a mark for so long
_LAST_CYRILLIC = "ԯ"  # names in other scripts are known in each of their forms
_SHORT = 20  # no shorter word is cut
_ISE = re.compile(r"(?<=\w{3})iz(?=ation|ations|e|ed|ing$)")


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel lists: `written[i]` is `text[starts[i]:ends[i]]`, `folded[i]` its key, `gaps[i]` what is before it.

    `capitals` are the indices of the words that begin with a capital letter.
    """

    text: str
    written: list[str]
    folded: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    capitals: list[int]


def read_words(text: str) -> Words:
    """Splits the text once and classifies each list as a whole: a loop over the words would cost three times that."""
    pieces = _pattern(text).split(text)
    between, written = pieces[:-1:2], pieces[1::2]
    gaps = list(map(_GAPS.__getitem__, between))
    if is_unpunctuated(text):
        gaps = [BREAK if _was_a_mark(*each) else gap for *each, gap in zip(["", *written], between, gaps, strict=False)]
    for index in [index for index in compress(range(len(gaps)), gaps) if "." <= between[index] < "/"]:
        before = written[index - 1] if index else ""
        if len(before) == 1 or before.lower() in _ABBREVIATIONS:
            gaps[index] = _GAPS[between[index][1:]]
    ends = list(accumulate(map(len, pieces)))
    folded = list(map(_FOLDED.__getitem__, written))
    unlike = compress(range(len(written)), map(ne, written, folded))  # no capital letter is its own key
    capitals = [index for index in unlike if written[index][0].isupper()]
    return Words(text, written, folded, ends[:-1:2], ends[1::2], gaps, capitals)


def _pattern(text: str) -> re.Pattern[str]:
    if not text.isascii():
        return _WORD
    return _ASCII_WORD if "'" in text or "o-o" in text else _ASCII_LETTERS


def is_unpunctuated(text: str) -> bool:
    """Whether each mark of punctuation has become a space or nothing, as in texts that were cleaned too well."""
    marks = text.count(". ") + text.count(".\n") + text.count(", ")
    return (len(text) > _SOME_SENTENCES and marks * _PHRASE < len(text)) or text.count("  ") > 4 * marks


def _was_a_mark(before: str, between: str) -> bool:
    """ "Senators Anna Haldane  Jorik Norov": not after an initial or an abbreviation, nor at a line's end."""
    return between.startswith("  ") and "\n" not in between and len(before) > 1 and before.lower() not in _ABBREVIATIONS


@lru_cache(maxsize=50_000)
def name_key(name: str) -> str:
    """The key under which a name is looked up; equal for all spellings that count as the same form."""
    if is_plain(name):
        return f"<{'><'.join(folded_words(name.split(' ')))}>"
    words = read_words(name)
    return "".join(f"{gap}<{word}>" for gap, word in zip(words.gaps, words.folded, strict=True))


def is_plain(name: str) -> bool:
    """Whether it is nothing but words with one space between them, as most names are: to read one costs a tenth."""
    return name.replace(" ", "").isalpha() and "  " not in name and name == name.strip(" ")


def folded_words(written: list[str]) -> list[str]:
    return list(map(_FOLDED.__getitem__, written))


def _fold(word: str) -> str:
    if word.isascii() and word.isalpha() and len(word) < _SHORT:
        plain = word.lower()
        plain = _SPELLINGS.get(plain, plain)
        return _ISE.sub("is", plain) if "iz" in plain else plain
    folded = fold_word(word.replace("-", ""))
    if "а" <= folded[:1] <= _LAST_CYRILLIC:
        return stem(folded)
    return _ISE.sub("is", _SPELLINGS.get(folded, folded))


def _classified(between: str) -> str:
    if _PARAGRAPH.search(between):
        return BREAK
    if _SPACE.fullmatch(between):
        return SAME
    return COMMA if between.strip() == "," else BREAK


_FOLDED, _GAPS = Memo(_fold, 200_000), Memo(_classified, 10_000)
