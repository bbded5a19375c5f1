"""Briefings, talks and interviews without labels: whose turns they are."""

import pytest

from indexer.ingest.interviews.turns import turns_of
from tests.ingest.interviews.test_turns import said

BRIEFINGS = {
    "offices": (
        said("THE PRESIDENT: Good day.", "THE SECRETARY-GENERAL: Thank you.", "QUESTION: Why?", "THE PRESIDENT: So."),
        [("", "The President"), ("", "The Secretary-General"), ("Why?", "The President")],
    ),
    "Q without a colon": (
        said("Q Who pays?", "MS. VENN: The states.", "Q And then?", "MS. VENN: They will pay on."),
        [("Who pays?", "Ms. Venn"), ("And then?", "Ms. Venn")],
    ),
    "one who answers many": (
        said("The Herald: Why now?", "Orla Venn: So.", "Radio Lake: And then?", "Orla Venn: More."),
        [("Why now?", "Orla Venn"), ("And then?", "Orla Venn")],
    ),
    "a role and a dash": (
        said("Moderator – Who is first?", "Orlova: Me.", "Moderator – Why?", "Orlova: So."),
        [("Who is first?", "Orlova"), ("Why?", "Orlova")],
    ),
    "Russian letters": (
        said("В.: Почему?", "О.: Так.", "В.: А потом?", "О.: Увидим."),
        [("Почему?", ""), ("А потом?", "")],
    ),
    "labels on their own lines": (
        said(
            "JOURNALIST:",
            "Who pays?",
            "PRIME MINISTER:",
            "The states.",
            "JOURNALIST:",
            "Why?",
            "PRIME MINISTER:",
            "So.",
        ),
        [("Who pays?", "Prime Minister"), ("Why?", "Prime Minister")],
    ),
    "names at first": (
        said("LAKE WEEKLY: What is it?", "ANNA DOUX: I try.", "What next?", "Nothing.", "And then?", "More."),
        [("What is it?", "Anna Doux"), ("What next?", "Anna Doux"), ("And then?", "Anna Doux")],
    ),
    "who is asked speaks of himself": (
        said("What do you do?", "I paint.", "Who taught you?", "My father did.", "Will you go on?", "I shall."),
        [("What do you do?", ""), ("Who taught you?", ""), ("Will you go on?", "")],
    ),
    "a long talk": (said(*["Ann Lee: Hello.", "Bo Ek: So it is."] * 6, "Is it?"), [("", "Ann Lee"), ("", "Bo Ek")] * 6),
    "offices, once each": (
        said("PRESIDENT VENN: We have agreed.", "CHANCELLOR LEE: So we have."),
        [("", "President Venn"), ("", "Chancellor Lee")],
    ),
    "an interpreter": (
        said("MR. McKAY (through an interpreter): Yes.", "MS. LEE: No?", "MR. McKAY: So be it."),
        [("", "Mr. McKay"), ("", "Ms. Lee"), ("", "Mr. McKay")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), BRIEFINGS.values(), ids=BRIEFINGS.keys())
def test_briefings_and_talks_are_turns_whose_speakers_are_named_as_their_labels_say(
    text: str, expected: list[tuple[str, str]]
) -> None:
    turns = turns_of(text, "The ministers met in Vienna")
    assert [(text[slice(*each.question)] if each.question else "", each.speaker) for each in turns] == expected


def test_the_name_in_the_title_is_whose_surname_a_label_has() -> None:
    text = said("Q Who pays?", "MS. VENN: The states.", "Q And then?", "MS. VENN: They will pay on.")
    assert {each.speaker for each in turns_of(text, "Briefing by Orla Venn")} == {"Orla Venn"}


def test_bold_lines_ask_in_an_interview_also_where_they_only_prompt() -> None:
    text = said(
        "1. __Tell us about yourself.__", "I paint.", "2. __Tell us about the lake.__", "It is deep. Is it not? Yes."
    )
    assert len(turns_of(text, "Interview with Anna Orlova")) == 2
    assert turns_of(text, "Anna Orlova paints") == ()


@pytest.mark.parametrize(
    "text",
    [
        said("WHO: The minister.", "WHAT: A visit.", "WHEN: In May?", "WHERE: Vienna.", "WHO: All of them."),
        said("What can you do?", "You can paint.", "How do you pay?", "By card.", "Will you help?", "Call the office."),
        said("Host: a.example", "Origin: b.example", "Host: c.example", "Origin: d.example", "Is it so?"),
        said("NOTE: Read it.", "THE LAKE: It is deep.", "Is it not?"),
        said(*["Ann Lee: Hello.", "Bo Ek: So it is."] * 5, "Is it?"),
    ],
    ids=["a table in capitals", "advice to readers", "headers of requests", "two labels", "a short talk"],
)
def test_labels_and_questions_alone_make_no_turns(text: str) -> None:
    assert turns_of(text, "The ministers met in Vienna") == ()


WHAT_SHE_WROTE = said(
    "The lakes grow warm.",
    "In your book, you say that lakes are old. How old are they?",
    "The oldest has no year. Rain fell into it before there was a shore.",
    "Your work was read by many. Is that so?",
    "It was printed twice, which is not much for a lake.",
    "And the birds?",
    "They come in spring.",
)


def test_questions_on_what_the_other_wrote_are_asked_in_an_interview() -> None:
    assert len(turns_of(WHAT_SHE_WROTE, "The lakes grow warm")) == 3
    advice = WHAT_SHE_WROTE.replace("In your book, you say", "They say").replace("Your work was", "It was")
    assert turns_of(advice, "The lakes grow warm") == ()


@pytest.mark.parametrize("called", ["Professor Lee", "Herr Lee", "Madame la Lee", "Mr. Ann Lee"])
def test_a_first_question_with_a_name_is_asked_in_an_interview(called: str) -> None:
    text = said(f"{called}, how old are lakes?", "Very old.", "And the birds?", "They come in spring.")
    assert len(turns_of(text, "The lakes")) == 2
    assert turns_of(text.replace(f"{called}, how", "How"), "The lakes") == ()


def test_a_question_may_end_with_a_mark_of_any_language() -> None:
    text = said("»Wie alt ist der See?«", "Orla Venn: »Alt.«", "»Und die Vögel?«", "Orla Venn: »Sie kommen im Mai.«")
    assert {each.speaker for each in turns_of(text, "Der See")} == {"Orla Venn"}
