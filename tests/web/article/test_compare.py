from dataclasses import replace
from typing import Literal

import pytest
from bs4 import BeautifulSoup
from flask import Flask

from indexer.article import Article
from indexer.engines.memory import MemoryEngine
from indexer.search.quotation.diff import Change
from indexer.settings import Settings
from tests.machine import cpu_bound
from tests.web.archive import HOSTILE, REGATTA, article
from tests.web.conftest import Get, texts
from web import create_app
from web.article.compare import change_views

PATH = "/articles/regatta/compare/regatta-again"


def bare(page: BeautifulSoup) -> BeautifulSoup:
    """Without what only a screen reader hears."""
    for hidden in page.select(".difference .vh"):
        hidden.decompose()
    return page


def test_words_that_differ_are_marked_and_counted(get_any: Get) -> None:
    page = bare(get_any(PATH))
    assert texts(page, ".difference del") == ["Saturday", "home for a year."]
    assert texts(page, ".difference ins") == ["Sunday", "heavy", "home."]
    assert texts(page, ".shown") == ["46 words in both, 5 only in the first, 3 only in the second."]


def test_both_texts_can_be_read_out_of_the_comparison(get_any: Get) -> None:
    page = bare(get_any(PATH))
    for inserted in page.select(".difference ins"):
        inserted.decompose()
    assert texts(page, ".difference")[0] == " ".join(f"{REGATTA.title} {REGATTA.text}".split())


def test_an_article_does_not_differ_from_itself(get_any: Get) -> None:
    page = get_any("/articles/regatta/compare/regatta")
    assert texts(page, ".shown") == ["The two do not differ in a single word."]


def test_comparisons_are_not_for_search_engines(get_any: Get) -> None:
    assert get_any(PATH).select("meta[name=robots][content=noindex]")


def test_a_comparison_with_nothing_is_a_page_that_says_so(every_shape: Flask) -> None:
    client = every_shape.test_client()
    for path in ("/articles/regatta/compare/nope", "/articles/nope/compare/regatta", "/articles/regatta/compare/"):
        assert client.get(path).status_code == 404, path


def test_markup_in_a_compared_article_is_shown_as_text(get_any: Get) -> None:
    page = get_any(f"/articles/regatta/compare/{HOSTILE.id}")
    assert page.select(".difference b, .difference img, .difference script") == []
    assert "<b>bold</b>" in " ".join(texts(page, ".difference ins"))


def test_a_long_stretch_that_both_have_is_shown_by_its_ends() -> None:
    words = [f"word{number}" for number in range(300)]
    old = article("old", "Same", (" ".join(words),))
    new = replace(old, id="new", text=" ".join([*words, "more"]))
    page = compared(old, new)
    assert texts(page, ".left") == ["… 251 words that both have …"]
    assert "word150" not in texts(page, ".difference")[0]
    assert texts(bare(page), ".difference ins") == ["more"]


def test_articles_of_200_kilobytes_without_a_common_word_are_compared_within_a_second_or_so() -> None:
    old, new = (
        article(letter, letter, (" ".join(f"{letter}{number % 9_000:05}" for number in range(33_000)),))
        for letter in "ab"
    )
    with cpu_bound(20):
        page = compared(old, new)
    assert "33,001 only in the first" in texts(page, ".shown")[0]


def test_of_longer_articles_the_beginnings_are_compared_and_that_is_said() -> None:
    old = article("old", "Same", ("word " * 50_000,))
    assert "Only the first 40,000 words" in texts(compared(old, replace(old, id="new")), ".shown")[0]


def compared(old: Article, new: Article) -> BeautifulSoup:
    engine = MemoryEngine()
    with engine.writer() as writer:
        writer.replace(old)
        writer.replace(new)
    client = create_app(engine, Settings()).test_client()
    return BeautifulSoup(client.get(f"/articles/{old.id}/compare/{new.id}").text, "lxml")


@pytest.mark.parametrize(("length", "shown"), [(74, [74]), (75, [25, "25 words that both have", 25])])
def test_a_stretch_is_shortened_from_75_words_on(length: int, shown: list[int | str]) -> None:
    views = list(change_views(Change("same", tuple(f"w{number} " for number in range(length)))))
    assert [view.text if view.kind == "left out" else len(view.text.split()) for view in views] == shown
    assert views[0].text.startswith("w0 w1")
    assert views[-1].text.endswith(f"w{length - 1}")


@pytest.mark.parametrize("kind", ["deleted", "inserted"])
def test_what_differs_is_shown_whole_however_long(kind: Literal["deleted", "inserted"]) -> None:
    (view,) = change_views(Change(kind, ("word ",) * 500))
    assert (view.kind, len(view.text.split()), view.after) == (kind, 500, " ")


@pytest.mark.parametrize(("words", "said"), [(39_998, False), (39_999, True), (40_000, True)])
def test_a_text_that_is_not_compared_whole_is_said_so(words: int, said: bool) -> None:
    """One word more is the title."""
    old = article("old", "Same", ("word " * words,))
    page = compared(old, replace(old, id="new", text="another"))
    assert ("Only the first 40,000 words" in texts(page, ".shown")[0]) == said


def test_the_first_of_the_two_is_the_old_one(get_any: Get) -> None:
    page = bare(get_any("/articles/regatta-again/compare/regatta"))
    assert texts(page, ".difference del") == ["Sunday", "heavy", "home."]
    assert texts(page, ".shown") == ["46 words in both, 3 only in the first, 5 only in the second."]
