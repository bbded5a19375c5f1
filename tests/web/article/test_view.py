import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from indexer.engines.memory import MemoryEngine
from indexer.settings import Settings
from tests.web.archive import FERRY, article, passage_link
from tests.web.conftest import Get, texts
from web import create_app
from web.article.body import Linked, paragraphs


def test_each_passage_has_an_anchor_and_a_link_to_it(get: Get) -> None:
    page = get("/articles/ferry-treaty")
    links = [str(link["href"]) for link in page.select(".body a.anchor")]
    assert links == [passage_link(FERRY, number) for number in range(1, 6)]
    assert all(page.find(id=link.partition("#")[2]) for link in links)
    assert all("nofollow" in link["rel"] for link in page.select(".body a.anchor"))


def test_a_link_to_a_passage_shows_its_words_and_is_kept_on_no_other_link(get: Get) -> None:
    page = get(passage_link(FERRY, 3).partition("#")[0])
    assert texts(page, ".linked") == [FERRY.passage_text(FERRY.passages[2])]
    assert not page.select(".lost")
    assert len(page.select(".body .begin")) == len(FERRY.passages)
    others = [str(link["href"]) for link in page.select("a[href]:not(.anchor):not([hreflang])")]
    assert not [href for href in others if "passage=" in href]
    assert str(page.select("link[rel=canonical]")[0]["href"]).endswith("/articles/ferry-treaty")


def test_words_that_begin_no_passage_now_are_shown_where_they_stand() -> None:
    before = article("a", "A", ("One two three. Four five.", "Six seven eight."))
    (key, _) = before.passage_keys(before.passages)
    now = article("a", "A", ("Zero. “One two three. Four five!” he said.", "Six seven eight."))
    (paragraph, last) = paragraphs(now, (), Linked(key, now.stretch(key)))
    assert [run.pieces[0].text for run in paragraph.runs if run.linked] == ["“One two three. Four five!”"]
    assert [(run.anchor, run.passage) for run in paragraph.runs if run.linked] == [(key, None)]
    assert not any(run.linked or run.anchor for run in last.runs)


@pytest.mark.parametrize(
    "key", ["x", "p-1", "0" * 15, "٣" * 15, "../..", "<b>", "0" * 12 + "ffffff.9999999", "a" * 9_000]
)
def test_a_link_to_a_passage_that_is_gone_opens_the_article_and_says_so(key: str, client: FlaskClient) -> None:
    answer = client.get("/articles/ferry-treaty", query_string={"passage": key})
    page = BeautifulSoup(answer.text, "lxml")
    assert answer.status_code == 200
    assert texts(page, ".lost") == ["The passage that was linked to is no longer in this article."]
    assert not page.select(".linked")
    assert [link["id"] for link in page.select(".body .begin")] == [
        passage_link(FERRY, number).partition("#")[2] for number in range(1, 6)
    ]


def test_an_empty_key_leads_to_the_article_alone(get: Get) -> None:
    assert not get("/articles/ferry-treaty?passage=").select(".lost, .linked")


def test_every_mark_can_be_come_near_without_scripts() -> None:
    made = MemoryEngine()
    with made.writer() as writer:
        writer.replace(article("long", "A long one", tuple("The ferry sails." for _ in range(95))))
    page = BeautifulSoup(create_app(made, Settings()).test_client().get("/articles/long?q=ferry").text, "lxml")
    linked = [int(link.get_text()) for link in page.select(".hits a[href^='#hit-']")]
    assert linked == [*range(1, 21), 30, 40, 50, 60, 70, 80, 90]
    assert all(page.select_one(f"mark#hit-{number}") for number in linked)


def test_the_whole_text_is_shown(get: Get) -> None:
    page = get("/articles/ferry-treaty?q=harbour")
    for anchor in page.select(".anchor"):
        anchor.decompose()
    assert texts(page, ".body p") == FERRY.text.split("\n\n")


def test_questions_and_speakers_are_told_apart(get: Get) -> None:
    page = get("/articles/interview-orla-salt")
    assert ["fishermen" in text for text in texts(page, ".body p.question")] == [True]
    assert texts(page, ".body .speaker") == ["Orla Salt"]


def test_what_is_known_of_an_article_says_how_it_is_known(get: Get) -> None:
    about = texts(get("/articles/interview-orla-salt"), ".about")[0]
    assert "June 2018 (only the month is known; read from: first sentence: In June 2018)" in about
    assert "interview-orla-salt.html" in about
    assert "no date found" in texts(get("/articles/lights-of-the-shore"), ".about")[0]


def test_an_article_leads_to_similar_ones_and_says_why(get: Get) -> None:
    similar = texts(get("/articles/notice-01"), ".similar li")
    assert similar
    assert "both have:" in similar[0]


def test_names_of_an_article_lead_to_pages_of_their_own(get: Get) -> None:
    links = get("/articles/ferry-treaty").select(".about a[href^='/names/']")
    assert [link.get_text() for link in links] == [
        "Lake Union",
        "River League",
        "Marta Velde",
        "Northport",
        "LU/RES/12",
    ]
    for link in links:
        assert texts(get(str(link["href"])), "h1") == [link.get_text()]


def test_an_article_on_paper_says_where_it_is_from(get: Get) -> None:
    assert texts(get("/articles/ferry-treaty"), ".printed")[0].endswith("https://lake-union.example/news/ferry-treaty")


def test_the_type_is_shown_with_the_cues_it_was_told_by() -> None:
    made = MemoryEngine()
    of = article(
        "a", "A", ("One two three.",), type="press release", type_evidence=("contact", "end mark", "of another release")
    )
    with made.writer() as writer:
        writer.replace(of)
    page = BeautifulSoup(create_app(made, Settings()).test_client().get("/articles/a").text, "lxml")
    assert "Press release (told by: press contact, end mark of a release)" in " ".join(page.get_text(" ").split())
