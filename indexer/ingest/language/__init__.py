"""The language an article is written in, by its body.

text --scripts--> its script --model--> what it is taken for --evidence--> whether it can be that
"""

import re

from indexer.ingest.language.evidence import Prose, prose_of
from indexer.ingest.language.model import Guess, is_known_to_model, likeliest
from indexer.ingest.language.near_languages import near_languages, told_apart
from indexer.ingest.language.scripts import LANGUAGES, is_written_in, letters_by_script, main_script

_CODE = re.compile(r"[a-z]{2,3}(?=$|[-_])")
_NAMES = {
    "en": "english eng",
    "ru": "russian русский rus",
    "fr": "french français fra fre",
    "es": "spanish español spa",
    "de": "german deutsch deu ger",
    "ar": "arabic العربية ara",
    "zh": "chinese 中文 zho chi",
    "no": "norwegian norsk nb nob",  # as the model says it
    "he": "iw",
    "id": "in",
}
_CODES = {name: code for code, names in _NAMES.items() for name in names.split()}
_PIECES, _PIECE = 5, 200
_LONG = 10_000  # characters; enough to tell languages that are nearly one
_ENOUGH_LETTERS = 60
_PLAIN, _LIKELY, _SURE = 0.9, 0.7, 0.6
_SURE_ENGLISH = 0.3  # next to nothing else is taken for it
# A sixth of English prose, and words of no other language: where they are thick, the model need not be asked.
_ENGLISH = (" the ", " of ", " and ", " to ", " said ", " from ", " that ", " with ", " its ")
_FEWEST, _THICK, _MOST_FOREIGN = 3, 0.08, 0.02


def language_of(text: str, declared: str = "") -> str:
    """ISO 639-1, or "" where nothing says. Short or mixed texts are in the language that was declared."""
    sample, stated = _sample(text), _code(declared)
    is_english = _is_english(sample)
    if is_english and (not stated or len(sample) > _PIECE):
        return "en"
    letters = letters_by_script(sample)
    script = main_script(letters)
    if script and not is_written_in(stated, script):
        stated = ""
    if stated and letters.total() < _ENOUGH_LETTERS:
        return stated
    return "en" if is_english else _told_of_script(text, sample, script, stated)


def _sample(text: str) -> str:
    """Pieces of all of it: its beginning may be a letterhead in another language, its end an address."""
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


def _told_of_script(text: str, sample: str, script: str, stated: str) -> str:
    """What was stated counts where the model is unsure, or takes the text for a language that it cannot be."""
    known = LANGUAGES.get(script, ())
    if len(known) < 2:
        return known[0] if known else stated
    prose = prose_of(sample, script)
    guess = likeliest(prose.sample, script)
    is_sure = guess.sureness >= (_SURE_ENGLISH if guess.language == "en" else _SURE)
    language = _confirmed(guess, text, prose) if is_sure else ""
    if language in known:
        return language
    is_open = not is_sure or stated in near_languages(guess.language) or not is_known_to_model(stated)
    return stated if stated and is_open and prose.may_be(stated) else prose.only_other()


def _confirmed(guess: Guess, text: str, prose: Prose) -> str:
    """The guess, or one that is nearly it; "" where the text is in neither."""
    language, near = guess.language, near_languages(guess.language)
    if len(near) > 1:
        language = told_apart(near, text[:_LONG]) or (language if guess.alone >= _LIKELY else "")
    is_plain = guess.alone >= _PLAIN and (prose.is_short_for(language) or prose.has_own_letters(language))
    return language if is_plain or prose.is_in(language) else ""


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
