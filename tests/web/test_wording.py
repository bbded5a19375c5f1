import pytest

from indexer.article import PartialDate
from indexer.fields import FacetField
from web import wording


@pytest.mark.parametrize(
    ("value", "said"),
    [("2017-01-07", "7 January 2017"), ("2017-12", "December 2017"), ("2017", "2017"), ("", "undated")],
)
def test_a_date_is_said_as_far_as_it_is_known(value: str, said: str) -> None:
    assert wording.day(value) == said


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 articles"), (1, "1 article"), (2, "2 articles"), (12345, "12,345 articles")]
)
def test_a_count_says_what_it_counts(number: int, said: str) -> None:
    assert wording.count(number, "article") == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("", "no date found"),
        ("2017", "only the year is known"),
        ("2017-01", "only the month is known"),
        ("2017-01-02", ""),
    ],
)
def test_precision_is_said_where_a_day_is_missing(value: str, said: str) -> None:
    assert wording.precision(PartialDate(value)) == said


@pytest.mark.parametrize(
    ("field", "raw", "said"),
    [
        ("language", "ru", "Russian"),
        ("language", "xx", "xx"),
        ("type", "press release", "Press release"),
        ("month", "2017-05", "May 2017"),
        ("place", "la Paz", "la Paz"),
    ],
)
def test_a_value_is_said_as_a_reader_would(field: FacetField, raw: str, said: str) -> None:
    assert wording.value(field, raw) == said
