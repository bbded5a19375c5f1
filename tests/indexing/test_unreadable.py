"""What cannot be read for a while stays in the index, and is listed until it can."""

from pathlib import Path

import pytest

from indexer.errors import StorageTrouble
from tests.archive import Archive, story
from tests.machine import permissions_for_root


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive(tmp_path)
    for name in ("open/alpha.txt", "closed/beta.txt", "closed/deep/gamma.txt"):
        archive.write(name)
    archive.update()
    return archive


@pytest.mark.parametrize("mode", [0, 0o444], ids=["not even listed", "listed only"])
def test_a_folder_that_cannot_be_read_stops_nothing_and_keeps_its_articles(archive: Archive, mode: int) -> None:
    archive.write("open/delta.txt")
    (archive.corpus / "closed").chmod(mode)
    for added in (1, 0):
        with permissions_for_root():
            summary = archive.update()
        assert (summary.added, summary.removed, summary.total) == (added, 0, 4)
        assert any("Permission denied" in reason for path, reason in archive.rejected().items() if "closed" in path)
    (archive.corpus / "closed").chmod(0o755)
    assert archive.update().total == 4
    assert archive.rejected() == {}


def test_a_file_that_cannot_be_read_keeps_its_articles_until_it_can(archive: Archive) -> None:
    lines = archive.write("open/many.jsonl", '{"id": "x", "title": "Harbours", "text": "The Council met in Minsk."}\n')
    archive.update()
    archive.write("open/many.jsonl", '{"id": "x", "title": "Harbours", "text": "The Council met in Oslo."}\n', age=9)
    lines.chmod(0)
    with permissions_for_root():
        assert archive.update().total == 4
    assert archive.rejected() == {"open/many.jsonl": "cannot be read: Permission denied"}
    assert archive.total("Harbours Minsk") == 1
    lines.chmod(0o644)
    assert archive.update().changed == 1
    assert (archive.total("Harbours Oslo"), archive.rejected()) == (1, {})


def test_a_rebuild_does_not_lose_what_cannot_be_read_today(archive: Archive) -> None:
    (archive.corpus / "closed" / "deep").chmod(0)
    with permissions_for_root(), pytest.raises(StorageTrouble, match="closed/deep cannot be read"):
        archive.rebuild()
    assert len(archive.articles()) == 3
    archive.write("closed/new/never-read.txt", story("never read"))
    (archive.corpus / "closed" / "deep").chmod(0o755)
    assert archive.rebuild().total == 4
