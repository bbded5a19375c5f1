import json
import tarfile
from contextlib import closing
from pathlib import Path

import pytest

from indexer.errors import IndexBroken
from indexer.generations import Generations
from indexer.snapshots import backup, export_lines, restore
from indexer.update import rollback
from tests.archive import Archive


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive(tmp_path)
    archive.write("alpha.txt")
    archive.write("beta.txt")
    archive.update()
    return archive


def test_an_export_has_each_article_with_its_provenance(archive: Archive) -> None:
    with closing(archive.open()) as engine:
        exported = [json.loads(line) for line in export_lines(engine.reader())]
    assert {each["provenance"]["path"] for each in exported} == {"alpha.txt", "beta.txt"}
    assert exported[0]["date"] == "2019-02-07"
    assert exported[0]["date_evidence"]


def test_an_export_can_be_indexed_again(archive: Archive, tmp_path: Path) -> None:
    with closing(archive.open()) as engine:
        lines = "\n".join(export_lines(engine.reader()))
    other = Archive(tmp_path / "other")
    other.write("export.jsonl", lines)
    assert other.update().added == 2
    assert other.titles() == archive.titles()
    assert {each.date.value for each in other.articles().values()} == {"2019-02-07"}


def test_a_restored_backup_is_the_archive_of_that_day(archive: Archive, tmp_path: Path) -> None:
    before = archive.articles()
    backup(archive.settings, tmp_path / "day.tar.gz")
    archive.write("gamma.txt")
    archive.update()
    restore(archive.settings, tmp_path / "day.tar.gz")
    assert archive.articles() == before
    assert archive.update().added == 1
    assert len(archive.articles()) == 3


def test_a_backup_restores_into_an_empty_place(archive: Archive, tmp_path: Path) -> None:
    backup(archive.settings, tmp_path / "day.tar.gz")
    restore(archive.settings.changed(index=f"whoosh:{tmp_path}/elsewhere"), tmp_path / "day.tar.gz")
    assert Generations.at(f"whoosh:{tmp_path}/elsewhere").in_force().name == "g000001"


def test_a_restore_can_be_rolled_back(archive: Archive, tmp_path: Path) -> None:
    backup(archive.settings, tmp_path / "day.tar.gz")
    archive.write("gamma.txt")
    archive.update()
    restore(archive.settings, tmp_path / "day.tar.gz")
    rollback(archive.settings)
    assert len(archive.articles()) == 3


@pytest.mark.parametrize("kind", ["garbage", "another tar", "cut short", "hostile"])
def test_what_is_no_whole_backup_is_refused_and_nothing_changes(archive: Archive, tmp_path: Path, kind: str) -> None:
    file = tmp_path / "bad.tar.gz"
    if kind == "garbage":
        file.write_bytes(b"not a tar")
    elif kind == "cut short":
        backup(archive.settings, file)
        file.write_bytes(file.read_bytes()[:-2000])
    else:
        with tarfile.open(file, "w:gz") as packed:
            packed.add(__file__, "../../evil.py" if kind == "hostile" else "x")
    before = archive.articles()
    with pytest.raises(IndexBroken, match="cannot be restored"):
        restore(archive.settings, file)
    assert archive.articles() == before
    assert Generations.at(archive.settings.index).in_force().name == "g000001"
    assert not (tmp_path.parent / "evil.py").exists()
