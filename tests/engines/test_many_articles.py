"""What engines do only where many articles match: a page of those that tie, of the best few, of many values."""

from itertools import product
from random import Random

import pytest

from indexer.article import Article
from indexer.engines.engine import Engine, FacetCount, FacetWanted, Filter, Reader, SearchRequest, Sort
from indexer.query.tree import And, DateRange, MatchAll, MatchNone, Not, Or, Phrase, Query
from tests.engines.samples import article, exact, filled, found

pytestmark = pytest.mark.usefixtures("pages_soon_deep")

NEWEST = ("2017-01-01", "2017-01", "2017", "2016-05-04", "2016-05", "2016", "1992-05-15", "")
OLDEST = ("1992-05-15", "2016", "2016-05", "2016-05-04", "2017-01-01", "2017-01", "2017", "")
NUMBERS = range(300)
TREATIES = frozenset({7, 107, 207, 250})  # spread over dates and ids


def _article(number: int) -> Article:
    return article(
        f"{number:03}",
        text="treaty boat" if number in TREATIES else "harbour boat",
        date=NEWEST[number % len(NEWEST)],
        organisations=tuple(f"Body {each:03}" for each in (number, number // 2, number // 100)),
    )


@pytest.fixture(scope="module")
def many(shared_engine: Engine) -> Reader:
    """Written in three commits, in an order that is neither that of their dates nor that of their ids."""
    articles = [_article(number) for number in Random(5).sample(NUMBERS, len(NUMBERS))]
    for part in (articles[:90], articles[90:250], articles[250:]):
        reader = filled(shared_engine, tuple(part))
    return reader


def _in_order(dates: tuple[str, ...]) -> list[str]:
    return [f"{number:03}" for date in dates for number in NUMBERS if NEWEST[number % len(NEWEST)] == date]


ORDERS: dict[Sort, list[str]] = {"newest": _in_order(NEWEST), "oldest": _in_order(OLDEST)}
ORDERS["relevance"] = ORDERS["newest"]
PAGES = (
    (0, 1),
    (0, 10),
    (0, 70),
    (140, 10),
    (295, 10),
    (20, 200),
    (0, 1000),
    (0, 0),
    (299, 5),
    (300, 5),
    (900, 5),
    (150, 0),
)


def _page(reader: Reader, query: Query, sort: Sort, page: tuple[int, int]) -> list[str]:
    result = reader.search(SearchRequest(query, sort=sort, offset=page[0], limit=page[1]))
    assert result.total == len(NUMBERS)
    return [hit.id for hit in result.hits]


@pytest.mark.parametrize("sort", ORDERS)
@pytest.mark.parametrize("query", [MatchAll(), exact("boat")], ids=["everything", "a word"])
def test_many_that_tie_are_in_order_on_every_page(many: Reader, query: Query, sort: Sort) -> None:
    for offset, limit in PAGES:
        assert _page(many, query, sort, (offset, limit)) == ORDERS[sort][offset : offset + limit]


def test_the_few_best_come_before_the_many_that_tie(many: Reader) -> None:
    query = Or((exact("boat"), exact("treaty")))
    best = [each for each in ORDERS["newest"] if int(each) in TREATIES]
    expected = [*best, *(each for each in ORDERS["newest"] if each not in best)]
    for offset, limit in (*PAGES, (0, 3), (2, 4)):
        assert _page(many, query, "relevance", (offset, limit)) == expected[offset : offset + limit]


def test_the_few_that_match_come_one_by_one_as_together(many: Reader) -> None:
    query = And((exact("boat"), exact("treaty")))
    together = many.search(SearchRequest(query)).hits
    assert [hit.id for hit in together] == [each for each in ORDERS["newest"] if int(each) in TREATIES]
    alone = [many.search(SearchRequest(query, offset=place, limit=1)).hits[0] for place in range(len(TREATIES))]
    assert tuple(alone) == together


COUNTS: dict[str, int] = {}
for _number in NUMBERS:
    for _body in {*_article(_number).organisations}:
        COUNTS[_body] = COUNTS.get(_body, 0) + 1
ROWS = sorted((FacetCount(value, count) for value, count in COUNTS.items()), key=lambda row: (-row.count, row.value))


@pytest.mark.parametrize(("offset", "limit"), [(0, 1), (0, 10), (2, 5), (60, 40), (299, 5), (0, 1000), (7, 0)])
@pytest.mark.parametrize("containing", ["", "BODY 1"])
def test_many_values_come_by_count_and_then_by_value(many: Reader, containing: str, offset: int, limit: int) -> None:
    wanted = (FacetWanted("organisation", limit, offset, containing),)
    facet = many.search(SearchRequest(MatchAll(), limit=0, facets=wanted)).facets[0]
    expected = [row for row in ROWS if containing.lower() in row.value.lower()]
    assert facet.distinct == len(expected)
    assert list(facet.rows) == expected[offset : offset + limit]


def test_of_many_that_tie_only_those_that_pass_the_filters_are_on_the_page(many: Reader) -> None:
    chosen = Filter("organisation", include=frozenset({"Body 001", "Body 002"}))
    for sort, limit in product(ORDERS, (5, 1000)):
        result = many.search(SearchRequest(exact("boat"), (chosen,), sort=sort, limit=limit))
        expected = [each for each in ORDERS[sort] if int(each) >= 100 or int(each) in (1, 2, 3, 4, 5)]
        assert result.total == len(expected)
        assert [hit.id for hit in result.hits] == expected[:limit]


@pytest.mark.parametrize(
    "query",
    [
        MatchAll(),
        DateRange(),
        And(()),
        Not(MatchNone()),
        Not(exact("zebra")),
        exact("boat"),
        Or((exact("boat"), DateRange())),
    ],
    ids=repr,
)
def test_what_was_deleted_or_replaced_does_not_match(engine: Engine, query: Query) -> None:
    dated = [number for number in range(20) if NEWEST[number % len(NEWEST)]]
    filled(engine, tuple(map(_article, dated)))
    with engine.writer() as writer:
        writer.delete("003")
        writer.replace(article("004", text="boat", date="2016"))
    result = engine.reader().search(SearchRequest(query, limit=100, facets=(FacetWanted("year", limit=100),)))
    assert {hit.id for hit in result.hits} == {f"{number:03}" for number in dated if number != 3}
    assert result.total == len(result.hits) == sum(row.count for row in result.facets[0].rows)


def test_a_word_is_found_at_any_place_of_a_long_text(engine: Engine) -> None:
    places = (254, 255, 256, 65_534, 65_535)
    texts = {place: article(str(place), text="word " * place + f"old{place} boat") for place in places}
    reader = filled(engine, tuple(texts.values()))
    for place in places:
        assert found(reader, Phrase((f"old{place}", "boat"))) == {str(place)}
        assert found(reader, Phrase(("word", f"old{place}"))) == {str(place)}


def test_a_replaced_article_comes_back_as_it_is_now(engine: Engine) -> None:
    filled(engine, tuple(map(_article, range(20))))
    for text in ("boat", "boat again"):
        replaced = article("004", text=text)
        reader = filled(engine, (replaced,))
        assert reader.article("004") == replaced
        assert [each.document_frequency for each in reader.terms("any", "boat", 1)] == [20]
    with engine.writer() as writer:
        writer.delete("004")
    assert engine.reader().article("004") is None
    assert "004" not in list(engine.reader().ids())
