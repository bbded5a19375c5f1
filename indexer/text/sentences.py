"""Where sentences end, knowing what press articles abbreviate: art. 51, № 5, V.A. Semerikov, Mr. Norov, г. Москва."""

import re

_END = re.compile(
    r"(?<![.!?…。！？])[.!?…。！？]++[\"”»’)\]]{0,3}(?:(?<=[。！？])(?!$)|\s++(?=[\"“«„‘(\[–—-]{0,3}[^\W_a-zа-яё]))"
)
_ABBREVIATED = (
    "art arts no nos par para paras vol ed eds cf ch sec st mr mrs ms dr prof gen col lt capt sgt gov sen rep amb hon "
    "messrs jr sr inc ltd co corp fig pp vs approx ca etc jan feb mar apr jun jul aug sept sep oct nov dec "
    "ст стр п пп гл г гг ул им др проф тов руб млн млрд тыс см янв февр апр авг сент окт нояб дек "
    "mme mm m mlle sra srta dña núm pág art abs nr bzw z b dipl ing"
)
_ABBREVIATIONS = frozenset(_ABBREVIATED.split())
_LAST_WORD = re.compile(r"([^\W_]{1,8})\.$")


def sentence_ends(text: str) -> list[int]:
    """Offsets at which a sentence's text (its last mark or closing quote) ends, but for the last sentence."""
    marks = (match for match in _END.finditer(text) if not _is_abbreviation(text, match))
    return [match.start() + len(match.group().rstrip()) for match in marks]


def _is_abbreviation(text: str, match: re.Match[str]) -> bool:
    if not match.group().startswith(". "):
        return False
    word = _LAST_WORD.search(text[max(0, match.start() - 9) : match.start() + 1])
    return word is not None and (word[1].lower() in _ABBREVIATIONS or (len(word[1]) == 1 and word[1].isupper()))
