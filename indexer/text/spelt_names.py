"""How a name may stand in the terms of an index, when its key is known (`romanisation`): where to look, and what fits."""

import re
from collections.abc import Iterable
from functools import lru_cache

from indexer.text.romanisation import latin_groups

_MOST_BEGINNINGS = 40
_BEGINNING = 3  # pieces of a key, or fewer where that makes too many beginnings

_LATIN = latin_groups()
_FIRST = _LATIN | {
    **{"е": ("e", "ie", "ye", "je", "yo"), "и": ("i", "y", "j"), "шч": ("sc", "shc", "sjt", "sts", "szc", "cht")},
    **{"я": ("a", "ia", "ya", "ja"), "ю": ("u", "iou", "iu", "you", "yu", "joe", "ju")},
}  # of which a word begins
_CYRILLIC = {
    **{"а": "а ъ", "е": "е э є", "и": "и й ы і", "я": "я ия иа", "ю": "ю йу", "ц": "ц тс", "шч": "щ шч"},
    **{"г": "г ґ ғ", "к": "к қ", "х": "х ҳ һ", "дж": "дж џ ҷ", "л": "л ль љ", "н": "н нь њ"},
}
_PIECES = re.compile("шч|дж|кс|.")
_VARYING = {"е": "(?:[iyj]{0,2}e{1,2}|[iyj]?o)", "и": "[iyj]{1,3}", "я": "[iyj]{0,2}a", "ю": "[iyj]{0,2}(?:o?u|oe)"}
_LAST = (("в", "(?:v|w|ff?)"), ("ин", "[iyj]{1,3}ne?"), ("др", "d(?:e?r|re)"), ("тр", "t(?:e?r|re)"))

# What the last letters of a key become in other cases.
_CASES = (
    ("и", "я ю ем ого ому им ом ои ая ую"),
    ("ои", "ого ому им ом"),
    ("еи", "ея ею еем"),
    ("аи", "ая аю аем"),
    ("а", "и е у ои ою еи"),
    ("я", "и е ю еи"),
    ("о", "а у ом"),
)
_OF_CONSONANTS = ("а", "у", "ом", "ем", "им", "е", "я", "ю", "ои", "и", "их")
_OF_A_FAMILY = re.compile("[оеё]ва$")
_CONSONANT = re.compile("[бвгджзклмнпрстфхцчш]$")


@lru_cache(maxsize=1_000)
def latin_pattern(key: str) -> re.Pattern[str]:
    """Fits the terms that may have the key, and some others."""
    end, last = next(((end, last) for end, last in _LAST if key.endswith(end)), ("", ""))
    pieces = _PIECES.findall(key.removesuffix(end))
    return re.compile("".join(map(_latin, pieces)) + last)


def _latin(piece: str) -> str:
    if piece in _VARYING:
        return _VARYING[piece]
    groups = {*_LATIN.get(piece, ())}
    if len(piece) > 1:
        groups.add("".join(map(_latin, piece)))
    return f"(?:{'|'.join(sorted(groups))})ʹ?"


def beginnings(key: str, *, cyrillic: bool) -> list[str]:
    """Of all terms that may have the key: none begins with another one."""
    found = {""}
    for piece in _PIECES.findall(key)[:_BEGINNING]:
        spelt = _CYRILLIC.get(piece, piece).split() if cyrillic else _FIRST[piece]
        longer = {before + letters for before in found for letters in spelt}
        if len(longer) > _MOST_BEGINNINGS:
            break
        found = longer
        if piece == "шч":  # the longest
            break
    return _without_longer(found)


def _without_longer(beginnings: Iterable[str]) -> list[str]:
    kept: list[str] = []
    for each in sorted(beginnings):
        if not kept or not each.startswith(kept[-1]):
            kept.append(each)
    return kept


@lru_cache(maxsize=1_000)
def inflected(key: str) -> frozenset[str]:
    """The keys of a name in its other cases."""
    if _CONSONANT.search(key):
        return frozenset(key + end for end in _OF_CONSONANTS)
    return frozenset(key.removesuffix(last) + end for last, ends in _CASES if key.endswith(last) for end in ends.split())


def bases(key: str) -> list[str]:
    """The keys of the names of which this may be another case, the likeliest first."""
    found = [key.removesuffix(end) for end in sorted(_OF_CONSONANTS, key=len, reverse=True) if key.endswith(end)]
    found = [each for each in found if _CONSONANT.search(each)]
    others = (key.removesuffix(end) + last for last, ends in _CASES for end in ends.split() if key.endswith(end))
    return [each for each in dict.fromkeys((*found, *others)) if each != key]


def is_of_a_family(word: str) -> bool:
    """Whether a Cyrillic name may be that of a woman or another case of that of a man: Хачатурова."""
    return _OF_A_FAMILY.search(word) is not None
