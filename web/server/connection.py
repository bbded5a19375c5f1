"""One client's connection, from its first byte to its last. Whoever keeps us waiting too long is left."""

import asyncio
import socket
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from gunicorn.http.errors import ParseException

from web.server.arrival import HEAD, SECONDS, Arrival
from web.server.exchange import Exchange, Pages, Sheet
from web.server.turns import Turns

_TAKE_SECONDS = 30.0  # for each portion of an answer
_UNTAKEN = 131_072  # bytes that the system keeps of it; as many as it likes, and nobody would see who takes nothing
_PARTING_SECONDS = 2.0
_PARTING = 1_000_000  # bytes still taken from a client that has its answer already


@dataclass(frozen=True, slots=True)
class Served:
    """`threads` answer requests that came whole, in `turns`; `uploads` those whose body they wait for. `waiting`: the
    connections that have not sent a whole request yet, longest first."""

    pages: Pages
    turns: Turns
    threads: Executor
    uploads: Executor
    waiting: dict["Connection", None]


class Connection:
    """`break_off` ends it at once."""

    def __init__(self, served: Served, peer: Any, server: Any) -> None:
        self._served, self._peer, self._server = served, peer, server
        self._reader: asyncio.StreamReader
        self._writer: asyncio.StreamWriter
        self._number = 0

    async def serve(self, client: socket.socket) -> None:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _UNTAKEN)
        client.setblocking(False)  # noqa: FBT003 - the only form that it has
        self._reader, self._writer = await asyncio.open_connection(sock=client, limit=HEAD)
        self._writer.transport.set_write_buffer_limits(0)
        try:
            while await self._one():
                pass
            await self._part()
        except (OSError, TimeoutError, asyncio.IncompleteReadError):
            pass  # the client has gone, or kept us waiting
        finally:
            self.break_off()

    def break_off(self) -> None:
        self._served.waiting.pop(self, None)
        self._writer.transport.abort()

    async def _one(self) -> bool:
        """Serves one request; whether another one may follow."""
        self._number += 1
        arrival = Arrival(self._reader)
        try:
            self._served.waiting[self] = None
            await self._whole(arrival)
        except ParseException as error:
            await self._send(self._refused(arrival, error))
            return False
        finally:
            self._served.waiting.pop(self, None)
        exchange = Exchange(self._served.pages, arrival, self._peer, self._server)
        return await self._answered(exchange, whole=arrival.is_whole)

    async def _whole(self, arrival: Arrival) -> None:
        async with asyncio.timeout(SECONDS):
            await arrival.head(self._served.pages.cfg, self._peer, self._number)
        if arrival.wants_word:
            await self._send(b"HTTP/1.1 100 Continue\r\n\r\n")
        async with asyncio.timeout(SECONDS):
            await arrival.body()

    async def _answered(self, exchange: Exchange, *, whole: bool) -> bool:
        loop = asyncio.get_running_loop()
        try:
            while not exchange.done:
                if whole:
                    await self._send(await self._in_turn(exchange))
                else:
                    await self._send(await loop.run_in_executor(self._served.uploads, exchange.portion))
        finally:
            if not exchange.done:
                await loop.run_in_executor(self._served.threads, exchange.close)
        return exchange.keeps_alive

    async def _in_turn(self, exchange: Exchange) -> bytes:
        async with self._served.turns.turn() as waited:
            if waited and (self._reader.at_eof() or self._writer.is_closing()):
                raise ConnectionAbortedError  # left while it waited, or cannot be told from those who did
            return await asyncio.get_running_loop().run_in_executor(self._served.threads, exchange.portion)

    async def _send(self, data: bytes) -> None:
        self._writer.write(data)
        async with asyncio.timeout(_TAKE_SECONDS):
            await self._writer.drain()

    def _refused(self, arrival: Arrival, error: ParseException) -> bytes:
        """What is no request is answered without a thread."""
        sheet = Sheet()
        self._served.pages.handle_error(arrival.request, sheet, self._peer, error)
        return sheet.taken().replace(b"\r\n", b"\r\nCache-Control: no-store\r\n", 1)

    async def _part(self) -> None:
        """Lets the client take the answer before the connection is closed, even if it goes on sending meanwhile."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_PARTING_SECONDS):
                self._writer.write_eof()
                taken = 0
                while taken < _PARTING and (more := await self._reader.read(HEAD)):
                    taken += len(more)
