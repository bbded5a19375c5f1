from time import process_time

import pytest

from indexer.ingest.furniture import is_contact, is_furniture, is_phone, without_pictures


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
        "+ 31 20-000-00-00, fax",
        "Tel.: +31 (20) 000-00-00",
    ],
)
def test_a_line_of_the_page_is_furniture(line: str) -> None:
    assert is_furniture(line)


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
    ],
)
def test_a_line_of_the_article_is_none(line: str) -> None:
    assert not is_furniture(line)


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


HOSTILE = ["a.jpg", "_1.", "1 ", "back to ", "share ", "(", "all rights ", "a-", "to 1, "]


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_hostile_line_is_neither_furniture_nor_a_contact(unit: str) -> None:
    line = unit * (400_000 // len(unit))
    assert not is_furniture(line)
    assert not is_contact(line)


@pytest.mark.parametrize("end", ["", ".jpg"], ids=["bare", "with a picture's name"])
@pytest.mark.parametrize("unit", HOSTILE)
def test_four_times_the_hostile_line_takes_about_four_times_as_long(unit: str, end: str) -> None:
    def seconds(length: int) -> float:
        line = unit * (length // len(unit)) + end
        begun = process_time()
        without_pictures(line)
        is_furniture(line)
        is_contact(line)
        return process_time() - begun

    small, large = (min(seconds(length) for _ in range(3)) for length in (5_000, 20_000))
    # twice the ratio, and a floor for what is too short to measure: a square takes sixteen times as long
    assert large < 8 * small + 0.05
