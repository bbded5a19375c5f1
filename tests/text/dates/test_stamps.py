"""Lines that are dates in other languages, scripts and calendars."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.text.dates.jalali import gregorian
from indexer.text.dates.stamps import read_stamp
from tests.machine import cpu_bound


def value(line: str) -> str:
    found = read_stamp(line)
    return found.value if found else ""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2018年10月16日", "2018-10-16"),
        ("二〇一八年十月十六日", "2018-10-16"),
        ("二零一八年十二月三十一日", "2018-12-31"),
        ("平成30年10月16日（火）", "2018-10-16"),
        ("平成三十年十月二十日", "2018-10-20"),
        ("令和元年5月1日", "2019-05-01"),
        ("民國107年10月16日", "2018-10-16"),
        ("2018년 10월 16일 입력", "2018-10-16"),
        ("公開日：2018年10月16日（火） 8時30分", "2018-10-16"),
        ("الثلاثاء 16 تشرين الأول/أكتوبر 2018", "2018-10-16"),
        ("١٦ أكتوبر ٢٠١٨", "2018-10-16"),
        ("١٦/١٠/٢٠١٨", "2018-10-16"),
        ("16 جويلية 2018", "2018-07-16"),
        ("۱۳۹۷/۰۷/۲۴", "2018-10-16"),
        ("1397/07/24", "2018-10-16"),
        ("سه‌شنبه ۲۴ مهر ۱۳۹۷ - ۱۲:۳۰", "2018-10-16"),
        ("16 ตุลาคม 2561", "2018-10-16"),
        ("วันที่ ๑๖ ตุลาคม พ.ศ. ๒๕๖๑", "2018-10-16"),
        ("2018 жылғы 16 қазан", "2018-10-16"),
        ("16 qazan 2018", "2018-10-16"),
        ("Thứ ba, ngày 16 tháng 10 năm 2018", "2018-10-16"),
        ("16 tháng 10, 2018", "2018-10-16"),
        ("2018 оны 10 дугаар сарын 16", "2018-10-16"),
        ("2018 оны 10-р сарын 16", "2018-10-16"),
        ("16 במרץ 2018", "2018-03-16"),
        ("2018 m. spalio 16 d.", "2018-10-16"),
        ("2018-жылдын 16-октябры", "2018-10-16"),
        ("16 октябри соли 2018", "2018-10-16"),
        ("2018-yil 16-oktyabr", "2018-10-16"),
        ("2018 թ. հոկտեմբերի 16", "2018-10-16"),
        ("16 кастрычніка 2018", "2018-10-16"),
        ("16 жовтня 2018, 12:30", "2018-10-16"),
        ("16 de outubro de 2018", "2018-10-16"),
        ("Roma, 16 ottobre 2018", "2018-10-16"),
        ("Yayın tarihi: 16 Ekim 2018 12:30", "2018-10-16"),
        ("16. října 2018", "2018-10-16"),
    ],
)
def test_a_line_is_a_date_in_any_script_calendar_and_language(line: str, expected: str) -> None:
    assert value(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "",
        "16 ottobre",
        "ottobre 2018",
        "16 ottobre 18",
        "16 ottobre 2018 17 ottobre 2018",
        "16 ottobre gennaio 2018",
        "Il consiglio si riunisce il 16 ottobre 2018 nel porto",
        "Si riunisce il 16 ottobre 2018.",
        "The issue is payable on April 15, 2018",
        "31 nëntor 2018",
        "16 listopada 2018",
        "1397/13/24",
        "港湾評議会は2018年10月16日に公開した",
        "2018年10月16日に公開",
        "2018年10月16日的会议",
        "平成0年",
        "十年",
        "2018年13月1日",
    ],
)
def test_a_line_that_says_more_or_less_is_none(line: str) -> None:
    assert value(line) == ""


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ((1403, 12, 30), date(2025, 3, 20)),
        ((1404, 1, 1), date(2025, 3, 21)),
        ((1357, 11, 22), date(1979, 2, 11)),
        ((1402, 12, 30), None),
        ((1402, 7, 31), None),
        ((1402, 13, 1), None),
        ((1299, 1, 1), None),
        ((1500, 1, 1), None),
    ],
)
def test_days_of_the_iranian_year(day: tuple[int, int, int], expected: date | None) -> None:
    assert gregorian(*day) == expected


@given(st.integers(1300, 1498), st.integers(1, 12), st.integers(1, 29))
def test_days_of_the_iranian_year_follow_each_other(year: int, month: int, day: int) -> None:
    one, next_month = gregorian(year, month, day), gregorian(year + month // 12, month % 12 + 1, day)
    assert one
    assert next_month
    assert next_month - one in {timedelta(29), timedelta(30), timedelta(31)}


@given(st.text(max_size=80))
def test_any_line_is_read(line: str) -> None:
    found = read_stamp(line)
    assert found is None or date.fromisoformat(found.value)


@pytest.mark.parametrize("line", ["十" * 64, "1/" * 32, "อ1" * 32, "ปี 2561 " * 8])
def test_hostile_lines_take_no_time(line: str) -> None:
    with cpu_bound(1):
        for _ in range(1000):
            read_stamp(line)
