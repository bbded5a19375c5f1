"""Which date an article has where only its sentences give one: the day of the opening, the year from the rest."""

import pytest

from indexer.article import DateEvidence, PartialDate, YearReason
from tests.ingest.dates.publication import BODY, read, value


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
def test_without_a_date_line_the_day_of_the_lede_counts(lede: str, expected: str) -> None:
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


TREATY = "On 5 March 2016 several states signed a treaty in Vienna in the presence of all of their heads."


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ("They met on 20 March 2017.", "2016-03-05"),
        ("They met on 20 April 2017.", ""),
        ("They went further in 2019.", "2016-03-05"),
        ("They went further in 2020.", ""),
    ],
)
def test_a_day_is_background_over_a_year_before_another_day_and_four_before_a_year(later: str, expected: str) -> None:
    assert value(f"{TREATY}\n\n{BODY}\n\n{later}") == expected


PROSE = "The heads of the agencies of the region met in Vienna and agreed on the exchange of data."
MET = "They met there on 30 October 2019."


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("The conference 5 March 2018 opened with the heads of the agencies of the region in Vienna.", ""),
        ("The heads of the agencies of the whole region opened 5 March 2018 a conference in Vienna.", ""),
        (f"{PROSE}\n\n{MET} {PROSE}", ""),
        (f"{PROSE} {MET}", ""),
        (f"{PROSE}\n\n{PROSE} {MET}", ""),
        (f"{PROSE}\n\n{PROSE}\n\n{MET} {PROSE}", ""),
        (f"Vienna hosts.\n\nA full house.\n\n{MET} {PROSE}", "2019-10-30"),
        (f"{PROSE[:-1]}\n\n{PROSE[:-1]}\n\n{MET} {PROSE}", "2019-10-30"),
        (f"{PROSE} {MET}\n\nOn 31 October 2019 Vienna hosted them again, as it has done each autumn.", ""),
    ],
    ids=[
        *(
            "near the beginning",
            "far from it without a word for it",
            "in the second paragraph",
            "further on in the first",
        ),
        *("further on in the second", "in the third", "below short subtitles", "below long headings"),
        "the beginning of the second",
    ],
)
def test_only_the_first_sentence_of_prose_and_what_stands_above_it_tell_the_day(opening: str, expected: str) -> None:
    assert value(f"{opening}\n\n{BODY}") == expected


@pytest.mark.parametrize(
    ("rest", "reason"),
    [
        ("The exercise “Northern Shield 2017” was a success.", YearReason("text", "Northern Shield 2017")),
        ("They met at the 72nd session of the UN General Assembly.", YearReason("session", "72")),
        ("They met at the seventy-second session of the General Assembly.", YearReason("session", "72")),
        ("They last met on April 3, 2017.", YearReason("text", "April 3, 2017")),
    ],
)
def test_the_year_of_a_day_this_year_is_found_in_the_text(rest: str, reason: YearReason) -> None:
    found = read(f"November 2 this year. A meeting was held with the heads of the agencies.\n\n{BODY}\n\n{rest}")
    assert found == PartialDate("2017-11-02", DateEvidence("first sentence", "", "November 2 this year", reason))


def test_a_day_in_spring_of_a_session_is_in_the_year_after_it_opened() -> None:
    text = f"On March 5 the delegation arrived for talks.\n\n{BODY} The 73rd session of the General Assembly goes on."
    assert value(text) == "2019-03-05"


def test_a_weekday_rules_a_year_out() -> None:
    text = f"On Thursday, November 2, the ministers met.\n\n{BODY} See “Forum 2018” and “Forum 2017”."
    assert value(text) == "2017-11-02"


def test_a_year_in_the_title_dates_a_day_in_the_text() -> None:
    found = read(f"On 25 and 26 June experts met.\n\n{BODY} They agreed on 5 March 2006.", title="Narcotics in 2018")
    evidence = DateEvidence("first sentence", quoted="25 and 26 June", year_from=YearReason("title", "2018"))
    assert found == PartialDate("2018-06-25", evidence)


def test_of_two_reasons_for_one_year_the_title_is_told() -> None:
    found = read(f"On 25 and 26 June experts met.\n\n{BODY} See “Forum 2018”.", title="Narcotics in 2018")
    assert found.evidence.year_from == YearReason("title", "2018")


@pytest.mark.parametrize("rest", ["They agreed on 5 March 2006.", "They agreed on 5 March 2006, and went on in 2018."])
def test_another_day_in_the_text_does_not_give_a_day_its_year(rest: str) -> None:
    assert value(f"On June 25 experts met.\n\n{BODY} {rest}") == ""
    assert value(f"On June 25 this year experts met.\n\n{BODY} {rest}")[5:] == "06-25"


def test_a_title_on_an_anniversary_is_background() -> None:
    assert value(f"{BODY} They met in 2012.", title="15 May 1992: the treaty") == ""


def test_names_of_plans_say_nothing_of_the_year_of_writing() -> None:
    assert value(f"On November 2 the ministers met.\n\n{BODY} They spoke of the “Agenda 2025” and Vision 2024.") == ""


@pytest.mark.parametrize(
    "rest",
    [
        "They spoke of it in 2016.",
        f"The 72nd session of the Fisheries Board was {'very ' * 20}long, as the UN General Assembly was told.",
    ],
    ids=["a mention", "a session of somebody else"],
)
def test_what_is_too_weak_says_nothing_of_the_year_of_writing(rest: str) -> None:
    assert value(f"On November 2 the ministers met.\n\n{BODY}\n\n{rest}") == ""


def test_years_to_come_say_nothing_of_the_year_of_writing() -> None:
    text = f"On November 2 the ministers met.\n\n{BODY} “Forum 2017” went well, “Forum 2030” is far off."
    assert value(text) == "2017-11-02"


SESSION = "They spoke of it at the seventy-first session of the UN General Assembly."
FORUM = "They spoke of it at “Forum 2017” too."


@pytest.mark.parametrize(
    ("opening", "known_by", "expected"),
    [
        ("Last November, experts of the states gathered for", SESSION, "2016-11"),
        ("Last January, experts of the states gathered for", SESSION, "2017-01"),
        ("Last March, experts of the states gathered for", SESSION, ""),
        ("Last March, experts of the states gathered for", FORUM, "2017-03"),
        ("Last March, experts of the states gathered for", "They spoke of it on 5 February 2017.", "2017-03"),
        ("This November, experts of the states gathered for", FORUM, "2017-11"),
        ("Last year's November saw experts of the states in", SESSION, "2015-11"),
        ("En novembre dernier, les experts des États se sont réunis pour", SESSION, "2016-11"),
        ("El pasado noviembre los expertos se reunieron para", SESSION, "2016-11"),
        ("En noviembre pasado los expertos se reunieron para", SESSION, "2016-11"),
        ("В ноябре прошлого года эксперты собрались на", FORUM, "2016-11"),
        ("Last November, experts of the states gathered for", FORUM, ""),
        ("Last June, experts of the states gathered for", FORUM, ""),
        ("Next March, experts of the states will gather for", FORUM, ""),
        ("Last March's talks of the experts have led to", FORUM, ""),
        ("Since last March the experts have been busy with", FORUM, ""),
        ("The experts spoke at length of what last March was for", FORUM, ""),
        ("Last November, experts of the states gathered for", "They spoke of it at length.", ""),
    ],
)
def test_a_month_told_by_its_distance_dates_a_text_that_nothing_else_does(
    opening: str, known_by: str, expected: str
) -> None:
    rest = "the exercise in the mountains of the north of the region."
    assert value(f"{opening} {rest}\n\n{BODY}\n\n{known_by}") == expected


@pytest.mark.parametrize(
    "opening",
    [
        "The experts of the member states gathered in October 2018 for the exercise in the mountains.",
        "The experts of the member states gathered last November for the exercise in the mountains.",
        "Last November's meeting was what the experts of the states spoke of in the mountains this time.",
        "Last November’s meeting was what the experts of the states spoke of in the mountains this time.",
        "Next November, the experts of the states will gather for the exercise in the mountains of the north.",
    ],
    ids=["further in", "further in by its distance", "a meeting's", "a meeting's, curly", "to come"],
)
def test_a_month_that_the_story_does_not_open_with_dates_nothing(opening: str) -> None:
    assert value(f"{opening}\n\n{BODY}\n\n{SESSION}") in {"", "2016"}


def test_a_year_that_the_text_only_mentions_is_not_the_one_of_a_month_told_by_its_distance() -> None:
    opening = "Last November, experts of the states gathered for the exercise in the mountains of the north."
    assert value(f"{opening}\n\n{BODY}\n\n{SESSION} They went further in 2018.") == "2017-11"


def test_a_day_far_below_many_short_lines_does_not_open_the_text() -> None:
    lines = "A short line\n\n" * 200
    assert value(f"{lines}{PROSE} {MET}\n\n{BODY}\n\n{BODY}") == ""


def test_a_month_told_by_its_distance_keeps_what_its_year_was_read_from() -> None:
    found = read(f"Last November, experts gathered for the exercise.\n\n{BODY}\n\n{SESSION}")
    evidence = DateEvidence("first sentence", quoted="Last November", year_from=YearReason("session", "71"))
    assert found == PartialDate("2016-11", evidence)
    assert found.precision == "month"


def test_a_date_line_comes_before_a_month_told_by_its_distance_and_that_before_a_day_said_beside_it() -> None:
    opening = "Last November, experts gathered for the exercise, as ministers said on 5 December 2016."
    assert value(f"{opening}\n\n{BODY}\n\n{SESSION}") == "2016-11"
    assert value(f"24.12.2016 13:44\n\n{opening}\n\n{BODY}\n\n{SESSION}") == "2016-12-24"


@pytest.mark.parametrize(
    "named",
    [
        *("The exercise “Northern Shield 2017” was a success.", "The plan for Fiscal Year 2009 was agreed."),
        *("It is one of the Global 2000.", "They will go on to the year 2010.", "They spoke of the 2008 budget."),
    ],
)
def test_a_year_in_the_text_is_no_date_of_it(named: str) -> None:
    assert read(f"{BODY}\n\n{named}") == PartialDate()


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("The figures take in those of the school that it sold\n\nMay 3, 2018, to the harbour.", ""),
        ("Report of the harbour council\n\n3 May 2018 the heads met in Vienna and agreed.", "2018-05-03"),
        ("The heads of the agencies of the region meet\n\nMay 3, 2018 - The plan is agreed.", "2018-05-03"),
    ],
    ids=["a wrapped sentence", "below a heading", "set off by a dash"],
)
def test_a_day_that_goes_on_with_the_sentence_above_it_opens_nothing(opening: str, expected: str) -> None:
    assert value(f"{opening}\n\n{BODY}") == expected
