"""Scripts by their letters, and which languages are written in them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache

# By the first word of the letters' names. Where a script has one likely language, its letters alone say it.
LANGUAGES: Mapping[str, tuple[str, ...]] = {
    script: tuple(languages.split())
    for script, languages in {
        "LATIN": "af az bs ca cs cy da de en es et eu fi fr ga gl hr hu id is it ku la lt lv ms mt nl nn no pl pt ro sk"
        " sl so sq sr sv sw tk tl tr uz vi",
        "CYRILLIC": "ab az ba be bg bs cv kk ky mk mn os ru sr tg tk tt uk uz",
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
_LATIN = re.compile("[A-Za-z]")
_SAME_SCRIPT = {"HIRAGANA": "KANA", "KATAKANA": "KANA", "HALFWIDTH": "KANA", "FULLWIDTH": "LATIN"}
_SYLLABLES, _SYLLABLE = ("CJK", "KANA", "HANGUL"), 5  # as many letters
_SOME = 1 / 9
_MOST = 0.6


def letters_by_script(text: str) -> Counter[str]:
    """How many letters of each; a sign for a syllable is as much as some letters."""
    if text.isascii():
        return +Counter(LATIN=len(_LATIN.findall(text)))
    found: Counter[str] = Counter()
    for character, number in Counter(text).items():
        if character.isalpha():
            script = script_of(character)
            found[script] += number * (_SYLLABLE if script in _SYLLABLES else 1)
    return found


def main_script(letters: Counter[str]) -> str:
    """That of most letters, or "". Japanese and Korean have Chinese signs between their own."""
    if not letters:
        return ""
    for own in ("KANA", "HANGUL"):
        if letters[own] > _SOME * letters["CJK"]:
            letters = letters - Counter(CJK=letters["CJK"]) + Counter({own: letters["CJK"]})
    script, number = letters.most_common(1)[0]
    return script if number >= _MOST * letters.total() else ""


@cache
def script_of(letter: str) -> str:
    """
    >>> script_of("ы"), script_of("の")
    ('CYRILLIC', 'KANA')
    """
    script = unicodedata.name(letter, "").partition(" ")[0]
    return _SAME_SCRIPT.get(script, script)


@cache
def is_written_in(language: str, script: str) -> bool:
    """Languages that are not known here are written in Latin letters, or in a script that is not known here."""
    written = [each for each, languages in LANGUAGES.items() if language in languages]
    return script in written if written else script == "LATIN" or script not in LANGUAGES
