"""Words that were typed side by side rank higher where they stand side by side, and nothing else changes."""

import pytest

from indexer.engines.engine import Reader
from indexer.query.parser import parse
from indexer.search.page import SearchInput, search
from indexer.search.rewrite.nearness import neighbours
from tests.search.samples import archive, made, of_texts

FILLER = "the pilots of the harbour met at noon"
ENGINES = pytest.mark.parametrize("address", ["memory:", "whoosh:{}/index", "tantivy:{}/index"])


def first(reader: Reader, typed: str) -> list[str]:
    return [result.article.id for result in search(reader, SearchInput(typed)).results]


@ENGINES
def test_the_phrase_comes_before_the_words_apart_however_often_they_stand(address: str, tmp_path: object) -> None:
    apart = f"right and {FILLER} exist and {FILLER} right and exist {FILLER} exist right"
    texts = [apart, apart, f"they have a right to exist {FILLER} {FILLER} {FILLER} {FILLER}", FILLER, FILLER, FILLER]
    reader = archive(*(made(f"{n:03}", text) for n, text in enumerate(texts)), address=address.format(tmp_path))
    assert first(reader, "right to exist") == ["002", "000", "001"]
    assert set(first(reader, '"right to exist"')) == {"002"}
    assert search(reader, SearchInput("right to exist")).total == 3


@ENGINES
def test_under_an_order_by_date_nearness_changes_nothing(address: str, tmp_path: object) -> None:
    reader = archive(
        made("new", "exist right", date="2020"),
        made("old", "right to exist", date="2010"),
        address=address.format(tmp_path),
    )
    asked = SearchInput("right to exist", sort="newest")
    assert [result.article.id for result in search(reader, asked).results] == ["new", "old"]


@pytest.mark.parametrize(
    ("typed", "pairs"),
    [
        ("right to exist", ["right to exist"]),
        ("law of the sea treaty", ["law of the sea", "sea treaty"]),
        ("the sea", []),
        ('"law of" sea level', ["law of sea", "sea level"]),
        ("law -sea level", []),
        ("law title:sea level", []),
        ("law OR sea", []),
        ("sea", []),
    ],
)
def test_neighbours_are_content_words_with_the_function_words_between(typed: str, pairs: list[str]) -> None:
    assert [pair.typed for pair in neighbours(parse(typed).tree)] == pairs


def test_where_looking_costs_too_much_words_rank_by_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = of_texts("exist exist right right exist", "right to exist", FILLER, FILLER, FILLER, FILLER)
    assert first(reader, "right to exist")[0] == "001"
    monkeypatch.setattr("indexer.search.plan._NEARNESS", 0.0)
    assert first(reader, "right to exist")[0] == "000"
