"""What is typed behind `office:` read as a title and a body, in whichever order and language: "CSTO Secretary General",
"генсек ОДКБ"."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from indexer.authority import Authority
from indexer.authority.offices import office_terms, offices_of
from indexer.query.tree import DisMax, Phrase
from indexer.text import analysis
from indexer.text.stemmer import stem

# In small letters: LAS is the League of Arab States.
_BETWEEN = re.compile(r"(?<!\w)(?:(?:of|for|[Tt]he|at|in|to|des?|du|del|[Ll][ae]s?|los|el)(?!\w)|[ldLD]['’])")
_LONGEST = 12  # words
MOST_FORMS = 16

Key = tuple[str, ...]


class OfficeNames:
    """The titles and bodies of the authority files, by the stems of their words without those between them."""

    def __init__(self, authority: Authority) -> None:
        self._offices = offices_of(authority)
        self._titles = {_key(form): form for form in self._offices.forms}
        self._bodies: defaultdict[Key, set[str]] = defaultdict(set)
        for entry in authority.entries:
            if entry.name in self._offices.bodies:
                for form in (*entry.forms, *entry.adjectives):
                    self._bodies[_key(form)].add(entry.name)

    def read(self, typed: str) -> DisMax | Phrase | None:
        """The offices that are called so, each as the words that it is indexed by; None where none is."""
        key = _key(typed)
        meant = tuple(self._meant(key)) or tuple(f", {body}" for body in sorted(self._bodies.get(key, ())))
        found = {office_terms(each): each for each in meant}
        first, *others = (Phrase(terms, "office", typed=each) for terms, each in found.items()) if found else (None,)
        if first is None:
            return None
        itself = replace(first, typed=typed)
        return DisMax((itself, *others[:MOST_FORMS]), typed=typed) if others else itself

    def _meant(self, typed: Key) -> Iterator[str]:
        if len(typed) > _LONGEST:
            return
        if typed in self._titles:
            yield from self._offices.called(self._titles[typed])
            return
        for at, end in combinations(range(len(typed) + 1), 2):
            if typed[at:end] in self._titles:
                yield from self._offices.called(self._titles[typed[at:end]], self._named(typed, at, end))

    def _named(self, typed: Key, at: int, end: int) -> Iterator[str]:
        """The bodies beside the title, which stand on one side of it or around it: генсек ООН, the UN High Commissioner
        for Refugees."""
        beside = typed if at and typed[end:] else typed[:at] or typed[end:]
        yield from sorted({*self._bodies.get(beside, ()), *self._bodies.get(typed, ())})


def _key(words: str) -> Key:
    return tuple(map(stem, analysis.terms(_BETWEEN.sub(" ", words))))
