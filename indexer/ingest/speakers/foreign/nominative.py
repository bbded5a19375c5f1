"""A Russian name as it is shown: "по словам Сергея Иванова" is of Сергей Иванов. Empty where the form does not tell."""

import re
from collections.abc import Iterator
from functools import lru_cache

from indexer.ingest.speakers.foreign.cues import MEN, WOMEN

_IRREGULAR = {"павла": "Павел", "льва": "Лев", "петра": "Пётр"}
_PATRONYMIC = re.compile(r"(?i)[^\W\d_]+ича$")
_PATRONYMIC_OF_HER = re.compile(r"(?i)[^\W\d_]+(?:овн|евн|ичн|инишн)[ыеу]$")
_REMEMBERED = 4096  # names: an article has each many times
_HARD = "гкхжшчщ"
_VOWELS = "аеёиоуыэюя"
_MEN_IN_A = frozenset({"никита", "илья", "фома", "савва", "данила", "кузьма", "лука", "мустафа", "муса", "иса"})

# The endings of surnames in the cases that follow "по словам" (of) and "цитирует" (whom): first of men, then of women.
_OF_MEN = (
    (r"(?<=[сц]к)ого$", "ий"),
    (r"(?<=[^аеёиоуыэюя])а$", ""),
    (r"(?<=[аеиоуя])я$", "й"),
    (r"(?<=[^аеёиоуыэюя])я$", "ь"),
)
_OF_WOMEN = ((r"(?<=[оеё]в|[иы]н)(?:ой|у)$", "а"), (r"(?<=[сц]к)(?:ой|ую)$", "ая"))
_OTHERS_IN_OGO = re.compile(r"(?:ого|его|ому|ему|ой|ей|ую|юю)$")


@lru_cache(_REMEMBERED)
def nominative(name: str) -> str:
    """Of a full name in another case; "" where that is not plain."""
    *given, surname = name.split()
    if not given or not all(map(_is_cyrillic, (given[0], surname))):
        return ""
    if other := of_dative(name):
        return other
    first = _given(given[0])
    if not first:
        return ""
    if _is_womans(first) and re.search(r"(?:[оеё]в|[иы]н)а$", surname):
        first = given[0]  # a man whose given name has no cases: "Имангали Тасмагамбетова"
        return " ".join([first, *map(_patronymic, given[1:]), surname[:-1]]) if given[0][-1] == "и" else ""
    middle = [_patronymic(each) for each in given[1:]]
    last = _changed(surname, _OF_WOMEN if _is_womans(first) else _OF_MEN)
    if not last and _OTHERS_IN_OGO.search(surname):
        return ""
    return " ".join([first, *middle, last or surname])


def is_first_case(name: str) -> bool:
    """Whether a full name that ends as "Анна Белкина" and "Ивана Белкина" both do is the first of them."""
    return name.split(maxsplit=1)[0].lower() in WOMEN


@lru_cache(_REMEMBERED)
def of_dative(name: str) -> str:
    """Of a full name in the dative or the instrumental, "Сергею Иванову", "Анваром Ибрагимом"; "" of any other."""
    *given, surname = name.split()
    return (_of_man(given, surname) or _of_woman(given, surname)) if given else ""


def _of_man(given: list[str], surname: str) -> str:
    dative = (surname[-1] in "уюоеиэых" and given[0][-1] in "ую") or re.search(r"[сц]кому$", surname)
    instrumental = re.search(r"(?:ом|ем|[оеё]вым|[иы]ным|[сц]ким)$", surname) and not is_given(given[0])
    first = _first_of_man(given[0]) if dative or instrumental else ""
    if not first or (dative and not is_given(first)) or re.search(r"(?<![сц]к)[оe]му$", surname):
        return ""
    last = re.sub(r"(?<=[сц]к)(?:ому|им)$", "ий", surname)
    last = re.sub(r"(?<=[вн])ым$|(?<=[^аеёиоуыэюя])(?:у|[ое]м)$", "", last) if last == surname else last
    last = re.sub(r"(?<=[аеиоуя])(?:ю|ем)$", "й", last) if last == surname else last
    return " ".join([first, *(re.sub(r"(?<=ич)(?:у|ем)$", "", each) for each in given[1:]), last])


def _of_woman(given: list[str], surname: str) -> str:
    """ "Анне Белкиной", "Марией Чайковской"."""
    stem = re.sub(r"(?:е|ой|ей)$", "", given[0])
    first = next((stem + end for end in "ая" if (stem + end).lower() in WOMEN), "")
    if not first or len(given) > 1 or stem == given[0] or surname[-1] in "аяую":
        return ""
    return f"{first} {_changed(surname, _OF_WOMEN) or surname}"


def _first_of_man(given: str) -> str:
    lower = given.lower()
    stem = re.sub(r"(?:у|ю|[оеё]м)$", "", lower)
    if stem == lower:
        return ""
    known = next((name for name in (stem, stem + "й", stem + "ь") if name in MEN), "")
    known = known or {"павл": "павел", "петр": "пётр", "льв": "лев"}.get(stem, "")
    return known.capitalize() or (given[:-2] if lower.endswith("ом") and len(stem) > 2 else "")


@lru_cache(_REMEMBERED)
def by_given_name(name: str) -> str:
    """The first case of a name whose given name is a known one: "Софьи Ланге" is of Софья Ланге; "" of any other."""
    first = name.split(maxsplit=1)[0].lower()
    if first in MEN or (first in WOMEN and (_given(first).lower() not in MEN or is_womans(name))):
        return name
    shown = nominative(name)
    return shown if shown and is_given(shown.split(maxsplit=1)[0]) else ""


def is_given(word: str) -> bool:
    """A known given name in its first case."""
    return word.lower() in MEN | WOMEN


@lru_cache(_REMEMBERED)
def is_patronymic(word: str) -> bool:
    """ "Петровна", "Игоревич"; not the surname "Абрамович"."""
    mans = re.fullmatch(r"([а-яё]{2,12}?)ь?[оеё]?вич", word.lower())
    if mans is None:
        return re.search(r"(?:[оеё]вна|ична|инишна)$", word) is not None
    father = mans[1].replace("ё", "е")
    return any(name.replace("ё", "е").startswith(father) and len(name) - len(father) < 3 for name in MEN)


def surname_forms(surname: str) -> Iterator[str]:
    """The other cases of a man's surname: Иванова, Иванову, Ивановым, Иванове."""
    if re.search(r"(?:[оеё]в|[иы]н)$", surname):
        yield from (surname + end for end in ("а", "у", "ым", "е"))
    elif re.search(r"[сц]кий$", surname):
        yield from (surname[:-2] + end for end in ("ого", "ому", "им", "ом"))
    elif re.search(r"(?:[оеё]в|[иы]н)а$", surname):
        yield from (surname[:-1] + end for end in ("ой", "у"))
    elif re.search(r"[цкнмлрт]ец$", surname):
        yield from (surname[:-2] + end for end in ("ца", "цу", "цом", "це"))
    elif re.search(r"[бвгдзклмнпрстфхцчшщж]$", surname):
        yield from (surname + end for end in ("а", "у", "ом", "ем", "е"))
    elif surname.endswith("й"):
        yield from (surname[:-1] + end for end in ("я", "ю", "ем", "е"))
    elif surname.endswith("а"):
        yield from (surname[:-1] + end for end in ("ы", "и", "у", "ой", "е"))
    elif re.search(r"[сц]кая$", surname):
        yield from (surname[:-2] + end for end in ("ой", "ую"))


def is_womans(name: str) -> bool | None:
    """Whether a name in its first case is a woman's; None where neither the given name nor the surname tells."""
    words = name.split()
    if not _is_cyrillic(words[-1]):
        return None
    surname = words[-1].lower()
    if re.search(r"(?:[оеё]ва|[иы]на|[сц]кая|вна)$", surname):
        return True
    if re.search(r"(?:[оеё]в|[иы]н|[сц]кий|ич)$", surname):
        return False
    return _is_womans(words[0]) if len(words) > 1 else None


def _is_womans(first: str) -> bool:
    return first.lower()[-1] in "ая" and first.lower() not in _MEN_IN_A


def _is_cyrillic(word: str) -> bool:
    return re.fullmatch(r"[А-ЯЁа-яё-]+", word) is not None


def _given(word: str) -> str:
    lower = word.lower()
    before, last = lower[-2:-1], lower[-1]
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if last in "ая":  # of a man
        return word[:-1] + ("" if last == "а" else "й" if before in _VOWELS else "ь")
    if last in "ую":  # a woman, as an object
        return word[:-1] + ("а" if last == "у" else "я")
    if last in "ыи":  # of a woman, or of Никита
        return word[:-1] + ("а" if last == "ы" or before in _HARD else "я")
    return ""


def _patronymic(word: str) -> str:
    if _PATRONYMIC.match(word):
        return word[:-1]
    return word[:-1] + "а" if _PATRONYMIC_OF_HER.match(word) else word


def _changed(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    for pattern, end in endings:
        if re.search(pattern, word.lower()):
            return re.sub(pattern, end, word)
    return ""
