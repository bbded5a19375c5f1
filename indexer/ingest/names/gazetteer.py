"""Known names in a text: every form of the authority files that stands there as whole words, capitals respected."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from indexer.authority import Authority, Entry
from indexer.authority.entry import When
from indexer.authority.words import Words, name_key, read_words


@dataclass(frozen=True, slots=True)
class Form:
    """One written form of an entry, and the letters' case that it asks for; `spoken`: an acronym also written "Nato".

    Acronyms ask for their exact letters, a name of one or two words for each capital, a longer one for its first:
    `capitals` are the places of those among the form's words.
    """

    entry: Entry
    when: When
    acronym: str = ""
    capitals: tuple[int, ...] = ()
    spoken: bool = False

    def fits(self, words: Words, first: int) -> bool:
        if self.acronym:
            written = bare(words.written[first])
            return written == self.acronym or (self.spoken and written == self.acronym.capitalize())
        return all(words.written[first + place][0].isupper() for place in self.capitals)


class Found(NamedTuple):
    """Words `first` to `last` (inclusive) are a form that all of `forms` claim."""

    first: int
    last: int
    forms: tuple[Form, ...]


def is_state(entry: Entry) -> bool:
    return entry.kind == "place" and entry.sort in ("country", "former country")


def is_acronym(word: str) -> bool:
    return len(word) > 1 and sum(letter.isupper() for letter in word) * 2 > len(word)


_SPOKEN = frozenset(
    {"NATO", "UNESCO", "UNICEF", "NASA", "OPEC", "ASEAN", "FIFA", "UEFA", "UNRWA", "ECOWAS", "MERCOSUR"}
)
POSSESSIVE = ("'s", "’s")


def bare(word: str) -> str:
    """The word without a possessive ending."""
    return word[:-2] if word.endswith(POSSESSIVE) else word


@dataclass(slots=True)
class _Node:
    """Where the words of some forms lead: the forms that end here, and the next words and gaps of those that go on."""

    forms: tuple[Form, ...] = ()
    children: "dict[str, _Node] | None" = None


class Gazetteer:
    """The forms of an authority as a tree of their words."""

    def __init__(self, authority: Authority) -> None:
        self._roots: dict[str, _Node] = {}
        self._in_lower_case: set[str] = set()
        for entry in authority.entries:
            if not (entry.variants or entry.adjectives or entry.acronym or entry.doubtful) and entry.name.isalpha():
                self._add_word(entry)
                continue
            for form, when in _forms(entry):
                self._add(entry, when, read_words(form))
        for entry in authority.state_bodies:
            for form in entry.forms:
                self._add(entry, "of_state", read_words(form))

    def _add_word(self, entry: Entry) -> None:
        """An entry of one word and nothing else, as most are: the same as `_add`, in a third of the time."""
        capitals = (0,) if entry.name[0].isupper() else ()
        if is_acronym(entry.name) or not capitals:
            self._add(entry, "always", read_words(entry.name))
        else:
            node = self._roots.setdefault(name_key(entry.name)[1:-1], _Node())
            node.forms = (*node.forms, Form(entry, "always", capitals=capitals))

    def _add(self, entry: Entry, when: When, words: Words) -> None:
        if not words.folded:
            return
        node = self._roots.setdefault(words.folded[0], _Node())
        for gap, word in zip(words.gaps[1:], words.folded[1:], strict=True):
            for step in (gap, word) if gap else (word,):
                if node.children is None:
                    node.children = {}
                node = node.children.setdefault(step, _Node())
        node.forms = (*node.forms, _form(entry, when, words))
        if 0 not in words.capitals:
            self._in_lower_case.add(words.folded[0])

    def all_in(self, words: Words) -> list[Found]:
        """Every form that fits, overlapping ones too, by where they end."""
        found: list[Found] = []
        for first in self._starts(words):
            self._follow(words, first, found)
        return sorted(found, key=lambda each: (each.last, each.first))

    def _starts(self, words: Words) -> list[int]:
        """Where a form may begin: at a capital, or at one of the few words that begin one with a small letter."""
        small, written = self._in_lower_case, words.written
        starts = [at for at in words.capitals if words.folded[at] in self._roots]
        if small.isdisjoint(words.folded):
            return starts
        return starts + [at for at, word in enumerate(words.folded) if word in small and not written[at][0].isupper()]

    def _follow(self, words: Words, first: int, found: list[Found]) -> None:
        """Adds the forms that begin with the word."""
        node: _Node | None = self._roots[words.folded[first]]
        last, end = first, len(words.folded) - 1
        while node:
            if node.forms:
                fitting = tuple([form for form in node.forms if form.fits(words, first)])
                if fitting:
                    found.append(Found(first, last, fitting))
            if last == end or not node.children:
                return
            last += 1
            gap = words.gaps[last]
            node = node.children.get(gap) if gap else node
            node = node.children.get(words.folded[last]) if node and node.children else None


def longest(found: Iterable[Found]) -> list[Found]:
    """Those that remain when each word belongs to one name: the leftmost first, of two the longer."""
    kept: list[Found] = []
    for each in sorted(found, key=lambda f: (f.first, -f.last)):
        if not kept or each.first > kept[-1].last:
            kept.append(each)
    return kept


gazetteer = lru_cache(maxsize=4)(Gazetteer)


def _forms(entry: Entry) -> Iterator[tuple[str, When]]:
    for form in entry.forms:
        yield form, "always"
    for form in (entry.name, *entry.forms_when("always")) if entry.doubtful else ():
        yield form, "beside"
    for when in ("in_context", "in_quotes"):
        for form in entry.forms_when(when):
            yield form, when
    for adjective in entry.adjectives:
        yield adjective, "adjective"


def _form(entry: Entry, when: When, words: Words) -> Form:
    written = words.written
    if len(written) == 1 and is_acronym(written[0]):
        return Form(entry, when, acronym=written[0], spoken=written[0] in _SPOKEN)
    return Form(entry, when, capitals=tuple(words.capitals if len(written) <= 2 else words.capitals[:1]))
