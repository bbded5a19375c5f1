"""A query tree over postings: which rows match, and what each scores. Sets of rows, never one row at a time."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

import numpy as np
import numpy.typing as npt

from indexer.engines import bm25
from indexer.engines.article_terms import FLAT, text_field, word_field, word_terms
from indexer.engines.whoosh import postings
from indexer.engines.whoosh.doc_values import DocValues
from indexer.engines.whoosh.facet_ordinals import Ints, Mask
from indexer.engines.whoosh.postings import Cache, Postings, PostingsCache, Stream
from indexer.query import tree
from indexer.query.tree import Leaf, Query, Word
from indexer.text.stemmer import stemmed_apart

Scores = npt.NDArray[np.float64]
_BUDGET = 8_000_000


@dataclass(frozen=True, slots=True)
class Matches:
    """Rows, ascending, and the score of each."""

    rows: Ints
    scores: Scores

    @property
    def size(self) -> int:
        """In bytes, with what the objects themselves take."""
        return int(self.rows.nbytes + self.scores.nbytes) + 500


class Scorer:
    """Matches trees against one generation."""

    def __init__(self, source: PostingsCache, doc_values: DocValues, live_docs: Mask) -> None:
        self._source, self._doc_values, self._live_docs = source, doc_values, live_docs
        self._count = int(live_docs.sum())
        self._languages = stemmed_apart(doc_values.facets["language"].values)
        self._leaves: Cache[Leaf, Matches] = Cache(_BUDGET)  # a page asks for all of the words, then for some
        self._norms = {
            FLAT: self._norm(doc_values.title_stems_length + doc_values.text_stems_length),
            **self._norms_of("exact", doc_values.title_length, doc_values.text_length),
            **self._norms_of("stems", doc_values.title_stems_length, doc_values.text_stems_length),
        }

    def _norms_of(self, form: str, title: Ints, text: Ints) -> dict[str, Scores]:
        return {f"any.{form}": self._norm(bm25.TITLE_WEIGHT * title + text), f"title.{form}": self._norm(title)}

    def _norm(self, lengths: Ints) -> Scores:
        average = float(lengths[self._live_docs].mean()) if self._count else 0.0
        longest = int(lengths.max(initial=0))
        by_length = np.array([bm25.norm(length, average) for length in range(longest + 1)])
        return by_length[lengths]

    def match(self, query: Query) -> Matches:
        match query:
            case Word() | tree.Phrase() | tree.SpanNear():
                return self._leaf(query)
            case tree.And() | tree.Or() | tree.DisMax():
                return self._combined(query)
            case tree.Boosted():
                return self._boosted(query)
            case tree.Required(part):
                return self.match(part)
            case tree.MatchAll() | tree.MatchNone() | tree.Not() | tree.DateRange():
                return _unscored(self._mask(query))
            case tree.Prefix() | tree.Wildcard() | tree.Fuzzy() | tree.Said():
                raise TypeError(f"{query} reached an engine: expand it first")
            case _:
                assert_never(query)

    def _mask(self, query: tree.MatchAll | tree.MatchNone | tree.Not | tree.DateRange) -> Mask:
        match query:
            case tree.MatchAll():
                return self._live_docs
            case tree.MatchNone():
                return np.zeros_like(self._live_docs)
            case tree.Not(part):
                mask = self._live_docs.copy()
                mask[self.match(part).rows] = False
                return mask
            case tree.DateRange(first, last):
                return self._doc_values.dated(first, last) & self._live_docs

    def _combined(self, query: tree.And | tree.Or | tree.DisMax) -> Matches:
        """Sums (or the best) of scores in one array over all rows: thousands of parts cost their postings only."""
        add: Callable[[Scores, Scores], Scores] = np.maximum if isinstance(query, tree.DisMax) else np.add
        times = np.zeros(len(self._live_docs), dtype=np.int32)
        scores = np.zeros(len(self._live_docs))
        for part in query.parts:
            matches = self.match(part)
            times[matches.rows] += 1
            scores[matches.rows] = add(scores[matches.rows], matches.scores)
        needed = len(query.parts) if isinstance(query, tree.And) else 1
        rows = np.flatnonzero((times >= needed) & self._live_docs).astype(np.int32)
        return Matches(rows, scores[rows])

    def _boosted(self, query: tree.Boosted) -> Matches:
        matches = self.match(query.query)
        scores = np.zeros(len(self._live_docs))
        for boost in query.boosts:
            found = self.match(boost)
            scores[found.rows] += query.weight * found.scores
        return Matches(matches.rows, matches.scores + scores[matches.rows])

    def _leaf(self, leaf: Leaf) -> Matches:
        return self._leaves.get(leaf, lambda: self._matched(leaf))

    def _matched(self, leaf: Leaf) -> Matches:
        if not isinstance(leaf, Word) and not leaf.terms:
            return _unscored(np.zeros_like(self._live_docs))
        found = self._found(leaf)
        if leaf.field not in ("any", "title"):
            return Matches(found.rows, np.zeros(len(found.rows)))
        if isinstance(leaf, tree.SpanNear):
            return self._near_scores(found.rows, leaf)
        weight = sum(bm25.idf(self._count, articles) for articles in self._document_frequencies(leaf, found))
        name = word_field(leaf) if isinstance(leaf, Word) else text_field(leaf.field, exact=True)
        frequencies, norms = found.frequencies.astype(np.float64), self._norms[name][found.rows]
        return Matches(found.rows, weight * (bm25.K1 + 1) * frequencies / (frequencies + norms))

    def _document_frequencies(self, leaf: Word | tree.Phrase, found: Postings) -> list[int]:
        """Of each of the leaf's terms; a term that comes again is looked up once."""
        if isinstance(leaf, Word):
            return [len(found.rows)]
        known = {term: len(self._found(Word(term, leaf.field, exact=True)).rows) for term in set(leaf.terms)}
        return [known[term] for term in leaf.terms]

    def _near_scores(self, rows: Ints, near: tree.SpanNear) -> Matches:
        scores = np.zeros(len(self._live_docs))
        for term, times in Counter(near.terms).items():
            word = self._leaf(Word(term, near.field, exact=True))
            scores[word.rows] += times * word.scores
        return Matches(rows, scores[rows])

    def _found(self, leaf: Leaf) -> Postings:
        stemmed = isinstance(leaf, Word) and word_field(leaf).endswith(".stems")
        if leaf.field == "any":
            text = self._in_stream(leaf, "text_stems" if stemmed else "text")
            weight = 1 if isinstance(leaf, Word) and leaf.flat else bm25.TITLE_WEIGHT
            return _joined(self._in_stream(leaf, "title_stems" if stemmed else "title"), text, weight)
        if leaf.field == "title":
            return self._in_stream(leaf, "title_stems" if stemmed else "title")
        return self._in_stream(leaf, leaf.field)

    def _in_stream(self, leaf: Leaf, stream: Stream) -> Postings:
        look = self._source.postings
        match leaf:
            case Word():
                return _merged([look(stream, term) for term in word_terms(leaf, self._languages)])
            case tree.Phrase(terms):
                return postings.phrase({term: look(stream, term) for term in terms}, terms)
            case tree.SpanNear(terms, distance):
                return postings.near({term: look(stream, term) for term in terms}, terms, distance, stream)


def _merged(found: list[Postings]) -> Postings:
    """Those of several terms of which no article has two; without places where there are several."""
    found = [each for each in found if len(each.rows)] or found[:1]
    if len(found) == 1:
        return found[0]
    rows, frequencies = (np.concatenate(each) for each in zip(*((f.rows, f.frequencies) for f in found), strict=True))
    order = np.argsort(rows, kind="stable")
    return Postings(rows[order], frequencies[order], postings.EMPTY.positions)


def _joined(title: Postings, text: Postings, weight: int) -> Postings:
    """Both streams' frequencies as one, a title's counted `weight` times; without places."""
    if not len(title.rows):
        return text
    at = np.searchsorted(text.rows, title.rows)
    new = ~postings.contained(title.rows, text.rows)
    rows = np.insert(text.rows, at[new], title.rows[new]) if new.any() else text.rows
    frequencies = np.insert(text.frequencies, at[new], 0) if new.any() else text.frequencies.copy()
    frequencies[at + np.cumsum(new) - new] += weight * title.frequencies
    return Postings(rows, frequencies, postings.EMPTY.positions)


def _unscored(mask: Mask) -> Matches:
    rows = np.flatnonzero(mask).astype(np.int32)
    return Matches(rows, np.zeros(len(rows)))
