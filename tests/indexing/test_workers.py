"""What becomes of a file whose reader dies. The pool here works in this process, and fails as a real one would."""

import json
import signal
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from indexer.indexing.pool import WorkerDied
from indexer.indexing.tasks import Task
from indexer.indexing.update import dry_run
from tests.archive import Archive

DEADLY: Counter[str] = Counter()  # file -> how many of its readers die
READ: Counter[str] = Counter()
SIGNAL: Counter[str] = Counter()  # what they die of, where that is known
LATE: set[str] = set()  # files whose readers the alarm ends


class Fragile:
    def __init__(self, _: object, start: Callable[[], None], __: int) -> None:
        self._start = start

    def submit(self, work: Callable[[Any], object], given: Task) -> "Future[object]":
        future: Future[object] = Future()
        READ[given.path] += 1
        if given.path in LATE:
            future.set_exception(WorkerDied(signal.SIGALRM))
        elif READ[given.path] <= DEADLY[given.path] or any("poison" in text for _, text in getattr(given, "lines", ())):
            future.set_exception(WorkerDied(SIGNAL[given.path]))
        else:
            self._start()
            future.set_result(work(given))
        return future

    def close(self) -> None: ...


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    monkeypatch.setattr("indexer.indexing.workers.Pool", Fragile)
    monkeypatch.setattr("signal.signal", lambda *_: None)  # a worker leaves Ctrl-C to its parent, a test does not
    DEADLY.clear()
    READ.clear()
    SIGNAL.clear()
    archive = Archive(tmp_path)
    for name in ("a.txt", "b.txt", "c.txt"):
        archive.write(name)
    return archive


@pytest.mark.parametrize("deaths", [1, 2])
def test_a_file_whose_reader_dies_once_or_twice_is_read_all_the_same(archive: Archive, deaths: int) -> None:
    DEADLY["b.txt"] = deaths
    summary = archive.update()
    assert (summary.added, summary.rejected) == (3, 0)


@pytest.mark.parametrize(("deaths", "rejected"), [(11, 0), (12, 1)])
def test_a_file_cannot_help_it_that_its_reader_is_killed(archive: Archive, deaths: int, rejected: int) -> None:
    DEADLY["b.txt"], SIGNAL["b.txt"] = deaths, signal.SIGKILL
    assert archive.update().rejected == rejected


def test_a_file_that_ends_three_readers_is_rejected_alone_and_left_until_it_changes(archive: Archive) -> None:
    DEADLY["b.txt"] = 3
    summary = archive.update()
    assert (summary.added, summary.rejected) == (2, 1)
    assert archive.rejected() == {"b.txt": "reading it took too long, or ended the process that read it"}
    assert READ["b.txt"] == 3
    assert dry_run(archive.settings).read == ()
    archive.write("b.txt", age=-5)
    assert archive.update().added == 1
    assert archive.rejected() == {}


def test_what_was_indexed_of_a_file_that_ends_its_readers_is_gone(archive: Archive) -> None:
    archive.update()
    DEADLY["b.txt"] = READ["b.txt"] + 3
    archive.write("b.txt", "Another\n\nThe council met.", age=-5)
    summary = archive.update()
    assert (summary.removed, summary.unchanged, summary.rejected) == (1, 2, 1)


def lines(*numbers: int, poison: int = -1) -> str:
    words = {poison: "poison"}
    records = (
        {"id": f"n-{each}", "title": "Pilots", "text": f"The council met. {words.get(each, '')}"} for each in numbers
    )
    return "".join(json.dumps(each) + "\n" for each in records)


@pytest.mark.parametrize("known", [0, 2], ids=["a new file", "a file that is known"])
def test_of_a_file_of_many_only_the_line_that_ends_its_readers_is_missing_and_named(
    archive: Archive, known: int
) -> None:
    archive.write("many.jsonl", lines(*range(known)), age=9)
    archive.update()
    archive.write("many.jsonl", lines(*range(200), poison=70))
    assert archive.update().total == 3 + 199
    assert set(archive.rejected()) == {"many.jsonl [line 71]"}
    assert archive.rejected()["many.jsonl [line 71]"].startswith("reading it took too long")


def test_a_file_that_takes_too_long_is_read_once_and_says_how_long(archive: Archive) -> None:
    LATE.add("b.txt")
    assert archive.update().rejected == 1
    assert READ["b.txt"] == 1
    assert archive.rejected() == {"b.txt": "reading it took more than 60 seconds"}
    LATE.clear()
