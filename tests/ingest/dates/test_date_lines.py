import pytest

from indexer.ingest.dates.date_lines import date_line, date_line_in, month_line


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("07.02.2019", "07.02.2019"),
        ("24.11.2016 13:44", "24.11.2016 13:44"),
        ("2018-10-16T09:30:00+02:00", "2018-10-16T09:30:00+02:00"),
        ("Published: 16 October 2018", "16 October 2018"),
        ("Tuesday, October 16th, 2018, 9:30 am", "October 16th, 2018, 9:30 am"),
        ("16 октября 2018 года", "16 октября 2018"),
        ("16 octobre 2018 à 9h30", "16 octobre 2018 à 9h30"),
        ("16 de octubre de 2018", "16 de octubre de 2018"),
        ("16. Oktober 2018", "16. Oktober 2018"),
        ("[16/10/18]", "16/10/18"),
    ],
)
def test_a_line_that_is_only_a_date_is_a_date_line(line: str, date: str) -> None:
    assert date_line(line) == date


@pytest.mark.parametrize(
    "line",
    [
        "",
        "12",
        "Resolution 59/50",
        "On 16 October 2018 the council met",
        "+31 20 000 00 00",
        "+ 7495-000-27-10",
        "1992 to 2002",
        "16.10.2018 - 17.10.2018, Rotterdam",
        "Room 12, 3rd floor",
    ],
)
def test_a_line_that_says_more_or_less_is_none(line: str) -> None:
    assert date_line(line) == ""


def test_a_date_in_a_short_line_is_found_and_in_a_paragraph_is_not() -> None:
    assert date_line_in("By Ana Ruiz | 16.10.2018") == "16.10.2018"
    assert date_line_in("Rotterdam, 16 October 2018") == "16 October 2018"
    assert (
        date_line_in(
            "The council, which met on 16.10.2018 in Rotterdam, heard the reports of its three working groups."
        )
        == ""
    )


def test_a_month_is_a_date_line_only_alone() -> None:
    assert month_line("May 2018") == "May 2018"
    assert month_line("In May 2018") == ""


def test_a_long_run_of_digits_takes_no_time() -> None:
    assert date_line("1." * 500_000) == ""
    assert date_line_in("1.1.1.1." * 11) == ""


def test_a_short_line_may_name_two_days_and_a_longer_one_only_one() -> None:
    both = "From 16.10.2018 to 18.10.2018"
    assert date_line_in(both) == "16.10.2018"
    assert date_line_in(f"{both}, in the old harbour of Rotterdam") == ""
    assert date_line_in("From 16.10.2018 on, in the old harbour of Rotterdam, every day") == "16.10.2018"


def test_a_line_of_over_ninety_characters_is_no_date_line() -> None:
    assert date_line("16.10.2018".ljust(90)) == "16.10.2018"
    assert date_line("16.10.2018".ljust(91)) == ""
    assert date_line_in(f"Rotterdam, 16.10.2018, {'w' * 67}") == "16.10.2018"
    assert date_line_in(f"Rotterdam, 16.10.2018, {'w' * 68}") == ""
