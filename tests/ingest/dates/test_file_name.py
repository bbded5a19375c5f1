"""The day in the name of a file, and when an article may have it."""

from datetime import date

import pytest

from indexer.article import DateEvidence, PartialDate, YearReason
from indexer.ingest.dates import date_of
from indexer.ingest.dates.file_name import day_in_path, month_in_path
from indexer.ingest.draft import Draft
from tests.ingest.dates.publication import BODY, TODAY


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("press/15Jun2018harbour63.txt", "2018-06-15"),
        ("press/harbour_15_June_2018.txt", "2018-06-15"),
        ("press/harbour-june-15-2018.txt", "2018-06-15"),
        ("press/2018/06/15/harbour.html", "2018-06-15"),
        ("press/2018-06-15-harbour.html", "2018-06-15"),
        ("press/harbour_20180615.txt", "2018-06-15"),
        ("press/15.06.2018.txt", "2018-06-15"),
        ("press/03.06.2018.txt", "2018-06-03"),
        ("press/15-06-2018.txt", "2018-06-15"),
        ("press/06-15-2018.txt", "2018-06-15"),
        ("2026-11-20/15Jun2018.txt", "2018-06-15"),
        ("press/03-06-2018.txt", ""),
        ("press/2018/06/harbour.html", ""),
        ("press/2018.txt", ""),
        ("press/201806151344.txt", ""),
        ("press/20181315.txt", ""),
        ("press/31Feb2018.txt", ""),
        ("press/15Jux2018.txt", ""),
        ("press/2018-06-15_2018-06-17.txt", ""),
        ("press/harbour.txt", ""),
    ],
)
def test_a_path_has_a_day_where_it_can_be_read_in_one_way(path: str, expected: str) -> None:
    found = day_in_path(path)
    assert (found.value if found else "") == expected


def dated(path: str, text: str = BODY, today: date = TODAY, stated: str = "", url: str = "") -> str:
    return date_of(Draft(text=text, date=stated, url=url), today, path).value


def test_where_nothing_contradicts_a_file_is_of_the_day_that_it_is_called_after() -> None:
    found = date_of(Draft(text=BODY), TODAY, "press/15Jun2018harbour.txt")
    assert found == PartialDate("2018-06-15", DateEvidence("file name", quoted="15Jun2018harbour.txt"))
    assert found.is_likely


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"On 12 June 2018 they met in Vienna.\n\n{BODY}", "2018-06-15"),
        (f"On 17 June 2018 they met in Vienna.\n\n{BODY}", "2018-06-17"),
        (f"On 12 March 2018 they met in Vienna.\n\n{BODY}", "2018-03-12"),
        (f"14 June 2018\n\n{BODY}", "2018-06-14"),
        (f"{BODY} They met on 3 May 2020.", ""),
        (f"{BODY} They met on 3 May 2016.", ""),
        (f"{BODY} They met in “Forum 2017”.", "2018-06-15"),
    ],
    ids=[
        *("news of days before", "of days after", "of long before", "a date line", "a day long after"),
        *("no year near it", "the year before"),
    ],
)
def test_what_the_text_says_goes_before_the_name_of_its_file(text: str, expected: str) -> None:
    assert dated("press/15Jun2018.txt", text) == expected


def test_a_file_that_states_a_year_is_of_the_day_in_its_name() -> None:
    assert dated("press/15Jun2018.txt", stated="2018") == "2018-06-15"
    assert dated("press/15Jun2018.txt", stated="2017") == "2017"


def test_an_address_goes_before_the_name_of_the_file() -> None:
    assert dated("press/15Jun2018.txt", url="https://press.example.org/2018/06/14/talks") == "2018-06-14"


def test_a_day_to_come_in_a_file_name_is_none() -> None:
    assert dated("press/15Jun2031.txt") == ""


DATELINE = f"PORTO, 3 March – The council met. {BODY}"


@pytest.mark.parametrize(
    ("path", "found"),
    [
        *[("2018/03/plan.txt", (2018, 3)), ("press/2018-03/plan.txt", (2018, 3)), ("2017/03/2018/04/a.txt", (2018, 4))],
        *[("2018/13/plan.txt", None), ("2018/plan.txt", None), ("x2018/03/plan.txt", None), ("2018/03.txt", None)],
    ],
)
def test_a_folder_may_be_of_a_month(path: str, found: tuple[int, int] | None) -> None:
    assert month_in_path(path) == found


def test_a_folder_gives_the_year_of_a_dateline() -> None:
    evidence = DateEvidence("dateline", quoted="3 March", year_from=YearReason("folder", "press/2018/03"))
    assert date_of(Draft(text=DATELINE), TODAY, "press/2018/03/plan.txt") == PartialDate("2018-03-03", evidence)


@pytest.mark.parametrize(
    ("folder", "expected"), [("2018/06", "2018-03-03"), ("2018/02", ""), ("2018/07", ""), ("2018/04", "2018-03-03")]
)
def test_a_text_is_filed_within_three_months(folder: str, expected: str) -> None:
    assert dated(f"{folder}/plan.txt", DATELINE) == expected
