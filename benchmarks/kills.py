"""Workers are killed at random moments: every update ends, and nothing is lost.

    python -m benchmarks.kills [KILLS] [SEED]

Updates, builds anew and the carrying over of names follow each other, each in a process of its own. While one runs, its
workers are killed, or the process that begets them, working or idle, at their start and at their end. What is there
afterwards is compared with what was written.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.archive import Archive, story
from tests.machine import eventually

_SECONDS = 300  # in which an update has to end, whatever happens to its workers
_APART = 0.6  # seconds from one kill to the next, at the most
_EACH = 20  # kills in one update: where no worker ever lived to its first task, the update would give up and say so
_COMMANDS = ("update", "names", "rebuild")


@dataclass(slots=True)
class Tally:
    """`kills` counts what was killed, by what it was; `slowest` is in seconds."""

    kills: Counter[str] = field(default_factory=Counter)
    updates: int = 0
    slowest: float = 0.0

    @property
    def total(self) -> int:
        return self.kills.total()


def kill_until(archive: Archive, most: int, chance: random.Random, files: int) -> Tally:
    """Raises `AssertionError` where an update does not end, or ends without an article."""
    tally = Tally()
    names = {f"{number:03}.txt" for number in range(files)}
    for name in names:
        archive.write(name)
    while tally.total < most:
        command = _COMMANDS[tally.updates % len(_COMMANDS)]
        for name in chance.sample(sorted(names), files // 4):
            archive.write(name, story(name, f"Pilots flew {tally.updates} times."), age=-tally.updates)
        _disturb(_start(archive, command, tally.updates), min(most, tally.total + _EACH), chance, tally)
        assert archive.rejected() == {}
        assert {*archive.articles()} == names
    return tally


def _start(archive: Archive, command: str, turn: int) -> subprocess.Popen[bytes]:
    if command == "names":
        names = archive.folder / "names"
        names.mkdir(exist_ok=True)
        (names / "circle.toml").write_text(f'[[organisation]]\nname = "MCC {turn}"\nvariants = ["Council {turn}"]\n')
    settings = archive.settings.changed(batch=50, index_workers=2)
    if (archive.folder / "names").exists():
        settings = settings.changed(authority=archive.folder / "names")
    arguments = [sys.executable, "-m", "indexer", "rebuild" if command == "rebuild" else "update"]
    return subprocess.Popen(
        arguments, env={**os.environ, **settings.environment()}, stdout=subprocess.DEVNULL, start_new_session=True
    )


def _disturb(process: subprocess.Popen[bytes], most: int, chance: random.Random, tally: Tally) -> None:
    began = time.monotonic()
    while process.poll() is None:
        assert time.monotonic() - began < _SECONDS, f"an update hangs after {dict(tally.kills)}"
        time.sleep(chance.uniform(0.0, _APART))
        found = _children(process.pid)
        # The fork server takes seconds to load what workers need: killed more often, it would never start one.
        wanted = [each for each in found if each[1] == "worker" or chance.random() < 0.02]
        if wanted and tally.total < most:
            victim, kind = chance.choice(wanted)
            with suppress(ProcessLookupError):
                os.kill(victim, signal.SIGKILL)
                tally.kills[kind] += 1
    assert process.returncode == 0, f"an update ended with {process.returncode} after {dict(tally.kills)}"
    tally.updates += 1
    tally.slowest = max(tally.slowest, time.monotonic() - began)
    eventually(lambda: not _children(process.pid))


def _children(session: int) -> list[tuple[int, str]]:
    """All of a session but its first process: workers, and the process that begets them."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            state, parent, _, own = (folder / "stat").read_text().rpartition(")")[2].split()[:4]
            if int(own) == session and int(folder.name) != session and state != "Z":
                command = (folder / "cmdline").read_bytes()
                if b"resource_tracker" not in command:
                    found.append((int(folder.name), "fork server" if int(parent) == session else "worker"))
    return found


def main() -> None:
    most, seed = ([int(each) for each in sys.argv[1:]] + [500, 1][len(sys.argv) - 1 :])[:2]
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        tally = kill_until(Archive(Path(folder)), most, random.Random(seed), 400)
    kinds = ", ".join(f"{number} {kind}s" for kind, number in sorted(tally.kills.items()))
    print(f"killed {kinds} in {tally.updates} updates; every update ended, nothing is lost")
    print(f"slowest update {tally.slowest:.1f} s, all {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
