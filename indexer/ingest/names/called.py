"""Bodies that a text calls what they are: "the newspaper Otter Tidende", "the Otter Tidende magazine"."""

from collections.abc import Iterator
from itertools import compress

from indexer.authority.words import SAME, Words
from indexer.ingest.names.gazetteer import POSSESSIVE, bare, name_at
from indexer.ingest.names.span import Span, covered
from indexer.ingest.names.vocabulary import words_of

_BEFORE = words_of("called_before")
_BEHIND = words_of("called_behind")
_WITH = frozenset(tuple(pair.split("_")) for pair in words_of("called_with"))
_HELD = frozenset(noun for noun, _ in _WITH)
_TITLES = words_of("honorifics") | words_of("called")
_PAIRS = {"agency": "news", "line": "shipping"}
_PARTS = words_of("function") | words_of("offices") | words_of("honorifics") | words_of("nations") | words_of("speech")
_NEVER = _PARTS | words_of("common") | {"class", "series"}
_JOINERS = frozenset({"of", "de", "and", "al", "el", "der", "di", "e"})
_NO_NAME = _NEVER | _JOINERS
_LONGEST = 5


def called_in(words: Words, spans: list[Span], places: set[int], given_names: frozenset[str]) -> list[Span]:
    """Spans in reading order, beside those of the bodies and places that are known already; what begins the name of one
    of these bodies means it."""
    found = list(_Reader(words, covered(spans) | places, given_names).all_in())
    if not found:
        return []
    starts: dict[tuple[str, ...], str] = {}
    for span in spans:
        for last in range(span.first, span.last):
            starts.setdefault(tuple(words.folded[span.first : last + 1]), span.name)
    return [
        each._replace(name=starts.get(tuple(words.folded[each.first : each.last + 1]), each.name)) for each in found
    ]


class _Reader:
    def __init__(self, words: Words, masked: set[int], given_names: frozenset[str]) -> None:
        self._words, self._masked, self._given = words, masked, given_names

    def all_in(self) -> Iterator[Span]:
        done = -1
        written = self._words.written
        for at in compress(range(len(written)), map(_NOUNS.__contains__, written)):
            if at <= done:
                continue
            for each in (self._with(at), self._after(at), self._before(at)):
                if each and each[0] > done:
                    done = each[1]
                    yield Span("organisation", self._name(*each), *each)

    def _with(self, at: int) -> tuple[int, int] | None:
        """The run behind a preposition: "a unit of Otter Kettles"."""
        words = self._words
        return self._run(at + 2) if tuple(words.written[at : at + 2]) in _WITH else None

    def _after(self, at: int) -> tuple[int, int] | None:
        """The run right behind the noun."""
        return self._run(at + 1) if self._calls(at, _BEFORE) else None

    def _is_somebody(self, first: int, last: int) -> bool:
        """A surname: "a spokesman for Haldane", where the article has Jorik Haldane or Mr Haldane."""
        words, name = self._words, self._words.folded[last]
        for at in words.capitals if first == last else ():
            if words.folded[at] == name and at and words.gaps[at] == SAME:
                before = words.folded[at - 1]
                if before in self._given or before in _TITLES or len(before) == 1:
                    return True
        return False

    def _run(self, first: int) -> tuple[int, int] | None:
        if first >= len(self._words.written) or self._words.gaps[first] != SAME or not self._may_begin(first):
            return None
        last = first
        while last + 1 < min(first + _LONGEST, len(self._words.written)) and self._joins(last + 1):
            last += 1
        while self._words.written[last] in _JOINERS:
            last -= 1
        return self._named(first, last)

    def _before(self, at: int) -> tuple[int, int] | None:
        """The run right before the noun."""
        noun = at - 1 if self._words.written[at] in _PAIRS else at
        first, last = noun, noun - 1
        if not self._calls(at, _BEHIND) or last < 0 or self._words.gaps[noun] != SAME:
            return None
        while first > max(noun - _LONGEST, 0) and self._words.gaps[first] == SAME and self._is_part(first - 1):
            first -= 1
        while first <= last and (self._words.written[first] in _JOINERS or not self._may_begin(first)):
            first += 1
        return self._named(first, last) if first <= last else None

    def _calls(self, at: int, nouns: frozenset[str]) -> bool:
        words = self._words
        word = words.written[at]
        return word in nouns or (word in _PAIRS and at > 0 and words.written[at - 1] == _PAIRS[word])

    def _named(self, first: int, last: int) -> tuple[int, int] | None:
        """A run of one word must be no word of every day; one of more begins with no given name."""
        words = self._words
        run = range(first, last + 1)
        if not self._masked.isdisjoint(run) or any(words.written[at].endswith(POSSESSIVE) for at in run[:-1]):
            return None
        text = words.text
        if text[words.starts[first] - 1 : words.starts[first]] == "-" or text.startswith("-", words.ends[last]):
            return None  # "Otterbank-based"
        own = [at for at in run if words.written[at][1:] and bare(words.written[at]).lower() not in _NO_NAME]
        shouted = last > first and all(words.written[at].isupper() for at in run)
        named = own and not shouted and words.folded[first] not in self._given
        return (first, last) if named and not self._is_somebody(first, last) else None

    def _may_begin(self, at: int) -> bool:
        word = self._words.written[at]
        return word[0].isupper() and len(word) > 1 and bare(word).lower() not in _PARTS and at not in self._masked

    def _joins(self, at: int) -> bool:
        return self._words.gaps[at] == SAME and self._is_part(at)

    def _is_part(self, at: int) -> bool:
        word = self._words.written[at]
        if at in self._masked:
            return False
        return word in _JOINERS or (word[0].isupper() and bare(word).lower() not in _PARTS)

    def _name(self, first: int, last: int) -> str:
        words = self._words
        return name_at(words, first, last)


_NOUNS = _BEFORE | _BEHIND | _HELD | frozenset(_PAIRS)
