"""Known names that are the end of another body's: "Democratic Party" in "Social Democratic Party"."""

from collections.abc import Iterable

from indexer.authority.words import SAME, Words
from indexer.ingest.names.gazetteer import bare, name_at
from indexer.ingest.names.span import Span, covered
from indexer.ingest.names.vocabulary import words_of

_BELIEFS = words_of("beliefs") | words_of("nations")
_KINDS = frozenset(
    {"airlines", "airways", "airline", "party", "bank", "agency", "association", "university", "college"}
)
_NEVER = (
    words_of("function") | words_of("offices") | words_of("honorifics") | words_of("speech") | frozenset({"former"})
)


def whole_names(words: Words, known: Iterable[Span]) -> list[Span]:
    """The spans, those that capitalised words before them belong to as they are written."""
    spans = list(known)
    taken = covered(spans)
    return [_whole(words, span, taken) if span.last > span.first else span for span in spans]


def _whole(words: Words, span: Span, taken: set[int]) -> Span:
    noun = bare(words.written[span.last]).lower()
    if noun not in _KINDS or not words.written[span.first].istitle():
        return span
    first = span.first
    while (
        first > 0 and first - 1 not in taken and words.gaps[first] == SAME and _belongs(words.written[first - 1], noun)
    ):
        first -= 1
    if first == span.first:
        return span
    name = name_at(words, first, span.last)
    return span._replace(name=name, first=first)


def _belongs(word: str, noun: str) -> bool:
    if noun == "party":
        return word.istitle() and word.lower() in _BELIEFS
    return word.istitle() and len(word) > 2 and bare(word) == word and word.lower() not in _NEVER
