"""Dates told by their distance from the day of writing."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.ingest.dates import FoundDate, relative_in, resolved
from tests.machine import cpu_bound

THURSDAY = date(2016, 11, 24)


def values(text: str, written: date = THURSDAY) -> list[str]:
    return [resolved(each, written).value for each in relative_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("last November", "2015-11"),
        ("Last October", "2016-10"),
        ("this November", "2016-11"),
        ("next March", "2017-03"),
        ("next November", "2017-11"),
        ("last year's November", "2015-11"),
        ("last year’s November", "2015-11"),
        ("in November last year", "2015-11"),
        ("in November of last year", "2015-11"),
        ("in March next year", "2017-03"),
        ("last year", "2015"),
        ("this year", "2016"),
        ("next year", "2017"),
        ("в ноябре прошлого года", "2015-11"),
        ("в октябре этого года", "2016-10"),
        ("в прошлом году", "2015"),
        ("en octobre dernier", "2016-10"),
        ("en mars prochain", "2017-03"),
        ("l'année dernière", "2015"),
        ("el pasado octubre", "2016-10"),
        ("el pasado mes de octubre", "2016-10"),
        ("en octubre pasado", "2016-10"),
        ("en octubre del año pasado", "2015-10"),
        ("im vergangenen Oktober", "2016-10"),
    ],
)
def test_months_and_years_are_counted_from_the_day_of_writing(text: str, expected: str) -> None:
    assert values(f"They met {text}, we hear.") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Monday", "2016-11-21"),
        ("On Thursday", "2016-11-24"),
        ("on Friday", "2016-11-18"),
        ("last Thursday", "2016-11-17"),
        ("last Monday", "2016-11-21"),
        ("next Monday", "2016-11-28"),
        ("next Thursday", "2016-12-01"),
        ("в понедельник", "2016-11-21"),
        ("во вторник", "2016-11-22"),
        ("в прошлую пятницу", "2016-11-18"),
        ("lundi dernier", "2016-11-21"),
        ("el lunes", "2016-11-21"),
        ("am Montag", "2016-11-21"),
        ("yesterday", "2016-11-23"),
        ("today", "2016-11-24"),
        ("tomorrow", "2016-11-25"),
        ("вчера", "2016-11-23"),
        ("ayer", "2016-11-23"),
        ("aujourd’hui", "2016-11-24"),
    ],
)
def test_weekdays_and_days_are_counted_from_the_date_line_beside_them(text: str, expected: str) -> None:
    assert values(f"They met {text}, we hear.") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "on 19 April last year",
        "on November 2, last year",
        "19 апреля прошлого года",
        "le 2 novembre dernier",
        "on Monday, 21 November",
        "the last march of the army",
        "the last may leave",
        "last but not least",
        "on mon compte",
        "hier ist alles gut",
        "todayish",
    ],
)
def test_what_has_a_figure_or_is_no_date_is_left_alone(text: str) -> None:
    assert relative_in(text) == []


def test_what_is_found_is_quoted_and_in_reading_order() -> None:
    text = "Last November the ministers met; on Monday, after a year, they met again in May last year."
    assert [text[each.start : each.end] for each in relative_in(text)] == [
        "Last November",
        "on Monday",
        "May last year",
    ]


def test_a_date_that_says_no_distance_stays_as_it_is() -> None:
    for found in (
        FoundDate(0, 4, 2012),
        FoundDate(0, 6, month=11, day=2),
        FoundDate(0, 9, month=11, day=2, weekday=3),
        FoundDate(0, 9, 0, 2, 29, year_shift=-1),
    ):
        assert resolved(found, THURSDAY) == found


@given(st.dates(min_value=date(1900, 1, 8), max_value=date(2100, 1, 1)))
def test_a_weekday_is_within_the_week_before_and_the_next_one_within_the_week_after(written: date) -> None:
    for name in ("Monday", "Wednesday", "Sunday"):
        on, last, following = (
            date.fromisoformat(values(f"{word} {name}", written)[0]) for word in ("on", "last", "next")
        )
        assert {f"{each:%A}" for each in (on, last, following)} == {name}
        assert timedelta(0) <= written - on < timedelta(7)
        assert timedelta(0) < written - last <= timedelta(7)
        assert timedelta(0) < following - written <= timedelta(7)


PIECES = st.sampled_from(
    ["last", "this", "November", "прошлого года", "pasado", "on", "Monday", "12", "year's", "ayer"]
)


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join)))
def test_any_text_gives_disjoint_dates_in_order(text: str) -> None:
    done = 0
    for found in relative_in(text):
        assert done <= found.start < found.end <= len(text)
        assert resolved(found, THURSDAY).year
        done = found.end


@pytest.mark.parametrize("text", ["last November " * 20_000, "November, " * 30_000, "12 " * 100_000, "a" * 300_000])
def test_hostile_texts_are_read_in_linear_time(text: str) -> None:
    with cpu_bound(20):
        assert len(relative_in(text)) in {0, 20_000}
