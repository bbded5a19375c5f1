"""Pairs of forms of one word, drawn by a fixed seed from spelling dictionaries: a source that is no stemmer.

Debian's packages hunspell-fr-classical, hunspell-es … have most of the dictionaries, npm's dictionary-hy the Armenian
one (index.aff, index.dic: as hy.aff, hy.dic). Which rules inflect a regular word, and do not derive another one from
it or change its stem, was chosen by what they make, before anything was measured.
"""

import os
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from zlib import crc32

from benchmarks.languages_hunspell import forms

FOLDER = Path(os.environ.get("COMMUNIQUE_HUNSPELL", "/usr/share/hunspell"))
_FREQUENCIES = "wordfreq"
_SEED = 17
_PAIRS = 240  # of a language, as many of each kind as can be
_LETTERS = 5  # of a word and of its form, at least
_SHORT = 10  # letters at most where nobody knows which words are common: long ones are compounds that nobody says
_COMMON, _KNOWN = 1e-6, 3e-7  # how often a word is said, at least, and a form of it


@dataclass(frozen=True, slots=True)
class Pair:
    """A word and a form of it."""

    word: str
    form: str
    kind: str

    @property
    def is_blind(self) -> bool:
        """Whether it is of the third that nobody may look at who writes the analysis."""
        return crc32(f"{self.word} {self.form}".encode()) % 3 == 0


@dataclass(frozen=True, slots=True)
class Rules:
    """The `flags` of the rules that inflect words of one kind. Its words match `ending`; a form that matches `joined`
    is a form with another word at its end."""

    flags: str
    ending: str = ""
    joined: str = "(?!)"
    capital: bool = False

    def allow(self, word: str) -> bool:
        return _is_ordinary(word, capital=self.capital) and bool(re.search(self.ending, word))

    def allow_form(self, form: str) -> bool:
        return _is_ordinary(form, capital=self.capital) and not re.search(self.joined, form)


_TURKISH = "3 27 30 18 236 232 1 127 6 11 0 25 19 31 247 2 9 225 53 12 7 15 29 10 226 22 44 5 35 34 83"
_RULES: Mapping[str, tuple[str, Mapping[str, Rules]]] = {
    "en": ("en_GB", {"noun": Rules("S"), "adjective": Rules("T"), "verb": Rules("D G d")}),
    "fr": ("fr", {"noun": Rules("S. X."), "adjective": Rules("F. F+ W."), "verb": Rules("a0 f0 p+")}),
    "es": ("es_ES", {"noun": Rules("S"), "adjective": Rules("G"), "verb": Rules("R E D", "r$", joined="rse$")}),
    "de": (
        "de_DE",
        {
            "noun": Rules("N P E T p q", capital=True),
            "adjective": Rules("A C"),
            "verb": Rules("I X Y", "n$"),
        },
    ),
    "it": (
        "it_IT",
        {
            "noun": Rules("O Q S R n"),
            "adjective": Rules("o p m E"),
            "verb": Rules("A B C t", "re$", joined="(mo[cv]i|te[cv]i|rsi|ndosi)$"),
        },
    ),
    "pt": ("pt_PT", {"noun": Rules("p"), "adjective": Rules("f"), "verb": Rules("X Y", "r$")}),
    "ru": (
        "ru_RU",
        {"noun": Rules("K I J N H G F"), "adjective": Rules("A S"), "verb": Rules("L M W U", "(ть|ться)$")},
    ),
    "ar": (
        "ar",
        {
            "noun": Rules("HA HB HC HD JA AC AD"),
            "adjective": Rules("BA BB DA IA IB"),
            "verb": Rules("Fx Qx Ox"),
        },
    ),
    "hy": (
        "hy",
        {
            # joined: my, thy, and the article where no noun of the standard language has one
            "noun": Rules(
                "DE AB IN LO GE PP G1 I1 A4 G4 I4 L4",
                r"(?<!որեն)(?<!աբար)(?<!ել)(?<!ալ)$",
                joined="[սդ]$|(ից|ով|ում)[ըն]$",
            ),
            "verb": Rules("VA", "[եա]լ$"),
        },
    ),
    "nl": (
        "nl",
        {"noun": Rules("Zb Za Ze Zf Zi Zj"), "adjective": Rules("Aa Ve Al Ab"), "verb": Rules("V3 Vp Vq")},
    ),
    "ro": ("ro_RO", {"noun": Rules("A L F P"), "adjective": Rules("Q"), "verb": Rules("K B I", "[^ă]$")}),
    "pl": ("pl_PL", {"noun": Rules("M Q N O U T s"), "adjective": Rules("x X"), "verb": Rules("H I J", "ć$")}),
    "uk": ("uk_UA", {"noun": Rules("% $ 1 ; Q S"), "adjective": Rules("j"), "verb": Rules("X Y", "ти(ся)?$")}),
    "sv": ("sv_SE", {"noun": Rules("D H G E B C"), "adjective": Rules("O"), "verb": Rules("m P", "a$")}),
    "tr": ("tr_TR", {"noun": Rules(_TURKISH)}),
}
LANGUAGES = tuple(_RULES)


def missing() -> str:
    """What there has to be for pairs to be drawn, and is not; "" where nothing is missing."""
    if not any(FOLDER.glob("*.aff")):
        return f"no dictionaries in {FOLDER}"
    return "" if find_spec(_FREQUENCIES) else f"no package {_FREQUENCIES}, which says what words are common"


def pairs(language: str, folder: Path = FOLDER) -> list[Pair]:
    """None where the language's dictionary is missing."""
    name, kinds = _RULES[language]
    if not (folder / f"{name}.aff").exists():
        return []
    made = _by_kind(folder / name, kinds, Common(language))
    seen: set[str] = set()
    return [
        Pair(word, form, kind)
        for kind, words in made.items()
        for word, form in islice(_drawn(words, random.Random(f"{_SEED} {language} {kind}"), seen), _PAIRS // len(kinds))
    ]


def _drawn(words: Mapping[str, list[str]], rng: random.Random, seen: set[str]) -> Iterator[tuple[str, str]]:
    """One form of each word in turn; nothing that another pair has."""
    for word in rng.sample(sorted(words), len(words)):
        form = rng.choice(sorted({*words[word]}))
        if seen.isdisjoint((word, form)):
            seen |= {word, form}
            yield word, form


def _by_kind(file: Path, kinds: Mapping[str, Rules], common: "Common") -> dict[str, dict[str, list[str]]]:
    """By kind, the forms of each word in the order of the dictionary."""
    kind_of = {flag: kind for kind, rules in kinds.items() for flag in rules.flags.split()}
    made: dict[str, dict[str, list[str]]] = {kind: defaultdict(list) for kind in kinds}

    def allowed(word: str) -> bool:
        return common.has_word(word) and any(rules.allow(word) for rules in kinds.values())

    for word, form, flag in forms(file, kind_of, allowed):
        kind = kind_of[flag]
        if word != form and common.has_form(form) and kinds[kind].allow(word) and kinds[kind].allow_form(form):
            made[kind][word].append(form)
    return made


def _is_ordinary(word: str, *, capital: bool) -> bool:
    if len(word) < _LETTERS or not word.isalpha():
        return False
    return word == (word.capitalize() if capital else word.lower())


class Common:
    """Words that are common, by the package wordfreq. Where it does not know the language, all but long ones are."""

    def __init__(self, language: str) -> None:
        known = import_module(_FREQUENCIES)
        has = language in known.available_languages()
        self._often: Mapping[str, float] = known.get_frequency_dict(language) if has else {}

    def has_word(self, word: str) -> bool:
        return self._has(word, _COMMON) if self._often else len(word) <= _SHORT

    def has_form(self, form: str) -> bool:
        return not self._often or self._has(form, _KNOWN)

    def _has(self, word: str, least: float) -> bool:
        return self._often.get(word.casefold(), 0) >= least
