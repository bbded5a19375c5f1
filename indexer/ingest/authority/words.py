"""Text to words under which names are compared: case, accents, spelling and (in Russian) endings folded.

Each word keeps its offsets. Between two words stands a gap: `SAME` (a space, a hyphen, the stop of an initial),
`COMMA`, or `BREAK` (a sentence's end, a bracket, a quotation mark, a new paragraph), which no name crosses.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from indexer.search.analysis import fold_word, stem

SAME, COMMA, BREAK = "", ",", "|"

_WORD = re.compile(r"[Cc]o-o[rp][a-z]+|[^\W_]+(?:['’][^\W_]+)*")
_SPACE = re.compile(r"['’]?(?:\s*|[-‐‑–]\s*)")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_ABBREVIATIONS = frozenset(
    {"dr", "drs", "gen", "gov", "hon", "lt", "mr", "mrs", "ms", "prof", "rev", "sen", "st", "ste"}
)
_SPELLINGS = {
    "center": "centre",
    "defense": "defence",
    "labor": "labour",
    "program": "programme",
    "programs": "programmes",
}
_ISE = re.compile(r"(?<=\w{3})iz(?=ation|ations|e|ed|ing$)")


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel lists: `written[i]` is `text[starts[i]:ends[i]]`, `folded[i]` its key, `gaps[i]` what is before it."""

    text: str
    written: list[str]
    folded: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]

    def key(self) -> tuple[str, dict[int, int], dict[int, int]]:
        """All words as one string in which only whole words match, and where in it each begins and ends."""
        pieces: list[str] = []
        first: dict[int, int] = {}
        last: dict[int, int] = {}
        at = 0
        for index, (gap, word) in enumerate(zip(self.gaps, self.folded, strict=True)):
            first[at + len(gap)] = index
            pieces.append(f"{gap}<{word}>")
            at += len(gap) + len(word) + 2
            last[at - 1] = index
        return "".join(pieces), first, last


def read_words(text: str) -> Words:
    written: list[str] = []
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    gaps: list[str] = []
    end = 0
    for match in _WORD.finditer(text):
        start = match.start()
        gaps.append(_gap(text[end:start], written[-1] if written else ""))
        end = match.end()
        word = match.group()
        written.append(word)
        folded.append(fold_name_word(word))
        starts.append(start)
        ends.append(end)
    return Words(text, written, folded, starts, ends, gaps)


@lru_cache(maxsize=50_000)
def name_key(name: str) -> str:
    """The key under which a name is looked up; equal for all spellings that count as the same form."""
    return read_words(name).key()[0]


@lru_cache(maxsize=200_000)
def fold_name_word(word: str) -> str:
    folded = fold_word(word.replace("-", ""))
    if folded[:1] >= "а":
        return stem(folded)
    return _ISE.sub("is", _SPELLINGS.get(folded, folded))


def _gap(between: str, before: str) -> str:
    if between == " ":
        return SAME
    if between[:1] == "." and (len(before) == 1 or before.lower() in _ABBREVIATIONS):
        between = between[1:]
    return _classified(between)


@lru_cache(maxsize=10_000)
def _classified(between: str) -> str:
    if _PARAGRAPH.search(between):
        return BREAK
    if _SPACE.fullmatch(between):
        return SAME
    return COMMA if between.strip() == "," else BREAK
