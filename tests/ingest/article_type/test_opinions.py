"""Opinions, by their cues."""

import pytest

from indexer.ingest.article_type.argument import argument_in
from indexer.ingest.article_type.classify import judged
from indexer.ingest.article_type.cue import Cue
from indexer.ingest.article_type.opinions import CUES
from indexer.ingest.article_type.reading import TEXT, Reading, told_words
from indexer.ingest.draft import Draft
from tests.ingest.article_type.texts import REPORT, type_of


def test_what_stands_in_a_section_of_opinions_is_one_though_it_reads_like_a_report() -> None:
    draft = Draft(text=REPORT * 5, title="Pools of water", type="section: gastkommentar; NewsArticle")
    assert type_of(draft) == "opinion"


def test_who_asks_his_readers_argues_and_who_quotes_questions_does_not() -> None:
    text = f"{REPORT * 3}Why is the lake closed? Who has closed it? The lake is closed."
    assert "questions" in _found(text)
    assert "questions" not in _found(text + " “It was closed by the city”, as they put it.")


def _found(text: str) -> set[str]:
    draft = Draft(text=text, title="The lake")
    reading = Reading(draft, draft, (), frozenset({TEXT}))
    return {each.name for each in CUES if TEXT in each.after and each.found(reading)}


ARGUED = (
    "But the government of this country has never understood why the lake matters, and perhaps it must not. "
    "Yet democracy is not a ferry, because nobody should own it. "
)
GERMAN = (
    "Aber die Regierung hat nie verstanden, warum der See wichtig ist, und vielleicht muss sie das nicht. "
    "Doch die Demokratie ist keine Fähre, denn niemand darf sie besitzen. "
)
RUSSIAN = (
    "Но правительство так и не поняло, почему озеро важно, и ведь должно было понять. "
    "Однако демократия не паром, потому что никто не должен владеть обществом. "
)


@pytest.mark.parametrize("text", [ARGUED * 6, GERMAN * 6, RUSSIAN * 6], ids=["English", "German", "Russian"])
def test_who_weighs_public_matters_for_some_paragraphs_gives_an_opinion(text: str) -> None:
    found = judged(Draft(text=text, title="The lake"))
    assert (found.type, found.evidence[0]) == ("opinion", "argument")


@pytest.mark.parametrize(
    "text",
    [
        ARGUED * 3,
        (ARGUED + "That is what he said, she added and told us, according to all. ") * 6,
        (ARGUED + "In 2010 it had 12 boats, in 2011 it had 14 boats. ") * 6,
        ARGUED.replace("government", "gardener").replace("democracy", "water").replace("country", "lake") * 6,
        (ARGUED + "You may ask your own questions of yours, as you like. ") * 6,
        (ARGUED + "Is it so?\n\n") * 6,
    ],
    ids=["short", "reports", "counts", "of private matters", "advises", "asks and answers"],
)
def test_what_is_short_or_reports_or_counts_or_advises_argues_not(text: str) -> None:
    draft = Draft(text=text, title="The lake")
    assert Reading(draft, draft, (), frozenset({TEXT, "you", "your", "yours"})).argument == 0


def test_two_words_of_judging_speak_for_an_opinion() -> None:
    text = f"{REPORT * 5}It was a farce, and a shameful one."
    assert "argument" in {each.name for each in _cues(text)}
    assert "argument" not in {each.name for each in _cues(text.replace("shameful", "long"))}


def _cues(text: str) -> list[Cue]:
    draft = Draft(text=text, title="The lake")
    reading = Reading(draft, draft, (), told_words(draft, draft, frozenset().union(*(each.after for each in CUES))))
    return [each for each in CUES if each.found(reading)]


@pytest.mark.parametrize("title", ["Lakes should be open", "Warum der See offen sein muss", "Хватит закрывать озёра"])
def test_a_title_that_claims_something_speaks_for_an_opinion(title: str) -> None:
    draft = Draft(text=REPORT, title=title)
    words = told_words(draft, draft, frozenset().union(*(each.after for each in CUES)))
    found = [each for each in CUES if each.name == "title" and each.weights.get("opinion", 0) > 0]
    assert [each.found(Reading(draft, draft, (), words)) for each in found] == [True]


def test_a_word_of_saying_in_a_hundred_makes_it_no_argument() -> None:
    words = ["but", "government"] * 3 + ["lake"] * 94
    assert argument_in(words) == pytest.approx(0.06)
    assert argument_in([*words[:-1], "said"]) == 0
