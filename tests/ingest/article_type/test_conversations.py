"""Interviews, transcripts and speeches, by their cues."""

import pytest

from indexer.article import ArticleType
from indexer.ingest.article_type.classify import judged
from indexer.ingest.article_type.conversations import CUES
from indexer.ingest.article_type.reading import TEXT, Reading
from indexer.ingest.draft import Draft
from indexer.ingest.interviews.turns import Turn, turns_of
from tests.ingest.article_type.texts import BODY, type_of

ASKED = "QUESTION: Who pays for it?\n\nTHE MINISTER: The states do.\n\nQUESTION: When?\n\nMS. VENN: In spring."


def test_questions_and_answers_make_an_interview() -> None:
    text = "- Why now?\n\n- Because.\n\n- And then?\n\n- We shall see."
    assert type_of(Draft(text=text, title="We shall see"), turns_of(text)) == "interview"


def test_one_question_makes_an_interview_only_under_a_title_that_says_so() -> None:
    text = "Why now?\n\nBecause."
    turns = [Turn((0, 8), (10, 18))]
    assert type_of(Draft(text=text, title="Interview with Anna Orlova"), turns) == "interview"
    assert type_of(Draft(text=text, title="Anna Orlova on her plans"), turns) == "other"


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Daily press briefing",
            "Q Who pays?\n\nMS. VENN: The states.\n\nQ When?\n\nMS. VENN: In spring.",
            "transcript",
        ),
        ("The minister in Northport", ASKED, "transcript"),
        ("Interview with Anna Orlova", "Why now?\n\nBecause.\n\nAnd then?\n\nWe shall see.", "interview"),
        (
            "Anna Orlova on her plans",
            "What do you do?\n\nI paint.\n\nDo you sell?\n\nI do.\n\nMay you?\n\nI may.",
            "interview",
        ),
    ],
)
def test_one_who_answers_gives_an_interview_and_a_meeting_a_transcript(
    title: str, text: str, expected: ArticleType
) -> None:
    assert type_of(Draft(text=text, title=title), turns_of(text, title)) == expected


def test_paragraphs_that_ask_and_answer_are_an_interview_without_labels() -> None:
    text = (
        "Ann Lee counts birds at the lake.\n\nWhat do you like about birds?\n\nI like how they sing in the morning. I "
        "have seen many.\n\nHow did you begin? Please tell us more.\n\nI was a child, and my father took me along."
    )
    assert type_of(Draft(text=text, title="Birds of the lake")) == "interview"
    assert type_of(Draft(text=text.replace("?", "."), title="Birds of the lake")) == "other"


def test_who_turns_to_listeners_in_the_middle_gives_a_speech() -> None:
    start = f"I have come to tell of our lake. I have seen my lake and our shore. {BODY * 6}"
    text = f"{start}And so, dear friends, our lake is open."
    assert type_of(Draft(text=text, title="The lake")) == "speech"
    assert type_of(Draft(text=text.replace("dear friends, ", ""), title="The lake")) == "other"


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "12th plenary meeting",
            "The PRESIDENT: I open the meeting.\n\nMr. OROZ (Norland): I thank you, Madam President.",
            "transcript",
        ),
        ("Lake", f"I now give the floor to the representative of Norland.\n\nI thank you. {BODY}", "transcript"),
        ("Lake", f"Слово предоставляется представителю Норландии.\n\n{BODY}", "transcript"),
        ("Noon", f"The following is a near-verbatim transcript of the noon briefing.\n\n{BODY}", "transcript"),
        (
            "Lake",
            "Thank you. We build ferries. (Laughter.) How many? [inaudible] Our first question comes from Northport.",
            "transcript",
        ),
        ("Mr. Oroz", f"Mr. OROZ (Norland): I thank you, Madam President, and my country thanks you. {BODY}", "speech"),
    ],
)
def test_records_of_meetings_name_those_who_take_the_floor(title: str, text: str, expected: ArticleType) -> None:
    assert type_of(Draft(text=text, title=title)) == expected


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Lake",
            "—Hábleme del lago.\n\n—Yo lo veo cada día, y es mi casa.\n\n—Es hondo.\n\n—Para mí, sí.\n\n—¿Y usted?",
        ),
        ("Lake", "Answer: First of all, I am glad to be here. My work is here, and my family came along with me."),
        ("", "Question 1: When did you begin?\n\nI began as a child. My father took me along."),
        ("Interview de Mme Venn, ministre des lacs", f"Le lac est profond. {BODY}"),
        ("Der See", f"Ich male. Mein See ist tief, und ich sehe ihn gern. {BODY}\n\nDas Interview führte Ann Lee."),
        (
            "Lake",
            "Orla Venn:\n\nI see it from here.\n\nAnn Lee:\n\nWe talked with Orla Venn of how deep it is. And you?",
        ),
    ],
    ids=["dashes", "an answer", "a question as title", "by its title", "who asked", "names alone"],
)
def test_a_part_of_an_interview_is_one(title: str, text: str) -> None:
    assert type_of(Draft(text=text, title=title)) == "interview"


@pytest.mark.parametrize(
    "text",
    [
        "– It is deep, – laughed the mayor.\n\n– I know, – laughed she.\n\n– My lake is wide.\n\n– We know.",
        "- I open the lake.\n\n- My boat is here.\n\n- We fish.\n\n- Our nets are new.",
    ],
    ids=["told", "a list"],
)
def test_dashes_of_prose_and_lists_are_no_interview(text: str) -> None:
    assert type_of(Draft(text=text, title="Lake")) != "interview"


def test_a_line_under_the_title_says_whose_speech_it_is() -> None:
    line = "Northport, 3.8.2007 - Speech by Minister Orla Venn at the Lake Day"
    assert type_of(Draft(text=f"{line}\n\n{BODY}", title="The lake is open")) == "speech"
    assert type_of(Draft(text=f"A {line} was heard by all who came.\n\n{BODY}", title="The lake is open")) != "speech"


def test_a_long_talk_of_the_community_of_states_is_a_speech_and_no_opinion() -> None:
    text = "We know: but peace is not made by states alone, and yet nothing but the United Nations can make it. "
    draft = Draft(text=text * 40, title="The world of today")
    assert type_of(draft) == "speech"
    assert type_of(Draft(text=draft.text.replace("United Nations", "small parties"), title=draft.title)) != "speech"
    assert type_of(Draft(text=f"{draft.text} So he said.", title=draft.title)) != "speech"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Why do you paint lakes?\n\nI like my lake, and I see it from my window in the morning.", 1),
        ("Why do you paint?\nI like my lake.\nPourquoi aimez-vous le lac ?\nJe suis né ici, et mon père aussi.", 2),
        ("Why do you paint lakes?\n\nYou like your lake, as I do.", 0),
        ("Why is it deep?\n\nI do not know.", 0),
    ],
    ids=["once", "twice", "advice", "nobody is asked"],
)
def test_who_asks_you_and_who_answers_of_himself_make_an_interview(text: str, expected: int) -> None:
    found = judged(Draft(text=text, title="Lake"))
    reading = Reading(Draft(text=text, title="Lake"), Draft(text=text, title="Lake"), (), frozenset())
    assert sum(each.found(reading) for each in CUES if each.name == "questions and answers") == expected
    assert (found.type == "interview") is (expected == 2)


def test_two_names_of_whom_one_asks_make_an_interview_and_a_table_none() -> None:
    text = (
        "Lee: How deep is your lake in the spring of the year?\n\nVenn: I have never asked it, and my father did not."
    )
    assert type_of(Draft(text=text, title="Lake")) == "interview"
    table = "Place: The hall of the lake in Northport?\n\nDay: The third of March of this year, at noon."
    assert type_of(Draft(text=table, title="Lake")) != "interview"


def test_lines_that_begin_with_a_time_are_a_transcript() -> None:
    text = "\n".join(f"00:0{each}Good afternoon, and welcome to the lake." for each in range(5))
    assert type_of(Draft(text=text, title="Lake")) == "transcript"
    assert type_of(Draft(text=text.replace("00:0", "No. "), title="Lake")) != "transcript"


def test_questions_that_follow_each_other_are_asked_of_nobody() -> None:
    answer = "I like this lake, and my boat lies on its shore all year."
    asked = "Who would not like to see the lake at night?"
    cues = [each for each in CUES if each.found.__name__ == "_asks_by_paragraph"]
    for text, expected in (
        (f"{asked}\n\n{answer}\n\n{asked}\n\n{answer}", True),
        (f"{asked}\n\n{asked}\n\n{answer}", False),
    ):
        draft = Draft(text=f"{text}\n\nI row.", title="Lake")
        reading = Reading(draft, draft, (), frozenset({TEXT, "@i", "my"}))
        assert [each.found(reading) for each in cues] == [expected]
