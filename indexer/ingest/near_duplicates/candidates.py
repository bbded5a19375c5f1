"""Which of the stored articles may be like each of many: those that share the most of their smallest hashes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

INDEXED_HASHES = 24  # smallest hashes under which a sketch is found again
# Articles looked at for one hash, so that a phrase that every article has costs no more than another.
MOST_POSTINGS = 64
CANDIDATES = 32  # most promising articles that are compared in full

Ints = NDArray[np.int64]
Holders = Callable[[Sequence[int], int], Sequence[Sequence[str]]]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of an article (its place among those asked for) and another one (its place in `ids`), article by
    article."""

    ids: list[str]
    article: Ints
    other: Ints


def candidates(articles: Sequence[str], indexed: Sequence[Sequence[int]], posting_lists: Holders) -> Candidates:
    """For each article, of which the `INDEXED_HASHES` smallest hashes are given, the others that share most of them,
    and of equals the smaller ids. `posting_lists(hashes, limit)` gives the first ids that have each hash.

    All are asked for together, because many share a hash: it is looked up once.
    """
    rows = np.repeat(np.arange(len(articles)), [len(each) for each in indexed])
    distinct, which = np.unique(np.array([*chain.from_iterable(indexed)], np.int64), return_inverse=True)
    held = posting_lists(distinct.tolist(), MOST_POSTINGS)
    ids = sorted({*chain.from_iterable(held)})
    number = {each: n for n, each in enumerate(ids)}
    found = np.fromiter(map(number.__getitem__, chain.from_iterable(held)), np.int64)
    own = np.array([number.get(each, -1) for each in articles], np.int64)
    pairs = _pairs(rows, which, np.fromiter(map(len, held), np.int64), found)
    return Candidates(ids, *_ranked(*pairs, own))


def _pairs(rows: Ints, which: Ints, lengths: Ints, found: Ints) -> tuple[Ints, Ints]:
    """A pair (row, article found) for each hash of each row and each article that has it; `found` holds the articles
    of the first hash, then of the second …, `lengths` of them each."""
    ends, many = np.cumsum(lengths), lengths[which]
    first = np.repeat((ends - lengths)[which] - (np.cumsum(many) - many), many)
    return np.repeat(rows, many), found[first + np.arange(len(first))]


def _ranked(row: Ints, other: Ints, own: Ints) -> tuple[Ints, Ints]:
    """The best `CANDIDATES` of each row, best first."""
    span = int(other.max(initial=0)) + 1
    pairs, times = np.unique(row * span + other, return_counts=True)
    row, other = np.divmod(pairs, span)
    foreign = other != own[row]
    row, other, times = row[foreign], other[foreign], times[foreign]
    order = np.lexsort((other, -times, row))
    row, other = row[order], other[order]
    place = np.arange(len(row)) - np.searchsorted(row, row)
    return row[place < CANDIDATES], other[place < CANDIDATES]
