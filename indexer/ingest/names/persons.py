"""People as written folded into people: within the article first, then against the authority files."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from indexer.authority import Authority, Entry
from indexer.authority.words import SAME, Words, folded_words, is_plain, read_words
from indexer.ingest.names.evidence import HONORIFICS
from indexer.ingest.names.gazetteer import bare
from indexer.ingest.names.people import Person
from indexer.ingest.names.repeated import repeated
from indexer.ingest.names.runs import PARTICLES
from indexer.ingest.names.span import Span, covered

# More people of one surname in one article are told apart by nothing.
_MOST_BEARERS = 20
_DOUBLE = re.compile(r"(\w)\1+")


class PersonResolver:
    """The people of one article by surname, the known people of the authority files behind them."""

    def __init__(self, words: Words, authority: Authority, named: Iterable[str]) -> None:
        self._words = words
        self._named = frozenset(named)
        self._known = _by_surname(authority)
        self._here: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
        self._by_first: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, name: str, names: tuple[str, ...]) -> None:
        bearers = self._here[names[-1]]
        if len(bearers) < _MOST_BEARERS:
            bearers.setdefault(name, names)
        self._by_first[names[0]].add(name)

    def only_surnames(self) -> dict[tuple[str, ...], str]:
        """Surnames that one person of the article bears, and whose."""
        return {(surname,): next(iter(names)) for surname, names in self._here.items() if len(names) == 1}

    def name_of(self, person: Person) -> str:
        """The display name, or "" where nothing says who is meant."""
        if person.names[:-1] == ("m",):  # "M. Guterres" is a monsieur where no M. Guterres is known
            return self.name_of(person._replace(names=person.names[1:], title="monsieur"))
        bearers = self._here.get(person.names[-1], {})
        if len(bearers) == _MOST_BEARERS:
            return self._written(person)
        here = [name for name, names in bearers.items() if _agree(person.names, names)]
        if len(here) == 1:
            return here[0]
        if bearers and (here or len(person.names) == 1):
            return ""
        return self._by_first_name(person) or self._known_name(person) or self._written(person)

    def _by_first_name(self, person: Person) -> str:
        """Whom "Mr Tan" means: the one Tan Weiling of the article."""
        names = self._by_first.get(person.names[0], set()) if person.title in HONORIFICS else set()
        return next(iter(names)) if len(names) == 1 and len(person.names) == 1 else ""

    def _known_name(self, person: Person) -> str:
        known = self._known.get(person.names[-1], {})
        whole = len(person.names) > 1  # "Ivanka Haldane" is nobody of whom only "Haldane" fits
        agreeing = [
            entry
            for entry, forms in known.items()
            if any(_agree(person.names, names) for names in forms if not whole or len(names) > 1)
        ]
        if len(person.names) == 1:
            holding = [entry for entry in agreeing if self._holds(entry, person.title)]
            agreeing = holding or [entry for entry in agreeing if person.alone and _ever_held(entry, person.title)]
        return agreeing[0].name if len(agreeing) == 1 else ""

    def _holds(self, entry: Entry, title: str) -> bool:
        """Whether the entry has an office of this title at a body or state that the article names."""
        offices = [office for office in entry.offices if office.body in self._named]
        return any(title in HONORIFICS or title in office.title.lower().split() for office in offices)

    def _written(self, person: Person) -> str:
        if len(person.names) == 1:
            return self._surname(person)
        if not person.sure:
            return ""
        written = self._words.text[self._words.starts[person.first] : self._words.ends[person.last]]
        return bare(" ".join(written.split()))

    def _surname(self, person: Person) -> str:
        """Of "Senator Haldane" the surname, unless the one known Haldane was no senator; of "President Haldanes" the
        one that the article has without an s."""
        if not person.alone or len(self._known.get(person.names[-1], ())) == 1:
            return ""
        written = bare(self._words.written[person.last])
        return written[:-1] if written[-1] == "s" and written[:-1] in self._here_written else written

    @cached_property
    def _here_written(self) -> frozenset[str]:
        return frozenset(self._words.written)


def _ever_held(entry: Entry, title: str) -> bool:
    return any(title in office.title.lower().split() for office in entry.offices)


def people_in(
    words: Words, known: list[Span], read: list[Person], authority: Authority, named: Iterable[str]
) -> list[Span]:
    """Spans in reading order. The fullest names are settled first; `named` are the bodies and places of the article."""
    roll = PersonResolver(words, authority, named)
    for span in known:
        if entry := authority.entry("person", span.name):
            roll.add(entry.name, _names(entry, entry.name))
    spans = list(known)
    for person in sorted(read, key=_fullness, reverse=True):
        if name := roll.name_of(person):
            if len(person.names) > 1 or person.alone:
                roll.add(name, person.names)
            spans.append(Span("person", name, person.first, person.last))
    spans.extend(_by_surname_alone(words, roll, covered(spans)))
    return sorted(spans, key=lambda span: span.first)


def _by_surname_alone(words: Words, roll: PersonResolver, taken: set[int]) -> Iterator[Span]:
    """A surname without a title, where one person of the article is called so."""
    for first, last, name in repeated(words, roll.only_surnames()):
        if first not in taken and not _is_in_a_run(words, first):
            yield Span("person", name, first, last)


def _is_in_a_run(words: Words, index: int) -> bool:
    """Another capitalised word follows: "Baker Hughes"."""
    after = index + 1
    follows = after < len(words.written) and words.gaps[after] == SAME and words.written[after][0].isupper()
    return follows and bare(words.written[index]) == words.written[index]


def _fullness(person: Person) -> tuple[int, int, bool]:
    return (sum(len(name) > 1 for name in person.names), len(person.names), person.sure)


@lru_cache(maxsize=4)
def _by_surname(authority: Authority) -> dict[str, dict[Entry, list[tuple[str, ...]]]]:
    """Last surname word to the people who bear it, each with the names under which they are written."""
    found: defaultdict[str, dict[Entry, list[tuple[str, ...]]]] = defaultdict(dict)
    for entry in authority.entries:
        for form in entry.forms if entry.kind == "person" else ():
            names = _names(entry, form)
            found[names[-1]].setdefault(entry, []).append(names)
    return dict(found)


def _names(entry: Entry, form: str) -> tuple[str, ...]:
    """A written form's words, the surname last: it begins or ends with the surname as the display name does."""
    words = folded_words(form.split(" ")) if is_plain(form) else read_words(form).folded
    surname = read_words(entry.surname).folded if entry.surname else []
    if surname and read_words(entry.name).folded[: len(surname)] == surname:
        return (*words[len(surname) :], *words[: len(surname)])
    return tuple(words)


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two ways of writing can be one person: folded names, surname last. True where one ends with the other, or
    initials and given names go together: of the given names none is against the other."""
    short, long = sorted((one, other), key=len)
    if short[-1] != long[-1]:
        return False
    return long[-len(short) :] == short or all(map(_fits, _given(one), _given(other)))


def _given(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names[:-1] if len(name) == 1 or name not in PARTICLES)


def _fits(one: str, other: str) -> bool:
    return one[0] == other[0] if min(len(one), len(other)) == 1 else _sound(one) == _sound(other)


def _sound(name: str) -> str:
    """One spelling for the ways in which names are written in Latin letters: Yury, Yuriy, Yuri; Mohammed, Mohamed."""
    plain = name.replace("y", "i").replace("j", "i").replace("ks", "x")
    return _DOUBLE.sub(r"\1", plain)
