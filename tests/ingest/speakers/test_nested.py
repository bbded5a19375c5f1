"""Quotations inside quotations, and inside what somebody answers in an interview."""

import pytest

from indexer.authority import load
from indexer.ingest.interviews.turns import Turn
from indexer.ingest.names import names_in
from indexer.ingest.speakers import quotations_in

INNER = "Wait for the ship."


def said(text: str, turns: tuple[Turn, ...] = ()) -> list[tuple[str, str]]:
    found = quotations_in(text, names_in("", text, "", load()).mentions, turns)
    return [(text[each.start : each.end], each.speaker) for each in found]


@pytest.mark.parametrize(
    "inner",
    [
        f"Anna Orlova told us, ‘{INNER}’",
        f"Anna Orlova told us, '{INNER}'",
        f"Anna Orlova said: “{INNER}”",
        f"‘{INNER}’ said Anna Orlova.",
        f"I know Anna Orlova. Orlova said: ‘{INNER}’",
    ],
    ids=["curly", "straight", "double", "in front", "surname"],
)
def test_what_the_speaker_gives_to_another_by_name_is_the_others(inner: str) -> None:
    text = f"“We all came. {inner} And so we did,” said Maria Lind."
    assert said(text) == [(f"We all came. {inner} And so we did,", "Maria Lind"), (INNER, "Anna Orlova")]


@pytest.mark.parametrize(
    "inner",
    [
        "They told us, ‘Wait for the ship.’",
        "I told Anna Orlova, ‘Wait for the ship.’",
        "Anna Orlova asked a man to speak with 'the old friends,' and more",
        "Anna Orlova spoke of the pilots' and the sailors' rights,",
        "Anna Orlova didn't, and she isn't,",
        "Maria Lind said, ‘Wait for the ship.’",
    ],
    ids=["they", "I", "a term", "apostrophes", "contractions", "oneself"],
)
def test_what_nobody_else_says_by_name_is_no_quotation_of_its_own(inner: str) -> None:
    assert [speaker for _, speaker in said(f"“We came. {inner} And so we did,” said Maria Lind.")] == ["Maria Lind"]


def interview(answer: str) -> tuple[str, tuple[Turn, ...]]:
    text = f"- How?\n\n- {answer}"
    return text, (Turn((0, 6), (8, len(text)), "Maria Lind"),)


def test_an_answer_holds_the_quotation_of_another() -> None:
    text, turns = interview(f"As Anna Orlova said: “{INNER}” We all heard it.")
    assert said(text, turns) == [(text[8:], "Maria Lind"), (INNER, "Anna Orlova")]


def test_an_answer_holds_the_words_of_somebody_without_a_name() -> None:
    text, turns = interview(f"A sailor told me: “{INNER}” We all heard it.")
    assert said(text, turns) == [(text[8:], "Maria Lind"), (INNER, "")]


def test_an_answer_of_nobody_by_name_holds_the_words_of_somebody_without_a_name() -> None:
    text = f"- How?\n\n- A sailor told me: “{INNER}” We all heard it."
    assert said(text, (Turn((0, 6), (8, len(text))),)) == [(text[8:], ""), (INNER, "")]


@pytest.mark.parametrize("answer", [f"I said: “{INNER}”", f"We said: “{INNER}”", f"Maria Lind said: “{INNER}”"])
def test_what_the_one_who_answers_says_is_said_once(answer: str) -> None:
    text, turns = interview(answer)
    assert said(text, turns) == [(text[8:], "Maria Lind")]


def test_a_quotation_that_runs_out_of_its_turn_is_none() -> None:
    text = f"Anna Orlova said: “{INNER} It is late.”"
    turns = (Turn(None, (0, text.index(" It is")), "Maria Lind"),)
    assert said(text, turns) == [(text[: text.index(" It is")], "Maria Lind")]
