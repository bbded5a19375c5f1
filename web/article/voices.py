"""Whose words stand where in an article: questions, labels, where somebody begins to speak, what is quoted."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from indexer.article import Article, Quotation, Span
from web.i18n import formatting
from web.urls.links import Link, speaker_link

# Between a label and what is said: "Mr. Casey (Australia): “".
_BEHIND_LABEL = re.compile(r"[\s.:—–-]{0,4}(?:\([^()\n]{0,80}\))?[\s.:—–\"“”„«»-]{0,6}")
_AHEAD = re.compile(r"[\s\"“”„«»—–•-]*")
_NAMING = re.compile(r"\b(?!(?:answer|ans|reply|response|ответ|réponse|respuesta|antwort)\b)\w{3}", re.IGNORECASE)


class Places:
    """Of spans in order of their starts, those that may have a part between two places."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._starts = [first for first, _ in spans]
        self._ends = list(accumulate((last for _, last in spans), max))

    def among(self, start: int, end: int) -> slice:
        return slice(bisect_right(self._ends, start), bisect_left(self._starts, end))


@dataclass(frozen=True, slots=True)
class Voice:
    """Of a stretch. `speaker`: who begins to speak here, where the text itself does not say it; `label`: who is meant
    by the label that this is; `quoted`: whose words these are in somebody else's text; `asked`: a question that is not
    a paragraph of its own."""

    speaker: Link | None = None
    label: str = ""
    quoted: str = ""
    asked: bool = False


class Voices:
    """Of each paragraph only what lies there is looked at, for a record may have thousands of both."""

    def __init__(self, article: Article) -> None:
        self._article = article
        in_order = sorted(article.quotations, key=lambda each: each.start)
        self._turns = [each for each in in_order if each.kind != "direct"]
        self._quoted = [each for each in in_order if each.kind == "direct" and each.speaker]
        self._questions = sorted({each.question for each in self._turns if each.question})
        self._labelled = {each.cue: each.speaker for each in self._turns if each.cue and self._is_label(each.cue, each)}
        self._labels = sorted(self._labelled)
        self._asked, self._named = Places(self._questions), Places(self._labels)
        self._turned, self._said = (
            Places([(each.start, each.end) for each in several]) for several in (self._turns, self._quoted)
        )

    def _is_label(self, cue: Span, turn: Quotation) -> bool:
        """Whether it names who speaks directly before what is said: "Q" or "Answer" does not."""
        text = self._article.text
        between = _BEHIND_LABEL.fullmatch(text, cue[1], turn.start) if cue[1] <= turn.start else None
        return between is not None and _NAMING.search(text, *cue) is not None

    def is_asked(self, start: int, end: int) -> bool:
        """Whether a paragraph is an interviewer's question, and nobody answers in it."""
        begins = (each.start for each in self._turns[self._turned.among(start, end)])
        return bool(self._questions[self._asked.among(start, end)]) and not any(start <= at < end for at in begins)

    def within(self, start: int, end: int) -> dict[int, Voice]:
        """The voices of a paragraph that is no question, by where they begin; each goes on until the next one."""
        if not self._turns and not self._quoted:
            return {start: Voice()}
        speaking = dict(self._beginning(start, end))
        labels = self._labels[self._named.among(start, end)]
        quoted = self._quoted[self._said.among(start, end)]
        asked = self._questions[self._asked.among(start, end)]
        spans = (*labels, *asked, *((each.start, each.end) for each in quoted))
        edges = {*speaking, *(edge for span in spans for edge in span if start < edge < end)}
        return {
            at: Voice(
                speaking.get(at),
                _named(self._labelled[each] for each in labels if each[0] <= at < each[1]),
                _named(each.speaker for each in sorted(quoted, key=_length) if each.start <= at < each.end),
                any(first <= at < last for first, last in asked),
            )
            for at in {start, *edges}
        }

    def _beginning(self, start: int, end: int) -> Iterator[tuple[int, Link]]:
        """Who begins to speak without a label: at the head of the paragraph, or behind a question in it."""
        text = self._article.text
        for each in self._turns[self._turned.among(start, end)]:
            if start <= each.start < end and each.speaker and each.cue not in self._labelled:
                place = start if _AHEAD.fullmatch(text, start, each.start) else each.start
                yield place, speaker_link(self._article, each.speaker)


def _named(speakers: Iterator[str]) -> str:
    """The first of them as pages say it; "" where there is none."""
    return formatting.value("speaker", next(speakers, ""))


def _length(quotation: Quotation) -> int:
    return quotation.end - quotation.start
