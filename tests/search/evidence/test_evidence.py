"""The sentences of an article in which a name stands, and who says them."""

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from indexer.article import Article, Quotation, Span
from indexer.search.evidence.evidence import evidence
from tests.search.evidence.articles import article, place, said

NAME = "Zas"


def places(of: Article, name: str = NAME) -> Iterator[Span]:
    at = of.text.find(name)
    while at >= 0:
        yield at, at + len(name)
        at = of.text.find(name, at + 1)


def shown(text: str, *quotations: Quotation, own: str = "") -> list[str]:
    of = article(*text.split("\n\n"), quotations=quotations)
    return [of.text[each.start : each.end] for each in evidence(of, places(of), own)]


def speakers(text: str, *quotations: Quotation) -> list[str | None]:
    of = article(*text.split("\n\n"), quotations=quotations)
    return [each.quotation.speaker if each.quotation else None for each in evidence(of, places(of))]


def test_the_sentence_that_has_the_name_is_shown_and_no_other_one() -> None:
    text = "The lake was calm. Mr. Zas opened the harbour at noon. Nobody came.\n\nLater Zas closed it, as V. Zas does."
    assert shown(text) == ["Mr. Zas opened the harbour at noon.", "Later Zas closed it, as V. Zas does."]


def test_a_sentence_that_has_the_name_twice_is_one() -> None:
    of = article("Later Zas closed it, as Zas does.")
    assert [each.marks for each in evidence(of, places(of))] == [((6, 9), (24, 27))]


def test_a_signature_shows_nothing() -> None:
    assert shown("The harbour is closed.\n\nKurt Zas\n\nBy Kurt Zas") == []


def test_what_somebody_says_is_theirs_and_without_the_words_that_tell_it() -> None:
    text = "“It rains. Zas has closed the harbour,” said Anna Orlo in Minsk. She left."
    quotation = said(text, "It rains. Zas has closed the harbour,", "Anna Orlo")
    assert shown(text, quotation) == ["Zas has closed the harbour,"]
    assert speakers(text, quotation) == ["Anna Orlo"]


def test_what_a_quotation_inside_another_says_is_the_inner_speakers() -> None:
    text = "I thank you all. Ivo Brandt said: “Zas is a great man of the lakes.” I agree with him."
    whole = said(text, text, "Anna Orlo", "statement")
    inner = said(text, "Zas is a great man of the lakes.", "Ivo Brandt")
    assert speakers(text, whole, inner) == ["Ivo Brandt"]
    assert shown(text, whole, inner) == ["Zas is a great man of the lakes."]
    assert shown(text, whole, inner, own="Anna Orlo") == ["Zas is a great man of the lakes."]
    assert shown(text, whole, inner, own="Ivo Brandt") == []


def test_a_few_words_are_shown_in_the_sentence_that_has_them_and_nobody_says_that() -> None:
    text = "She called it “a folly of Zas” in Minsk on Friday."
    quotation = said(text, "a folly of Zas", "Anna Orlo")
    assert shown(text, quotation) == [text]
    assert speakers(text, quotation) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "“We open,” said Zas in Minsk.",
        "Zas told reporters in Minsk: “We open,” and left.",
        "So it was as Zas announced:\n\n“We open,” and nothing more.",
        "He spoke. “It rains. We open,” said Zas of his harbour.",
    ],
    ids=["behind", "before", "in the paragraph before", "behind two sentences"],
)
def test_what_somebody_says_is_not_said_of_them(text: str) -> None:
    quotation = said(text, "We open," if "It rains" not in text else "It rains. We open,", NAME)
    assert shown(text, quotation, own=NAME) == []
    assert shown(text, quotation) != []


def test_what_tells_that_somebody_speaks_and_what_asks_them_is_not_said_of_them() -> None:
    asked, answer = "Mr. Zas, what will change here?", "Nothing will change at all. Zas is no magician."
    text = f"Today Mr. Zas tells us.\n\n{asked}\n\n{answer}"
    turn = replace(said(text, answer, NAME, "turn"), question=place(text, asked))
    assert shown(text, turn, own=NAME) == ["Today Mr. Zas tells us."]
    told = said(text, answer, NAME, cue="Mr. Zas tells us")
    assert shown(text, told, own=NAME) == [asked]


WHOLE = "“The harbour is closed. So is the pier,” said Anna Orlo of Zas."
LONG = f"“The harbour is closed. {'So is the pier of the old town. ' * 20}It rains,” Anna Orlo told Zas on Friday."


def test_quotation_marks_are_in_pairs() -> None:
    assert shown(WHOLE, said(WHOLE, "The harbour is closed. So is the pier,", "Anna Orlo")) == [WHOLE]
    inside = LONG[1 : LONG.index("”")]
    assert shown(LONG, said(LONG, inside, "Anna Orlo")) == ["Anna Orlo told Zas on Friday."]
    before = f"Of Zas he said this: {LONG[: LONG.index('”') + 1]}"
    assert shown(before, said(before, inside, "Ivo")) == ["Of Zas he said this:"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rains, “he said. Zas of the lake has left.” Nobody came.", "Zas of the lake has left."),
        ("“Zas of the lake has left. It rains.” Nobody came.", "Zas of the lake has left."),
        ("“Zas” of the lake has left.", "“Zas” of the lake has left."),
        ("„Zas“ of the lake has left.", "„Zas“ of the lake has left."),
        ("Er sagte über ihn: „Zas hat den See verlassen.“", "Er sagte über ihn: „Zas hat den See verlassen.“"),
        ("«Zas of the lake has left. It rains.» Nobody came.", "Zas of the lake has left."),
        ('"Zas of the lake has left. It rains." Nobody came.', "Zas of the lake has left."),
    ],
)
def test_a_mark_at_an_end_whose_partner_is_elsewhere_is_left_out(text: str, found: str) -> None:
    assert shown(text) == [found]


def test_no_more_is_looked_at_than_is_asked_for() -> None:
    of = article(*(f"Zas came on day {n} of the month." for n in range(9)))
    looked: list[Span] = []

    def watched() -> Iterator[Span]:
        for each in places(of):
            looked.append(each)
            yield each

    next(evidence(of, watched()))
    assert len(looked) == 2


def test_a_text_without_ends_and_with_a_name_at_every_word_takes_no_time() -> None:
    text = "Zas of the lake and " * 20_000
    of = article(text, quotations=(said(text, text.strip(), NAME, "statement"),))
    began = time.process_time()
    assert len(list(evidence(of, places(of)))) == 1
    assert list(evidence(of, places(of), NAME)) == []
    assert time.process_time() - began < 2


def test_a_sentence_that_has_no_end_is_what_is_near() -> None:
    text = f"{'of the lake ' * 500}Zas came {'and of the shore ' * 500}"
    (found,) = shown(text)
    assert 3_000 < len(found) < 5_000
    assert "Zas came" in found
