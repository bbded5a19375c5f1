"""The executable meaning of search: a linear scan over all articles, slow and plain; the others must agree with it.

An article is a few *sequences* of terms for each field:

- any: its title, TITLE_WEIGHT times over, its text, and each of its authors; title: its title; a name field: each of
  its values.
- Of a flat Word the title counts once.
- A stemmed Word, and an acronym, looks at their stems, everything else at their exact terms. A word has the stem that
  the rules of the article's language give it; its statistics are those of all its stems together.
- A Word's or Phrase's frequency is the number of places where it stands, in all sequences of its field together; a
  Phrase and a Near lie within one sequence. A Near takes as many distinct places as it has terms.
- Word and Phrase score BM25 in the fields any and title: the length is that of all sequences looked at, the weight
  the idf of the Word, or the sum of the idf of the Phrase's terms. A Near scores what its terms score as exact Words.
- Names, dates, negations and filters never score. Statistics are those of the generation's living articles.
- Under the sorts by date nothing is ranked: every score is 0.
"""

import threading
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import assert_never

from indexer.article import Article
from indexer.engines import bm25, engine
from indexer.engines.article_terms import article_terms, text_field, word_field, word_terms
from indexer.engines.engine import FacetCounts, FacetWanted, Filter, SearchRequest, SearchResult
from indexer.engines.term_dictionary import TermDictionaries, TermDictionary
from indexer.engines.validation import check, dated
from indexer.errors import IndexBusy
from indexer.fields import FACETS, QueryField
from indexer.query import tree
from indexer.query.tree import Leaf, Query, Word
from indexer.text.analysis import fold


class Entry:
    """An article and the sequences of terms it is searched by."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._streams = article_terms(article)

    def sequences(self, field: QueryField) -> tuple[tuple[str, ...], ...]:
        if field == "any":
            return (*(self._streams.title,) * bm25.TITLE_WEIGHT, self._streams.text, *self._streams.authors)
        return (self._streams.title,) if field == "title" else self._streams.names[field]

    def _stems(self, word: Word) -> tuple[tuple[str, ...], ...]:
        own = self._streams
        if word.field == "title":
            return (own.title_stems,)
        return (*(own.title_stems,) * (1 if word.flat else bm25.TITLE_WEIGHT), own.text_stems, own.author_stems)

    def _looked_at(self, leaf: Leaf) -> tuple[tuple[str, ...], ...]:
        if isinstance(leaf, Word) and word_field(leaf).endswith(".stems"):
            return self._stems(leaf)
        return self.sequences(leaf.field)

    def length(self, leaf: Leaf) -> int:
        return sum(map(len, self._looked_at(leaf)))

    def frequency(self, leaf: Leaf) -> int:
        match leaf:
            case Word():
                terms = word_terms(leaf, (self.article.language,))
                return sum(s.count(term) for s in self._looked_at(leaf) for term in terms)
            case tree.Phrase(terms, field):
                return sum(_occurrences(s, terms) for s in self.sequences(field))
            case tree.SpanNear(terms, distance, field):
                return sum(_are_near(s, terms, distance) for s in self.sequences(field))


def _occurrences(sequence: tuple[str, ...], terms: tuple[str, ...]) -> int:
    return sum(sequence[i : i + len(terms)] == terms for i in range(len(sequence))) if terms else 0


def _are_near(sequence: tuple[str, ...], terms: tuple[str, ...], distance: int) -> bool:
    """Whether some window of the sequence has every term as often as it is asked for."""
    width, wanted = len(terms) + max(0, distance), Counter(terms)
    window: deque[tuple[int, str]] = deque()
    counts: Counter[str] = Counter()
    for place, term in enumerate(sequence):
        if term in wanted:
            window.append((place, term))
            counts[term] += 1
            while window[0][0] <= place - width:
                counts[window.popleft()[1]] -= 1
            if counts >= wanted:
                return True
    return False


@dataclass(frozen=True)
class MemoryReader:
    """One generation: what is in `entries`, by article id."""

    generation: str
    entries: dict[str, Entry]
    _term_dictionaries: TermDictionaries = field(default_factory=TermDictionaries)
    _frequencies: dict[Word, int] = field(default_factory=dict)
    _average_lengths: dict[str, float] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return len(self.entries)

    @property
    def languages(self) -> frozenset[str]:
        return frozenset(entry.article.language for entry in self.entries.values() if entry.article.language)

    @property
    def prices(self) -> engine.Prices:
        return engine.Prices(term=1_000, posting=1_000, beside=1_000, near=1_000)

    def verifying(self, _near: tree.SpanNear) -> int:
        return 0

    def search(self, request: SearchRequest) -> SearchResult:
        check(request)
        scores = {entry: self._score(entry, request.query) for entry in self.entries.values()}
        found = [
            e for e, score in scores.items() if score is not None and dated(e.article, request.first, request.last)
        ]
        if request.among is not None:
            found = [e for e in found if e.article.id in request.among]
        matches = [e for e in found if all(_passes(e.article, f) for f in request.filters)]
        ranked = sorted(matches, key=lambda e: _order(e.article, scores[e] or 0.0, request.sort))
        stories = _stories(ranked) if request.collapse else [[each] for each in ranked]
        page = stories[request.offset : request.offset + request.limit]
        relevance = request.sort == "relevance"
        hits = tuple(
            _hit([e.article.id for e in each], (scores[each[0]] or 0.0) if relevance else 0.0) for each in page
        )
        facets = tuple(_count(wanted, [e.article for e in found], request.filters) for wanted in request.facets)
        return SearchResult(len(matches), hits, facets, self.generation, len(stories))

    def article(self, article_id: str) -> Article | None:
        entry = self.entries.get(article_id)
        return entry.article if entry else None

    def ids(self) -> Iterator[str]:
        return iter(self.entries)

    def terms(self, field: QueryField, prefix: str, limit: int) -> Sequence[engine.TermCount]:
        counts = Counter(
            term
            for entry in self.entries.values()
            for term in {term for sequence in entry.sequences(field) for term in sequence}
            if term.startswith(prefix)
        )
        return tuple(engine.TermCount(term, counts[term]) for term in sorted(counts)[: max(0, limit)])

    def document_frequency(self, field: QueryField, term: str) -> int:
        return self._articles(Word(term, field, exact=True))

    def term_dictionary(self, field: QueryField) -> TermDictionary:
        return self._term_dictionaries.of(field, self.terms)

    def close(self) -> None:
        """Nothing is open."""

    def _score(self, entry: Entry, query: Query) -> float | None:
        """None where the article does not match."""
        match query:
            case tree.MatchAll():
                return 0.0
            case tree.MatchNone():
                return None
            case Word() | tree.Phrase() | tree.SpanNear():
                return self._leaf_score(entry, query) if entry.frequency(query) else None
            case tree.And() | tree.Or() | tree.DisMax() | tree.Boosted():
                return self._combined(query, [self._score(entry, part) for part in tree.parts(query)])
            case tree.Required(part) | tree.Not(part):
                score = self._score(entry, part)
                return score if isinstance(query, tree.Required) else (0.0 if score is None else None)
            case tree.DateRange(first, last):
                return 0.0 if entry.article.date.value and dated(entry.article, first, last) else None
            case tree.Prefix() | tree.Wildcard() | tree.Fuzzy() | tree.Said():
                raise TypeError(f"{query} reached an engine: expand it first")
            case _:
                assert_never(query)

    @staticmethod
    def _combined(query: tree.And | tree.Or | tree.DisMax | tree.Boosted, scores: list[float | None]) -> float | None:
        found = [score for score in scores if score is not None]
        if isinstance(query, tree.And):
            return sum(found) if len(found) == len(scores) else None
        if isinstance(query, tree.Boosted):
            own, *added = scores
            return None if own is None else own + query.weight * sum(each or 0.0 for each in added)
        if not found:
            return None
        return max(found) if isinstance(query, tree.DisMax) else sum(found)

    def _leaf_score(self, entry: Entry, leaf: Leaf) -> float:
        if leaf.field not in ("any", "title"):
            return 0.0
        if isinstance(leaf, tree.SpanNear):
            return sum(self._leaf_score(entry, Word(term, leaf.field, exact=True)) for term in leaf.terms)
        parts = [leaf] if isinstance(leaf, Word) else [Word(t, leaf.field, exact=True) for t in leaf.terms]
        weight = sum(bm25.idf(self.count, self._articles(part)) for part in parts)
        length_norm = bm25.norm(entry.length(leaf), self._average_length(leaf))
        return bm25.score(weight, entry.frequency(leaf), length_norm)

    def _articles(self, word: Word) -> int:
        if word not in self._frequencies:
            self._frequencies[word] = sum(entry.frequency(word) > 0 for entry in self.entries.values())
        return self._frequencies[word]

    def _average_length(self, leaf: Leaf) -> float:
        name = word_field(leaf) if isinstance(leaf, Word) else text_field(leaf.field, exact=True)
        if name not in self._average_lengths:
            self._average_lengths[name] = sum(each.length(leaf) for each in self.entries.values()) / self.count
        return self._average_lengths[name]


def _stories(ranked: list[Entry]) -> list[list[Entry]]:
    """Near duplicates together, where the best of them stands."""
    stories: dict[str, list[Entry]] = {}
    for entry in ranked:
        stories.setdefault(entry.article.story, []).append(entry)
    return [[head, *sorted(others, key=lambda e: bool(e.article.duplicate_of))] for head, *others in stories.values()]


def _hit(ids: list[str], score: float) -> engine.Hit:
    return engine.Hit(ids[0], score, len(ids) - 1, tuple(ids[1 : 1 + engine.MOST_REPEATS]))


def _passes(article: Article, wanted: Filter) -> bool:
    values = set(FACETS[wanted.field].values(article))
    return (not wanted.include or bool(values & wanted.include)) and not values & wanted.exclude


def _order(article: Article, score: float, sort: engine.Sort) -> tuple[float | str, ...]:
    """Best, newest or oldest first; the less vague of two dates that begin on one day; then by id."""
    direction = 1 if sort == "oldest" else -1
    by_date = (not article.date.value, direction * article.date.first_day, article.date.vagueness, article.id)
    return (-bm25.tied(score), *by_date) if sort == "relevance" else by_date


def _count(wanted: FacetWanted, articles: list[Article], filters: tuple[Filter, ...]) -> FacetCounts:
    """A facet's own chosen values do not narrow what it counts; its excluded ones do."""
    own_left_out = [Filter(f.field, frozenset(), f.exclude) if f.field == wanted.field else f for f in filters]
    matches = [article for article in articles if all(_passes(article, f) for f in own_left_out)]
    counts = Counter(value for article in matches for value in set(FACETS[wanted.field].values(article)))
    part, named = fold(wanted.containing), wanted.named or counts.keys()
    found = ((v, n) for v, n in counts.items() if part in fold(v) and v in named)
    rows = sorted(found, key=lambda row: (-row[1], row[0]))
    page = rows[wanted.offset : wanted.offset + wanted.limit]
    return FacetCounts(wanted.field, tuple(engine.FacetCount(value, n) for value, n in page), len(rows))


class MemoryEngine:
    """Articles in a dictionary, gone with the process."""

    def __init__(self) -> None:
        self._reader = MemoryReader("0", {})
        self._lock = threading.Lock()

    def reader(self) -> MemoryReader:
        return self._reader

    @contextmanager
    def writer(self) -> Iterator["MemoryWriter"]:
        if not self._lock.acquire(blocking=False):
            raise IndexBusy("The index in memory has a writer already")
        try:
            writer = MemoryWriter(dict(self._reader.entries))
            yield writer
            if not writer.changed:
                return
            self._reader = MemoryReader(str(int(self._reader.generation) + 1), writer.entries)
        finally:
            self._lock.release()

    def close(self) -> None:
        self._reader = MemoryReader("0", {})


def open_at(_: Path, *, create: bool) -> MemoryEngine:  # noqa: ARG001  # in memory there is nothing to find
    return MemoryEngine()


@dataclass(slots=True)
class MemoryWriter:
    """The entries of the generation to be."""

    entries: dict[str, Entry]
    changed: bool = False

    def replace(self, article: Article) -> None:
        self.changed = True
        self.entries[article.id] = Entry(article)

    def delete(self, article_id: str) -> None:
        self.changed = True
        self.entries.pop(article_id, None)
