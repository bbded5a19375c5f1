"""Ordinal numbers below a hundred in words: in English, French, Spanish and Russian."""

import re

_TEENS = ("thir", "four", "fif", "six", "seven", "eigh", "nine")
_ENGLISH = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", *(f"{teen}teenth" for teen in _TEENS)),
)
_TENS = {"tw": 20, "thi": 30, "fo": 40, "fi": 50, "six": 60, "se": 70, "ei": 80, "ni": 90}
_ENGLISH_TENS = re.compile(r"(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)(?P<whole>ieth|y)")
# what words begin with, longer beginnings first where one is that of another: "sept" of "septième"
_STEMS = (
    *(("un", 1), ("deux", 2), ("trois", 3), ("quatr", 4), ("cinquant", 50), ("cinq", 5), ("six", 6), ("sept", 7)),
    *(("huit", 8), ("neu", 9), ("dix", 10), ("onz", 11), ("douz", 12), ("treiz", 13), ("quatorz", 14), ("quinz", 15)),
    *(("seiz", 16), ("vingt", 20), ("trent", 30), ("quarant", 40), ("soixant", 60)),
    *(("primer", 1), ("segund", 2), ("tercer", 3), ("cuart", 4), ("quint", 5), ("sext", 6), ("séptim", 7)),
    *(("octav", 8), ("noven", 9), ("décim", 10), ("vigésim", 20), ("trigésim", 30), ("cuadragésim", 40)),
    *(("quincuagésim", 50), ("sexagésim", 60), ("septuagésim", 70), ("octogésim", 80), ("nonagésim", 90)),
    *(("перв", 1), ("втор", 2), ("трет", 3), ("четв", 4), ("пятьдесят", 50), ("пятидесят", 50), ("пят", 5)),
    *(("шестьдесят", 60), ("шестидесят", 60), ("шест", 6), ("семьдесят", 70), ("семидесят", 70), ("седьм", 7)),
    *(("восемьдесят", 80), ("восьмидесят", 80), ("восьм", 8), ("девят", 9), ("десят", 10), ("двадцат", 20)),
    *(("тридцат", 30), ("сорок", 40)),
)
_BY_LENGTH = tuple(sorted(_STEMS, key=lambda stem: -len(stem[0])))
_PARTS = re.compile(r"[\s–—-]+")
_ENDS = ("ième", "er", "ère", "o", "a", "ой", "ая", "ую", "ей", "ья", "ью", "ьей")
_JOINED, _EIGHTY = "et", ("quatr", "vingt")


def ordinal(words: str) -> int:
    """0 where the words are no such number.

    >>> ordinal("seventy-first"), ordinal("soixante-dix-septième"), ordinal("пятьдесят восьмой")
    (71, 77, 58)
    """
    parts = [part for part in _PARTS.split(words.lower()) if part != _JOINED]
    return _english(parts) or _other(parts)


def _english(parts: list[str]) -> int:
    tens = _ENGLISH_TENS.fullmatch(parts[0])
    if not tens:
        return _ENGLISH.index(parts[0]) + 1 if len(parts) == 1 and parts[0] in _ENGLISH else 0
    value = next(value for start, value in _TENS.items() if parts[0].startswith(start))
    if tens["whole"] == "ieth" or len(parts) == 1:
        return value if len(parts) == 1 and tens["whole"] == "ieth" else 0
    return value + _ENGLISH.index(parts[1]) + 1 if parts[1] in _ENGLISH[:9] and len(parts) == 2 else 0


def _other(parts: list[str]) -> int:
    values = [next((value for stem, value in _BY_LENGTH if part.startswith(stem)), 0) for part in parts]
    if not all(values) or not parts[-1].endswith(_ENDS):
        return 0
    if len(parts) > 1 and parts[0].startswith(_EIGHTY[0]) and parts[1].startswith(_EIGHTY[1]):
        return 80 + sum(values[2:])
    return sum(values) if values == sorted(values, reverse=True) else 0
