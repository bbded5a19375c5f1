"""Who answers in an interview, by its title and opening; unnamed rather than guessed."""

import re
from collections.abc import Iterable, Sequence
from itertools import dropwhile

_LEDE = 1500
_SAYS_INTERVIEW = re.compile(
    r"\binterview(?:ed|s)?\b|questions? and answers?|\bQ\s?&\s?A\b|answer(?:s|ed)? (?:media |press )?questions|интервью"
    r"|вопрос\w* и ответ|ответил\w{0,2} на вопрос|\bentretien\b|\bentrevista\b|\bgespräch\b",
    re.IGNORECASE,
)
_INTERVIEW_WITH = re.compile(
    r"\b(?:interview(?:ed)?|entretien|entrevista|gespräch|интервью)\b[^\n]{0,160}", re.IGNORECASE
)
_WITH = re.compile(r"(?<!\w)(?:with|avec|mit|con|с)\s[A-ZА-ЯЁÀ-Þ][^\n:;.!?]{3,120}")
_WHO_SAYS = re.compile(r"[^\n:“«„\"]{3,80}:\s{0,2}[“«„\"]")
_SPEAKS = re.compile(
    r"[^.\n]{0,60}?(?<!\w)(?:sp(?:oke|eaks)|talk(?:ed|s)|told|tells|answer(?:ed|s)|explain(?:ed|s)|gave|gives|рассказал\w?"
    r"|рассказывает|ответил\w?|отвечает|дал\w? интервью|беседует|répond|explique|a répondu|responde|habla|cuenta"
    r"|spricht|erzählt)(?!\w)"
)
_ADDRESSED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|General|Ambassador|Minister|Madam|Monsieur|Madame|Señor|Señora|Herr|Frau|Professor)\.?"
    r"(?:\s(?:Professor|Prof\.|Dr\.|Minister|Ministerin|Präsident|le|la))?\s([A-ZÀ-Þ][\w'’-]+)"
)
_NAME_WORD = r"[A-ZА-ЯЁÀ-Þ][\w'’-]*"
_CAPITALISED_RUN = re.compile(
    rf"{_NAME_WORD}(?:\s(?:[A-ZА-ЯЁÀ-Þ]\.\s?){{0,2}}(?:(?:de|van|von|al|bin|di)\s)?{_NAME_WORD}){{1,9}}"
)
_OFFICE_WORDS = (
    "secretary general deputy first second acting prime foreign minister ministry president vice director head "
    "chairman chairperson chair ambassador representative permanent special envoy united nations international "
    "security council "
    "commissioner high commission office organization organisation assembly committee the of on and for interview with "
    "under assistant chief executive affairs press service spokesman spokesperson spokeswoman adviser advisor colonel "
    "lieutenant major army exclusive joint staff commander defence defense academy university state federal national "
    "mr mrs ms dr prof professor excellency his her sir republic federation union world news agency journal times "
    "генеральный генерального секретарь секретаря заместитель заместителя министр министра президент президента"
)
_OFFICE = frozenset(_OFFICE_WORDS.split())


def says_interview(title: str, text: str) -> bool:
    return bool(_SAYS_INTERVIEW.search(title) or _SAYS_INTERVIEW.search(text[:_LEDE]))


def interviewee_of(title: str, opening: str, questions: str, people: Sequence[str] = ()) -> str:
    """The one person whom the title or the opening names as interviewed, or whom the questions address; else ""."""
    opening = opening[:_LEDE]
    named = _names(f"{title}\n{opening}", people)
    addressed = {match[1].casefold() for match in _ADDRESSED.finditer(questions)}
    if called := [name for name in named if name.split()[-1].casefold() in addressed]:
        return _only(called)
    if called := [name for name in people if name.split()[-1].casefold() in addressed]:
        return _only(called)
    with_whom = _WITH.search(title)
    titled = _names(with_whom.group() if with_whom else _announced(title), people)
    if not with_whom and not _WHO_SAYS.match(title) and not says_interview(title, opening):
        titled = [name for name in titled if name in people]
    return _only(titled) or _only(_names(_announced(opening), people)) or _only(_telling(opening, people))


def _telling(opening: str, people: Sequence[str]) -> Iterable[str]:
    """Those of whom the opening says that they speak: "Ann Lee talked to us about lakes"."""
    for name in people:
        at = opening.find(name)
        if at >= 0 and " " in name and _SPEAKS.match(opening, at + len(name)):
            yield name


def _announced(text: str) -> str:
    """What follows the word interview, or the name before a colon that begins a title."""
    if match := _INTERVIEW_WITH.search(text):
        return match.group()
    before, colon, _ = text.partition(":")
    return before if colon and "\n" not in before else ""


def _names(text: str, people: Sequence[str]) -> Iterable[str]:
    known = [name for name in people if name in text]
    return known or [name for match in _CAPITALISED_RUN.finditer(text) if (name := _bare(match.group()))]


def _bare(run: str) -> str:
    """A capitalised run without the offices and acronyms around the name; "" where no name of 2-4 words is left."""
    words = list(dropwhile(_is_office, run.split()))
    while words and _is_office(words[-1]):
        words.pop()
    return " ".join(words) if 2 <= len(words) <= 4 and not any(map(_is_office, words)) else ""


def is_office(word: str) -> bool:
    """Whether a word is part of an office's name ("Secretary-General"), in letters of any case."""
    return all(part in _OFFICE for part in word.lower().split("-"))


def _is_office(word: str) -> bool:
    return is_office(word) or (len(word) > 1 and word.isupper() and "." not in word)


def _only(names: Iterable[str]) -> str:
    """The name, in its fullest form, where all agree on the surname."""
    found = list(names)
    surnames = {name.split()[-1].casefold() for name in found}
    return max(found, key=len) if len(surnames) == 1 else ""
