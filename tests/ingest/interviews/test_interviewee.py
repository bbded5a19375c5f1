"""Who answers where no label says it: by title, opening and by what the questions call somebody."""

import pytest

from indexer.ingest.interviews.interviewee import says_interview
from indexer.ingest.interviews.turns import turns_of
from tests.ingest.interviews.test_turns import said

ASKED = said("**How old is it?**", "Very old.", "**And the birds?**", "They come in spring.")
RUSSIAN = said("— Сколько лет озеру?", "— Много. Никто не считал.", "— А птицы?", "— Прилетают весной.")


@pytest.mark.parametrize(
    ("title", "opening", "people"),
    [
        ("Five questions for Orla Venn", "", ()),
        ("10 questions to Orla Venn, keeper of boats", "", ("Orla Venn",)),
        ("A conversation with Orla Venn", "", ()),
        ("Press conference with Commissioner Venn", "Held on Friday by Commissioner Orla Venn.", ("Orla Venn",)),
        ("The lake", "A media availability was held by Commissioner Orla Venn on Friday.", ("Orla Venn",)),
        ("The lake", "For ten years Orla Venn has kept boats. We met her by the lake.", ("Orla Venn",)),
        ("The lake", "Orla Venn keeps boats. We asked her about birds.", ("Orla Venn", "Piet Holm")),
        ("Le lac", "Gardienne du lac, Orla Venn vit seule. Nous l'avons rencontrée au printemps.", ("Orla Venn",)),
        ("Rencontre avec Orla Venn", "", ()),
        ("El lago", "Orla Venn cuida barcas. Hablamos con ella un lunes.", ("Orla Venn",)),
        ("Cinco preguntas a Orla Venn", "", ()),
    ],
)
def test_what_says_that_somebody_was_asked_names_who_answers(title: str, opening: str, people: tuple[str, ...]) -> None:
    assert {each.speaker for each in turns_of(said(opening, ASKED).strip(), title, people)} == {"Orla Venn"}


@pytest.mark.parametrize(
    ("title", "opening", "people"),
    [
        ("A conversation with Orla Venn and Piet Holm", "", ()),
        ("The lake", "Orla Venn and Piet Holm keep boats. We met them by the lake.", ("Orla Venn", "Piet Holm")),
        ("The lake", "Orla Venn keeps boats.", ("Orla Venn",)),
        ("Press conference with Commissioner Venn", "Piet Holm listened.", ("Piet Holm",)),
    ],
)
def test_nobody_answers_by_name_where_two_may_or_nothing_tells(
    title: str, opening: str, people: tuple[str, ...]
) -> None:
    assert {each.speaker for each in turns_of(said(opening, ASKED).strip(), title, people)} == {""}


def test_a_question_that_calls_somebody_by_a_given_name_says_who_answers() -> None:
    text = said("Лоцман Глеб Холмов живёт у озера.", RUSSIAN.replace("Сколько", "Глеб Ильич, сколько"))
    assert {each.speaker for each in turns_of(text, "Озеро", ("Глеб Холмов",))} == {"Глеб Холмов"}
    assert {each.speaker for each in turns_of(text, "Озеро")} == {"Глеб Холмов"}
    called = said("Orla Venn and Piet Holm keep boats.", ASKED.replace("How old", "Orla, how old"))
    assert {each.speaker for each in turns_of(called, "The lake", ("Orla Venn", "Piet Holm"))} == {"Orla Venn"}


@pytest.mark.parametrize(
    ("title", "opening"),
    [
        ("Разговор с лоцманом", ""),
        ("Озеро", "Мы поговорили с ним накануне."),
        ("Le lac", "Elle répond à nos questions."),
        ("El lago", "Charlamos con ella."),
        ("The lake", "She sat down; we spoke with her on Monday."),
    ],
)
def test_what_is_called_no_interview_may_be_one(title: str, opening: str) -> None:
    assert says_interview(title, opening)
    assert not says_interview("The council met", "The ministers met them in Vienna and spoke of lakes.")


def test_labels_may_be_initials_or_given_names_of_those_whom_the_opening_names() -> None:
    people = ("Ruth Venn", "Ivo Holm", "Sam Dorn")
    opening = "Ruth Venn and Ivo Holm spoke of lakes with Sam Dorn."
    text = said(opening, "SD: Why now?", "RV: Because.", "SD: And then?", "IH: So.", "SD: Is it?", "IH: It is.")
    assert [each.speaker for each in turns_of(text, "Lakes", people)] == ["Ruth Venn", "Ivo Holm", "Ivo Holm"]
    text = said(
        opening, "**Why?**", "Ruth: Because.", "Ivo: So.", "**And then?**", "Ivo: Well.", "**Is it?**", "Ruth: No."
    )
    found = [(each.speaker, text[slice(*each.answer)]) for each in turns_of(text, "Lakes", people)]
    assert found == [("Ruth Venn", "Because."), ("Ivo Holm", "So."), ("Ivo Holm", "Well."), ("Ruth Venn", "No.")]


def test_initials_of_two_are_nobodys_name() -> None:
    text = said("SD: Why?", "RV: Because.", "SD: And then?", "RV: So.")
    assert {each.speaker for each in turns_of(text, "Lakes", ("Ruth Venn", "Rolf Vogt"))} == {""}
    assert {each.speaker for each in turns_of(text, "Lakes", ("Ruth Venn", "Rolf Holm"))} == {"Ruth Venn"}
    dotted = text.replace("RV", "R. V.")
    assert {each.speaker for each in turns_of(dotted, "Lakes", ("Ruth Venn", "Rolf Holm"))} == {"Ruth Venn"}


def test_bold_prompts_ask_without_a_question_mark_where_headings_do_not() -> None:
    text = said("**Tell us of the lake.**", "It is deep.", "**And of the birds.**", "They sing.")
    assert len(turns_of(text, "Interview with Orla Venn")) == 2
    assert turns_of(text.replace(".**", "**"), "Interview with Orla Venn") == ()


def test_an_answer_may_begin_with_a_title_in_quotation_marks() -> None:
    text = said("What do you read?", "“Blue Lake”, a book on birds.", "And then?", "I sleep.", "Is it so?", "It is.")
    assert len(turns_of(text, "Interview with Orla Venn")) == 3


def test_a_bare_letter_asks_also_before_a_colon() -> None:
    text = said(
        "MS. VENN: Good day.", "Q Thanks, Ann. On the lake: is it deep?", "MS. VENN: It is.", "Q Why?", "MS. VENN: So."
    )
    asked = [text[slice(*each.question)] for each in turns_of(text, "Briefing") if each.question]
    assert asked == ["Thanks, Ann. On the lake: is it deep?", "Why?"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Анной Орловой", "Анна Орлова"),
        ("Петром Лесковым", "Петр Лесков"),
        ("Марией Холмской", "Мария Холмская"),
        ("Аркадием Зубовым", "Аркадий Зубов"),
        ("Павлом Ковальчуком", "Павел Ковальчук"),
        ("Игорем Шевченко", "Игорь Шевченко"),
        ("Анна Орлова", "Анна Орлова"),
        ("Сергей Лановой", "Сергей Лановой"),
        ("Глеб Холмов", "Глеб Холмов"),
        ("Анной Дождь", ""),
    ],
)
def test_a_russian_name_behind_with_is_said_in_the_nominative_or_not_at_all(written: str, name: str) -> None:
    found = {each.speaker for each in turns_of(RUSSIAN, f"Разговор с {written}")}
    assert found == {name}
