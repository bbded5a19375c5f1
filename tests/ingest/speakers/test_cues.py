"""Which words beside a quotation tell who says it, and who says it where nobody is named."""

import pytest

from indexer.article import Quotation
from indexer.authority import load
from indexer.ingest.names import names_in
from indexer.ingest.speakers import quotations_in

WORDS = "We did it all for the port,"


def found(text: str) -> tuple[Quotation, ...]:
    return quotations_in(text, names_in("", text, "", load()).mentions)


def told(text: str) -> list[tuple[str, str, str]]:
    """Words, speaker and cue."""
    return [(text[q.start : q.end], q.speaker, text[slice(*q.cue)] if q.cue else "") for q in found(text)]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        (f"“{WORDS}” said Maria Lind, the head of the port.", "said Maria Lind"),
        (f"“{WORDS}” said the head of the port, Maria Lind.", "said the head of the port, Maria Lind"),
        (f"“{WORDS}” Maria Lind, who had come, said.", "Maria Lind, who had come, said"),
        (f"“{WORDS}” said Mr. Lind. Maria Lind left.", "said Mr. Lind"),
        (f"Maria Lind also noted that “{WORDS}”.", "Maria Lind also noted"),
        (f"“{WORDS}” according to Maria Lind.", "according to Maria Lind"),
        (f"According to Maria Lind, “{WORDS}”.", "According to Maria Lind"),
        (f"As Maria Lind put it, “{WORDS}”.", "Maria Lind put it"),
        (f"Maria Lind: “{WORDS}”", "Maria Lind"),
        (f"“{WORDS}” — Maria Lind", "Maria Lind"),
        (f"Maria Lind was quoted as saying: “{WORDS}”", "Maria Lind was quoted as saying"),
        (f"The agency quoted Maria Lind as saying “{WORDS}”.", "quoted Maria Lind as saying"),
        (f"“{WORDS}” the agency quoted Maria Lind as saying.", "quoted Maria Lind as saying"),
        (f"Maria Lind left the room, saying that “{WORDS}”.", "saying"),
        (f"Maria Lind was cautious: “{WORDS}”", "Maria Lind"),
        (
            f"“{WORDS}” Maria Lind, the head of the port, was quoted as saying.",
            "Maria Lind, the head of the port, was quoted as saying",
        ),
        (
            f"“{WORDS}” Maria Lind, who works for Staley Co. of Rome, said.",
            "Maria Lind, who works for Staley Co. of Rome, said",
        ),
        (f"“{WORDS}” Maria Lind assured her partner.", "Maria Lind assured"),
        (f"Maria Lind did note that “{WORDS}”.", "Maria Lind did note"),
        (f"Maria Lind can be heard saying that “{WORDS}”.", "Maria Lind can be heard saying"),
        (f"Maria Lind, who proceeded to tell them, “{WORDS}”, left.", "Maria Lind, who proceeded to tell"),
        (f"Maria Lind is reported to have remarked “{WORDS}”.", "Maria Lind is reported to have remarked"),
    ],
)
def test_the_cue_is_the_words_that_tell_who_says_it(text: str, cue: str) -> None:
    assert told(text) == [(WORDS, "Maria Lind", cue)]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        (f"I begin with a quote of Maria Lind: “{WORDS}”", "quote of Maria Lind"),
        (f"This year Maria Lind would be ninety, and I begin with a quote of hers: “{WORDS}”", "quote of hers"),
        (f"We recall the words of Maria Lind in this hall, “{WORDS}”.", "words of Maria Lind"),
        (f"We think of “{WORDS}”, which was referred to by Maria Lind.", "which was referred to by Maria Lind"),
        (f"“{WORDS}” to use the words of Maria Lind.", "to use the words of Maria Lind"),
        (f"Maria Lind opened the door and exclaimed, “{WORDS}”", "Maria Lind opened the door and exclaimed"),
        (f"“{WORDS}” Maria Lind rumbled from the hall.", "Maria Lind rumbled"),
        (f"“{WORDS}” Maria Lind, old head of the port. He left.", "Maria Lind, old head of the port."),
        (f"Anton Weiss met Maria Lind, who said it was “{WORDS}”.", "Maria Lind, who said"),
        (f"Maria Lind said that the report of Anton Weiss had been “{WORDS}”.", "Maria Lind said"),
        (f"Maria Lind said that it was not a resolution and would be “{WORDS}”.", "Maria Lind said"),
        (f"Maria Lind stated that she was “well,” adding that “{WORDS}”.", "adding"),
        (f"The old port is “{WORDS}” and will be, said Maria Lind.", "said Maria Lind"),
    ],
)
def test_the_cue_may_stand_in_many_forms(text: str, cue: str) -> None:
    assert (WORDS, "Maria Lind", cue) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        f"Maria Lind said that Anton Weiss’s “{WORDS}” was lost.",
        f"Maria Lind said that it was so and Anton Weiss thought “{WORDS}”.",
        f"“{WORDS}” Maria Lind directed.\n\nAnton Weiss left.",
        f"The port is “{WORDS}” and so they said.\n\nMaria Lind left.",
        "“How to Sail the Old Sea,” Maria Lind, head of the port.",
    ],
)
def test_what_is_another_thing_than_saying_tells_nobody(text: str) -> None:
    assert [speaker for _, speaker, _ in told(text) if speaker] == []


@pytest.mark.parametrize("words", ["absurd", "very unusual", "a place of peace"])
def test_a_few_words_are_said_where_they_say_what_something_is(words: str) -> None:
    assert told(f"Maria Lind said the result was “{words}”.") == [(words, "Maria Lind", "Maria Lind said")]


def test_what_goes_on_has_the_cue_of_what_it_goes_on_from() -> None:
    text = f"“{WORDS}” said Maria Lind. “It was a good year for us.” He left."
    assert told(text) == [
        (WORDS, "Maria Lind", "said Maria Lind"),
        ("It was a good year for us.", "Maria Lind", "said Maria Lind"),
    ]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        (f"“{WORDS}” said a spokesman for Maria Lind.", "said a spokesman"),
        (f"“{WORDS}” said one dealer. As a result, it closed.", "said one dealer"),
        (f"“{WORDS}” the ministry said in Rome.", "the ministry said"),
        (f"“{WORDS}” one pilot of a northern port said.", "one pilot of a northern port said"),
        (f"“{WORDS}” he said.", "he said"),
        (f"Officials said that “{WORDS}”.", "Officials said"),
        (f"“{WORDS}” it said.", "it said"),
    ],
)
def test_who_says_it_without_a_name_is_nobody_but_says_it(text: str, cue: str) -> None:
    assert told(text) == [(WORDS, "", cue)]


@pytest.mark.parametrize(
    "text",
    [
        "They sailed the “Old Harbour”.",
        "Maria Lind, an observer of the journal “Northern Affairs”, left.",
        "Maria Lind said the “green money” system is old.",
        "Maria Lind said the so-called “frozen list” is old.",
        "Maria Lind did not say that it was “finished for ever”.",
        "Article 4 states that “an attack on one is an attack on all”.",
        "The treaty says: “An attack on one is an attack on all.”",
        "It clearly states that “an attack on one is an attack on all”.",
        "It was noted that the port is “a place where enemies meet”.",
        "The tragedy in the east underlines “Report of the Secretary to the old Council”.",
        "If you’d told me you “tore the old house apart” I had laughed.",
        "An abuser would have said: “It is all for the port of ours.”",
        "The plans announced by Maria Lind are a “measured and appropriate response”.",
        "The port has an “old order” in winter, Maria Lind said.",
        "Maria Lind said the song “Old Sea”, with its “lullaby for all of us”, is old.",
        "The port is dubbed “the old lady of the sea”, Maria Lind said.",
        "They sailed the “Anna” said Maria Lind.",
        "Maria Lind said so. India“s port is old.",
        "Maria Lind said it told an “aggressive buyer” of the stock to go.",
    ],
)
def test_titles_terms_documents_and_what_nobody_says_are_no_quotations(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "“ We agreed. ” said Maria Lind.",
        "“We agreed. ”said Maria Lind.",
        '"We agreed.", - said Maria Lind.',
        '"We agreed." said Maria Lind.\n\n“More is lost.',
        "Maria Lind said:\n\n“We agreed.”",
        "“We agreed.”, M-said Maria Lind.",
    ],
)
def test_neither_spaces_nor_marks_are_part_of_the_words(text: str) -> None:
    assert [words for words, speaker, _ in told(text) if speaker] == ["We agreed."]


def test_marks_inside_straight_marks_close_nothing() -> None:
    text = '"We do not sell the "B" shares," Maria Lind said. "All is on hold."'
    assert [words for words, *_ in told(text)] == ['We do not sell the "B" shares,', "All is on hold."]


def test_a_lost_closing_mark_leaves_the_next_quotation_whole() -> None:
    text = '"It is out, Maria Lind said. "More of it will come," Maria Lind said.'
    assert told(text)[-1] == ("More of it will come,", "Maria Lind", "Maria Lind said")


def test_an_apostrophe_that_looks_like_a_mark_is_none() -> None:
    text = f'India"s port is old. "{WORDS}" Maria Lind said.'
    assert told(text) == [(WORDS, "Maria Lind", "Maria Lind said")]
