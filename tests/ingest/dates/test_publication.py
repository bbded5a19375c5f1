"""Which date is the article's own, and what says so."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.article import DateEvidence, PartialDate, YearReason
from indexer.ingest.dates import date_of
from indexer.ingest.draft import Draft
from tests.ingest.dates.publication import BODY, SITE, TODAY, Said, read, value
from tests.machine import cpu_bound


def under_title(line: str) -> DateEvidence:
    return DateEvidence("under title", quoted=line)


def test_tomorrow_is_believed_because_of_time_zones() -> None:
    assert value(date="2026-11-22") == "2026-11-22"


def test_an_impossible_date_of_the_file_leaves_the_word_to_the_text() -> None:
    assert value(f"On 5 March 2018 the ministers met in Vienna.\n\n{BODY}", date="31 February 2018") == "2018-03-05"


def test_the_evidence_names_the_place_and_quotes_the_date() -> None:
    field = DateEvidence("JSON field", "published")
    assert read(date=" 07.02.2019", date_evidence=field).evidence == replace(field, quoted="07.02.2019")
    assert read(date="2019").evidence == DateEvidence("file", quoted="2019")


def test_an_undecided_order_is_said() -> None:
    assert read(date="11/02/2017").evidence.order == "unknown"


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("It follows the talks of 25/10/2017.", {}, "2017-02-11"),
        ("It follows the talks of 10/25/2017.", {}, "2017-11-02"),
        ("The talks of 2 November went well.", {}, "2017-11-02"),
        ("The talks of 11 February went well.", {}, "2017-02-11"),
        ("Переговоры прошли успешно.", {}, "2017-02-11"),
        ("Les pourparlers ont eu lieu.", {"language": "fr"}, "2017-02-11"),
        ("The talks went well.", {"url": "https://www.state.gov/talks"}, "2017-11-02"),
        ("The talks went well.", {"url": "https://www.gov.uk/talks"}, "2017-02-11"),
        ("The talks went well.", {"language": "en-US"}, "2017-11-02"),
        ("The talks went well.", {"url": SITE}, "2017-02-11"),
        ("The talks went well.", {"source": "CSTO"}, "2017-02-11"),
        ("The talks went well.", {"url": SITE, "language": "en-US"}, "2017-02-11"),
        ("It follows the talks of 10/25/2017.", {"url": SITE}, "2017-11-02"),
        ("The talks of 2 November went well.", {"url": SITE}, "2017-11-02"),
        ("The talks went well.", {"url": "https://example.org/", "source": "Example News"}, "2017"),
        ("The talks went well.", {}, "2017"),
    ],
)
def test_the_document_decides_which_part_is_the_day(text: str, said: Said, expected: str) -> None:
    stated: Said = {**said, "date": "11/02/2017"}
    assert value(text, **stated) == expected


def test_the_habit_of_the_site_is_told_where_nothing_else_decides() -> None:
    habit = DateEvidence(quoted="11/02/2017", order="day first")
    assert read(date="11/02/2017", url=SITE).evidence == replace(habit, place="file")
    assert read(f"11/02/2017\n\n{BODY}", url=SITE).evidence == replace(habit, place="under title")
    assert read(title="Talks in Vienna, 11/02/2017", source="CSTO").evidence == replace(habit, place="title")


def test_the_habit_of_the_site_is_told_where_the_year_is_read_by_it() -> None:
    found = read(f"November 5 this year. A meeting was held.\n\n{BODY} They last met on 11/02/2017.", url=SITE)
    assert found.evidence.year_from == YearReason("text", "11/02/2017")
    assert found.evidence.order == "day first"


@pytest.mark.parametrize(
    ("stated", "text"),
    [
        ("11/02/2017", "It follows the talks of 25/10/2017."),
        ("25/10/2017", "It went well."),
        ("11/11/2017", "It went well."),
        ("11.02.2017", "It went well."),
    ],
)
def test_the_habit_of_the_site_is_not_told_where_the_document_decides(stated: str, text: str) -> None:
    assert read(text, date=stated, url=SITE).evidence == DateEvidence("file", quoted=stated)


def test_a_date_line_in_figures_is_read_in_the_order_of_its_document() -> None:
    assert value(f"11/02/2017 13:44\n\nThey met on 25/10/2016. {BODY}") == "2017-02-11"
    assert value(f"11/02/2017 13:44\n\nThey met on 10/25/2016. {BODY}") == "2017-11-02"
    assert value(f"{BODY}\n\nVienna, 11/02/2017", language="fr") == "2017-02-11"


def test_a_date_line_beats_the_day_that_the_story_tells_of() -> None:
    text = f"24.11.2016 13:44\n\nOn November 21, 2016 the Assembly adopted a resolution.\n\n{BODY}"
    assert read(text) == PartialDate("2016-11-24", under_title("24.11.2016 13:44"))


@pytest.mark.parametrize(
    "line",
    [
        *("12:34, 7 February 2019", "Published on 7 February 2019 | 12:34 MSK", "7 February 2019 | News | Vienna"),
        *("News | 7 February 2019", "Thursday, 7 February 2019", "Vienna, 7 February 2019", "07.02.2019, 12:34"),
        *("Опубликовано: 7 февраля 2019 года", "Publié le 7 février 2019 à 12:34", "(7 de febrero de 2019)"),
    ],
)
def test_a_date_line_may_carry_time_weekday_place_and_section(line: str) -> None:
    found = read(f"{line}\n\nOn 5 February 2019 they met in Vienna.\n\n{BODY}")
    assert found.value == "2019-02-07"
    assert found.evidence.place == "under title"


def test_a_line_that_says_more_than_a_date_is_no_date_line() -> None:
    assert value(f"The treaty of 7 February 2001\n\nOn 5 March 2001 they met in Vienna.\n\n{BODY}") == "2001-03-05"


def test_a_date_line_after_the_repeated_title_on_its_line_is_found() -> None:
    text = f"The talks have begun 24.11.2016 13:44\n\n{BODY}"
    assert value(text, title="The talks have begun") == "2016-11-24"


@pytest.mark.parametrize("title", ["", "The talks have begun"])
def test_a_teasers_date_above_the_article_does_not_win(title: str) -> None:
    teasers = "12.04.2024\n\nThe committee met today.\n\n11.04.2024\n\nFrom April 8 to 11, 2024, a seminar took place."
    assert value(f"{teasers}\n\nThe talks have begun\n\n07.02.2019\n\n{BODY}", title=title) == "2019-02-07"


def test_the_date_line_under_the_title_is_found_below_many_teasers() -> None:
    teasers = "12.04.2024\n\nThe committee met today.\n\n" * 30
    text = f"{teasers}The talks have begun\n\n07.02.2019\n\n{BODY}"
    assert read(text, title="The talks have begun") == PartialDate("2019-02-07", under_title("07.02.2019"))


def test_a_date_line_far_below_the_title_is_another_articles() -> None:
    half = BODY[: len(BODY) // 2].strip()
    text = f"The talks have begun\n\n{half}\n\n{half}\n\n12.04.2024\n\nA teaser.\n\n{half}"
    assert value(text, title="The talks have begun") == ""


def test_a_teasers_date_below_the_article_does_not_win() -> None:
    text = f"07.02.2019\n\n{BODY}\n\n12.04.2024\n\nThe committee met today."
    assert value(text) == "2019-02-07"


def test_a_date_line_of_a_time_to_come_is_passed_over() -> None:
    text = f"The talks have begun\n\n07.02.2031\n\n07.02.2019\n\n{BODY}"
    assert read(text, title="The talks have begun") == PartialDate("2019-02-07", under_title("07.02.2019"))


def test_a_closing_line_dates_a_statement() -> None:
    found = read(f"{BODY}\n\n{BODY}\n\nMoscow, 17 January 2017")
    assert found == PartialDate("2017-01-17", DateEvidence("last line", quoted="17 January 2017"))


def test_of_two_closing_lines_the_last_dates_a_statement() -> None:
    assert value(f"{BODY}\n\n{BODY}\n\nVienna, 12 January 2017\n\nMoscow, 17 January 2017") == "2017-01-17"


@pytest.mark.parametrize(("below", "expected"), [(9, "2017-01-17"), (15, "")], ids=["a few lines", "half a page"])
def test_only_the_last_lines_close_a_statement(below: int, expected: str) -> None:
    signatures = "\n\n".join(f"Signed by the head of state {number}" for number in range(below))
    assert value(f"{BODY}\n\n{BODY}\n\nMoscow, 17 January 2017\n\n{signatures}") == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://press.example.org/2017/11/02/talks", "2017-11-02"),
        ("https://press.example.org/news/2017-11-02-talks.html", "2017-11-02"),
        ("https://press.example.org/news/20171102/talks", "2017-11-02"),
        ("https://press.example.org/2017/11/talks", "2017-11"),
        ("https://press.example.org/2017/13/02/talks", ""),
        ("https://press.example.org/2031/11/02/talks", ""),
        ("https://press.example.org/news/201711021344", ""),
    ],
)
def test_an_address_may_carry_the_date(url: str, expected: str) -> None:
    assert value(url=url) == expected


def test_an_address_gives_the_year_of_a_day_in_the_lede() -> None:
    found = read(f"On November 2 the ministers met.\n\n{BODY}", url="https://press.example.org/2017/11/talks")
    evidence = DateEvidence("first sentence", quoted="November 2", year_from=YearReason("address"))
    assert found == PartialDate("2017-11-02", evidence)


def test_a_year_of_the_file_is_made_finer_by_a_date_line_that_agrees() -> None:
    assert value(f"24.11.2016\n\n{BODY}", date="2016") == "2016-11-24"
    assert value(f"24.11.2016\n\n{BODY}", date="2015") == "2015"


def test_a_date_in_the_title_counts() -> None:
    found = read(title="Briefing by the spokesperson, Vienna, 5 March 2018")
    assert found.evidence == DateEvidence("title", quoted="5 March 2018")


def test_a_title_of_several_sentences_is_still_the_title() -> None:
    title = "The heads of the agencies of the region met in Vienna to agree on data. They met on 5 March 2018."
    assert read(title=title).evidence == DateEvidence("title", quoted="5 March 2018")


LEDE = "On 30 October 2019 Vienna hosted a conference of regional bodies on the exchange of data."
MONTH = "In October 2019, experts of the member states gathered to discuss the coming exercises at length."
DAY_ADDRESS = "https://press.example.org/2019/11/02/talks"
MONTH_ADDRESS = "https://press.example.org/2019/11/talks"
CLOSING = "Moscow, 17 January 2020"
STATEMENT = f"{BODY}\n\n{BODY}\n\n{CLOSING}"


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        pytest.param(f"24.12.2019\n\n{BODY}", {"date": "25.12.2019"}, "2019-12-25", id="file over stamp"),
        pytest.param(f"24.12.2019\n\n{BODY}", {"url": DAY_ADDRESS}, "2019-12-24", id="stamp over day in address"),
        pytest.param(
            BODY, {"url": DAY_ADDRESS, "title": "Briefing, 5 March 2019"}, "2019-11-02", id="address over title"
        ),
        pytest.param(f"{LEDE}\n\n{BODY}", {"title": "Briefing, 5 March 2019"}, "2019-03-05", id="title over lede"),
        pytest.param(f"{LEDE}\n\n{BODY}\n\n{CLOSING}", {}, "2019-10-30", id="lede over last line"),
        pytest.param(STATEMENT, {"url": MONTH_ADDRESS}, "2020-01-17", id="last line over month in address"),
        pytest.param(f"{MONTH}\n\n{BODY}", {"url": MONTH_ADDRESS}, "2019-11", id="month in address over month in lede"),
        pytest.param(
            f"{MONTH}\n\n{BODY} Welcome to the 75th session of the General Assembly.",
            {},
            "2019-10",
            id="month over session",
        ),
    ],
)
def test_of_two_pieces_of_evidence_the_stronger_dates_the_article(text: str, said: Said, expected: str) -> None:
    assert value(text, **said) == expected


def test_the_first_year_that_is_believed_is_1900() -> None:
    assert value(date="1900-01-01") == "1900-01-01"


def test_an_address_of_a_time_to_come_gives_no_year() -> None:
    text = f"On November 2 the ministers met.\n\n{BODY} They spoke of “Forum 2017”."
    assert value(text, url="https://press.example.org/2031/11/talks") == "2017-11-02"


@given(st.text(), st.text(max_size=130), st.text(), st.text(max_size=60))
def test_no_draft_raises_and_no_date_is_impossible(text: str, stated: str, title: str, url: str) -> None:
    found = date_of(Draft(text=text, title=title, date=stated, url=f"http://{url}"), TODAY)
    assert found.value == "" or date.fromisoformat((found.value + "-01-01")[:10]) <= date(2026, 11, 22)
    assert bool(found.value) == bool(found.evidence.place)


@pytest.mark.parametrize(
    "text", ["\n" * 300_000, "1" * 300_000, "“" * 300_000, "Aa 20" * 60_000, "12.12.2012\n\n" * 20_000]
)
def test_hostile_texts_are_dated_in_linear_time(text: str) -> None:
    with cpu_bound(20):
        assert date_of(Draft(text=text), TODAY).value in {"", "2012-12-12"}
