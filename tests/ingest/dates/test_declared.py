"""The date that a file states, in whatever form its maker wrote it."""

import pytest

from indexer.article import PartialDate
from tests.ingest.dates.publication import read, value


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2017-01-17", "2017-01-17"),
        ("1987-02-26T15:01:01", "1987-02-26"),
        ("2017-01-17T23:30:00+03:00", "2017-01-17"),
        ("24.11.2016 13:44", "2016-11-24"),
        ("24.11.16 13:44", "2016-11-24"),
        ("Tue, 17 Jan 2017 10:00:00 +0300", "2017-01-17"),
        ("17 января 2017", "2017-01-17"),
        ("20170117", "2017-01-17"),
        ("20170117T104500Z", "2017-01-17"),
        ("2005", "2005"),
        ("2005-09", "2005-09"),
        ("09/2005", "2005-09"),
        ("September 2005", "2005-09"),
        ("2021/09/19", "2021-09-19"),
        ("2021/9/19 10:00:00", "2021-09-19"),
        ("Tue Jan 28 15:28:56 CET 2020", "2020-01-28"),
        ("Tue Jan  7 15:28:56 2020", "2020-01-07"),
        ("Tue Jan 28 15:28:56 +0100 2020", "2020-01-28"),
        ("1484641800", "2017-01-17"),
        ("1484641800000", "2017-01-17"),
        ("11/02/2017", "2017"),
        ("13/02/2017", "2017-02-13"),
    ],
)
def test_the_files_own_date_is_read_in_any_form(stated: str, expected: str) -> None:
    assert value(date=stated) == expected


@pytest.mark.parametrize(
    "stated",
    [
        "",
        "31 February 2017",
        "20177",
        "20170230",
        "2017-02-30",
        "1899-12-31",
        "2026-11-23",
        "soon",
        "0",
        "9999999999999",
    ],
)
def test_a_date_that_cannot_be_is_not_believed(stated: str) -> None:
    assert read(date=stated) == PartialDate()


@pytest.mark.parametrize(
    ("stated", "expected"), [("24.11.70", "1970-11-24"), ("24.11.25", "2025-11-24"), ("24.11.69", "")]
)
def test_a_year_of_two_figures_is_of_this_century_below_seventy(stated: str, expected: str) -> None:
    assert value(date=stated) == expected


def test_milliseconds_that_look_like_a_day_of_the_middle_ages_are_none() -> None:
    assert value(date="1101010412345") == "2004-11-21"
    assert value(date="1211011200000") == "2008-05-17"


def test_a_long_statement_is_no_date() -> None:
    assert value(date="2017-01-17".ljust(130, "x")) == ""
    assert value(date="2017-01-17 ".ljust(120, "x")) == "2017-01-17"
