"""Russian names in the cases that headings have: "Выступление Анны Орловой", "Разговор с Анной Орловой"."""

import re

_SURNAMES = (
    ("овой", "ова"),
    ("евой", "ева"),
    ("ёвой", "ёва"),
    ("иной", "ина"),
    ("ыной", "ына"),
    ("ской", "ская"),
    ("цкой", "цкая"),
    ("ского", "ский"),
    ("цкого", "цкий"),
    ("ова", "ов"),
    ("ева", "ев"),
    ("ёва", "ёв"),
    ("ина", "ин"),
    ("ына", "ын"),
    ("яна", "ян"),
    ("ича", "ич"),
    ("ася", "ась"),
    ("енко", "енко"),
)
_GIVEN = (
    ("ея", "ей"),
    ("ия", "ий"),
    ("ая", "ай"),
    ("ря", "рь"),
    ("ля", "ль"),
    ("ьи", "ья"),
    ("ии", "ия"),
    ("ги", "га"),
    ("ки", "ка"),
    ("ы", "а"),
    ("вла", "вел"),
    ("тра", "тр"),
    ("а", ""),
)
# "с Анной Орловой", "с Петром Лесковым"
_WITH_SURNAMES = (
    *((f"{end}ым", end) for end in ("ов", "ев", "ёв", "ин", "ын")),
    *((f"{end}ой", f"{end}а") for end in ("ов", "ев", "ёв", "ин", "ын")),
    *((f"{end}им", f"{end}ий") for end in ("ск", "цк")),
    *((f"{end}ой", f"{end}ая") for end in ("ск", "цк")),
    *((f"{end}ом", end) for end in ("ян", "ук", "юк", "ак", "т", "р", "д", "н")),
    ("ичем", "ич"),
)
_WITH_GIVEN = (
    *(("ием", "ий"), ("еем", "ей"), ("аем", "ай"), ("рем", "рь"), ("лем", "ль"), ("ьвом", "ев"), ("авлом", "авел")),
    *(("ьей", "ья"), ("ией", "ия"), ("ой", "а"), ("ей", "я"), ("ом", "")),
)
_NO_CASE = frozenset(("Сергей", "Андрей", "Алексей", "Матвей", "Тимофей", "Елисей", "Ерофей", "Моисей", "Артём"))
_SHORTEST = 3
_ENDINGS = "|".join(ending for ending, _ in _SURNAMES)
_NAME = re.compile(
    rf"(?<!\w)(?:(?P<given>[А-ЯЁ][а-яё-]{{2,20}})|(?P<initials>(?:[А-ЯЁ]\.\s?){{1,2}}))\s?"
    rf"(?:[А-ЯЁ][а-яё]+(?:ича|вны)\s)?(?P<surname>[А-ЯЁ][а-яё-]{{0,25}}(?:{_ENDINGS}))(?![\w-])"
)


def name_in_genitive(heading: str) -> tuple[int, str] | None:
    """Where the first such name stands, and how it is in the nominative."""
    match = _NAME.search(heading)
    if match is None:
        return None
    given = match["initials"] or f"{_ended(match['given'], _GIVEN)} "
    return match.start(), given + _ended(match["surname"], _SURNAMES)


def as_said_with(name: str) -> str:
    """A name of two words behind "с" as it is in the nominative; "" where its surname has a form that does not tell;
    one whose given name stands in the nominative is left."""
    given, _, surname = name.partition(" ")
    first = given if given in _NO_CASE else _ended(given, _WITH_GIVEN)
    if first == given or " " in surname:
        return name
    last = _ended(surname, _WITH_SURNAMES)
    indeclinable = surname.endswith(("о", "е", "и", "у", "ых", "их"))
    return f"{first} {last}" if last != surname or indeclinable else ""


def in_another_case(name: str) -> re.Pattern[str]:
    """Finds the first and the last word of a name with other endings: "Анны Орловой" for Анна Орлова."""
    stems = [re.escape(word.rstrip("аяйь") if len(word) > _SHORTEST else word) for word in name.split()]
    return re.compile(rf"(?<!\w){stems[0]}\w{{0,2}} (?:\w+ )?{stems[-1]}\w{{0,3}}(?!\w)")


def _ended(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    for ending, nominative in endings:
        if word.endswith(ending):
            return word.removesuffix(ending) + nominative
    return word
