"""Where a backup may be written, and what is left of one that failed or was killed."""

import errno
import fcntl
import os
import signal
import sys
from itertools import count
from pathlib import Path
from typing import NoReturn

import pytest

from indexer.errors import DiskFull, IndexBroken, SettingsError, StorageTrouble
from indexer.generations import generations_at
from indexer.indexing.backup import backup, restore
from indexer.indexing.package import unpack
from tests.archive import Archive, indexed


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return indexed(tmp_path, "alpha.txt", "beta.txt")


def test_an_index_that_does_not_say_how_it_was_built_is_not_packed(archive: Archive, tmp_path: Path) -> None:
    (generations_at(archive.settings.index).in_force().folder / "fingerprint").unlink()
    with pytest.raises(IndexBroken, match="does not say how it was built"):
        backup(archive.settings, tmp_path / "day.tar.gz")


def test_a_backup_that_fails_leaves_nothing_beside_the_one_before(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "backups" / "day.tar.gz"
    target.parent.mkdir()
    target.write_bytes(b"the one before")
    monkeypatch.setattr(os, "fsync", _full)
    with pytest.raises(DiskFull, match=r"no room to write to .*day\.tar\.gz"):
        backup(archive.settings, target)
    assert [each.name for each in target.parent.iterdir()] == ["day.tar.gz"]
    assert target.read_bytes() == b"the one before"


def _full(_: int) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("where", ["corpus/day.tar.gz", "index/day.tar.gz", "index/jobs/../day.tar.gz", "corpus"])
def test_a_backup_is_not_written_into_what_it_keeps_safe(archive: Archive, tmp_path: Path, where: str) -> None:
    with pytest.raises(SettingsError, match=r"to keep safe|no plain file"):
        backup(archive.settings, tmp_path / where)


@pytest.mark.parametrize("place", ["missing/day.tar.gz", "file/day.tar.gz"])
def test_a_place_where_no_file_can_be_is_said(archive: Archive, tmp_path: Path, place: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises((StorageTrouble, FileNotFoundError), match=place.partition("/")[0]):
        backup(archive.settings, tmp_path / place)


def test_a_backup_clears_what_a_killed_one_left_and_nothing_of_one_that_runs(archive: Archive, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    dead = [folder / f".day.tar.gz.{process}.partial" for process in (1, 999_999)]
    others = [folder / ".other.tar.gz.1.partial", folder / ".day.tar.gz", folder / "day.tar.gz.1.partial"]
    running = folder / ".day.tar.gz.77.partial"
    catalogs = [folder / f"{each.name}-catalog" for each in (*dead, running)]
    for file in (*dead, *others, running, *catalogs):
        file.touch()
    with running.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        backup(archive.settings, folder / "day.tar.gz")
    assert {*folder.iterdir()} == {*others, running, catalogs[-1], folder / "day.tar.gz"}


def test_a_backup_killed_at_any_moment_leaves_no_half_file_under_its_name(archive: Archive, tmp_path: Path) -> None:
    """Killed as it makes its n-th call of a kind that changes the folder, for each n that it gets to."""
    folder = tmp_path / "backups"
    folder.mkdir()
    for step in count(1):
        child = os.fork()
        if child == 0:
            _killed_at(step, archive, folder / "day.tar.gz")
        ended = os.waitpid(child, 0)[1]
        if ended == 0:
            break
        if (folder / "day.tar.gz").exists():
            (tmp_path / f"{step}").mkdir()
            unpack(folder / "day.tar.gz", tmp_path / f"{step}")
    assert step > 3
    assert [each.name for each in folder.iterdir()] == ["day.tar.gz"]
    restore(archive.settings, folder / "day.tar.gz")
    assert len(archive.articles()) == 2


def _killed_at(step: int, archive: Archive, target: Path) -> NoReturn:
    calls = count(1)

    def hook(event: str, _: object) -> None:
        if event in {"open", "os.rename", "os.remove", "sqlite3.connect", "fcntl.flock"} and next(calls) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    backup(archive.settings, target)
    os._exit(0)
