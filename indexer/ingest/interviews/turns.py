"""The turns of an interview or a record: each question, its answer, and who speaks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from indexer.article import Span
from indexer.ingest.interviews.interviewee import interviewee_of, says_interview
from indexer.ingest.interviews.labels import folded, has_labels, is_office_alone, label_role, names_person
from indexer.ingest.interviews.named import Named, by_initials, known
from indexer.ingest.interviews.turn_forms import parts_of
from indexer.ingest.interviews.units import Script, Unit, in_full, units_of
from indexer.ingest.interviews.words import end_of, quoted_end, words_in

Kind = Literal["turn", "transcript"]


@dataclass(frozen=True, slots=True)
class Turn:
    """Offsets of a question (None: an answer without one) and of its answer, both without their labels; `cue` is that
    of the answer; `begins`: where the first label of both does. `speaker` is "" where it is not known; "transcript"
    is the kind of what one of several says."""

    question: Span | None
    answer: Span
    speaker: str = ""
    cue: Span | None = None
    kind: Kind = "turn"
    begins: int | None = None

    @property
    def start(self) -> int:
        return (self.question or self.answer)[0] if self.begins is None else self.begins


def turns_of(text: str, title: str = "", people: Sequence[str] = ()) -> tuple[Turn, ...]:
    """In reading order, disjoint; empty where the text is no interview. `people`: full names known to be in it."""
    if "?" not in text and "\n**" not in text and not has_labels(text):
        return ()
    announced = says_interview(title, text)
    if "?" not in text and not announced and not has_labels(text):
        return ()
    parts = parts_of(Script(in_full(units_of(text)), announced, tuple(people)))
    turns = list(_assembled(text, parts, people))
    if not turns:
        return ()
    opening = text[: turns[0].start]
    questions = "\n".join(text[slice(*each.question)] for each in turns if each.question)
    named = Named(f"{title}\n{opening}", people)
    names = {each.speaker: named(each.speaker) for each in turns}
    answering = {name for name in names.values() if name}
    alone = next(iter(answering)) if len(answering) == 1 else ""
    interviewee = interviewee_of(title, opening, questions, people) or alone
    answerer = named.by_surname(interviewee) if interviewee else ""
    kind: Kind = "transcript" if len({name for label, name in names.items() if not _is_part(label)}) > 1 else "turn"
    # a turn without a label, or with a mere part, gets the interviewee ("" if unknown)
    told = (
        replace(each, speaker=names[each.speaker] or (answerer if _is_part(each.speaker) else "")) for each in turns
    )
    return tuple(replace(each, kind=kind, answer=_before_note(text, each)) for each in told)


def _before_note(text: str, turn: Turn) -> Span:
    """An answer ends before a paragraph that says who its speaker is: "Ann Lee is the author of …"."""
    start, end = turn.answer
    note = text.find(f"\n{turn.speaker} ", start, end) if " " in turn.speaker else -1
    return (words_in(text, start, note) or turn.answer) if note > start else turn.answer


def _is_part(label: str) -> bool:
    return not label or bool(label_role(label))


def _assembled(text: str, parts: list[Unit], people: Sequence[str]) -> Iterator[Turn]:
    """Units without a role go on with what was being said; where no answers are marked, what follows a question
    answers it. Speakers are labels still."""
    marked = any(each.role == "answers" for each in parts)
    answering = {folded(two.label) for one, two in pairwise(parts) if one.role == "asks" and two.label and not two.role}
    question: Unit | None = None
    answer: Unit | None = None
    for unit in parts:
        answers = unit.role == "answers" or (not unit.role and question and not answer and not marked)
        answers = answers or (not unit.role and (folded(unit.label) in answering or _is_anothers(unit, people)))
        if answer and (unit.role == "asks" or answers):
            yield from _turn(text, question, answer)
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
        yield from _turn(text, question, answer)


def _is_anothers(unit: Unit, people: Sequence[str]) -> bool:
    """Whether somebody speaks whom the form does not expect."""
    if not unit.label:
        return False
    return (
        names_person(unit.label)
        or is_office_alone(unit.label)
        or known(unit.label, people) != ""
        or (by_initials(unit.label, people) != "")
    )


def _turn(text: str, question: Unit | None, answer: Unit) -> Iterator[Turn]:
    asked = words_in(text, question.said, question.end) if question else None
    end = end_of(text, answer.said, answer.end, headed=answer.cue is not None)
    answered = words_in(text, answer.said, quoted_end(text, answer.said, end))
    if answered:
        yield Turn(asked, answered, answer.label, answer.cue, begins=(question or answer).start)
