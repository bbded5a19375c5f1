"""The language an article is written in, by its body."""

import re
from functools import cache
from typing import Any

from py3langid.langid import MODEL_FILE, LanguageIdentifier

# Fewer languages, fewer mistakes: those of the bodies whose archives are served, and their neighbours.
_LANGUAGES = ("ar", "be", "de", "en", "es", "fa", "fr", "hy", "it", "kk", "ky", "pt", "ru", "tr", "uk", "zh")
_CODE = re.compile(r"[a-z]{2,3}(?=$|[-_])")
_NAMES = {
    "en": "english eng",
    "ru": "russian русский rus",
    "fr": "french français fra fre",
    "es": "spanish español spa",
    "de": "german deutsch deu ger",
    "ar": "arabic العربية ara",
    "zh": "chinese 中文 zho chi",
}
_CODES = {name: code for code, names in _NAMES.items() for name in names.split()}
_SAMPLE = 1500
_ENOUGH_LETTERS, _ENOUGH_IDEOGRAMS = 60, 12
_SURE = 0.6
_IDEOGRAM = re.compile(r"[\u4e00-\u9fff]")
# A sixth of English prose, and words of no other language: where they are thick, the model need not be asked.
_ENGLISH = (" the ", " of ", " and ", " to ", " said ", " from ", " that ", " with ", " its ")
_FEWEST, _THICK, _MOST_FOREIGN = 3, 0.08, 0.02
_LETTERS = re.compile(r"[^\W\d_]+")


def language_of(text: str, declared: str = "") -> str:
    """ISO 639-1, or "" where nothing says. Short or mixed texts are in the language that was declared."""
    sample, stated = text[:_SAMPLE], _code(declared)
    if stated and not _is_enough(sample):
        return stated
    if _is_english(sample):
        return "en"
    if not _LETTERS.search(sample):
        return ""
    guess, sureness = _identifier().classify(sample)
    return str(guess) if sureness >= _SURE else stated


def _is_english(sample: str) -> bool:
    """Whether over half of it is English prose, by its small words, and next to none of it is in other letters."""
    lower = sample.lower()
    small = sum(map(lower.count, _ENGLISH))
    thick = small >= _FEWEST and small >= _THICK * (lower.count(" ") + 1)
    return thick and len(sample.encode("utf-8", "replace")) - len(sample) <= _MOST_FOREIGN * len(sample)


def _is_enough(sample: str) -> bool:
    letters = sum(map(len, _LETTERS.findall(sample)))
    return letters >= _ENOUGH_LETTERS or len(_IDEOGRAM.findall(sample)) >= _ENOUGH_IDEOGRAMS


def _code(declared: str) -> str:
    """
    >>> _code("en-US"), _code("rus"), _code("Deutsch"), _code("unknown")
    ('en', 'ru', 'de', '')
    """
    name = declared.strip().lower()
    match = _CODE.match(name)
    code = _CODES.get(name) or (match.group() if match else "")
    code = _CODES.get(code, code)
    return code if len(code) == 2 else ""


@cache
def _identifier() -> Any:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(_LANGUAGES))
    return identifier
