"""The grammar of dates: a table of strings in each language, and what no string may do."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.ingest.dates import FoundDate, dates_in
from tests.machine import cpu_bound


def shown(found: FoundDate) -> str:
    """A date in one word: its value, or "--11-02" with the year's shift for one without a year."""
    if found.year:
        return found.value
    shift = "" if found.year_shift is None else f"{found.year_shift:+}"
    return f"--{found.month:02}-{found.day:02}{shift}"


ENGLISH = [
    ("January 17, 2017", "2017-01-17"),
    ("On January 17th, 2017 the parties met", "2017-01-17"),
    ("17 January 2017", "2017-01-17"),
    ("the 17th of January 2017", "2017-01-17"),
    ("the 17th of January, 2017", "2017-01-17"),
    ("17-Jan-2017", "2017-01-17"),
    ("Jan. 17, 2017", "2017-01-17"),
    ("JANUARY 17, 2017", "2017-01-17"),
    ("Sept. 3, 2009", "2009-09-03"),
    ("3 Sept 2009", "2009-09-03"),
    ("on May the 15-th 1992", "1992-05-15"),
    ("May 15 1992", "1992-05-15"),
    ("1st March 2003", "2003-03-01"),
    ("Tuesday, March 2nd, 2010", "2010-03-02"),
    ("Thu, 24 Nov 2016 13:44:00 +0300", "2016-11-24"),
    ("(December 2, 2004)", "2004-12-02"),
    ("“October 7, 2002”", "2002-10-07"),
    ("February 29, 2016", "2016-02-29"),
    ("From April 8 to 11, 2024, the seminar", "2024-04-08"),
    ("8-11 April 2024", "2024-04-08"),
    ("8–11 April 2024", "2024-04-08"),
    ("from 25 to 26 June 2018", "2018-06-25"),
    ("June 28-29, 2018", "2018-06-28"),
    ("December 30, 2017 - January 2, 2018", "2017-12-30 2018-01-02"),
    ("28 June - 2 July 2018", "2018-06-28 2018-07-02"),
    ("30 December - 2 January 2018", "2017-12-30 2018-01-02"),
    ("June 28 to July 2, 2018", "2018-06-28 2018-07-02"),
    ("12 March and 14 April 2018", "2018-03-12 2018-04-14"),
    ("in October 2018", "2018-10"),
    ("in December of 2003", "2003-12"),
    ("Oct. 2018", "2018-10"),
    ("November 2 this year", "--11-02+0"),
    ("November 2, this year", "--11-02+0"),
    ("(December 7-8, this year)", "--12-07+0"),
    ("on 19 April last year", "--04-19-1"),
    ("on 3 May next year", "--05-03+1"),
    ("(April, 19)", "--04-19"),
    ("on June 28-29, which", "--06-28"),
    ("met on 5 March in Vienna", "--03-05"),
]
RUSSIAN = [
    ("17 января 2017 года", "2017-01-17"),
    ("17 января 2017 г.", "2017-01-17"),
    ("«17» января 2017", "2017-01-17"),
    ("17-го января 2017 года", "2017-01-17"),
    ("3 сент. 2009 г.", "2009-09-03"),
    ("с 8 по 11 апреля 2024 года", "2024-04-08"),
    ("8-11 апреля 2024 г.", "2024-04-08"),
    ("28 июня – 2 июля 2018 года", "2018-06-28 2018-07-02"),
    ("в январе 2017 года", "2017-01"),
    ("Май 2017", "2017-05"),
    ("2 ноября этого года", "--11-02+0"),
    ("2 ноября с.г.", "--11-02+0"),
    ("2 ноября текущего года", "--11-02+0"),
    ("19 апреля прошлого года", "--04-19-1"),
    ("5 марта в Вене", "--03-05"),
]
FRENCH = [
    ("17 janvier 2017", "2017-01-17"),
    ("le 1er janvier 2017", "2017-01-01"),
    ("mardi 17 janvier 2017", "2017-01-17"),
    ("le 3 févr. 2009", "2009-02-03"),
    ("le 14 août 2012", "2012-08-14"),
    ("du 8 au 11 avril 2024", "2024-04-08"),
    ("en décembre 2003", "2003-12"),
    ("le 2 novembre de cette année", "--11-02+0"),
    ("le 2 novembre dernier", "--11-02-1"),
    ("le 5 mars à Vienne", "--03-05"),
]
SPANISH = [
    ("17 de enero de 2017", "2017-01-17"),
    ("17 de enero del 2017", "2017-01-17"),
    ("el 1º de marzo de 2003", "2003-03-01"),
    ("del 8 al 11 de abril de 2024", "2024-04-08"),
    ("en diciembre de 2003", "2003-12"),
    ("el 2 de noviembre de este año", "--11-02+0"),
    ("el 2 de noviembre del presente año", "--11-02+0"),
    ("el 5 de marzo en Viena", "--03-05"),
]
GERMAN_AND_CHINESE = [
    ("17. Januar 2017", "2017-01-17"),
    ("vom 8. bis 11. April 2024", "2024-04-08"),
    ("im März 2003", "2003-03"),
    ("2. November dieses Jahres", "--11-02+0"),
    ("2017年1月17日", "2017-01-17"),
    ("会议于2017年11月2日举行", "2017-11-02"),
    ("2017年11月", "2017-11"),
]
FIGURES = [
    ("07.02.2019", "2019-02-07"),
    ("24.11.2016 13:44", "2016-11-24"),
    ("24. 11. 2016", "2016-11-24"),
    ("02. 11. 2016", "2016-11-02"),
    ("2017-11-02", "2017-11-02"),
    ("2017-11-02T13:44:00Z", "2017-11-02"),
    ("2017/11/02", "2017-11-02"),
    ("2017.11.02", "2017-11-02"),
    ("24/11/2016", "2016-11-24"),
    ("11/24/2016", "2016-11-24"),
    ("24-11-2016", "2016-11-24"),
    ("03/03/2017", "2017-03-03"),
    ("11/02/2017", "2017"),
    ("24/11/2016 and 11/02/2017", "2016-11-24 2017-02-11"),
    ("11/24/2016 and 11/02/2017", "2016-11-24 2017-11-02"),
    ("24/11/2016, 11/24/2016 and 11/02/2017", "2016-11-24 2016-11-24 2017"),
]
NOT_DATES = [
    "31 February 2017",
    "February 30, 2016",
    "29 February 2017",
    "17 January 20177",
    "January 17, 20177",
    "32.01.2017",
    "2017-13-01",
    "2017-11-00",
    "2017-02-30",
    "00.00.2017",
    "0 May 2017",
    "Marching 15 2017 miles",
    "17 may be enough",
    "it may 5 times",
    "a march 12 km long",
    "+7 495 795-27-10",
    "+ 7495-621-33-23",
    "10-12-2017-44-1",
    "192.168.20.2017",
    "v1.2.2017.4",
    "the score was 3-2",
    "article 51 of the Charter",
    "155,221 bags of 60 kilos",
    "July 1,000 people came",
    "at 15.30",
    "ratio 12/11",
]
TABLE = ENGLISH + RUSSIAN + FRENCH + SPANISH + GERMAN_AND_CHINESE + FIGURES


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text for text, _ in TABLE])
def test_a_date_is_read_in_each_of_its_forms(text: str, expected: str) -> None:
    assert " ".join(map(shown, dates_in(text))) == expected


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text for text, _ in TABLE])
def test_a_date_is_read_the_same_in_the_middle_of_a_text(text: str, expected: str) -> None:
    assert " ".join(map(shown, dates_in(f"The parties met ({text}) and agreed."))) == expected


@pytest.mark.parametrize("text", NOT_DATES)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert dates_in(text) == []


def test_a_span_is_the_date_as_written() -> None:
    text = "It was signed on March 18, 2010 in Moscow; see also 02.03.2010."
    assert [text[each.start : each.end] for each in dates_in(text)] == ["March 18, 2010", "02.03.2010"]


def test_the_caller_may_say_which_part_is_the_day() -> None:
    assert [each.value for each in dates_in("11/02/2017", "day first")] == ["2017-02-11"]
    assert [each.value for each in dates_in("11/02/2017", "month first")] == ["2017-11-02"]


def test_a_weekday_before_a_date_is_kept() -> None:
    assert [each.weekday for each in dates_in("on Thursday, November 2, and on 3 November")] == [3, None]


def test_a_value_is_as_precise_as_what_is_said() -> None:
    values = [each.value for each in dates_in("2 May 2017, June 2017, 11/02/2017, 4 May")]
    assert values == ["2017-05-02", "2017-06", "2017", ""]


PIECES = st.sampled_from(
    [
        *(
            "17",
            "1st",
            "31",
            "February",
            "May",
            "of",
            "2017",
            "20177",
            "мая",
            "янв.",
            "de",
            "enero",
            "1er",
            "mars",
            "№",
        ),
        *(
            "-",
            "–",
            ".",
            ",",
            "/",
            " ",
            "\n",
            "this year",
            "с.г.",
            "年",
            "月",
            "日",
            "11/02/2017",
            "30.02.2016",
            "²",
            "٣",
        ),
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)))
def test_any_text_gives_real_days_in_order(text: str) -> None:
    done = 0
    for found in dates_in(text):
        assert done <= found.start < found.end <= len(text)
        done = found.end
        if found.day and found.year:
            assert date.fromisoformat(found.value).year == found.year
        assert re.fullmatch(r"(\d{4}(-\d{2}(-\d{2})?)?)?", found.value)


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)))
def test_every_day_is_read_back_from_each_form(day: date) -> None:
    month = day.strftime("%B")
    forms = [
        f"{day:%Y-%m-%d}",
        f"{day:%d.%m.%Y}",
        f"{month} {day.day}, {day.year:04}",
        f"{day.day} {month} {day.year:04}",
    ]
    assert [each.value for form in forms for each in dates_in(form)] == [day.isoformat()] * 4


@pytest.mark.parametrize("text", ["1" * 300_000, "1 " * 150_000, "May " * 75_000, "12 May " * 40_000, "1." * 150_000])
def test_hostile_texts_are_read_in_linear_time(text: str) -> None:
    with cpu_bound(20):
        assert all(text[each.start : each.end].strip() for each in dates_in(text))
