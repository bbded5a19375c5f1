import json
import tarfile
from contextlib import closing
from pathlib import Path

import pytest

from indexer.errors import IndexBroken
from indexer.generations import generations_at
from indexer.indexing.backup import backup, export_lines, restore
from indexer.indexing.catalog import ArticleRow
from indexer.indexing.inspection import inspect
from indexer.indexing.update import rollback
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
    assert exported[0]["date_evidence"] == "line under the title: 07.02.2019"


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
    assert generations_at(f"whoosh:{tmp_path}/elsewhere").in_force().name == "g000001"


def test_a_restore_can_be_rolled_back(archive: Archive, tmp_path: Path) -> None:
    backup(archive.settings, tmp_path / "day.tar.gz")
    archive.write("gamma.txt")
    archive.update()
    restore(archive.settings, tmp_path / "day.tar.gz")
    rollback(archive.settings)
    assert len(archive.articles()) == 3


@pytest.mark.parametrize("kind", ["garbage", "another tar", "cut short"])
def test_what_is_no_whole_backup_is_refused_and_nothing_changes(archive: Archive, tmp_path: Path, kind: str) -> None:
    file = tmp_path / "bad.tar.gz"
    if kind == "garbage":
        file.write_bytes(b"not a tar")
    elif kind == "cut short":
        backup(archive.settings, file)
        file.write_bytes(file.read_bytes()[:-2000])
    else:
        with tarfile.open(file, "w:gz") as packed:
            packed.add(__file__, "x")
    assert_refused(archive, file, "cannot be restored")


def assert_refused(archive: Archive, file: Path, reason: str) -> None:
    before = archive.articles()
    with pytest.raises(IndexBroken, match=reason):
        restore(archive.settings, file)
    assert archive.articles() == before
    assert generations_at(archive.settings.index).in_force().name == "g000001"


def repacked(archive: Archive, target: Path, *more: tarfile.TarInfo) -> Path:
    """A backup with more members in it, each a link or a file without content."""
    whole = target.with_name("whole.tar.gz")
    backup(archive.settings, whole)
    with tarfile.open(whole, "r:gz") as source, tarfile.open(target, "w:gz") as packed:
        for member in source:
            packed.addfile(member, source.extractfile(member) if member.isfile() else None)
        for member in more:
            packed.addfile(member)
    return target


@pytest.mark.parametrize("name", ["{}/evil.py", "../../evil.py", "index/../../../evil.py"])
def test_a_backup_with_a_file_that_leads_out_of_its_folder_is_refused(
    archive: Archive, tmp_path: Path, name: str
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    member = tarfile.TarInfo(name.format(outside))
    assert_refused(archive, repacked(archive, tmp_path / "bad.tar.gz", member), "leads out of its folder")
    assert not list(tmp_path.parent.glob("**/evil.py"))


def test_links_in_a_backup_are_passed_over(archive: Archive, tmp_path: Path) -> None:
    link = tarfile.TarInfo("index/link")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/hostname"
    restored = restore(archive.settings, repacked(archive, tmp_path / "day.tar.gz", link))
    assert not (restored.index / "link").is_symlink()
    assert len(archive.articles()) == 2


@pytest.mark.parametrize("kind", ["fewer", "more"])
def test_a_backup_whose_catalog_knows_other_articles_than_its_index_is_refused(
    archive: Archive, tmp_path: Path, kind: str
) -> None:
    with closing(archive.catalog()) as catalog:
        if kind == "more":
            catalog.put_articles([ArticleRow("another", "alpha.txt", "", "news", "2019")])
        else:
            catalog.drop_article(archive.articles()["alpha.txt"].id)
    backup(archive.settings, tmp_path / "day.tar.gz")
    assert_refused(archive, tmp_path / "day.tar.gz", f"2 articles, its catalog {3 if kind == 'more' else 1}")


def test_a_backup_that_fails_leaves_nothing_beside_the_one_before(archive: Archive, tmp_path: Path) -> None:
    target = tmp_path / "backups" / "day.tar.gz"
    target.parent.mkdir()
    target.write_bytes(b"the one before")
    (generations_at(archive.settings.index).in_force().folder / "fingerprint").unlink()
    with pytest.raises(FileNotFoundError):
        backup(archive.settings, target)
    assert [each.name for each in target.parent.iterdir()] == ["day.tar.gz"]
    assert target.read_bytes() == b"the one before"


def test_an_export_is_in_the_order_of_ids(archive: Archive) -> None:
    with closing(archive.open()) as engine:
        ids = [json.loads(line)["id"] for line in export_lines(engine.reader())]
    assert ids == sorted(ids)
    assert len(ids) == 2


def test_a_damaged_index_is_not_packed(archive: Archive, tmp_path: Path) -> None:
    _flip_largest(generations_at(archive.settings.index).in_force().index)
    with pytest.raises(IndexBroken):
        backup(archive.settings, tmp_path / "day.tar.gz")
    assert [path.name for path in tmp_path.iterdir() if "tar" in path.name] == []


def test_a_backup_whose_files_are_not_those_that_were_packed_is_refused(archive: Archive, tmp_path: Path) -> None:
    backup(archive.settings, tmp_path / "day.tar.gz")
    with tarfile.open(tmp_path / "day.tar.gz") as packed:
        packed.extractall(tmp_path / "unpacked", filter="data")
    _flip_largest(tmp_path / "unpacked" / "index")
    with tarfile.open(tmp_path / "other.tar.gz", "w:gz") as packed:
        for name in ("form", "catalog.sqlite", "index", "fingerprint", "manifest.json"):
            packed.add(tmp_path / "unpacked" / name, name)
    with pytest.raises(IndexBroken, match="cannot be restored"):
        restore(archive.settings, tmp_path / "other.tar.gz")
    assert archive.total() == 2


def test_what_was_restored_is_whole(archive: Archive, tmp_path: Path) -> None:
    backup(archive.settings, tmp_path / "day.tar.gz")
    restore(archive.settings, tmp_path / "day.tar.gz")
    assert inspect(archive.settings).problems == ()


def _flip_largest(folder: Path) -> None:
    largest = max(folder.iterdir(), key=lambda each: each.stat().st_size)
    raw = bytearray(largest.read_bytes())
    raw[len(raw) // 2] ^= 1
    largest.write_bytes(raw)
