"""What stands beside a snippet, and between which marks it stands."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup, Tag
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from indexer.article import Article, PartialDate, Quotation, QuotationKind
from indexer.engines.memory import MemoryEngine
from indexer.search.page import Snippet
from indexer.settings import Settings
from tests.web.archive import INTERVIEW, article, place
from tests.web.conftest import Get, texts
from web import create_app
from web.results.passages import Part, passage_view

MEETING = (
    "The council met in Northport.",
    (
        "“The harbour master wrote to me: ‘the eastern pier is unsafe.’ I told him that the pier would close,” "
        "Marta Velde told reporters in Northport. “It closes at noon,” she added."
    ),
    "MR. BRANDT (Eastmere): We heard of the pier last week. The lamps are out.",
    "IVO LINDE: The lamps are lit again.",
)
_MASTER = "the eastern pier is unsafe."
_OUTER = f"The harbour master wrote to me: ‘{_MASTER}’ I told him that the pier would close,"
_ANSWER = "They will pay no harbour dues until the new lighthouse is lit. The River League agrees with this."
_ASKED = "What will change for the fishermen of the eastern shore?"
_NOON = "It closes at noon,"
_BRANDT = "We heard of the pier last week. The lamps are out."


def meeting() -> Article:
    made = article("meeting", "The pier", MEETING, date=PartialDate("2019-05-03"), people=("Marta Velde",))

    def said(words: str, speaker: str, cue: str, kind: QuotationKind = "direct") -> Quotation:
        return Quotation(*place(made.text, words), speaker, kind, place(made.text, cue))

    quotations = (
        said(_OUTER, "Marta Velde", "Marta Velde told reporters in Northport"),
        said(_MASTER, "Harbour Master", "The harbour master wrote to me"),
        said(_NOON, "Marta Velde", ""),
        said(_BRANDT, "Mr. Brandt", "MR. BRANDT (Eastmere):", "transcript"),
        said("The lamps are lit again.", "Ivo Linde", "IVO LINDE:", "transcript"),
    )
    return replace(made, quotations=quotations)


@pytest.fixture(scope="module")
def asked() -> Iterator[Flask]:
    """A request that somebody makes of an archive."""
    app = create_app(MemoryEngine(), Settings())
    with app.test_request_context():
        yield app


def snippet(of: Article, start: int, end: int) -> Snippet:
    return Snippet(of.passages[0], "key", start, of.text[start:end], ())


def parts(of: Article, words: str) -> tuple[Part, ...]:
    return passage_view(of, snippet(of, *place(of.text, words)), "").parts


def told(part: Part) -> tuple[str, tuple[str, ...], str]:
    """Who, where and when, and the words as they are shown."""
    said = part.saying
    name, beside = (said.name.text, said.beside) if said else ("", ())
    return name, beside, "".join(piece.text for piece in part.pieces)


@pytest.mark.parametrize(
    ("words", "name", "whole"),
    [
        ("I told him that the pier would close,", "Marta Velde", "“I told him that the pier would close,”"),
        ("the eastern pier is unsafe", "Harbour Master", "“the eastern pier is unsafe”"),
        ("‘the eastern pier is unsafe.’", "Harbour Master", "“the eastern pier is unsafe.”"),
        (f"“{_OUTER}”", "Marta Velde", f"“{_OUTER}”"),
        ("“It closes at noon,”", "Marta Velde", "“It closes at noon,”"),
        ("“It closes at noon,” she", "", "“It closes at noon,” she"),
        ("is unsafe.’ I told", "", "is unsafe.’ I told"),
        ("would close,” Marta", "", "“would close,” Marta"),
        ("in Northport. “It closes", "", "in Northport. “It closes”"),
        ("told reporters", "", "told reporters"),
        ("MR. BRANDT (Eastmere): We heard of the pier last week.", "Mr. Brandt", "“We heard of the pier last week.”"),
        ("The lamps are out.", "Mr. Brandt", "“The lamps are out.”"),
        ("IVO LINDE: The lamps are lit", "Ivo Linde", "“The lamps are lit”"),
        ("The lamps are out.\n\nIVO LINDE: The", "", "The lamps are out.\n\nIVO LINDE: The"),
    ],
)
def test_a_name_stands_beside_what_one_person_says_and_nothing_else(
    asked: Flask, words: str, name: str, whole: str
) -> None:
    (only,) = parts(meeting(), words)
    assert (told(only)[0], told(only)[2]) == (name, whole)


@pytest.mark.parametrize(
    ("words", "beside", "cue"),
    [
        ("I told him", ("3 May 2019",), "Marta Velde told reporters in Northport"),
        ("It closes", ("3 May 2019",), ""),
        ("We heard", ("in a meeting record", "3 May 2019"), ""),
        ("lit again", ("in a meeting record", "3 May 2019"), ""),
    ],
)
def test_it_is_said_where_and_when_and_how_the_article_tells_it(
    asked: Flask, words: str, beside: tuple[str, ...], cue: str
) -> None:
    (only,) = parts(meeting(), words)
    assert only.saying is not None
    assert (only.saying.beside, only.saying.cue) == (beside, cue)


def test_a_speech_is_called_so(asked: Flask) -> None:
    one = article("a", "A", ("We will build two piers.",), type="speech")
    one = replace(one, quotations=(Quotation(0, len(one.text), "Orla Salt", "statement"),))
    assert told(parts(one, "two piers")[0]) == ("Orla Salt", ("in a speech or statement",), "“two piers”")


def test_who_cannot_be_named_is_quoted_without_a_name_or_a_date(asked: Flask) -> None:
    one = article("a", "A", ("“The pier is gone,” somebody said.",), date=PartialDate("2019"))
    one = replace(
        one, quotations=(Quotation(*place(one.text, "The pier is gone,"), cue=place(one.text, "somebody said")),)
    )
    assert told(parts(one, "pier is gone")[0]) == ("", (), "“pier is gone”")
    page = BeautifulSoup(served(one).get("/search?q=gone").text, "lxml")
    assert texts(page, ".passage .speaker") == []


def test_a_label_with_a_mark_in_it_stays_in_the_text(asked: Flask) -> None:
    of = meeting()
    start, end = place(of.text, "IVO LINDE: The lamps")
    marked = replace(snippet(of, start, end), marks=((0, 3),))
    (only,) = passage_view(of, marked, "").parts
    assert told(only) == ("", (), "IVO LINDE: The lamps")


def test_questions_are_told_from_answers(asked: Flask) -> None:
    question, answer = parts(INTERVIEW, INTERVIEW.text.split("\n\n", 1)[1])
    assert (question.question, question.saying) == (True, None)
    assert told(question)[2] == _ASKED
    assert told(answer)[:2] == ("Orla Salt", ("in an interview", "about June 2018"))
    assert told(answer)[2].startswith("“They will pay no harbour dues")


def test_an_answer_that_begins_is_shown_with_its_question(asked: Flask) -> None:
    question, answer = parts(INTERVIEW, "They will pay no harbour dues")
    assert (question.question, told(question)) == (True, ("", (), _ASKED))
    assert told(answer)[2] == "“They will pay no harbour dues”"
    (later,) = parts(INTERVIEW, "The River League agrees")
    assert told(later)[2] == "“The River League agrees”"


def test_of_a_long_question_the_beginning_is_shown(asked: Flask) -> None:
    one = article("a", "A", ("Who lit the lamps? " * 30, "We did."))
    turn = Quotation(*place(one.text, "We did."), "Ivo Linde", "turn", question=(0, 569))
    question, _ = parts(replace(one, quotations=(turn,)), "We did.")
    assert told(question)[2].startswith("Who lit the lamps?")
    assert told(question)[2].endswith(" …")
    assert len(told(question)[2]) < 200


def test_a_piece_of_a_question_is_one(asked: Flask) -> None:
    (only,) = parts(INTERVIEW, "for the fishermen of")
    assert (only.question, told(only)) == (True, ("", (), "for the fishermen of"))


def test_a_cut_of_an_article_is_shown_inside_the_marks_that_it_lacks(asked: Flask) -> None:
    of = meeting()
    start, end = place(of.text, "would close,” Marta Velde told reporters in Northport. “It closes")
    (only,) = passage_view(of, replace(snippet(of, start, end), cut_before=True, cut_behind=True), "").parts
    assert told(only)[2] == "“… would close,” Marta Velde told reporters in Northport. “It closes …”"


def test_a_long_cue_is_left_to_the_article(asked: Flask) -> None:
    cue = "said one of the many who had come to the pier of Northport in the early hours of the day"
    one = article("a", "A", (f"“It is gone,” {cue}.",))
    one = replace(one, quotations=(Quotation(*place(one.text, "It is gone,"), "Ivo Linde", cue=place(one.text, cue)),))
    (only,) = parts(one, "It is gone")
    assert only.saying is not None
    assert (only.saying.name.text, only.saying.cue) == ("Ivo Linde", "")


def test_neither_dashes_nor_a_lone_letter_stand_for_words(asked: Flask) -> None:
    one = article("a", "A", ("Q. — Who lit the lamps?", "— We did.", "— When?", "A. At noon."))
    turns = (
        Quotation(*place(one.text, "— We did."), "Ivo Linde", "turn", question=place(one.text, "— Who lit the lamps?")),
        Quotation(*place(one.text, "At noon."), "Ivo Linde", "turn", question=place(one.text, "— When?")),
    )
    made = passage_view(replace(one, quotations=turns), snippet(one, 0, len(one.text)), "").parts
    assert [(each.question, told(each)[0], told(each)[2]) for each in made] == [
        (True, "", "Who lit the lamps?"),
        (False, "Ivo Linde", "“We did.”"),
        (True, "", "When?"),
        (False, "", "A. At noon."),
    ]


def test_a_cut_is_shown_inside_the_marks(asked: Flask) -> None:
    of = meeting()
    start, end = place(of.text, "told him that the pier")
    (only,) = passage_view(of, replace(snippet(of, start, end), cut_before=True, cut_behind=True), "").parts
    assert told(only)[2] == "“… told him that the pier …”"


def test_marks_of_hits_stay_where_they_are(asked: Flask) -> None:
    of = meeting()
    start, end = place(of.text, "wrote to me: ‘the eastern pier is unsafe.’")
    at = of.text.index("pier", start)
    (only,) = passage_view(of, replace(snippet(of, start, end), marks=((at - start, at - start + 4),)), "").parts
    assert [piece.text for piece in only.pieces if piece.marked] == ["pier"]


@given(st.data())
def test_whose_name_is_shown_says_all_that_is_shown(asked: Flask, data: st.DataObject) -> None:
    of = meeting()
    start = data.draw(st.integers(0, len(of.text) - 2))
    end = data.draw(st.integers(start + 1, len(of.text)))
    (only,) = passage_view(of, snippet(of, start, end), "").parts
    assert told(only)[2].count("“") == told(only)[2].count("”")
    if only.saying:
        shown = told(only)[2].strip("“”")
        holding = [each for each in of.quotations if of.text[each.start : each.end].find(shown) >= 0]
        assert only.saying.name.text in [each.speaker for each in holding]
        assert told(only)[2][0] + told(only)[2][-1] == "“”"


def test_a_name_leads_to_its_page_where_there_is_one(asked: Flask) -> None:
    page = BeautifulSoup(served(meeting()).get("/search?q=noon").text, "lxml")
    said = [each.saying for each in parts(meeting(), "It closes") + parts(meeting(), "lit again")]
    assert [each.name.href for each in said if each] == ["/names/person?name=Marta+Velde", ""]
    assert page.select_one(".passage") is not None


def served(*articles: Article) -> FlaskClient:
    made = MemoryEngine()
    with made.writer() as writer:
        for each in articles:
            writer.replace(each)
    return create_app(made, Settings()).test_client()


def test_the_page_places_all_of_it(get: Get) -> None:
    page = get("/search?q=dues")
    (card,) = page.select("#r-interview-orla-salt .passage")
    assert isinstance(card, Tag)
    assert texts(card, "p") == [
        f"Question: {_ASKED}",
        f"Orla Salt, in an interview, about June 2018: “{_ANSWER}” ¶",
    ]
    assert str(card.select(".speaker a")[0]["href"]) == "/names/person?name=Orla+Salt"
