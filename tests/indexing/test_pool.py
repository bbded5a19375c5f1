import multiprocessing
import os
import random
import signal
import struct
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import closing, suppress
from functools import partial
from multiprocessing import forkserver
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

import pytest

from indexer.errors import CommuniqueError
from indexer.indexing.pool import Pool, WorkerDied
from tests.machine import eventually

MEGABYTE = 1_000_000
SECONDS = 60  # for what takes a moment, on a machine that is busy with other things


def nothing() -> None: ...


def fail() -> None:
    raise RuntimeError("not today")


def twice(number: int) -> int:
    return 2 * number


def twice_as_long(content: bytes) -> bytes:
    return content + content


def own_id(folder: Path) -> int:
    """Waits until the same task is worked on in another process too."""
    (folder / str(os.getpid())).touch()
    while len(list(folder.iterdir())) < 2:
        time.sleep(0.01)
    return os.getpid()


def refuse(number: int) -> None:
    raise ValueError(f"no {number}")


def make_what_cannot_be_sent(_: int) -> object:
    return lambda: None


def raise_what_cannot_be_read(_: int) -> None:
    class OwnError(Exception): ...

    raise OwnError


def die(_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def end_by(number: int) -> None:
    if number:
        os.kill(os.getpid(), number)
    os._exit(3)


def die_at_first(folder: Path) -> None:
    """The first four times."""
    if len(list(folder.iterdir())) < 4:
        (folder / str(os.getpid())).touch()
        os.kill(os.getpid(), signal.SIGKILL)


def kill_server() -> None:
    server: Any = forkserver._forkserver  # nothing public tells its process
    os.kill(server._forkserver_pid, signal.SIGKILL)
    os.waitid(os.P_PID, server._forkserver_pid, os.WEXITED | os.WNOWAIT)


def die_half_way_through_an_answer(size: int) -> None:
    """An answer begins with its size in four bytes; the process is killed before it has written half of it."""
    sockets = [each for each in Path("/proc/self/fd").iterdir() if str(each.resolve().name).startswith("socket:")]
    for each in sockets:
        with suppress(OSError):
            os.write(int(each.name), struct.pack("!i", size) + bytes(size // 2))
    die(size)


def sleep(seconds: float) -> None:
    time.sleep(seconds)


def pool_of(size: int, start: Callable[[], None] = nothing) -> Pool:
    return Pool(multiprocessing.get_context("forkserver"), start, size)


@pytest.fixture
def pool() -> Iterator[Pool]:
    with closing(pool_of(2)) as pool:
        yield pool


def test_every_task_is_answered(pool: Pool) -> None:
    futures = [pool.submit(twice, number) for number in range(300)]
    assert [future.result(SECONDS) for future in futures] == [2 * number for number in range(300)]


def test_tasks_are_worked_on_side_by_side(pool: Pool, tmp_path: Path) -> None:
    one, other = pool.submit(own_id, tmp_path), pool.submit(own_id, tmp_path)
    assert one.result(SECONDS) != other.result(SECONDS)


def test_large_tasks_and_large_answers_do_not_wait_for_each_other(pool: Pool) -> None:
    sizes = [MEGABYTE, 10, 20_000, MEGABYTE, 31_000, 31_000, 31_000, 100_000] * 5
    futures = [pool.submit(twice_as_long, bytes(size)) for size in sizes]
    assert [len(future.result(SECONDS)) for future in futures] == [2 * size for size in sizes]


def test_what_a_task_raises_is_raised_where_its_answer_is_read_and_says_where_it_happened(pool: Pool) -> None:
    with pytest.raises(ValueError, match="no 7") as caught:
        pool.submit(refuse, 7).result(SECONDS)
    assert "in refuse" in "".join(caught.value.__notes__)
    assert pool.submit(twice, 2).result(SECONDS) == 4


@pytest.mark.parametrize("work", [make_what_cannot_be_sent, raise_what_cannot_be_read])
def test_an_answer_that_cannot_be_sent_costs_its_task_only(pool: Pool, work: Callable[[int], object]) -> None:
    futures: list[Future[Any]] = [pool.submit(work, 1), *(pool.submit(twice, number) for number in range(20))]
    assert futures[0].exception(SECONDS) is not None
    assert [future.result(SECONDS) for future in futures[1:]] == [2 * number for number in range(20)]


@pytest.mark.parametrize("work", [die, die_half_way_through_an_answer])
def test_a_death_costs_the_task_that_was_worked_on_and_no_other(pool: Pool, work: Callable[[int], None]) -> None:
    futures: list[Future[Any]] = [pool.submit(twice, number) for number in range(20)]
    dead = [pool.submit(work, MEGABYTE) for _ in range(3)]
    futures += [pool.submit(twice, number) for number in range(20, 40)]
    assert [type(future.exception(SECONDS)) for future in dead] == [WorkerDied] * 3
    assert [future.result(SECONDS) for future in futures] == [2 * number for number in range(40)]


def test_a_process_that_died_while_it_had_nothing_to_do_is_replaced(pool: Pool) -> None:
    pool.submit(twice, 1).result(SECONDS)
    for child in multiprocessing.active_children():
        child.kill()
    answers = [pool.submit(twice, number) for number in range(10)]
    found = [future.exception(SECONDS) or future.result() for future in answers]
    assert [each for each in found if not isinstance(each, WorkerDied)][-1] == 18
    assert sum(isinstance(each, WorkerDied) for each in found) <= 2


def test_a_process_that_is_killed_at_its_start_costs_no_task(tmp_path: Path) -> None:
    with closing(pool_of(2, start=partial(die_at_first, tmp_path))) as pool:
        assert [pool.submit(twice, number).result(SECONDS) for number in range(5)] == [0, 2, 4, 6, 8]
    assert len(list(tmp_path.iterdir())) == 4


def test_the_death_of_the_server_that_forks_costs_no_task(pool: Pool) -> None:
    pool.submit(twice, 1).result(SECONDS)
    kill_server()
    for child in multiprocessing.active_children():
        child.kill()
    futures = [pool.submit(twice, number) for number in range(20)]
    assert [future.result(SECONDS) for future in futures] == [2 * number for number in range(20)]


def test_a_server_that_dies_while_it_forks_costs_no_task(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    causes = [EOFError(), BrokenPipeError(), ConnectionRefusedError(), FileNotFoundError()]
    begin = ForkServerProcess.start

    def start(process: ForkServerProcess) -> None:
        if causes:
            raise causes.pop()
        begin(process)

    monkeypatch.setattr(ForkServerProcess, "start", start)
    assert pool.submit(twice, 4).result(SECONDS) == 8
    assert causes == []


def test_closing_waits_for_no_task_where_the_server_that_forks_is_dead(tmp_path: Path) -> None:
    pool = pool_of(2)
    for _ in range(2):
        pool.submit(own_id, tmp_path)
    for _ in range(2):
        pool.submit(sleep, 1_000.0)
    eventually(lambda: len(list(tmp_path.iterdir())) == 2)
    kill_server()
    assert multiprocessing.active_children() == []  # they pass for dead now
    pool.close()
    assert not any(worker._thread.is_alive() for worker in pool._workers)
    for path in tmp_path.iterdir():
        with suppress(ProcessLookupError):
            os.kill(int(path.name), signal.SIGKILL)


def test_what_ended_a_process_is_said(pool: Pool) -> None:
    deaths = [pool.submit(end_by, each).exception(SECONDS) for each in (signal.SIGKILL, signal.SIGALRM, 0)]
    assert [death.signal for death in deaths if isinstance(death, WorkerDied)] == [signal.SIGKILL, signal.SIGALRM, 0]


def test_where_no_process_can_start_every_task_fails() -> None:
    with closing(pool_of(2, start=fail)) as pool:
        futures = [pool.submit(twice, number) for number in range(4)]
        assert [type(future.exception(SECONDS)) for future in futures] == [CommuniqueError] * 4


def test_what_keeps_a_process_from_starting_is_raised_where_its_answer_is_read() -> None:
    with closing(pool_of(2, start=lambda: None)) as pool:  # no other process can be told of a function without a name
        futures = [pool.submit(twice, number) for number in range(4)]
        assert all("lambda" in str(future.exception(SECONDS)) for future in futures)


def test_closing_ends_a_process_in_the_middle_of_its_task() -> None:
    pool = pool_of(2)
    futures = [pool.submit(sleep, 1_000.0) for _ in range(6)]
    while not multiprocessing.active_children():
        time.sleep(0.01)
    pool.close()
    assert multiprocessing.active_children() == []
    assert not any(future.done() and future.exception() is None for future in futures)


def test_a_pool_that_was_never_used_closes() -> None:
    pool_of(3).close()


def test_processes_killed_at_any_moment_cost_one_task_each_at_the_most(pool: Pool) -> None:
    chance = random.Random(5)
    left = {pool.submit(twice_as_long, bytes(each * 100)): each for each in range(600)}
    kills = 0
    for future, each in left.items():
        if chance.random() < 0.05 and (children := multiprocessing.active_children()):
            chance.choice(children).kill()
            kills += 1
        if future.exception(SECONDS) is None:
            assert len(future.result()) == 200 * each
    assert kills > 10
    assert sum(future.exception() is not None for future in left) <= kills
