from dataclasses import replace
from typing import get_args

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from indexer.article import Article, Quotation, QuotationKind
from indexer.engines.memory import MemoryEngine
from indexer.settings import Settings
from tests.web.archive import FERRY, INTERVIEW, article, place
from tests.web.conftest import texts
from web import create_app
from web.article.body import paragraphs

RECORD = (
    "The meeting was called to order at noon.",
    "Mr. BRANDT (Eastmere): The piers are “old and unsafe”, as the master said: “close them.”",
    "They will close in May.",
    "THE PRESIDENT: I thank the representative of Eastmere.",
    "The lamps are lit, and we thank the keepers.",
    "Q: When? A: At noon.",
)


def record() -> Article:
    made = article("record", "The 12th meeting", RECORD, people=("Ivo Linde",))

    def said(words: str, speaker: str, cue: str = "", kind: QuotationKind = "transcript", asked: str = "") -> Quotation:
        question = place(made.text, asked) if asked else None
        return Quotation(*place(made.text, words), speaker, kind, place(made.text, cue) if cue else None, question)

    start, _ = place(made.text, "The piers are")
    _, end = place(made.text, "They will close in May.")
    quotations = (
        Quotation(start, end, "Leo Brandt", "transcript", place(made.text, "Mr. BRANDT")),
        said("close them.", "Harbour Master", "as the master said", "direct"),
        said("I thank the representative of Eastmere.", "Una Holm", "THE PRESIDENT:"),
        said("The lamps are lit, and we thank the keepers.", "Ivo Linde"),
        said("At noon.", "Ivo Linde", "A:", "turn", "When?"),
    )
    return replace(made, quotations=quotations)


def voices(of: Article) -> list[tuple[int, str, str]]:
    """Paragraph by paragraph: who begins to speak, who is meant by a label, who is quoted."""
    told = []
    for number, each in enumerate(paragraphs(of, ())):
        for run in each.runs:
            words = "".join(piece.text for piece in run.pieces)
            voice = run.voice
            told += [(number, "begins " + voice.speaker.text, words)] if voice.speaker else []
            told += [(number, "label " + voice.label, words)] if voice.label else []
            told += [(number, "quotes " + voice.quoted, words)] if voice.quoted else []
            told += [(number, "asks", words)] if voice.asked else []
    return told


def test_who_speaks_is_said_where_somebody_begins_and_the_text_does_not_say_it() -> None:
    assert voices(record()) == [
        (1, "label Leo Brandt", "Mr. BRANDT"),
        (1, "quotes Harbour Master", "close them."),
        (3, "label Una Holm", "THE PRESIDENT:"),
        (4, "begins Ivo Linde", "The lamps are lit, and we thank the keepers."),
        (5, "asks", "When?"),
        (5, "begins Ivo Linde", "At noon."),
    ]


def test_a_speech_begins_once() -> None:
    speech = article("speech", "A speech", ("Friends,", "“Light the lamps!” was the call.", "We did."))
    speech = replace(speech, quotations=(Quotation(0, len(speech.text), "Orla Salt", "statement"),))
    assert voices(speech) == [(0, "begins Orla Salt", "Friends,")]


def test_who_begins_is_named_once_where_passages_begin_in_the_paragraph() -> None:
    one = article("a", "A", ("We did. At noon.",))
    split = (replace(one.passages[0], end=8), replace(one.passages[0], number=2, start=8))
    one = replace(one, passages=split, quotations=(Quotation(0, len(one.text), "Orla Salt", "statement"),))
    assert voices(one) == [(0, "begins Orla Salt", "We did. ")]


def test_who_begins_behind_a_mark_or_a_dash_is_named_at_the_head_of_the_paragraph() -> None:
    one = article("a", "A", ("— “We did.”",))
    one = replace(one, quotations=(Quotation(*place(one.text, "We did."), "Orla Salt", "turn"),))
    assert voices(one) == [(0, "begins Orla Salt", "— “We did.”")]


def test_nobody_is_named_where_nobody_is_known() -> None:
    quotations = tuple(replace(each, speaker="") for each in (*FERRY.quotations, *INTERVIEW.quotations))
    assert voices(replace(FERRY, quotations=quotations[:1])) == []
    assert voices(replace(INTERVIEW, quotations=quotations[1:])) == []


def test_of_quotations_in_each_other_the_inner_one_says_whose_the_words_are() -> None:
    one = article("a", "A", ("“He told me: ‘go home’ and left,” she said.",))
    outer, inner = place(one.text, "He told me: ‘go home’ and left,"), place(one.text, "go home")
    one = replace(one, quotations=(Quotation(*outer, "Orla Salt"), Quotation(*inner, "Ivo Linde")))
    assert voices(one) == [
        (0, "quotes Orla Salt", "He told me: ‘"),
        (0, "quotes Ivo Linde", "go home"),
        (0, "quotes Orla Salt", "’ and left,"),
    ]


def test_a_question_is_one_and_is_nobodys() -> None:
    told = [
        (each.question, [run.voice.speaker for run in each.runs if run.voice.speaker])
        for each in paragraphs(INTERVIEW, ())
    ]
    assert [(question, [each.text for each in speakers]) for question, speakers in told] == [
        (False, []),
        (True, []),
        (False, ["Orla Salt"]),
    ]


@pytest.mark.parametrize("label", ["Answer", "A", "Ответ", "Réponse"])
def test_a_label_that_names_nobody_does_not_stand_for_the_name(label: str) -> None:
    one = article("a", "A", (f"{label}: At noon.",))
    turn = Quotation(*place(one.text, "At noon."), "Ivo Linde", "turn", (0, len(label)))
    assert voices(replace(one, quotations=(turn,))) == [(0, "begins Ivo Linde", "At noon.")]


def page(of: Article, query: str = "") -> BeautifulSoup:
    made = MemoryEngine()
    with made.writer() as writer:
        writer.replace(of)
    return BeautifulSoup(create_app(made, Settings()).test_client().get(f"/articles/{of.id}{query}").text, "lxml")


def test_the_page_names_them_and_leaves_the_text_as_it_is() -> None:
    shown = page(record(), "?q=lamps")
    assert texts(shown, ".body .speaker") == ["Mr. BRANDT", "THE PRESIDENT:", "Ivo Linde", "Ivo Linde"]
    assert [label["title"] for label in shown.select(".body .speaker[title]")] == ["Leo Brandt", "Una Holm"]
    assert [(each["title"], each.get_text()) for each in shown.select(".body .quoted")] == [
        ("Harbour Master", "close them.")
    ]
    assert texts(shown, ".body .asked") == ["Question: When?"]
    assert [str(link["href"]) for link in shown.select(".body .speaker a")] == ["/names/person?name=Ivo+Linde"] * 2
    assert [mark["id"] for mark in shown.select(".body mark")] == ["hit-1"]
    for added in shown.select(".anchor, .vh, .speaker:not([title])"):
        added.decompose()
    assert texts(shown, ".body p") == [" ".join(each.split()) for each in RECORD]


@given(st.data())
def test_no_letter_is_lost_whoever_says_what(data: st.DataObject) -> None:
    text = "One two: three “four” five.\n\nSix? Seven “eight".ljust(60, "x")
    places = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: (min(pair), max(pair)))
    kinds = st.sampled_from(get_args(QuotationKind))
    drawn = data.draw(st.lists(st.tuples(places, kinds, st.none() | places, st.none() | places), max_size=5))
    quotations = tuple(Quotation(*span, "Orla Salt", kind, cue, asked) for span, kind, cue, asked in drawn)
    shown = paragraphs(replace(article("a", "A", (text,)), quotations=quotations), [(3, 40)])
    assert ["".join(piece.text for run in each.runs for piece in run.pieces) for each in shown] == text.split("\n\n")
