"""The text of an article as it is read: paragraphs with marks, anchors where passages begin, questions and answers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.article import Article, Passage
from indexer.search.page import Span
from web.marks import Piece, numbered, pieces

_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph. `passage`: the one that begins here, if any."""

    pieces: tuple[Piece, ...]
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `speaker` is said where a new turn begins; `question`: it is what an interviewer asks."""

    runs: tuple[Run, ...]
    speaker: str = ""
    question: bool = False


def paragraphs(article: Article, marks: Sequence[Span]) -> tuple[Paragraph, ...]:
    marks = sorted(marks)
    questions = {each.question for each in article.passages if each.question}
    made: list[Paragraph] = []
    speaker = ""
    hit = 0
    for match in _PARAGRAPH.finditer(article.text):
        start, end = match.span()
        runs, hit = _runs(article, (start, end), marks, hit)
        asked = any(first <= start < last for first, last in questions)
        said = "" if asked else _speaker_at(article.passages, start)
        made.append(Paragraph(runs, said if said != speaker else "", question=asked))
        speaker = said
    return tuple(made)


def _speaker_at(passages: Sequence[Passage], at: int) -> str:
    """Who answers a question here; a passage that only quotes somebody is not theirs."""
    return next((each.speaker for each in passages if each.start <= at < each.end and each.question), "")


def _runs(article: Article, span: Span, marks: Sequence[Span], hit: int) -> tuple[tuple[Run, ...], int]:
    """The paragraph cut where passages begin; marks are numbered on from `hit`."""
    start, end = span
    begins = [each for each in article.passages if start <= each.start < end]
    cuts = sorted({start, *(each.start for each in begins), end})
    runs = []
    for first, last in pairwise(cuts):
        passage = next((each for each in begins if each.start == first), None)
        cut, hit = numbered(pieces(article.text, marks, first, last), hit)
        runs.append(Run(cut, passage))
    return tuple(runs), hit
