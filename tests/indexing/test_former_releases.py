"""What a former release left is used by this one: it answers, is kept safe, gone back to, and built anew at leisure."""

import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from indexer.cli.commands import main
from indexer.errors import IndexBroken, RemovalsHeld
from indexer.fingerprint import OLDEST_READABLE, SCHEMA, Fingerprint
from indexer.generations import generations_at
from indexer.indexing.backup import backup, restore
from indexer.indexing.former_catalog import catalog_of
from indexer.indexing.history import opened_history
from indexer.indexing.inspection import inspect
from indexer.indexing.push import remove
from indexer.indexing.update import dry_run, outdated, rollback, update
from indexer.search.page import Choice, SearchInput, search
from tests.archive import Archive
from tests.former_release import ENGINES, left, stored
from tests.machine import permissions_for_root

# From release 5 on, what nothing tells the kind of is "other".
_JUDGED, _TYPES_OF_OLD, _TYPES = 5, {"interview": 1, "news": 9}, {"interview": 1, "news": 4, "other": 5}
IDS = {"alpha", "beta", "talk", "long", "longer", "items-n-0", "items-n-1", "items-n-2", "items-n-3", "pilots"}


@pytest.fixture(params=sorted(stored()), ids=str)
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Archive:
    return left(tmp_path, *request.param)


def names(archive: Archive) -> set[str]:
    """Of the articles that are found: their ids without the hash at the end."""
    with closing(archive.open()) as engine, closing(engine.reader()) as reader:
        found = search(reader, SearchInput(size=100)).results
        assert {each.article.id for each in found} == set(reader.ids())
        return {each.article.id.rpartition("-")[0] for each in found}


def in_force(archive: Archive) -> str:
    return generations_at(archive.settings.index).in_force().name


def catalog_bytes(archive: Archive) -> bytes:
    return generations_at(archive.settings.index).in_force().catalog.read_bytes()


def test_its_index_answers_with_all_that_it_has(archive: Archive) -> None:
    assert names(archive) == IDS
    with closing(archive.open()) as engine, closing(engine.reader()) as reader:
        page = search(reader, SearchInput('"border officers" helicopter', match="all"))
        (result,) = page.results
        assert result.article.title == "Council hears report about beta"
        assert result.article.duplicate_of.startswith("alpha-")
        marked = {passage.text[start:end] for passage in result.passages for start, end in passage.marks}
        assert marked >= {"border officers", "helicopter"}
        talks = search(reader, SearchInput(choices=(Choice("type", ("interview",), ()),)))
        assert [each.article.speakers for each in talks.results] == [("Anna Berg",)]
        assert search(reader, SearchInput("helicop*", first="2019", last="2019")).total == 1
        assert search(reader, SearchInput(sort="newest")).results[0].article.id.startswith("talk-")


def test_its_catalog_is_read_as_one_of_today_and_stays_as_it_is(archive: Archive) -> None:
    before = catalog_bytes(archive)
    generations = generations_at(archive.settings.index)
    with catalog_of(generations, generations.in_force()) as catalog:
        assert catalog.article_count() == len(IDS)
        rows = {row.id: row for row in catalog.articles()}
        assert {row.id for row in catalog.articles()} == rows.keys()
        assert {each.rpartition("-")[0]: row.path for each, row in rows.items()}["items-n-2"] == "items.jsonl"
        assert all(row.draft and row.updated.startswith("2026-") for row in rows.values())
        assert all(catalog.article(each) == row for each, row in rows.items())
        assert catalog.article("another") is None
        assert catalog.count_in("items.jsonl") == 4
        assert catalog.counts("format") == {"json": 3, "jsonl": 1, "text": 5}
        known = Fingerprint.from_text(generations.in_force().fingerprint).schema
        assert catalog.counts("type") == (_TYPES_OF_OLD if known < _JUDGED else _TYPES)
        assert catalog.counts("year") == {"": 1, "2019": 9}
        assert [each.path for each in catalog.rejections()] == ["broken.json", "other.json"]
        ((waiting, held),) = catalog.holders()
        assert (waiting, held.rpartition("-")[0]) == ("other.json", "pilots")
        assert (list(catalog.pending()), catalog.problems()) == ([], [])
    plan = dry_run(archive.settings)
    assert (plan.read, plan.removed, plan.unchanged, plan.held) == ((), (), 9, None)
    assert catalog_bytes(archive) == before


def test_what_an_update_of_the_former_release_left_half_done_is_known_as_that(tmp_path: Path) -> None:
    archive = left(tmp_path, OLDEST_READABLE, "whoosh")
    generations = generations_at(archive.settings.index)
    with closing(sqlite3.connect(generations.in_force().catalog)) as database, database:
        database.execute("DELETE FROM file WHERE path = 'items.jsonl'")  # it comes after all articles of a file
        database.execute("INSERT INTO pending SELECT id, path FROM article WHERE path = '2019/talk.txt'")
        database.execute("INSERT INTO pending VALUES ('new', '2019/new.txt')")
    with catalog_of(generations, generations.in_force()) as catalog:
        assert {each.id.rpartition("-")[0] or each.id for each in catalog.pending()} == {"talk", "new"}
        assert (catalog.count_in("items.jsonl"), catalog.article_count()) == (4, len(IDS))
    assert [entry.path for entry in dry_run(archive.settings).read] == ["items.jsonl"]
    assert archive.update().total == len(IDS)


def test_an_update_builds_another_index_while_the_old_one_answers(archive: Archive) -> None:
    archive.write("2019/new.txt")
    before, seen = archive.articles(), []

    class Watched:
        def begin(self, files: int, size: int) -> None: ...

        def advance(self, path: str, size: int) -> None:
            seen.append((in_force(archive), names(archive)))

    summary = update(archive.settings, Watched())
    assert "the stored form" in summary.reason
    assert seen
    assert all(each == ("g000001", IDS) for each in seen)
    assert (in_force(archive), names(archive)) == ("g000002", IDS | {"new"})
    assert outdated(archive.settings) == ()
    after = archive.articles()
    assert {path: each.updated for path, each in after.items() if path in before} == {
        path: each.updated for path, each in before.items()
    }
    assert archive.update().unchanged == len(IDS) + 1


def test_more_than_may_go_holds_the_new_index_back_and_what_was_removed_on_purpose_does_not(archive: Archive) -> None:
    shutil.rmtree(archive.corpus / "2018")
    with pytest.raises(RemovalsHeld, match="the folder 2018"):
        archive.update()
    assert (in_force(archive), names(archive)) == ("g000001", IDS)
    alpha = next(each.id for path, each in archive.articles().items() if path == "2018/alpha.txt")
    assert remove(archive.settings, alpha) == "2018/alpha.txt"
    assert archive.update().total == len(IDS) - 1
    assert names(archive) == IDS - {"alpha"}


def test_a_new_index_that_fails_its_test_leaves_the_old_one_in_force(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_: object) -> None:
        raise IndexBroken("the new index has lost the article alpha; the old one stays")

    with monkeypatch.context() as failing, pytest.raises(IndexBroken):
        failing.setattr("indexer.indexing.update.verify_index", lost)
        archive.update()
    assert (in_force(archive), names(archive)) == ("g000001", IDS)
    archive.update()
    assert (in_force(archive), names(archive)) == ("g000003", IDS)


def test_its_generation_can_be_gone_back_to(archive: Archive) -> None:
    archive.update()
    archive.write("2019/new.txt")
    archive.update()
    assert rollback(archive.settings).name == "g000001"
    assert names(archive) == IDS
    assert archive.update().total == len(IDS) + 1
    assert names(archive) == IDS | {"new"}


def test_it_is_backed_up_as_it_is_and_restored_as_it_was(archive: Archive, tmp_path: Path) -> None:
    kept = catalog_tables(archive)
    backup(archive.settings, tmp_path / "kept.tar.gz")
    archive.update()
    restore(archive.settings, tmp_path / "kept.tar.gz")
    rules = Fingerprint.from_text(generations_at(archive.settings.index).in_force().fingerprint)
    assert (rules.schema < SCHEMA, names(archive), catalog_tables(archive)) == (True, IDS, kept)


def catalog_tables(archive: Archive) -> set[str]:
    generations = generations_at(archive.settings.index)
    with catalog_of(generations, generations.in_force()) as catalog:
        return {name for (name,) in catalog.database.execute("SELECT name FROM main.sqlite_schema")}


@pytest.mark.parametrize("engine", ENGINES)
def test_a_backup_that_the_former_release_wrote_is_restored_whichever_engine_is_set(
    archive: Archive, engine: str
) -> None:
    moved = Archive(archive.folder, engine)
    shutil.rmtree(archive.folder / "index")
    restore(moved.settings, archive.folder / "day.tar.gz")
    assert names(moved) == IDS
    assert moved.update().total == len(IDS)
    assert names(moved) == IDS
    assert Fingerprint.from_text(generations_at(moved.settings.index).in_force().fingerprint).engine == engine


def test_what_is_known_of_articles_outlives_a_return_to_it(tmp_path: Path) -> None:
    """It does not say from which bytes each was read; the history still does."""
    archive = left(tmp_path, OLDEST_READABLE, "whoosh")
    archive.update()
    rollback(archive.settings)
    before = archive.articles()
    (archive.corpus / "2019" / "talk.txt").rename(archive.corpus / "2019" / "moved.txt")
    for name in ("longer.txt", "long.txt"):
        (archive.corpus / "2019" / name).unlink()
    archive.update()
    assert names(archive) == IDS - {"long", "longer"}
    assert archive.articles()["2019/moved.txt"].id == before["2019/talk.txt"].id
    generations = generations_at(archive.settings.index)
    with opened_history(generations.history(generations.in_force())) as history:
        assert list(history.redirects()) == []


def test_it_is_found_whole(archive: Archive) -> None:
    found = inspect(archive.settings)
    assert (found.problems, found.articles, found.settled) == ((), len(IDS), True)


def status(archive: Archive) -> str:
    done = CliRunner().invoke(main, ["--corpus", str(archive.corpus), "--index", archive.settings.index, "status"])
    assert done.exit_code == 0, done.output
    return done.output


def test_status_says_that_it_answers_until_the_new_one_is_built(archive: Archive) -> None:
    generation = generations_at(archive.settings.index).in_force()
    schema = Fingerprint.from_text(generation.fingerprint).schema
    said = f"built by an earlier release (stored form {schema}, this one writes {SCHEMA}): it answers until"
    assert said in status(archive)
    archive.update()
    assert "earlier release" not in status(archive)


def test_it_is_read_where_nothing_can_be_written(archive: Archive) -> None:
    folders = [archive.folder / "index", *(each for each in (archive.folder / "index").rglob("*") if each.is_dir())]
    for each in folders:
        each.chmod(0o555)
    for file in (archive.folder / "index").rglob("*"):
        if file.is_file():
            file.chmod(0o444)
    try:
        with permissions_for_root():
            generations = generations_at(archive.settings.index)
            with catalog_of(generations, generations.in_force()) as catalog:
                assert (names(archive), len({row.id for row in catalog.articles()})) == (IDS, len(IDS))
    finally:
        for each in folders:
            each.chmod(0o755)


# The process ends in the midst of writing, as by kill -9.
_KILLED = """
import os, signal, sys
from pathlib import Path
from unittest.mock import patch
from indexer.indexing.batch import Batch
from indexer.indexing.update import update
from indexer.settings import Settings

if __name__ == "__main__":
    corpus, index = sys.argv[1:]
    commit, left = Batch.commit, [None] * 3

    def dying(*arguments):
        left.pop()
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
        return commit(*arguments)

    with patch.object(Batch, "commit", dying):
        update(Settings(corpus=Path(corpus), index=index, index_workers=1, batch=2))
"""


def test_a_build_that_is_killed_leaves_it_answering_and_the_next_one_ends(tmp_path: Path) -> None:
    archive = left(tmp_path, OLDEST_READABLE, "tantivy")
    run = [sys.executable, "-c", _KILLED, str(archive.corpus), archive.settings.index]
    assert subprocess.run(run, check=False).returncode == -signal.SIGKILL
    assert len(generations_at(archive.settings.index).all()) == 2
    assert (in_force(archive), names(archive)) == ("g000001", IDS)
    assert archive.update().total == len(IDS)
    assert names(archive) == IDS
    assert len(generations_at(archive.settings.index).all()) == 2
