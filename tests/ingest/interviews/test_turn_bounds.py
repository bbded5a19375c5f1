"""Where turns end, what is none though it looks like one, and how long it may take to see that."""

import pytest

from indexer.ingest.interviews.turns import turns_of
from tests.ingest.interviews.test_turns import DASHES, TITLE, said, shown
from tests.machine import cpu_bound


@pytest.mark.parametrize(
    "text", ["A B: c?\nD E: f.\n" * 20_000, "".join(f"N{each}: c?\n" for each in range(40_000)), "A" * 200_000 + ":?"]
)
def test_many_labels_are_read_in_linear_time(text: str) -> None:
    with cpu_bound(20):
        turns_of(text, "The ministers met")


@pytest.mark.parametrize(
    "text",
    [
        said(
            "“How deep is it?”",
            "“Very,” she said. “It has no end.”",
            "“Who told you?”",
            "“A fish,” she said. “It knew.”",
        ),
        said("“Is it deep?” I asked, for I was cold.", "“Yes.” He looked away.", "“How deep?”", "“Very.” He sat down."),
    ],
)
def test_a_tale_is_no_interview(text: str) -> None:
    assert turns_of(text, "An interview by the lake") == ()


def test_an_answer_between_quotation_marks_ends_with_them() -> None:
    text = said(
        "How deep is it?", "“Very.”", "She looked at the lake.", "Who told you?", "“Nobody.”", "And then?", "“No.”"
    )
    assert [each for _, each in shown(text, turns_of(text, "Interview with Anna Orlova"))] == [
        "Very.",
        "Nobody.",
        "No.",
    ]


def test_an_answer_ends_before_what_is_said_of_its_speaker() -> None:
    text = said(DASHES, "Anna Orlova is the author of two books.", "Interview by Paul Lee", "Photo: Ann May")
    assert shown(text, turns_of(text, TITLE))[-1][1] == "We shall see."


def test_a_name_that_no_form_expects_speaks_for_itself() -> None:
    text = said("Q: Why?", "A: So.", "Ms. Venn: I do not agree.", "Q: And then?", "A: We shall see.")
    turns = turns_of(text, TITLE)
    assert [(each.speaker, text[slice(*each.answer)]) for each in turns][1] == ("Ms. Venn", "I do not agree.")


def test_many_labels_and_many_names_are_read_in_linear_time() -> None:
    text = "".join(f"Name Surname{each}: c?\n" for each in range(20_000))
    with cpu_bound(20):
        turns_of(text, "The ministers met", tuple(f"Name Surname{each}" for each in range(5_000)))


def test_headlines_in_a_list_are_no_interview() -> None:
    text = said(
        "- Is sleep good for you?", "- Lakes of the north", "- The bridge that was not built", "- More on lakes"
    )
    assert turns_of(text, TITLE) == ()


def test_a_namesake_is_not_the_speaker_whom_a_label_names_in_full() -> None:
    text = said("Herald: Why?", "Ann Lee: So.", "Herald: And then?", "Ann Lee: We shall see.")
    assert {each.speaker for each in turns_of(text, "A talk", ("Bo Lee",))} == {"Ann Lee"}
    assert {each.speaker for each in turns_of(text, "A talk", ("Ann Maria Lee",))} == {"Ann Maria Lee"}
