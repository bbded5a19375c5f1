"""Companies by what ends their name: "Harbour Lights Inc". The same words without the ending mean it, too."""

from collections.abc import Iterator

from indexer.authority.words import SAME, Words
from indexer.ingest.names.gazetteer import bare
from indexer.ingest.names.repeated import repeated
from indexer.ingest.names.span import Span, covered
from indexer.ingest.names.vocabulary import words_of

_ENDINGS = words_of("business")
_FUNCTION = words_of("function")
_COMMON = words_of("common")
_CAPITALS = frozenset({"Sa", "Ag", "Nv", "Bv", "Ab", "As", "Kk", "Lp"})
_LONG_ENDINGS = frozenset({"company", "corporation"})
_GO_ON = frozenset({"Co", "Corp", "Company", "Corporation"})
_LONGEST = 6


def companies_in(words: Words, masked: set[int]) -> list[Span]:
    """Spans in reading order, none over a masked word."""
    named = list(_with_ending(words, masked))
    if not named:
        return []
    short = {_without_ending(words, span): span.name for span in named}
    taken = masked | covered(named)
    again = [Span("organisation", name, first, last, company=True) for first, last, name in repeated(words, short)]
    return sorted([*named, *(span for span in again if taken.isdisjoint(covered([span])))], key=lambda span: span.first)


def _with_ending(words: Words, masked: set[int]) -> Iterator[Span]:
    for index in words.capitals:
        if words.written[index].lower() in _ENDINGS and _ends_a_company(words, index):
            first, last = _first(words, index, masked), _last(words, index)
            if _is_company(words, first, index):
                name = words.text[words.starts[first] : words.ends[last]]
                yield Span("organisation", bare(" ".join(name.split())), first, last, company=True)


def _without_ending(words: Words, span: Span) -> tuple[str, ...]:
    ending = span.last - 2 if words.written[span.last - 1] == "of" else span.last
    return tuple(words.folded[span.first : ending])


def _ends_a_company(words: Words, index: int) -> bool:
    """Not the "Co" of "Co-operation"; "SA" and "AG" in capitals only."""
    word = words.written[index]
    if words.gaps[index] != SAME:
        return False
    return (word.isupper() or word not in _CAPITALS) and not words.text.startswith("-", words.ends[index])


def _first(words: Words, end: int, masked: set[int]) -> int:
    first = end
    for index in range(end - 1, max(end - _LONGEST, -1), -1):
        if index in masked or not _is_part(words.written[index]) or not _is_linked(words, index + 1):
            break
        if bare(words.written[index]) != words.written[index] and index < end - 1 and not _begins(words, index):
            break
        first = index
    return first


def _last(words: Words, ending: int) -> int:
    """Where the name ends that goes on after "Co" or "Corp": "Lakeside Kettle Co of America"."""
    tail = words.written[ending + 1 : ending + 3]
    goes_on = len(tail) == 2 and tail[0] == "of" and tail[1][0].isupper() and words.written[ending] in _GO_ON
    return ending + 2 if goes_on and words.gaps[ending + 1] == words.gaps[ending + 2] == SAME else ending


def _is_part(word: str) -> bool:
    lower = bare(word).lower()
    return word[0].isupper() and lower not in _FUNCTION and lower not in _ENDINGS


def _is_linked(words: Words, index: int) -> bool:
    return words.gaps[index] == SAME or words.text[words.ends[index - 1] : words.starts[index]].strip() == "&"


def _begins(words: Words, index: int) -> bool:
    """Whether nothing capitalised stands before: "Moody's Investors Service", not "Pacific Western's Pacific Air"."""
    return index == 0 or words.gaps[index] != SAME or not words.written[index - 1][0].isupper()


def _is_company(words: Words, first: int, end: int) -> bool:
    """Neither a headline's capitals, nor common words only, nor the half of "Peninsular and Oriental Co"."""
    names = words.written[first:end]
    own = [word for word in names if bare(word).lower() not in _COMMON]
    if not own or all(word.isupper() for word in words.written[first : end + 1]):
        return False
    if words.written[end].lower() in _LONG_ENDINGS and len(names) < 2:
        return False
    return not _is_half(words, first)


def _is_half(words: Words, first: int) -> bool:
    before = words.text[words.ends[first - 1] : words.starts[first]].strip() if first else ""
    if before:
        return before in ("&", "/", "-")
    half = words.written[first - 2] if first > 1 and words.written[first - 1] == "and" else ""
    return half[:1].isupper() and half.lower() not in _ENDINGS
