"""The sentences of an article in which a name stands, and who says them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from indexer.article import Article, Quotation, Span
from indexer.search.evidence.sentences import FEWEST, is_sentence, sentence_around, with_whole_quotations

_LOOKED_AT = 100  # places in one article
_ANNOUNCED = 6  # characters between a colon and the quotation that it announces: a paragraph's end, marks


@dataclass(frozen=True, slots=True)
class Evidence:
    """`text[start:end]` of an article, with the places of the name in it. `quotation`: where all of it is somebody's
    words, to be shown in quotation marks of its own."""

    start: int
    end: int
    marks: tuple[Span, ...]
    quotation: Quotation | None = None


def evidence(article: Article, places: Iterable[Span], own: str = "") -> Iterator[Evidence]:
    """In reading order, each sentence once. Not those in which `own` is quoted: what somebody says is not said of
    them, nor is "said Zas"."""
    last: Evidence | None = None
    for place in islice(places, _LOOKED_AT):
        found = _at(article, place, own)
        if found is None or (last and found.start < last.end and found.end != last.end):
            continue
        if last and found.end == last.end:
            last = replace(last, marks=(*last.marks, place))
            continue
        if last:
            yield last
        last = found
    if last:
        yield last


def _at(article: Article, place: Span, own: str) -> Evidence | None:
    around = article.quotations_in(*place)
    within = max((each for each in around if _holds(each, place)), key=lambda each: each.start, default=None)
    sentence = sentence_around(article.text, *place)
    if own and (within.speaker == own if within else _quotes(article, sentence, place, own)):
        return None
    found = _shown(article, sentence, within)
    return replace(found, marks=(place,)) if len(article.text[found.start : found.end].split()) >= FEWEST else None


def _holds(quotation: Quotation, place: Span) -> bool:
    return quotation.start <= place[0] and place[1] <= quotation.end


def _quotes(article: Article, sentence: Span, place: Span, own: str) -> bool:
    """Whether the sentence has words of theirs or announces them, or the place belongs to what tells of such words
    or asks for them."""
    reach = _ANNOUNCED if article.text[sentence[1] - 1] == ":" else 0
    said = any(each.speaker == own for each in article.quotations_in(sentence[0], sentence[1] + reach))
    told = (span for each in article.quotations if each.speaker == own for span in (each.cue, each.question) if span)
    return said or any(start < place[1] and place[0] < end for start, end in told)


def _shown(article: Article, sentence: Span, within: Quotation | None) -> Evidence:
    """What of a sentence is said by whoever says the name, if that makes a sentence; else all of it."""
    text = article.text
    quoted = [each for each in article.quotations_in(*sentence) if each.kind == "direct" and each != within]
    if within is None or (sentence[0] < within.start and not is_sentence(text, within)):
        held = [*quoted, within] if within else quoted
        return Evidence(*with_whole_quotations(text, sentence, held), ())
    start, end = max(sentence[0], within.start), min(sentence[1], within.end)
    nested = [each for each in quoted if _holds(within, (each.start, each.end))]
    start, end = with_whole_quotations(text, (start, end), nested)
    return Evidence(max(start, within.start), min(end, within.end), (), within)
