"""A damaged history is found, stops an update at most, and is mended by a rebuild with whatever can still be read."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from benchmarks.damage import damages
from indexer.errors import CommuniqueError, IndexBroken
from indexer.generations import generations_at
from indexer.indexing import recall
from indexer.indexing.history import opened_history
from indexer.indexing.inspection import inspect
from indexer.indexing.recall import recover
from indexer.indexing.update import rebuild, update
from tests.archive import Archive, story

COUNT = 60


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Each article has a former text, and one is removed."""
    archive = Archive(tmp_path_factory.mktemp("whole"), "tantivy")
    for text in ("first", "second"):
        for number in range(COUNT):
            archive.write(f"{number}.txt", story(f"{text} {number}"), age=len(text))
        archive.update()
    (archive.corpus / "0.txt").unlink()
    archive.update()
    return archive


@pytest.fixture
def archive(whole: Archive, tmp_path: Path) -> Archive:
    return whole.copied_to(tmp_path)


def history_of(archive: Archive) -> Path:
    generations = generations_at(archive.settings.index)
    return generations.history(generations.in_force())


def known(archive: Archive) -> dict[str, list[str]]:
    """The former texts of each article that the history knows."""
    with opened_history(history_of(archive)) as history:
        return {
            each.id: [str(version.record["text"]) for version in history.versions(each.id)] for each in history.traces()
        }


def leaf_of(path: Path, table: str, *, last: bool = False) -> int:
    """The number of the first or last of the pages that hold the rows of a table, from 0."""
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.execute("PRAGMA journal_mode=DELETE")
        (root,) = database.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    raw = path.read_bytes()
    size = int.from_bytes(raw[16:18], "big")
    page = raw[(root - 1) * size : root * size]
    assert page[0] == 5, "the table is to have an inner page"  # in SQLite's file format
    cell = 8 if last else int.from_bytes(page[12:14], "big")
    return int.from_bytes(page[cell : cell + 4], "big") - 1


def clear_page(path: Path, number: int) -> None:
    raw = bytearray(path.read_bytes())
    size = int.from_bytes(raw[16:18], "big")
    raw[number * size : (number + 1) * size] = bytes(size)
    path.write_bytes(raw)


@pytest.mark.parametrize("last", [False, True])
@pytest.mark.parametrize("table", ["article", "version"])
def test_what_can_be_read_of_a_damaged_history_goes_on(archive: Archive, table: str, last: bool) -> None:
    before = known(archive)
    clear_page(history_of(archive), leaf_of(history_of(archive), table, last=last))
    assert inspect(archive.settings).problems
    with suppress(IndexBroken):
        update(archive.settings)
    rebuild(archive.settings)
    assert inspect(archive.settings).problems == ()
    after = known(archive)
    assert set(after) >= {article.id for article in archive.articles().values()}
    kept = [each for each in before if after.get(each) == before[each]]
    assert COUNT // 6 <= len(kept) < COUNT
    assert all(text in before[each] for each in after for text in after[each])


def test_a_damaged_history_is_kept_aside_until_something_is_forgotten(archive: Archive) -> None:
    path = history_of(archive)
    clear_page(path, leaf_of(path, "version"))
    damaged = path.read_bytes()
    rebuild(archive.settings)
    (aside,) = path.parent.glob("damaged-*")
    assert aside.read_bytes()[100:] == damaged[100:]  # behind the head of the file
    archive.update()
    assert aside.exists()
    recall.forget(archive.settings, archive.articles()["1.txt"].id)
    assert not aside.exists()


def test_a_former_text_with_a_flipped_bit_is_found_and_passed_over(archive: Archive) -> None:
    (gone,) = set(known(archive)) - {article.id for article in archive.articles().values()}
    with closing(sqlite3.connect(history_of(archive))) as database, database:
        flipped = """UPDATE version SET packed = CAST(substr(packed, 1, 20) || x'ff' || substr(packed, 22) AS BLOB)
                     WHERE article = (SELECT n FROM article WHERE id = ?)"""
        database.execute(flipped, (gone,))
    assert inspect(archive.settings).problems == (f"a former text of {gone} is damaged",) * 2
    with pytest.raises(CommuniqueError, match="not kept"):
        recover(archive.settings, gone)
    rebuild(archive.settings)
    assert inspect(archive.settings).problems == ()
    assert known(archive)[gone] == []


def test_no_damage_of_the_history_ends_an_archive(archive: Archive) -> None:
    right = archive.articles()
    path = history_of(archive)
    leaf_of(path, "version")  # nothing is left in a journal
    raw = path.read_bytes()
    for damage in damages(len(raw), 6):
        content = damage.done(raw)
        history_of(archive).unlink()
        if content is not None:
            history_of(archive).write_bytes(content)
        with suppress(CommuniqueError):
            archive.update()
        with suppress(CommuniqueError):
            inspect(archive.settings)
        rebuild(archive.settings)
        assert {each: one.text for each, one in archive.articles().items()} == {
            each: one.text for each, one in right.items()
        }, damage.name
        assert inspect(archive.settings).problems == (), damage.name
