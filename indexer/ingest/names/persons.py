"""People as written folded into people: within the article first, then against the authority files."""

from collections import defaultdict
from collections.abc import Iterable

from indexer.ingest.authority import Authority, Entry
from indexer.ingest.authority.words import Words, read_words
from indexer.ingest.names.known import bare
from indexer.ingest.names.people import Person
from indexer.ingest.names.span import Span


class Roll:
    """The people of one article by surname, known people of the authority behind them."""

    def __init__(self, words: Words, authority: Authority, bodies: Iterable[str]) -> None:
        self._words = words
        self._bodies = frozenset(bodies)
        self._authority = authority
        self._known = _by_surname(authority)
        self._here: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)

    def add(self, name: str, given: tuple[str, ...], surname: str) -> None:
        self._here[surname].setdefault(name, given)

    def name_of(self, person: Person) -> str:
        """The display name, or "" where nothing says who is meant."""
        surname = "".join(person.surname)
        here = [name for name, given in self._here[surname].items() if _agree(person.given, given)]
        if len(here) == 1:
            return here[0]
        if here or (not person.given and self._here[surname]):
            return ""
        return self._known_name(person, surname) or self._written(person)

    def _known_name(self, person: Person, surname: str) -> str:
        agreeing = [entry for entry in self._known.get(surname, ()) if _agree(person.given, _given(entry))]
        if not person.given:
            agreeing = [entry for entry in agreeing if self._is_near(entry)]
        return agreeing[0].name if len(agreeing) == 1 else ""

    def _is_near(self, entry: Entry) -> bool:
        return any(office.body in self._bodies for office in entry.offices)

    def _written(self, person: Person) -> str:
        if not person.given:
            return ""
        written = self._words.text[self._words.starts[person.first] : self._words.ends[person.last]]
        return bare(" ".join(written.split()))


def people_in(
    words: Words, known: list[Span], read: list[Person], authority: Authority, bodies: Iterable[str]
) -> list[Span]:
    """Spans of people in reading order: the fullest names are settled first, the shorter ones after them."""
    roll = Roll(words, authority, bodies)
    for span in known:
        entry = authority.entry("person", span.name)
        if entry:
            roll.add(entry.name, _given(entry), _surname(entry))
    spans = list(known)
    for person in sorted(read, key=_fullness, reverse=True):
        name = roll.name_of(person)
        if name:
            roll.add(name, person.given, "".join(person.surname))
            spans.append(Span("person", name, person.first, person.last))
    return sorted(spans, key=lambda span: span.first)


def _fullness(person: Person) -> tuple[int, int]:
    return (sum(len(name) > 1 for name in person.given), sum(map(len, person.given)))


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether both can be the same person's given names: equal, or an initial of the other; none agrees with all."""
    return all(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in zip(one, other, strict=False))


def _by_surname(authority: Authority) -> dict[str, list[Entry]]:
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in authority.entries:
        if entry.kind == "person":
            found[_surname(entry)].append(entry)
    return dict(found)


def _surname(entry: Entry) -> str:
    return "".join(read_words(entry.surname or entry.name.split()[-1]).folded)


def _given(entry: Entry) -> tuple[str, ...]:
    surname = read_words(entry.surname or entry.name.split()[-1]).folded
    return tuple(word for word in read_words(entry.name).folded if word not in surname)
