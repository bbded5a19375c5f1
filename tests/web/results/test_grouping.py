from dataclasses import replace

import pytest
from bs4 import BeautifulSoup, Tag
from flask import Flask

from indexer.article import Article
from indexer.engines.memory import MemoryEngine
from indexer.search.page import Result
from indexer.settings import Settings
from tests.web.archive import FERRY, REGATTA, REGATTA_AGAIN
from tests.web.conftest import Get, texts
from web import create_app
from web.results.grouping import Ranked, collapsed, similarity_label

THIRD = replace(REGATTA_AGAIN, id="third", similarity=0.8)


def result(rank: int, found: Article) -> Ranked:
    return Ranked(Result(found, 1.0, (), 0, ()), rank)


def test_copies_fold_under_the_first_of_them_wherever_the_original_stands() -> None:
    made = collapsed(result(rank, each) for rank, each in enumerate((REGATTA_AGAIN, FERRY, THIRD, REGATTA), 1))
    shown = [(first.rank, [other.rank for other in others]) for first, *others in made]
    assert shown == [(1, [3, 4]), (2, [])]


def test_how_alike_two_are_is_said_by_what_is_known() -> None:
    assert similarity_label(REGATTA, REGATTA_AGAIN) == similarity_label(REGATTA_AGAIN, REGATTA) == "93% alike"
    assert similarity_label(REGATTA_AGAIN, THIRD) == "80% like the article that both repeat"


def folded(page: Tag) -> Tag:
    found = page.select_one(".result details.folded")
    assert found is not None
    return found


def test_a_repeated_article_folds_under_the_first_with_all_that_is_known_of_it(get_any: Get) -> None:
    page = get_any("/search?q=regatta+anchor&sort=oldest")
    assert len(page.select(".results > .result")) == 1
    details = folded(page)
    assert texts(details, "summary") == ["1 similar article"]
    said = texts(details, ".facts")[0]
    assert said == "2 June 2019 · river-league.example · 93% alike · show the differences"
    assert texts(details, ".title") == [REGATTA_AGAIN.title]
    assert texts(details, "mark")
    assert str(details.select("a.there")[0]["href"]).startswith("/articles/regatta-again?")


def test_totals_count_folded_articles_and_the_page_says_so(get_any: Get) -> None:
    page = get_any("/search?q=regatta+anchor")
    assert texts(page, "#summary") == ["2 articles"]
    assert texts(page, ".summary .shown")[0].endswith("; 1 of the articles on this page is folded under another")


def test_a_folded_article_keeps_its_place_among_the_results(get_any: Get) -> None:
    link = folded(get_any("/search?q=regatta+anchor&sort=oldest")).select_one(".title a")
    assert link is not None
    assert "Result 2 of 2" in texts(get_any(str(link["href"])), ".way")[0]


@pytest.mark.parametrize("path", ["/", "/names/place?name=Eastmere"])
def test_copies_fold_on_every_page_that_lists_articles(path: str) -> None:
    engine = MemoryEngine()
    with engine.writer() as writer:
        for each in (REGATTA, REGATTA_AGAIN):
            writer.replace(replace(each, places=("Eastmere",)))
    page = BeautifulSoup(create_app(engine, Settings()).test_client().get(path).text, "lxml")
    assert len(page.select(".results > .result")) == 1
    assert texts(folded(page), "summary") == ["1 similar article"]


def test_copies_on_different_pages_are_not_folded(get_any: Get) -> None:
    page = get_any("/search?q=regatta+anchor&sort=newest&size=1")
    assert page.select(".folded") == []
    assert "repeats another article" in texts(page, ".result .facts")[0]


def test_the_api_stays_flat_and_says_what_repeats_what(every_shape: Flask) -> None:
    found = every_shape.test_client().get("/api/search?q=regatta+anchor&sort=oldest").get_json()
    assert found["total"] == 2
    said = [(each["id"], each["duplicate_of"], each["similarity"]) for each in found["results"]]
    assert said == [(REGATTA.id, None, 0.0), (REGATTA_AGAIN.id, REGATTA.id, 0.93)]


def test_a_result_without_a_copy_says_nothing_of_copies(get_any: Get) -> None:
    page = get_any("/search?q=treaty")
    assert page.select(".folded") == []
    assert "folded" not in texts(page, ".summary")[0]


def test_an_article_and_its_copy_lead_to_each_other(get_any: Get) -> None:
    copy = get_any("/articles/regatta-again")
    assert texts(copy, ".repeats") == [f"This repeats {REGATTA.title} (93% alike). Show the differences"]
    for page, other in ((copy, "regatta"), (get_any("/articles/regatta"), "regatta-again")):
        listed = page.select_one("section[aria-labelledby=copies] li")
        assert listed is not None
        assert [str(link["href"]) for link in listed.select("a")] == [
            f"/articles/{other}",
            "/articles/regatta/compare/regatta-again",
        ]
    assert get_any("/articles/ferry-treaty").select("#copies") == []


def test_an_article_whose_original_is_gone_says_nothing_of_it() -> None:
    engine = MemoryEngine()
    with engine.writer() as writer:
        writer.replace(REGATTA_AGAIN)
    page = BeautifulSoup(create_app(engine, Settings()).test_client().get("/articles/regatta-again").text, "lxml")
    assert page.select(".repeats, #copies") == []
