"""Random archives of a few hundred small articles: what engines do only where there are many."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.article import Article, PartialDate
from indexer.engines.engine import FacetWanted, Filter, SearchRequest
from indexer.fields import FACET_FIELDS
from indexer.query.tree import DisMax, MatchAll, Not, Or, Phrase, Query, SpanNear
from tests.engines.samples import PROVENANCE, exact, word
from tests.engines.test_generated import (
    COUNTS_THE_DEAD,
    DAYS,
    OTHERS,
    WORDS,
    _agree,
    _rank_alike,
    both_after,
    days,
    words,
)

pytestmark = pytest.mark.usefixtures("pages_soon_deep")

ORIGINALS = ("1", "17", "100", "gone")
BODIES = tuple(f"Body {number}" for number in range(90))

Commits = Sequence[Sequence[Article | str]]


@dataclass(frozen=True)
class Shape:
    """A few distinct texts, so that many articles tie, or many."""

    seed: int
    size: int
    texts: int

    def commits(self) -> list[list[Article | str]]:
        """Each article once, in an order that neither its date nor its id has."""
        rng = random.Random(self.seed)
        texts = [" ".join(rng.choices(WORDS, k=rng.randint(0, 9))) for _ in range(self.texts)]
        ids = [f"{number:o}" for number in range(self.size)]
        rng.shuffle(ids)
        added: list[Article | str] = [_article(rng, each, texts) for each in ids]
        parts = sorted(rng.sample(range(self.size), 2))
        return [added[: parts[0]], added[parts[0] : parts[1]], added[parts[1] :]]

    def changed(self) -> list[list[Article | str]]:
        """The same, and then some are replaced, and some are deleted."""
        commits = self.commits()
        rng = random.Random(self.seed)
        added = [each for commit in commits for each in commit if isinstance(each, Article)]
        chosen = rng.sample(added, self.size // 5)
        later: list[Article | str] = [_article(rng, each.id, [each.text, "boat boat old"]) for each in chosen[::2]]
        return [*commits, later, [each.id for each in chosen[1::2]]]


def _article(rng: random.Random, article_id: str, texts: Sequence[str]) -> Article:
    return Article(
        id=article_id,
        title=rng.choice(("", "", "Old boat", "Council")),
        text=rng.choice(texts),
        provenance=PROVENANCE,
        date=PartialDate(rng.choice(DAYS)),
        type=rng.choice(("news", "speech")),
        duplicate_of=rng.choice(("", "", "", *ORIGINALS)) if article_id not in ORIGINALS else "",
        organisations=tuple(rng.choices(BODIES, k=rng.randint(0, 3))),
        places=tuple(rng.choices(("Oslo", "Bergen", "Ås"), k=rng.randint(0, 2))),
    )


shapes = st.builds(Shape, st.integers(0, 10_000), st.integers(200, 400), st.sampled_from((1, 3, 40)))
queries: st.SearchStrategy[Query] = st.one_of(
    st.just(MatchAll()),
    words,
    st.sampled_from((word("boat"), word("council"), exact("old"), Not(word("un")))),
    st.builds(lambda one, other: Or((one, other)), words, words),
    st.builds(lambda one, other: DisMax((one, Not(other))), words, words),
    st.sampled_from((Phrase(("old", "boat")), SpanNear(("boat", "un"), 2), SpanNear(("old", "boat", "council"), 4))),
)
filters = st.lists(
    st.builds(
        Filter,
        st.sampled_from(("organisation", "place", "year")),
        st.frozensets(st.sampled_from((*BODIES[:30], "Oslo", "2016")), max_size=9),
        st.frozensets(st.sampled_from((*BODIES[:9], "Bergen", "2017")), max_size=1),
    ),
    max_size=1,
).map(tuple)
wanted = st.builds(
    FacetWanted,
    st.sampled_from(("organisation", "organisation", *FACET_FIELDS)),
    st.sampled_from((0, 1, 5, 20, 100)),
    st.sampled_from((0, 0, 1, 7, 60)),
    st.sampled_from(("", "", "1", "dy 4")),
)
requests = st.builds(
    SearchRequest,
    query=queries,
    filters=filters,
    first=days,
    last=st.none(),
    sort=st.sampled_from(("relevance", "relevance", "newest", "oldest")),
    offset=st.sampled_from((0, 0, 1, 10, 40, 150, 390)),
    limit=st.sampled_from((0, 1, 10, 10, 50, 100)),
    facets=wanted.map(lambda each: (each,)),
    collapse=st.booleans(),
)
asked = st.lists(requests, min_size=20, max_size=25)
slowly = settings(deadline=None, max_examples=5, derandomize=True, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("name", OTHERS)
@slowly
@given(shapes, asked)
def test_every_engine_answers_as_the_oracle_where_there_are_many(
    name: str, shape: Shape, asked: list[SearchRequest]
) -> None:
    _compare(name, shape.commits(), asked, ranks=True)


@pytest.mark.parametrize("name", OTHERS)
@slowly
@given(shapes, asked)
def test_every_engine_is_as_the_oracle_after_many_changes(name: str, shape: Shape, asked: list[SearchRequest]) -> None:
    _compare(name, shape.changed(), asked, ranks=name not in COUNTS_THE_DEAD)


def _compare(name: str, commits: Commits, asked: list[SearchRequest], *, ranks: bool) -> None:
    with both_after(name, commits) as both:
        assert sorted(both.other.ids()) == sorted(both.oracle.ids())
        assert list(both.other.terms("any", "", 100)) == list(both.oracle.terms("any", "", 100))
        for request in asked:
            _agree(both, request)
            if ranks:
                _rank_alike(both, request)
