"""What language a model takes a text for."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from indexer.ingest.language.near_languages import near_languages
from indexer.ingest.language.scripts import is_written_in

_FEW = 2
_CAPITALS, _LETTERS = re.compile("[A-Z]"), re.compile("[A-Za-z]")
_PIDGIN = "pcm"  # which English tables and headlines are taken for


@dataclass(frozen=True, slots=True)
class Guess:
    """A language, whose code may have three letters, how likely it is, and how likely it or one that is nearly it.

    `alone` is 0 where the model knows no other language of the script or none of those that are nearly it.
    """

    language: str
    alone: float
    sureness: float


def likeliest(text: str, script: str) -> Guess:
    """Of all languages in a script: those that are named nowhere here keep what is theirs from those that are."""
    shares = _shares(text.lower() if _is_in_capitals(text) else text, script)
    guess = max(shares, key=lambda language: shares[language])
    english, pidgin = shares.get("en", 0), shares.get(_PIDGIN, 0)
    if guess in {"en", _PIDGIN} and english >= pidgin / 2:
        return Guess("en", english + pidgin, english + pidgin)
    near = near_languages(guess)
    is_weighed = len(shares) > _FEW and shares.keys() >= near
    return Guess(guess, shares[guess] if is_weighed else 0, sum(shares.get(each, 0) for each in near))


def is_known_to_model(language: str) -> bool:
    return language in _identifier().labels


def _shares(text: str, script: str) -> Mapping[str, float]:
    written = _languages(script)
    ranks = {language: share for language, share in _identifier().rank(text) if language in written}
    whole = sum(ranks.values()) or 1
    return {language: share / whole for language, share in ranks.items()}


@cache
def _languages(script: str) -> frozenset[str]:
    return frozenset(language for language in _identifier().labels if is_written_in(language, script))


def _is_in_capitals(text: str) -> bool:
    if text.isascii():
        return 2 * len(_CAPITALS.findall(text)) > len(_LETTERS.findall(text))
    counts = Counter(text)
    capitals = sum(number for letter, number in counts.items() if letter.isupper())
    return capitals > sum(number for letter, number in counts.items() if letter.islower())


@cache
def _identifier() -> Any:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
