"""The forms in which interviews are printed: labels ("Q:"), names, dashes, bold questions, questions set apart.

Each form looks at the paragraphs of a text and gives them back with their parts, or nothing where the text is not
of this form.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

Role = Literal["asks", "answers", ""]

_LINE = re.compile(r"\S[^\n]*")
_DASH = re.compile(r"[-–—]\s{0,2}(?=[^\W\d_]|[\"“«¿¡…])")
_LABEL = re.compile(
    r"\*{0,2}(?P<label>[A-ZА-ЯЁÀ-Þ][\w.'’-]{0,30}(?:\s[A-ZА-ЯЁÀ-Þ][\w.'’-]{0,30}){0,3})\s?[:.]\*{0,2}\s{1,3}(?=\S)"
)
_ASKING = re.compile(
    r"q|questions?|interviewer|journalist|correspondent|reporter|host|moderator|вопрос|корреспондент|журналист|ведущ\w{2}"
    r"|в|pregunta|periodista|p|frage|journaliste",
    re.IGNORECASE,
)
_ANSWERING = re.compile(r"a|answers?|ответ|о|r[eé]ponse|respuesta|r|antwort", re.IGNORECASE)
_BOLD = re.compile(r"(?:\*\*|__)(?=\S)[^\n]{3,1500}(?:\*\*|__)")
_ENDS_ASKING = re.compile(r"\?[\"”»’)*_\s]{0,6}$")
_QUESTION_WORDS = 150


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph `text[start:end]`, or a line in one that opens with a dash or a label; `role` is its part."""

    start: int
    end: int
    text: str
    dash: bool = False
    label: str = ""
    role: Role = ""

    @property
    def is_question(self) -> bool:
        return bool(_ENDS_ASKING.search(self.text[-12:])) and len(self.text.split()) <= _QUESTION_WORDS


@dataclass(frozen=True, slots=True)
class Script:
    """The units of a text in order; `announced`: its title or opening calls it an interview."""

    units: tuple[Unit, ...]
    announced: bool

    @property
    def fewest_questions(self) -> int:
        return 1 if self.announced else 2


def units_of(text: str) -> Iterator[Unit]:
    opened: Unit | None = None
    for match in _LINE.finditer(text):
        line, end = match.group(), match.start() + len(match.group().rstrip())
        dash, label = bool(_DASH.match(line)), _label(line)
        goes_on = opened and not dash and not label and text.count("\n", opened.end, match.start()) == 1
        if opened and not goes_on:
            yield replace(opened, text=text[opened.start : opened.end])
        opened = replace(opened, end=end) if opened and goes_on else Unit(match.start(), end, "", dash, label)
    if opened:
        yield replace(opened, text=text[opened.start : opened.end])


def parts_of(script: Script) -> list[Unit]:
    """The units with their roles in the first form that fits; empty where none does."""
    return next((parts for form in _FORMS if (parts := form(script))), [])


def label_role(label: str) -> Role:
    """The part that a label names by itself: "Q", "Answer"; "" for a name."""
    word = label.strip("*").rstrip(".")
    return "asks" if _ASKING.fullmatch(word) else "answers" if _ANSWERING.fullmatch(word) else ""


def _label(line: str) -> str:
    """A full stop closes a label of one letter only: "A. We did", but "We agreed. They left"."""
    match = _LABEL.match(line)
    if not match:
        return ""
    return match["label"] if line[match.end("label") :].lstrip()[:1] == ":" or len(match["label"]) == 1 else ""


def _by_labels(script: Script) -> list[Unit]:
    parts = [replace(each, role=label_role(each.label)) for each in script.units]
    asked = sum(each.role == "asks" for each in parts)
    answered = any(each.role == "answers" for each in parts)
    return parts if asked >= script.fewest_questions and (answered or script.announced) else []


def _by_names(script: Script) -> list[Unit]:
    """Two names or more, each speaking twice or more: the one with most questions asks."""
    said: dict[str, list[Unit]] = {}
    for each in script.units:
        if each.label:
            said.setdefault(_folded(each.label), []).append(each)
    speakers = {name: units for name, units in said.items() if len(units) >= 2}
    if len(speakers) < 2:
        return []
    asker = max(speakers, key=lambda name: sum(each.is_question for each in speakers[name]))
    if sum(each.is_question for each in speakers[asker]) < max(2, len(speakers[asker]) / 2):
        return []
    roles: dict[str, Role] = {name: "asks" if name == asker else "answers" for name in speakers}
    return [replace(each, role=roles.get(_folded(each.label), "")) for each in script.units]


def _folded(label: str) -> str:
    return label.strip("*").rstrip(".").casefold()


def _by_dashes(script: Script) -> list[Unit]:
    """A question is a dashed paragraph right before another: dashes in lists within an answer fall behind it."""
    parts: list[Unit] = []
    for unit, following in zip(script.units, [*script.units[1:], None], strict=True):
        answers = unit.dash and bool(parts) and parts[-1].role == "asks"
        asks = unit.dash and following is not None and following.dash
        parts.append(replace(unit, role="answers" if answers else "asks" if asks else ""))
    asked = [each.is_question for each in parts if each.role == "asks"]
    asked_back = sum(each.is_question for each in parts if each.role == "answers")
    enough = len(asked) >= script.fewest_questions and sum(asked) >= max(1, len(asked) / 2)
    return parts if enough and asked_back <= len(asked) / 2 else []


def _by_bold(script: Script) -> list[Unit]:
    return _set_apart(script, lambda unit: unit.is_question and bool(_BOLD.fullmatch(unit.text)))


def _by_paragraphs(script: Script) -> list[Unit]:
    return _set_apart(script, lambda unit: unit.is_question) if script.announced else []


def _set_apart(script: Script, asks: Callable[[Unit], bool]) -> list[Unit]:
    """Questions in paragraphs of their own, of which two or more are followed by something else than a question."""
    parts = [replace(each, role="asks") if asks(each) else each for each in script.units]
    answered = sum(one.role == "asks" and two.role != "asks" for one, two in pairwise(parts))
    return parts if answered >= 2 else []


_FORMS: tuple[Callable[[Script], list[Unit]], ...] = (_by_labels, _by_names, _by_dashes, _by_bold, _by_paragraphs)
