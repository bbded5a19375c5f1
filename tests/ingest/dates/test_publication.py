"""Which date is the article's own, and what says so."""

from datetime import date
from time import process_time
from typing import TypedDict, Unpack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.article import PartialDate
from indexer.ingest.dates import date_of
from indexer.ingest.draft import Draft

TODAY = date(2026, 11, 21)
SITE = "https://csto.archive.example.org/en/"  # its rules say that it writes the day first
BODY = "The parties discussed the plan of joint work and agreed to meet again before the end of the month. " * 12


class Said(TypedDict, total=False):
    """What a file may say beside the text."""

    title: str
    date: str
    date_evidence: str
    url: str
    language: str
    source: str


def read(text: str = BODY, **said: Unpack[Said]) -> PartialDate:
    return date_of(Draft(text=text, **said), TODAY)


def value(text: str = BODY, **said: Unpack[Said]) -> str:
    return read(text, **said).value


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


def test_tomorrow_is_believed_because_of_time_zones() -> None:
    assert value(date="2026-11-22") == "2026-11-22"


def test_an_impossible_date_of_the_file_leaves_the_word_to_the_text() -> None:
    assert value(f"On 5 March 2018 the ministers met in Vienna.\n\n{BODY}", date="31 February 2018") == "2018-03-05"


def test_the_evidence_names_the_place_and_quotes_the_date() -> None:
    assert read(date="07.02.2019", date_evidence="line under the title").evidence == "line under the title: 07.02.2019"
    assert read(date="2019").evidence == "the file's own date: 2019"


def test_an_undecided_order_is_said() -> None:
    assert read(date="11/02/2017").evidence.endswith("(day or month first is not known)")


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
    habit = "11/02/2017 (day first, as on this site)"
    assert read(date="11/02/2017", url=SITE).evidence == f"the file's own date: {habit}"
    assert read(f"11/02/2017\n\n{BODY}", url=SITE) == PartialDate("2017-02-11", f"line under the title: {habit}")
    assert read(title="Talks in Vienna, 11/02/2017", source="CSTO").evidence == f"title: {habit}"


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
    assert read(text, date=stated, url=SITE).evidence == f"the file's own date: {stated}"


def test_a_stamp_in_figures_is_read_in_the_order_of_its_document() -> None:
    assert value(f"11/02/2017 13:44\n\nThey met on 25/10/2016. {BODY}") == "2017-02-11"
    assert value(f"11/02/2017 13:44\n\nThey met on 10/25/2016. {BODY}") == "2017-11-02"
    assert value(f"{BODY}\n\nVienna, 11/02/2017", language="fr") == "2017-02-11"


def test_a_stamp_beats_the_day_that_the_story_tells_of() -> None:
    text = f"24.11.2016 13:44\n\nOn November 21, 2016 the Assembly adopted a resolution.\n\n{BODY}"
    assert read(text) == PartialDate("2016-11-24", "line under the title: 24.11.2016 13:44")


@pytest.mark.parametrize(
    "line",
    [
        *("12:34, 7 February 2019", "Published on 7 February 2019 | 12:34 MSK", "7 February 2019 | News | Vienna"),
        *("News | 7 February 2019", "Thursday, 7 February 2019", "Vienna, 7 February 2019", "07.02.2019, 12:34"),
        *("Опубликовано: 7 февраля 2019 года", "Publié le 7 février 2019 à 12:34", "(7 de febrero de 2019)"),
    ],
)
def test_a_stamp_may_carry_time_weekday_place_and_section(line: str) -> None:
    assert value(f"{line}\n\nOn 5 February 2019 they met in Vienna.\n\n{BODY}") == "2019-02-07"


def test_a_line_that_says_more_than_a_date_is_no_stamp() -> None:
    assert value(f"The treaty of 7 February 2001\n\nOn 5 March 2001 they met in Vienna.\n\n{BODY}") == "2001-03-05"


def test_a_stamp_after_the_repeated_title_on_its_line_is_found() -> None:
    text = f"The talks have begun 24.11.2016 13:44\n\n{BODY}"
    assert value(text, title="The talks have begun") == "2016-11-24"


@pytest.mark.parametrize("title", ["", "The talks have begun"])
def test_a_teasers_date_above_the_article_does_not_win(title: str) -> None:
    teasers = "12.04.2024\n\nThe committee met today.\n\n11.04.2024\n\nFrom April 8 to 11, 2024, a seminar took place."
    assert value(f"{teasers}\n\nThe talks have begun\n\n07.02.2019\n\n{BODY}", title=title) == "2019-02-07"


def test_a_teasers_date_below_the_article_does_not_win() -> None:
    text = f"07.02.2019\n\n{BODY}\n\n12.04.2024\n\nThe committee met today."
    assert value(text) == "2019-02-07"


def test_a_closing_line_dates_a_statement() -> None:
    assert value(f"{BODY}\n\nMoscow, 17 January 2017") == "2017-01-17"


@pytest.mark.parametrize(
    ("lede", "expected"),
    [
        ("On 30 October 2019 Vienna hosted a conference of regional bodies on the exchange of data.", "2019-10-30"),
        ("January 17, 2017 in the Secretariat the Secretary General met with the head of the office.", "2017-01-17"),
        ("VIENNA, 5 March 2018 - The Permanent Council today discussed the protection of journalists.", "2018-03-05"),
        ("The Secretary General met in Geneva on March 5, 2018 with the heads of the agencies.", "2018-03-05"),
        ("From April 8 to 11, 2024, a seminar on training took place with the heads of the services.", "2024-04-08"),
        ("5 марта 2018 года в Вене прошла встреча глав делегаций государств-членов организации.", "2018-03-05"),
        ("С 8 по 11 апреля 2024 года в Вене прошёл семинар глав делегаций государств-членов.", "2024-04-08"),
        ("Le 5 mars 2018, le Secrétaire général a reçu les chefs de délégation à Vienne.", "2018-03-05"),
        ("El 5 de marzo de 2018 el Secretario General recibió a los jefes de delegación en Viena.", "2018-03-05"),
        (
            "In October 2018, experts of the member states gathered to discuss the coming exercises at length.",
            "2018-10",
        ),
        ("In November this year, experts of the states gathered for the exercise “Northern Shield 2017”.", "2017-11"),
        ("В ноябре прошлого года эксперты государств собрались на учение «Северный щит 2017» в области.", "2016-11"),
    ],
)
def test_without_a_stamp_the_day_of_the_lede_counts(lede: str, expected: str) -> None:
    assert value(f"{lede}\n\n{BODY}") == expected


@pytest.mark.parametrize(
    "lede",
    [
        "The parties recalled resolution 71/12 of 18 November 2016 and the work that followed from it.",
        "Since May 1, 2010 the agencies have worked together on the training of officers from all states.",
        "The notes are due May 1, 1999 and will be offered by the bank to all of its clients in Europe.",
    ],
)
def test_the_date_of_something_else_is_not_the_articles(lede: str) -> None:
    assert read(f"{lede}\n\n{BODY}") == PartialDate()


def test_a_day_long_before_others_in_the_text_is_background() -> None:
    text = f"On May the 15-th 1992 several states signed a treaty.\n\n{BODY}\n\nThey met on November 9, 2018."
    assert value(text) != "1992-05-15"


@pytest.mark.parametrize(
    ("rest", "evidence"),
    [
        ("The exercise “Northern Shield 2017” was a success.", "'Northern Shield 2017'"),
        ("They met at the 72nd session of the UN General Assembly.", "session 72 of the UN General Assembly"),
        ("They met at the seventy-second session of the General Assembly.", "session 72 of the UN General Assembly"),
        ("They last met on April 3, 2017.", "'April 3, 2017'"),
    ],
)
def test_the_year_of_a_day_this_year_is_found_in_the_text(rest: str, evidence: str) -> None:
    found = read(f"November 2 this year. A meeting was held with the heads of the agencies.\n\n{BODY}\n\n{rest}")
    assert found == PartialDate("2017-11-02", f"first sentence: November 2 this year; year from {evidence}")


def test_a_day_in_spring_of_a_session_is_in_the_year_after_it_opened() -> None:
    text = f"On March 5 the delegation arrived for talks.\n\n{BODY} The 73rd session of the General Assembly goes on."
    assert value(text) == "2019-03-05"


def test_a_weekday_rules_a_year_out() -> None:
    text = f"On Thursday, November 2, the ministers met.\n\n{BODY} See “Forum 2018” and “Forum 2017”."
    assert value(text) == "2017-11-02"


def test_a_year_in_the_title_dates_a_day_in_the_text() -> None:
    found = read(f"On 25 and 26 June experts met.\n\n{BODY} They agreed on 5 March 2006.", title="Narcotics in 2018")
    assert found == PartialDate("2018-06-25", "first sentence: 25 and 26 June; year from '2018' in the title")


def test_a_later_year_in_the_text_outweighs_old_dates() -> None:
    text = f"On June 25 experts met.\n\n{BODY} They agreed on 5 March 2006, and went further in 2018."
    assert value(text) == "2018-06-25"


def test_a_title_on_an_anniversary_is_background() -> None:
    assert value(f"{BODY} They met in 2012.", title="15 May 1992: the treaty") == ""


def test_names_of_plans_say_nothing_of_the_year_of_writing() -> None:
    assert value(f"On November 2 the ministers met.\n\n{BODY} They spoke of the “Agenda 2025” and Vision 2024.") == ""


def test_years_to_come_say_nothing_of_the_year_of_writing() -> None:
    text = f"On November 2 the ministers met.\n\n{BODY} “Forum 2017” went well, “Forum 2030” is far off."
    assert value(text) == "2017-11-02"


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
    assert found == PartialDate("2017-11-02", "first sentence: November 2; year from the address")


def test_a_year_of_the_file_is_made_finer_by_a_stamp_that_agrees() -> None:
    assert value(f"24.11.2016\n\n{BODY}", date="2016") == "2016-11-24"
    assert value(f"24.11.2016\n\n{BODY}", date="2015") == "2015"


def test_a_date_in_the_title_counts() -> None:
    assert read(title="Briefing by the spokesperson, Vienna, 5 March 2018").evidence == "title: 5 March 2018"


SESSION = "They spoke of it at the seventy-first session of the UN General Assembly."
FORUM = "They spoke of it at “Forum 2017” too."


@pytest.mark.parametrize(
    ("opening", "known_by", "expected"),
    [
        ("Last November, experts of the states gathered for", SESSION, "2016-11"),
        ("Last January, experts of the states gathered for", SESSION, "2017-01"),
        ("Last March, experts of the states gathered for", SESSION, "2016"),
        ("Last March, experts of the states gathered for", FORUM, "2017-03"),
        ("Last March, experts of the states gathered for", "They spoke of it on 5 February 2017.", "2017-03"),
        ("This November, experts of the states gathered for", FORUM, "2017-11"),
        ("Last year's November saw experts of the states in", SESSION, "2015-11"),
        ("En novembre dernier, les experts des États se sont réunis pour", SESSION, "2016-11"),
        ("El pasado noviembre los expertos se reunieron para", SESSION, "2016-11"),
        ("En noviembre pasado los expertos se reunieron para", SESSION, "2016-11"),
        ("В ноябре прошлого года эксперты собрались на", FORUM, "2016-11"),
        ("Last November, experts of the states gathered for", FORUM, "2017"),
        ("Last June, experts of the states gathered for", FORUM, "2017"),
        ("Next March, experts of the states will gather for", FORUM, "2017"),
        ("Last March's talks of the experts have led to", FORUM, "2017"),
        ("Since last March the experts have been busy with", FORUM, "2017"),
        ("The experts spoke at length of what last March was for", FORUM, "2017"),
        ("Last November, experts of the states gathered for", "They spoke of it at length.", ""),
    ],
)
def test_a_month_told_by_its_distance_dates_a_text_that_nothing_else_does(
    opening: str, known_by: str, expected: str
) -> None:
    rest = "the exercise in the mountains of the north of the region."
    assert value(f"{opening} {rest}\n\n{BODY}\n\n{known_by}") == expected


def test_a_month_told_by_its_distance_keeps_what_its_year_was_read_from() -> None:
    found = read(f"Last November, experts gathered for the exercise.\n\n{BODY}\n\n{SESSION}")
    reason = "first sentence: Last November; year from session 71 of the UN General Assembly"
    assert found == PartialDate("2016-11", reason)
    assert found.precision == "month"


def test_a_stamp_and_a_day_of_the_opening_come_before_a_month_told_by_its_distance() -> None:
    opening = "Last November, experts gathered for the exercise, as ministers said on 5 December 2016."
    assert value(f"{opening}\n\n{BODY}\n\n{SESSION}") == "2016-12-05"
    assert value(f"24.12.2016 13:44\n\n{opening}\n\n{BODY}\n\n{SESSION}") == "2016-12-24"


def test_a_text_with_no_more_than_an_event_gets_its_year() -> None:
    found = read(f"{BODY}\n\nThe exercise “Northern Shield 2017” was a success.")
    assert found == PartialDate("2017", "no date of its own; year from 'Northern Shield 2017'")


@given(st.text(), st.text(max_size=130), st.text(), st.text(max_size=60))
def test_no_draft_raises_and_no_date_is_impossible(text: str, stated: str, title: str, url: str) -> None:
    found = date_of(Draft(text=text, title=title, date=stated, url=f"http://{url}"), TODAY)
    assert found.value == "" or date.fromisoformat((found.value + "-01-01")[:10]) <= date(2026, 11, 22)
    assert bool(found.value) == bool(found.evidence)


@pytest.mark.parametrize(
    "text", ["\n" * 300_000, "1" * 300_000, "“" * 300_000, "Aa 20" * 60_000, "12.12.2012\n\n" * 20_000]
)
def test_hostile_texts_are_dated_in_linear_time(text: str) -> None:
    begun = process_time()
    assert date_of(Draft(text=text), TODAY).value in {"", "2012-12-12"}
    assert process_time() - begun < 20
