"""What a reader reads of its index, and what it leaves alone."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import tantivy

from indexer.engines.tantivy.engine import TantivyEngine
from indexer.engines.tantivy.reader import TantivyReader
from indexer.engines.tantivy.rows import AT_ONCE
from tests.engines.samples import article, filled

LAST = 3 * AT_ONCE


@dataclass
class Watched:
    """A searcher, and what was asked of it."""

    inner: tantivy.Searcher
    limits: list[int] = field(default_factory=list)
    read: int = 0
    walked: list[str] = field(default_factory=list)

    def search(self, query: tantivy.Query, limit: int, **options: Any) -> tantivy.SearchResult:
        self.limits.append(limit)
        return self.inner.search(query, limit, **options)

    def doc(self, address: tantivy.DocAddress) -> tantivy.Document:
        self.read += 1
        return self.inner.doc(address)

    def terms_with_prefix(self, name: str, prefix: str, among: tantivy.Query | None = None) -> list[tuple[str, int]]:
        if among is not None:
            self.walked.append(prefix)
        return self.inner.terms_with_prefix(name, prefix, among)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[TantivyReader]:
    """Of articles in several segments; in each of them something was replaced or deleted."""
    with closing(TantivyEngine(tmp_path / "index", create=True)) as engine:
        numbers = range(LAST)
        for part in (numbers[:AT_ONCE], numbers[AT_ONCE : AT_ONCE + 7], numbers[AT_ONCE + 7 :]):
            filled(engine, tuple(article(f"{each:03}", text=f"word{each:03}") for each in part))
        with engine.writer() as writer:
            for number in (0, AT_ONCE, LAST - 1):
                writer.delete(f"{number:03}")
            writer.replace(article("001", text="again"))
        with closing(engine.reader()) as opened:
            yield opened


def watched(reader: TantivyReader) -> Watched:
    found = Watched(reader._searcher)
    reader._searcher = found  # type: ignore[assignment]  # it stands in for one
    return found


def test_each_living_article_is_named_once(reader: TantivyReader) -> None:
    dead = {"000", f"{AT_ONCE:03}", f"{LAST - 1:03}"}
    assert sorted(reader.ids()) == sorted({f"{each:03}" for each in range(LAST)} - dead)


def test_ids_are_read_as_they_are_taken(reader: TantivyReader) -> None:
    asked = watched(reader)
    ids = reader.ids()
    next(ids)
    assert asked.read <= AT_ONCE
    assert sum(1 for _ in ids) == reader.count - 1
    assert max(asked.limits) <= AT_ONCE


def test_an_article_is_not_read_twice_when_it_is_asked_for_by_the_id_that_was_just_named(reader: TantivyReader) -> None:
    asked = watched(reader)
    named = [(each, reader.article(each)) for each in reader.ids()]
    assert all(found is not None and found.id == each for each, found in named)
    assert asked.read == LAST + 1


def test_a_few_terms_are_counted_without_the_rest_of_the_vocabulary(reader: TantivyReader) -> None:
    asked = watched(reader)
    assert [tuple(each) for each in reader.terms("any", "word", 3)] == [("word002", 1), ("word003", 1), ("word004", 1)]
    assert asked.walked == []
    assert len(reader.terms("any", "", LAST)) == LAST - 3
    assert asked.walked == [""]
