"""A request as it comes in: its head, and of its body what a request is waited for with; no thread waits for either."""

import asyncio
import re
from collections import deque
from collections.abc import Coroutine
from typing import Any

from gunicorn.config import Config
from gunicorn.http.body import ChunkedReader
from gunicorn.http.errors import InvalidChunkSize, LimitRequestHeaders, NoMoreData
from gunicorn.http.message import Request
from gunicorn.http.unreader import IterUnreader

HEAD = 65_536  # bytes
WHOLE = 1_000_000  # bytes of a body; what is larger is given on as it comes
SECONDS = 20.0  # for a head, from the moment that one may come; for a body; and for each piece of a large one
_PIECE = 65_536
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;.{0,1000})?\r\n")  # the line before each piece of a chunked body


class Arrival:
    """`request`: gunicorn's, whose body is read from here. `is_whole`: nothing more of it has to come."""

    def __init__(self, reader: asyncio.StreamReader) -> None:
        self._reader = reader
        self._loop = asyncio.get_running_loop()
        self._pieces: deque[bytes] = deque()
        self.is_whole = True
        self.request: Any = None

    async def head(self, cfg: Config, peer: object, number: int) -> None:
        """Raises gunicorn's errors for what is no request, and `IncompleteReadError` where the client leaves."""
        try:
            head = await self._reader.readuntil(b"\r\n\r\n")
        except asyncio.LimitOverrunError:
            head = await self._reader.read(HEAD)  # gunicorn says what is too long
        self._pieces.append(head)
        try:
            self.request = Request(cfg, IterUnreader(self), peer, number)
        except NoMoreData as error:
            raise LimitRequestHeaders("more than the server takes") from error

    @property
    def wants_word(self) -> bool:
        """Whether the client sends its body only when it is told to go on."""
        return any(name == "EXPECT" for name, _ in self.request.headers)

    async def body(self) -> None:
        body = self.request.body.reader
        if isinstance(body, ChunkedReader):
            self.is_whole = await self._chunks()
        elif body.length > WHOLE:
            self.is_whole = False
        elif body.length:
            self._pieces.append(await self._reader.readexactly(body.length))

    async def _chunks(self) -> bool:
        """Whether all of them came before they were too many."""
        size = 0
        while size <= WHOLE:
            line = await self._line()
            length = self._length(line)
            if not length:
                return await self._trailers()
            size += length
            if size <= WHOLE:
                self._pieces.append(await self._reader.readexactly(length + 2))
        return False

    @staticmethod
    def _length(line: bytes) -> int:
        if not (matched := _CHUNK.fullmatch(line)):
            raise InvalidChunkSize(line[:100])
        return int(matched[1], 16)

    async def _trailers(self) -> bool:
        while await self._line() != b"\r\n":
            pass
        return True

    async def _line(self) -> bytes:
        try:
            line = await self._reader.readuntil(b"\r\n")
        except asyncio.LimitOverrunError as error:
            raise InvalidChunkSize(b"") from error
        self._pieces.append(line)
        return line

    def __iter__(self) -> "Arrival":
        return self

    def __next__(self) -> bytes:
        """The next bytes, for gunicorn. Waits, in a thread, where not all came before."""
        if self._pieces:
            return self._pieces.popleft()
        if self.is_whole:
            raise StopIteration
        return self._fetched(asyncio.wait_for(self._reader.read(_PIECE), SECONDS))

    def _fetched(self, coming: Coroutine[Any, Any, bytes]) -> bytes:
        """Nothing, as at the end, where the client keeps us waiting: who reads the body sees that it is too short."""
        try:
            return asyncio.run_coroutine_threadsafe(coming, self._loop).result()
        except (TimeoutError, OSError):
            return b""
