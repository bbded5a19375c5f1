"""Bodies of a body that no file has: "OSCE Border Academy" from the known acronym before and the noun that ends it."""

from indexer.authority.words import SAME, Words
from indexer.ingest.names.known import bare
from indexer.ingest.names.span import Span, covered
from indexer.ingest.names.vocabulary import words_of

_PARTS = words_of("parts")
_LINKS = frozenset({"of", "for", "and", "on"})
_LONGEST = 7


def with_parts(words: Words, spans: list[Span]) -> list[Span]:
    """Each span that is an acronym grows over the capitalised words after it up to such a noun."""
    masked = covered(spans)
    return [_grown(words, span, masked) for span in spans]


def _grown(words: Words, span: Span, masked: set[int]) -> Span:
    if span.first != span.last or not words.written[span.first].isupper():
        return span
    last = _last(words, span.last, masked)
    if last is None:
        return span
    name = bare(" ".join(words.text[words.starts[span.first] : words.ends[last]].split()))
    return Span("organisation", name, span.first, last)


def _last(words: Words, acronym: int, masked: set[int]) -> int | None:
    """The last word of the run that is such a noun, one capitalised word at least between it and the acronym."""
    last = None
    for index in range(acronym + 1, min(acronym + _LONGEST, len(words.written))):
        word = words.written[index]
        if words.gaps[index] != SAME or index in masked or not (word[0].isupper() or word in _LINKS):
            break
        if index > acronym + 1 and word[0].isupper() and words.folded[index] in _PARTS:
            last = index
    return last
