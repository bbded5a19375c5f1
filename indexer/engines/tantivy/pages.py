"""From a query of tantivy's to a page of hits in our order, near duplicates one by one or as one hit."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import numpy as np
import tantivy

from indexer.engines import bm25
from indexer.engines.engine import MOST_EXACT, MOST_REPEATS, Hit, SearchRequest
from indexer.engines.tantivy.query import Translator, all_of, any_of, unscored
from indexer.engines.tantivy.schema import oldest_of
from indexer.engines.validation import ranks

MOST_BUCKETS = 65_000  # tantivy counts no more values at once
KEY_LENGTH = 10  # of what stands before the id in `newest` and `oldest`
_DEEP = 1_000  # articles before a page
_MORE = 10  # hits that are fetched beyond a page: some of them may tie, or repeat others

Address = Any
_place = itemgetter(0)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A hit on its way: what places it, its score, where it is stored, and its id where that was read already."""

    place: tuple[int, int]
    score: float
    address: Address
    id: str = ""


@dataclass(frozen=True, slots=True)
class Others:
    """How many matches a hit stands for beside itself, and the ids of some."""

    number: int = 0
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """`total` articles match, in `stories` hits of all pages."""

    total: int
    hits: tuple[Hit, ...]
    stories: int


class Pages:
    """Of one generation. `read` gives the ids of stored articles."""

    def __init__(self, searcher: Any, translator: Translator, read: Callable[[list[Address]], list[str]]) -> None:
        self._searcher, self._translator, self._read = searcher, translator, read

    def page(self, query: tantivy.Query, request: SearchRequest) -> Page:
        ranked = request.sort == "relevance" and ranks(request.query)
        if not request.limit:
            total = self._count(query)
            collapses = request.collapse and "story" in self._translator.fields
            return Page(total, (), total - (self._repeated(query).total() if collapses else 0))
        if request.collapse and "story" in self._translator.fields and (repeated := self._repeated(query)):
            return self._collapsed(query, request, repeated, ranked=ranked)
        if ranked:
            total, hits = self._by_score(query, request.offset, request.offset + request.limit)
        elif request.offset < _DEEP:
            total, hits = self._by_date(query, request, request.offset)
        else:
            total, among, offset = self._of_the_page(query, request)
            hits = self._by_date(among, request, offset)[1]
        return Page(total, hits, total)

    def _count(self, query: tantivy.Query) -> int:
        found: Any = self._searcher.search(unscored(query), 1)
        return int(found.count)

    def _repeated(self, query: tantivy.Query) -> Counter[int]:
        """The stories of which several articles match, and how many more than one."""
        asked = {"stories": {"terms": {"field": "story", "size": MOST_EXACT, "min_doc_count": 2}}}
        try:
            buckets = self._searcher.aggregate(query, asked)["stories"]["buckets"]
        except ValueError:  # more stories than buckets
            return self._sampled(query)
        return Counter({int(each["key"]): each["doc_count"] - 1 for each in buckets})

    def _sampled(self, query: tantivy.Query) -> Counter[int]:
        """The same of as many matches as can be counted, beyond which a number of stories is about right."""
        found: Any = self._searcher.search(unscored(query), MOST_BUCKETS)
        numbers = self._searcher.fast_field_values("story", [address for _, address in found.hits])
        share = found.count / max(1, len(found.hits))
        return Counter({story: round((n - 1) * share) for story, n in Counter(numbers).items() if n > 1})

    def _by_date(self, query: tantivy.Query, request: SearchRequest, offset: int) -> tuple[int, tuple[Hit, ...]]:
        key = "oldest" if request.sort == "oldest" else "newest"
        limit = max(1, request.limit)
        found: Any = self._searcher.search(query, limit, order_by_field=key, offset=offset, order=tantivy.Order.Asc)
        ids = [key[KEY_LENGTH:] for key, _ in found.hits[: request.limit]]
        return int(found.count), tuple(Hit(each, 0.0) for each in ids)

    def _of_the_page(self, query: tantivy.Query, request: SearchRequest) -> tuple[int, tantivy.Query, int]:
        """How many articles there are, those of the days that a page far behind has, and its offset among these: to
        leave a day behind costs a thousandth of what it costs to leave its articles one by one."""
        hits: Any = self._searcher.search(unscored(query), self._searcher.num_docs).hits
        if request.offset >= len(hits):
            return len(hits), tantivy.Query.empty_query(), 0
        days = np.array(self._searcher.fast_field_values("day", [address for _, address in hits]), np.int64)
        places = oldest_of(days) if request.sort == "oldest" else days
        ordered = np.sort(places)
        first, last = ordered[request.offset], ordered[min(request.offset + max(1, request.limit), len(hits)) - 1]
        shown = days[(first <= places) & (places <= last)]
        passed = np.count_nonzero((places < first) & ((days < shown.min()) | (days > shown.max())))
        among = all_of([query, self._translator.days(int(shown.min()), int(shown.max()))])
        return len(hits), among, request.offset - int(passed)

    def _by_score(self, query: tantivy.Query, offset: int, wanted: int) -> tuple[int, tuple[Hit, ...]]:
        total, ranked = self._best(query, wanted)
        return total, tuple(Hit(each.id, each.score) for each in self._in_order(ranked, offset, wanted))

    def _best(self, query: tantivy.Query, wanted: int) -> tuple[int, list[Ranked]]:
        """How many match, and more than the best wanted until the last one is surely behind the page: those that tie
        with the page's last are ordered by date."""
        fetch = max(1, wanted) + _MORE
        found: Any = self._searcher.search(query, fetch)
        while len(found.hits) == fetch and _tied(found.hits[-1]) >= _tied(found.hits[max(0, wanted - 1)]):
            fetch *= 4
            found = self._searcher.search(query, fetch, count=True)
        days: list[Any] = self._searcher.fast_field_values("day", [address for _, address in found.hits])
        ranked = [Ranked((-_tied(hit), day), *hit) for hit, day in zip(found.hits, days, strict=True)]
        return int(found.count), sorted(ranked, key=_placed)

    def _in_order(self, ranked: list[Ranked], offset: int, wanted: int) -> list[Ranked]:
        """The page's hits. Ids are read only of those and of what ties with them in score and day."""
        if offset >= min(wanted, len(ranked)):
            return []
        begin = bisect_left(ranked, ranked[offset].place, key=_placed)
        end = bisect_right(ranked, ranked[min(wanted, len(ranked)) - 1].place, key=_placed)
        named = sorted(self._named(ranked[begin:end]), key=lambda each: (each.place, each.id))
        return named[offset - begin : wanted - begin]

    def _named(self, ranked: Sequence[Ranked]) -> list[Ranked]:
        unread = [each.address for each in ranked if not each.id]
        ids = iter(self._read(unread) if unread else [])
        return [each if each.id else Ranked(each.place, each.score, each.address, next(ids)) for each in ranked]

    def _collapsed(self, query: tantivy.Query, request: SearchRequest, repeated: Counter[int], *, ranked: bool) -> Page:
        """As many of the best are fetched as make up the page's stories."""
        wanted = request.offset + request.limit
        fetch = wanted + min(repeated.total(), wanted // 2 + _MORE)
        while True:
            total, found = self._best(query, fetch) if ranked else self._first(query, request, fetch)
            heads = self._heads(found)
            if len(heads) >= wanted or len(found) == total:
                break
            fetch *= 4
        shown = self._in_order(heads, request.offset, wanted)
        placed = list(zip(shown, self._numbers(shown), strict=True))
        several = {story: each.id for each, story in placed if story in repeated}
        others = self._others(query, several, ranked=ranked, oldest=request.sort == "oldest") if several else {}
        hits = (_hit(each, others.get(story, Others())) for each, story in placed)
        return Page(total, tuple(hits), total - repeated.total())

    def _first(self, query: tantivy.Query, request: SearchRequest, fetch: int) -> tuple[int, list[Ranked]]:
        """How many match, and the first so many in the order of their dates."""
        key = "oldest" if request.sort == "oldest" else "newest"
        found: Any = self._searcher.search(query, max(1, fetch), order_by_field=key, order=tantivy.Order.Asc)
        hits = enumerate(found.hits)
        return int(found.count), [Ranked((0, n), 0.0, address, key[KEY_LENGTH:]) for n, (key, address) in hits]

    def _numbers(self, hits: Sequence[Ranked]) -> list[int]:
        return list(self._searcher.fast_field_values("story", [each.address for each in hits]))

    def _heads(self, ranked: list[Ranked]) -> list[Ranked]:
        """The best of each story, of equally good ones that with the first id."""
        stories: defaultdict[int, list[Ranked]] = defaultdict(list)
        for each, story in zip(ranked, self._numbers(ranked), strict=True):
            if not stories[story] or stories[story][0].place == each.place:
                stories[story].append(each)
        best = (each[0] if len(each) == 1 else min(self._named(each), key=_id) for each in stories.values())
        return sorted(best, key=_placed)

    def _others(
        self, query: tantivy.Query, heads: Mapping[int, str], *, ranked: bool, oldest: bool
    ) -> dict[int, Others]:
        """Of each head's story, the other matches: the original first, then in the order of the results."""
        of_them = any_of([self._translator.story(each) for each in heads])
        matches: Any = self._searcher.search(all_of([query, of_them]), max(1, self._searcher.num_docs))
        addresses = [address for _, address in matches.hits]
        days: list[Any] = self._searcher.fast_field_values("day", addresses)
        by_day = oldest_of(np.array(days, np.int64)).tolist() if oldest else days
        placed = zip(matches.hits, by_day, strict=True)
        found = [Ranked((-_tied(hit) if ranked else 0, day), *hit) for hit, day in placed]
        repeats: list[Any] = self._searcher.fast_field_values("repeats", addresses)
        others: defaultdict[int, list[tuple[int, Ranked]]] = defaultdict(list)
        for each, repeat, story in zip(found, repeats, self._numbers(found), strict=True):
            others[story].append((repeat, each))
        return {story: self._first_of(some, heads[story]) for story, some in others.items()}

    def _first_of(self, found: list[tuple[int, Ranked]], head: str) -> Others:
        """Ids are read only of those that may be named."""
        found.sort(key=lambda pair: (pair[0], pair[1].place))
        last = found[min(MOST_REPEATS + 1, len(found)) - 1]
        chosen = [pair for pair in found if (pair[0], pair[1].place) <= (last[0], last[1].place)]
        named = zip((repeat for repeat, _ in chosen), self._named([each for _, each in chosen]), strict=True)
        ordered = sorted(((repeat, each.place, each.id) for repeat, each in named if each.id != head))
        return Others(len(found) - 1, tuple(each for _, _, each in ordered[:MOST_REPEATS]))


def _tied(hit: tuple[float, Address]) -> int:
    return bm25.tied(hit[0])


def _placed(each: Ranked) -> tuple[int, int]:
    return each.place


def _id(each: Ranked) -> str:
    return each.id


def _hit(head: Ranked, others: Others) -> Hit:
    return Hit(head.id, head.score, others.number, others.named)
