"""Who answers in an interview, by its title and opening; unnamed rather than guessed."""

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import dropwhile

from indexer.ingest.interviews.genitive import as_said_with

_LEDE = 1500
_SAYS_INTERVIEW = re.compile(
    r"\binterview(?:ed|s)?\b|questions? and answers?|\bQ\s?&\s?A\b|answer(?:s|ed)? (?:media |press )?questions|интервью"
    r"|вопрос\w* и ответ|ответил\w{0,2} на вопрос|\bentretien\b|\bentrevista\b|\bgespräch\b",
    re.IGNORECASE,
)
# "Five questions for Ann Lee", "We met her by the lake": an interview that is not called so
_HOW_MANY = r"(?:\d{1,2}|[^\W\d_]{2,10})"
_TITLED_TALK = re.compile(
    rf"\b(?:{_HOW_MANY} questions (?:for|to|with|à|au)|{_HOW_MANY} preguntas (?:a|para)|{_HOW_MANY} fragen an"
    rf"|{_HOW_MANY} вопрос(?:а|ов)"
    r"|(?:conversation|talk|chat|conversación|charla|rencontre|discussion) (?:with|avec|con)"
    r"|(?:разговор|беседа|беседуем|говорим) со?|(?:press|news|media) (?:conference|availability|briefing)"
    r"|conférence de presse|rueda de prensa|пресс-конференци\w{1,2}|брифинг)\b",
    re.IGNORECASE,
)
_WE_ASKED = re.compile(
    r"\b(?:(?:we|I) (?:asked|spoke|talked|sat down|caught up|met|put (?:\w+ ){0,2}questions)\b(?: (?:with|to|up with))?"
    r" (?:her|him|them|(?:Mr|Mrs|Ms|Dr|Professor)\b)|(?:talked|spoke|answered|told) (?:to )?(?:us|our (?:reporter"
    r"|correspondent|questions))|мы (?:\w+ )?(?:поговорили|говорили|побеседовали|беседовали|встретились|расспросили"
    r"|спросили|задали) |(?:рассказал\w?|ответил\w?|говорит|поговорил\w?) (?:нам|на наши вопросы|с нами)"
    r"|nous (?:l['’]avons|avons) (?:rencontré|interrogé|questionné)|(?:a )?répond\w? à nos questions"
    r"|(?:hablamos|conversamos|charlamos|nos sentamos) con|le preguntamos|responde a (?:nuestras )?preguntas"
    r"|wir (?:sprachen|trafen|fragten|haben (?:ihn|sie|mit))\b|nous a reçus|nos recib(?:e|ió))",
    re.IGNORECASE,
)
_NEAR = 700
_INTERVIEW_WITH = re.compile(
    rf"(?:\b(?:interview(?:ed)?|entretien|entrevista|gespräch|интервью)\b|{_TITLED_TALK.pattern})[^\n]{{0,160}}",
    re.IGNORECASE,
)
_WITH = re.compile(r"(?<!\w)(?:with|avec|mit|con|с)\s[A-ZА-ЯЁÀ-Þ][^\n:;.!?]{3,120}")
# "Marisol, what is …?", "Анна Игоревна, …": somebody is asked by the given name
_BY_GIVEN_NAME = re.compile(
    r"(?:^|\n)\W{0,4}([A-ZА-ЯЁÀ-Þ][\w'’-]{1,20})(?: [А-ЯЁ][а-яё]{1,20}(?:вич|ьич|мич|вна|чна))?,\s"
)
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
    rf"{_NAME_WORD}(?:[^\S\n](?:[A-ZА-ЯЁÀ-Þ]\.\s?){{0,2}}(?:(?:de|van|von|al|bin|di)\s)?{_NAME_WORD}){{1,9}}"
)
_OFFICE_WORDS = (
    "secretary general deputy first second acting prime foreign minister ministry president vice director head "
    "chairman chairperson chair ambassador representative permanent special envoy united nations international "
    "security council "
    "commissioner high commission office organization organisation assembly committee the of on and for interview with "
    "under assistant chief executive affairs press service spokesman spokesperson spokeswoman adviser advisor colonel "
    "lieutenant major army exclusive joint staff commander defence defense academy university state federal national "
    "governor mayor senator chancellor captain superintendent inspector commodore rector "
    "mr mrs ms dr prof professor excellency his her sir republic federation union world news agency journal times "
    "генеральный генерального секретарь секретаря заместитель заместителя министр министра президент президента"
)
_OFFICE = frozenset(_OFFICE_WORDS.split())


def says_interview(title: str, text: str) -> bool:
    return bool(
        _SAYS_INTERVIEW.search(title)
        or _SAYS_INTERVIEW.search(text[:_LEDE])
        or _TITLED_TALK.search(title)
        or _WE_ASKED.search(text[:_NEAR])
    )


def interviewee_of(title: str, opening: str, questions: str, people: Sequence[str] = ()) -> str:
    """The one person whom the title or the opening names as interviewed, or whom the questions address; else "".
    `questions`: each on lines of its own."""
    opening = opening[:_LEDE]
    named = list(_names(f"{title}\n{opening}", people))
    addressed = {match[1].casefold() for match in _ADDRESSED.finditer(questions)}
    if called := [name for name in named if name.split()[-1].casefold() in addressed]:
        return _only(called)
    if called := [name for name in people if name.split()[-1].casefold() in addressed]:
        return _only(called)
    given = {match[1] for match in _BY_GIVEN_NAME.finditer(questions)}
    if called := [said for name in named if (said := _from_given(name, given))]:
        return _only(called)
    found = _only(_titled(title, opening, people)) or _only(_by_surname(title, named))
    found = found or _only(_names(_announced(opening), people)) or _only(_telling(opening, people))
    unnamed = _TITLED_TALK.search(title) and not _WITH.search(title)
    return found or (_only(named) if unnamed or _WE_ASKED.search(opening[:_NEAR]) else "")


def _from_given(name: str, given: Collection[str]) -> str:
    """ "Лоцман Глеб Холмов" is Глеб Холмов where a question turns to Глеб; "" where it turns to somebody else."""
    words = name.split()
    return next((" ".join(words[at:]) for at in range(len(words) - 1) if words[at] in given), "")


def _titled(title: str, opening: str, people: Sequence[str]) -> Iterable[str]:
    with_whom = _WITH.search(title)
    found = _names(with_whom.group() if with_whom else _announced(title), people)
    if with_whom or _WHO_SAYS.match(title) or says_interview(title, opening):
        return found
    return [name for name in found if name in people]


def _by_surname(title: str, named: Iterable[str]) -> Iterable[str]:
    """Whom the title calls by office and surname: "A briefing with Commissioner Lee"."""
    match = _WITH.search(title)
    words = list(dropwhile(_is_office, match.group().split()[1:])) if match else []
    surname = words[0].strip(",") if words and match and len(words) + 1 < len(match.group().split()) else ""
    return [name for name in named if surname and name.split()[-1] == surname]


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
    found = (_bare(match.group()) for match in _CAPITALISED_RUN.finditer(text))
    return known or [name for each in found if each and (name := each if each.isascii() else as_said_with(each))]


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
