"""Who said what: quotations and interview turns with their speakers; unattributed rather than guessed."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from indexer.article import Quotation, Span
from indexer.ingest.interviews.turns import Turn
from indexer.ingest.names import Mention
from indexer.ingest.speakers.attribution import Attribution
from indexer.ingest.speakers.quoted import has_quoted


def quotations_in(
    text: str, mentions: Iterable[Mention], turns: Sequence[Turn] = (), statement: Quotation | None = None
) -> tuple[Quotation, ...]:
    """In reading order. `mentions` as `names_in` gives them; an interview's answers are quotations as wholes, and so is
    a statement; what they quote of others is theirs."""
    wholes = [Quotation(*each.answer, each.speaker, each.kind, each.cue, each.question) for each in turns]
    wholes += [statement] if statement else []
    said = Attribution(text, mentions).quotations() if has_quoted(text) else ()
    quoted = [each for each in said if _is_anothers(each, wholes)]
    return tuple(sorted([*wholes, *quoted], key=lambda each: (each.start, -each.end)))


def _is_anothers(quotation: Quotation, wholes: Sequence[Quotation]) -> bool:
    """Whether it lies in none of the wholes (sorted, disjoint), or as somebody else's words inside one."""
    at = bisect_left(wholes, quotation.end, key=lambda each: each.start) - 1
    if at < 0 or wholes[at].end <= quotation.start:
        return True
    whole = wholes[at]
    inside = whole.start <= quotation.start and quotation.end <= whole.end
    return inside and quotation.speaker != whole.speaker and quotation.end - quotation.start < whole.end - whole.start


def speakers_of(quotations: Iterable[Quotation]) -> tuple[str, ...]:
    """Each speaker once, in the order of their first words."""
    return tuple(dict.fromkeys(each.speaker for each in quotations if each.speaker))
