"""Who held which office on a date, as far as the authority files surely know it."""

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from indexer.article import PartialDate
from indexer.authority import Authority
from indexer.authority.entry import Entry
from indexer.authority.titles import TitleForms
from indexer.authority.words import name_key
from indexer.text import analysis

_DATE = re.compile(r"[12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?)?")
_EDGE = "="  # no word is this
_LAST_DAY = 9999_99_99


@dataclass(frozen=True, slots=True)
class Term:
    """`person` held `title` at `body`; days as yyyymmdd. Surely from `begun` to `ending`, perhaps from `earliest` to
    `latest`: a month or a year may begin and end it on any of its days."""

    person: str
    title: str
    body: str
    earliest: int
    begun: int
    ending: int
    latest: int

    @property
    def office(self) -> str:
        return f"{self.title}, {self.body}" if self.body else self.title


class Offices:
    """Of one authority. Dates are yyyy, yyyy-mm or yyyy-mm-dd, and "" for one that nobody knows.

    `bodies`: those with an office that somebody is known to have held.
    """

    def __init__(self, authority: Authority) -> None:
        self._by_person: defaultdict[str, list[Term]] = defaultdict(list)
        self._by_office: defaultdict[tuple[str, str], list[Term]] = defaultdict(list)
        for term in _terms(authority.entries):
            self._by_person[term.person].append(term)
            self._by_office[name_key(term.title), term.body].append(term)
        self.bodies = frozenset(body for _, body in self._by_office if body)
        self.titles = TitleForms(authority.office_titles)
        self._alone_at: dict[tuple[str, ...], frozenset[str]] = {}

    def holder(self, title: str, body: str, date: str) -> str:
        """The only one who can have held the office, called by any of its names, throughout the days of the date; ""
        where that is not sure."""
        first, last = _days(date)
        terms = self._terms_of(title, body) if date else ()
        perhaps = [each for each in terms if each.earliest <= last and first <= each.latest]
        sure = any(each.begun <= first and last <= each.ending for each in perhaps)
        return perhaps[0].person if sure and len({each.person for each in perhaps}) == 1 else ""

    def held(self, person: str, date: str) -> tuple[str, ...]:
        """What the person surely was throughout the days of the date: "Secretary General, CSTO"."""
        first, last = _days(date)
        terms = self._by_person.get(person, ()) if date else ()
        return tuple(dict.fromkeys(each.office for each in terms if each.begun <= first and last <= each.ending))

    def called(self, title: str, bodies: Iterable[str] | None = None) -> tuple[str, ...]:
        """The offices of these bodies that have the title as one of their names; without bodies the titles, of which
        one that is written so stands for itself alone."""
        keys = self.titles.meant_by(title) or {name_key(title)}
        if bodies is None:
            held = {key: terms[0].title for (key, _), terms in self._by_office.items()}
            own = name_key(title)
            return (held[own],) if own in held else tuple(held[key] for key in sorted(keys) if key in held)
        found = (self._by_office.get((key, body)) for body in bodies for key in sorted(keys))
        return tuple(terms[0].office for terms in found if terms)

    def has(self, title: str, body: str) -> bool:
        return any(self._terms_of(title, body))

    def _terms_of(self, title: str, body: str) -> Iterator[Term]:
        for key in self.titles.meant_by(title):
            yield from self._by_office.get((key, body), ())

    def alone_at(self, bodies: tuple[str, ...]) -> frozenset[str]:
        """The keys of titles that may stand without their body, of those that one of these bodies has."""
        if bodies not in self._alone_at:
            keys = (key for key in self.titles.alone for body in bodies if (key, body) in self._by_office)
            self._alone_at[bodies] = frozenset(keys)
        return self._alone_at[bodies]

    @property
    def forms(self) -> frozenset[str]:
        """All titles that somebody has had, and the other names of them."""
        return self.titles.forms.union(term.title for terms in self._by_office.values() for term in terms)


@lru_cache(maxsize=10_000)
def office_terms(office: str) -> tuple[str, ...]:
    """What "Secretary General, CSTO" is indexed by. The title stands between marks, so that a phrase with them is never
    found in that of a deputy. ", CSTO" stands for any office of it."""
    title, _, body = office.partition(", ")
    return (*analysis.terms(body), _EDGE, *((*analysis.terms(title), _EDGE) if title else ()))


@lru_cache(maxsize=4)
def offices_of(authority: Authority) -> Offices:
    return Offices(authority)


def _terms(entries: Iterable[Entry]) -> Iterator[Term]:
    for entry in entries:
        for office in entry.offices if entry.kind == "person" else ():
            (earliest, begun), (ending, latest) = _days(office.start), _days(office.end)
            yield Term(
                entry.name,
                office.title,
                office.body,
                earliest=earliest,
                begun=begun or _LAST_DAY,
                ending=ending or (_LAST_DAY if office.start else 0),
                latest=latest or _LAST_DAY,
            )


@lru_cache(maxsize=10_000)
def _days(value: str) -> tuple[int, int]:
    """The first and the last day that a partial date can be, as yyyymmdd; 0 where it tells none."""
    when = PartialDate(value if _DATE.fullmatch(value) else "")
    year, month, day = when.last_day // 10_000, when.last_day // 100 % 100, when.last_day % 100
    return when.first_day, when.last_day - max(0, day - monthrange(year, month)[1]) if year else 0
