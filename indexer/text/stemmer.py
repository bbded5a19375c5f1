"""Stems: the looser form under which unquoted words are matched, by the language of the article and the script.

For each script there is one language by whose rules its words are stemmed where no other is known: English for Latin
letters, Russian for Cyrillic ones. An article in another language of that script has stems of its own, which carry a
mark behind a stroke (`negoci/fr`). No word has a stroke, so that stems of two languages never meet.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

import Stemmer

from indexer.text import analysis
from indexer.text.light_stemmers import arabic, armenian
from indexer.text.spelling import one_spelling

_SCRIPTS = {
    "latin": "[a-z]",
    "cyrillic": "[\u0430-\u052f]",
    "arabic": "[\u0621-\u06d3]",
    "armenian": "[\u0561-\u0587]",
    "greek": "[\u03b1-\u03c9]",
    "devanagari": "[\u0904-\u0939]",
    "tamil": "[\u0b85-\u0bb9]",
}
_SCRIPT = re.compile("|".join(f"(?P<{name}>{letters})" for name, letters in _SCRIPTS.items()))
# What stems the words of a script where no other language is known.
_OF_SCRIPTS = {
    "latin": "english",
    "cyrillic": "russian",
    "arabic": "arabic",
    "armenian": "armenian",
    "greek": "greek",
    "devanagari": "hindi",
    "tamil": "tamil",
}
_OF_LANGUAGES = {
    "latin": "ca catalan, cs czech, da danish, de german, eo esperanto, es spanish, et estonian, eu basque, "
    "fi finnish, fr french, ga irish, hu hungarian, id indonesian, it italian, lt lithuanian, nb norwegian, "
    "nl dutch, nn norwegian, no norwegian, pl polish, pt portuguese, ro romanian, "
    "bs serbian, hr serbian, sr serbian, st sesotho, sv swedish, tr turkish",
    "cyrillic": "sr serbian",
    "arabic": "fa persian",
    "devanagari": "ne nepali",
}
# Languages whose words are matched as they are written: nothing stems them, and the rules of the language that stands
# for their script would join unlike words of theirs.
_AS_WRITTEN = {
    "latin": "af az cy ee fo gl ha is ku la lb lv mg mi ms mt pap qu rw sk sl sm sn so sq sw tg tk tl tn to "
    "tt ug uz vi vo wa wo xh yo zu",
    "cyrillic": "ab av az ba ce cv kk ky mn os tg tk tt ug uz",
    "arabic": "az kk ku ky pa ps sd tg ug ur uz",
    "devanagari": "mr sa",
}
_WRITTEN = "-"  # the mark of all languages that nothing stems
_PERSIAN = str.maketrans({"ي": "ی", "ك": "ک"})  # letters as its stemmer knows them; terms have the Arabic ones
# Endings as the stemmer knows them in the place of those whose accents are gone, and of regular plurals that it leaves:
# négociée; negociações, nacionais; straniere; poczytać.
_ENDINGS = {
    "french": (("ees?", "e"),),
    "italian": (("ier[aeio]", "iero"),),
    "polish": (("osc", "ość"), ("ac", "ać"), ("ec", "eć"), ("ic", "ić"), ("yc", "yć"), ("ow", "ów")),
    "portuguese": (
        *(("c(?:ao|oes)", "ção"), ("(?:ao|oes|aes|aos)", "ão")),
        *(("ais", "al"), ("eis", "el"), ("ois", "ol"), ("ns", "m")),
    ),
}
_OTHER_ENDINGS = {
    name: [(re.compile(f"(?<=..){ending}$"), other) for ending, other in pairs] for name, pairs in _ENDINGS.items()
}
_SHORTEST = 4  # letters of a German word, of which no t is taken
# Letters with which all words of a stem begin alike, where these are not two: ge- may come before a word, ue for ü.
_SURE_LETTERS = {"german": 1} | dict.fromkeys(
    ("arabic", "dutch", "indonesian", "irish", "persian", "polish", "serbian", "sesotho", "tamil"), 0
)


class _Rules(NamedTuple):
    """How words of one script are stemmed in some language. `mark`: what their stems end in."""

    name: str
    mark: str
    bare: Callable[[str], str]

    def stem(self, term: str) -> str:
        """Of fewer than two letters: the term as it is, for these would be of any word."""
        bare = self.bare(term)
        return f"{bare if len(bare) > 1 else term}{self.mark}"


def _rules(name: str, language: str = "") -> _Rules:
    return _Rules(name, f"/{language}" if language else "", _bare(name))


def _bare(name: str) -> Callable[[str], str]:
    own: dict[str, Callable[[str], str]] = {"": str, "arabic": arabic, "armenian": armenian}
    if name in own:
        return own[name]
    snowball = Stemmer.Stemmer(name, 0).stemWord
    special: dict[str, Callable[[str], str]] = {
        "english": lambda term: str(snowball(one_spelling(term))),
        "german": lambda term: _german(snowball, term),
        "persian": lambda term: analysis.fold(snowball(term.translate(_PERSIAN))),
    }
    return special.get(name, lambda term: analysis.fold(snowball(_with_ending(name, term))))


def _with_ending(name: str, term: str) -> str:
    for ending, other in _OTHER_ENDINGS.get(name, ()):
        changed, times = ending.subn(other, term)
        if times:
            return changed
    return term


def _german(snowball: Callable[[str], str], term: str) -> str:
    """Without the t that verbs end in as well, which Snowball leaves: erfüllt, veräußerte."""
    bare = snowball(term)
    return snowball(bare[:-1]) if bare.endswith("t") and len(bare) > _SHORTEST else bare


_DEFAULT = {script: _rules(name) for script, name in _OF_SCRIPTS.items()}
_OTHER = {
    (script, language): _rules(name, language)
    for script, listed in _OF_LANGUAGES.items()
    for language, name in (pair.split() for pair in listed.split(", "))
} | {(script, code): _rules("", _WRITTEN) for script, codes in _AS_WRITTEN.items() for code in codes.split()}
LANGUAGES = frozenset(language for _, language in _OTHER)


@lru_cache(maxsize=200_000)
def stem(term: str, language: str = "") -> str:
    """The stem of a folded term in an article of that language. Numbers, and words of scripts that nothing stems, are
    as they are in every language."""
    rules = _of(term, language)
    return rules.stem(term) if rules else term


def _of(term: str, language: str) -> _Rules | None:
    script = _SCRIPT.search(term)
    if script is None or script.lastgroup is None:
        return None
    return _OTHER.get((script.lastgroup, language)) or _DEFAULT[script.lastgroup]


def stems(term: str, languages: Iterable[str]) -> tuple[str, ...]:
    """Those of a term under which articles in any of these languages have it; that of no language first."""
    return tuple(dict.fromkeys((stem(term), *(stem(term, language) for language in languages))))


def stemmed_apart(languages: Iterable[str]) -> tuple[str, ...]:
    """Those of the languages whose articles have stems of their own; of all that nothing stems, one for each script."""
    known = LANGUAGES.intersection(languages)
    return tuple(sorted(each for each in known if each == min(other for other in known if _alike(each, other))))


def _alike(one: str, other: str) -> bool:
    return all(_of(script, one) == _of(script, other) for script in "aаاअ")


def set_apart(language: str) -> str:
    """The language where its articles have stems of their own; "" for all others, whose words are stemmed alike."""
    return language if language in LANGUAGES else ""


def letters_alike(term: str, language: str = "") -> int:
    """With how many letters of this term all words begin that have its stem, so far as is sure."""
    rules = _of(term, language)
    sure = 2 if rules is None else _SURE_LETTERS.get(rules.name, 2)
    return min(sure, max(1, len(term) - 1))
