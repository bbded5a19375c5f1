"""The turns of an interview: each question, its answer, and who speaks.

Interviews are told from other texts by their form: questions and answers that take turns behind labels ("Q:"),
names, dashes, or questions set apart as paragraphs of their own.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from indexer.ingest.interviewee import asker_of, interviewee_of, says_interview

Span = tuple[int, int]
Role = Literal["asks", "answers", ""]

_LINE = re.compile(r"\S[^\n]*")
_DASH = re.compile(r"[-–—]\s{0,2}(?=[^\W\d_]|[\"“«¿¡…])")
_LABEL = re.compile(
    r"\*{0,2}(?P<label>[A-ZА-ЯЁÀ-Þ][\w.'’-]{0,30}(?:\s[A-ZА-ЯЁÀ-Þ][\w.'’-]{0,30}){0,3})\s?[:.]\*{0,2}\s{1,3}(?=\S)"
)
_ASKING = frozenset(
    "q question interviewer journalist correspondent reporter host moderator вопрос корреспондент журналист ведущий "
    "в pregunta periodista p frage journaliste".split()
)
_ANSWERING = frozenset("a answer ответ о réponse réponse respuesta r antwort".split())
_BOLD = re.compile(r"(?:\*\*|__)(?=\S)[^\n]{3,1500}(?:\*\*|__)")
_ENDS_ASKING = re.compile(r"\?[\"”»’)*_\s]{0,6}$")
_QUESTION_WORDS = 150
_SHORT_LABEL = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """Offsets of a question (None: an answer without one) and of its answer; "" where a name is not known."""

    question: Span | None
    answer: Span
    speaker: str = ""
    asker: str = ""


@dataclass(frozen=True, slots=True)
class _Unit:
    """A paragraph, or a line in one that opens with a dash or a label."""

    start: int
    end: int
    text: str
    dash: bool = False
    label: str = ""
    role: Role = ""

    @property
    def asking(self) -> bool:
        return bool(_ENDS_ASKING.search(self.text[-12:])) and len(self.text.split()) <= _QUESTION_WORDS


def turns_of(text: str, title: str = "", people: Sequence[str] = ()) -> tuple[Turn, ...]:
    """In reading order, disjoint; empty where the text is no interview. `people`: full names known to be in it."""
    if "?" not in text:
        return ()
    units = list(_units(text))
    for form in _FORMS:
        roles = form(units, says_interview(title, text))
        if roles:
            return _named(list(_assembled(roles)), text, title, people)
    return ()


def _units(text: str) -> Iterator[_Unit]:
    start, end = -1, -1
    opener = ("", False)
    for match in _LINE.finditer(text):
        line_end = match.start() + len(match.group().rstrip())
        dash, label = bool(_DASH.match(match.group())), _label(match.group())
        if start >= 0 and not dash and not label and text.count("\n", end, match.start()) == 1:
            end = line_end
            continue
        if start >= 0:
            yield _Unit(start, end, text[start:end], opener[1], opener[0])
        start, end, opener = match.start(), line_end, (label, dash)
    if start >= 0:
        yield _Unit(start, end, text[start:end], opener[1], opener[0])


def _label(line: str) -> str:
    match = _LABEL.match(line)
    if not match:
        return ""
    label = match["label"]
    return label if line[match.end("label") :].lstrip()[:1] == ":" or len(label) < _SHORT_LABEL else ""


def _labelled(units: list[_Unit], interview: bool) -> list[_Unit]:
    roles = [replace(each, role=_label_role(each.label)) for each in units]
    asks = sum(each.role == "asks" for each in roles)
    answers = sum(each.role == "answers" for each in roles)
    return roles if asks >= (1 if interview else 2) and (answers or interview) else []


def _label_role(label: str) -> Role:
    word = label.lower().rstrip(".")
    return "asks" if word in _ASKING else "answers" if word in _ANSWERING else ""


def _by_names(units: list[_Unit], interview: bool) -> list[_Unit]:
    said: dict[str, list[_Unit]] = {}
    for each in units:
        if each.label:
            said.setdefault(_spoken_name(each.label), []).append(each)
    regular = {label: turns for label, turns in said.items() if len(turns) >= 2}
    if len(regular) < 2:
        return []
    asker = max(regular, key=lambda label: sum(each.asking for each in regular[label]))
    if sum(each.asking for each in regular[asker]) < max(2, len(regular[asker]) / 2):
        return []
    return [replace(each, role=_name_role(_spoken_name(each.label), asker, regular)) for each in units]


def _spoken_name(label: str) -> str:
    return label.strip("*").rstrip(".").casefold()


def _name_role(name: str, asker: str, regular: dict[str, list[_Unit]]) -> Role:
    return "asks" if name == asker else "answers" if name in regular else ""


def _dashed(units: list[_Unit], interview: bool) -> list[_Unit]:
    """A question is a dashed paragraph right before another: dashes in lists within an answer fall behind it."""
    roles: list[_Unit] = []
    for unit, following in zip(units, [*units[1:], None], strict=True):
        after_question = bool(roles) and roles[-1].role == "asks"
        opens = unit.dash and following is not None and following.dash
        role: Role = "answers" if unit.dash and after_question else "asks" if opens else ""
        roles.append(replace(unit, role=role))
    asks = [each for each in roles if each.role == "asks"]
    enough = len(asks) >= (1 if interview else 2)
    return roles if enough and sum(each.asking for each in asks) * 2 >= max(2, len(asks)) else []


def _bold(units: list[_Unit], interview: bool) -> list[_Unit]:
    roles = [replace(each, role=_ask_role(bool(_BOLD.fullmatch(each.text)) and each.asking)) for each in units]
    return roles if _count(roles) >= 2 else []


def _set_apart(units: list[_Unit], interview: bool) -> list[_Unit]:
    if not interview:
        return []
    roles = [replace(each, role=_ask_role(each.asking)) for each in units]
    return roles if _count(roles) >= 2 else []


def _ask_role(asks: bool) -> Role:
    return "asks" if asks else ""


def _count(units: list[_Unit]) -> int:
    """Questions that are followed by something else than a question."""
    return sum(one.role == "asks" and two.role != "asks" for one, two in zip(units, units[1:], strict=False))


_FORMS: tuple[Callable[[list[_Unit], bool], list[_Unit]], ...] = (_labelled, _by_names, _dashed, _bold, _set_apart)


@dataclass(frozen=True, slots=True)
class _Spoken:
    question: Span | None
    answer: Span
    asker: str
    speaker: str


def _assembled(units: list[_Unit]) -> Iterator[_Spoken]:
    """Units without a role go on with what was being said; after a question, where no answers are marked, they answer."""
    marked = any(each.role == "answers" for each in units)
    question: _Unit | None = None
    answer: _Unit | None = None
    for unit in units:
        if unit.role == "asks":
            if answer:
                yield _spoken(question, answer)
                question = answer = None
            question = replace(question, end=unit.end) if question else unit
        elif unit.role == "answers" or (question and not answer and not marked):
            if answer:
                yield _spoken(question, answer)
                question = None
            answer = unit
        elif answer:
            answer = replace(answer, end=unit.end)
        elif question:
            question = replace(question, end=unit.end)
    if answer:
        yield _spoken(question, answer)


def _spoken(question: _Unit | None, answer: _Unit) -> _Spoken:
    asked = (question.start, question.end) if question else None
    return _Spoken(asked, (answer.start, answer.end), question.label if question else "", answer.label)


def _named(spoken: list[_Spoken], text: str, title: str, people: Sequence[str]) -> tuple[Turn, ...]:
    opening = text[: spoken[0].question[0] if spoken and spoken[0].question else 0]
    questions = " ".join(text[slice(*each.question)] for each in spoken if each.question)
    interviewee = interviewee_of(title, opening, questions, people)
    asker = asker_of(opening)
    names = {
        label: _full_name(label, f"{title}\n{opening}", people)
        for each in spoken
        for label in (each.asker, each.speaker)
    }
    return tuple(
        Turn(each.question, each.answer, names[each.speaker] or interviewee, names[each.asker] or asker)
        for each in spoken
    )


def _full_name(label: str, context: str, people: Sequence[str]) -> str:
    """The name behind a label: in full where the title, the opening or the known people have it."""
    if not label or _label_role(label):
        return ""
    surname = label.split()[-1].split(".")[-1]
    for name in people:
        if name.split()[-1].casefold() == surname.casefold():
            return name
    match = re.search(rf"[A-ZА-ЯЁ][\w'’-]+\s{re.escape(surname)}(?!\w)", context, re.IGNORECASE)
    return " ".join(match.group().split()) if match else label
