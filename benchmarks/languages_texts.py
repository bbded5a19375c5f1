"""Texts and forms of many languages, all of them made up, and what is asked about them."""

import random
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.languages_archive import Written

_FILE = Path(__file__).with_name("languages_texts.toml")
_SEED = 17
_RUNS = 20  # of each length from two characters to six
_SENTENCE = re.compile(r"(?<=[.։।])\s")
_AT_EDGES = "PSZC"  # punctuation, symbols, spaces, controls
_UNSPACED = ("zh", "ja", "th")

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """What is typed, and the article of this key that must turn up for it, or must not (`wanted`). `marked`: the word
    there that must be marked, and no other; "" where that is not looked at."""

    part: str
    language: str
    typed: str
    key: str
    wanted: bool = True
    marked: str = ""

    @property
    def said(self) -> str:
        return f"{self.typed} > {self.marked or self.key}"


@dataclass(frozen=True, slots=True)
class Language:
    """`unlike`: pairs of words that are not one, though a stemmer may join them, that of another language above all."""

    code: str
    short: str
    long: str
    forms: Sequence[Pair]
    unlike: Sequence[Pair]

    @property
    def frame(self) -> str:
        """What stands beside a form in an article of its own: enough to tell the language by."""
        return " ".join(_SENTENCE.split(self.long)[-3:])


@cache
def languages() -> Mapping[str, Language]:
    told = _told()
    return {
        code: Language(code, each["short"], each["long"], pairs(each.get("forms", "")), pairs(each.get("unlike", "")))
        for code, each in told.items()
        if "short" in each
    }


def pairs(listed: str) -> list[Pair]:
    """
    >>> pairs("one ones, two twos")
    [('one', 'ones'), ('two', 'twos')]
    """
    return [(first, second) for first, second in (each.split() for each in listed.split(",") if each.strip())]


def texts(codes: Sequence[str]) -> Iterator[Written]:
    """The articles whose language is to be told, and whose words are typed as they stand."""
    for language in map(languages().__getitem__, codes):
        yield Written(f"{language.code}-short", language.short)
        yield Written(f"{language.code}-long", language.long)


def framed(codes: Sequence[str]) -> Iterator[Written]:
    """An article for each form and each unlike word."""
    for language in map(languages().__getitem__, codes):
        for name, listed in (("form", language.forms), ("unlike", language.unlike)):
            for number, pair in enumerate(listed):
                for side, word in zip("ab", pair, strict=True):
                    key = f"{language.code}-{name}-{number}-{side}"
                    yield Written(key, f"{language.frame} ({word})")


def questions(codes: Sequence[str]) -> Iterator[Question]:
    """About the articles of `texts` and `framed`."""
    for language in map(languages().__getitem__, codes):
        code = language.code
        for name in ("short", "long"):
            yield from _as_written(code, getattr(language, name), f"{code}-{name}")
        for number, pair in enumerate(language.forms):
            yield from both_ways("forms", code, pair, f"{code}-form-{number}")
        for number, (first, second) in enumerate(language.unlike):
            yield Question("not joined", code, first, f"{code}-unlike-{number}-b", wanted=False)
            yield Question("not joined", code, second, f"{code}-unlike-{number}-a", wanted=False)


def both_ways(part: str, language: str, pair: Pair, key: str) -> Iterator[Question]:
    """Each of the two finds the other, in the articles KEY-a and KEY-b."""
    first, second = pair
    yield Question(part, language, first, f"{key}-b", marked=second)
    yield Question(part, language, second, f"{key}-a", marked=first)


def _as_written(code: str, text: str, key: str) -> Iterator[Question]:
    if code in _UNSPACED:
        yield from (Question("as written", code, run, key, marked=run) for run in runs(text))
    else:
        for word in dict.fromkeys(words(text)):
            yield Question("as written", code, word, key, marked=word)


def words(text: str) -> Iterator[str]:
    """
    >>> list(words("MELVARA, 14 mai. La réunion d'hiver"))
    ['MELVARA', 'mai', 'La', 'réunion', "d'hiver"]
    """
    for piece in text.split():
        word = piece
        while word and unicodedata.category(word[0])[0] in _AT_EDGES:
            word = word[1:]
        while word and unicodedata.category(word[-1])[0] in _AT_EDGES:
            word = word[:-1]
        if any(map(str.isalpha, word)):
            yield word


def runs(text: str) -> list[str]:
    """Runs of two to six characters anywhere in a text without spaces, over the boundaries of words too; none begins
    with a mark that belongs to the letter before it, or ends before one."""
    rng = random.Random(f"{_SEED} {text[:9]}")
    found = []
    for length in range(2, 7):
        starts = [at for at in range(len(text) - length) if _is_run(text, at, at + length)]
        found += [text[at : at + length] for at in rng.sample(starts, min(_RUNS, len(starts)))]
    return list(dict.fromkeys(found))


def _is_run(text: str, start: int, end: int) -> bool:
    letters = all(unicodedata.category(each)[0] in "LM" for each in text[start:end])
    return letters and not (_is_mark(text[start]) or _is_mark(text[end]))


def _is_mark(character: str) -> bool:
    return unicodedata.category(unicodedata.normalize("NFKD", character)[0])[0] == "M"


@cache
def _told() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(_FILE.read_text("utf-8"))


def listed(section: str, name: str) -> str:
    return str(_told()[section][name])
