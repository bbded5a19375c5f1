import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.ingest.cleaning.paragraphs import paragraphs

WRAPPED = """The council met in Rotterdam and heard the reports of its
three working groups on pilots, lights and ice. They had been
written over the summer.
The chair thanked all of them and closed the meeting at noon,
so that the members could see the new lighthouse at Skagen,
which is open again.
"""


def test_wrapped_lines_are_joined_and_a_short_last_line_ends_a_paragraph() -> None:
    first, second = paragraphs(WRAPPED)
    assert first.startswith("The council met in Rotterdam and heard the reports of its three working groups")
    assert first.endswith("over the summer.")
    assert second.endswith("which is open again.")


def test_long_lines_are_paragraphs_of_their_own() -> None:
    lines = [f"Paragraph {n} of the report is a long one and goes on over more than a line. " * 2 for n in range(5)]
    assert len(paragraphs("\n".join(lines))) == 5


def test_a_sentence_cut_by_a_blank_line_is_whole_again() -> None:
    text = "The two officials discussed at length what the prospects were for bilateral"
    text += "\n\ncooperation between the ports.\n\nThey agreed."
    assert paragraphs(text) == [
        "The two officials discussed at length what the prospects were for bilateral cooperation between the ports.",
        "They agreed.",
    ]


def test_a_line_that_ends_with_a_preposition_goes_on_with_a_name_too() -> None:
    text = "The council congratulated the harbour master of Porto warmly on his election as\n\nPresident of the union."
    assert paragraphs(text) == [text.replace("\n\n", " ")]


def test_a_list_in_lower_case_stays_a_list() -> None:
    items = [
        "to compare the charts of all ports of the region twice a year",
        "to keep a list of all shoals",
        "to meet again",
    ]
    text = "\n\n".join(["The council decided after a short debate and without a vote the following", *items])
    assert paragraphs(text)[1:] == items


def test_a_title_and_a_date_line_on_the_next_line_are_not_joined() -> None:
    text = "Harbour Council opens its archive to all readers of the region\n16.10.2018\nThe archive opens.\n"
    assert paragraphs(text)[1] == "16.10.2018"


def test_a_word_broken_at_the_end_of_a_line_is_joined_as_the_rest_of_the_text_writes_it() -> None:
    text = (
        WRAPPED
        + "The papers were kept by the secretariat and by the vice-\nchair, who was pre-\n"
        + "sent all the time and is the vice-chair of the group.\n"
    )
    whole = " ".join(paragraphs(text))
    assert "by the vice-chair, who was present" in whole


def test_the_number_of_a_page_in_mid_sentence_goes() -> None:
    text = (
        WRAPPED
        + "The summit was to focus on the fulfilment of the\n26\n\n"
        + "internationally agreed goals of the ports, and on nothing else.\n"
    )
    assert "fulfilment of the internationally agreed goals" in " ".join(paragraphs(text))


@given(st.lists(st.text("abcXYZ .,-\n\f", max_size=60), max_size=20))
def test_no_letter_is_lost_or_added(lines: list[str]) -> None:
    text = "\n".join(lines)
    letters = [each for each in text if each.isalpha() or each == "\f"]
    assert [each for part in paragraphs(text) for each in part if each.isalpha() or each == "\f"] == letters


@pytest.mark.parametrize(
    "lines",
    [
        [f"Item {number} of the list, which is as long as a paragraph is".ljust(130, "x") for number in range(6)],
        [f"Item {number} of a list of three that has few lines {'x' * 12}" for number in range(3)],
        [f"Buoy {number} and light" for number in range(8)],
        [*(f"Buoy {number} and light" for number in range(8)), f"And one line {'x' * 60}", "The end"],
    ],
    ids=["wider than any wrap", "too few to tell", "narrower than any wrap", "of all widths"],
)
def test_lines_that_no_one_wrapped_are_paragraphs(lines: list[str]) -> None:
    assert paragraphs("\n".join(lines)) == lines


def test_a_wrapped_line_may_begin_with_a_capital() -> None:
    text = WRAPPED.replace(
        "heard the reports of its\nthree working groups", "heard the reports of\nAna Ruiz and of the"
    )
    assert "heard the reports of Ana Ruiz and of the" in paragraphs(text)[0]


def test_a_short_line_without_an_end_is_a_heading_and_goes_on_in_nothing() -> None:
    assert paragraphs("Agenda of the council\n\nto be confirmed") == ["Agenda of the council", "to be confirmed"]


def test_the_pages_own_words_are_no_second_half() -> None:
    lines = [
        "The council decided after a short debate and without a vote that it would",
        "share on facebook",
        "They left.",
    ]
    assert paragraphs("\n\n".join(lines)) == lines


def test_an_item_with_a_letter_is_no_second_half() -> None:
    lines = [
        "The council decided after a short debate and without a vote the following",
        "a) to meet again",
        "They left.",
    ]
    assert paragraphs("\n\n".join(lines)) == lines


def test_a_year_in_mid_sentence_is_no_number_of_a_page() -> None:
    text = f"{WRAPPED}The summit was to focus on the goals set for the year\n2018\n\nand on nothing else.\n"
    assert "2018" in " ".join(paragraphs(text))


def test_two_hundred_thousand_short_lines_take_no_time() -> None:
    assert paragraphs("word\n" * 200_000)


def test_one_wide_line_does_not_hide_that_the_others_are_wrapped() -> None:
    text = WRAPPED.replace("reports of its\nthree working groups on", "reports\nAna Ruiz wrote on the")
    assert any("the reports Ana Ruiz wrote" in each for each in paragraphs(f"{'x' * 200}\n{text * 4}"))


@pytest.mark.parametrize(
    ("line", "goes_on"),
    [
        ("three working groups on pilots, on lights and on the ice.", True),
        ("three working groups on pilots, on lights.", False),
    ],
    ids=["a full line", "a line with room for the next word"],
)
def test_a_sentence_that_ends_a_full_line_does_not_end_the_paragraph(line: str, goes_on: bool) -> None:
    text = WRAPPED.replace("three working groups on pilots, lights and ice. They had been\n", f"{line}\nThey were ")
    assert (f"{line} They were" in paragraphs(text)[0]) is goes_on


@pytest.mark.parametrize(
    ("added", "whole"),
    [
        (
            "The old chair of it\nthanked all the members of the council for the year.\n",
            "The old chair of it thanked all",
        ),
        (
            "It is what it had to do, and it had to look in\nall the years at the\n26\ninternationally agreed goals.\n",
            "at the internationally agreed",
        ),
        ("All of them had then studied the Anglo-\nSaxon charts of the sea.\n", "the Anglo-Saxon charts"),
        ("The vicechair and the vice-chair came, and so did the vice-\nchair of it.\n", "so did the vicechair of it."),
        (
            "The reports of all the pilots were heard by the members\n-\nof the council there.\n",
            "members - of the council",
        ),
    ],
    ids=["a small letter", "a page's number", "a capital behind a hyphen", "a word written both ways", "a dash alone"],
)
def test_a_wrapped_line_goes_on_in_the_next(added: str, whole: str) -> None:
    assert any(whole in each for each in paragraphs(WRAPPED + added))


@pytest.mark.parametrize(
    "lines",
    [
        ["They agreed on the things that follow for the next year", "- to meet again in the autumn, and to write more"],
        ["Harbour Council opens its archive to all its old readers", "16.10.2018", "The archive opens."],
    ],
    ids=["points", "a stamp"],
)
def test_points_and_date_lines_among_wrapped_lines_stay_apart(lines: list[str]) -> None:
    assert paragraphs(f"{WRAPPED}\n" + "\n".join(lines))[-len(lines) :] == lines


@pytest.mark.parametrize(
    "lines",
    [
        ["They met in the town.", "26", "ships were there."],
        ["- to compare all the charts of the ports of the region twice a year", "and to meet again", "They left."],
        ["to compare all the charts of the ports of the region twice a year", "and to meet again", "They left."],
    ],
    ids=["a number behind a sentence", "a point", "a line in small letters"],
)
def test_what_begins_no_sentence_or_ended_one_goes_on_in_nothing(lines: list[str]) -> None:
    assert paragraphs("\n\n".join(lines)) == lines
