from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.article import PartialDate
from indexer.query.dates import dated, partial
from indexer.query.tree import DateRange

_DAYS = st.dates(date(1000, 1, 1), date(9998, 12, 31)).map(date.isoformat)
_PARTIAL_DATES = st.builds(lambda day, length: day[:length], _DAYS, st.sampled_from([4, 7, 10]))


def _holds(bounds: DateRange | None, value: str) -> bool:
    """Whether an article of this date is found, by the rule of `DateRange`."""
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
    "typed",
    [
        *("", "..", "17", "2017-13", "2017-02-29", "20177", "0999", "2018..2016", "2017..x", "next year", "2017-1-"),
        *("20171301", ">", ">x", "1 May", "31.02.2019", "on 1 May 2019"),
    ],
)
def test_what_is_no_date_has_no_bounds(typed: str) -> None:
    assert dated("date", typed) is None


@pytest.mark.parametrize(
    ("field", "typed", "first", "last"),
    [
        ("date", "2016/5", 20160501, 20160531),
        ("date", "2016.05.04", 20160504, 20160504),
        ("date", "2016–2018", 20160101, 20181231),
        ("date", "2016-05-04..2016-05-04", 20160504, 20160504),
        ("date", "..2016-02", None, 20160231),
        ("date", "2016-02..", 20160201, None),
        ("date", " 2016 .. 2017-06 ", 20160101, 20170631),
        ("date", "1 May 2019", 20190501, 20190501),
        ("date", "May 2019", 20190501, 20190531),
        ("date", "1 мая 2019", 20190501, 20190501),
        ("date", "01.05.2019", 20190501, 20190501),
        ("date", "02/05/2019", 20190502, 20190502),
        ("date", "5/21/2019", 20190521, 20190521),
        ("date", "20190521", 20190521, 20190521),
        ("date", "2016 TO 2018", 20160101, 20181231),
        ("date", "1 May 2019..20190521", 20190501, 20190521),
        ("date", ">2016", 20170101, None),
        ("date", ">=2016", 20160101, None),
        ("date", "< 2016", None, 20151231),
        ("date", "<=2016-02", None, 20160231),
        ("after", "1 May 2019", 20190502, None),
        ("after", "2016", 20170101, None),
        ("after", "2016-02", 20160301, None),
        ("after", "2016-02-28", 20160229, None),
        ("before", "2016-03", None, 20160231),
        ("before", "2016-03-02", None, 20160301),
        ("before", "2016", None, 20151231),
    ],
)
def test_a_date_bounds_the_days_that_it_names(field: str, typed: str, first: int | None, last: int | None) -> None:
    bounds = dated(field, typed)
    assert bounds is not None
    assert (bounds.first, bounds.last) == (first, last)


@pytest.mark.parametrize("typed", ["x..2017", "2018-02..2018-01", "..x", "2016-2015", "2016...2017"])
def test_a_range_with_an_end_that_is_no_date_or_before_its_beginning_is_none(typed: str) -> None:
    assert dated("date", typed) is None


@pytest.mark.parametrize(
    ("field", "typed"), [("after", "9999"), ("before", "1000"), ("date", "9999-12"), ("date", "1000")]
)
def test_the_ends_of_the_calendar_are_no_trap(field: str, typed: str) -> None:
    assert partial(typed) is not None
    dated(field, typed)


def test_nothing_is_dated_after_the_end_of_the_calendar() -> None:
    assert dated("after", "9999") is None
    assert dated("date", "9999") == DateRange(99990101, 99991231, "date:9999")
