"""Interviews: which paragraphs ask, which answer, and who speaks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.ingest.interviews.turns import Turn, turns_of
from tests.machine import cpu_bound

TITLE = "“We work with all.” Interview with Secretary General Anna Orlova"


def shown(text: str, turns: tuple[Turn, ...]) -> list[tuple[str, str]]:
    return [(text[slice(*each.question)] if each.question else "", text[slice(*each.answer)]) for each in turns]


def said(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


DASHES = said("- Why now?", "- Because it is time.", "It has long been planned.", "- And then?", "- We shall see.")
FORMS = {
    "dashes": (DASHES, "Because it is time.\n\nIt has long been planned."),
    "long dashes": (
        said("— Why now?", "— Because it is time.", "— And then?", "— We shall see."),
        "Because it is time.",
    ),
    "dashes without a space": (said("-Why now?", "-Because.", "-And then?", "-We shall see."), "Because."),
    "dashes on lines": ("- Why now?\n- Because it is time.\n- And then?\n- We shall see.", "Because it is time."),
    "letters": (
        said("Q: Why now?", "A: Because it is time.", "Q: And then?", "A: We shall see."),
        "Because it is time.",
    ),
    "words": (
        said("Question: Why now?", "Answer: Because.", "Question: And then?", "Answer: We'll see."),
        "Because.",
    ),
    "Russian": (said("Вопрос: Почему?", "Ответ: Потому.", "Вопрос: А потом?", "Ответ: Увидим."), "Потому."),
    "French": (
        said("Question : Pourquoi ?", "Réponse : Parce que.", "Question : Et puis ?", "Réponse : On verra."),
        "Parce que.",
    ),
    "names": (said("Lee: Why now?", "Orlova: Because.", "Lee: And then?", "Orlova: We shall see."), "Because."),
    "initials": (
        said("P. Lee: Why now?", "A. Orlova: Because.", "P. Lee: And then?", "A. Orlova: So."),
        "Because.",
    ),
    "capitals": (
        said("LEE: Why now?", "ORLOVA: Because.", "LEE: And then?", "ORLOVA: We shall see."),
        "Because.",
    ),
    "unmarked answers": (
        said("Interviewer: Why now?", "Because.", "Interviewer: And then?", "We shall see."),
        "Because.",
    ),
    "bold": (said("**Why now?**", "Because it is time.", "**And then?**", "We shall see."), "Because it is time."),
    "set apart": (
        said("Why now?", "Because it is time.", "More of it.", "And then?", "So."),
        "Because it is time.\n\nMore of it.",
    ),
}


@pytest.mark.parametrize(("text", "answer"), FORMS.values(), ids=FORMS.keys())
def test_questions_and_answers_are_told_apart_in_each_form(text: str, answer: str) -> None:
    turns = turns_of(f"An introduction.\n\n{text}", TITLE)
    assert len(turns) == 2
    question, answered = shown(f"An introduction.\n\n{text}", turns)[0]
    assert question.rstrip("*").endswith("?")
    assert answered == answer


@pytest.mark.parametrize(("text", "answer"), FORMS.values(), ids=FORMS.keys())
def test_the_interviewee_of_the_title_answers(text: str, answer: str) -> None:
    assert {each.speaker for each in turns_of(text, TITLE)} == {"Anna Orlova"}


def test_a_question_need_not_end_with_its_mark() -> None:
    text = said("- Tell us how it began.", "- Slowly.", "- And then?", "- Faster.", "- How fast?", "- Very.")
    assert [each for each, _ in shown(text, turns_of(text))] == [
        "Tell us how it began.",
        "And then?",
        "How fast?",
    ]


def test_a_list_within_an_answer_stays_in_it() -> None:
    text = said("- Why?", "- For two reasons:", "It is", "- And now?", "- So:", "first", "- peace,", "last of all")
    turns = turns_of(text)
    assert len(turns) == 2
    assert shown(text, turns)[1][1].endswith("last of all")


def test_two_who_answer_one_question_have_a_turn_each() -> None:
    text = said("LEE: Why now?", "ORLOVA: Because.", "MAY: I agree.", "LEE: And then?", "ORLOVA: So.", "MAY: Indeed.")
    turns = turns_of(text, "A talk with Anna Orlova and John May")
    assert [(each.question is None, each.speaker) for each in turns] == [
        (False, "Anna Orlova"),
        (True, "John May"),
        (False, "Anna Orlova"),
        (True, "John May"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        said("The parties agreed:", "- to meet,", "- to talk,", "- to write.", "Who would not?"),
        said("- What is right?", "- What is wrong?", "- What is next?", "- What is left?", "Ask yourself."),
        said("Is peace possible?", "The ministers think so.", "Will it last?", "They hope so."),
        said("Place: Vienna", "Date: 5 March", "Place: Geneva", "Date: 6 March", "Who would not come?"),
        said("Who would not come?", "Everybody came."),
        said("A. Smith said so?", "A. The first point.", "B. The second point."),
        "- Why?",
        "?",
        "",
    ],
)
def test_lists_and_rhetorical_questions_are_no_interview(text: str) -> None:
    assert turns_of(text, "The ministers met in Vienna") == ()


@pytest.mark.parametrize(
    ("title", "opening", "question", "speaker"),
    [
        ("Interview with Anna Orlova", "", "Why?", "Anna Orlova"),
        (
            "Interview of the Acting Secretary General of the CSTO Anna Orlova to “The Herald”",
            "",
            "Why?",
            "Anna Orlova",
        ),
        ("Anna Orlova: “We work with all”", "An interview.", "Why?", "Anna Orlova"),
        (
            "“We work with all”",
            "Secretary General Anna Orlova and Minister John May met.",
            "Why, Ms. Orlova?",
            "Anna Orlova",
        ),
        ("“We work with all”", "Our interview with Ambassador Anna Orlova.", "Why?", "Anna Orlova"),
        ("Интервью Генерального секретаря Анна Орлова", "", "Почему?", "Анна Орлова"),
        ("Interview with Anna Orlova and John May", "", "Why?", ""),
        ("“We work with all”", "An interview.", "Why?", ""),
        ("Interview on Peace and Security", "", "Why?", ""),
        ("Interview with the United Nations Secretary General", "", "Why?", ""),
    ],
)
def test_the_speaker_is_named_only_where_it_is_unambiguous(
    title: str, opening: str, question: str, speaker: str
) -> None:
    text = said(opening, f"- {question}", "- Because.", "- And then?", "- So.").strip()
    assert {each.speaker for each in turns_of(text, title)} == {speaker}


def test_known_people_settle_who_a_label_is() -> None:
    text = said("Lee: Why?", "Orlova: Because.", "Lee: And then?", "Orlova: So.")
    turns = turns_of(text, "A talk", ("Anna Orlova", "Paul Lee"))
    assert {each.speaker for each in turns} == {"Anna Orlova"}


def test_a_known_person_keeps_one_name_however_the_title_spells_it() -> None:
    turns = turns_of(DASHES, TITLE, people=["Hanna Orlova"])
    assert {turn.speaker for turn in turns} == {"Hanna Orlova"}


LINES = st.lists(
    st.sampled_from(
        ["- Why?", "- So.", "Q: Why?", "A: So.", "Lee: Why?", "May: So.", "**Why?**", "Why?", "So.", "- a\n- b?", "?"]
    )
)


@given(st.one_of(st.text(), LINES.map("\n\n".join), LINES.map("\n".join)), st.text(max_size=40))
def test_turns_are_disjoint_and_in_order(text: str, title: str) -> None:
    turns = turns_of(text, title)
    spans = [span for each in turns for span in (each.question, each.answer) if span]
    assert all(start < end for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)


@pytest.mark.parametrize(
    "text",
    [
        "- a?\n" * 60_000,
        "A: b?\n" * 60_000,
        "A " * 200_000 + "?",
        "?" * 500_000,
        "A" * 500_000 + "?",
        "\n" * 500_000 + "?",
    ],
    ids=["dashes", "labels", "capitals", "marks", "one word", "newlines"],
)
def test_hostile_texts_are_read_in_linear_time(text: str) -> None:
    with cpu_bound(20):
        assert all(each.answer[1] <= len(text) for each in turns_of(text, f"Interview {text[:5000]}"))


def test_what_stands_between_a_question_and_a_marked_answer_belongs_to_the_question() -> None:
    text = "Q: Why now?\n\nHe laughs and waits.\n\nA: Because.\n\nQ: And then?\n\nA: We shall see."
    shown = [
        (text[slice(*turn.question)] if turn.question else "", text[slice(*turn.answer)]) for turn in turns_of(text)
    ]
    assert shown == [
        ("Why now?\n\nHe laughs and waits.", "Because."),
        ("And then?", "We shall see."),
    ]


def test_one_labelled_question_is_an_interview_only_where_it_is_announced() -> None:
    text = "Q: Why now?\n\nA: Because."
    assert len(turns_of(text, "Interview with Ann Lee")) == 1
    assert turns_of(text, "Ann Lee on her plans") == turns_of("Why now?\n\nBecause.", "Interview with Ann Lee") == ()


@pytest.mark.parametrize(("words", "count"), [(150, 2), (151, 0)])
def test_a_question_has_up_to_150_words(words: int, count: int) -> None:
    question = f"**{'word ' * (words - 1)}why?**"
    text = said(question, "Because.", question, "We shall see.")
    assert len(turns_of(text, "Anna Orlova on her plans")) == count


def test_the_name_of_a_label_goes_before_the_interviewee_of_the_title() -> None:
    text = said("LEE: Why now?", "ORLOVA: Because.", "MAY: I agree.", "LEE: And then?", "ORLOVA: So.", "MAY: Indeed.")
    assert [each.speaker for each in turns_of(text, "Interview with Anna Orlova")] == ["Anna Orlova", "MAY"] * 2


@pytest.mark.parametrize(
    "text",
    [
        said("Lee: Why?", "Orlova: Because.", "Lee: Then.", "Orlova: So.", "Lee: Good.", "Orlova: Good."),
        said("Lee: Why?", "Orlova: Because.", "Lee: Good.", "Orlova: So."),
        said(*["Lee: Why?", "Orlova: So."] * 2, *["Lee: Good.", "Orlova: So."] * 3),
        said("Lee: Why?", "Orlova: Because.", "Lee: And then?", "May: So."),
        said("- Why?", "- Because?", "- So?", "- And then?", "- Who knows?", "- Who cares?"),
        said("- Tell us.", "- Slowly.", "- And more.", "- Faster.", "- How fast?", "- Very."),
        said("**Why now?**", "**And then?**", "We shall see."),
    ],
    ids=[
        *("few questions by name", "one of two", "two of five", "one who speaks once"),
        *("questions back", "few questions", "one answer"),
    ],
)
def test_what_has_too_little_of_a_form_is_no_interview(text: str) -> None:
    assert turns_of(text, "The ministers met in Vienna") == ()


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("A talk", said("Q. Why now?", "A. Because.", "Q. And then?", "A. So.")),
        ("A talk", said("LEE: Why now?", "ORLOVA: Because.", "Lee: And then?", "Orlova: So.")),
        (TITLE, said("Interviewer: Tell us.", "Because.", "Interviewer: Go on, will you? Please.", "So.")),
    ],
    ids=["letters with stops", "names in two cases", "marked questions without marks"],
)
def test_labels_are_known_with_stops_in_any_case_and_without_question_marks(title: str, text: str) -> None:
    assert len(turns_of(text, title)) == 2


def test_two_questions_in_a_row_are_one() -> None:
    text = said("Q: Why now?", "Q: And why here?", "A: Because.", "Q: And then?", "A: So.")
    assert [each for each, _ in shown(text, turns_of(text))] == [
        said("Why now?", "Q: And why here?"),
        "And then?",
    ]


def test_a_label_in_capitals_is_a_known_person() -> None:
    text = said("LEE: Why?", "ORLOVA: Because.", "LEE: And then?", "ORLOVA: So.")
    assert {each.speaker for each in turns_of(text, "A talk", ("Anna Orlova",))} == {"Anna Orlova"}


def test_a_namesake_in_an_answer_is_not_the_speaker() -> None:
    text = said("Lee: Why?", "Orlova: My aunt Bella Orlova did.", "Lee: And then?", "Orlova: So.")
    assert {each.speaker for each in turns_of(text, "A talk")} == {"Orlova"}
