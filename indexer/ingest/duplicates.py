"""Articles that repeat another one: the same story with light edits, or a cut of it.

An article is sketched as the smallest hashes of its runs of three words, so that two articles are compared in
constant time and candidates are found by the hashes they share, never by comparing all pairs. Wording alone
would join the members of a series ("treasury balances rose on March 5", "… on March 12"), so the numbers and the
names of the two have to agree as well, and articles far apart in time have to agree nearly word for word.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from indexer.ingest.sketch import KEPT, Sketch

POSTED = 24  # smallest marks under which a sketch is found again
HOLDERS = 64  # articles looked at for one mark, so that a phrase that every article has costs no more than another
CANDIDATES = 32  # most promising articles that are compared in full
GROUP = 1000  # articles of one web of repeats that are settled together

# In runs of three words of the shorter article:
_LEAST = 6  # below this a text says too little to be recognised
_SHORT = 16  # below this an edited copy is recognised only under the same title
_TITLED = 24  # below this titles that are known have to agree
_LONG = 80  # from here the wording outweighs a number or a name that differs
_NEARLY_ALL, _MOST = 0.95, 0.85
_DAYS = 14
_SMALLEST_SHARE = 0.2  # a digest that holds an article in a tenth of its length does not repeat it


@dataclass(frozen=True, slots=True)
class _Allowed:
    """The share of the wording that has to be the same, the shares of numbers and names that may be missing, and how
    many of them where there is but one."""

    share: float
    numbers: float
    names: float
    spare: int


_SHORT_TEXT = _Allowed(share=0.6, numbers=0.3, names=0.25, spare=0)
_LONG_TEXT = _Allowed(share=0.53, numbers=0.45, names=0.35, spare=1)


@dataclass(frozen=True, slots=True)
class Sketched:
    """An article as this module knows it. `published` is a partial date, empty where unknown."""

    id: str
    published: str
    sketch: Sketch

    @property
    def rank(self) -> tuple[str, str]:
        """The first published comes first, then the smaller id; an unknown date comes last."""
        return (self.published or "~", self.id)


@dataclass(frozen=True, slots=True)
class Repeat:
    """Which article is repeated, and how much of the shorter one of the two (0 to 1) stands in the other."""

    original: str
    similarity: float


class Store(Protocol):
    """Sketched articles, kept somewhere."""

    def sketched(self, article: str) -> Sketched | None: ...

    def holders(self, mark: int, limit: int) -> Iterable[str]:
        """The first ids, in their own order, of the articles that have the mark among their `POSTED` smallest."""
        ...


def find(article: Sketched, store: Store) -> list[Repeat]:
    """The articles that are alike, most similar first; the same for any order in which the store was filled."""
    shared: Counter[str] = Counter()
    for mark in article.sketch.marks[:POSTED]:
        shared.update(store.holders(mark, HOLDERS))
    shared.pop(article.id, None)
    best = sorted(shared, key=lambda other: (-shared[other], other))[:CANDIDATES]
    pairs = ((other, store.sketched(other)) for other in best)
    found = [Repeat(other, alike(article, known)) for other, known in pairs if known is not None]
    return sorted((each for each in found if each.similarity), key=lambda each: (-each.similarity, each.original))


def alike(one: Sketched, other: Sketched) -> float:
    """The share of the shorter one's wording that the other has; 0 where they are different articles."""
    a, b = one.sketch, other.sketch
    if min(a.size, b.size) < max(_LEAST, _SMALLEST_SHARE * max(a.size, b.size)):
        return 0.0
    shared = share(a.marks, b.marks)
    return shared if shared >= _wanted(one, other) and _same_matter(a, b) else 0.0


def _same_matter(a: Sketch, b: Sketch) -> bool:
    size = min(a.size, b.size)
    allowed = _LONG_TEXT if size >= _LONG else _SHORT_TEXT
    titled = size >= _TITLED or _agree(a.title, b.title, 0.4, allowed.spare)
    numbers = _agree(a.numbers, b.numbers, allowed.numbers, allowed.spare)
    return titled and numbers and _agree(a.names, b.names, allowed.names, allowed.spare)


def _wanted(one: Sketched, other: Sketched) -> float:
    size = min(one.sketch.size, other.sketch.size)
    if size < _SHORT and not (one.sketch.title and one.sketch.title == other.sketch.title):
        return _NEARLY_ALL
    if _days_apart(one.published, other.published) > _DAYS:
        return _MOST
    return (_LONG_TEXT if size >= _LONG else _SHORT_TEXT).share


def _days_apart(one: str, other: str) -> int:
    if len(one) < 10 or len(other) < 10:
        return 0
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def share(one: Sequence[int], other: Sequence[int]) -> float:
    """How much of the smaller set is in the other, estimated from the smallest hashes of both."""
    seen, other_seen = _comparable(one, other)
    return len(seen & other_seen) / max(1, min(len(seen), len(other_seen)))


def _agree(one: Sequence[int], other: Sequence[int], missing: float, spare: int) -> bool:
    """Whether nearly all of the smaller set is in the other; a single one has to be, unless there is one to spare."""
    seen, other_seen = _comparable(one, other)
    fewer = min(len(seen), len(other_seen))
    missed = fewer - len(seen & other_seen)
    return missed <= (spare if fewer == 1 else max(1, int(missing * fewer)))


def _comparable(one: Sequence[int], other: Sequence[int]) -> tuple[set[int], set[int]]:
    """Both sketches up to the hash where the first of them was cut off: fair samples of what they were made from."""
    ends = [kept[-1] for kept in (one, other) if len(kept) >= KEPT]
    if not ends:
        return set(one), set(other)
    return {mark for mark in one if mark <= min(ends)}, {mark for mark in other if mark <= min(ends)}


def settle(changed: Iterable[str], store: Store) -> dict[str, Repeat | None]:
    """What each article repeats (None: nothing), for the changed ones and all that hang together with them.

    An article points to the first published of those it is alike with that repeat nothing themselves, so an
    original is never itself a repeat, and the result depends on the articles only, not on their order of arrival.
    For a removed article pass the ids that `find` gave for it before.
    """
    near = _web(changed, store)
    settled: dict[str, Repeat | None] = {}
    for article in sorted(near, key=lambda each: each.rank):
        originals = [each for each in near[article] if each.original in settled and settled[each.original] is None]
        ranks = {each.original: _rank(each.original, store) for each in originals}
        settled[article.id] = min(originals, key=lambda each: ranks[each.original], default=None)
    return settled


def _rank(article: str, store: Store) -> tuple[str, str]:
    known = store.sketched(article)
    return known.rank if known else ("~", article)


def _web(changed: Iterable[str], store: Store) -> dict[Sketched, list[Repeat]]:
    near: dict[Sketched, list[Repeat]] = {}
    seen: set[str] = set()
    queue = list(dict.fromkeys(changed))
    for article in _each(queue, seen):
        known = store.sketched(article)
        if known is not None:
            near[known] = find(known, store)
            if len(near) < GROUP:
                queue.extend(each.original for each in near[known])
    return near


def _each(queue: list[str], seen: set[str]) -> Iterator[str]:
    """Every id of a growing queue, once."""
    for article in queue:
        if article not in seen:
            seen.add(article)
            yield article
