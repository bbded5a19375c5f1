"""Which articles have a hash: a log-structured merge of sorted segments, so that an update adds and rewrites little."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from indexer.ingest.near_duplicates.boilerplate import Common
from indexer.ingest.near_duplicates.minhash import HASH_BITS, Ints
from indexer.ingest.near_duplicates.segments import PART, Postings, Segment, Segments, spread

FACTOR = 8  # segments of like size that become one
_AT_ONCE = 16 * PART  # postings merged at a time
_END = 1 << HASH_BITS
_VALUE_BITS = 33  # of an article's number and whether it is gone


@dataclass(frozen=True, slots=True)
class Held:
    """`articles` are the numbers of those that have hash number `at` of those asked for, pair by pair in their order;
    none twice for one hash."""

    at: Ints
    articles: Ints


@dataclass(frozen=True, slots=True)
class _Answers:
    """What was asked already: distinct hashes in their order, how many articles have each, and their numbers."""

    hashes: Ints
    many: Ints
    articles: Ints

    def of(self, hashes: Ints) -> Held:
        """Hashes that were asked."""
        nth = np.searchsorted(self.hashes, hashes)
        many, first = self.many[nth], (np.cumsum(self.many) - self.many)[nth]
        return Held(np.repeat(np.arange(len(hashes)), many), self.articles[spread(first, many)])

    def lacks(self, hashes: Ints) -> Ints:
        nth = np.minimum(np.searchsorted(self.hashes, hashes), len(self.hashes) - 1)
        return hashes[self.hashes[nth] != hashes] if len(self.hashes) else hashes

    def without(self, hashes: Ints) -> "_Answers":
        kept = ~np.isin(self.hashes, hashes)
        return _Answers(self.hashes[kept], self.many[kept], self.articles[np.repeat(kept, self.many)])

    def with_more(self, hashes: Ints, held: Held) -> "_Answers":
        """And those that were not."""
        asked = np.concatenate([self.hashes, hashes])
        many = np.concatenate([self.many, np.bincount(held.at, minlength=len(hashes))])
        order = np.argsort(asked)
        articles = np.concatenate([self.articles, held.articles])
        return _Answers(asked[order], many[order], articles[spread((np.cumsum(many) - many)[order], many[order])])


_NOTHING = np.empty(0, np.int64)
_UNASKED = _Answers(_NOTHING, _NOTHING, _NOTHING)


class Inverted:
    """Says of each hash which articles have it, by their numbers; what was said last counts. Of common hashes nobody
    asks, and a merge forgets them."""

    def __init__(self, connection: sqlite3.Connection, common: Common) -> None:
        self._segments = Segments(connection)
        self._common = common
        self._answers = _UNASKED  # most of what a commit asks, it asks twice

    def add(self, hashes: Ints, articles: Ints, *, gone: bool = False) -> None:
        """Notes that each of the articles has the hash beside it or, where it is `gone`, has it no more."""
        if not len(hashes):
            return
        self._answers = self._answers.without(hashes)
        order = np.lexsort((articles, hashes))
        added = Postings(hashes[order], 2 * articles[order] + gone)
        known = self._segments.all()
        known.append(self._segments.write(known[-1].id + 1 if known else 0, iter([added])))
        while (start := _like(known)) < len(known):
            known[start:] = [self._merged(known[start:], oldest=not start)]

    def holders(self, hashes: Ints) -> Held:
        """Of distinct hashes in their order."""
        if len(new := self._answers.lacks(hashes)):
            self._answers = self._answers.with_more(new, self._looked_up(new))
        return self._answers.of(hashes)

    def _looked_up(self, hashes: Ints) -> Held:
        places, values = [], []
        for segment in self._segments.all():
            for at, many, found in self._segments.of(segment, hashes):
                places.append(np.repeat(at, many))
                values.append(found)
        if not places:
            return Held(_NOTHING, _NOTHING)
        said = _latest(np.concatenate(places), np.concatenate(values))
        there = said.values % 2 == 0
        return Held(said.hashes[there], said.values[there] // 2)

    def _merged(self, segments: list[Segment], *, oldest: bool) -> Segment:
        """The newest segments as one; that somebody is gone need not be said where nothing is older."""
        made = self._segments.write(segments[-1].id + 1, self._portions(segments, oldest=oldest))
        for segment in segments:
            self._segments.drop(segment)
        return made

    def _portions(self, segments: list[Segment], *, oldest: bool) -> Iterator[Postings]:
        for start, end in _ranges(segments):
            found = [self._segments.between(segment, start, end) for segment in segments]
            hashes = np.concatenate([each.hashes for each in found])
            said = _latest(hashes, np.concatenate([each.values for each in found]))
            kept = ~self._common.has(said.hashes)
            if oldest:
                kept &= said.values % 2 == 0
            if kept.any():
                yield Postings(said.hashes[kept], said.values[kept])


def _latest(hashes: Ints, values: Ints) -> Postings:
    """Sorted, and of each hash and article what stands last."""
    keys = (hashes << _VALUE_BITS) + (values & ~1)
    order = np.argsort(keys, kind="stable")
    last = np.ones(len(order), np.bool_)
    np.not_equal(keys[order[1:]], keys[order[:-1]], out=last[:-1])
    order = order[last]
    return Postings(hashes[order], values[order])


def _like(segments: list[Segment]) -> int:
    """From where on the segments should be one: `FACTOR` of like size, and what is newer, which is smaller."""
    levels = [_level(each.size) for each in segments]
    start = len(levels)
    for level in range(max(levels) + 1):
        first = next((nth for nth in range(len(levels), 0, -1) if levels[nth - 1] > level), 0)
        if levels[first:].count(level) >= FACTOR:
            start = first
    return start


def _level(size: int) -> int:
    return (max(size, 1).bit_length() - 1) // (FACTOR.bit_length() - 1)


def _ranges(segments: list[Segment]) -> Iterator[tuple[int, int]]:
    """Ranges of hashes with about `_AT_ONCE` postings each."""
    firsts = np.sort(np.concatenate([each.firsts for each in segments]))[:: _AT_ONCE // PART]
    bounds = [0, *np.unique(firsts[1:]).tolist(), _END]
    yield from pairwise(bounds)
