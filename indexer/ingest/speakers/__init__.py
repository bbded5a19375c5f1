"""Who said what: quotations and interview turns with their speakers; unattributed rather than guessed."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from indexer.article import Passage
from indexer.ingest.interviews.turns import Turn
from indexer.ingest.names import Mention
from indexer.ingest.speakers.attribution import Attribution
from indexer.ingest.speakers.quotations import has_quotations


@dataclass(frozen=True, slots=True)
class Quote:
    """`text[start:end]` was said by `speaker`, a display name."""

    start: int
    end: int
    speaker: str


def quotes_in(text: str, mentions: Iterable[Mention], turns: Sequence[Turn] = ()) -> tuple[Quote, ...]:
    """In reading order, disjoint. `mentions` as `names_in` gives them; an interview's answers are quotes as wholes."""
    answers = [Quote(*turn.answer, turn.speaker) for turn in turns if turn.speaker]
    taken = sorted(span for turn in turns for span in (turn.question, turn.answer) if span)
    said = (Quote(*each) for each in Attribution(text, mentions).quotes()) if has_quotations(text) else ()
    quoted = [quote for quote in said if not _meets(quote, taken)]
    return tuple(sorted([*answers, *quoted], key=lambda quote: quote.start))


def _meets(quote: Quote, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the spans, which are sorted and disjoint, has words of the quote."""
    after = bisect_left(taken, (quote.end, 0))
    return after > 0 and quote.start < taken[after - 1][1]


def speakers_of(quotes: Iterable[Quote]) -> tuple[str, ...]:
    """Each speaker once, in the order of their first words."""
    return tuple(dict.fromkeys(quote.speaker for quote in quotes))


def with_speakers(passages: Iterable[Passage], quotes: Sequence[Quote]) -> tuple[Passage, ...]:
    """A passage in which one person is quoted, and nobody else, has that person as speaker; a turn keeps its own.
    `quotes` as `quotes_in` gives them."""
    return tuple(_with_speaker(passage, quotes) for passage in passages)


def _with_speaker(passage: Passage, quotes: Sequence[Quote]) -> Passage:
    first = bisect_right(quotes, passage.start, key=lambda quote: quote.end)
    after = bisect_left(quotes, passage.end, key=lambda quote: quote.start)
    speakers = speakers_of(quotes[first:after])
    return replace(passage, speaker=speakers[0]) if not passage.speaker and len(speakers) == 1 else passage
