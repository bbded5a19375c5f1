import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from indexer.errors import IndexBusy
from indexer.generations.lock import writer_lock

HOLD = """
import sys, time
from pathlib import Path
from indexer.generations.lock import writer_lock
with writer_lock(Path(sys.argv[1]), "a long update"):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_writer_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    holder = _holder(tmp_path / "lock")
    try:
        with (
            pytest.raises(IndexBusy, match=rf"process {holder.pid} \(a long update\)"),
            writer_lock(tmp_path / "lock", "x"),
        ):
            pass
    finally:
        holder.kill()
        holder.communicate()


def test_the_lock_is_free_once_its_holder_was_killed(tmp_path: Path) -> None:
    holder = _holder(tmp_path / "lock")
    os.kill(holder.pid, signal.SIGKILL)
    holder.communicate()
    with writer_lock(tmp_path / "lock", "the next one"):
        (held,) = (tmp_path / "lock").read_text().splitlines()
        assert held.startswith(f"process {os.getpid()} (the next one), since ")
    assert (tmp_path / "lock").read_text() == ""


def test_the_lock_is_free_after_an_error_inside(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="inside"), writer_lock(tmp_path / "lock", "fails"):
        raise ValueError("inside")
    with writer_lock(tmp_path / "lock", "again"):
        assert "again" in (tmp_path / "lock").read_text()


def _holder(lock: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(lock)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process
