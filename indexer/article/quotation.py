"""What somebody says in an article."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]  # offsets, the second behind the last character
QuotationKind = Literal["direct", "turn", "statement", "transcript"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that somebody says in an article: `Article.text[start:end]`, without quotation marks and label.

    `speaker` is the display name of who says them, or "" where nobody can be named. `cue` holds the offsets of the
    words or the label that tell it ("said Zas"), `question` those of the question that is answered. `kind`: between
    quotation marks (or behind a dash) in somebody else's text; an answer in an interview; a speech or statement as a
    whole; what one of several says in a record.
    """

    start: int
    end: int
    speaker: str = ""
    kind: QuotationKind = "direct"
    cue: Span | None = None
    question: Span | None = None


def own_words(quotations: Sequence[Quotation]) -> list[tuple[Span, ...]]:
    """Of each of an article's quotations, where the words of its speaker stand: without those that it holds."""
    own: list[list[Span]] = []
    around: list[int] = []
    for number, each in enumerate(quotations):
        while around and quotations[around[-1]].end < each.end:
            around.pop()
        if around:
            own[around[-1]] = _without(own[around[-1]], each)
        own.append([(each.start, each.end)])
        around.append(number)
    return list(map(tuple, own))


def _without(spans: list[Span], inner: Quotation) -> list[Span]:
    """Spans in order, without what another one takes of the last of them."""
    *others, (start, end) = spans or [(inner.end, inner.end)]
    parts = ((start, min(end, inner.start)), (max(start, inner.end), end))
    return [*others, *(each for each in parts if each[0] < each[1])]
