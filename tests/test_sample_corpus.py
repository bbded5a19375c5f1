"""The sample archive in corpus/: read as it would be by a first start, against what a careful reader finds in it."""

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from indexer.article import Article
from indexer.authority import load
from indexer.ingest.corpus import walk
from indexer.ingest.near_duplicates.compare import settle
from indexer.ingest.near_duplicates.minhash import sketch
from indexer.ingest.near_duplicates.store import Sketched, Sketches
from indexer.ingest.read import read_file

ROOT = Path(__file__).parent.parent
GOLD: list[dict[str, Any]] = json.loads((ROOT / "tests/gold/corpus.json").read_text())["articles"]
FURNITURE = re.compile(
    r"back to (?:the )?(?:all|section)|go back|cookies|subscribe|privacy notice|skip to|share:|latest news"
    r"|related stories|all rights|\+7 495|\+86 10|ZVF_|print version|to the top|press desk|opening hours|reading room"
    r"|new scans|using the catalogue|how to cite|season's greetings|search the site|назад к списку|все права|контакты",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def archive() -> dict[str, Article]:
    return {article.title: article for article in _articles()}


def _articles() -> Iterator[Article]:
    authority = load()
    for entry in walk(ROOT / "corpus", 50):
        reading = read_file(ROOT / "corpus", entry.path, "", authority)
        assert not reading.rejections, reading.rejections
        yield from (each.article for each in reading.articles)


def _ids(gold: dict[str, Any]) -> str:
    return f"{gold['path']}:{gold['title'][:30]}"


def test_every_file_becomes_articles_and_each_has_a_gold(archive: dict[str, Article]) -> None:
    assert {(article.provenance.path, article.title) for article in archive.values()} == {
        (gold["path"], gold["title"]) for gold in GOLD
    }


@pytest.mark.parametrize("gold", GOLD, ids=_ids)
def test_an_article_says_what_its_page_says(archive: dict[str, Article], gold: dict[str, Any]) -> None:
    article = archive[gold["title"]]
    said = (article.date.value, article.source, article.language)
    assert said == (gold["date"], gold["source"], gold["language"])
    assert article.type in {gold["type"], "other"}


def test_few_articles_are_of_a_type_that_nothing_tells(archive: dict[str, Article]) -> None:
    """What is not likely enough is said to be "other", which at most 15 of a hundred texts may be."""
    untold = [gold for gold in GOLD if archive[gold["title"]].type != gold["type"]]
    assert len(untold) <= 0.05 * len(GOLD)


@pytest.mark.parametrize("gold", GOLD, ids=_ids)
def test_the_main_names_are_found(archive: dict[str, Article], gold: dict[str, Any]) -> None:
    article = archive[gold["title"]]
    assert set(gold["organisations"]) <= set(article.organisations)
    assert set(gold["people"]) <= set(article.people)
    assert set(gold["places"]) <= set(article.places)
    assert set(gold.get("documents", ())) <= set(article.documents)


@pytest.mark.parametrize("gold", GOLD, ids=_ids)
def test_no_furniture_is_in_a_passage(archive: dict[str, Article], gold: dict[str, Any]) -> None:
    article = archive[gold["title"]]
    assert FURNITURE.findall(article.text) == []
    assert 90 <= len(article.text.split()) <= 1000


@pytest.mark.parametrize("gold", GOLD, ids=_ids)
def test_the_passages_are_the_text(archive: dict[str, Article], gold: dict[str, Any]) -> None:
    article = archive[gold["title"]]
    pieces = [article.text[passage.start : passage.end] for passage in article.passages]
    assert [article.passage_text(passage) for passage in article.passages] == pieces
    assert "".join("".join(pieces).split()) == "".join(article.text.split())


def test_the_interview_has_its_turns(archive: dict[str, Article]) -> None:
    interview = next(article for article in archive.values() if article.type == "interview")
    answers = [each for each in interview.quotations if each.question]
    assert len(answers) >= 10
    assert {(each.speaker, each.kind) for each in answers} == {("Valery Semerikov", "turn")}
    assert all(interview.text[slice(*each.question)].rstrip(" *")[-1] in "?." for each in answers if each.question)


def test_an_article_that_repeats_another_is_recognised(archive: dict[str, Article]) -> None:
    path_of = {article.id: article.provenance.path for article in archive.values()}
    with closing(sqlite3.connect(":memory:")) as connection:
        store = Sketches(connection)
        for article in archive.values():
            store.put([Sketched(article.id, article.date.value, sketch(article.text, article.title))])
        repeats = settle(path_of, store)
    found = {path_of[each]: path_of[repeat.original] for each, repeat in repeats.items() if repeat}
    assert found == {gold["path"]: gold["repeats"] for gold in GOLD if "repeats" in gold}
