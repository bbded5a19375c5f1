"""People as written folded into people: within the article first, then against the authority files."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from indexer.ingest.authority import Authority, Entry
from indexer.ingest.authority.words import SAME, Words, read_words
from indexer.ingest.names.evidence import HONORIFICS
from indexer.ingest.names.known import bare
from indexer.ingest.names.people import Person
from indexer.ingest.names.repeated import repeated
from indexer.ingest.names.span import Span, covered

_DOUBLE = re.compile(r"(\w)\1+")


class Roll:
    """The people of one article by surname, the known people of the authority files behind them."""

    def __init__(self, words: Words, authority: Authority, named: Iterable[str]) -> None:
        self._words = words
        self._named = frozenset(named)
        self._known = _by_surname(authority)
        self._here: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)

    def add(self, name: str, given: tuple[str, ...], surname: str) -> None:
        self._here[surname].setdefault(name, given)

    def only_surnames(self) -> dict[str, str]:
        """Surnames that one person of the article bears, and whose."""
        return {surname: next(iter(names)) for surname, names in self._here.items() if len(names) == 1}

    def name_of(self, person: Person) -> str:
        """The display name, or "" where nothing says who is meant."""
        if person.given == ("m",):
            return self.name_of(replace(person, given=(), title="monsieur"))
        surname = "".join(person.surname)
        bearers = self._here.get(surname, {})
        here = [name for name, given in bearers.items() if _agree(person.given, given)]
        if len(here) == 1:
            return here[0]
        if bearers and (here or not person.given):
            return ""
        return self._known_name(person, surname) or self._written(person)

    def _known_name(self, person: Person, surname: str) -> str:
        known = self._known.get(surname, {})
        agreeing = [entry for entry, given in known.items() if any(_agree(person.given, each) for each in given)]
        if not person.given:
            agreeing = [entry for entry in agreeing if self._holds(entry, person.title)]
        return agreeing[0].name if len(agreeing) == 1 else ""

    def _holds(self, entry: Entry, title: str) -> bool:
        """Whether the entry has an office of this title at a body or state that the article names."""
        offices = [office for office in entry.offices if office.body in self._named]
        return any(title in HONORIFICS or title in office.title.lower().split() for office in offices)

    def _written(self, person: Person) -> str:
        if not person.given or not person.sure:
            return ""
        written = self._words.text[self._words.starts[person.first] : self._words.ends[person.last]]
        return bare(" ".join(written.split()))


def people_in(
    words: Words, known: list[Span], read: list[Person], authority: Authority, named: Iterable[str]
) -> list[Span]:
    """Spans in reading order. The fullest names are settled first; `named` are the bodies and places of the article."""
    roll = Roll(words, authority, named)
    for span in known:
        entry = authority.entry("person", span.name)
        if entry:
            roll.add(entry.name, *_halves(entry, entry.name))
    spans = list(known)
    for person in sorted(read, key=_fullness, reverse=True):
        name = roll.name_of(person)
        if name:
            if person.given:
                roll.add(name, person.given, "".join(person.surname))
            spans.append(Span("person", name, person.first, person.last))
    spans.extend(_by_surname_alone(words, roll, covered(spans)))
    return sorted(spans, key=lambda span: span.first)


def _by_surname_alone(words: Words, roll: Roll, taken: set[int]) -> Iterator[Span]:
    """ "Alimov" where one person of the article is called so."""
    surnames: dict[tuple[str, ...], str] = {(surname,): name for surname, name in roll.only_surnames().items()}
    for first, last, name in repeated(words, surnames):
        if first not in taken and not _is_in_a_run(words, first):
            yield Span("person", name, first, last)


def _is_in_a_run(words: Words, index: int) -> bool:
    """Other capitalised words stand beside it: "Baker Hughes", "Mount Lukman"."""
    after = index + 1
    follows = after < len(words.written) and words.gaps[after] == SAME and words.written[after][0].isupper()
    return bool(follows and bare(words.written[index]) == words.written[index])


def _fullness(person: Person) -> tuple[int, int, int]:
    return (sum(len(name) > 1 for name in person.given), sum(map(len, person.given)), person.sure)


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether both can be one person's given names: equal, or one the initial of the other; none agrees with all."""
    return all(
        a[0] == b[0] if min(len(a), len(b)) == 1 else _sound(a) == _sound(b) for a, b in zip(one, other, strict=False)
    )


def _sound(name: str) -> str:
    """One spelling for the ways in which names are written in Latin letters: Yury, Yuriy, Yuri; Mohammed, Mohamed."""
    plain = name.replace("y", "i").replace("j", "i").replace("ks", "x")
    return _DOUBLE.sub(r"\1", plain)


@lru_cache(maxsize=4)
def _by_surname(authority: Authority) -> dict[str, dict[Entry, list[tuple[str, ...]]]]:
    """Surname to the people who bear it, each with the given names under which they are written."""
    found: defaultdict[str, dict[Entry, list[tuple[str, ...]]]] = defaultdict(dict)
    for entry in authority.entries:
        for form in entry.forms if entry.kind == "person" else ():
            given, surname = _halves(entry, form)
            if given:
                found[surname].setdefault(entry, []).append(given)
    return dict(found)


def _halves(entry: Entry, form: str) -> tuple[tuple[str, ...], str]:
    """Given names and surname of a written form: it begins or ends with the surname as the display name does."""
    name, surname = read_words(entry.name).folded, read_words(entry.surname or entry.name.split()[-1]).folded
    words, length = read_words(form).folded, len(surname)
    if name[:length] == surname:
        return tuple(words[length:]), "".join(words[:length])
    return tuple(words[:-length]), "".join(words[-length:])
