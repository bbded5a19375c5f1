"""Updates that somebody follows from outside: what is known of one, whatever became of its process."""

import fcntl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.errors import RemovalsHeld, SettingsError
from indexer.indexing.jobs import Job, Jobs
from indexer.indexing.progress import Summary
from tests.archive import Archive

LONG_AGO = 1_000.0  # seconds


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive(tmp_path)
    archive.write("alpha.txt")
    (archive.folder / "index" / "jobs").mkdir(parents=True)
    return archive


class Started:
    """Stands where a process of its own would be started."""

    commands: list[list[str]]

    def __init__(self) -> None:
        self.commands = []

    def __call__(self, command: list[str], **_: object) -> "Started":
        self.commands.append(command)
        return self

    def wait(self) -> int:
        return 0


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Started:
    started = Started()
    monkeypatch.setattr(subprocess, "Popen", started)
    return started


@contextmanager
def alive(archive: Archive, job: Job) -> Iterator[None]:
    """The job's process holds a lock for as long as it lives."""
    with (archive.folder / "index" / "jobs" / f"{job.id}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


FAR = 4e9  # a moment in the year 2096: however long a run takes, no job is overdue
DONE = Summary(3, 1, 2, 40, 5, 1.5, 6, "the authority files")


@pytest.mark.parametrize(
    "job",
    [
        Job("1", "queued", FAR),
        Job("1", "done", 7.0, files=9, size=80, read=80, rate=2.5, summary=DONE),
        Job("1", "failed", 7.0, reason="no room", exit_code=9),
    ],
    ids=lambda job: str(job.state),
)
def test_a_job_is_read_back_as_it_was_put(archive: Archive, job: Job) -> None:
    Jobs(archive.settings).put(job)
    assert Jobs(archive.settings).get("1") == job


@pytest.mark.parametrize("state", ["queued", "running"])
def test_a_job_whose_process_is_gone_has_failed_and_says_so(archive: Archive, state: str) -> None:
    jobs = Jobs(archive.settings)
    job = Job("1", "running" if state == "running" else "queued", time.time() - LONG_AGO)
    jobs.put(job)
    found = jobs.get("1")
    assert found is not None
    ended = "the process of this update ended before it was done"
    assert (found.state, found.reason, found.exit_code) == ("failed", ended, 1)
    with alive(archive, job):
        assert jobs.get("1") == job


def test_a_job_that_runs_fails_at_once_when_its_process_is_gone(archive: Archive) -> None:
    jobs = Jobs(archive.settings)
    jobs.put(Job("1", "running", time.time() + LONG_AGO))
    found = jobs.get("1")
    assert found is not None
    assert found.state == "failed"


@pytest.mark.parametrize("job_id", ["2", "../1", "1.new", "x", "*"])
def test_what_is_no_job_is_none(archive: Archive, job_id: str) -> None:
    (archive.folder / "index" / "1.json").write_text("{}")
    Jobs(archive.settings).put(Job("1", "done", 7.0))
    assert Jobs(archive.settings).get(job_id) is None


def test_an_update_that_is_on_its_way_is_joined_and_one_that_ended_is_not(archive: Archive, started: Started) -> None:
    jobs = Jobs(archive.settings)
    first = jobs.start()
    assert (first.state, jobs.start(), len(started.commands)) == ("queued", first, 1)
    assert started.commands[0][-2:] == ["--job", first.id]
    for ended in (replace(first, state="done"), replace(first, state="failed")):
        jobs.put(ended)
    second = jobs.start()
    assert second.id > first.id
    assert started.commands[1][-1] == second.id
    assert (jobs.start(), len(started.commands)) == (second, 2)


def test_only_the_newest_updates_are_remembered(archive: Archive, started: Started) -> None:
    jobs, ids = Jobs(archive.settings), []
    for _ in range(25):
        job = jobs.start()
        jobs.put(replace(job, state="done"))
        ids.append(job.id)
    assert len(started.commands) == 25
    assert [each for each in ids if jobs.get(each)] == ids[-20:]
    left = [file.name for file in (archive.folder / "index" / "jobs").iterdir()]
    assert not [name for name in left if name.startswith(tuple(ids[:5]))]


def test_an_update_that_fails_says_why_in_its_job_too(archive: Archive) -> None:
    archive.corpus.rename(archive.folder / "away")
    jobs = Jobs(archive.settings)
    with pytest.raises(SettingsError):
        jobs.run("1")
    found = jobs.get("1")
    assert found is not None
    assert found.state == "failed"
    assert "is not a folder" in found.reason


def test_a_program_can_tell_an_update_that_held_still_from_others_that_failed(archive: Archive) -> None:
    archive.update()
    (archive.corpus / "alpha.txt").unlink()
    with pytest.raises(RemovalsHeld):
        Jobs(archive.settings).run("1")
    found = Jobs(archive.settings).get("1")
    assert found is not None
    assert (found.state, found.exit_code) == ("failed", 10)
    assert "1 of 1 articles would be taken away" in found.reason
    assert archive.total() == 1


def test_a_done_update_says_how_much_it_read_and_what_it_did(archive: Archive) -> None:
    size = sum(archive.write(name).stat().st_size for name in ("alpha.txt", "beta.txt"))
    jobs = Jobs(archive.settings)
    jobs.run("1")
    found = jobs.get("1")
    assert found is not None
    assert (found.state, found.files, found.size, found.read) == ("done", 2, size, size)
    assert found.rate > 0
    assert found.summary is not None
    assert (found.summary.added, found.summary.rejected) == (2, 0)
