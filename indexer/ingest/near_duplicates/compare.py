"""Articles that repeat another one: the same story with light edits, or a cut of it.

An article is sketched as the smallest hashes of its runs of three words, so that two articles are compared in
constant time and candidates are found by the hashes they share, never by comparing all pairs. Wording alone
would join the members of a series ("treasury balances rose on March 5", "… on March 12"), so the numbers and the
names of the two have to agree as well, and articles far apart in time have to agree nearly word for word.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

import numpy as np

from indexer.ingest.near_duplicates.minhash import SKETCH_SIZE, Ints, Sketch, distinct
from indexer.ingest.near_duplicates.overlap import Overlaps
from indexer.ingest.near_duplicates.store import Sketched, Sketches
from indexer.ingest.near_duplicates.wordings import LEAST, Wordings

GROUP = 1000  # articles that are settled along with those that changed
_AT_ONCE = 4000  # articles of which it is found out together which others share something with them
_PAIRS = 16_000  # of those, compared in one step

# In shingles of three words of the shorter article:
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
_LEAST_SHARE = min(_SHORT_TEXT.share, _LONG_TEXT.share, _MOST, _NEARLY_ALL)


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """Which article is repeated, and how much of the shorter one of the two (0 to 1) stands in the other."""

    original: str
    similarity: float


def find_all(articles: Sequence[Sketched], store: Sketches) -> dict[str, list[NearDuplicate]]:
    """For each the articles that are alike, most similar first, in whatever order the store was filled."""
    found: dict[str, list[NearDuplicate]] = {each.id: [] for each in articles}
    for one, other in chain(_likely(articles, store), _same(articles, store)):
        if similarity := similarity_of(one, other):
            found[one.id].append(NearDuplicate(other.id, similarity))
    for repeats in found.values():
        repeats.sort(key=lambda each: (-each.similarity, each.original))
    return found


def _likely(articles: Sequence[Sketched], store: Sketches) -> Iterator[tuple[Sketched, Sketched]]:
    """Pairs worth comparing in full, without what is common of them: most articles that share some hashes share
    little else."""
    found = store.candidates(articles)
    for start in range(0, len(found.article), _PAIRS):
        part = slice(start, start + _PAIRS)
        yield from _likely_of(articles, found.article[part], found.other[part], store)


def _likely_of(
    articles: Sequence[Sketched], one: Ints, other: Ints, store: Sketches
) -> Iterator[tuple[Sketched, Sketched]]:
    asked, wanted = distinct(one), distinct(other)
    sketches = [*(articles[nth].sketch for nth in asked.tolist()), *store.sketches(wanted)]
    overlaps = Overlaps(Wordings.of(sketches).own(store.common))
    left, right = np.searchsorted(asked, one), len(asked) + np.searchsorted(wanted, other)
    shorter, longer = overlaps.shingle_counts(left, right)
    likely = overlaps.containment_bound(left, right) >= _LEAST_SHARE
    likely &= shorter >= np.maximum(LEAST, _SMALLEST_SHARE * longer)
    pairs = list(zip(one[likely].tolist(), other[likely].tolist(), strict=True))
    ours = {nth: store.own(articles[nth]) for nth in {nth for nth, _ in pairs}}
    theirs = {number: store.own(each) for number, each in store.numbered({number for _, number in pairs}).items()}
    yield from ((ours[nth], theirs[number]) for nth, number in pairs)


def _same(articles: Sequence[Sketched], store: Sketches) -> Iterator[tuple[Sketched, Sketched]]:
    pairs = store.same_wording(articles)
    others = store.numbered({number for _, number in pairs})
    yield from ((articles[nth], others[number]) for nth, number in pairs)


def similarity_of(one: Sketched, other: Sketched) -> float:
    """The share of the shorter one's wording that the other has; 0 where they are different articles."""
    a, b = one.sketch, other.sketch
    if min(a.size, b.size) < max(LEAST, _SMALLEST_SHARE * max(a.size, b.size)):
        return 0.0
    shared = containment(a, b)
    same = _same_matter(a, b, min(one.own, other.own)) and not _are_of_two_days(one, other)
    return shared if shared >= _wanted(one, other) and same else 0.0


def _are_of_two_days(one: Sketched, other: Sketched) -> bool:
    """Of a daily bulletin only the figures differ: two short articles under one title, each with some of its own."""
    a, b = one.sketch, other.sketch
    if min(a.size, b.size) >= _LONG or not a.title or a.title != b.title:
        return False
    own, others = {*a.numbers}, {*b.numbers}
    return _days_apart(one.published, other.published) > 0 and bool(own - others) and bool(others - own)


def _same_matter(a: Sketch, b: Sketch, own: float) -> bool:
    size = min(a.size, b.size)
    allowed = _LONG_TEXT if size >= _LONG else _SHORT_TEXT
    titled = size >= _TITLED or _agree(a.title, b.title, 0.4, allowed.spare)
    numbers = _agree(a.numbers, b.numbers, allowed.numbers, allowed.spare, own)
    return titled and numbers and _agree(a.names, b.names, allowed.names, allowed.spare, own)


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


def containment(one: Sketch, other: Sketch) -> float:
    """How much of the smaller text's wording is in the other, estimated from the smallest hashes of both."""
    a, b = one.hashes, other.hashes
    seen, other_seen = _comparable(
        a, b, [kept[-1] for kept, each in ((a, one), (b, other)) if each.size > len(kept) > 0]
    )
    return len(seen & other_seen) / max(1, min(len(seen), len(other_seen)))


def _agree(one: Sequence[int], other: Sequence[int], missing: float, spare: int, own: float = 1.0) -> bool:
    """Whether nearly all of the smaller set is in the other; a single one has to be, unless there is one to spare.

    What stands below many articles agrees anyway, and excuses nothing: `own` is the share that does not stand there.
    """
    seen, other_seen = _comparable(one, other, [kept[-1] for kept in (one, other) if len(kept) >= SKETCH_SIZE])
    fewer = min(len(seen), len(other_seen))
    missed = fewer - len(seen & other_seen)
    return missed <= (spare if fewer == 1 else max(1, int(missing * own * fewer)))


def _comparable(one: Sequence[int], other: Sequence[int], ends: Sequence[int]) -> tuple[set[int], set[int]]:
    """Both up to the hash where the first of them was cut off: fair samples of what they were made from."""
    if not ends:
        return set(one), set(other)
    end = min(ends)
    return {hashed for hashed in one if hashed <= end}, {hashed for hashed in other if hashed <= end}


def settle(changed: Iterable[str], store: Sketches) -> dict[str, NearDuplicate | None]:
    """What each article repeats (None: nothing), for the changed ones and all that hang together with them.

    An article points to the first published of those it is alike with that repeat nothing themselves, so an
    original is never itself a repeat, and the result depends on the articles only, not on their order of arrival.
    For a removed article pass the ids that `find_all` gave for it before.
    """
    near = _web(changed, store)
    ranks = {each.id: each.rank for each in near}
    settled: dict[str, NearDuplicate | None] = {}
    for article in sorted(near, key=lambda each: each.rank):
        originals = [each for each in near[article] if each.original in settled and settled[each.original] is None]
        settled[article.id] = min(originals, key=lambda each: ranks[each.original], default=None)
    return settled


def _web(changed: Iterable[str], store: Sketches) -> dict[Sketched, list[NearDuplicate]]:
    """Each round takes what was found near in the one before."""
    near: dict[Sketched, list[NearDuplicate]] = {}
    seen: set[str] = set()
    wave = list(dict.fromkeys(changed))
    most = len(wave) + GROUP
    while wave:
        seen.update(wave)
        found: list[str] = []
        for known, repeats in _found(wave, store):
            near[known] = repeats
            if len(near) < most:
                found.extend(each.original for each in repeats)
        wave = [each for each in dict.fromkeys(found) if each not in seen]
    return near


def _found(articles: list[str], store: Sketches) -> Iterator[tuple[Sketched, list[NearDuplicate]]]:
    for start in range(0, len(articles), _AT_ONCE):
        known = store.sketched(articles[start : start + _AT_ONCE])
        found = find_all(known, store)
        yield from ((each, found[each.id]) for each in known)
