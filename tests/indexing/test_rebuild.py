"""A generation that is built beside the one in force: when it is switched to, and what is left of others."""

import errno
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.engines import open_engine
from indexer.engines.engine import Engine
from indexer.errors import DiskFull, IndexBroken, IndexBusy, SettingsError
from indexer.fingerprint import SCHEMA
from indexer.generations import generations_at
from indexer.generations.lock import writer_lock
from indexer.indexing.update import outdated, rebuild, rollback, update
from indexer.settings import Settings
from tests.archive import Archive


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive(tmp_path)
    archive.write("alpha.txt")
    archive.write("beta.txt")
    return archive


def test_a_rebuild_that_lost_an_article_is_not_switched_to(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.update()
    generations = generations_at(archive.settings.index)
    lost = archive.articles()["beta.txt"].id

    def worn(address: str) -> Engine:
        engine = open_engine(address)
        with engine.writer() as writer:
            writer.delete(lost)
        return engine

    monkeypatch.setattr("indexer.generations.verify.open_engine", worn)
    with pytest.raises(IndexBroken, match="has 1 articles, not 2; the old one stays"):
        archive.rebuild()
    assert generations.in_force().name == "g000001"
    assert archive.total() == 2


def test_one_rebuild_after_another_leaves_the_generation_in_force_and_the_one_before(archive: Archive) -> None:
    for _ in range(3):
        archive.rebuild()
    assert [each.name for each in generations_at(archive.settings.index).all()] == ["g000002", "g000003"]


def test_an_update_clears_away_what_a_build_that_died_has_left(archive: Archive) -> None:
    archive.update()
    generations = generations_at(archive.settings.index)
    generations.begin("died")
    archive.update()
    assert [each.name for each in generations.all()] == ["g000001"]


@pytest.mark.parametrize("change", [update, rebuild, rollback])
def test_whatever_changes_the_index_is_refused_while_another_process_writes(
    archive: Archive, change: Callable[[Settings], object]
) -> None:
    archive.rebuild()
    archive.rebuild()
    generations = generations_at(archive.settings.index)
    with writer_lock(generations.lock, "test"), pytest.raises(IndexBusy):
        change(archive.settings)
    assert generations.in_force().name == "g000002"


def test_a_first_build_is_served_while_it_grows(archive: Archive) -> None:
    """What was indexed before it died is kept, and the next update goes on with it."""
    seen: list[int] = []

    class Watched:
        def begin(self, files: int, size: int) -> None: ...

        def advance(self, path: str, size: int) -> None:
            with closing(archive.open()) as engine:
                seen.append(engine.reader().count)

    update(archive.settings.changed(batch=1), Watched())
    assert seen == [0, 1]
    assert [each.name for each in generations_at(archive.settings.index).all()] == ["g000001"]


def test_a_generation_of_a_catalog_in_another_form_is_replaced_without_a_look_at_it(archive: Archive) -> None:
    archive.update()
    generation = generations_at(archive.settings.index).in_force()
    before = generation.fingerprint
    (generation.folder / "fingerprint").write_text(before.replace(f'"schema": {SCHEMA}', '"schema": 0'))
    assert generation.fingerprint != before
    with closing(archive.catalog()) as catalog:
        catalog.database.execute("DROP TABLE article")
        catalog.database.execute("CREATE TABLE article (name TEXT)")
    assert archive.update().added == 2
    assert outdated(archive.settings) == ()


@pytest.mark.parametrize("wrong", ["corpus", "engine"])
def test_settings_that_lead_to_no_index_leave_no_folder_behind(archive: Archive, wrong: str) -> None:
    settings = archive.settings
    settings = (
        replace(settings, corpus=archive.folder / "nowhere")
        if wrong == "corpus"
        else replace(settings, index=f"nonsense:{archive.folder}/index")
    )
    for change in (update, rebuild):
        with pytest.raises(SettingsError):
            change(settings)
    assert not (archive.folder / "index").exists()


def test_a_disk_that_fills_up_is_said_and_the_next_update_goes_on(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.update()
    archive.write("gamma.txt")
    with monkeypatch.context() as full, pytest.raises(DiskFull, match=f"no room to write to {archive.folder}/index: "):
        full.setattr("indexer.indexing.batch.Batch.commit", _commit_to_a_full_disk)
        archive.update()
    assert archive.update().added == 1
    assert archive.total() == 3


def _commit_to_a_full_disk(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")
