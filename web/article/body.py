"""The text of an article as it is read: paragraphs with marks, anchors where passages begin, and who speaks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from indexer.article import Article, Passage
from indexer.search.page import Span
from web.article.voices import Places, Voice, Voices
from web.marks import Piece, numbered, pieces

_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_ONE_VOICE = Voice()


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph. `passage`: the one that begins here, if any, and its `key`. `anchor`: another key by
    which a link leads here; `linked`: the words are some of those that it leads to."""

    pieces: tuple[Piece, ...]
    passage: Passage | None
    key: str = ""
    anchor: str = ""
    linked: bool = False
    voice: Voice = _ONE_VOICE


@dataclass(frozen=True, slots=True)
class Linked:
    """A passage that a link leads to, by its key; `span` is where its words stand, or None."""

    key: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `question`: it is what an interviewer asks."""

    runs: tuple[Run, ...]
    question: bool = False


def paragraphs(article: Article, marks: Sequence[Span], linked: Linked | None = None) -> tuple[Paragraph, ...]:
    return tuple(_Laid(article, sorted(marks), linked).paragraphs())


class _Laid:
    """What lies where in a text; of each place only what lies there is looked at, for a text may have thousands of
    paragraphs, passages and marks."""

    def __init__(self, article: Article, marks: list[Span], linked: Linked | None) -> None:
        self._text, self._marks = article.text, marks
        self._passages = sorted(article.passages, key=lambda each: each.start)
        self._keys = dict(zip(self._passages, article.passage_keys(self._passages), strict=True))
        self._key, self._linked = (linked.key, linked.span) if linked and linked.span else ("", (0, 0))
        self._voices = Voices(article)
        self._marked = Places(marks)
        self._passed = Places([(each.start, each.end) for each in self._passages])
        self._hits = 0

    def paragraphs(self) -> Iterator[Paragraph]:
        for match in _PARAGRAPH.finditer(self._text):
            start, end = match.span()
            asked = self._voices.is_asked(start, end)
            voices = {start: _ONE_VOICE} if asked else self._voices.within(start, end)
            yield Paragraph(tuple(self._runs(start, end, voices)), asked)

    def _runs(self, start: int, end: int, voices: dict[int, Voice]) -> Iterator[Run]:
        """The paragraph cut where passages and voices begin, and around what a link leads to."""
        here = self._passages[self._passed.among(start, end)]
        begins = {each.start: each for each in reversed(here) if start <= each.start < end}
        edges = (each for each in self._linked if start < each < end)
        voice = _ONE_VOICE
        for first, last in pairwise(sorted({start, *begins, *edges, *voices, end})):
            voice = voices.get(first, replace(voice, speaker=None))
            yield self._run(self._cut(first, last), first, begins.get(first), voice)

    def _cut(self, first: int, last: int) -> tuple[Piece, ...]:
        """Marks are numbered through the whole text; what goes on from before has no number of its own."""
        marks = self._marks[self._marked.among(first, last)]
        cut = pieces(self._text, marks, first, last)
        goes_on = any(start < first < end for start, end in marks)
        rest, self._hits = numbered(cut[goes_on:], self._hits)
        return (*cut[:goes_on], *rest)

    def _run(self, cut: tuple[Piece, ...], first: int, passage: Passage | None, voice: Voice) -> Run:
        key = self._keys[passage] if passage else ""
        start, end = self._linked
        anchor = self._key if first == start and self._key != key else ""
        return Run(cut, passage, key, anchor, linked=start <= first < end, voice=voice)
