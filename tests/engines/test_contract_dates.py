"""The order of dates that are known more or less well, on every engine."""

from dataclasses import replace

import pytest

from indexer.article import DateEvidence, PartialDate
from indexer.engines.engine import Engine, Reader, SearchRequest, Sort
from indexer.query.tree import MatchAll
from tests.engines.samples import article, filled

_DATES = {
    "a-told": PartialDate("2016-05-01", DateEvidence("first sentence")),
    "b-month": PartialDate("2016-05", DateEvidence("meta")),
    "c-stated": PartialDate("2016-05-01", DateEvidence("meta")),
    "d-month-told": PartialDate("2016-05", DateEvidence("first sentence")),
    "e-day-before": PartialDate("2016-04-30", DateEvidence("first sentence")),
    "f-day-after": PartialDate("2016-05-02", DateEvidence("first sentence")),
    "g-undated": PartialDate(),
}
_OF_ONE_DAY = ["c-stated", "a-told", "b-month", "d-month-told"]


@pytest.fixture(scope="module")
def dated(shared_engine: Engine) -> Reader:
    return filled(shared_engine, tuple(replace(article(each, "Ferry"), date=date) for each, date in _DATES.items()))


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("newest", ["f-day-after", *_OF_ONE_DAY, "e-day-before", "g-undated"]),
        ("oldest", ["e-day-before", *_OF_ONE_DAY, "f-day-after", "g-undated"]),
        ("relevance", ["f-day-after", *_OF_ONE_DAY, "e-day-before", "g-undated"]),
    ],
)
def test_what_is_only_likely_never_comes_before_what_is_certain_of_the_same_day(
    dated: Reader, sort: Sort, expected: list[str]
) -> None:
    assert [hit.id for hit in dated.search(SearchRequest(MatchAll(), sort=sort)).hits] == expected
    pages = [dated.search(SearchRequest(MatchAll(), sort=sort, offset=i, limit=1)).hits[0].id for i in range(7)]
    assert pages == expected
