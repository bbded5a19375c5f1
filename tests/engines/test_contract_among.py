"""What may be asked of a page of hits alone, and of named values of a facet; nearness of more than two words."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from indexer.engines import open_engine
from indexer.engines.engine import Engine, FacetWanted, Reader, SearchRequest
from indexer.query.tree import MatchAll, Or, SpanNear, Word
from tests.engines.samples import article, filled

TEXTS = {
    "all": "old boat x x harbour",
    "pairs": "old boat x x x x x x boat harbour x x x x x x old x harbour",
    "apart": "old x x x x x x boat x x x x x harbour",
    "twice": "boat old x boat x harbour",
}


@pytest.fixture(scope="module", params=["memory", "whoosh", "tantivy"])
def reader(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    if request.param == "tantivy":
        pytest.importorskip("tantivy", reason="the tantivy extra is not installed")
    folder: Path = tmp_path_factory.mktemp("among") / "index"
    with closing(open_engine(f"{request.param}:{folder}", create=True)) as engine:
        with engine.writer() as writer:
            for name, text in TEXTS.items():
                writer.replace(article(name, "No title", text, organisations=(name.upper(), "All")))
        yield engine.reader()


def found(reader: Reader, request: SearchRequest) -> set[str]:
    answer = reader.search(request)
    assert answer.total == len(answer.hits)
    return {hit.id for hit in answer.hits}


BOAT = Word("boat", exact=True)


@pytest.mark.parametrize(
    ("among", "there"),
    [(None, set(TEXTS)), (frozenset({"all", "gone"}), {"all"}), (frozenset(), set())],
    ids=["all", "one that is there and one that is not", "none"],
)
def test_only_the_articles_that_are_named_match(reader: Reader, among: frozenset[str] | None, there: set[str]) -> None:
    assert found(reader, SearchRequest(BOAT, among=among)) == there


def test_an_article_scores_among_few_as_among_all(reader: Reader) -> None:
    query = Or((BOAT, Word("old", exact=True)))
    everywhere = {hit.id: hit.score for hit in reader.search(SearchRequest(query)).hits}
    few = reader.search(SearchRequest(query, among=frozenset({"all", "twice"}))).hits
    assert {hit.id: hit.score for hit in few} == pytest.approx({each: everywhere[each] for each in ("all", "twice")})


def test_of_a_facet_only_the_values_that_are_named_are_counted(reader: Reader) -> None:
    wanted = FacetWanted("organisation", named=frozenset({"ALL", "All", "GONE"}))
    counts = reader.search(SearchRequest(MatchAll(), facets=(wanted,))).facets[0]
    assert [(row.value, row.count) for row in counts.rows] == [("All", 4), ("ALL", 1)]


@pytest.mark.parametrize(
    ("terms", "distance", "there"),
    [
        (("harbour", "old", "boat"), 2, {"all", "twice"}),
        (("harbour", "old", "boat"), 11, {"all", "pairs", "apart", "twice"}),
        (("harbour", "old", "boat"), 6, {"all", "twice", "pairs"}),
        (("harbour", "old", "boat", "boat"), 2, {"twice"}),
        (("boat", "boat"), 2, {"twice"}),
        (("boat", "boat"), 900, {"pairs", "twice"}),
        (("harbour", "old", "boat"), 900, set(TEXTS)),
    ],
)
def test_words_are_near_only_where_all_are_at_one_place(
    reader: Reader, terms: tuple[str, ...], distance: int, there: set[str]
) -> None:
    near = SpanNear(terms, distance)
    assert found(reader, SearchRequest(near)) == there
    assert reader.verifying(near) >= 0


def test_an_article_with_a_term_in_title_and_text_is_counted_once(engine: Engine) -> None:
    both = article("both", title="Ferry to Oslo", text="The ferry leaves.")
    with closing(
        filled(engine, (both, article("text", text="A ferry came."), article("neither", text="No")))
    ) as reader:
        for _ in range(2):
            assert [reader.document_frequency(field, "ferry") for field in ("any", "title")] == [2, 1]
            reader.term_dictionary("any")


def test_to_see_how_near_words_are_takes_longer_in_more_and_in_longer_articles(tmp_path: Path) -> None:
    """In tantivy, where articles are read for it."""
    near, few_places = SpanNear(("harbour", "old", "boat"), 900), SpanNear(("harbour", "old", "boat"), 1)
    taken = []
    for number, length in ((1, 10), (20, 10), (20, 5_000), (300, 10)):
        engine = open_engine(f"tantivy:{tmp_path / f'{number}-{length}'}", create=True)
        text = f"harbour old boat {'and ' * length}"
        with (
            closing(engine),
            closing(filled(engine, tuple(article(str(each), text=text) for each in range(number)))) as reader,
        ):
            taken.append(reader.verifying(near))
            assert 0 < reader.verifying(few_places) < taken[-1]
            assert reader.verifying(SpanNear(("harbour", "boat"), 900)) == 0
    one, more, longer, many = taken
    assert 0 < 20 * one == more < longer
    assert many == 300 * one
