import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from indexer.errors import RemovalsHeld
from indexer.indexing.progress import Summary
from indexer.indexing.watch import State, _state, follow
from indexer.settings import Settings
from tests.archive import Archive, story
from tests.machine import PATIENCE, eventually

HELD: list[RemovalsHeld] = []


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    HELD.clear()
    archive = Archive(tmp_path)
    archive.write("alpha.txt")
    return archive


@contextmanager
def _followed(archive: Archive, settle_seconds: int = 1) -> Iterator[list[Summary]]:
    settings = archive.settings.changed(settle_seconds=settle_seconds)
    reports: list[Summary] = []
    stop = threading.Event()
    thread = threading.Thread(target=follow, args=(settings, reports.append, HELD.append, stop))
    thread.start()
    try:
        eventually(lambda: bool(reports))
        yield reports
    finally:
        stop.set()
        thread.join(timeout=PATIENCE)
        assert not thread.is_alive()


def test_what_is_there_is_indexed_at_the_start(archive: Archive) -> None:
    with _followed(archive) as reports:
        assert reports[0].added == 1


def test_new_changed_and_removed_files_are_followed(archive: Archive) -> None:
    with _followed(archive):
        archive.write("beta.txt")
        eventually(lambda: archive.total("beta") == 1)
        archive.write("beta.txt", story("beta", "A helicopter was shown."), age=-5)
        eventually(lambda: archive.total("helicopter") == 1)
        (archive.corpus / "beta.txt").unlink()
        eventually(lambda: archive.total("beta") == 0)
    assert archive.total() == 1


def test_a_file_that_is_still_being_written_is_waited_for(archive: Archive) -> None:
    # longer than a busy machine keeps this process from writing the next word, and shorter than all the words take
    with _followed(archive, settle_seconds=3) as reports:
        with (archive.corpus / "slow.txt").open("w") as file:
            for word in story("slow", "A helicopter was shown. " * 8).split(" "):
                file.write(word + " ")
                file.flush()
                time.sleep(0.1)
        eventually(lambda: len(reports) > 1)
        assert archive.total("helicopter") == 1
        assert [summary.added + summary.changed for summary in reports] == [1, 1]


def test_a_corpus_that_vanishes_and_comes_back_loses_nothing(archive: Archive) -> None:
    with _followed(archive):
        away = archive.folder / "away"
        shutil.move(archive.corpus, away)
        time.sleep(1.5)
        assert archive.total() == 1
        shutil.move(away, archive.corpus)
        archive.write("beta.txt")
        eventually(lambda: archive.total() == 2)


def test_a_corpus_of_which_too_much_is_missing_is_told_of_once_and_followed_again_when_it_is_back(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = threading.Semaphore(0)
    monkeypatch.setattr("indexer.indexing.watch._HELD_SECONDS", 0.05)
    monkeypatch.setattr("indexer.indexing.watch._state", _counting(looks))
    archive.write("un/beta.txt")
    with _followed(archive) as reports:
        shutil.move(archive.corpus / "un", archive.folder / "away")
        eventually(lambda: bool(HELD))
        archive.write("gamma.txt")
        for _ in range(60):
            assert looks.acquire(timeout=PATIENCE)
        assert archive.total() == 2
        shutil.move(archive.folder / "away", archive.corpus / "un")
        eventually(lambda: archive.total() == 3)
        archive.write("un/delta.txt")
        eventually(lambda: archive.total() == 4)
    assert [str(each).partition(" articles")[0] for each in HELD] == ["1 of 2"]
    assert all(report.removed == 0 for report in reports)


def _counting(looks: threading.Semaphore) -> Callable[[Settings], State]:
    def counted(settings: Settings) -> State:
        looks.release()
        return _state(settings)

    return counted
