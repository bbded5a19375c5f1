"""One generation of an index on a cluster: the batches that counted when it was opened, whatever was written since."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import islice, takewhile
from typing import Any

from indexer.article import Article
from indexer.engines import bm25, engine
from indexer.engines.article_terms import text_field, word_field, word_terms
from indexer.engines.engine import FacetCounts, FacetWanted, Filter, SearchRequest, SearchResult
from indexer.engines.opensearch import stories
from indexer.engines.opensearch.client import Cluster
from indexer.engines.opensearch.control import Control
from indexer.engines.opensearch.query import Translator, dated, excluding, including
from indexer.engines.opensearch.schema import unpack
from indexer.engines.recent import Recent
from indexer.engines.term_dictionary import TermDictionaries, TermDictionary
from indexer.engines.validation import check, is_encodable, ranks
from indexer.errors import IndexBroken
from indexer.fields import FacetField, QueryField
from indexer.message import N_
from indexer.query.tree import SpanNear, Word
from indexer.text.analysis import fold
from indexer.text.stemmer import stemmed_apart

MOST_AT_ONCE = 10_000  # hits of one answer; a cluster gives no more without being told
MOST_BUCKETS = 60_000  # values of one answer, all facets together; a cluster's own limit is 65,535
WITH_ARTICLES = 100  # a page of results is read at once; a longer list of hits brings ids only
_REPEATS = "repeats"
LAST_CHARACTER = "\U0010ffff"

Json = dict[str, Any]


class OpenSearchReader:
    """Safe to share between threads."""

    def __init__(self, cluster: Cluster, index: str, control: Control) -> None:
        self.generation = str(control.batch)
        self.control = control
        self._cluster, self._index, self._visible = cluster, index, control.visible
        self._recent = Recent[str](2 * WITH_ARTICLES)
        self._term_dictionaries = TermDictionaries()
        self._terms = lru_cache(maxsize=256)(self._listed)
        self._translator = Translator(lru_cache(maxsize=1024)(self._weighed))

    @cached_property
    def count(self) -> int:
        return int(self._ask({"size": 0, "query": self._visible})["hits"]["total"]["value"])

    @property
    def prices(self) -> engine.Prices:
        return engine.Prices(term=20_000, posting=25, beside=60, near=150)

    def verifying(self, _near: SpanNear) -> int:
        return 0

    def search(self, request: SearchRequest) -> SearchResult:
        check(request)
        body = {**self._narrowed(request), "aggs": _aggregations(request), "sort": _sort(request)}
        answer = self._page(request, body)
        total, counted = int(answer["hits"]["total"]["value"]), answer.get("aggregations", {}).pop(_REPEATS, None)
        facets = self._facets(request, answer)
        if counted and (repeated := stories.repeated(counted)):
            return SearchResult(total, self._collapsed(request, body), facets, self.generation, total - repeated)
        found = answer["hits"]["hits"]
        self._recent.keep(_articles(found))
        hits = tuple(engine.Hit(hit["fields"]["id"][0], hit["_score"] or 0.0) for hit in found)
        return SearchResult(total, hits, facets, self.generation, total)

    @cached_property
    def languages(self) -> frozenset[str]:
        found = self._buckets(self._visible, "facets.language", "") if self.count else ()
        return frozenset(value for value, _ in found)

    @cached_property
    def _apart(self) -> tuple[str, ...]:
        return stemmed_apart(self.languages)

    def _weighed(self, word: Word) -> dict[str, float]:
        terms = word_terms(word, self._apart)
        if len(terms) == 1:
            return {terms[0]: 1.0}
        counted = {term: {"filter": {"term": {word_field(word): term}}} for term in terms}
        found = self._ask({"size": 0, "query": self._visible, "aggs": counted})["aggregations"]
        return bm25.together(self.count, {term: found[term]["doc_count"] for term in terms}) or {terms[0]: 1.0}

    def _page(self, request: SearchRequest, body: Json) -> Json:
        if request.offset + request.limit <= MOST_AT_ONCE:
            paged = {"from": request.offset, "size": request.limit, "_source": self._source(request.limit)}
            return self._ask({**body, **paged}, ranked=True)
        answer = self._ask({**body, "size": 0}, ranked=True)
        if request.offset < answer["hits"]["total"]["value"]:
            answer["hits"]["hits"] = self._deep(request, body)
        return answer

    def _collapsed(self, request: SearchRequest, body: Json) -> tuple[engine.Hit, ...]:
        """The articles of the hits are asked for one by one, when they are shown."""
        wanted = request.offset + request.limit
        walking = {**_walking(body), "size": min(MOST_AT_ONCE, 2 * wanted + 10), **stories.NAMED}
        shown = stories.heads(self._pages(walking), wanted)[request.offset :]
        if not shown:
            return ()
        of_them = {"bool": {"must": [body["query"]], "filter": [stories.of_stories(shown)]}}
        matches = [hit for page in self._pages({**walking, "query": of_them, "size": MOST_AT_ONCE}) for hit in page]
        return tuple(stories.collapsed(shown, matches))

    def _narrowed(self, request: SearchRequest) -> Json:
        """All that holds for every facet is the query; chosen values narrow the hits after the facets were counted."""
        body: Json = {"query": self._base(request), "docvalue_fields": ["id"]}
        if chosen := including(request.filters):
            body["post_filter"] = {"bool": {"filter": chosen}}
        return body

    def _base(self, request: SearchRequest) -> Json:
        filters = [self._visible]
        if request.first is not None or request.last is not None:
            filters.append(dated(request.first, request.last))
        if request.among is not None:
            filters.append({"terms": {"id": sorted(filter(is_encodable, request.among))}})
        never = excluding(request.filters)
        return {"bool": {"must": [self._translator.query(request.query)], "filter": filters, "must_not": never}}

    @staticmethod
    def _source(limit: int) -> bool | list[str]:
        return ["article"] if limit <= WITH_ARTICLES else False

    def _deep(self, request: SearchRequest, body: Json) -> list[Json]:
        """Walks to a page that lies beyond what one answer can hold: each answer begins behind the last one's end."""
        walking = {**_walking(body), "size": MOST_AT_ONCE}
        hits: list[Json] = []
        passed = 0
        for page in self._pages(walking):
            start = max(0, request.offset - passed)
            hits += page[start : start + request.limit - len(hits)]
            passed += len(page)
            if len(hits) == request.limit:
                break
        return hits

    def _pages(self, body: Json) -> Iterator[list[Json]]:
        while True:
            page = self._ask(body, ranked=True)["hits"]["hits"]
            yield page
            if len(page) < body["size"]:
                return
            body = {**body, "search_after": page[-1]["sort"]}

    def _facets(self, request: SearchRequest, answer: Json) -> tuple[FacetCounts, ...]:
        counted = {name: each["values"] for name, each in answer.get("aggregations", {}).items()}
        return tuple(self._rows(wanted, counted[wanted.field], request) for wanted in request.facets)

    def _rows(self, wanted: FacetWanted, counted: Json, request: SearchRequest) -> FacetCounts:
        """All values were asked for, so every count is exact; where there were more, all are read one after another."""
        if counted["sum_other_doc_count"] or counted["doc_count_error_upper_bound"]:
            counts = list(self._every_value(wanted.field, request))
        else:
            counts = [(bucket["key"], bucket["doc_count"]) for bucket in counted["buckets"]]
        part = fold(wanted.containing)
        counts = [row for row in counts if row[0] in wanted.named] if wanted.named else counts
        found = sorted((row for row in counts if part in fold(row[0])), key=lambda row: (-row[1], row[0]))
        page = found[wanted.offset : wanted.offset + wanted.limit]
        return FacetCounts(wanted.field, tuple(engine.FacetCount(*row) for row in page), len(found))

    def _every_value(self, field: FacetField, request: SearchRequest) -> Iterator[tuple[str, int]]:
        others = including(_others(request.filters, field))
        query = {"bool": {"must": [self._base(request)], "filter": others}}
        return self._buckets(query, f"facets.{field}", "")

    def _buckets(self, query: Json, field: str, after: str) -> Iterator[tuple[str, int]]:
        """A field's values behind `after` in code-point order, each with its exact count."""
        source = {"value": {"terms": {"field": field}}}
        composite: Json = {"size": MOST_AT_ONCE, "sources": [source]}
        if after:
            composite["after"] = {"value": after}
        while True:
            answer = self._ask({"size": 0, "query": query, "aggs": {"values": {"composite": composite}}})
            found = answer["aggregations"]["values"]
            yield from ((bucket["key"]["value"], bucket["doc_count"]) for bucket in found["buckets"])
            if len(found["buckets"]) < MOST_AT_ONCE:
                return
            composite = {**composite, "after": found["after_key"]}

    def article(self, article_id: str) -> Article | None:
        if not is_encodable(article_id):
            return None
        stored = self._recent.get(article_id)
        if stored is None:
            query = {"bool": {"filter": [{"term": {"id": article_id}}, self._visible]}}
            body = {"query": query, "size": 1, "_source": ["article"], "docvalue_fields": ["id"]}
            hits = self._ask(body, routing=article_id)["hits"]["hits"]
            self._recent.keep(_articles(hits))
            stored = hits[0]["_source"]["article"] if hits else None
        return unpack(stored) if stored else None

    def ids(self) -> Iterator[str]:
        body = {"query": self._visible, "size": MOST_AT_ONCE, "_source": False, "sort": [{"id": "asc"}]}
        return (hit["sort"][0] for page in self._pages(body) for hit in page)

    def terms(self, field: QueryField, prefix: str, limit: int) -> Sequence[engine.TermCount]:
        return self._terms(field, prefix, limit) if is_encodable(prefix) and limit > 0 else ()

    def document_frequency(self, field: QueryField, term: str) -> int:
        if known := self._term_dictionaries.read(field):
            return known.articles(term)
        found = self.terms(field, term, 1)
        return found[0].document_frequency if found and found[0].term == term else 0

    def term_dictionary(self, field: QueryField) -> TermDictionary:
        return self._term_dictionaries.of(field, self.terms)

    def close(self) -> None:
        """Its connections are the engine's."""

    def _listed(self, field: QueryField, prefix: str, limit: int) -> tuple[engine.TermCount, ...]:
        """In one answer where it can hold them, else one answer after another. Each part of the index gives its first
        ones in order of the alphabet, so that the first of all have their exact counts."""
        having = {"prefix": {text_field(field, exact=True): prefix}} if prefix else {"match_all": {}}
        query = {"bool": {"filter": [having, self._visible]}}
        size = min(limit, MOST_BUCKETS)
        terms: Json = {"field": f"terms.{field}", "size": size, "shard_size": size, "order": {"_key": "asc"}}
        if prefix:
            terms["include"] = f"{_literal(prefix)}.*"
        found = self._ask({"size": 0, "query": query, "aggs": {"values": {"terms": terms}}})["aggregations"]["values"]
        rows: Iterable[tuple[str, int]] = ((row["key"], row["doc_count"]) for row in found["buckets"])
        if found["sum_other_doc_count"] and size < limit:
            every = self._buckets(query, terms["field"], _before(prefix))
            rows = islice(takewhile(lambda row: row[0].startswith(prefix), every), limit)
        return tuple(engine.TermCount(*row) for row in rows)

    def _ask(self, body: Json, *, ranked: bool = False, routing: str = "") -> Json:
        """One search. Half an answer is none: a part of the index that cannot be asked is an error. The same question
        goes to the same copies, whose statistics may differ in what they have not yet forgotten."""
        params: Json = {"allow_partial_search_results": "false"}
        if ranked:
            params |= {"search_type": "dfs_query_then_fetch", "preference": f"communique-{self.generation}"}
        if routing:
            params["routing"] = routing
        answer: Json = self._cluster.call(
            lambda client: client.search(index=self._index, body={"track_total_hits": True, **body}, params=params)
        )
        if answer["timed_out"] or answer["_shards"]["failed"]:
            raise IndexBroken(N_("A part of the cluster did not answer"), N_("see the cluster's health"))
        return answer


def _walking(body: Json) -> Json:
    return {**{k: v for k, v in body.items() if k != "aggs"}, "_source": False, "track_total_hits": False}


def _articles(hits: list[Json]) -> Iterator[tuple[str, str]]:
    return ((hit["fields"]["id"][0], hit["_source"]["article"]) for hit in hits if "_source" in hit)


def _literal(text: str) -> str:
    """A regular expression of the cluster's that fits the text only."""
    return "".join(c if c.isalnum() else f"\\{c}" for c in text)


def _before(prefix: str) -> str:
    """A string that comes directly before all that begin with the prefix, as far as terms go."""
    if not prefix:
        return ""
    last = ord(prefix[-1]) - 1
    if 0xD800 <= last <= 0xDFFF:
        last = 0xD7FF
    return prefix[:-1] + (chr(last) + LAST_CHARACTER if last >= 0 else "")


def _others(filters: tuple[Filter, ...], field: FacetField) -> list[Filter]:
    return [each for each in filters if each.field != field]


def _aggregations(request: SearchRequest) -> Json:
    """A facet counts what all choices but its own leave; all of its values, as far as one answer can hold them."""
    size = MOST_BUCKETS // max(1, len(request.facets))
    facets: Json = {
        wanted.field: {
            "filter": {"bool": {"filter": [{"match_all": {}}, *including(_others(request.filters, wanted.field))]}},
            "aggs": {"values": {"terms": {"field": f"facets.{wanted.field}", "size": size, "shard_size": size}}},
        }
        for wanted in request.facets
    }
    return {**facets, _REPEATS: stories.repeats(including(request.filters))} if request.collapse else facets


def _sort(request: SearchRequest) -> list[Json]:
    by_date = [{"oldest" if request.sort == "oldest" else "newest": "asc"}, {"id": "asc"}]
    ranked = request.sort == "relevance" and ranks(request.query)
    return [{"_score": "desc"}, *by_date] if ranked else by_date
