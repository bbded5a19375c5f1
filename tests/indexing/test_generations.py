"""When a new generation is built, which one answers, and how the former comes back."""

from dataclasses import replace
from pathlib import Path

import pytest

from indexer.errors import IndexMissing, IndexOutdated, SettingsError
from indexer.fingerprint import ANALYSIS, EXTRACTOR, OLDEST_READABLE, SCHEMA
from indexer.generations import generations_at
from indexer.indexing.update import outdated, rollback, update
from tests.archive import Archive, story


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive(tmp_path)
    for name in ("alpha.txt", "beta.txt", "un/gamma.txt"):
        archive.write(name)
    return archive


def test_a_rebuild_gives_the_same_articles_in_a_new_generation(archive: Archive) -> None:
    archive.update()
    before = archive.articles()
    assert archive.rebuild().added == 3
    assert archive.articles() == before
    assert generations_at(archive.settings.index).in_force().name == "g000002"


def test_changed_rules_of_reading_build_a_new_generation_and_say_why(archive: Archive) -> None:
    archive.update()
    _age(archive, f'"extractor": {EXTRACTOR}', '"extractor": 0')
    assert outdated(archive.settings) == ("the reading of files",)
    summary = archive.update()
    assert (summary.added, summary.reason) == (3, "the reading of files")
    assert outdated(archive.settings) == ()


def test_an_index_of_another_analysis_answers_until_an_update_has_built_another_one(archive: Archive) -> None:
    archive.update()
    _age(archive, f'"analysis": {ANALYSIS}', '"analysis": 0')
    assert len(archive.titles("council")) == 3
    assert archive.update().reason == "the analysis of words"
    assert len(archive.titles("council")) == 3


@pytest.mark.parametrize("schema", [OLDEST_READABLE - 1, SCHEMA + 1])
def test_no_generation_comes_into_force_again_that_this_release_cannot_read(archive: Archive, schema: int) -> None:
    archive.update()
    _age(archive, f'"schema": {SCHEMA}', f'"schema": {schema}')
    archive.rebuild()
    with pytest.raises(IndexOutdated):
        rollback(archive.settings)
    assert len(archive.titles()) == 3


def test_changed_authority_files_are_applied_to_the_stored_texts(archive: Archive) -> None:
    archive.update()
    assert "Minsk Chess Circle" not in archive.articles()["alpha.txt"].organisations
    archive.write("alpha.txt", story("alpha", "The Minsk Chess Circle sent two players."), age=-5)
    archive.update()
    names = archive.folder / "names"
    names.mkdir()
    (names / "circle.toml").write_text('[[organisation]]\nname = "MCC"\nvariants = ["Minsk Chess Circle"]\n')
    summary = update(replace(archive.settings, authority=names))
    assert (summary.added, summary.changed, summary.unchanged) == (0, 0, 3)
    assert summary.reason == "the authority files"
    assert "MCC" in archive.articles()["alpha.txt"].organisations


def test_who_writes_does_not_read_the_names_that_come_with_the_program(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indexer.authority.load", lambda _: pytest.fail("read"))
    assert archive.update().added == 3


@pytest.mark.parametrize("before", ["no index", "an index"])
def test_a_broken_authority_file_is_said_before_anything_is_written(archive: Archive, before: str) -> None:
    if before == "an index":
        archive.update()
    names = archive.folder / "names"
    names.mkdir()
    (names / "circle.toml").write_text("[[organisation")
    generations = generations_at(archive.settings.index)
    known = generations.all()
    with pytest.raises(SettingsError, match=r"circle\.toml"):
        update(replace(archive.settings, authority=names))
    assert generations.all() == known


def test_a_rollback_brings_the_former_generation_back(archive: Archive) -> None:
    archive.update()
    archive.write("delta.txt")
    archive.rebuild()
    assert len(archive.titles()) == 4
    rollback(archive.settings)
    assert len(archive.titles()) == 3
    assert archive.update().added == 1
    assert len(archive.titles()) == 4


def test_a_rollback_without_a_former_generation_is_refused(archive: Archive) -> None:
    archive.update()
    with pytest.raises(IndexMissing, match="no former generation"):
        rollback(archive.settings)


def _age(archive: Archive, now: str, before: str) -> None:
    generation = generations_at(archive.settings.index).in_force()
    (generation.folder / "fingerprint").write_text(generation.fingerprint.replace(now, before))
