import pytest
from flask.testing import FlaskClient

from indexer.authority.entry import Entry, Office
from indexer.engines.memory import MemoryEngine
from indexer.settings import Settings
from tests.web.archive import NOTICES, article
from tests.web.browse.pages import profile_of
from tests.web.conftest import Get, texts
from web import create_app
from web.browse.offices import offices


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


def test_the_search_for_what_cites_a_document_is_in_time_order_too(get: Get) -> None:
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


def test_who_is_named_most_often_beside_a_name_stands_first() -> None:
    company = (("Zoe",), ("Ada",), ("Ivo", "Ada"), ("Ivo", "Ada"), ("Eve",))
    articles = (
        article(f"a{n}", f"A {n}", ("Text.",), people=("Orla Salt", *people)) for n, people in enumerate(company)
    )
    beside = texts(profile_of(*articles, path="/names/person?name=Orla+Salt"), ".narrow .facet a.value")
    assert beside[:2] == ["Ada 3 articles", "Ivo 2 articles"]
    assert set(beside[2:]) == {"Zoe 1 article", "Eve 1 article"}
