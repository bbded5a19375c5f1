"""Which lines go on in the next: sentences do, lists, verse, tables, headings and signatures do not."""

import time

import pytest

from indexer.ingest.cleaning.paragraphs import paragraphs


@pytest.mark.parametrize(
    "text",
    [
        "Example Harbour Corp said it\ncompleted the purchase of the old quay for undisclosed terms.",
        "NOTE: the tonnage of the last year and of both halves excludes what\nwas lost in the ice.",
        "The new quay is to have a light, a bridge and a house for all of the\nNorthern Pilots of the region.",
        "The pilots said the quay is too short for the ships that\ncome with ice, and that the\nNorthern Line knows.",
        "The report of the ports (in part)\nwas read by all of the pilots who had come to the old town for it.",
        "The council of the harbour has met and heard what it\nis. That was all that there was to be read\non it.",
        "They met and\n" + "went on to hear the long reports of all the groups of the council and of the ports. " * 3,
    ],
    ids=["wire", "note", "name", "sentence", "bracket", "short word", "long line"],
)
def test_a_sentence_that_goes_on_in_the_next_line_is_one(text: str) -> None:
    assert paragraphs(f"{text}\n\nThey left.") == [" ".join(text.split()), "They left."]


@pytest.mark.parametrize(
    "lines",
    [
        ["The council decided the following", "to compare all the charts of the ports of the region", "to meet again."],
        ["The council asked for all of these, and for them at once, this year", "buoys.", "lights.", "pilots."],
        ["O light on the quay", "old light of the sea", "that burns in the night", "and is gone."],
        ["Ships in port 34 against 30", "Tonnage 1,200 against 900", "Pilots 12 against 11"],
        ["Harbour Council", "of the northern ports"],
        ["Agenda", "opening of the session", "any other business"],
        ["The council thanked all of the pilots of the region for the work of the year.", "yours, the chair"],
        ["(a) to compare all the charts of the ports of the region twice in a year", "(b) to meet again."],
        ["The council of the harbour met and heard all of the reports of the year", "ii) on the ice and on the sea."],
    ],
    ids=["list", "list with ends", "verse", "table", "heading", "agenda", "signature", "points", "roman"],
)
def test_lines_that_stand_for_themselves_stay_apart(lines: list[str]) -> None:
    assert paragraphs("They met.\n\n" + "\n".join(lines)) == ["They met.", *lines]


@pytest.mark.parametrize("line", ["Mr. Example on it.", "(HF) had asked for it.", "(XV) says.", "mix. It is old."])
def test_an_abbreviation_at_a_lines_begin_is_no_mark_of_a_list(line: str) -> None:
    before = [
        "The council of the harbour met in the old town of the ports and",
        "heard the reports of its three working groups on pilots, lights",
        "and the ice of the region, and all of its members congratulated",
    ]
    assert paragraphs("\n".join([*before, line])) == [" ".join([*before, line])]


def test_no_paragraph_ends_with_a_form_of_address() -> None:
    lines = [
        "The council of the harbour met in the old town of the ports and",
        "heard the reports of its three working groups on pilots, lights",
        "and the ice of Mr.",
        "Example there.",
    ]
    assert paragraphs("\n".join(lines)) == [" ".join(lines)]


def test_lines_of_prose_without_marks_are_wrapped_where_they_are_full() -> None:
    lines = [
        "The pilots of the region have asked for a light on the old quay",
        "and the council of the ports has heard them and will look at it",
        "when the ice has gone and the ships are back in the old harbour",
        "of the town",
    ]
    table = [f"Buoy {number}" for number in range(9)]
    assert paragraphs("\n".join([*table, "", *lines])) == [*table, " ".join(lines)]


@pytest.mark.parametrize(
    "number", ["26", "- 26 -", "06-53005 25", "25 06-53005", "36/45 15-29816", "29/09/2015 A/70/PV.18", "A/70/PV.18"]
)
def test_the_head_of_a_page_in_mid_sentence_goes(number: str) -> None:
    text = f"The council of the ports met in the old house and heard the\n\n{number}\n\nreports of all of the groups."
    assert paragraphs(text) == [
        "The council of the ports met in the old house and heard the reports of all of the groups."
    ]


@pytest.mark.parametrize("line", ["26", "2018", "A/70/PV.18", "12-34567"])
def test_a_number_behind_a_sentence_stays(line: str) -> None:
    assert paragraphs(f"The council met.\n\n{line}\n\nand left.") == ["The council met.", line, "and left."]


@pytest.mark.parametrize(
    ("before", "after", "read"),
    [
        ("The council met in the old town of the Asia-", "Pacific region.", "Asia-Pacific"),
        ("The council met in the old town from 1990-", "1995 and later.", "1990-1995"),
        ("The council met for a refur-", "bishment of it.", "refurbishment"),
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["line", "blank line"])
def test_a_word_goes_on_behind_a_hyphen_however_lines_are_parted(
    before: str, after: str, read: str, between: str
) -> None:
    (part,) = paragraphs(f"{before}{between}{after}")
    assert read in part


def test_a_blank_line_behind_a_preposition_is_no_end() -> None:
    assert paragraphs("On behalf of the\n\ngovernment of the ports I thank you.") == [
        "On behalf of the government of the ports I thank you."
    ]
    assert paragraphs("Statement by\n\nAnn Example\n\nThey left.")[:2] == ["Statement by", "Ann Example"]


def test_a_soft_hyphen_at_a_paragraphs_end_goes_and_joins_nothing() -> None:
    assert paragraphs("They met in the summer\u00ad\n\nThe council left.") == [
        "They met in the summer",
        "The council left.",
    ]
    assert paragraphs("THE GOVERN\u00ad\nMENT MET") == ["THE GOVERNMENT MET"]


def test_a_hundred_thousand_lines_in_small_letters_take_no_time() -> None:
    began = time.process_time()
    assert paragraphs("The list of all the old ports of the region and of the sea\n" + "a port of the sea\n" * 100_000)
    assert paragraphs("The head-\n" + "a long line of the old ports of the region and of the sea\n" * 50_000)
    assert time.process_time() - began < 10
