"""Five real articles, where they are at hand: the first real input of the whole way."""

import json
import os
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from indexer.article import Article
from indexer.engines.engine import Reader
from indexer.generations.live import open_live
from indexer.indexing.update import update
from indexer.search.page import Choice, SearchInput, search
from indexer.settings import Settings

SHARED = Path(os.environ.get("COMMUNIQUE_SHARED", Path(__file__).parents[2] / "shared"))
SEEDS, GOLD = SHARED / "seeds", SHARED / "gold" / "seeds.json"
pytestmark = pytest.mark.skipif(not GOLD.exists(), reason=f"the real articles are not at {SEEDS}")

LEFT_OUT = re.compile(
    r"ZVF_|\.jpe?g|go back|back to the|« back|\+ ?7495|military committee|martial arts", re.IGNORECASE
)
TYPES = {"news item": "news"}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    settings = Settings(corpus=SEEDS, index=f"whoosh:{tmp_path_factory.mktemp('seeds')}/index", index_workers=1)
    summary = update(settings)
    assert (summary.added, summary.rejected) == (5, 0)
    with closing(open_live(settings.index)) as engine:
        yield engine.reader()


@pytest.fixture(scope="module")
def articles(reader: Reader) -> dict[str, Article]:
    found = (reader.article(each) for each in reader.ids())
    return {each.provenance.path: each for each in found if each is not None}


def _gold() -> list[dict[str, Any]]:
    documents: list[dict[str, Any]] = json.loads(GOLD.read_text())["documents"] if GOLD.exists() else []
    return documents


@pytest.mark.parametrize("gold", _gold(), ids=lambda gold: str(gold["file"])[:3])
def test_title_date_and_type_are_those_of_the_gold(articles: dict[str, Article], gold: dict[str, Any]) -> None:
    article = articles[gold["file"]]
    assert (article.title, article.date.value) == (gold["title"], gold["date"])
    assert article.type == TYPES.get(gold["type"], gold["type"])


def test_no_furniture_is_in_any_passage(articles: dict[str, Article]) -> None:
    for article in articles.values():
        assert not [found for each in article.passages if (found := LEFT_OUT.search(article.passage_text(each)))]


def test_each_passage_is_its_piece_of_the_text(articles: dict[str, Article]) -> None:
    for article in articles.values():
        covered = " ".join(article.text[each.start : each.end] for each in article.passages)
        assert covered.split() == article.text.split()


@pytest.mark.parametrize(
    ("typed", "choices", "expected"),
    [
        ("refugees memorandum", (), "000"),
        ('"observer status"', (), "001"),
        ("person:greminger", (), "003"),
        ("Greminger", (), "003"),
        ("counter-terrorism", (Choice("organisation", ("SCO",)),), "004"),
    ],
)
def test_what_a_reader_looks_for_is_found(
    reader: Reader, typed: str, choices: tuple[Choice, ...], expected: str
) -> None:
    page = search(reader, SearchInput(typed, choices))
    assert expected in {result.article.provenance.path[:3] for result in page.results}
