import re
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.ingest.cleaning import boilerplate
from indexer.ingest.cleaning.boilerplate import contacts_below, is_boilerplate, is_contact, is_phone, without_pictures


@pytest.mark.parametrize(
    "line",
    [
        "Go back",
        "« Back",
        "← Back to the section",
        "Back to the all news",
        "Back to all press releases",
        "Return to the list",
        "All news",
        "Назад к списку новостей",
        "Вернуться назад",
        "Zurück zur Übersicht",
        "Read more…",
        "Print version",
        "Go back | Print version",
        "Share: Facebook Twitter VK",
        "Share on Telegram",
        "Tags: ports, weather",
        "Views: 1 204",
        "© 2018 Harbour Council. All rights reserved.",
        "We use cookies to make this website better for you.",
        "Photo: Harbour Council",
        "* * *",
        *("ENDS", "Ends", "Ends.", "-30-", "- 30 -", "(ends)", "*** END ***", "— Ends —", "Конец", "- fin -"),
        "+ 31 20-000-00-00, fax",
        "Tel.: +31 (20) 000-00-00",
    ],
)
def test_a_line_of_the_page_is_furniture(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "Back in Rotterdam, the council went on with its work.",
        "Back to basics: what the pilots learned",
        "All members took part.",
        "Share prices fell on Monday.",
        "Copyright reform was on the agenda of the ministers.",
        "Sites may set cookies only with consent, the regulator said.",
        "Members subscribe to the principles of the Charter.",
        "Print media were invited too.",
        "16.10.2018",
        "24.11.2016 13:44",
        "1992, 2002, 2010",
        "64/256",
        "The next meeting",
        *("30", "Fin", "ends", "End of the war", "ENDS and means", "Ende"),
    ],
)
def test_a_line_of_the_article_is_none(line: str) -> None:
    assert not is_boilerplate(line)


@pytest.mark.parametrize("line", ["07.02.2019", "24.11.2016 13:44", "2018-10-16", "12 000 000", "1992-2002", "(2018)"])
def test_dates_and_figures_are_no_phone_numbers(line: str) -> None:
    assert not is_phone(line)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("IMG_0417. JPG", ""),
        ("IMG_0417.JPG The council met.", "The council met."),
        ("1508056642.jpgThe council met.", "The council met."),
        ("The council met. DSC-0012.jpeg", "The council met."),
        ("photo.jpg", ""),
        ("DSC_1.jpg, DSC_2.jpg", ""),
        ("ЗАЛ_12.JPG Совет собрался.", "Совет собрался."),
        ("The council met.", "The council met."),
        (
            "See https://harbour.example.org/img/buoy_17.jpg for the chart.",
            "See https://harbour.example.org/img/buoy_17.jpg for the chart.",
        ),
        ("The format is called JPG.", "The format is called JPG."),
    ],
)
def test_names_of_pictures_go_and_words_stay(line: str, kept: str) -> None:
    assert without_pictures(line) == kept


@pytest.mark.parametrize(
    "line",
    [
        "Harbour Council spokeswoman Ingrid Dahl",
        "Press service of the Harbour Council",
        "Contacts:",
        "press@harbour.example.org",
        "E-mail: press@harbour.example.org,",
        "https://harbour.example.org/press",
    ],
)
def test_a_line_that_names_whom_to_ask_is_a_contact(line: str) -> None:
    assert is_contact(line)


@pytest.mark.parametrize(
    "line",
    [
        "The council's spokeswoman Ingrid Dahl said that the archive would open next week.",
        "“Our press service was there,” she said",
        "The harbour masters of the four ports",
    ],
)
def test_a_sentence_about_a_spokeswoman_is_none(line: str) -> None:
    assert not is_contact(line)


@pytest.mark.parametrize(
    ("line", "phone"),
    [
        ("Tel. 12345", False),
        ("Tel. 123456", True),
        ("+1234567890123456", True),
        ("+12345678901234567", False),
        ("(24.11.2016)", False),
    ],
)
def test_a_phone_number_has_six_to_sixteen_figures(line: str, phone: bool) -> None:
    assert is_phone(line) is phone


def test_a_notice_of_rights_may_be_long() -> None:
    assert is_boilerplate(f"© 2018 Harbour Council {'and its heirs ' * 12}")


def test_a_name_of_letters_alone_is_no_pictures_in_a_sentence() -> None:
    assert without_pictures("See logo.png for it.") == "See logo.png for it."


def test_a_bar_is_furniture_only_as_a_whole() -> None:
    assert is_boilerplate("Go back | Print version")
    assert not is_boilerplate("Go back | The council met in Porto")


def test_a_contact_is_a_short_line() -> None:
    line = "Press service of the harbour council" + " word" * 8
    assert is_contact(line)
    assert not is_contact(f"{line} word")
    assert not is_contact(f"Press service {'w' * 150}")


STORY = "The council met in Porto."


@pytest.mark.parametrize(
    ("lines", "below"),
    [
        ([STORY], 0),
        ([STORY, "Press secretary", "Ingrid Dahl", "+31 (20) 000-00-00"], 3),
        ([STORY, "Ingrid Dahl", "+31 (20) 000-00-00"], 1),
        ([STORY, "Press secretary", "Ingrid", "+31 (20) 000-00-00"], 1),
        ([STORY, "Press secretary", "Ingrid Dahl Of The Port", "+31 (20) 000-00-00"], 1),
        ([STORY, "Contacts:", "Section of the port", "Old Quay 4", "Harbour town", "a@b.org"], 5),
        ([STORY, "Contacts:", "Section of the port", "They met here before.", "a@b.org"], 1),
        ([STORY, "Contacts:", *["Section of the port"] * 7, "a@b.org"], 1),
        (["Contacts:", "a@b.org"], 1),
    ],
    ids=[
        "none",
        "a name between",
        "a name above",
        "a single word",
        "five words",
        "a heading",
        "a sentence below it",
        "a heading far above",
        "all",
    ],
)
def test_contacts_are_counted_from_the_end_up_to_their_heading(lines: list[str], below: int) -> None:
    assert contacts_below(lines) == below


HOSTILE = ["a.jpg", "_1.", "1 ", "back to ", "share ", "(", "all rights ", "a-", "to 1, "]


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_hostile_line_is_neither_furniture_nor_a_contact(unit: str) -> None:
    line = unit * (400_000 // len(unit))
    assert not is_boilerplate(line)
    assert not is_contact(line)


@pytest.mark.parametrize("end", ["", ".jpg"], ids=["bare", "with a picture's name"])
@pytest.mark.parametrize("unit", HOSTILE)
def test_eight_times_the_hostile_line_takes_about_eight_times_as_long(unit: str, end: str) -> None:
    def seconds(length: int) -> float:
        line = unit * (length // len(unit)) + end
        begun = process_time()
        without_pictures(line)
        is_boilerplate(line)
        is_contact(line)
        return process_time() - begun

    small, large = (min(seconds(length) for _ in range(3)) for length in (5_000, 40_000))
    # three times the ratio, and a floor for what is too short to measure: a square takes sixty-four times as long
    assert large < 24 * small + 0.05


# Parted where no bracket is open, so that each kind of line has its own examples.
_KINDS = re.findall(r"(?:[^(|\\]|\\.|\((?:[^()\\]|\\.|\([^()]*\))*\))+", boilerplate._WHOLE_LINE.pattern)


@pytest.mark.parametrize("kind", _KINDS)
def test_no_line_of_a_page_is_passed_over_for_what_it_begins_with(kind: str) -> None:
    @settings(max_examples=15)
    @given(st.from_regex(re.compile(kind, re.IGNORECASE), fullmatch=True))
    def check(line: str) -> None:
        assert boilerplate._may_match(line)

    check()


def test_each_kind_of_line_of_a_page_is_asked_for() -> None:
    assert "|".join(_KINDS) == boilerplate._WHOLE_LINE.pattern
