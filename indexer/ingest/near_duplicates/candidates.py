"""Which articles may be like each of many: those that share several of the hashes that few have."""

from dataclasses import dataclass

import numpy as np

from indexer.ingest.near_duplicates.minhash import Ints
from indexer.ingest.near_duplicates.postings import Inverted
from indexer.ingest.near_duplicates.segments import spread

SHARED = 2  # so many uncommon hashes; nearly all articles share a single one with somebody


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of an article (its place among those asked for) and the number of another one, article by article."""

    article: Ints
    other: Ints


def candidates(numbers: Ints, row: Ints, hashes: Ints, postings: Inverted) -> Candidates:
    """For each article (its number; -1 where it has none) the others that share enough of its indexed hashes, which
    are given as pairs of its place and a hash.

    All are asked for together, because many share a hash: it is looked up once.
    """
    distinct, which = np.unique(hashes, return_inverse=True)
    held = postings.holders(distinct)
    lengths = np.bincount(held.at, minlength=len(distinct))
    many = lengths[which]
    article = np.repeat(row, many)
    other = held.articles[spread((np.cumsum(lengths) - lengths)[which], many)]
    return _several(article, other, numbers)


def _several(article: Ints, other: Ints, numbers: Ints) -> Candidates:
    span = int(other.max(initial=0)) + 1
    foreign = other != numbers[article]
    pairs, times = np.unique(article[foreign] * span + other[foreign], return_counts=True)
    return Candidates(*np.divmod(pairs[times >= SHARED], span))
