"""Who said what: quotations and interview turns with their speakers; unattributed rather than guessed."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from indexer.article import Quotation, Span
from indexer.ingest.interviews.turns import Turn
from indexer.ingest.names import Mention
from indexer.ingest.speakers.attribution import Attribution
from indexer.ingest.speakers.nested import nested_in
from indexer.ingest.speakers.quoted import has_quoted

_OF_ONESELF = re.compile(r"(?<!\w)(?:I|[Ww]e)(?!\w)")


def quotations_in(text: str, mentions: Iterable[Mention], turns: Sequence[Turn] = ()) -> tuple[Quotation, ...]:
    """In reading order. `mentions` as `names_in` gives them; an interview's answers are quotations as wholes."""
    answers = [Quotation(*turn.answer, turn.speaker, "turn", None, turn.question) for turn in turns]
    taken = sorted(span for turn in turns for span in (turn.question, turn.answer) if span)
    whose = {turn.answer: turn.speaker for turn in turns}
    said = _said(text, mentions) if has_quoted(text) else ()
    quoted = [each for each in said if not turns or _is_anothers(text, each, taken, whose)]
    return tuple(sorted([*answers, *quoted], key=lambda each: (each.start, -each.end)))


def _said(text: str, mentions: Iterable[Mention]) -> Iterator[Quotation]:
    attribution = Attribution(text, mentions)
    for each in attribution.quotations():
        yield each
        yield from nested_in(text, attribution.named, each)


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
