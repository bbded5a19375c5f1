"""The language an article is written in, by its body."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any

from py3langid.langid import MODEL_FILE, LanguageIdentifier

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
# By the first word of the letters' names. Where one language of a script is likely, its letters say it alone.
_SCRIPTS: Mapping[str, tuple[str, ...]] = {
    script: tuple(languages.split())
    for script, languages in {
        "LATIN": "af az bs ca cs cy da de en es et eu fi fr ga gl hr hu id is it ku la lt lv ms mt nl nn no pl pt ro sk sl"
        " so sq sr sv sw tk tl tr uz vi",
        "CYRILLIC": "az ba be bg bs kk ky mk mn ru sr tg tk tt uk uz",
        "ARABIC": "ar fa ku ps ug ur",
        "DEVANAGARI": "hi mr ne sa",
        "BENGALI": "as bn",
        "HEBREW": "he yi",
        "ETHIOPIC": "am ti",
        "GREEK": "el",
        "ARMENIAN": "hy",
        "GEORGIAN": "ka",
        "GURMUKHI": "pa",
        "GUJARATI": "gu",
        "ORIYA": "or",
        "TAMIL": "ta",
        "TELUGU": "te",
        "KANNADA": "kn",
        "MALAYALAM": "ml",
        "SINHALA": "si",
        "THAI": "th",
        "LAO": "lo",
        "MYANMAR": "my",
        "KHMER": "km",
        "HANGUL": "ko",
        "KANA": "ja",
        "CJK": "zh",
    }.items()
}
_SAME_SCRIPT = {"HIRAGANA": "KANA", "KATAKANA": "KANA", "FULLWIDTH": "LATIN", "HALFWIDTH": "KANA"}
_SYLLABLES = ("CJK", "KANA", "HANGUL")
_PIECES, _PIECE = 5, 300
_ENOUGH_LETTERS = 60
_SYLLABLE = 5  # letters
_MOST = 0.6
_SURE = 0.6
# A sixth of English prose, and words of no other language: where they are thick, the model need not be asked.
_ENGLISH = (" the ", " of ", " and ", " to ", " said ", " from ", " that ", " with ", " its ")
_FEWEST, _THICK, _MOST_FOREIGN = 3, 0.08, 0.02


def language_of(text: str, declared: str = "") -> str:
    """ISO 639-1, or "" where nothing says. Short or mixed texts are in the language that was declared."""
    sample, stated = _sample(text), _code(declared)
    if not stated and _is_english(sample):
        return "en"
    letters = _letters(sample)
    if stated and sum(letters.values()) < _ENOUGH_LETTERS:
        return stated
    if stated and _is_english(sample):
        return "en"
    script = _script(letters)
    return _identified(sample, script) or (stated if stated in _SCRIPTS.get(script, (stated,)) else "")


def _sample(text: str) -> str:
    """Most of an article is not its beginning, which may be a letterhead in another language."""
    if len(text) <= _PIECES * _PIECE:
        return text
    step = (len(text) - _PIECE) // (_PIECES - 1)
    return " ".join(text[at : at + _PIECE] for at in range(0, _PIECES * step, step))


def _is_english(sample: str) -> bool:
    """Whether over half of it is English prose, by its small words, and next to none of it is in other letters."""
    lower = sample.lower()
    small = sum(map(lower.count, _ENGLISH))
    thick = small >= _FEWEST and small >= _THICK * (lower.count(" ") + 1)
    return thick and len(sample.encode("utf-8", "replace")) - len(sample) <= _MOST_FOREIGN * len(sample)


def _letters(sample: str) -> Counter[str]:
    """How many letters of each script; a sign for a syllable is as much as some letters."""
    found: Counter[str] = Counter()
    for character, number in Counter(sample).items():
        if character.isalpha():
            script = _script_of(character)
            found[script] += number * (_SYLLABLE if script in _SYLLABLES else 1)
    return found


@cache
def _script_of(letter: str) -> str:
    script = unicodedata.name(letter, "").partition(" ")[0]
    return _SAME_SCRIPT.get(script, script)


def _script(letters: Counter[str]) -> str:
    """That of most letters; Japanese has Chinese signs between its own, Korean may."""
    if not letters:
        return ""
    for own in ("KANA", "HANGUL"):
        if letters[own] > letters["CJK"] / 9:
            letters[own] += letters.pop("CJK", 0)
    script, number = letters.most_common(1)[0]
    return script if number >= _MOST * sum(letters.values()) else ""


def _identified(sample: str, script: str) -> str:
    known = _SCRIPTS.get(script, ())
    if len(known) < 2:
        return "".join(known)
    lower = sample.lower()
    guess, sureness = _best(sample, script)
    return guess if sureness >= _SURE and guess in known else ""


def _best(sample: str, script: str) -> tuple[str, float]:
    ranks = [(language, share) for language, share in _identifier().rank(sample) if _is_written_in(language, script)]
    return ranks[0][0], ranks[0][1] / (sum(share for _, share in ranks) or 1)


@cache
def _is_written_in(language: str, script: str) -> bool:
    written = [each for each, languages in _SCRIPTS.items() if language in languages] or ["LATIN"]
    return script in written


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
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
