from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from indexer.article import Article, PartialDate
from indexer.authority.entry import Entry, Office
from indexer.engines.memory import MemoryEngine
from indexer.settings import Settings
from tests.web.archive import FERRY, NOTICES, article, passage_link
from tests.web.conftest import Get, texts
from web import create_app
from web.browse.profile import offices


def test_a_person_has_a_page_with_articles_and_quotations(get: Get) -> None:
    page = get("/names/person?name=Marta+Velde")
    assert texts(page, "h1") == ["Marta Velde"]
    assert texts(page, ".shown") == ["1 article"]
    assert "two pilots" in texts(page, ".quotes blockquote")[0]
    assert str(page.select(".quotes a")[0]["href"]) == passage_link(FERRY, 2)


def test_an_answer_is_quoted_without_its_question(get: Get) -> None:
    quotes = texts(get("/names/person?name=Orla+Salt"), ".quotes blockquote")
    assert [quote.split()[:3] for quote in quotes] == [["They", "will", "pay"]]


def test_the_count_beside_a_name_of_another_kind_is_the_total_after_clicking_it(get: Get) -> None:
    page = get("/names/place?name=Northport")
    for row in page.select(".narrow .facet li"):
        if "/search" in str(row.a and row.a["href"]):
            said = texts(row, ".count")[0].split()[0]
            assert texts(get(str(row.a and row.a["href"])), "#summary")[0].split()[0] == said


def test_who_is_named_beside_a_body_is_counted_without_itself(get: Get) -> None:
    page = get("/names/organisation?name=River+League")
    beside = texts(page, ".narrow .facet a.value")
    assert "Lake Union 1 article" in beside
    assert str(page.select(".narrow .facet a.value")[0]["href"]) == "/names/organisation?name=Lake+Union"
    assert not any(each.startswith("River League") for each in beside)


def test_a_page_of_a_name_leads_to_the_search_for_it(get: Get) -> None:
    page = get("/names/place?name=Eastmere")
    link = page.select_one(".shown a")
    assert link is not None
    assert texts(get(str(link["href"])), "#summary") == [f"{len(NOTICES) + 1} articles"]


def test_the_articles_that_cite_a_document_come_in_time_order(get: Get) -> None:
    assert texts(get("/names/document?name=LU%2FRES%2F12"), ".result time") == ["17 March 2017"]
    link = get("/names/document?name=LU%2FRES%2F12").select_one(".shown a")
    assert link is not None
    assert "sort=oldest" in str(link["href"])


def test_what_the_authority_files_know_of_a_body_is_said() -> None:
    engine = MemoryEngine()
    with engine.writer() as writer:
        writer.replace(article("a", "A", ("Text.",), organisations=("CSTO",)))
    page = create_app(engine, Settings()).test_client().get("/names/organisation?name=CSTO").text
    assert "Also as: Collective Security Treaty Organization" in " ".join(page.split())


def test_offices_are_said_with_their_terms() -> None:
    held = (
        Office("Secretary", "Lake Union", "2011", "2014-05"),
        Office("Chair", "River League", "2015-01-02"),
        Office("Pilot", "Lake Union", "2009", "2009"),
    )
    assert offices(Entry("person", "Orla Salt", offices=held)) == (
        "Secretary, Lake Union (2011 to May 2014)",
        "Chair, River League (since 2 January 2015)",
        "Pilot, Lake Union (2009)",
    )


def test_the_index_leads_to_the_pages_of_its_names(get: Get) -> None:
    links = [str(link["href"]) for link in get("/index/document").select(".values a.value")]
    assert links == ["/names/document?name=LU%2FRES%2F12"]
    assert get(links[0]).h1 is not None


@pytest.mark.parametrize(
    "path",
    ["/names/person", "/names/person?name=", "/names/person?name=Nobody", "/names/type?name=news", "/names/x?name=y"],
)
def test_a_name_that_no_article_has_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def profile_of(*articles: Article, path: str) -> BeautifulSoup:
    engine = MemoryEngine()
    with engine.writer() as writer:
        for each in articles:
            writer.replace(each)
    answer = create_app(engine, Settings()).test_client().get(path)
    assert answer.status_code == 200
    return BeautifulSoup(answer.text, "lxml")


def speech(number: int) -> Article:
    """Three passages by one speaker, and one by another between them."""
    said = [f"Number {number}, part {part}." for part in range(4)]
    made = article(
        f"s{number}", f"Speech {number}", tuple(said), date=PartialDate(f"201{number}"), people=("Orla Salt",)
    )
    speakers = ("Orla Salt", "Ivo Brandt", "Orla Salt", "Orla Salt")
    passages = tuple(replace(each, speaker=who) for each, who in zip(made.passages, speakers, strict=True))
    return replace(made, passages=passages, speakers=("Orla Salt", "Ivo Brandt"))


def test_five_quotations_are_shown_the_newest_first_and_two_at_most_of_one_article() -> None:
    page = profile_of(*(speech(number) for number in range(5)), path="/names/person?name=Orla+Salt")
    shown = [(4, 0), (4, 2), (3, 0), (3, 2), (2, 0)]
    assert texts(page, ".quotes blockquote") == [f"Number {number}, part {part}." for number, part in shown]
    assert [str(link["href"]) for link in page.select(".quotes a")] == [
        passage_link(speech(number), part + 1) for number, part in shown
    ]


def test_only_a_person_is_quoted() -> None:
    one = replace(speech(1), organisations=("Orla Salt",))
    assert profile_of(one, path="/names/organisation?name=Orla+Salt").select(".quotes blockquote") == []


@pytest.mark.parametrize(("field", "order"), [("document", [2014, 2015, 2016]), ("person", [2016, 2015, 2014])])
def test_a_document_has_its_history_and_all_else_what_is_newest(field: str, order: list[int]) -> None:
    articles = (
        article(str(year), str(year), ("Text.",), date=PartialDate(str(year)), documents=("D",), people=("D",))
        for year in (2015, 2016, 2014)
    )
    page = profile_of(*articles, path=f"/names/{field}?name=D")
    assert texts(page, ".result .title") == [str(year) for year in order]


def test_who_is_named_most_often_beside_a_name_stands_first() -> None:
    company = (("Zoe",), ("Ada",), ("Ivo", "Ada"), ("Ivo", "Ada"), ("Eve",))
    articles = (
        article(f"a{n}", f"A {n}", ("Text.",), people=("Orla Salt", *people)) for n, people in enumerate(company)
    )
    beside = texts(profile_of(*articles, path="/names/person?name=Orla+Salt"), ".narrow .facet a.value")
    assert beside[:2] == ["Ada 3 articles", "Ivo 2 articles"]
    assert set(beside[2:]) == {"Zoe 1 article", "Eve 1 article"}
