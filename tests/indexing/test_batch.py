"""A commit: what it touches is known to be under way until index and catalog say the same."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from indexer.article import Article, PartialDate
from indexer.engines.engine import Reader, Writer
from indexer.engines.memory import MemoryEngine
from indexer.indexing.batch import Batch
from indexer.indexing.catalog import ArticleRow, Catalog, FileRow
from indexer.indexing.history import History, opened_history
from indexer.indexing.near_duplicates import NearDuplicates
from indexer.indexing.versions import Recorder
from indexer.ingest.draft import Rejection
from indexer.ingest.near_duplicates.minhash import sketch
from indexer.ingest.outcome import Ingested
from tests.engines.samples import article

LONG = " ".join(f"word{number} of the long report" for number in range(60))


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    catalog = Catalog(tmp_path / "catalog.sqlite")
    yield catalog
    catalog.close()


@dataclass
class Watched:
    """An engine that notes what is pending while it is written to."""

    catalog: Catalog
    history: History
    inner: MemoryEngine = field(default_factory=MemoryEngine)
    pending: dict[str, str] = field(default_factory=dict)

    @property
    def recorder(self) -> Recorder:
        return Recorder(self.history, self)

    def reader(self) -> Reader:
        return self.inner.reader()

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        self.pending = {each.id: each.path for each in self.catalog.pending()}
        with self.inner.writer() as writer:
            yield writer

    def close(self) -> None: ...


@pytest.fixture
def engine(catalog: Catalog, tmp_path: Path) -> Iterator[Watched]:
    with opened_history(tmp_path / "history.sqlite") as history:
        yield Watched(catalog, history)


def ingested(article_id: str, path: str, text: str = "", date: str = "2019-03-01") -> Ingested:
    plain = article(article_id, text=text)
    made = replace(plain, provenance=replace(plain.provenance, path=path), date=PartialDate(date))
    return Ingested(made, f"draft of {text}", sketch(text))


def committed(catalog: Catalog, engine: Watched, *put: Ingested, drop: dict[str, str] | None = None) -> None:
    batch = Batch()
    for article_id, path in (drop or {}).items():
        batch.remove([article_id], path)
    for each in put:
        batch.write(each)
    batch.commit(catalog, engine, engine.recorder)


def stored(engine: Watched, article_id: str) -> Article:
    found = engine.reader().article(article_id)
    assert found is not None
    return found


def test_all_that_a_commit_touches_is_pending_while_the_index_is_written(catalog: Catalog, engine: Watched) -> None:
    committed(catalog, engine, ingested("late", "late.txt", LONG, "2019-03-09"), ingested("old", "old.txt"))
    assert engine.pending == {"late": "late.txt", "old": "old.txt"}
    assert catalog.pending() == []
    committed(catalog, engine, ingested("early", "early.txt", LONG, "2019-03-01"), drop={"old": "old.txt"})
    assert engine.pending == {"early": "early.txt", "old": "old.txt", "late": "late.txt"}
    assert catalog.pending() == []
    assert stored(engine, "late").duplicate_of == "early"


def test_an_article_that_changes_while_it_becomes_a_repeat_is_stored_as_it_is_now(
    catalog: Catalog, engine: Watched
) -> None:
    committed(catalog, engine, ingested("late", "late.txt", LONG, "2019-03-09"))
    changed = LONG.replace("word30", "helicopter")
    committed(
        catalog, engine, ingested("late", "late.txt", changed, "2019-03-09"), ingested("early", "early.txt", LONG)
    )
    assert (stored(engine, "late").text, stored(engine, "late").duplicate_of) == (changed, "early")
    assert 0.8 < stored(engine, "late").similarity < 1


def test_an_article_that_a_commit_takes_from_one_file_and_gives_to_another_stays(
    catalog: Catalog, engine: Watched
) -> None:
    committed(catalog, engine, ingested("one", "a.txt"))
    committed(catalog, engine, ingested("one", "b.txt", "again"), drop={"one": "a.txt"})
    assert stored(engine, "one").text == "again"
    assert catalog.article("one") == ArticleRow("one", "b.txt", "draft of again", "other", "2019-03-01")


def test_what_is_doubtful_of_an_article_is_known_until_it_is_read_otherwise(catalog: Catalog, engine: Watched) -> None:
    committed(catalog, engine, replace(ingested("one", "a.html"), doubt="short"), ingested("two", "b.html"))
    assert catalog.doubts() == [("a.html", "short")]
    committed(catalog, engine, ingested("one", "a.html", "more of it"))
    assert catalog.doubts() == []


def test_where_an_original_goes_its_repeats_are_told(catalog: Catalog, engine: Watched) -> None:
    days = {"early": "2019-03-01", "middle": "2019-03-05", "late": "2019-03-09"}
    committed(catalog, engine, *(ingested(each, f"{each}.txt", LONG, day) for each, day in days.items()))
    assert [stored(engine, each).duplicate_of for each in days] == ["", "early", "early"]
    committed(catalog, engine, drop={"early": "early.txt"})
    assert [stored(engine, each).duplicate_of for each in ("middle", "late")] == ["", "middle"]
    assert NearDuplicates(catalog).count() == 1
    assert catalog.article("early") is None
    committed(catalog, engine, drop={"late": "late.txt"})
    assert NearDuplicates(catalog).count() == 0


def test_where_an_original_changes_into_something_else_its_repeats_are_told(catalog: Catalog, engine: Watched) -> None:
    committed(catalog, engine, ingested("early", "a.txt", LONG), ingested("late", "b.txt", LONG, "2019-03-09"))
    committed(catalog, engine, ingested("early", "a.txt", "Quite another text about boats in the harbour."))
    assert stored(engine, "late").duplicate_of == ""
    assert NearDuplicates(catalog).count() == 0


def test_where_an_earlier_original_turns_up_its_repeats_are_told(catalog: Catalog, engine: Watched) -> None:
    for article_id, day in (("c", "2019-03-09"), ("b", "2019-03-05"), ("a", "2019-03-01")):
        committed(catalog, engine, ingested(article_id, f"{article_id}.txt", LONG, day))
    assert [stored(engine, each).duplicate_of for each in "abc"] == ["", "a", "a"]
    assert NearDuplicates(catalog).count() == 2


def test_an_article_that_is_written_and_then_removed_is_nowhere(catalog: Catalog, engine: Watched) -> None:
    batch = Batch()
    batch.write(ingested("one", "a.txt"))
    batch.remove(["one"], "a.txt")
    batch.commit(catalog, engine, engine.recorder)
    assert (engine.reader().count, catalog.article_count()) == (0, 0)


@pytest.mark.parametrize("written", [False, True], ids=["known", "written"])
def test_the_owner_of_an_article_is_the_file_that_has_it_after_the_commit(written: bool) -> None:
    batch, known = Batch(), ArticleRow("one", "a.txt", "", "news", "2019")
    assert (batch.owner("one", known), batch.owner("one", None)) == ("a.txt", None)
    batch.remove(["one"], "a.txt")
    assert batch.owner("one", known) is None
    if written:
        batch.write(ingested("one", "b.txt"))
        assert batch.owner("one", known) == "b.txt"


def test_a_batch_is_full_with_as_many_articles_as_a_commit_should_have() -> None:
    batch = Batch()
    for number in range(3):
        assert not batch.is_full(4)
        batch.write(ingested(f"a-{number}", "a.txt"))
    batch.remove(["another"], "b.txt")
    assert batch.is_full(4)


def test_what_was_rejected_again_is_listed_as_it_is_now(catalog: Catalog, engine: Watched) -> None:
    for reason in ("the file is empty", "not JSON"):
        Batch(cleared=["a.json"], rejections=[Rejection("a.json", reason)]).commit(catalog, engine, engine.recorder)
    assert [each.reason for each in catalog.rejections()] == ["not JSON"]


def test_files_come_and_go_with_the_commit(catalog: Catalog, engine: Watched) -> None:
    known = FileRow("a.txt", 1, 2, "hash", "text")
    Batch(files=[known, FileRow("b.txt", 1, 2, "hash", "text")]).commit(catalog, engine, engine.recorder)
    Batch(gone=["b.txt"], touched=[replace(known, mtime_ns=9)]).commit(catalog, engine, engine.recorder)
    assert list(catalog.files()) == [replace(known, mtime_ns=9)]
