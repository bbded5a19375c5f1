"""Runs of capitalised words that may be a person's name: "N. Bordyuzha", "Ban Ki-moon", "Perez de Cuellar"."""

import re
from functools import cached_property

from indexer.authority.words import SAME, Words, is_unpunctuated
from indexer.ingest.names.gazetteer import POSSESSIVE, bare
from indexer.ingest.names.vocabulary import words_of
from indexer.text.memo import Memo

_NEVER = words_of("common") | words_of("function") | words_of("business") | words_of("offices")
_NAMED_AFTER = words_of("bodies") | words_of("business") | words_of("namesakes")
_NO_SURNAMES = words_of("function") | _NAMED_AFTER | {"free", "fair", "clean"}
_FIRST_HALVES = words_of("first_halves")
_ORDINAL = re.compile(r"[IVX]{2,6}|V|X")
_DIGIT = re.compile(r"\d")
_COMPOUNDS = frozenset({"born", "style", "era", "like", "run", "written", "made", "owned"})
_LONGEST = 6

PARTICLES = words_of("particles")
STATES = frozenset(pair.partition(":")[0] for pair in words_of("abbreviated_states"))


class Runs:
    """Answers about the words that no body and no known person covers (`masked`)."""

    def __init__(self, words: Words, masked: set[int]) -> None:
        self._words = words
        self._masked = masked
        written = words.written
        self._names = {
            index
            for index in words.capitals
            if (_MAY_NAME[written[index]] or (len(written[index]) == 1 and self.is_initial(index)))
            and index not in masked
        }

    def may_begin(self, index: int) -> bool:
        """A name begins neither after a hyphen nor after the first half of a place's: "San Juan Basin"."""
        words = self._words
        if index not in self._names or index == 0 or words.gaps[index] != SAME:
            return index in self._names
        return not self.is_hyphened(index) and words.folded[index - 1] not in _FIRST_HALVES

    def end(self, first: int) -> int:
        """The last word of the run; particles count between capitals, and so do "Ki-moon" and "John Paul II"."""
        words, end = self._words, first
        for at in range(first + 1, min(first + _LONGEST, len(words.written))):
            if words.gaps[at] != SAME or words.written[at - 1].endswith(POSSESSIVE):
                break
            if at in self._names or (self.is_hyphened(at) and words.written[at].islower() and self._is_second_half(at)):
                end = at
            elif _ORDINAL.fullmatch(words.written[at]):
                return at
            elif words.written[at].lower() not in PARTICLES:
                break
        return end

    def _is_second_half(self, at: int) -> bool:
        """ "moon" after "Ki", and not "led" or "designed"."""
        return not self._words.written[at].endswith("ed") and self._words.written[at] not in _COMPOUNDS

    def is_initial(self, index: int) -> bool:
        """A capital with its stop, or between two names of a text that has lost its stops: "Anna K Haldane"."""
        words = self._words
        word = words.written[index]
        if len(word) != 1 or not word.isupper():
            return False
        return words.text.startswith(".", words.ends[index]) or (self.is_unpunctuated and self._is_between(index))

    @cached_property
    def is_unpunctuated(self) -> bool:
        return is_unpunctuated(self._words.text)

    def _is_between(self, index: int) -> bool:
        """Not the party of "Haldane D Vt"."""
        words = self._words
        if index == 0 or index + 1 == len(words.written) or words.gaps[index] != SAME:
            return False
        after = words.written[index + 1]
        return words.written[index - 1].istitle() and after.istitle() and len(after) > 2 and after not in STATES

    def is_hyphened(self, index: int) -> bool:
        """Only a hyphen stands between the word and the one before."""
        words = self._words
        return words.text[words.ends[index - 1] : words.starts[index]] == "-"

    def may_be_surname(self, index: int) -> bool:
        """A common word that can be a surname where nothing capitalised follows: "Stock" after "Jurgen"."""
        if not self._follows_capitalised(index) or self._words.written[index].isupper() or index in self._masked:
            return False
        return bare(self._words.written[index]).lower() not in _NO_SURNAMES and not self._follows_capitalised(index + 1)

    def names_a_thing(self, last: int) -> bool:
        """What follows is called after the person: "Nelson Mandela Foundation", "Lenin Street"."""
        return self._follows_capitalised(last + 1) and self._words.written[last + 1].lower() in _NAMED_AFTER

    def _follows_capitalised(self, index: int) -> bool:
        words = self._words
        return index < len(words.written) and words.gaps[index] == SAME and words.written[index][0].isupper()


def _may_name(word: str) -> bool:
    """A word that may be part of a name; an initial only where its stop says so."""
    return len(word) > 1 and not (word.isupper() or _DIGIT.search(word) or bare(word).lower() in _NEVER)


_MAY_NAME = Memo(_may_name, 50_000)
