"""The turns of an interview: each question, its answer, and who speaks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.ingest.interviews.interviewee import interviewee_of, is_office, says_interview
from indexer.ingest.interviews.labels import has_labels_in_capitals, label_role
from indexer.ingest.interviews.turn_forms import Script, Unit, parts_of, units_of

Span = tuple[int, int]
_TITLED = re.compile(r"(?:M(?:r|rs|s|iss)|Dr|Sir|Senator)\.?\s")
_SURNAME = re.compile(r"(?<!\w)[A-ZÀ-Þ]{3,30}(?!\w)")


@dataclass(frozen=True, slots=True)
class Turn:
    """Offsets of a question (None: an answer without one) and of its answer; `speaker` is "" where it is not known."""

    question: Span | None
    answer: Span
    speaker: str = ""


def turns_of(text: str, title: str = "", people: Sequence[str] = ()) -> tuple[Turn, ...]:
    """In reading order, disjoint; empty where the text is no interview. `people`: full names known to be in it."""
    if "?" not in text and not has_labels_in_capitals(text):
        return ()
    parts = parts_of(Script(tuple(units_of(text)), says_interview(title, text)))
    turns = list(_assembled(parts))
    if not turns:
        return ()
    opening = text[: (turns[0].question or turns[0].answer)[0]]
    questions = " ".join(text[slice(*each.question)] for each in turns if each.question)
    answering = {each.speaker for each in turns if each.speaker and not label_role(each.speaker)}
    alone = next(iter(answering)) if len(answering) == 1 else ""
    interviewee = interviewee_of(title, opening, questions, people) or alone
    labels = {interviewee, *(each.speaker for each in turns)}
    names = {label: _full_name(label, f"{title}\n{opening}", people) for label in labels}
    # a turn without a label, or with a mere role, gets the interviewee ("" if unknown)
    return tuple(replace(each, speaker=names[each.speaker] or names[interviewee]) for each in turns)


def _assembled(parts: list[Unit]) -> Iterator[Turn]:
    """Units without a role go on with what was being said; where no answers are marked, what follows a question
    answers it. Speakers are labels still."""
    marked = any(each.role == "answers" for each in parts)
    question: Unit | None = None
    answer: Unit | None = None
    for unit in parts:
        answers = unit.role == "answers" or (not unit.role and question and not answer and not marked)
        if answer and (unit.role == "asks" or answers):
            yield _turn(question, answer)
            question = answer = None
        if unit.role == "asks":
            question = replace(question, end=unit.end) if question else unit
        elif answers:
            answer = unit
        elif answer:
            answer = replace(answer, end=unit.end)
        elif question:
            question = replace(question, end=unit.end)
    if answer:
        yield _turn(question, answer)


def _turn(question: Unit | None, answer: Unit) -> Turn:
    asked = (question.start, question.end) if question else None
    return Turn(asked, (answer.start, answer.end), answer.label)


def _full_name(label: str, opening: str, people: Sequence[str]) -> str:
    """The name behind a label, in full where the title and opening or the known people have it."""
    if not label or label_role(label):
        return ""
    surname = re.split(r"[\s.]+", label.rstrip("."))[-1]
    if is_office(surname):
        return _shown(label)
    for name in people:
        if name.rsplit(maxsplit=1)[-1].casefold() == surname.casefold():
            return name
    full = re.compile(rf"[A-ZА-ЯЁ][\w'’-]+\s{re.escape(surname)}(?!\w)", re.IGNORECASE)
    match = full.search(opening)
    return " ".join(match.group().split()) if match else _shown(label)


def _shown(label: str) -> str:
    """ "THE PRESIDENT" is "The President", "Ms. VENN" is "Ms. Venn"; a single word may be an acronym."""
    if " " in label and label.isupper():
        return label.title()
    return _SURNAME.sub(lambda name: name[0].capitalize(), label) if _TITLED.match(label) else label
