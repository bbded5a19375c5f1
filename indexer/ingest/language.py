"""The language an article is written in, by its body."""

import re
from functools import cache
from typing import Any

from py3langid.langid import MODEL_FILE, LanguageIdentifier

# Fewer languages, fewer mistakes: those of the bodies whose archives are served, and their neighbours.
_LANGUAGES = ("ar", "be", "de", "en", "es", "fa", "fr", "hy", "it", "kk", "ky", "pt", "ru", "tr", "uk", "zh")
_CODE = re.compile(r"[a-z]{2,3}(?=$|[-_])")
_NAMES = {
    "english": "en",
    "русский": "ru",
    "russian": "ru",
    "français": "fr",
    "french": "fr",
    "español": "es",
    "spanish": "es",
    "deutsch": "de",
    "german": "de",
    "arabic": "ar",
    "chinese": "zh",
    "eng": "en",
    "rus": "ru",
    "fra": "fr",
    "fre": "fr",
    "spa": "es",
    "deu": "de",
    "ger": "de",
    "ara": "ar",
    "zho": "zh",
    "chi": "zh",
}
_SAMPLE = 3000
_ENOUGH_LETTERS = 60
_ENOUGH_IDEOGRAMS = 12
_IDEOGRAM = re.compile(r"[\u4e00-\u9fff]")
_LETTERS = re.compile(r"[^\W\d_]+")


def language_of(text: str, declared: str = "") -> str:
    """ISO 639-1, or "" where nothing says; a text too short to judge is in the language that was declared."""
    sample = text[:_SAMPLE]
    enough = sum(map(len, _LETTERS.findall(sample))) >= _ENOUGH_LETTERS
    if not enough and len(_IDEOGRAM.findall(sample)) < _ENOUGH_IDEOGRAMS:
        return _code(declared)
    return str(_identifier().classify(sample)[0])


def _code(declared: str) -> str:
    name = declared.strip().lower()
    match = _CODE.match(name)
    code = _NAMES.get(name) or (match.group() if match else "")
    return _NAMES.get(code, code) if len(_NAMES.get(code, code)) == 2 else ""


@cache
def _identifier() -> Any:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(_LANGUAGES))
    return identifier
