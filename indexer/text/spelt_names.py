"""How a name may stand in an index when its key is known (`romanisation`): what its words begin with, and its cases."""

import re
from collections.abc import Iterable

from indexer.text.romanisation import latin_groups

_MOST_BEGINNINGS = 40
_BEGINNING = 3  # pieces of a key, or fewer where that makes too many beginnings

_LATIN = latin_groups()
_FIRST = _LATIN | {
    "е": ("e", "ie", "ye", "je", "yo"),
    "и": ("i", "y", "j"),
    "шч": ("sc", "shc", "shh", "sjt", "sts", "szc", "cht"),
    "я": ("a", "ia", "ya", "ja"),
    "ю": ("u", "iou", "iu", "you", "yu", "joe", "ju"),
}  # of which a word begins
_CYRILLIC = {
    "а": "а ъ",
    "е": "е э є ье",
    "и": "и й ы і ьи",
    "я": "я ия иа ья",
    "ю": "ю йу ью",
    "ц": "ц тс",
    "шч": "щ шч",
    "г": "г ґ ғ",
    "к": "к қ",
    "х": "х ҳ һ",
    "дж": "дж џ ҷ",
    "л": "л ль љ",
    "н": "н нь њ",
}
_PIECES = re.compile("шч|дж|кс|.")
# Consonants that hardly any spelling changes; all other letters count for nothing.
_STEADY = dict.fromkeys(range(0x250)) | dict.fromkeys(range(0x400, 0x530))
_STEADY |= str.maketrans("blmnrvwfблмнрвфљњ", "blmnrvvvblmnrvvln")

# What a name ends in where it is called, and what that becomes in other cases.
_CASES = (
    ("[бвгджзклмнпрстфхцчш]", "", "а у е ом ем"),
    ("[оеё]в|[иы]н", "", "ым ой ых"),
    ("[лнрстдзвпмб]", "ь", "я ю"),
    ("", "ий", "ия ию ием ии"),
    ("к", "ий", "ого ому им ом"),
    ("", "ый", "ого ому ым ом"),
    ("", "ой", "ого ому ым ом"),
    ("", "ей", "ея ею еем ее"),
    ("", "ай", "ая аю аем ае"),
    ("нк", "о", "а у ом"),
    ("[бвгджзклмнпрстфхцчш]", "а", "ы и е у ой ою ей"),
    ("[бвгджзклмнпрстфхцчш]", "я", "и е ю ей"),
    ("и", "я", "и ю ей"),
)
_ENDS = tuple((end, re.compile(f"(?:{before})$"), called) for before, called, ends in _CASES for end in ends.split())
_OF_A_FAMILY = re.compile("[оеё]ва$")
_SURELY_OF_A_MAN = re.compile("(?:[ое]м|[ыи]м|ого|ому)$|(?:[оеё]в|ян|ич|[бгжкхцчшщ])[ауе]$")


def steady(word: str) -> str:
    """The consonants that all spellings of a name, and its key, have in common."""
    return word.translate(_STEADY).replace("vv", "v")


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


def called(word: str) -> list[str]:
    """What somebody is called of whom a Cyrillic word may be another case."""
    found = ((word.removesuffix(end), before, last) for end, before, last in _ENDS if word.endswith(end))
    return list(dict.fromkeys(stem + last for stem, before, last in found if before.search(stem)))


def is_case_of_woman(word: str) -> bool:
    """Whether a Cyrillic name may be that of a woman as well as another case of that of a man: Хачатурова."""
    return _OF_A_FAMILY.search(word) is not None


def is_other_case(word: str) -> bool:
    """Whether nobody is called so, so that a name in Cyrillic letters may be told from it."""
    return _SURELY_OF_A_MAN.search(word) is not None
