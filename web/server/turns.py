"""Whose request is answered next, where more wait than can be answered at a time."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count


class Turns:
    """Who came last goes first, and at every fourth turn who waits longest: a crowd that asks for much at once then
    delays itself, not those who come later and one at a time; and nobody's turn is put off for ever."""

    def __init__(self, most: int) -> None:
        self._free = most
        self._turn = count(1)
        self._waiting: deque[asyncio.Future[None]] = deque()

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[bool]:
        """Gives whether it had to be waited for."""
        waits = self._free == 0
        if waits:
            await self._called()
        else:
            self._free -= 1
        try:
            yield waits
        finally:
            self._call()

    async def _called(self) -> None:
        call = asyncio.get_running_loop().create_future()
        self._waiting.append(call)
        try:
            await call
        except asyncio.CancelledError:
            if call.done() and not call.cancelled():
                self._call()
            raise

    def _call(self) -> None:
        while self._waiting:
            call = self._waiting.pop() if next(self._turn) % 4 else self._waiting.popleft()
            if not call.done():
                call.set_result(None)
                return
        self._free += 1
