"""Several indexers fill one index: each takes its share, none takes what is another's."""

from pathlib import Path

import pytest

from indexer.errors import RemovalsHeld, SettingsError
from indexer.indexing.partition import Partition
from indexer.indexing.update import dry_run, rebuild, update
from tests.archive import Archive, line


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


@pytest.mark.parametrize("wrong", ["", "3", "0/8", "9/8", "1/0", "-1/8", "a/b", "1/8/2", "1.5/8"])
def test_what_is_no_share_is_said_with_its_remedy(wrong: str) -> None:
    with pytest.raises(SettingsError, match="share") as raised:
        Partition.parse(wrong)
    assert raised.value.remedy


def test_every_file_is_in_one_share_and_the_shares_are_of_like_size() -> None:
    paths = [f"folder/{number}.html" for number in range(4_000)]
    shares = [Partition.parse(f"{number}/8") for number in range(1, 9)]
    holders = [[share for share in shares if share.has(path)] for path in paths]
    assert all(len(each) == 1 for each in holders)
    assert all(400 < sum(share.has(path) for path in paths) < 600 for share in shares)


def test_indexers_with_shares_fill_one_index_and_remove_only_their_own(archive: Archive) -> None:
    for number in range(12):
        archive.write(f"story-{number}.txt")
    parts = [archive.settings.changed(part=f"{number}/3") for number in (1, 2, 3)]
    added = [update(part).added for part in parts]
    assert sum(added) == archive.total() == 12
    assert all(added)
    gone = next(path for path in archive.corpus.iterdir() if Partition(2, 3).has(path.name))
    gone.unlink()
    assert [update(part).removed for part in (parts[0], parts[2])] == [0, 0]
    assert archive.total() == 12
    assert len(dry_run(parts[1]).removed) == 1
    assert [dry_run(part).read for part in parts] == [()] * 3
    assert update(parts[1]).removed == 1
    assert archive.total() == 11


def test_a_share_never_replaces_a_whole_index(archive: Archive) -> None:
    archive.write("story.txt")
    archive.update()
    with pytest.raises(SettingsError) as raised:
        rebuild(archive.settings.changed(part="1/2"))
    assert raised.value.remedy
    assert archive.total() == 1


def test_the_share_is_that_of_the_indexers_own_articles(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    names = [f"{number}.jsonl" for number in range(8)]
    for name in names:
        archive.write(name, "".join(line(number, name) for number in range(10)))
    parts = [archive.settings.changed(part=f"{number}/2") for number in (1, 2)]
    for part in parts:
        update(part)
    own = [[name for name in names if Partition(number, 2).has(name)] for number in (1, 2)]
    (archive.corpus / own[0][0]).unlink()  # 10 of 80 articles, and of fewer in the share
    with pytest.raises(RemovalsHeld, match=f"10 of {10 * len(own[0])} articles"):
        update(parts[0])
    assert update(parts[1]).removed == 0


@pytest.mark.parametrize("first", ["its owner", "the other"])
def test_what_lies_in_another_indexers_share_now_is_not_gone(tmp_path: Path, first: str) -> None:
    archive = Archive(tmp_path)
    archive.write("one/a.txt")
    archive.write("e.txt")
    parts = [archive.settings.changed(part=f"{number}/2") for number in (1, 2)]
    owner = next(part for part in parts if Partition.parse(part.part).has("one/a.txt"))
    update(owner)
    name = next(f"two/{n}.txt" for n in range(99) if not Partition.parse(owner.part).has(f"two/{n}.txt"))
    (archive.corpus / "two").mkdir()
    (archive.corpus / "one" / "a.txt").rename(archive.corpus / name)
    if first == "the other":
        assert update(next(part for part in parts if part != owner)).added >= 1
    assert update(owner).removed == 1
