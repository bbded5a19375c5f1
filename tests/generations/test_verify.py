"""A new generation is switched to only when all its articles are there and can be found."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from indexer.article import Article
from indexer.engines import open_engine
from indexer.engines.engine import Engine, Prices, Reader, SearchRequest, SearchResult, TermCount, Writer
from indexer.engines.term_dictionary import TermDictionary
from indexer.errors import IndexBroken
from indexer.fields import QueryField
from indexer.generations import generations_at
from indexer.generations.verify import unfound, verify_index
from indexer.query.tree import SpanNear
from tests.engines.samples import article

COUNT = 45
IDS = [f"n-{number:02}" for number in range(COUNT)]


@dataclass(frozen=True)
class Worn:
    """An engine that has lost the text of one article, or never finds one."""

    inner: Engine
    lost: str = ""
    unfound: str = ""

    def reader(self) -> Reader:
        return WornReader(self.inner.reader(), self.lost, self.unfound)

    def writer(self) -> AbstractContextManager[Writer]:
        return self.inner.writer()

    def close(self) -> None: ...


@dataclass(frozen=True)
class WornReader:
    inner: Reader
    lost: str
    unfound: str
    generation: str = "1"
    count: int = COUNT

    @property
    def languages(self) -> frozenset[str]:
        return self.inner.languages

    @property
    def prices(self) -> Prices:
        return self.inner.prices

    def verifying(self, near: SpanNear) -> int:
        return self.inner.verifying(near)

    def ids(self) -> Iterator[str]:
        return iter(sorted(self.inner.ids()))

    def article(self, article_id: str) -> Article | None:
        return None if article_id == self.lost else self.inner.article(article_id)

    def search(self, request: SearchRequest) -> SearchResult:
        found = self.inner.search(request)
        return replace(found, hits=tuple(hit for hit in found.hits if hit.id != self.unfound))

    def terms(self, field: QueryField, prefix: str, limit: int) -> Sequence[TermCount]:
        return self.inner.terms(field, prefix, limit)

    def document_frequency(self, field: QueryField, term: str) -> int:
        return self.inner.document_frequency(field, term)

    def term_dictionary(self, field: QueryField) -> TermDictionary:
        return self.inner.term_dictionary(field)

    def close(self) -> None: ...


@dataclass(frozen=True)
class Counting(WornReader):
    limits: list[int] = field(default_factory=list)

    def search(self, request: SearchRequest) -> SearchResult:
        self.limits.append(request.limit)
        return super().search(request)


@pytest.fixture
def engine() -> Engine:
    """Its articles all begin with the same words, so that each is one of many that are found by them."""
    engine = open_engine("memory:", create=True)
    with engine.writer() as writer:
        for each in IDS:
            writer.replace(article(each, text=f"The council met in the harbour and heard the report {each}."))
    return engine


def check(engine: Engine, monkeypatch: pytest.MonkeyPatch, folder: Path, expected: int = COUNT) -> None:
    monkeypatch.setattr("indexer.generations.verify.open_engine", lambda address: engine)
    generations = generations_at(f"whoosh:{folder}/index")
    verify_index(generations, generations.begin("rules"), expected)


def test_a_whole_index_is_sound(engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    check(engine, monkeypatch, tmp_path)


@pytest.mark.parametrize("expected", [COUNT - 1, COUNT + 1], ids=["too many", "too few"])
def test_an_index_of_another_number_of_articles_is_not(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, expected: int
) -> None:
    with pytest.raises(IndexBroken, match=f"has {COUNT} articles, not {expected}; the old one stays"):
        check(engine, monkeypatch, tmp_path, expected)


@pytest.mark.parametrize("at", [IDS[0], IDS[20], IDS[-1]])
def test_an_index_that_lost_an_article_or_does_not_find_it_is_not(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, at: str
) -> None:
    with pytest.raises(IndexBroken, match=f"has lost the article {at}"):
        check(Worn(engine, lost=at), monkeypatch, tmp_path)
    with pytest.raises(IndexBroken, match=f"does not find {at} by its own words"):
        check(Worn(engine, unfound=at), monkeypatch, tmp_path)


def test_an_article_is_looked_for_without_all_those_that_have_its_words(engine: Engine) -> None:
    reader = Counting(engine.reader(), "", "")
    asked = reader.article(IDS[20])
    assert asked
    assert unfound(reader, asked) == ""
    assert reader.limits == [1]


def test_an_article_without_words_need_not_be_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    engine = open_engine("memory:", create=True)
    with engine.writer() as writer:
        writer.replace(article("bare", text="…"))
        writer.replace(article("word", text="Harbour."))
    check(engine, monkeypatch, tmp_path, 2)
