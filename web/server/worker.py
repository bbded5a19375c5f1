"""A worker of gunicorn's whose threads meet whole requests only.

gunicorn's own threads also read requests and send answers: as many slow clients as there are threads stop a site.
"""

import asyncio
import os
import resource
import signal
import socket
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

from gunicorn.workers import base

from web.server.connection import Connection, Served
from web.server.turns import Turns

_UPLOADS = 4  # threads for bodies too large to be waited for whole: these alone may wait for a client
_LINGER = 1.0  # seconds that a stopping worker leaves clients whose next request may be under way
_SWITCH = 0.001  # seconds until a thread that computes lets the loop go on: at Python's 5 ms it hardly moves


class Worker(base.Worker):  # type: ignore[misc]  # gunicorn shows no types
    """Started by `--worker-class web.server.worker.Worker`; `--threads` is how many requests are answered at a time."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._open: set[asyncio.Task[None]] = set()
        self._waiting: dict[Connection, None] = {}

    def run(self) -> None:
        sys.setswitchinterval(_SWITCH)
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        loop, stopping = asyncio.get_running_loop(), asyncio.Event()
        loop.add_signal_handler(signal.SIGTERM, stopping.set)
        pools = ThreadPoolExecutor(self.cfg.threads), ThreadPoolExecutor(_UPLOADS)
        served = Served(self, Turns(self.cfg.threads), *pools, self._waiting)
        for listener in self.sockets:
            loop.add_reader(listener.fileno(), self._accept, listener, served)
        while not stopping.is_set() and self.ppid == os.getppid():
            await self._pause(stopping)
        self.alive = False
        for listener in self.sockets:
            loop.remove_reader(listener.fileno())
            listener.close()
        await self._finish()

    async def _pause(self, stopping: asyncio.Event) -> None:
        self.notify()
        with suppress(TimeoutError):
            await asyncio.wait_for(stopping.wait(), 1)

    def _accept(self, listener: Any, served: Served) -> None:
        """Where there is no room for one more client, the one that keeps us waiting longest goes."""
        if len(self._open) >= self._most() and self._waiting:
            next(iter(self._waiting)).break_off()
        with suppress(BlockingIOError, ConnectionAbortedError):  # another worker, or the client itself, was faster
            client, peer = listener.accept()
            self._meet(client, Connection(served, peer, listener.getsockname()))

    def _meet(self, client: socket.socket, connection: Connection) -> None:
        if len(self._open) > self._most():
            client.close()
            return
        task = asyncio.get_running_loop().create_task(connection.serve(client))
        self._open.add(task)
        task.add_done_callback(self._open.discard)

    def _most(self) -> int:
        """Half of the files that the process may open are left for the index."""
        return int(min(self.cfg.worker_connections, resource.getrlimit(resource.RLIMIT_NOFILE)[0] // 2))

    async def _finish(self) -> None:
        await self._await(min(_LINGER, self.cfg.graceful_timeout))
        for connection in tuple(self._waiting):
            connection.break_off()
        await self._await(self.cfg.graceful_timeout)

    async def _await(self, seconds: float) -> None:
        end = asyncio.get_running_loop().time() + seconds
        while self._open and asyncio.get_running_loop().time() < end:
            self.notify()
            await asyncio.wait(self._open, timeout=0.2)
