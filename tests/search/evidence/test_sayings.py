"""What somebody says in an article, in whole sentences."""

import time

import pytest

from indexer.article import Article, Quotation
from indexer.search.evidence.sayings import sayings
from tests.search.evidence.articles import article, place, said

ZAS, ORLO = "Kurt Zas", "Anna Orlo"


def shown(of: Article, *, speaker: str = ZAS, most: int = 3, sought: tuple[str, ...] | None = None) -> list[str]:
    places = None if sought is None else [place(of.text, each) for each in sought]
    return [of.text[each.start : each.end] for each in sayings(of, speaker, most, places)]


def quoting(text: str, *words: str, speaker: str = ZAS, more: tuple[Quotation, ...] = ()) -> Article:
    quotations = (*(said(text, each, speaker) for each in words), *more)
    return article(*text.split("\n\n"), quotations=tuple(sorted(quotations, key=lambda each: (each.start, -each.end))))


def test_what_is_said_is_shown_without_its_marks_and_the_comma_of_who_tells_it() -> None:
    text = "It rained. “We need more officers here,” said Zas. Nobody came."
    (found,) = sayings(quoting(text, "We need more officers here,"), ZAS, 3)
    assert text[found.start : found.end] == "We need more officers here"
    assert (found.is_said, found.cut_before, found.cut_behind) == (True, False, False)


def test_one_sentence_in_two_parts_is_shown_as_it_stands() -> None:
    text = "It rained. “We need officers here,” said Zas, “and we need them soon.” Nobody came."
    of = quoting(text, "We need officers here,", "and we need them soon.")
    assert shown(of) == ["“We need officers here,” said Zas, “and we need them soon.”"]
    assert not sayings(of, ZAS, 3)[0].is_said


def test_two_sentences_of_one_speaker_are_two() -> None:
    text = "“We need officers here,” said Zas. “Nobody will ever come to us.”"
    of = quoting(text, "We need officers here,", "Nobody will ever come to us.")
    assert shown(of) == ["We need officers here", "Nobody will ever come to us."]


def test_a_part_of_a_sentence_is_shown_in_the_sentence_that_has_it() -> None:
    text = "It rained. Zas called it “a lasting peace” on Friday. Nobody came."
    assert shown(quoting(text, "a lasting peace")) == ["Zas called it “a lasting peace” on Friday."]


def test_whole_sentences_come_before_parts_of_some_and_all_in_reading_order() -> None:
    text = "Zas called it “a lasting peace” here.\n\n“We need officers here.”\n\n“Nobody will ever come.”"
    of = quoting(text, "a lasting peace", "We need officers here.", "Nobody will ever come.")
    assert shown(of, most=2) == ["We need officers here.", "Nobody will ever come."]
    assert len(shown(of, most=3)) == 3


def test_what_somebody_else_says_is_not_shown() -> None:
    text = "“We need officers here,” said Orlo. “Nobody will ever come,” said Zas."
    of = quoting(text, "Nobody will ever come,", more=(said(text, "We need officers here,", ORLO),))
    assert shown(of) == ["Nobody will ever come"]
    assert shown(of, speaker="Ivo Brandt") == []


GREETING = "Mr. President, I thank you and all of the members of this council for the honour that you do me."
FIRST = "Thank you."
TELLING = "The harbours of the eastern shore have been closed to the ferries of all members since the spring."
SPEECH = f"{GREETING}\n\n{FIRST} {TELLING} They shall be opened."


@pytest.mark.parametrize(
    ("text", "begins"),
    [(SPEECH, TELLING), (f"{GREETING} {FIRST} {TELLING}", TELLING), (GREETING, GREETING)],
    ids=["in paragraphs", "in one paragraph", "nothing but a greeting"],
)
def test_a_speech_does_not_begin_with_its_greeting(text: str, begins: str) -> None:
    of = article(*text.split("\n\n"), quotations=(said(text, text, ZAS, "statement"),))
    (found,) = sayings(of, ZAS, 3)
    assert text[found.start : found.end].startswith(begins)
    assert found.cut_before == (begins != GREETING)


def test_a_speech_does_not_begin_with_what_it_quotes() -> None:
    other = "The ferries of the western shore were never closed to anybody who has paid his harbour dues."
    text = f"{GREETING}\n\n“{other}” {TELLING}"
    quotations = (said(text, text, ZAS, "statement"), said(text, other, ORLO))
    (found,) = sayings(article(*text.split("\n\n"), quotations=quotations), ZAS, 3)
    assert text[found.start : found.end] == TELLING


def test_of_a_long_answer_so_many_sentences_are_shown_as_there_is_room_for() -> None:
    text = "- Yes. " + " ".join(f"{TELLING[:-1]} of {year}." for year in range(1990, 2000))
    of = article(text, quotations=(said(text, text[2:], ZAS, "turn"),))
    (found,) = sayings(of, ZAS, 3)
    assert text[found.start : found.end].startswith("Yes. The harbours")
    assert text[found.start : found.end].endswith("of 1992.")
    assert (found.cut_before, found.cut_behind) == (False, True)


def test_where_words_are_sought_the_sentences_are_shown_that_have_most_of_them() -> None:
    of = article(*SPEECH.split("\n\n"), quotations=(said(SPEECH, SPEECH, ZAS, "statement"),))
    (found,) = sayings(of, ZAS, 3, [place(SPEECH, "council"), place(SPEECH, "opened")])
    assert SPEECH[found.start : found.end].startswith(GREETING)
    (found,) = sayings(of, ZAS, 3, [place(SPEECH, each) for each in ("council", "harbours", "ferries")])
    assert SPEECH[found.start : found.end] == f"{TELLING} They shall be opened."
    assert [SPEECH[slice(*each)] for each in found.marks] == ["harbours", "ferries"]


def test_only_what_has_the_most_of_the_words_is_shown() -> None:
    text = "“We need officers here.”\n\n“Nobody will ever come.”\n\n“Officers will never come.”"
    of = quoting(text, "We need officers here.", "Nobody will ever come.", "Officers will never come.")
    assert shown(of, sought=("Nobody",)) == ["Nobody will ever come."]
    assert shown(of, sought=("officers", "Officers will", "never")) == ["Officers will never come."]
    assert shown(of, sought=()) == []


def test_words_that_somebody_else_says_within_are_not_the_speakers() -> None:
    inner = "The officers have never come."
    text = f"{GREETING}\n\nOrlo said: “{inner}” I do not agree with her."
    of = article(*text.split("\n\n"), quotations=(said(text, text, ZAS, "statement"), said(text, inner, ORLO)))
    assert shown(of, sought=("officers",)) == []
    assert shown(of, speaker=ORLO, sought=("officers",)) == [inner]


TOLD = "“We need officers here,” Zas {}. Nobody came."


@pytest.mark.parametrize(
    ("cue", "whom"),
    [
        ("told Lakenews on Friday", "Lakenews"),
        ("told reporters", "reporters"),
        ("told the newspaper Lake Evening in an interview", "the newspaper Lake Evening"),
        ("a déclaré à l’Agence des lacs, vendredi", "Agence des lacs"),
        ("a dit aux journalistes", "journalistes"),
        ("dijo a los periodistas en Lago", "periodistas"),
        ("сказал журналистам", "журналистам"),
        ("told the St. Orlo Evening", ""),
        ("told AFL", "AFL"),
        ("told him", ""),
        ("said on Friday", ""),
    ],
)
def test_to_whom_it_was_said_is_read_where_the_words_that_tell_it_say_so(cue: str, whom: str) -> None:
    text = TOLD.format(cue)
    verb = cue.rsplit(" ", 1)[0] if cue.count(" ") < 2 else " ".join(cue.split()[:2])
    of = article(text, quotations=(said(text, "We need officers here,", ZAS, cue=f"Zas {verb}"),))
    assert sayings(of, ZAS, 3)[0].addressee == whom


def test_nobody_is_told_where_no_words_tell_it_or_others_do() -> None:
    text = TOLD.format("said. He told reporters that it rains")
    quotation = said(text, "We need officers here,", ZAS)
    assert sayings(article(text, quotations=(quotation,)), ZAS, 3)[0].addressee == ""
    told = said(text, "We need officers here,", ZAS, cue="Zas said")
    assert sayings(article(text, quotations=(told,)), ZAS, 3)[0].addressee == ""


def test_many_quotations_with_many_words_that_are_sought_take_no_time() -> None:
    said_here = "“We need officers here now.” " * 10_000
    starts = range(1, len(said_here), len(said_here) // 10_000)
    quotations = tuple(Quotation(at, at + len("We need officers here now."), ZAS) for at in starts)
    sought = [(at + 8, at + 16) for at in starts]
    began = time.process_time()
    assert len(sayings(article(said_here, quotations=quotations), ZAS, 3, sought)) == 3
    assert time.process_time() - began < 2
