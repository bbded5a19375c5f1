"""The characters that texts are kept in: articles, and what is typed to find them.

Mojibake and entities are mended in articles only (`repaired`): what somebody types is never broken so.
"""

import re
import unicodedata

import ftfy
from ftfy.badness import is_bad
from ftfy.fixes import fix_character_width, fix_latin_ligatures

_REPAIR = ftfy.TextFixerConfig(uncurl_quotes=False, explain=False)
_PLAIN = re.compile(r"[ -~\n]*")
_ENTITY = re.compile(r"&\w")
# control characters, halves of pairs, ligatures and wide letters
_SUSPECT = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufb00-\ufb06\uff01-\uffef]")
_WIDE = re.compile("[\ufb00-\ufb06\uff01-\uffef]")
# Arabic letters as they look at each place in a word, letters of formulas
_FORMS = re.compile("[\ufb50-\ufdfb\ufe70-\ufefc\U0001d400-\U0001d7ff]+")
_INVISIBLE = re.compile(
    "[\u200b-\u200f\u2060-\u2064\ufeff\u061c\u180e\u202a-\u202e\u2066-\u206f\ufe00-\ufe0f]|\u00ad(?!\n)"
)
_SOFT = re.compile(r"[\u00ad\u00ac][ \t]*\n[ \t]*")
_SPACE = re.compile(r"[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_HYPHEN = re.compile("[\u2010\u2011]")
_SPACES = re.compile(r" {2,}")
_LINE_END = re.compile(r"[\r\u2028\u2029\u0085\v]")
_FOREIGN = re.compile(r"[^\0-\x7f]+")
_BESIDE = 8  # characters: what shows that letters are broken stands within six


def repaired(text: str) -> str:
    """The plain text of an article, whose lines may still end with soft hyphens. Most are sound, and to see that is
    many times as fast as to repair them."""
    if not _PLAIN.fullmatch(text):
        text = _LINE_END.sub("\n", text.replace("\r\n", "\n"))
        sound = not (_SUSPECT.search(text) or _ENTITY.search(text) or is_bad(_beside_foreign(text)))
        text = _made_plain(_SOFT.sub("\u00ad\n", text if sound else ftfy.fix_text(text, _REPAIR)))
    elif _ENTITY.search(text):
        text = ftfy.fix_text(text, _REPAIR)
    return _SPACES.sub(" ", text) if "  " in text else text


def plain(text: str) -> str:
    """Composed letters (NFC) of plain width, no ligatures; one kind of space and of hyphen; nothing that is not seen,
    such as soft hyphens and joiners."""
    if text.isascii():
        return text.replace("\t", " ") if "\t" in text else text
    return _made_plain(_SOFT.sub("", text))


def _made_plain(text: str) -> str:
    if _WIDE.search(text):
        text = fix_character_width(fix_latin_ligatures(text))
    text = _FORMS.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
    return _HYPHEN.sub("-", _SPACE.sub(" ", unicodedata.normalize("NFC", _INVISIBLE.sub("", text))))


def _beside_foreign(text: str) -> str:
    """The text without the stretches of plain ASCII, in which nothing can be broken; whole where that is most of it."""
    spans = [match.span() for match in _FOREIGN.finditer(text)]
    if len(spans) * 2 * _BESIDE > len(text):
        return text
    return "\n".join([text[max(0, start - _BESIDE) : end + _BESIDE] for start, end in spans])
