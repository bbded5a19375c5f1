"""Which articles may be like each of many: those that share several of the hashes that few have."""

from dataclasses import dataclass

import numpy as np

from indexer.ingest.near_duplicates.minhash import Ints
from indexer.ingest.near_duplicates.postings import Inverted
from indexer.ingest.near_duplicates.segments import spread

SHARED = 2  # so many uncommon hashes; nearly all articles share a single one with somebody
# Of more candidates those that share most: what many quote is in many, and one that repeats an article shares more.
# One that shares so many hashes is never left out.
MOST, ENOUGH = 16, 5


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
    pairs, times = pairs[times >= SHARED], times[times >= SHARED]
    article, other = np.divmod(pairs, span)
    likely = times >= np.minimum(_least(article, times), ENOUGH)
    return Candidates(article[likely], other[likely])


def _least(article: Ints, times: Ints) -> Ints:
    """Of each pair how many hashes the candidates of its article have to share, so that there are at most `MOST`: the
    same whatever the order in which the others came."""
    order = np.lexsort((-times, article))
    first = np.flatnonzero(np.diff(article, prepend=-1))
    beyond = first + MOST  # of each article's pairs, most shared first, that which is one too many
    many = np.diff(first, append=len(article)) > MOST
    least = np.where(many, times[order][np.where(many, beyond, 0)] + 1, 0)
    each: Ints = least[np.cumsum(np.diff(article, prepend=-1) > 0) - 1]
    return each
