import shutil
import tarfile
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest

from indexer.errors import DiskFull, IndexBroken
from indexer.generations import generations_at
from indexer.indexing.backup import backup, restore
from indexer.indexing.catalog import ArticleRow
from indexer.indexing.inspection import inspect
from indexer.indexing.update import rollback
from tests.archive import Archive, indexed


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return indexed(tmp_path, "alpha.txt", "beta.txt")


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


def test_a_backup_of_what_was_restored_can_be_restored(archive: Archive, tmp_path: Path) -> None:
    before = archive.articles()
    for name in ("first.tar.gz", "second.tar.gz", "third.tar.gz"):
        backup(archive.settings, tmp_path / name)
        restore(archive.settings, tmp_path / name)
        assert archive.articles() == before


def test_a_backup_that_says_twice_what_it_is_can_be_restored(archive: Archive, tmp_path: Path) -> None:
    """As former releases wrote it of an archive that was restored."""
    before = archive.articles()
    twice = repacked(archive, tmp_path / "day.tar.gz", tarfile.TarInfo("form"))
    with tarfile.open(twice) as packed:
        assert packed.getnames().count("form") == 2
    restore(archive.settings, twice)
    assert archive.articles() == before
    assert not (generations_at(archive.settings.index).in_force().folder / "form").exists()


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
    assert_nothing_changed(archive)


def assert_nothing_changed(archive: Archive) -> None:
    generations = generations_at(archive.settings.index)
    assert generations.in_force().name == "g000001"
    assert [each.name for each in generations.all()] == ["g000001"]


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


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE])
def test_a_backup_with_a_link_or_a_device_is_refused(archive: Archive, tmp_path: Path, kind: bytes) -> None:
    link = tarfile.TarInfo("index/link")
    link.type, link.linkname = kind, "/etc/hostname"
    assert_refused(archive, repacked(archive, tmp_path / "bad.tar.gz", link), "no plain file")


@pytest.mark.parametrize("name", ["catalog.sqlite", "index/../index/x", "catalog.sqlite/x", "missing/x", "index"])
def test_a_backup_whose_files_are_in_each_others_way_is_refused(archive: Archive, tmp_path: Path, name: str) -> None:
    reason = "leads out" if ".." in name else "in each other's way"
    assert_refused(archive, repacked(archive, tmp_path / "bad.tar.gz", tarfile.TarInfo(name)), reason)


def without(archive: Archive, target: Path, name: str, content: bytes | None = None) -> Path:
    """A backup in which one file is missing, or has another content."""
    whole = target.with_name("whole.tar.gz")
    backup(archive.settings, whole)
    with tarfile.open(whole, "r:gz") as source, tarfile.open(target, "w:gz") as packed:
        for member in source:
            if member.name != name:
                packed.addfile(member, source.extractfile(member) if member.isfile() else None)
            elif content is not None:
                member.size = len(content)
                packed.addfile(member, BytesIO(content))
    return target


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("fingerprint", None, "another version"),
        ("fingerprint", b"", "another version"),
        ("fingerprint", b'{"engine": "whoosh", "authority": "", "schema": 9999}', "a newer version"),
        ("fingerprint", b'{"engine": "tantivy", "authority": ""}', "no index"),
        ("catalog.sqlite", None, "no catalog"),
        ("catalog.sqlite", b"", "catalog 0"),
        ("catalog.sqlite", b"no database at all", "cannot be read"),
        ("form", b"communique-backup-9", "no backup of this program"),
    ],
    ids=str,
)
def test_a_backup_that_cannot_serve_is_refused(
    archive: Archive, tmp_path: Path, name: str, content: bytes | None, reason: str
) -> None:
    assert_refused(archive, without(archive, tmp_path / "bad.tar.gz", name, content), reason)


def test_a_backup_of_other_articles_than_its_catalog_has_is_refused(archive: Archive, tmp_path: Path) -> None:
    with closing(archive.catalog()) as catalog:
        catalog.drop_article(archive.articles()["alpha.txt"].id)
        catalog.put_articles([ArticleRow("another", "alpha.txt", "", "news", "2019")])
    backup(archive.settings, tmp_path / "day.tar.gz")
    assert_refused(archive, tmp_path / "day.tar.gz", "not the same")


def test_what_unpacks_to_far_more_than_a_backup_can_hold_is_refused_before_it_fills_the_disk(
    archive: Archive, tmp_path: Path
) -> None:
    target = tmp_path / "bomb.tar.gz"
    form, bomb = tarfile.TarInfo("form"), tarfile.TarInfo("index/bomb")
    form.size, bomb.size = 19, 90_000_000
    with tarfile.open(target, "w:gz", compresslevel=1) as packed, (tmp_path / "zeros").open("wb+") as zeros:
        zeros.truncate(bomb.size)
        packed.addfile(form, BytesIO(b"communique-backup-1"))
        packed.addfile(_folder("index"))
        packed.addfile(bomb, zeros)
    assert_refused(archive, target, "unpacks to more")


def _folder(name: str) -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.type, made.mode = tarfile.DIRTYPE, 0o755
    return made


def test_a_header_of_any_length_is_not_read_into_memory(archive: Archive, tmp_path: Path) -> None:
    header = tarfile.TarInfo("header")
    header.type, header.size = tarfile.XHDTYPE, 2_000_000
    target = tmp_path / "bad.tar.gz"
    with tarfile.open(target, "w:gz") as packed:
        packed.fileobj.write(header.tobuf() + bytes(header.size))
    assert_refused(archive, target, "unpacks to more")


def test_a_backup_that_would_not_fit_is_refused_before_it_is_unpacked(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup(archive.settings, tmp_path / "day.tar.gz")
    monkeypatch.setattr("shutil.disk_usage", lambda _: shutil._ntuple_diskusage(10**9, 10**9 - 100, 100))
    with pytest.raises(DiskFull, match=r"no room to unpack catalog\.sqlite"):
        restore(archive.settings, tmp_path / "day.tar.gz")
    assert_nothing_changed(archive)


@pytest.mark.parametrize("kind", ["rubbish", "another one", "a byte fewer", "a byte flipped"])
def test_a_backup_with_something_joined_to_it_or_damaged_at_its_end_is_refused(
    archive: Archive, tmp_path: Path, kind: str
) -> None:
    file = tmp_path / "day.tar.gz"
    backup(archive.settings, file)
    data = file.read_bytes()
    ways = {
        "rubbish": data + b"rubbish",
        "another one": data + data,
        "a byte fewer": data[:-1],
        "a byte flipped": data[:-6] + bytes([data[-6] ^ 1]) + data[-5:],
    }
    file.write_bytes(ways[kind])
    assert_refused(archive, file, "cannot be restored")


@pytest.mark.parametrize(("kind", "known"), [("fewer", 1), ("more", 3), ("others", 2)])
def test_a_backup_whose_catalog_knows_other_articles_than_its_index_is_refused(
    archive: Archive, tmp_path: Path, kind: str, known: int
) -> None:
    with closing(archive.catalog()) as catalog:
        if kind != "fewer":
            catalog.put_articles([ArticleRow("another", "alpha.txt", "", "news", "2019")])
        if kind != "more":
            catalog.drop_article(archive.articles()["alpha.txt"].id)
    backup(archive.settings, tmp_path / "day.tar.gz")
    assert_refused(archive, tmp_path / "day.tar.gz", f"2 articles, its catalog {known}")


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
