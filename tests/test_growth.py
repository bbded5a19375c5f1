"""The promises of benchmarks/growth.py in a small form: readers never notice, and the disk does not fill."""

from pathlib import Path

from benchmarks.growth_load import Load, serving
from tests.archive import Archive, story


def _archive(folder: Path, count: int) -> Archive:
    archive = Archive(folder)
    for number in range(count):
        archive.write(f"{number:03}.txt", story(f"{number:03}", f"Officers of group {number} took part."))
    archive.update()
    return archive


def _bytes(archive: Archive) -> int:
    return sum(path.stat().st_size for path in (archive.folder / "index").rglob("*") if path.is_file())


def test_readers_fail_never_and_see_one_generation_at_a_time_while_the_archive_grows(tmp_path: Path) -> None:
    archive = _archive(tmp_path, 40)
    with serving(archive.settings) as address, Load(address, ["report", "officers", "minsk", ""]).running(2) as load:
        for lap in range(3):
            archive.write(f"new-{lap}.txt")
            archive.update()
        archive.rebuild()
        archive.write("last.txt")
        archive.update()
        assert load.total("last") == 1
    assert load.answered > 20
    assert (load.failed, load.mixed) == (0, 0)


def test_many_small_updates_do_not_fill_the_disk(tmp_path: Path) -> None:
    archive = _archive(tmp_path / "grown", 60)
    for lap in range(25):
        archive.write(f"{lap:03}.txt", story(f"{lap:03}", f"A helicopter was shown in lap {lap}."), age=-5)
        archive.update()
    fresh = Archive(tmp_path / "fresh")
    for path in archive.corpus.iterdir():
        fresh.write(path.name, path.read_bytes())
    fresh.update()
    assert fresh.articles() == archive.articles()
    assert _bytes(archive) <= 1.5 * _bytes(fresh)
