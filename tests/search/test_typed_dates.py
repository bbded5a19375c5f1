from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.article import PartialDate
from indexer.search.tree import Dated
from indexer.search.typed_dates import dated, partial

_DAYS = st.dates(date(1000, 1, 1), date(9998, 12, 31)).map(date.isoformat)
_PARTIAL_DATES = st.builds(lambda day, length: day[:length], _DAYS, st.sampled_from([4, 7, 10]))


def _holds(bounds: Dated | None, value: str) -> bool:
    """Whether an article of this date is found, by the rule of `Dated`."""
    assert bounds is not None
    known = PartialDate(value)
    return (bounds.first or 0) <= known.first_day and known.last_day <= (bounds.last or 99_999_999)


@given(_PARTIAL_DATES)
def test_an_article_is_within_its_own_date_and_neither_before_nor_after_it(value: str) -> None:
    assert _holds(dated("date", value), value)
    assert not _holds(dated("after", value), value)
    assert not _holds(dated("before", value), value)


@given(_DAYS, _DAYS)
def test_days_are_told_apart_in_order(one: str, other: str) -> None:
    assert _holds(dated("after", one), other) == (other > one)
    assert _holds(dated("before", one), other) == (other < one)
    assert _holds(dated("date", f"{min(one, other)}..{max(one, other)}"), one)


@pytest.mark.parametrize(
    "typed", ["", "..", "17", "2017-13", "2017-02-29", "20177", "0999", "2018..2016", "2017..x", "next year", "2017-1-"]
)
def test_what_is_no_date_has_no_bounds(typed: str) -> None:
    assert dated("date", typed) is None


@pytest.mark.parametrize(
    ("field", "typed"), [("after", "9999"), ("before", "1000"), ("date", "9999-12"), ("date", "1000")]
)
def test_the_ends_of_the_calendar_are_no_trap(field: str, typed: str) -> None:
    assert partial(typed) is not None
    dated(field, typed)
