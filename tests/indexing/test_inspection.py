"""A damaged index is never called healthy, and what it says is right or an error of ours."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks import damage
from indexer.engines import open_engine
from indexer.engines.tantivy.engine import TantivyWriter
from indexer.engines.tantivy.schema import document
from indexer.errors import IndexBroken, IndexMissing
from indexer.generations import generations_at
from indexer.generations.manifest import settle
from indexer.indexing import update
from indexer.indexing.catalog import Pending
from indexer.indexing.inspection import inspect
from tests.archive import Archive


@pytest.fixture(scope="module", params=["whoosh", "tantivy"])
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    archive = Archive(tmp_path_factory.mktemp("whole"), request.param)
    for number in range(3):
        archive.write(f"{number}.txt")
    archive.update()
    return archive


@pytest.fixture
def archive(whole: Archive, tmp_path: Path) -> Archive:
    return whole.copied_to(tmp_path)


def test_a_whole_archive_is_whole(archive: Archive) -> None:
    found = inspect(archive.settings)
    assert (found.problems, found.articles, found.settled, found.former) == ((), 3, True, "")
    assert found.corpus
    assert (found.corpus.unchanged, found.corpus.read, found.corpus.removed) == (3, (), ())


def test_files_that_changed_in_the_corpus_are_no_damage(archive: Archive) -> None:
    (archive.corpus / "0.txt").unlink()
    archive.write("1.txt", age=9)
    archive.write("new.txt")
    found = inspect(archive.settings)
    assert found.problems == ()
    assert found.corpus
    assert (found.corpus.unchanged, len(found.corpus.read), len(found.corpus.removed)) == (1, 2, 1)


def test_a_corpus_that_is_away_is_no_damage(archive: Archive) -> None:
    shutil.rmtree(archive.corpus)
    found = inspect(archive.settings)
    assert (found.problems, found.corpus) == ((), None)


def test_each_kind_of_file_is_missed_and_its_damage_found(archive: Archive) -> None:
    """One damage a file; `python -m benchmarks.damage` tries all of them, in many places."""
    root = archive.folder / "index"
    bare = damage.Archive(archive.settings, root, "council")
    known = damage.Archive(archive.settings, root, "council", damage.answers(bare))
    wrong = [
        f"{kind}, {each.name}: {said}"
        for number, (kind, file) in enumerate(damage.kinds(root).items())
        for each in [list(damage.damages(file.stat().st_size, 3))[1:][number % 5]]
        for said in damage.wrong(known, file, each, updating=kind not in ("fingerprint", "last"))
    ]
    assert wrong == []


def test_an_index_that_lost_an_article_is_found(archive: Archive) -> None:
    generations = generations_at(archive.settings.index)
    generation = generations.in_force()
    with closing(open_engine(generations.address(generation))) as engine:
        with closing(engine.reader()) as reader:
            lost = next(iter(reader.ids()))
        with engine.writer() as writer:
            writer.delete(lost)
    settle(generation.folder)
    assert inspect(archive.settings).problems == (f"the index lacks {lost}, which the catalog has",)


def test_an_article_that_the_catalog_does_not_know_is_found(archive: Archive) -> None:
    generation = generations_at(archive.settings.index).in_force()
    with closing(archive.catalog()) as catalog:
        stray = min(row.id for row in catalog.articles())
        catalog.drop_article(stray)
    settle(generation.folder)
    assert inspect(archive.settings).problems == (f"the index has {stray}, which the catalog lacks",)


def test_an_article_that_the_index_has_twice_is_found(archive: Archive) -> None:
    """Also where the numbers of articles are equal again, because another one is missing."""
    generations = generations_at(archive.settings.index)
    generation = generations.in_force()
    with closing(open_engine(generations.address(generation))) as engine:
        with closing(engine.reader()) as reader:
            lost, twice, _ = sorted(reader.ids())
            kept = reader.article(twice)
        with engine.writer() as writer:
            writer.delete(lost)
            if not isinstance(writer, TantivyWriter):
                pytest.skip("this engine's writer lets nobody do that")
            assert kept
            writer._writer.add_document(document(kept))
    settle(generation.folder)
    assert inspect(archive.settings).problems == (
        f"the index lacks {lost}, which the catalog has",
        "the index has 1 articles more than once",
    )


def test_a_commit_that_died_is_no_damage_and_the_next_update_completes_it(archive: Archive) -> None:
    with closing(archive.catalog()) as catalog:
        stray = min(row.id for row in catalog.articles())
        catalog.begin_commit([Pending(stray, "0.txt")])
        catalog.drop_article(stray)
    settle(generations_at(archive.settings.index).in_force().folder)
    assert inspect(archive.settings).problems == ()
    archive.update()
    assert inspect(archive.settings).articles == 3


def test_without_an_index_there_is_nothing_to_look_through(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing):
        inspect(Archive(tmp_path).settings)
    assert not (tmp_path / "index").exists()


def test_a_whole_former_generation_is_named_and_gone_back_to(archive: Archive) -> None:
    archive.rebuild()
    _cut_something(archive)
    assert inspect(archive.settings).former == "g000001"
    with pytest.raises(IndexBroken):
        archive.update()
    assert update.rollback(archive.settings).name == "g000001"
    assert archive.update().unchanged == 3
    assert inspect(archive.settings).problems == ()


def test_nobody_goes_back_to_a_damaged_generation(archive: Archive) -> None:
    archive.rebuild()
    largest = max((archive.folder / "index" / "g000001" / "index").iterdir(), key=lambda each: each.stat().st_size)
    largest.write_bytes(largest.read_bytes()[:-1])
    with pytest.raises(IndexBroken) as raised:
        update.rollback(archive.settings)
    assert raised.value.remedy == "communique rebuild"
    assert inspect(archive.settings).problems == ()


def test_a_rebuild_mends_whatever_is_damaged(archive: Archive) -> None:
    _cut_something(archive)
    for name in ("current", "last"):
        (archive.folder / "index" / name).write_bytes(b"g0000")
    assert archive.rebuild().total == 3
    assert inspect(archive.settings).problems == ()


def test_an_index_of_a_former_release_gets_its_checksums_with_the_next_update(archive: Archive) -> None:
    root = archive.folder / "index"
    (root / "g000001" / "manifest.json").unlink()
    for name in ("current", "last"):
        (root / name).write_text("g000001\n")
    assert archive.total() == 3
    assert not inspect(archive.settings).settled
    archive.update()
    _cut_something(archive)
    assert inspect(archive.settings).problems


def test_a_row_that_cannot_be_read_is_an_error_of_ours(archive: Archive) -> None:
    generation = generations_at(archive.settings.index).in_force()
    with closing(sqlite3.connect(generation.catalog)) as database:
        database.execute("UPDATE file SET format = CAST(x'ff' AS TEXT)")
        database.commit()
    settle(generation.folder)
    with pytest.raises(IndexBroken, match="cannot be read"):
        archive.update()


def _cut_something(archive: Archive) -> None:
    folder = generations_at(archive.settings.index).in_force().index
    largest = max(folder.iterdir(), key=lambda each: each.stat().st_size)
    largest.write_bytes(largest.read_bytes()[:-1])
