"""Companies by the mark of an exchange behind their name: "Harbour Lights <HLI.L>", "Harbour Lights (NYSE: HLI)"; and
those that a newswire brackets because no exchange lists them: "<Harbour Lights>"."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from indexer.authority.words import SAME, Words
from indexer.ingest.names.gazetteer import POSSESSIVE, name_at
from indexer.ingest.names.span import Span
from indexer.ingest.names.vocabulary import words_of

# Two, for each begins with a letter of its own, to which a search leaps.
_ANGLED = re.compile(r"<[A-Z]{1,6}(?:\.[A-Z]{1,2})?>")
_ROUND = re.compile(r"\((?:NYSE|NASDAQ|Nasdaq|AMEX|LSE|TSX|OTC|TSE|ASX|HKEX|MOEX|MCX|LON|FRA) ?: ?[A-Z0-9.]{1,8}\)")
_BRACKETED = re.compile(r"<[A-Z][\w.'’&-]{1,30}(?:[ \n](?:[A-Z][\w.'’&/-]{0,30}|and|of|de)){1,6}>")
_ENDS = words_of("function") | words_of("offices") | words_of("honorifics")
_ENDINGS = words_of("business")
_VOWELS = frozenset("aeiou")
_JOINERS = frozenset({"and", "of", "de"})
_STOPS = _ENDS - _JOINERS
_LONGEST = 7


def with_tickers(words: Words, masked: set[int], *, shouted: bool) -> list[Span]:
    """Spans in reading order, none over a masked word. `shouted`: also one in capitals that begins the headline."""
    if "<" not in words.text and not ("(" in words.text and ":" in words.text):
        return []
    return [
        Span("organisation", _written(words, *each), *each, company=True)
        for each in _marked(words, masked, shouted=shouted)
    ]


def _marked(words: Words, masked: set[int], *, shouted: bool) -> Iterator[tuple[int, int]]:
    least = 0
    for match in _marks(words.text):
        last = bisect_left(words.starts, match.start()) - 1
        if last < least or last in masked or words.text[words.ends[last] : match.start()].strip():
            continue
        first = _first(words, last, least, masked)
        if first is not None and (not _is_shouted(words, first, last) or (shouted and first == 0)):
            least = last + 1
            yield first, last
    for match in _BRACKETED.finditer(words.text) if "<" in words.text else ():
        first, last = bisect_left(words.starts, match.start()), bisect_left(words.starts, match.end()) - 1
        if masked.isdisjoint(range(first, last + 1)) and not match[0].isupper():
            yield first, last


def _marks(text: str) -> list[re.Match[str]]:
    angled = list(_ANGLED.finditer(text)) if "<" in text else []
    marks = [*angled, *_ROUND.finditer(text)] if "(" in text and ":" in text else angled
    return sorted(marks, key=re.Match.start)


def _first(words: Words, last: int, least: int, masked: set[int]) -> int | None:
    """Where the capitalised words begin that end before the mark; None where they are a headline's capitals."""
    first = None
    for at in range(last, max(last - _LONGEST, least) - 1, -1):
        word = words.written[at]
        if at in masked or len(word) == 1 or word.lower() in _STOPS or (at < last and words.gaps[at + 1] != SAME):
            break
        if word[0].isupper():
            first = at
        elif word not in _JOINERS or at == last:
            break
    if first is None or words.written[first].lower() in _ENDINGS or words.written[last].lower().endswith(POSSESSIVE):
        return None
    if first and first - 1 in masked and words.gaps[first] == SAME:
        return None
    return first


def _is_shouted(words: Words, first: int, last: int) -> bool:
    return all(words.written[at].isupper() for at in range(first, last + 1))


def _written(words: Words, first: int, last: int) -> str:
    written = name_at(words, first, last)
    return " ".join(map(_spoken, written.split())) if _is_shouted(words, first, last) else written


def _spoken(word: str) -> str:
    """A headline's capitals as they are written elsewhere, short words aside, which may be initials."""
    plain = word.lower()
    if plain in _JOINERS:
        return plain
    return word.capitalize() if len(word) > 3 or plain in _ENDINGS or plain[1:2] in _VOWELS else word
