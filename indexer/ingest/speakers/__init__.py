"""Who said what: quotations and interview turns with their speakers; unattributed rather than guessed."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from indexer.article import Quotation, Span
from indexer.ingest.interviews.turns import Turn
from indexer.ingest.names import Mention
from indexer.ingest.speakers.attribution import Attribution
from indexer.ingest.speakers.cues import LANGUAGES
from indexer.ingest.speakers.foreign import Foreign
from indexer.ingest.speakers.nested import nested_in
from indexer.ingest.speakers.quoted import has_quoted

_OF_ONESELF = re.compile(r"(?<!\w)(?:I|[Ww]e)(?!\w)")


def quotations_in(
    text: str, mentions: Iterable[Mention], turns: Sequence[Turn] = (), language: str = ""
) -> tuple[Quotation, ...]:
    """In reading order. `mentions` as `names_in` gives them; an interview's answers are quotations as wholes."""
    answers = [Quotation(*turn.answer, turn.speaker, "turn", None, turn.question) for turn in turns]
    taken = sorted(span for turn in turns for span in (turn.question, turn.answer) if span)
    whose = {turn.answer: turn.speaker for turn in turns}
    said = _said(text, mentions, language)
    quoted = [_bare(text, each) for each in said if not turns or _is_anothers(text, each, taken, whose)]
    return tuple(sorted([*answers, *quoted], key=lambda each: (each.start, -each.end)))


def _said(text: str, mentions: Iterable[Mention], language: str) -> Iterator[Quotation]:
    if language in LANGUAGES:
        yield from Foreign(text, mentions, language).quotations()
        return
    if not has_quoted(text):
        return
    attribution = Attribution(text, mentions)
    for each in attribution.quotations():
        yield each
        yield from nested_in(text, attribution.named, each)


def _bare(text: str, quotation: Quotation) -> Quotation:
    """Without the spaces that stand inside of its marks."""
    words = text[quotation.start : quotation.end]
    start = quotation.start + len(words) - len(words.lstrip())
    return replace(quotation, start=start, end=start + len(words.strip()))


def _is_anothers(text: str, quotation: Quotation, taken: Sequence[Span], whose: dict[Span, str]) -> bool:
    """Whether it stands outside of all turns, or in one of somebody else. The spans are sorted and disjoint."""
    before = bisect_right(taken, (quotation.start, len(text))) - 1
    span = taken[before] if before >= 0 and quotation.start < taken[before][1] else None
    if span is None:
        return before + 1 >= len(taken) or quotation.end <= taken[before + 1][0]
    told_by = text[slice(*quotation.cue)] if quotation.cue else ""
    own = quotation.speaker and quotation.speaker == whose.get(span)
    return quotation.end <= span[1] and not own and not _OF_ONESELF.search(told_by)


def speakers_of(quotations: Iterable[Quotation]) -> tuple[str, ...]:
    """Each speaker once, in the order of their first words."""
    return tuple(dict.fromkeys(each.speaker for each in quotations if each.speaker))
