"""From the rows that match a query to an answer: filters, order, a page of hits, and the counts beside the facets."""

from collections.abc import Callable
from functools import cached_property, lru_cache
from operator import itemgetter

import numpy as np
import numpy.typing as npt

from indexer.engines import bm25
from indexer.engines.engine import (
    MOST_REPEATS,
    FacetCount,
    FacetCounts,
    FacetWanted,
    Filter,
    Hit,
    SearchRequest,
    SearchResult,
)
from indexer.engines.whoosh.doc_values import DocValues
from indexer.engines.whoosh.facet_ordinals import FacetOrdinals, Ints, Mask
from indexer.engines.whoosh.scorer import Matches, Scorer
from indexer.fields import FacetField
from indexer.text.analysis import fold

_first_of = itemgetter(0)


class Collector:
    """Answers requests over one generation; sets of rows that filters stand for are kept from one to the next."""

    def __init__(self, doc_values: DocValues, scorer: Scorer, generation: str, live_docs: Mask) -> None:
        self.doc_values, self.scorer, self.generation, self.live_docs = doc_values, scorer, generation, live_docs
        self.having: Callable[[FacetField, frozenset[str]], Mask] = lru_cache(maxsize=256)(
            lambda field, values: doc_values.facets[field].having(values)
        )

    @cached_property
    def _stories(self) -> Ints:
        return self.doc_values.stories(self.live_docs)

    def search(self, request: SearchRequest) -> SearchResult:
        matches = self.scorer.match(request.query)
        base = self._base(matches, request)
        mask = self._narrowed(base, request.filters)
        hits, stories = self._page(matches, mask, request)
        facets = tuple(self._count(wanted, base, mask, request.filters) for wanted in request.facets)
        return SearchResult(int(mask.sum()), hits, facets, self.generation, stories)

    def _base(self, matches: Matches, request: SearchRequest) -> Mask:
        """The rows that pass all that holds for every facet: query, dates, exclusions."""
        mask = np.zeros(len(self.doc_values), dtype=bool)
        mask[matches.rows] = True
        if request.first is not None or request.last is not None:
            mask &= self.doc_values.dated(request.first, request.last)
        for each in request.filters:
            if each.exclude:
                mask &= ~self.having(each.field, each.exclude)
        return mask if request.among is None else mask & self._of(request.among)

    def _of(self, ids: frozenset[str]) -> Mask:
        mask = np.zeros(len(self.doc_values), dtype=bool)
        known = (self.doc_values.row(each, self.live_docs) for each in ids)
        mask[[row for row in known if row is not None]] = True
        return mask

    def _narrowed(self, base: Mask, filters: tuple[Filter, ...]) -> Mask:
        including = [self.having(each.field, each.include) for each in filters if each.include]
        return np.logical_and.reduce([base, *including]) if including else base

    def _page(self, matches: Matches, mask: Mask, request: SearchRequest) -> tuple[tuple[Hit, ...], int]:
        """Its hits, and how many there are on all pages."""
        chosen = mask[matches.rows]
        rows = matches.rows[chosen]
        ranks = (self.doc_values.oldest_rank if request.sort == "oldest" else self.doc_values.newest_rank)[rows]
        scores = matches.scores[chosen] if request.sort == "relevance" else np.zeros(len(rows))
        stories = self._stories[rows] if request.collapse else np.full(len(rows), -1, dtype=np.int32)
        best_first = _best_first(stories, scores, ranks)
        heads = _heads(stories, best_first)
        order = heads[_first(_tied(scores[heads]), ranks[heads], request.offset + request.limit)[request.offset :]]
        hits = (self._hit(int(at), rows, scores, _others(int(at), stories, best_first)) for at in order)
        return tuple(hits), len(heads)

    def _hit(self, at: int, rows: Ints, scores: np.ndarray, others: list[int]) -> Hit:
        values = self.doc_values
        is_repeat = [bool(values.originals[int(rows[each])]) for each in others]
        named = [values.ids[int(rows[each])] for _, each in sorted(zip(is_repeat, others, strict=True), key=_first_of)]
        return Hit(values.ids[int(rows[at])], float(scores[at]), len(others), tuple(named[:MOST_REPEATS]))

    def _count(self, wanted: FacetWanted, base: Mask, mask: Mask, filters: tuple[Filter, ...]) -> FacetCounts:
        others = tuple(each for each in filters if each.field != wanted.field)
        column = self.doc_values.facets[wanted.field]
        chosen = mask if len(others) == len(filters) else self._narrowed(base, others)
        return _rows(wanted, column, column.counts(chosen))


def _best_first(stories: Ints, scores: np.ndarray, ranks: Ints) -> npt.NDArray[np.int64]:
    """The matches of stories of which there are several articles."""
    several = np.flatnonzero(stories >= 0)
    return several[np.lexsort((ranks[several], -_tied(scores[several])))]


def _heads(stories: Ints, best_first: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The matches that are hits: those that are alone, and the best of each story."""
    shown = np.ones(len(stories), dtype=bool)
    shown[best_first] = False
    shown[best_first[np.unique(stories[best_first], return_index=True)[1]]] = True
    return np.flatnonzero(shown)


def _others(head: int, stories: Ints, best_first: npt.NDArray[np.int64]) -> list[int]:
    """The matches for which one stands."""
    if stories[head] < 0:
        return []
    same: list[int] = best_first[stories[best_first] == stories[head]].tolist()
    return [each for each in same if each != head]


def _tied(scores: np.ndarray) -> np.ndarray:
    return np.round(scores * bm25.TIED)


def _first(scores: np.ndarray, ranks: Ints, wanted: int) -> np.ndarray:
    """Indices of the best `wanted`, in order: by score, then by place. Only those that may be among them are sorted."""
    candidates = np.arange(len(scores))
    if wanted < len(scores) // 4:
        worst = np.partition(scores, len(scores) - wanted)[len(scores) - wanted] if wanted else np.inf
        candidates = np.flatnonzero(scores >= worst)
        if len(candidates) > 4 * wanted:
            candidates = _best_tied(scores, ranks, worst, wanted)
    return candidates[np.lexsort((ranks[candidates], -scores[candidates]))][:wanted]


def _best_tied(scores: np.ndarray, ranks: Ints, worst: float, wanted: int) -> np.ndarray:
    """All above the worst score, and of the many that have it those with the first places."""
    tied = np.flatnonzero(scores == worst)
    first = tied[np.argpartition(ranks[tied], wanted)[:wanted]] if wanted < len(tied) else tied
    return np.concatenate([np.flatnonzero(scores > worst), first])


def _rows(wanted: FacetWanted, column: FacetOrdinals, counts: Ints) -> FacetCounts:
    found = np.flatnonzero(counts)
    if wanted.named:
        found = np.array([i for i in found if column.values[int(i)] in wanted.named], dtype=np.int64)
    if part := fold(wanted.containing):
        found = np.array([i for i in found if part in column.folded[i]], dtype=np.int64)
    order = _first(counts[found].astype(np.float64), found.astype(np.int32), wanted.offset + wanted.limit)
    page = found[order[wanted.offset :]]
    rows = tuple(FacetCount(column.values[int(i)], int(counts[i])) for i in page)
    return FacetCounts(wanted.field, rows, len(found))
