"""What the processes of one session take: those of an update that was started with one of its own."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


def cpu(session: int) -> float:
    """Seconds of processor time of all its processes, and of those that ended and were waited for by one of them."""
    return sum(sum(map(int, fields[11:15])) for _, fields in _processes(session)) / _TICKS


def resident(session: int) -> int:
    """Bytes in memory of all its processes, shared ones counted by their proportional part; without those of files that
    are mapped, which the system drops whenever it wants memory."""
    total = 0
    for process, _ in _processes(session):
        with suppress(OSError, IndexError):
            rollup = (process / "smaps_rollup").read_text()
            total += 1024 * sum(int(rollup.split(f"\n{kind}:")[1].split()[0]) for kind in ("Pss_Anon", "Pss_Shmem"))
    return total


def _processes(session: int) -> Iterator[tuple[Path, list[str]]]:
    """Each with the fields of its `stat` from the third one on."""
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            fields = (process / "stat").read_text().rpartition(")")[2].split()
            if fields[3] == str(session):
                yield process, fields
