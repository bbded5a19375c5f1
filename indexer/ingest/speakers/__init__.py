"""Who said what: quotations, turns and statements with their speakers; unattributed rather than guessed."""

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


def quotations_in(
    text: str, mentions: Iterable[Mention], turns: Sequence[Turn] = (), statement: Quotation | None = None
) -> tuple[Quotation, ...]:
    """In reading order. `mentions` as `names_in` gives them; an interview's answers are quotations as wholes, and so is
    a statement; what they quote of others is theirs."""
    wholes = [Quotation(*each.answer, each.speaker, each.kind, each.cue, each.question) for each in turns]
    wholes += [statement] if statement else []
    whose: dict[Span, str] = {each.question: "" for each in turns if each.question}
    whose.update({(each.start, each.end): each.speaker for each in wholes})
    taken = sorted(whose)
    said = _said(text, mentions) if has_quoted(text) else ()
    quoted = [each for each in said if not wholes or _is_anothers(text, each, taken, whose)]
    return tuple(sorted([*wholes, *quoted], key=lambda each: (each.start, -each.end)))


def _said(text: str, mentions: Iterable[Mention]) -> Iterator[Quotation]:
    attribution = Attribution(text, mentions)
    for each in attribution.quotations():
        yield each
        yield from nested_in(text, attribution.named, each)


def _is_anothers(text: str, quotation: Quotation, taken: Sequence[Span], whose: dict[Span, str]) -> bool:
    """Whether it stands outside of all wholes and questions, or in one of somebody else. The spans are sorted and
    disjoint."""
    before = bisect_right(taken, (quotation.start, len(text))) - 1
    span = taken[before] if before >= 0 and quotation.start < taken[before][1] else None
    if span is None:
        return before + 1 >= len(taken) or quotation.end <= taken[before + 1][0]
    told_by = text[slice(*quotation.cue)] if quotation.cue else ""
    own = quotation.speaker == whose.get(span) or (quotation.start, quotation.end) == span
    return quotation.end <= span[1] and not own and not _OF_ONESELF.search(told_by)


def speakers_of(quotations: Iterable[Quotation]) -> tuple[str, ...]:
    """Each speaker once, in the order of their first words."""
    return tuple(dict.fromkeys(each.speaker for each in quotations if each.speaker))
