import asyncio

from tests.machine import awaited
from web.server.turns import Turns


async def _served(turns: Turns, name: int, order: list[int], go: asyncio.Event) -> None:
    async with turns.turn():
        order.append(name)
        await go.wait()


def test_who_came_last_goes_first_and_now_and_then_who_waits_longest() -> None:
    async def crowd() -> list[int]:
        turns, order, go = Turns(1), list[int](), asyncio.Event()
        tasks = [asyncio.create_task(_served(turns, name, order, go)) for name in range(6)]
        await asyncio.sleep(0)
        go.set()
        await asyncio.gather(*tasks)
        return order

    assert awaited(crowd()) == [0, 5, 4, 3, 1, 2]


def test_no_more_are_served_at_a_time_than_there_are_places() -> None:
    async def crowd() -> tuple[list[int], list[int]]:
        turns, order, go = Turns(2), list[int](), asyncio.Event()
        tasks = [asyncio.create_task(_served(turns, name, order, go)) for name in range(4)]
        await asyncio.sleep(0)
        before = list(order)
        go.set()
        await asyncio.gather(*tasks)
        return before, order

    assert awaited(crowd()) == ([0, 1], [0, 1, 3, 2])


def test_who_gives_up_waiting_takes_nobody_elses_turn() -> None:
    async def crowd() -> list[int]:
        turns, order, go = Turns(1), list[int](), asyncio.Event()
        tasks = [asyncio.create_task(_served(turns, name, order, go)) for name in range(3)]
        await asyncio.sleep(0)
        tasks[2].cancel()
        go.set()
        await asyncio.gather(*tasks, return_exceptions=True)
        async with turns.turn() as waited:
            assert not waited
        return order

    assert awaited(crowd()) == [0, 1]
