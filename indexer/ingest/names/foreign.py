"""Bodies whose name begins with what they are, as in Romance languages: "Banca Otter di Credito"."""

from collections.abc import Iterator

from indexer.authority.words import SAME, Words
from indexer.ingest.names.gazetteer import bare, name_at
from indexer.ingest.names.span import Span
from indexer.ingest.names.vocabulary import words_of
from indexer.text.analysis import fold_word

_HEADS = words_of("foreign_heads") - {"association", "union"}
_FOLDED_HEADS = frozenset(map(fold_word, _HEADS))
_LINKS = words_of("foreign_links")
_ENDS = words_of("function") | words_of("offices") | words_of("honorifics")
_ELIDED = frozenset({"d'", "d’", "l'", "l’"})
_LONGEST = 8


def foreign_in(words: Words, masked: set[int]) -> list[Span]:
    """Spans in reading order, none over a masked word."""
    return [] if _FOLDED_HEADS.isdisjoint(words.folded) else list(_all_in(words, masked))


def _all_in(words: Words, masked: set[int]) -> Iterator[Span]:
    done = -1
    for first in [at for at in words.capitals if words.written[at].lower() in _HEADS]:
        last = _last(words, first, masked)
        if first > done and first not in masked and last > first and not words.written[first].isupper():
            done = last
            name = name_at(words, first, last)
            yield Span("organisation", name, first, last)


def _last(words: Words, first: int, masked: set[int]) -> int:
    """The last capitalised word; small words count between two."""
    last = first
    for at in range(first + 1, min(first + _LONGEST, len(words.written))):
        word = words.written[at]
        if at in masked and words.written[at - 1] in _LINKS:
            return first  # the half of a name
        if at in masked or words.gaps[at] != SAME or bare(words.written[at - 1]) != words.written[at - 1]:
            break
        if (word[0].isupper() and word.lower() not in _ENDS) or word[:2] in _ELIDED:
            last = at
        elif word not in _LINKS:
            break
    return last
