"""Which line of a text is its title, and which label or letterhead stands above it."""

import pytest

from indexer.ingest.cleaning.headline import Head, split_head

LONG = (
    "The council met in the morning, heard the reports of its three working groups on pilots, lights and ice, "
    "and elected a new chair for the coming year, as its charter asks it to do each autumn at its last session."
)
TITLE = "Harbour Council opens its archive"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ([TITLE], []),
        ([TITLE, TITLE], []),
        ([TITLE, "16.10.2018", "16.10.2018"], []),
        ([TITLE, f"{TITLE} 16.10.2018 10:30"], []),
        (["16.10.2018", TITLE], []),
        (["03.09.2023", "A ferry sank at its berth in the night.", "01.09.2023", LONG, TITLE, "16.10.2018"], []),
        (["03.09.2023", "A ferry sank at its berth.", "01.09.2023", "The pilots met.", "They agreed.", TITLE], []),
        (
            ["Ferry timetable for the autumn", "03.09.2023", "New archivist wanted", "01.09.2023", TITLE, "16.10.2018"],
            [],
        ),
    ],
    ids=[
        "plain",
        "repeated",
        "stamped-twice",
        "repeated-with-stamp",
        "stamp-above",
        "teasers",
        "teasers-no-stamp",
        "titles",
    ],
)
def test_the_title_is_the_articles_own(above: list[str], below: list[str]) -> None:
    head = split_head([*above, LONG, LONG, LONG, *below])
    assert head.title == TITLE
    assert head.body == (LONG, LONG, LONG)


@pytest.mark.parametrize("labels", [["Home", "Newsroom", "Press release"], ["News"], ["Новости"]], ids=str)
def test_the_names_of_a_sites_sections_are_no_titles(labels: list[str]) -> None:
    head = split_head([*labels, TITLE, LONG])
    assert (head.title, head.body) == (TITLE, (LONG,))
    assert head.label == ("press release" if "Press release" in labels else "")


def test_a_symbol_above_the_title_stays_in_the_text() -> None:
    head = split_head(["GA/12345", "12 April 2024", TITLE, LONG])
    assert (head.title, head.date, head.body) == (TITLE, "12 April 2024", ("GA/12345", LONG))


def test_a_sentence_as_a_title_is_found_below_teasers_that_are_sentences_too() -> None:
    title = "The council congratulated its staff."
    lines = ["03.09.2023", "A ferry sank.", "01.09.2023", "The pilots met.", title, "16.10.2018", LONG, LONG]
    head = split_head(lines)
    assert (head.title, head.date, head.body) == (title, "16.10.2018", (LONG, LONG))


def test_a_subtitle_stays_in_the_text() -> None:
    head = split_head([TITLE, "The Harbour Council opens its archive to readers", "16.10.2018", LONG])
    assert head.body == ("The Harbour Council opens its archive to readers", LONG)
    assert head.date == "16.10.2018"


def test_a_long_first_paragraph_is_no_title() -> None:
    text = [LONG + " " + LONG, LONG]
    assert split_head(text).title == ""
    assert split_head(text).body == tuple(text)


def test_a_section_above_a_single_paragraph_is_no_title_either() -> None:
    assert split_head(["News", LONG]) == Head("", (LONG,))
    assert split_head(["News"]) == Head("", ("News",))


def test_of_two_kinds_above_the_title_the_nearer_counts() -> None:
    assert split_head(["Statement", "Press release", TITLE, LONG]).label == "press release"


@pytest.mark.parametrize(
    "above",
    [
        ["OFFICE OF THE SPOKESPERSON"],
        ["United Nations", "Security Council", "S/PV.4801"],
        ["Ministry of Harbours", "of the Republic of Porto"],
        ["FOR IMMEDIATE RELEASE"],
        ["Latest News", "TOPICS", "Latest", "News"],
        ["United States Senator Ann Example", "Press Room", "Press Room News Releases"],
        ["Washington D C"],
        ["12 April 2024", "Press Release"],
        ["Ann Example", "United States Senator"],
        ["https://porto.example/news/14"],
        ["Home > News > Press releases"],
        ["PC.DEL/14/24", "ENGLISH only"],
        ["Press contact:", "Ann Example", "ann@porto.example", "+1 202 555 0100"],
    ],
    ids=lambda above: above[0],
)
def test_a_letterhead_and_what_forms_print_are_no_title(above: list[str]) -> None:
    assert split_head([*above, TITLE, LONG, LONG]).title == TITLE


@pytest.mark.parametrize("written", [f"# {TITLE}", f"**{TITLE}**", f"Title: {TITLE}", f"Заголовок: {TITLE}"])
def test_the_marks_of_a_title_are_no_part_of_it(written: str) -> None:
    assert split_head([written, LONG]).title == TITLE


@pytest.mark.parametrize("written", ["#1 in ice", "**Ice** and **fog**", "Titles: ice and fog"])
def test_what_only_looks_like_marks_stays(written: str) -> None:
    assert split_head([written, LONG, LONG]).title == written


def test_a_title_above_an_address_is_no_name_to_reach_where_nothing_calls_for_one() -> None:
    assert split_head(["Ice in Porto", "ann@porto.example", LONG, LONG]).title == "Ice in Porto"


def test_a_title_above_an_office_that_does_something_stays() -> None:
    assert split_head(["Ann Example Wins", "President of Porto signs the law", LONG]).title == "Ann Example Wins"


def test_a_letterhead_is_handed_on_and_a_symbol_in_it_stays_in_the_text() -> None:
    head = split_head(["United Nations", "Security Council", "S/PV.4801", TITLE, LONG])
    assert (head.letterhead, head.body) == ("United Nations Security Council", ("S/PV.4801", LONG))
    assert split_head([TITLE, LONG]).letterhead == ""


def test_the_name_of_a_body_is_the_title_where_no_other_line_is() -> None:
    assert split_head(["Harbour Council", LONG, LONG]).title == "Harbour Council"
    assert split_head(["Harbour Council", "The council met today.", LONG]).title == "Harbour Council"


@pytest.mark.parametrize(
    ("line", "title", "label"),
    [
        (f"FOR IMMEDIATE RELEASE {TITLE}", TITLE, "press release"),
        (f"Press release: {TITLE}", TITLE, "press release"),
        (f"PRESS RELEASE October 1 2007 {TITLE}", TITLE, "press release"),
        ("Press release of the council", "Press release of the council", ""),
        ("PRESS RELEASE Ice", "PRESS RELEASE Ice", ""),
    ],
)
def test_a_label_before_the_title_is_the_kind_and_not_the_title(line: str, title: str, label: str) -> None:
    head = split_head([line, LONG, LONG])
    assert (head.title, head.label) == (title, label)


@pytest.mark.parametrize("kind", ["FOR IMMEDIATE RELEASE", "News Release", "Press Statement", "Пресс-релиз"])
def test_what_is_printed_on_a_release_names_its_kind(kind: str) -> None:
    assert split_head([kind, TITLE, LONG]).label == "press release" or kind == "Press Statement"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            ["Harbour Council opens the archive of", "Sixty years of ice"],
            "Harbour Council opens the archive of Sixty years of ice",
        ),
        (["Harbour Council opens its", "archive to readers"], "Harbour Council opens its archive to readers"),
        (["Pilots, lights,", "Ice and fog"], "Pilots, lights, Ice and fog"),
        (
            ["HARBOUR COUNCIL OPENS THE ARCHIVE OF ITS PILOTS", "AFTER SIXTY YEARS"],
            "HARBOUR COUNCIL OPENS THE ARCHIVE OF ITS PILOTS AFTER SIXTY YEARS",
        ),
        (["HARBOUR COUNCIL OPENS", "AFTER SIXTY YEARS"], "HARBOUR COUNCIL OPENS"),
        ([TITLE, "Sixty years of ice"], TITLE),
        (["Harbour Council opens the archive of", "12 April 2024"], "Harbour Council opens the archive of"),
        (["Harbour Council opens the archive of", "It is open to all."], "Harbour Council opens the archive of"),
    ],
)
def test_a_title_wrapped_over_two_lines_is_one(lines: list[str], title: str) -> None:
    assert split_head([*lines, LONG, LONG]).title == title


def test_a_long_sentence_without_a_sign_of_a_title_is_text() -> None:
    sentence = "The council met in the morning and heard the reports of its three working groups on ice."
    assert split_head([sentence, LONG, LONG]) == Head("", (sentence, LONG, LONG))
