"""What a worker process may take for one file, and what a file that wants more is told."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from indexer.errors import RequestError
from indexer.indexing.contents import Contents, Readers, contents_of
from indexer.indexing.pool import Pool, WorkerDied
from indexer.indexing.process import begin, bounded, seconds_for
from indexer.indexing.workers import answered
from indexer.ingest.draft import RawFile

MEGABYTE = 1_000_000
SECONDS = 60  # for what takes a moment, on a machine that is busy with other things


def take(megabytes: int) -> int:
    with bounded(1000):
        return len([bytearray(MEGABYTE) for _ in range(megabytes)])


def run_out_of_time(_: int) -> None:
    with bounded(1000):
        signal.alarm(1)
        while True:
            time.sleep(1)


def count_the_tries(folder: Path) -> None:
    (folder / str(os.getpid())).touch()
    with bounded(1000):
        signal.raise_signal(signal.SIGALRM)


def fall(_: int) -> Contents:
    signal.raise_signal(signal.SIGSEGV)
    return Contents()


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with closing(Pool(multiprocessing.get_context("forkserver"), begin, 1)) as pool:
        yield pool


def test_work_that_wants_more_memory_than_any_good_file_is_refused_it_and_the_process_goes_on(pool: Pool) -> None:
    assert isinstance(pool.submit(take, 2000).exception(SECONDS), MemoryError)
    assert pool.submit(take, 500).result(SECONDS) == 500


def test_a_larger_file_may_take_more_of_both() -> None:
    assert seconds_for(100 * MEGABYTE) > seconds_for(1000) == 60


def test_work_that_takes_too_long_ends_its_process_which_says_by_what(pool: Pool) -> None:
    death = pool.submit(run_out_of_time, 1).exception(SECONDS)
    assert isinstance(death, WorkerDied)
    assert death.signal == signal.SIGALRM


def test_what_took_too_long_once_is_not_tried_again(pool: Pool, tmp_path: Path) -> None:
    with pytest.raises(WorkerDied):
        answered(pool, count_the_tries, tmp_path, pool.submit(count_the_tries, tmp_path))
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_that_ends_the_process_that_reads_it_is_refused_and_the_next_one_read() -> None:
    with closing(Readers()) as readers:
        with pytest.raises(RequestError, match="ended the process that read it"):
            readers.ask(fall, 1, 1)
        with pytest.raises(RequestError, match=r"not taken: no reader for \.jpg files"):
            readers.ask(contents_of, RawFile("a.jpg", b"a", ""), 1)


PARENT = """
import os, sys
from contextlib import suppress
from indexer.errors import RequestError
from indexer.indexing.contents import Readers
from tests.indexing.test_process import say_who
if __name__ == "__main__":
    with suppress(RequestError):
        Readers().ask(say_who, 1, 1)
    os.kill(os.getpid(), 9)
"""


def say_who(_: int) -> Contents:
    print(os.getpid(), flush=True)
    return Contents()


def test_no_reader_outlives_the_process_that_asked_it_even_where_that_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        said = parent.stdout.read()  # ends when the last process that holds the pipe has ended
    assert parent.returncode == -signal.SIGKILL
    assert int(said) > 0
