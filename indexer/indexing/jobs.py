"""Updates started for somebody who does not wait: a process of its own, and a file that says how far it is.

var/index/jobs/<id>.json   the job's state, replaced whole by each step
var/index/jobs/<id>.lock   held by the job's process for as long as it lives
"""

import fcntl
import json
import os
import secrets
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Literal

from indexer.errors import CommuniqueError, IndexBusy
from indexer.generations import generations_at
from indexer.indexing.progress import Summary
from indexer.indexing.update import update
from indexer.settings import Settings

State = Literal["queued", "running", "done", "failed"]
_START_SECONDS = 60.0
_WAIT_SECONDS = 600.0
_REPORT_SECONDS = 0.5
_KEPT = 20


@dataclass(frozen=True, slots=True)
class Job:
    """One update. `rate` is bytes of the corpus a second; times are seconds since the epoch. `exit_code` is that of
    the error which ended it, 0 where none did."""

    id: str
    state: State
    since: float
    files: int = 0
    size: int = 0
    read: int = 0
    rate: float = 0.0
    summary: Summary | None = None
    reason: str = ""
    exit_code: int = 0

    @property
    def ended(self) -> bool:
        return self.state in {"done", "failed"}


class Jobs:
    """The jobs at one index. Several processes may look and start at once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._folder = generations_at(settings.index).root / "jobs"

    def start(self) -> Job:
        """A new update in a process of its own, or the one that is already on its way."""
        with locked(self._folder / "start.lock"):
            newest = self.get(ids[-1]) if (ids := self._ids()) else None
            if newest is not None and not newest.ended:
                return newest
            job = Job(f"{time.time_ns():020d}-{secrets.token_hex(4)}", "queued", time.time())
            self.put(job)
            self._spawn(job)
            self._sweep()
            return job

    def get(self, job_id: str) -> Job | None:
        """The job's state now; None for an unknown id. A job whose process died has failed."""
        if not all(character in "0123456789abcdef-" for character in job_id):
            return None
        try:
            raw = json.loads((self._folder / f"{job_id}.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        summary = Summary(**raw["summary"]) if raw["summary"] else None
        return self._if_alive(Job(**{**raw, "summary": summary}))

    def put(self, job: Job) -> None:
        aside = self._folder / f"{job.id}.new"
        aside.write_text(json.dumps(asdict(job)), encoding="utf-8")
        aside.replace(self._folder / f"{job.id}.json")

    def run(self, job_id: str) -> None:
        """The work of the job's own process."""
        with locked(self._folder / f"{job_id}.lock"):
            watched = _Reported(self, Job(job_id, "running", time.time()))
            try:
                summary = _patient_update(self._settings, watched)
            except CommuniqueError as error:
                failed = replace(watched.job, state="failed", reason=str(error), exit_code=error.exit_code)
                with suppress(OSError):  # of a full disk, the job's log says it all the same
                    self.put(failed)
                raise
            self.put(replace(watched.job, state="done", summary=summary))

    def _spawn(self, job: Job) -> None:
        with (self._folder / f"{job.id}.log").open("wb") as log:
            process = subprocess.Popen(  # noqa: S603 - the product's own command, with its own settings
                [sys.executable, "-m", "indexer", "update", "--job", job.id],
                env={**os.environ, **self._settings.environment()},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        # Somebody has to wait for a process that ended, else it stays in the system's table as a zombie.
        threading.Thread(target=process.wait, daemon=True).start()

    def _if_alive(self, job: Job) -> Job:
        if job.ended or (job.state == "queued" and time.time() - job.since < _START_SECONDS):
            return job
        if _is_held(self._folder / f"{job.id}.lock"):
            return job
        return replace(job, state="failed", reason="the process of this update ended before it was done", exit_code=1)

    def _ids(self) -> list[str]:
        return sorted(path.stem for path in self._folder.glob("*.json"))

    def _sweep(self) -> None:
        for old in self._ids()[:-_KEPT]:
            for suffix in ("json", "lock", "log"):
                (self._folder / f"{old}.{suffix}").unlink(missing_ok=True)


class _Reported:
    """Progress that is written into the job's file, not more often than it is read."""

    def __init__(self, jobs: Jobs, job: Job) -> None:
        self._jobs, self.job, self._reported = jobs, job, 0.0
        jobs.put(job)

    def begin(self, files: int, size: int) -> None:
        self.job = replace(self.job, files=files, size=size)
        self._jobs.put(self.job)

    def advance(self, path: str, size: int) -> None:  # noqa: ARG002 - the job counts bytes
        read = self.job.read + size
        self.job = replace(self.job, read=read, rate=round(read / max(0.001, time.time() - self.job.since), 1))
        if time.monotonic() - self._reported > _REPORT_SECONDS:
            self._reported = time.monotonic()
            self._jobs.put(self.job)


def _patient_update(settings: Settings, progress: _Reported) -> Summary:
    deadline = time.monotonic() + _WAIT_SECONDS
    while True:
        try:
            return update(settings, progress)
        except IndexBusy:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.5)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Waits for whoever holds it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _is_held(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False
