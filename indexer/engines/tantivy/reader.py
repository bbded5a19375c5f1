"""One generation of a tantivy index: a page of hits in our order, counts of all values, articles and terms."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import cached_property, lru_cache
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Any

import tantivy

from indexer.article import Article
from indexer.engines import bm25
from indexer.engines.article_terms import text_field
from indexer.engines.engine import (
    FacetCount,
    FacetCounts,
    FacetWanted,
    Prices,
    SearchRequest,
    SearchResult,
    TermCount,
)
from indexer.engines.leased import Leased
from indexer.engines.memory import Entry
from indexer.engines.recent import Recent
from indexer.engines.tantivy import rows
from indexer.engines.tantivy.folder import reporting
from indexer.engines.tantivy.pages import MOST_BUCKETS, Pages
from indexer.engines.tantivy.query import MOST_ARRANGEMENTS, Translator, all_of, arrangements, excluding, is_pair
from indexer.engines.term_dictionary import TermDictionaries, TermDictionary
from indexer.engines.validation import check, is_encodable
from indexer.fields import FacetField, QueryField
from indexer.query.tree import DateRange, SpanNear, Word
from indexer.text.analysis import fold
from indexer.text.stemmer import stemmed_apart

_FEW = 100  # terms that are sooner counted one by one than by intersecting all with the living articles

_READ = 2_000_000  # nanoseconds for an article: a third of what it takes, for it is read once in a page, not each time
_READ_BYTE = 250  # the same for each byte of a long one
_WEIGHED = 250  # candidates of which that is looked at; more cost too much, however short they are
_ARRANGED = 250  # the same for one of the phrases that a nearness becomes

Address = Any
Bucket = dict[str, Any]  # tantivy's own form of a value and its count: {"key": "Oslo", "doc_count": 2}

_place = itemgetter(0)


class TantivyReader(Leased):
    """One generation: a searcher keeps what it has opened. `meta`: what meta.json says of it. Among the rows of its
    segments are articles that were replaced or deleted, which tantivy's own counts of terms still have."""

    def __init__(self, index: tantivy.Index, meta: dict[str, Any], folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.generation = str(meta["opstamp"])
        self._segments: list[rows.Segment] = meta["segments"]
        self._searcher = index.searcher()
        stored = sum(segment["max_doc"] for segment in self._segments)
        self._living = None if stored == self.count else tantivy.Query.all_query()
        self._fields = {field["name"] for field in meta["schema"]}
        known = stemmed_apart(self.languages)
        self._translator = Translator(
            index.schema, self._fields, lru_cache(maxsize=64)(self._verified), known, lru_cache(4096)(self._weighed)
        )
        self._pages = Pages(self._searcher, self._translator, self._read)
        self._verifying = lru_cache(maxsize=64)(self._time_of)
        self._recent = Recent[bytes](rows.AT_ONCE)
        self._term_dictionaries = TermDictionaries()

    @property
    def count(self) -> int:
        return int(self._searcher.num_docs)

    @cached_property
    def languages(self) -> frozenset[str]:
        found = self._searcher.terms_with_prefix("language", "", None) if "language" in self._fields else []
        return frozenset(value for value, _ in found)

    @property
    def prices(self) -> Prices:
        return Prices(term=10_000, posting=25, beside=60, near=100)

    def search(self, request: SearchRequest) -> SearchResult:
        check(request)
        with self._readable():
            base = self._base(request)
            narrowed = self._narrowed(base, request, leave_out=None)
            page = self._pages.page(narrowed, request)
            facets = self._facets(base, narrowed if page.total else None, request)
            return SearchResult(page.total, page.hits, facets, self.generation, page.stories)

    def _readable(self) -> AbstractContextManager[None]:
        return reporting(self._folder)

    def _base(self, request: SearchRequest) -> tantivy.Query:
        """All that holds for every facet: query, dates, exclusions."""
        parts = [self._translator.query(request.query)]
        if request.first is not None or request.last is not None:
            parts.append(self._translator.query(DateRange(request.first, request.last)))
        if request.among is not None:
            parts.append(self._translator.ids(request.among))
        return excluding(all_of(parts), self._translator.filters(request.filters)[1])

    def _narrowed(self, base: tantivy.Query, request: SearchRequest, leave_out: FacetField | None) -> tantivy.Query:
        chosen = [each for each in request.filters if each.field != leave_out]
        must, _ = self._translator.filters(chosen)
        return all_of([base, *must])

    def _read(self, addresses: list[Address]) -> list[str]:
        """The articles' ids; their stored forms are kept for `article`, which is asked for next."""
        stored: list[Any] = list(map(self._searcher.doc, addresses))
        ids = [str(each.get_first("id")) for each in stored]
        self._recent.keep(zip(ids, [each.get_first("article") for each in stored], strict=True))
        return ids

    def _facets(
        self, base: tantivy.Query, narrowed: tantivy.Query | None, request: SearchRequest
    ) -> tuple[FacetCounts, ...]:
        """`narrowed`: None where nothing matches; a facet with a choice of its own may have values all the same."""
        own = {each.field for each in request.filters if each.include}
        known = [wanted for wanted in request.facets if wanted.field in self._fields]
        together = [wanted for wanted in known if wanted.field not in own]
        counted = self._count(narrowed, together) if narrowed else {}
        for wanted in known:
            if wanted.field in own:
                counted |= self._count(self._narrowed(base, request, leave_out=wanted.field), [wanted])
        return tuple(_rows(wanted, counted.get(wanted.field, [])) for wanted in request.facets)

    def _count(self, query: tantivy.Query, facets: list[FacetWanted]) -> dict[FacetField, list[Bucket]]:
        """Every value with its count, the most frequent first; equal ones in no order."""
        if not facets:
            return {}
        asked = {each.field: {"terms": {"field": each.field, "size": MOST_BUCKETS}} for each in facets}
        try:
            found = self._searcher.aggregate(query, asked)
        except ValueError:  # more values than buckets
            return {each.field: self._walked(query, each.field) for each in facets}
        return {each.field: found[each.field]["buckets"] for each in facets}

    def _walked(self, query: tantivy.Query, name: FacetField) -> list[Bucket]:
        """The same, by walking through the field's dictionary: slower, and without a bound."""
        found = self._searcher.terms_with_prefix(name, "", query)
        return [{"key": value, "doc_count": count} for value, count in found]

    def article(self, article_id: str) -> Article | None:
        with self._readable():
            stored = self._recent.get(article_id) or self._stored(article_id)
            return _article(stored) if stored else None

    def _stored(self, article_id: str) -> bytes | None:
        if not is_encodable(article_id):
            return None
        query = tantivy.Query.term_query(self._translator.schema, "id", article_id, index_option="basic")
        hits = self._searcher.search(query, 1, count=False).hits
        return self._searcher.doc(hits[0][1]).get_first("article") if hits else None

    def ids(self) -> Iterator[str]:
        """Reads the articles with them, which are mostly asked for next."""
        for number, segment in enumerate(self._segments):
            for first in range(0, segment["max_doc"], rows.AT_ONCE):
                with self._readable():
                    found = rows.living(self._searcher, self._translator.schema, number, segment, first)
                self._recent.keep(found)
                yield from map(_place, found)

    def terms(self, field: QueryField, prefix: str, limit: int) -> Sequence[TermCount]:
        name = text_field(field, exact=True)
        if name not in self._fields or not is_encodable(prefix):
            return ()
        few = limit <= _FEW
        with self._readable():
            walked = self._searcher.terms_with_prefix(name, prefix, None if few else self._living)
            found: Iterable[tuple[str, int]] = sorted(walked)
            if few and self._living is not None:
                exact = ((term, self._count_of(term, field)) for term, _ in found)
                found = (row for row in exact if row[1])
            return tuple(map(TermCount._make, islice(found, max(0, limit))))

    def document_frequency(self, field: QueryField, term: str) -> int:
        name = text_field(field, exact=True)
        if name not in self._fields or not is_encodable(term):
            return 0
        with self._readable():
            if self._living is None:
                return int(self._searcher.doc_freq(name, term))
            if known := self._term_dictionaries.read(field):
                return known.articles(term)
            return self._count_of(term, field)

    def _count_of(self, term: str, field: QueryField) -> int:
        found: Any = self._searcher.search(self._translator.query(Word(term, field, exact=True)), 1)
        return int(found.count)

    def term_dictionary(self, field: QueryField) -> TermDictionary:
        return self._term_dictionaries.of(field, self.terms)

    def verifying(self, near: SpanNear) -> int:
        known = text_field(near.field, exact=True) in self._fields
        if not known or len(near.terms) < 2 or is_pair(near) or not all(map(is_encodable, near.terms)):
            return 0
        return self._verifying(near)

    def _time_of(self, near: SpanNear) -> int:
        """Kept, for what costs too much is looked at again and again until it does not."""
        with self._readable():
            phrases = arrangements(near)
            read = phrases > MOST_ARRANGEMENTS
            found: Any = self._searcher.search(self._translator.candidates(near), _WEIGHED if read else 1)
            if not read:
                return int(found.count) * phrases * _ARRANGED
            if found.count > _WEIGHED:
                return int(found.count) * _READ
            stored: Iterator[Any] = map(self._searcher.doc, (address for _, address in found.hits))
            return sum(max(_READ, _READ_BYTE * len(bytes(each.get_first("article")))) for each in stored)

    def _weighed(self, name: str, terms: tuple[str, ...]) -> dict[str, float]:
        return bm25.together(self.count, {term: int(self._searcher.doc_freq(name, term)) for term in terms})

    def _verified(self, near: SpanNear) -> list[str]:
        """Kept, for a page asks for the same nearness several times."""
        arranged = arrangements(near) <= MOST_ARRANGEMENTS
        query = self._translator.arranged(near) if arranged else self._translator.candidates(near)
        found = self._searcher.search(query, max(1, self.count), count=False)
        stored: Iterator[Any] = map(self._searcher.doc, (address for _, address in found.hits))
        if arranged:
            return [str(each.get_first("id")) for each in stored]
        read = (_article(each.get_first("article")) for each in stored)
        return [article.id for article in read if Entry(article).frequency(near)]

    def end(self) -> None:
        """The searcher holds what it has mapped, and goes with its last name; the others know this reader."""
        del self._searcher, self._translator, self._verifying, self._pages


def _article(stored: Any) -> Article:
    """A bit that flips in the name of a part leaves well-formed JSON of no article."""
    try:
        return Article.from_json(bytes(stored))
    except (TypeError, AttributeError) as error:
        raise ValueError(error) from error


def _rows(wanted: FacetWanted, buckets: list[Bucket]) -> FacetCounts:
    """Only the rows of the page are touched, and those that tie with its last: there may be tens of thousands."""
    part, end = fold(wanted.containing), wanted.offset + wanted.limit
    found = [bucket for bucket in buckets if bucket["key"] in wanted.named] if wanted.named else buckets
    found = [bucket for bucket in found if part in fold(bucket["key"])] if part else found
    least = found[end - 1]["doc_count"] if 0 < end <= len(found) else 0
    frequent = found[: bisect_right(found, -least, key=lambda bucket: -int(bucket["doc_count"]))]
    ordered = sorted([(-bucket["doc_count"], bucket["key"]) for bucket in frequent])
    rows = tuple(FacetCount(value, -count) for count, value in ordered[wanted.offset : end])
    return FacetCounts(wanted.field, rows, len(found))
