"""Known names in a text: every form of the authority files that stands there as whole words, capitals respected."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from indexer.authority import Authority, Entry
from indexer.authority.entry import When
from indexer.authority.words import Words, folded_words, is_plain, read_words


@dataclass(frozen=True, slots=True)
class Form:
    """One written form of an entry, and the letters' case that it asks for; `spoken`: an acronym also written "Nato";
    `read`: by grammar, from no file.

    Acronyms ask for their exact letters, a name of one or two words for each capital, a longer one for its first:
    `capitals` are the places of those among the form's words.
    """

    entry: Entry
    when: When
    acronym: str = ""
    capitals: tuple[int, ...] = ()
    spoken: bool = False
    read: bool = False

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
    if word[1:].islower():  # as most are
        return False
    return len(word) > 1 and sum(letter.isupper() for letter in word) * 2 > len(word)


_SPOKEN = frozenset(
    {"NATO", "UNESCO", "UNICEF", "NASA", "OPEC", "ASEAN", "FIFA", "UEFA", "UNRWA", "ECOWAS", "MERCOSUR"}
)
POSSESSIVE = ("'s", "’s")


def bare(word: str) -> str:
    """The word without a possessive ending."""
    return word[:-2] if word.endswith(POSSESSIVE) else word


def name_at(words: Words, first: int, last: int) -> str:
    """The words as the text writes them, on one line and without a possessive ending."""
    return bare(" ".join(words.text[words.starts[first] : words.ends[last]].split()))


@dataclass(slots=True)
class _Node:
    """Where the words of some forms lead: the forms that end here, and the next words and gaps of those that go on."""

    forms: tuple[Form, ...] = ()
    children: "dict[str, _Node] | None" = None

    def child(self, step: str) -> "_Node":
        if self.children is None:
            self.children = {}
        node = self.children.get(step)
        if node is None:
            node = self.children[step] = _Node()
        return node


class Gazetteer:
    """The forms of an authority as a tree of their words."""

    def __init__(self, authority: Authority) -> None:
        self._roots: dict[str, _Node] = {}
        self._in_lower_case: set[str] = set()
        for entry in authority.entries:
            for form, when in _forms(entry):
                self._add(entry, when, form)
        for entry in authority.state_bodies:
            for form in entry.forms:
                self._add(entry, "of_state", form)

    def _add(self, entry: Entry, when: When, form: str) -> None:
        if is_plain(form):
            written = form.split(" ")
            steps = folded_words(written)
        else:
            words = read_words(form)
            written = words.written
            gaps = ["", *words.gaps[1:]]  # what stands before the form is no part of it
            steps = [step for each in zip(gaps, words.folded, strict=False) for step in each if step]
        if not steps:
            return
        node = self._roots.get(steps[0])
        if node is None:
            node = self._roots[steps[0]] = _Node()
        for step in steps[1:]:
            node = node.child(step)
        node.forms = (*node.forms, _form(entry, when, written))
        if not written[0][0].isupper():
            self._in_lower_case.add(steps[0])

    def all_in(self, words: Words) -> list[Found]:
        """Every form that fits, overlapping ones too, by where they end."""
        found: list[Found] = []
        roots, folded, end = self._roots, words.folded, len(words.folded) - 1
        for first in self._starts(words):
            root = roots[folded[first]]
            if root.forms or (
                root.children and first < end and (words.gaps[first + 1] or folded[first + 1]) in root.children
            ):
                self._follow(words, first, found)
        return sorted(found, key=lambda each: (each.last, each.first))

    def _starts(self, words: Words) -> list[int]:
        """Where a form may begin: at a capital, or at one of the few words that begin one with a small letter."""
        small, written = self._in_lower_case, words.written
        roots, folded = self._roots, words.folded
        starts = [at for at in words.capitals if folded[at] in roots]
        if small.isdisjoint(folded):
            return starts
        return starts + [at for at, word in enumerate(folded) if word in small and not written[at][0].isupper()]

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
    for each in sorted(found, key=_from_left):
        if not kept or each.first > kept[-1].last:
            kept.append(each)
    return kept


def _from_left(found: Found) -> tuple[int, int]:
    return found[0], -found[1]


gazetteer = lru_cache(maxsize=4)(Gazetteer)


def _forms(entry: Entry) -> Iterator[tuple[str, When]]:
    for form in entry.forms:
        yield form, "always"
    if not entry.variants and not entry.adjectives and not entry.doubtful:
        return
    for form in (entry.name, *entry.forms_when("always")) if entry.doubtful else ():
        yield form, "beside"
    for when in ("in_context", "in_quotes"):
        for form in entry.forms_when(when):
            yield form, when
    for adjective in entry.adjectives:
        yield adjective, "adjective"


def _form(entry: Entry, when: When, written: list[str]) -> Form:
    if len(written) == 1 and is_acronym(written[0]):
        return Form(entry, when, acronym=written[0], spoken=written[0] in _SPOKEN)
    capitals = [at for at, word in enumerate(written) if word[0].isupper()]
    return Form(entry, when, capitals=tuple(capitals if len(written) <= 2 else capitals[:1]))
