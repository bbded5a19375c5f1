import pytest

from indexer.article import DateEvidence
from indexer.ingest.cleaning.headline import Head, same_line, split_head

LONG = (
    "The council met in the morning, heard the reports of its three working groups on pilots, lights and ice, "
    "and elected a new chair for the coming year, as its charter asks it to do each autumn at its last session."
)
TITLE = "Harbour Council opens its archive"
LARGE = "HARBOUR COUNCIL OPENS THE ARCHIVE OF ITS PILOTS"


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


def test_the_date_line_under_the_title_is_the_date_and_not_a_teasers() -> None:
    head = split_head(["03.09.2023", "A ferry sank at its berth.", TITLE, "16.10.2018", LONG, LONG])
    assert (head.date, head.date_evidence) == ("16.10.2018", DateEvidence("under title"))


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


def test_an_administrator_is_no_author() -> None:
    assert split_head([TITLE, "Written by: Administrator", LONG]).authors == ()


def test_a_subtitle_stays_in_the_text() -> None:
    head = split_head([TITLE, "The Harbour Council opens its archive to readers", "16.10.2018", LONG])
    assert head.body == ("The Harbour Council opens its archive to readers", LONG)
    assert head.date == "16.10.2018"


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


def test_a_long_first_paragraph_is_no_title() -> None:
    text = [LONG + " " + LONG, LONG]
    assert split_head(text).title == ""
    assert split_head(text).body == tuple(text)


def test_a_known_title_takes_its_line_and_the_teasers_above_it_off() -> None:
    head = split_head(["03.09.2023", "A ferry sank.", TITLE, LONG, LONG], title=TITLE)
    assert head.body == (LONG, LONG)


def test_a_known_title_that_stands_far_below_real_text_takes_nothing_off() -> None:
    lines = (LONG, LONG, TITLE, LONG)
    assert split_head(lines, title=TITLE).body == lines


def test_titles_are_the_same_but_for_case_points_and_a_cut() -> None:
    assert same_line("Harbour Council opens: its archive", "HARBOUR COUNCIL opens its archive.")
    assert same_line("Harbour Council opens its…", "Harbour Council opens its archive")
    assert not same_line("Harbour Council", "Harbour Council opens its archive")
    assert not same_line("—", "…")


def test_a_date_line_under_the_title_goes_before_one_above_it_and_the_first_before_a_second() -> None:
    head = split_head(["15.10.2018", TITLE, "16.10.2018", "17.10.2018", LONG])
    assert (head.date, head.date_evidence, head.body) == ("16.10.2018", DateEvidence("under title"), (LONG,))
    assert split_head(["15.10.2018", TITLE, LONG]).date_evidence == DateEvidence("above title")


def test_a_dateline_says_nothing_where_a_date_line_did() -> None:
    assert split_head([TITLE, "16.10.2018", "Rotterdam, 17 October 2018", LONG]).date == "16.10.2018"


@pytest.mark.parametrize(
    ("line", "is_title"),
    [
        (" ".join(["Word"] * 40), True),
        (" ".join(["Word"] * 41), False),
        (" ".join(["Wordwordwor"] * 29), True),
        (" ".join(["Wordwordwor"] * 30), False),
    ],
    ids=["forty words", "more words", "nearly 350 letters", "more letters"],
)
def test_a_title_has_up_to_forty_words_and_350_characters(line: str, is_title: bool) -> None:
    assert split_head([line, LONG, LONG, LONG]).title == (line if is_title else "")


def test_a_title_cut_after_a_word_or_two_is_not_the_same() -> None:
    assert not same_line("Harbour…", TITLE)


def test_a_section_above_a_single_paragraph_is_no_title_either() -> None:
    assert split_head(["News", LONG]) == Head("", (LONG,))
    assert split_head(["News"]) == Head("", ("News",))


def test_one_date_line_above_a_sentence_makes_no_teaser_of_it() -> None:
    title = "The council congratulated its staff."
    assert split_head(["16.10.2018", title, "Notes", LONG, LONG, LONG]).title == title


def test_of_two_kinds_above_the_title_the_nearer_counts() -> None:
    assert split_head(["Statement", "Press release", TITLE, LONG]).label == "press release"


@pytest.mark.parametrize(
    "above", [["03.09.2023", LONG, LONG], [LONG]], ids=["much text under a stamp", "a paragraph without a stamp"]
)
def test_text_above_a_known_title_that_may_be_the_articles_stays(above: list[str]) -> None:
    lines = [*above, TITLE, *[f"{LONG} {number}" for number in range(2 if len(above) > 1 else 4)]]
    assert split_head(lines, title=TITLE).body == tuple(line for line in lines if line != "03.09.2023")


def test_a_date_line_is_looked_for_below_two_subtitles_and_no_more() -> None:
    subtitles = ["The archive of sixty years", "Pilots and lights", "Readers may come"]
    assert split_head([TITLE, *subtitles[:2], "16.10.2018", LONG]).date == "16.10.2018"
    head = split_head([TITLE, *subtitles, "16.10.2018", LONG])
    assert (head.date, head.body) == ("", (*subtitles, "16.10.2018", LONG))


def test_the_first_author_line_counts_and_a_description_is_no_name() -> None:
    assert split_head([TITLE, "Author: Ana Ruiz", "Text: Bo Ek", LONG]).authors == ("Ana Ruiz",)
    assert split_head([TITLE, "Author: observer with the journal", LONG]).authors == ()


@pytest.mark.parametrize(("above", "found"), [(39, True), (40, False)])
def test_a_known_title_is_looked_for_in_forty_lines(above: int, found: bool) -> None:
    lines = [*(f"Buoy {number}" for number in range(above)), TITLE, *[f"{LONG} {number}" for number in range(9)]]
    assert split_head(lines, title=TITLE).body == tuple(lines[above + 1 :] if found else lines)


@pytest.mark.parametrize(("above", "found"), [(38, True), (39, False)])
def test_a_title_that_is_stamped_is_looked_for_in_forty_lines(above: int, found: bool) -> None:
    lines = ["03.09.2023", *["A buoy sank."] * above, TITLE, "16.10.2018", LONG, LONG]
    assert (split_head(lines).title == TITLE) is found


def test_of_titles_with_as_much_below_the_first_counts() -> None:
    lines = [each for title in ("Ice report", "Fog report", "Wind report") for each in (title, "16.10.2018", LONG)]
    assert split_head([*lines, "A word more"]).title == "Ice report"


@pytest.mark.parametrize(("words", "goes"), [(15, True), (16, False)])
def test_a_line_above_a_known_title_goes_where_it_has_up_to_fifteen_words(words: int, goes: bool) -> None:
    lines = ["word " * (words - 1) + "word", TITLE, LONG, LONG]
    assert split_head(lines, title=TITLE).body == tuple(lines[2:] if goes else [lines[0], *lines[2:]])


def test_a_month_under_the_title_is_the_date() -> None:
    head = split_head([TITLE, "October 2018", LONG])
    assert (head.date, head.body) == ("October 2018", (LONG,))


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


def test_a_long_sentence_without_a_sign_of_a_title_is_text() -> None:
    sentence = "The council met in the morning and heard the reports of its three working groups on ice."
    assert split_head([sentence, LONG, LONG]) == Head("", (sentence, LONG, LONG))


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ana Ruiz", ("Ana Ruiz",)),
        ("BY ANA RUIZ AND BO EK", ("Ana Ruiz", "Bo Ek")),
        ("Von Ana Ruiz und Bo Ek, Porto", ("Ana Ruiz", "Bo Ek")),
        ("By Sen. Ana Ruiz", ("Ana Ruiz",)),
        ("By sea and by land", ()),
        ("By Ana Ruiz the council was told of ice and fog in the harbour of the old town", ()),
    ],
)
def test_a_byline_under_the_title_names_the_authors_and_leaves_the_text(line: str, authors: tuple[str, ...]) -> None:
    head = split_head([TITLE, line, LONG])
    assert (head.authors, head.body) == (authors, (LONG,) if authors else (line, LONG))
