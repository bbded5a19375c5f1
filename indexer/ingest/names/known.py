"""Known names in a text: every form of the authority files that stands there as whole words, capitals respected."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick

from indexer.ingest.authority import Authority, Entry
from indexer.ingest.authority.entry import When
from indexer.ingest.authority.words import Words, name_key, read_words


@dataclass(frozen=True, slots=True)
class Form:
    """One written form of an entry, and the letters' case that it asks of each word."""

    entry: Entry
    when: When
    written: tuple[str, ...]

    def fits(self, words: Words, first: int, last: int) -> bool:
        """Acronyms ask for their exact letters, a name of one or two words for each capital, a longer for its first."""
        there = words.written[first : last + 1]
        if len(there) != len(self.written):
            return False
        if len(there) == 1 and is_acronym(self.written[0]):
            return bare(there[0]) == self.written[0]
        asked = [i for i, word in enumerate(self.written) if word[0].isupper()]
        return all(there[i][0].isupper() for i in (asked if len(there) <= 2 else asked[:1]))


@dataclass(frozen=True, slots=True)
class Found:
    """Words `first` to `last` (inclusive) are a form that all of `forms` claim."""

    first: int
    last: int
    forms: tuple[Form, ...]


def is_state(entry: Entry) -> bool:
    return entry.kind == "place" and entry.sort in ("country", "former country")


def is_acronym(word: str) -> bool:
    return len(word) > 1 and sum(letter.isupper() for letter in word) * 2 > len(word)


def bare(word: str) -> str:
    """The word without a possessive ending."""
    return word[:-2] if word[-2:] in ("'s", "’s") else word


class Matcher:
    """The forms of an authority as one automaton."""

    def __init__(self, authority: Authority) -> None:
        by_key: defaultdict[str, list[Form]] = defaultdict(list)
        for entry in authority.entries:
            for form, when in _forms(entry):
                by_key[name_key(form)].append(Form(entry, when, tuple(read_words(form).written)))
        for entry in authority.state_bodies:
            for form in entry.forms:
                by_key[name_key(form)].append(Form(entry, "of_state", tuple(read_words(form).written)))
        self._automaton = ahocorasick.Automaton()
        for key, forms in by_key.items():
            self._automaton.add_word(key, (len(key), tuple(forms)))
        self._automaton.make_automaton()

    def all_in(self, words: Words) -> Iterator[Found]:
        """Every form that fits, overlapping ones too, by where they end."""
        text, first, last = words.key()
        for end, (length, forms) in self._automaton.iter(text):
            begin, finish = first[end - length + 1], last[end]
            fitting = tuple(form for form in forms if form.fits(words, begin, finish))
            if fitting:
                yield Found(begin, finish, fitting)


def longest(found: Iterable[Found]) -> list[Found]:
    """Those that remain when each word belongs to one name: the leftmost first, of two the longer."""
    kept: list[Found] = []
    for each in sorted(found, key=lambda f: (f.first, -f.last)):
        if not kept or each.first > kept[-1].last:
            kept.append(each)
    return kept


@lru_cache(maxsize=4)
def matcher(authority: Authority) -> Matcher:
    return Matcher(authority)


def _forms(entry: Entry) -> Iterator[tuple[str, When]]:
    for form in entry.forms:
        yield form, "always"
    for when in ("in_context", "in_quotes"):
        for form in entry.forms_when(when):
            yield form, when
    for adjective in entry.adjectives:
        yield adjective, "adjective"
