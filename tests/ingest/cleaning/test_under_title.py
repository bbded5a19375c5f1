"""The date, the authors and the source that stand around the title."""

import pytest

from indexer.article import DateEvidence
from indexer.ingest.cleaning.headline import split_head

LONG = (
    "The council met in the morning, heard the reports of its three working groups on pilots, lights and ice, "
    "and elected a new chair for the coming year, as its charter asks it to do each autumn at its last session."
)
TITLE = "Harbour Council opens its archive"


def test_the_date_line_under_the_title_is_the_date_and_not_a_teasers() -> None:
    head = split_head(["03.09.2023", "A ferry sank at its berth.", TITLE, "16.10.2018", LONG, LONG])
    assert (head.date, head.date_evidence) == ("16.10.2018", DateEvidence("under title"))


@pytest.mark.parametrize("line", ["By Ana Ruiz | 16 October 2018", "By Ana Ruiz, 16 October 2018"])
def test_a_byline_may_have_the_day(line: str) -> None:
    head = split_head([TITLE, line, LONG])
    assert (head.authors, head.date, head.body) == (("Ana Ruiz",), "16 October 2018", (LONG,))
    assert split_head([TITLE, "14 October 2018", line, LONG]).date == "14 October 2018"


def test_an_administrator_is_no_author() -> None:
    assert split_head([TITLE, "Written by: Administrator", LONG]).authors == ()


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Author: Ana Ruiz, observer with the “Port News” journal.", ("Ana Ruiz",)),
        ("By: Ana Ruiz and Bo Ek", ("Ana Ruiz", "Bo Ek")),
        ("Автор: Анна Руис", ("Анна Руис",)),
    ],
)
def test_an_author_line_names_the_authors_and_leaves_the_text(line: str, authors: tuple[str, ...]) -> None:
    head = split_head([TITLE, line, LONG])
    assert (head.authors, head.body) == (authors, (LONG,))


def test_a_dateline_gives_the_date_and_stays() -> None:
    head = split_head([TITLE, "Rotterdam, 16 October 2018", LONG])
    assert (head.date, head.body) == ("16 October 2018", ("Rotterdam, 16 October 2018", LONG))


def test_days_in_a_chronology_stay_where_they_are() -> None:
    lines = [TITLE, LONG, "15.05.1992", "The treaty was signed.", "07.10.2002", "The charter was approved.", LONG]
    head = split_head(lines)
    assert head.title == TITLE
    assert head.body == tuple(lines[1:])


def test_a_date_line_under_the_title_goes_before_one_above_it_and_the_first_before_a_second() -> None:
    head = split_head(["15.10.2018", TITLE, "16.10.2018", "17.10.2018", LONG])
    assert (head.date, head.date_evidence, head.body) == ("16.10.2018", DateEvidence("under title"), (LONG,))
    assert split_head(["15.10.2018", TITLE, LONG]).date_evidence == DateEvidence("above title")


def test_a_dateline_says_nothing_where_a_date_line_did() -> None:
    assert split_head([TITLE, "16.10.2018", "Rotterdam, 17 October 2018", LONG]).date == "16.10.2018"


def test_one_date_line_above_a_sentence_makes_no_teaser_of_it() -> None:
    title = "The council congratulated its staff."
    assert split_head(["16.10.2018", title, "Notes", LONG, LONG, LONG]).title == title


def test_a_date_line_is_looked_for_below_two_subtitles_and_no_more() -> None:
    subtitles = ["The archive of sixty years", "Pilots and lights", "Readers may come"]
    assert split_head([TITLE, *subtitles[:2], "16.10.2018", LONG]).date == "16.10.2018"
    head = split_head([TITLE, *subtitles, "16.10.2018", LONG])
    assert (head.date, head.body) == ("", (*subtitles, "16.10.2018", LONG))


def test_the_first_author_line_counts_and_a_description_is_no_name() -> None:
    assert split_head([TITLE, "Author: Ana Ruiz", "Text: Bo Ek", LONG]).authors == ("Ana Ruiz",)
    assert split_head([TITLE, "Author: observer with the journal", LONG]).authors == ()


def test_a_month_under_the_title_is_the_date() -> None:
    head = split_head([TITLE, "October 2018", LONG])
    assert (head.date, head.body) == ("October 2018", (LONG,))


def test_one_word_above_a_title_and_its_date_is_a_category_and_stays_in_the_text() -> None:
    head = split_head(["Transport", TITLE, "16 October 2018", LONG])
    assert (head.title, head.date, head.body) == (TITLE, "16 October 2018", ("Transport", LONG))
    assert split_head(["Transport", TITLE, LONG]).title == "Transport"
    assert split_head(["Transport", "of ice", "16 October 2018", LONG]).title == "Transport of ice"


@pytest.mark.parametrize(
    ("line", "source"),
    [
        *[("Source: Porto News", "Porto News"), ("Источник: ПОРТО", "ПОРТО"), ("Source: https://porto.example", "")],
        *[("Source: " + "word " * 8, ""), ("Sources: two", ""), ("Quelle: dpa", "dpa")],
    ],
)
def test_a_line_under_the_title_may_name_the_source(line: str, source: str) -> None:
    head = split_head([TITLE, line, LONG])
    assert (head.source, len(head.body)) == (source, 1 if source else 2)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("For Immediate Release: March 3, 2018", "March 3, 2018"),
        ("EMBARGOED UNTIL 00:01 GMT, 3 March 2018", "3 March 2018"),
        ("Contact: Ana Ruiz", ""),
    ],
)
def test_the_day_of_a_form_above_the_title_is_the_date(line: str, date: str) -> None:
    assert split_head([line, TITLE, LONG]).date == date


@pytest.mark.parametrize(
    ("line", "title", "date"),
    [
        (f"March 27 2007 {TITLE}", TITLE, "March 27 2007"),
        (f"{TITLE} (27 March 2007)", TITLE, "27 March 2007"),
        (f"{TITLE}, 27.03.2007", TITLE, "27.03.2007"),
        ("A day of ice on 27 March 2007", "A day of ice on 27 March 2007", ""),
        ("Timetable for Thursday, August 18, 2005", "Timetable for Thursday, August 18, 2005", ""),
        ("Report 27 March 2007", "Report 27 March 2007", ""),
    ],
)
def test_a_day_before_or_after_the_title_is_the_date(line: str, title: str, date: str) -> None:
    head = split_head([line, LONG, LONG])
    assert (head.title, head.date) == (title, date)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ana Ruiz", ("Ana Ruiz",)),
        ("BY ANA RUIZ AND BO EK", ("Ana Ruiz", "Bo Ek")),
        ("Von Ana Ruiz und Bo Ek, Porto", ("Ana Ruiz", "Bo Ek")),
        ("By Sen. Ana Ruiz", ("Ana Ruiz",)),
        ("By Ana Ruiz, Special Correspondent", ("Ana Ruiz",)),
        ("By Ana Ruiz, Editor of the Porto News Agency", ("Ana Ruiz",)),
        ("di Anna Ruiz", ("Anna Ruiz",)),
        ("By Ana Ruiz, who was told of ice and fog", ()),
        ("By sea and by land", ()),
        ("By Ana Ruiz the council was told of ice and fog in the harbour of the old town", ()),
    ],
)
def test_a_byline_under_the_title_names_the_authors_and_leaves_the_text(line: str, authors: tuple[str, ...]) -> None:
    head = split_head([TITLE, line, LONG])
    assert (head.authors, head.body) == (authors, (LONG,) if authors else (line, LONG))
