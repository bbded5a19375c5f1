"""Random articles, queries, filters and changes: every engine answers as the oracle does."""

import random
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from itertools import pairwise
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.article import ARTICLE_TYPES, Article, PartialDate, Quotation
from indexer.engines import open_engine
from indexer.engines.article_terms import article_terms
from indexer.engines.engine import Engine, FacetWanted, Filter, Reader, SearchRequest
from indexer.engines.memory import MemoryEngine
from indexer.fields import FACET_FIELDS, FACETS, NAME_FIELDS, QueryField
from indexer.query.tree import (
    And,
    Boosted,
    DateRange,
    DisMax,
    MatchAll,
    MatchNone,
    Not,
    Or,
    Phrase,
    Query,
    SpanNear,
    Word,
)
from indexer.text.acronyms import acronym
from indexer.text.analysis import fold_word, loose_terms
from indexer.text.analysis import terms as terms_of
from indexer.text.stemmer import stem
from tests.engines.samples import PROVENANCE, article, exact, word

WORDS = (
    "council",
    "councils",
    "boat",
    "boats",
    "old",
    "un",
    "гавань",
    "гавани",
    "72",
    "us",
    "US",
    "WHO",
    "aids",
    "AIDS",
)
NAMES = ("Old Council", "Boat", "UN Boat Council", "UN", "Гавань", "old council", "72/1", "")
OFFICES = ("Council, Boat", "Old Council, UN Boat", "Council", "Boat, Old Council")
DAYS = ("", "", "2016", "2016-05", "2016-05-04", "2016-05-05", "2017", "2017-01-01", "2017-01", "1992-05-15")
IDS = ("b", "a", "ab", "a-1", "é", "z")
ORIGINALS = ("b", "z")  # what is repeated repeats nothing itself
QUERY_FIELDS: tuple[QueryField, ...] = ("any", "any", "any", "title", *NAME_FIELDS)

sentences = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
names = st.lists(st.sampled_from(NAMES[:-1]), max_size=3).map(tuple)
articles = st.builds(
    Article,
    id=st.sampled_from(IDS),
    title=sentences,
    text=st.lists(sentences, max_size=3).map("\n\n".join),
    provenance=st.just(PROVENANCE),
    date=st.sampled_from(DAYS).map(PartialDate),
    type=st.sampled_from(ARTICLE_TYPES),
    source=st.sampled_from(NAMES),
    language=st.sampled_from(("en", "ru", "", "fr", "de", "uz", "sr")),
    organisations=names,
    people=names,
    places=names,
    documents=names,
    speakers=names,
    authors=names,
    offices=st.lists(st.sampled_from(OFFICES), max_size=3).map(tuple),
    url=st.sampled_from(("", "https://example.org/boat?old=1#top", "http://www.example.org/boat")),
    quotations=st.lists(
        st.builds(Quotation, st.integers(0, 20), st.integers(20, 60), st.sampled_from(NAMES)), max_size=3
    ).map(lambda each: tuple(sorted(each, key=lambda one: (one.start, -one.end)))),
    duplicate_of=st.sampled_from(("", "", *ORIGINALS, "gone")),
).map(lambda each: replace(each, duplicate_of="") if each.id in ORIGINALS else each)


def _word(text: str, field: QueryField, is_exact: bool) -> Word:
    if field in ("any", "title") and (letters := acronym(text)):
        return Word(letters, field, is_exact)
    made = exact(text) if is_exact or field not in ("any", "title") else word(text)
    return Word(made.term, field, made.exact, flat=field == "any" and not made.exact and len(text) % 2 == 0)


_SAID = ("council|1", "boat|0", "boat=none", "old|all", "un|2", "#|1", "=Old_Council|1", "council|none", "=")
terms = st.sampled_from([*(fold_word(each) for each in WORDS), *_SAID])
words = st.builds(_word, st.sampled_from(WORDS), st.sampled_from(QUERY_FIELDS), st.booleans())
several = st.lists(terms, max_size=4).map(tuple)
days = st.sampled_from((None, 19920101, 20160501, 20160504, 20161231, 20170131, 20200101))
leaves: st.SearchStrategy[Query] = st.one_of(
    words,
    words,
    st.builds(Phrase, several, st.sampled_from(QUERY_FIELDS)),
    st.builds(SpanNear, several, st.integers(0, 12), st.sampled_from(QUERY_FIELDS)),
    st.builds(DateRange, days, days),
    st.sampled_from((MatchAll(), MatchNone())),
)
queries = st.recursive(
    leaves,
    lambda parts: st.one_of(
        st.builds(And, st.lists(parts, max_size=4).map(tuple)),
        st.builds(Or, st.lists(parts, max_size=4).map(tuple)),
        st.builds(DisMax, st.lists(parts, max_size=4).map(tuple)),
        st.builds(Boosted, parts, st.lists(parts, max_size=3).map(tuple), st.sampled_from([0.5, 2.0])),
        st.builds(Not, parts),
    ),
    max_leaves=12,
)
values = st.frozensets(st.sampled_from((*NAMES, "news", "en", "2016", "2016-05", "2017-01")), max_size=3)
filters = st.lists(st.builds(Filter, st.sampled_from(FACET_FIELDS), values, values), max_size=3).map(tuple)
wanted = st.lists(
    st.builds(
        FacetWanted,
        st.sampled_from(FACET_FIELDS),
        st.integers(0, 5),
        st.integers(0, 3),
        st.sampled_from(("", "", "OLD", "un")),
    ),
    max_size=4,
    unique_by=lambda each: each.field,
).map(tuple)
requests = st.builds(
    SearchRequest,
    query=queries,
    filters=filters,
    first=days,
    last=days,
    sort=st.sampled_from(("relevance", "newest", "oldest")),
    offset=st.integers(0, 3),
    limit=st.integers(0, 5),
    facets=wanted,
    collapse=st.booleans(),
)
changes = st.lists(st.one_of(articles, articles, articles, st.sampled_from(IDS)), max_size=8)


@dataclass(frozen=True)
class Both:
    """The oracle and another engine, after the same commits."""

    oracle: Reader
    other: Reader


@contextmanager
def both_after(name: str, commits: Sequence[Sequence[Article | str]]) -> Iterator[Both]:
    oracle = MemoryEngine()
    with TemporaryDirectory() as folder, closing(open_engine(f"{name}:{folder}/index", create=True)) as other:
        commit_all((oracle, other), commits)
        yield Both(oracle.reader(), other.reader())


def commit_all(engines: tuple[Engine, ...], commits: Sequence[Sequence[Article | str]]) -> None:
    for commit in commits:
        for engine in engines:
            with engine.writer() as writer:
                for change in commit:
                    if isinstance(change, Article):
                        writer.replace(change)
                    else:
                        writer.delete(change)


def _agree(both: Both, request: SearchRequest) -> None:
    expected, given_back = both.oracle.search(request), both.other.search(request)
    assert given_back.total == expected.total
    assert given_back.stories == expected.stories
    assert given_back.facets == expected.facets
    assert len(given_back.hits) == len(expected.hits)
    if request.sort != "relevance":
        assert given_back.hits == expected.hits


def _rank_alike(both: Both, request: SearchRequest) -> None:
    expected, given_back = both.oracle.search(request), both.other.search(request)
    everything = SearchRequest(request.query, request.filters, request.first, request.last, request.sort, limit=1000)
    scores = {hit.id: hit.score for hit in both.oracle.search(everything).hits}
    assert {hit.id for hit in both.other.search(everything).hits} == scores.keys()
    assert [hit.score for hit in given_back.hits] == pytest.approx([hit.score for hit in expected.hits], rel=TOLERANCE)
    # where two scores differ by less than NEAR, either may come first
    assert [scores[hit.id] for hit in given_back.hits] == pytest.approx([h.score for h in expected.hits], abs=NEAR)
    if all(next_one - each > NEAR for each, next_one in pairwise(sorted(set(scores.values())))):
        assert [replace(hit, score=0) for hit in given_back.hits] == [replace(hit, score=0) for hit in expected.hits]


TOLERANCE = 1e-4
NEAR = 1e-5
OTHERS = ["whoosh", "tantivy"]
COUNTS_THE_DEAD = {"tantivy"}  # see test_differences.py
quickly = settings(max_examples=40)


@pytest.mark.parametrize("name", OTHERS)
@quickly
@given(st.lists(articles, max_size=6, unique_by=lambda each: each.id), st.lists(requests, min_size=1, max_size=5))
def test_every_engine_answers_as_the_oracle(name: str, added: list[Article], asked: list[SearchRequest]) -> None:
    with both_after(name, [added]) as both:
        for request in asked:
            _agree(both, request)
            _rank_alike(both, request)


@pytest.mark.parametrize("name", OTHERS)
@quickly
@given(st.lists(changes, min_size=1, max_size=4), st.lists(requests, min_size=1, max_size=3))
def test_every_engine_is_as_the_oracle_after_any_changes(
    name: str, commits: list[list[Article | str]], asked: list[SearchRequest]
) -> None:
    with both_after(name, commits) as both:
        assert both.other.count == both.oracle.count
        assert sorted(both.other.ids()) == sorted(both.oracle.ids())
        assert [both.other.article(each) for each in IDS] == [both.oracle.article(each) for each in IDS]
        for field in QUERY_FIELDS:
            terms = list(both.oracle.terms(field, "", 100))
            assert list(both.other.terms(field, "", 100)) == terms
            assert [both.other.document_frequency(field, term) for term, _ in terms] == [count for _, count in terms]
        for request in asked:
            _agree(both, request)
            if name not in COUNTS_THE_DEAD:
                _rank_alike(both, request)


@pytest.mark.parametrize("name", ["memory", *OTHERS])
@quickly
@given(st.lists(articles, max_size=6), requests)
def test_the_count_beside_a_value_is_the_total_after_clicking_it(
    name: str, added: list[Article], request_: SearchRequest
) -> None:
    with both_after(name, [added]) as both:
        reader = both.other
        every = SearchRequest(
            request_.query, request_.filters, facets=tuple(FacetWanted(field, limit=1000) for field in FACET_FIELDS)
        )
        for facet in reader.search(every).facets:
            assert facet.distinct == len(facet.rows)
            shown = {row.value: row.count for row in facet.rows}
            there = {value for each in added for value in FACETS[facet.field].values(each)}
            for value in there:
                others = tuple(
                    Filter(each.field, frozenset(), each.exclude) if each.field == facet.field else each
                    for each in request_.filters
                )
                clicked = (*others, Filter(facet.field, frozenset({value})))
                assert reader.search(SearchRequest(request_.query, clicked)).total == shown.get(value, 0)


@pytest.mark.parametrize("name", OTHERS)
def test_nearness_is_the_same_on_many_texts(name: str) -> None:
    rng = random.Random(3)
    texts = [" ".join(rng.choices("abcdefghij", k=rng.randint(2, 14))) for _ in range(150)]
    with both_after(name, [[article(f"n{i}", text[::-1][:7], text) for i, text in enumerate(texts)]]) as both:
        for _ in range(100):
            near = SpanNear(tuple(rng.choices("abcde", k=rng.randint(1, 4))), rng.choice((0, 1, 2, 3, 5, 9, 300)))
            asked = SearchRequest(near, limit=1000)
            assert {hit.id for hit in both.other.search(asked).hits} == {
                hit.id for hit in both.oracle.search(asked).hits
            }, near


@quickly
@given(st.text(st.sampled_from("aé'’.,-  \t\n\u00a0\u2028\u200bстL'10日本U.N.\u0301")))
def test_a_text_cut_at_its_spaces_has_the_terms_of_the_whole(text: str) -> None:
    assert list(article_terms(article("a", "", text)).text) == terms_of(text)
    assert list(article_terms(article("a", "", text)).text_stems) == [
        stem(term) for piece in text.split() for term in loose_terms(piece)
    ]
