"""An update that dies at any moment loses nothing: the next one ends where an undisturbed one would have."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.kills import kill_until
from indexer.article import Article
from tests.archive import Archive, story
from tests.machine import eventually

FILES = 120
MOMENTS = [0.1, 0.3, 0.5, 0.7, 0.85, 1.0]


@dataclass(frozen=True, slots=True)
class Beginning:
    """An archive after its first update, which nothing disturbed; tests work on copies."""

    archive: Archive
    seconds: float  # that the update took, as a process of its own
    ending: dict[str, Article]  # what is there after the second update where nothing disturbs that one either


@pytest.fixture(scope="module")
def beginning(tmp_path_factory: pytest.TempPathFactory) -> Beginning:
    archive = Archive(tmp_path_factory.mktemp("beginning"))
    _first(archive)
    seconds = _timed(archive)
    undisturbed = archive.copied_to(tmp_path_factory.mktemp("undisturbed"))
    _second(undisturbed)
    undisturbed.update()
    return Beginning(archive, seconds, undisturbed.articles())


@pytest.mark.parametrize("moment", MOMENTS)
def test_an_update_killed_at_any_moment_is_completed_by_the_next(
    tmp_path: Path, beginning: Beginning, moment: float
) -> None:
    archive = beginning.archive.copied_to(tmp_path)
    _second(archive)
    process = _start(archive)
    time.sleep(beginning.seconds * moment)
    process.kill()
    process.communicate()
    archive.update()
    assert archive.articles() == beginning.ending
    assert archive.update().unchanged == len(beginning.ending)
    assert archive.total("spring") == archive.total() == len(beginning.ending)
    assert archive.total("helicopter") == 30


def test_workers_end_with_the_update_that_was_killed(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    _first(archive)
    process = _start(archive)
    time.sleep(1)
    process.kill()
    process.communicate()
    eventually(lambda: _in_session(process.pid) == [])


def test_updates_whose_workers_are_killed_at_any_moment_end_and_lose_nothing(tmp_path: Path) -> None:
    """`python -m benchmarks.kills` does so for longer."""
    tally = kill_until(Archive(tmp_path), most=10, chance=random.Random(5), files=60)
    assert tally.total == 10


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "index"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"mounting a small disk is not allowed here: {mounted.stderr.decode().strip()}")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def test_a_full_disk_stops_the_update_and_loses_nothing(tmp_path: Path, small_disk: Path) -> None:
    archive = Archive(tmp_path)
    for number in range(5):
        archive.write(f"{number}.txt")
    archive.update()
    before = archive.articles()
    for number in range(5, 60):
        archive.write(f"{number}.txt", story(str(number), " ".join(f"word{number}x{each}" for each in range(100))))
    process = _start(archive)
    _, message = process.communicate(timeout=120)
    assert process.returncode == 9
    assert "no room" in message
    found = archive.articles()
    assert {path: found[path] for path in before} == before
    subprocess.run(["mount", "-o", "remount,size=300m", str(small_disk)], check=True)
    assert archive.update().total == 60
    assert archive.total("spring") == 60


def _first(archive: Archive) -> None:
    for number in range(FILES):
        archive.write(f"{number:03}.txt")


def _second(archive: Archive) -> None:
    for number in range(30):
        archive.write(f"{number:03}.txt", story(f"{number:03}", "A helicopter was shown."), age=-5)
    for number in range(30, 50):
        (archive.corpus / f"{number:03}.txt").unlink()
    for number in range(FILES, FILES + 30):
        archive.write(f"{number:03}.txt")


def _timed(archive: Archive) -> float:
    """How long the process of an update takes: the first one is of the same kind as the one that is killed."""
    started = time.monotonic()
    process = _start(archive)
    process.communicate(timeout=120)
    assert process.returncode == 0
    return time.monotonic() - started


def _start(archive: Archive) -> subprocess.Popen[str]:
    settings = archive.settings
    command = [sys.executable, "-m", "indexer", "--corpus", str(settings.corpus), "--index", settings.index, "update"]
    environ = {**os.environ, "COMMUNIQUE_BATCH": "20", "COMMUNIQUE_INDEX_WORKERS": "2"}
    return subprocess.Popen(
        command, env=environ, text=True, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )


def _in_session(session: int) -> list[int]:
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if fields[3] == str(session) and fields[0] != "Z":
            found.append(int(status.parent.name))
    return found
