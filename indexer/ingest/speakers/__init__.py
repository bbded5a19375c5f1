"""Who said what: quotations, turns and statements with their speakers; unattributed rather than guessed."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from indexer.article import Quotation, Span
from indexer.ingest.interviews.turns import Turn
from indexer.ingest.names import Mention
from indexer.ingest.speakers.attribution import Attribution
from indexer.ingest.speakers.cues import LANGUAGES
from indexer.ingest.speakers.dialogue import has_dialogue
from indexer.ingest.speakers.foreign import Foreign
from indexer.ingest.speakers.nested import nested_in
from indexer.ingest.speakers.quoted import has_quoted

_OF_ONESELF = re.compile(r"(?<!\w)(?:I|[Ww]e)(?!\w)")


def quotations_in(
    text: str,
    mentions: Iterable[Mention],
    turns: Sequence[Turn] = (),
    language: str = "",
    statement: Quotation | None = None,
) -> tuple[Quotation, ...]:
    """In reading order. `mentions` as `names_in` gives them; an interview's answers are quotations as wholes, and so is
    a statement; what they quote of others is theirs."""
    wholes = [Quotation(*each.answer, each.speaker, each.kind, each.cue, each.question) for each in turns]
    wholes += [statement] if statement else []
    whose: dict[Span, str] = {each.question: "" for each in turns if each.question}
    whose.update({(each.start, each.end): each.speaker for each in wholes})
    taken = sorted(whose)
    said = _said(text, mentions, language)
    quoted = [_bare(text, each) for each in said if not wholes or _is_anothers(text, each, taken, whose)]
    return tuple(sorted([*wholes, *quoted], key=lambda each: (each.start, -each.end)))


def _said(text: str, mentions: Iterable[Mention], language: str) -> Iterator[Quotation]:
    if language in LANGUAGES:
        if has_quoted(text) or has_dialogue(text):
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
    """Whether it stands outside of all wholes and questions, or in one of somebody else. The spans are sorted and
    disjoint."""
    before = bisect_right(taken, (quotation.start, len(text))) - 1
    span = taken[before] if before >= 0 and quotation.start < taken[before][1] else None
    if span is None:
        return before + 1 >= len(taken) or quotation.end <= taken[before + 1][0]
    told_by = text[slice(*quotation.cue)] if quotation.cue else ""
    own = (quotation.speaker and quotation.speaker == whose.get(span)) or (quotation.start, quotation.end) == span
    return quotation.end <= span[1] and not own and not _OF_ONESELF.search(told_by)


def speakers_of(quotations: Iterable[Quotation]) -> tuple[str, ...]:
    """Each speaker once, in the order of their first words."""
    return tuple(dict.fromkeys(each.speaker for each in quotations if each.speaker))
