"""Who said what: quotations and interview turns with their speakers; unattributed rather than guessed."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from indexer.article import Quotation, Span
from indexer.ingest.interviews.turns import Turn
from indexer.ingest.names import Mention
from indexer.ingest.speakers.attribution import Attribution
from indexer.ingest.speakers.cues import LANGUAGES
from indexer.ingest.speakers.foreign import Foreign
from indexer.ingest.speakers.quoted import has_quoted


def quotations_in(
    text: str, mentions: Iterable[Mention], turns: Sequence[Turn] = (), language: str = ""
) -> tuple[Quotation, ...]:
    """In reading order. `mentions` as `names_in` gives them; an interview's answers are quotations as wholes."""
    answers = [Quotation(*turn.answer, turn.speaker, "turn", None, turn.question) for turn in turns]
    taken = sorted(span for turn in turns for span in (turn.question, turn.answer) if span)
    said = _said(text, mentions, language)
    quoted = [_bare(text, each) for each in said if not _meets(each, taken)]
    return tuple(sorted([*answers, *quoted], key=lambda each: (each.start, -each.end)))


def _said(text: str, mentions: Iterable[Mention], language: str) -> Iterable[Quotation]:
    if language in LANGUAGES:
        return Foreign(text, mentions, language).quotations()
    return Attribution(text, mentions).quotations() if has_quoted(text) else ()


def _bare(text: str, quotation: Quotation) -> Quotation:
    """Without the spaces that stand inside of its marks."""
    words = text[quotation.start : quotation.end]
    start = quotation.start + len(words) - len(words.lstrip())
    return replace(quotation, start=start, end=start + len(words.strip()))


def _meets(quotation: Quotation, taken: Sequence[Span]) -> bool:
    """Whether one of the spans, which are sorted and disjoint, has words of the quotation."""
    after = bisect_left(taken, (quotation.end, 0))
    return after > 0 and quotation.start < taken[after - 1][1]


def speakers_of(quotations: Iterable[Quotation]) -> tuple[str, ...]:
    """Each speaker once, in the order of their first words."""
    return tuple(dict.fromkeys(each.speaker for each in quotations if each.speaker))
