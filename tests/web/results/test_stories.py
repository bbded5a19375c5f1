from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from flask import Flask

from indexer.article import PartialDate
from indexer.engines import open_engine
from indexer.engines.memory import MemoryEngine
from indexer.settings import Settings
from tests.web.archive import FERRY, REGATTA, REGATTA_AGAIN
from tests.web.conftest import Get, texts
from web import create_app
from web.article.compare import similarity_label

THIRD = replace(REGATTA_AGAIN, id="third", similarity=0.8)


@pytest.fixture(params=["memory", "whoosh", "tantivy"])
def three_stories(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Get]:
    """Twelve articles that tell three stories: ten copies of the regatta, and two others."""
    copies = [replace(REGATTA_AGAIN, id=f"copy-{n}", date=PartialDate(f"2019-07-{n + 10}")) for n in range(9)]
    regatta = "The regatta at anchor."
    others = [replace(FERRY, text=regatta), replace(FERRY, id="other", date=PartialDate("2015"), text=regatta)]
    engine = open_engine(f"{request.param}:{tmp_path / 'index'}", create=True)
    with engine.writer() as writer:
        for each in (REGATTA, *copies, *others):
            writer.replace(each)
    client = create_app(engine, Settings()).test_client()
    yield lambda path: BeautifulSoup(client.get(path).text, "lxml")
    engine.close()


@pytest.mark.parametrize("size", [1, 2, 3, 10])
@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
def test_a_story_is_one_result_over_all_pages_of_every_size(three_stories: Get, size: int, sort: str) -> None:
    pages = [three_stories(f"/search?q=regatta&sort={sort}&size={size}&page={n}") for n in range(1, 5)]
    heads = [str(each["id"]) for page in pages for each in page.select(".results > .result")]
    assert len(heads) == len(set(heads)) == 3
    assert {texts(page, "#summary")[0] for page in pages} == {"12 articles"}
    assert "near duplicates as one, 3 results" in texts(pages[0], ".summary .shown")[0]
    (folded,) = [texts(page, ".folded summary")[0] for page in pages if page.select(".folded")]
    assert folded == "9 similar articles"


def test_the_best_placed_of_a_story_heads_it_and_the_original_comes_next(three_stories: Get) -> None:
    page = three_stories("/search?q=regatta&sort=newest")
    head = page.select_one(".results > .result")
    assert head is not None
    assert head["id"] == "r-copy-8"
    assert [str(each["href"]).split("?")[0] for each in head.select(".folded .title a")] == [
        f"/articles/{each}" for each in (REGATTA.id, "copy-7", "copy-6")
    ]


def test_facets_and_files_count_articles(three_stories: Get) -> None:
    page = three_stories("/search?q=regatta")
    assert texts(page, "[data-facet=language] .values .count") == ["12 articles"]
    assert "all 12 articles" in texts(page, ".exports")[0]


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


def test_a_folded_article_is_opened_at_the_place_of_what_stands_for_it(get_any: Get) -> None:
    link = folded(get_any("/search?q=regatta+anchor&sort=oldest")).select_one(".title a")
    assert link is not None
    assert "Result 1 of 1" in texts(get_any(str(link["href"])), ".way")[0]


def test_copies_fold_on_the_first_page_too() -> None:
    engine = MemoryEngine()
    with engine.writer() as writer:
        for each in (REGATTA, REGATTA_AGAIN):
            writer.replace(each)
    page = BeautifulSoup(create_app(engine, Settings()).test_client().get("/").text, "lxml")
    assert len(page.select(".results > .result")) == 1
    assert texts(folded(page), "summary") == ["1 similar article"]


def test_the_api_stays_flat_and_says_what_repeats_what(every_shape: Flask) -> None:
    found = every_shape.test_client().get("/api/search?q=regatta+anchor&sort=oldest").get_json()
    assert found["total"] == 2
    said = [(each["id"], each["duplicate_of"], each["similarity"]) for each in found["results"]]
    assert said == [(REGATTA.id, None, 0.0), (REGATTA_AGAIN.id, REGATTA.id, 0.93)]


def test_the_api_collapses_what_it_is_asked_to(every_shape: Flask) -> None:
    client = every_shape.test_client()
    found = client.get("/api/search?q=regatta+anchor&sort=oldest&collapse=1").get_json()
    assert (found["total"], found["stories"], found["stories_exact"]) == (2, 1, True)
    assert [(each["id"], each["repeated"], each["repeats"]) for each in found["results"]] == [
        (REGATTA.id, 1, [REGATTA_AGAIN.id])
    ]
    assert client.get("/api/search?q=regatta&collapse=yes").status_code == 400


def test_a_result_without_a_copy_says_nothing_of_copies(get_any: Get) -> None:
    page = get_any("/search?q=treaty")
    assert page.select(".folded") == []
    assert "near duplicates" not in texts(page, ".summary")[0]


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
