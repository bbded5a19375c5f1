"""Clients that keep a server waiting, each for ever: what one of them does, and how fast."""

import asyncio
import random
import socket
from collections.abc import Callable, Coroutine, Mapping
from typing import Any

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]
_GET = b"GET /%s HTTP/1.1\r\nHost: archive.example\r\n"
_PUT = b"PUT /api/articles HTTP/1.1\r\nHost: archive.example\r\nContent-Type: application/json\r\n"
_POST = b"POST /list HTTP/1.1\r\nHost: archive.example\r\nContent-Type: application/x-www-form-urlencoded\r\n"
_HELLO = bytes.fromhex("1603010200010001fc0303") + bytes(64)


async def _silent(streams: Streams) -> None:
    await streams[0].read()


async def _headers(streams: Streams) -> None:
    reader, writer = streams
    writer.write(_GET % b"search?q=oil")
    while not reader.at_eof():
        writer.write(b"X-A: b\r\n"[:1])
        await writer.drain()
        await asyncio.sleep(2)


async def _body(streams: Streams) -> None:
    await _trickled(streams, _POST + b"Content-Length: 100000\r\n\r\n", b"a")


async def _large_body(streams: Streams) -> None:
    await _trickled(streams, _PUT + b"Content-Length: 50000000\r\n\r\n", b"a")


async def _chunks(streams: Streams) -> None:
    await _trickled(streams, _POST + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n")


async def _trickled(streams: Streams, head: bytes, piece: bytes) -> None:
    reader, writer = streams
    writer.write(head)
    while not reader.at_eof():
        writer.write(piece)
        await writer.drain()
        await asyncio.sleep(2)


async def _takers(streams: Streams) -> None:
    """Read an export by a hundred bytes a second."""
    reader, writer = streams
    writer.write(_GET % b"export.jsonl?q=the" + b"\r\n")
    while await reader.read(100):
        await asyncio.sleep(1)


async def _deaf(streams: Streams) -> None:
    """Ask for large pages and take nothing."""
    _, writer = streams
    writer.write((_GET % b"api/search?q=the&size=100" + b"\r\n") * 20)
    await asyncio.sleep(60)


async def _idle(streams: Streams) -> None:
    reader, writer = streams
    writer.write(_GET % b"healthz" + b"\r\n")
    await reader.read()


async def _half_closed(streams: Streams) -> None:
    reader, writer = streams
    writer.write(_GET % b"")
    writer.write_eof()
    await reader.read()
    await asyncio.sleep(10)


async def _hello(streams: Streams) -> None:
    reader, writer = streams
    writer.write(_HELLO)
    await reader.read()


async def _fleeting(streams: Streams) -> None:
    """Asks and is gone."""
    streams[1].write(_GET % b"search?q=oil" + b"\r\n" if random.random() < 0.02 else b"G")
    await asyncio.sleep(1)


def _again(act: Callable[[Streams], Coroutine[Any, Any, None]]) -> Callable[[str, int], Coroutine[Any, Any, None]]:
    async def repeated(host: str, port: int) -> None:
        while True:
            streams = await _connected(host, port)
            if streams:
                try:
                    await act(streams)
                except OSError:
                    await asyncio.sleep(0.5)
                finally:
                    streams[1].transport.abort()

    return repeated


async def _connected(host: str, port: int) -> Streams | None:
    """With a small window, so that what a client does not take soon waits on the server's side."""
    plain = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    plain.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    plain.setblocking(False)  # noqa: FBT003 - the only form that it has
    try:
        await asyncio.get_running_loop().sock_connect(plain, (host, port))
        return await asyncio.open_connection(sock=plain, limit=1024)
    except OSError:
        plain.close()
        await asyncio.sleep(0.5)
        return None


KINDS: Mapping[str, Callable[[str, int], Coroutine[Any, Any, None]]] = {
    "silent": _again(_silent),
    "headers": _again(_headers),
    "body": _again(_body),
    "large body": _again(_large_body),
    "chunks": _again(_chunks),
    "takers": _again(_takers),
    "deaf": _again(_deaf),
    "idle": _again(_idle),
    "half": _again(_half_closed),
    "hello": _again(_hello),
    "fleeting": _again(_fleeting),
}
