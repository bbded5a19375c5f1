"""The text of an article as it is read: paragraphs with marks, anchors where passages begin, questions and answers."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from indexer.article import Article, Passage
from indexer.search.page import Span
from web.i18n import formatting
from web.marks import Piece, numbered, pieces

_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph. `passage`: the one that begins here, if any, and its `key`. `anchor`: another key by
    which a link leads here; `linked`: the words are some of those that it leads to."""

    pieces: tuple[Piece, ...]
    passage: Passage | None
    key: str = ""
    anchor: str = ""
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Linked:
    """A passage that a link leads to, by its key; `span` is where its words stand, or None."""

    key: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `speaker` is said where a new turn begins; `question`: it is what an interviewer asks."""

    runs: tuple[Run, ...]
    speaker: str = ""
    question: bool = False


def paragraphs(article: Article, marks: Sequence[Span], linked: Linked | None = None) -> tuple[Paragraph, ...]:
    laid = _Laid(article, sorted(marks), linked)
    made: list[Paragraph] = []
    speaker = ""
    hit = 0
    for match in _PARAGRAPH.finditer(article.text):
        start, end = match.span()
        runs, hit = laid.runs(start, end, hit)
        asked = laid.is_asked(start)
        said = "" if asked else laid.speaker_at(start)
        turn = formatting.value("speaker", said) if said != speaker else ""
        made.append(Paragraph(runs, turn, question=asked))
        speaker = said
    return tuple(made)


class _Laid:
    """What lies where in a text; of each place only what lies there is looked at, for a text may have thousands of
    paragraphs, passages and marks."""

    def __init__(self, article: Article, marks: list[Span], linked: Linked | None) -> None:
        self._text, self._marks = article.text, marks
        self._passages = sorted(article.passages, key=lambda each: each.start)
        self._keys = dict(zip(self._passages, article.passage_keys(self._passages), strict=True))
        self._key, self._linked = (linked.key, linked.span) if linked and linked.span else ("", (0, 0))
        self._turns = [each for each in article.quotations if each.kind != "direct"]
        self._questions = sorted({each.question for each in self._turns if each.question})
        self._marked, self._asked = _Places(marks), _Places(self._questions)
        self._passed = _Places([(each.start, each.end) for each in self._passages])

    def is_asked(self, at: int) -> bool:
        """Whether it is in an interviewer's question."""
        return any(first <= at < last for first, last in self._questions[self._asked.among(at, at + 1)])

    def speaker_at(self, at: int) -> str:
        """Who speaks here in an interview, a record or a speech; whom a text only quotes does not."""
        return next((each.speaker for each in self._turns if each.start <= at < each.end), "")

    def runs(self, start: int, end: int, hit: int) -> tuple[tuple[Run, ...], int]:
        """The paragraph cut where passages begin, and around what a link leads to; marks are numbered on from `hit`."""
        here = self._passages[self._passed.among(start, end)]
        begins = {each.start: each for each in reversed(here) if start <= each.start < end}
        runs = []
        edges = (each for each in self._linked if start < each < end)
        for first, last in pairwise(sorted({start, *begins, *edges, end})):
            cut = pieces(self._text, self._marks[self._marked.among(first, last)], first, last)
            cut, hit = numbered(cut, hit)
            runs.append(self._run(cut, first, begins.get(first)))
        return tuple(runs), hit

    def _run(self, cut: tuple[Piece, ...], first: int, passage: Passage | None) -> Run:
        key = self._keys[passage] if passage else ""
        start, end = self._linked
        anchor = self._key if first == start and self._key != key else ""
        return Run(cut, passage, key, anchor, linked=start <= first < end)


class _Places:
    """Of spans in order of their starts, those that may have a part between two places."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._starts = [first for first, _ in spans]
        self._ends = list(accumulate((last for _, last in spans), max))

    def among(self, start: int, end: int) -> slice:
        return slice(bisect_right(self._ends, start), bisect_left(self._starts, end))
