"""What holds in every language: lines, questions, who speaks and how."""

import pytest

from indexer.ingest.article_type.classify import judged
from indexer.ingest.article_type.layout import layout_of
from indexer.ingest.article_type.reading import FIRST_PERSON, READERS, SPEAKERS, TEXT, Reading, told_words
from indexer.ingest.article_type.saying import SAID
from indexer.ingest.article_type.structure import CUES
from indexer.ingest.draft import Draft
from indexer.ingest.interviews.turns import Turn
from tests.ingest.article_type.texts import BODY, NOTHING, REPORT, type_of

_WAITED = frozenset({TEXT, *SPEAKERS, *READERS, *FIRST_PERSON, *SAID})


def _found(text: str, title: str = "The lake", turns: tuple[Turn, ...] = ()) -> list[str]:
    draft = Draft(text=text, title=title)
    reading = Reading(draft, draft, turns, told_words(draft, draft, _WAITED))
    return [each.name for each in CUES if each.found(reading)]


def test_short_lines_that_end_no_sentence_are_no_report() -> None:
    things = "\n".join(["200 g of flour", "3 eggs", "A lemon", "Salt", "Milk"])
    assert _found(f"{things}\n\n{REPORT}").count("short lines") == 2
    assert _found(f"{things}\n\n" + f"{REPORT}\n\n" * 6).count("short lines") == 1
    assert "short lines" not in _found(things.replace("\n", ".\n") + ".")
    assert "short lines" not in _found("Flour\nEggs\nSalt\nMilk")
    text = f"{REPORT * 5}It has 12 boats, 40 trees, 3 bridges and 7 gates."
    assert type_of(Draft(text=text, title="Pools of water")) == "news"
    assert type_of(Draft(text=f"{things}\n{text}", title="Pools of water")) != "news"


def test_one_line_that_asks_is_no_talk_and_several_are() -> None:
    assert layout_of("Who rows?\n\nLee.").asking == 0
    assert layout_of("Who rows?\n\nLee.\n\nWho swims? »\n\nVenn.").asking == 0.5
    assert layout_of("Who rows? Lee.\n\nVenn.").asking == 0
    assert layout_of("").lines == 0


def test_lines_that_ask_are_counted_only_where_there_are_no_turns() -> None:
    text = "Who rows?\n\nLee.\n\nWho swims?\n\nVenn."
    assert _found(text).count("questions and answers") == 3
    assert _found(text, turns=(Turn((0, 9), (11, 15)),)).count("questions and answers") == 1


@pytest.mark.parametrize(
    "text",
    [
        "- Göl hakkında ne düşünüyorsunuz? - Göl çok derin ve soğuk.",
        "– Что вы думаете об озере? – Оно глубокое и холодное.",
        "—¿Qué piensa del lago? —Es hondo y frío.",
    ],
)
def test_questions_answered_behind_a_dash_make_an_interview_in_any_language(text: str) -> None:
    assert type_of(Draft(text=f"{text} {text}", title="Lake")) == "interview"
    assert type_of(Draft(text=text.replace("?", "."), title="Lake")) != "interview"
    assert layout_of(text[1:].lstrip()).begins_with_dash is False


def test_who_calls_his_listeners_in_lines_of_their_own_makes_a_speech() -> None:
    text = f"Yurttaşlarım!\n\n{NOTHING}\n\nArkadaşlar!\n\n{NOTHING}"
    assert type_of(Draft(text=text, title="Göl")) == "speech"
    assert "salutation" in _found(f"Citizens!\n\n{BODY}")
    assert "salutation" not in _found(f"{BODY}\n\nCitizens!")
    assert "salutation" not in _found(f"What a long and happy day it was at the lake!\n\n{BODY}")


def test_who_speaks_for_himself_is_one_person_and_who_says_we_may_be_a_body() -> None:
    assert "first person" in _found(f"I like my lake. {REPORT}")
    assert "first person" not in _found(f"We like our lake. {REPORT}")


def test_who_turns_to_the_reader_neither_reports_nor_argues() -> None:
    assert "second person" in _found("You may row. Your boat is ready. It is blue and has two oars.")
    assert "second person" not in _found(REPORT)


def test_questions_and_calls_within_a_paragraph_argue_and_those_that_are_quoted_do_not() -> None:
    assert "questions" in _found(f"And who pays? Nobody does. {REPORT}")
    assert "questions" not in _found(f"And who pays? Nobody does. {REPORT}", turns=(Turn((0, 9), (11, 15)),))
    assert "questions" not in _found(f"And who pays?\n\nNobody does. {REPORT}")
    assert "argument" in _found(f"What a day! {REPORT}")
    assert "argument" not in _found(f"“What a day!” they said. {REPORT}")


def test_arguing_counts_whatever_it_is_about() -> None:
    text = "But the goalkeeper never understood why, and perhaps he must not. Yet the team was not lost. "
    assert _found(text * 3).count("argument") == 2
    assert "argument" not in _found(REPORT * 3)


def test_a_body_that_is_named_first_and_last_writes_of_itself() -> None:
    text = f"The LWX counts birds. The LWX rows. The LWX sings.\n\n{REPORT * 8}{{}} is open to all."
    assert "own doings" in _found(text.format("LWX"))
    assert "own doings" not in _found(text.format("The park"))
    assert "own doings" not in _found("The LWX counts birds. The LWX has boats. LWX is open.")


def test_words_of_saying_again_and_again_are_a_report() -> None:
    assert "reported speech" in _found("It is deep, said Lee. It is cold, said Venn. " * 5)
    assert "reported speech" not in _found(f"It is deep, said Lee. {NOTHING * 40}")


def test_a_title_that_quotes_somebody_on_himself_may_be_that_of_an_interview() -> None:
    assert "self-naming" in _found(REPORT, title="Ann Lee: “We row on lakes”")
    assert "self-naming" not in _found(REPORT, title="Ann Lee: “Lakes are for all”")
    assert "self-naming" not in _found(REPORT, title="We row on lakes")


@pytest.mark.parametrize("title", ["Press conference at the lake", "Pressekonferenz am See"])
@pytest.mark.parametrize("label", ["PRIME MINISTER:", "Frage:"])
def test_a_part_of_a_press_conference_is_a_transcript(title: str, label: str) -> None:
    assert type_of(Draft(text=f"{label} The lake is open to all.", title=title)) == "transcript"
    assert type_of(Draft(text="The lake is open to all.", title=title)) != "transcript"
    assert type_of(Draft(text=f"{label} The lake is open to all.", title="A day at the lake")) != "transcript"


def test_an_essay_that_is_called_so_argues() -> None:
    text = f"So schreibt sie in ihrem Essay. {REPORT}"
    assert "self-naming" in judged(Draft(text=f"Why? {text} Who? {REPORT}", title="Wem gehört der See?")).evidence


def test_editor_before_a_name_is_no_letter_to_one() -> None:
    letter = f"Editor: the lake is closed again, and nobody of those who live beside it knows why that is so.\n\n{BODY}"
    assert type_of(Draft(text=letter, title="The lake")) == "opinion"
    assert type_of(Draft(text=f"Editor: Ann Lee\n\n{BODY}", title="The lake")) != "opinion"
