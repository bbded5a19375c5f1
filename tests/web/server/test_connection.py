"""A connection between a client's socket and a small application, without gunicorn's processes."""

import asyncio
import socket
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from gunicorn.config import Config

from tests.machine import awaited
from web.server import arrival, connection
from web.server.connection import Connection, Served
from web.server.turns import Turns

GET = b"GET /a HTTP/1.1\r\nHost: x\r\n\r\n"
CLOSING = b"GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
PUT = b"PUT /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Pages:
    """What a worker is to its connections."""

    def __init__(self, app: App) -> None:
        self.alive, self.cfg, self.wsgi = True, Config(), app
        self.failed: list[BaseException] = []

    def handle_error(self, request: Any, client: Any, peer: Any, error: BaseException) -> None:
        self.failed.append(error)
        client.sendall(b"HTTP/1.1 500 Oh\r\nConnection: close\r\n\r\n")


class Large:
    """An answer of many parts that notes how many were asked for, and whether it was closed."""

    def __init__(self, parts: int) -> None:
        self.left, self.given, self.closed = parts, 0, 0

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        if self.given == self.left:
            raise StopIteration
        self.given += 1
        return b"a" * 100_000

    def close(self) -> None:
        self.closed += 1


def said(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    """Method, path and body."""
    body = b" ".join([environ["REQUEST_METHOD"].encode(), environ["PATH_INFO"].encode(), environ["wsgi.input"].read()])
    start_response("200 OK", [("Content-Length", str(len(body)))])
    return [body]


def giving(parts: Iterable[bytes]) -> App:
    def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        start_response("200 OK", [])
        return parts

    return app


Act = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Any]


def served(pages: Pages, act: Act) -> bytes:
    """What `act` returns as the client of one connection; the connection has ended then."""

    async def both() -> bytes:
        ours, theirs = socket.socketpair()
        with ThreadPoolExecutor(2) as threads:
            own = Connection(Served(pages, Turns(2), threads, threads, {}), ("192.0.2.1", 1), ("127.0.0.1", 80))
            task = asyncio.create_task(own.serve(theirs))
            reader, writer = await asyncio.open_connection(sock=ours, limit=1000)
            found: bytes = await act(reader, writer)
            await asyncio.wait_for(task, 60)
            writer.close()
        return found

    return awaited(both())


def sending(*pieces: bytes) -> Act:
    async def act(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        for piece in pieces:
            writer.write(piece)
            await asyncio.sleep(0)
        return await reader.read(-1)

    return act


def test_requests_follow_each_other_on_one_connection() -> None:
    answer = served(Pages(said), sending(GET + GET, CLOSING))
    assert answer.count(b"HTTP/1.1 200 OK") == answer.count(b"GET /a ") == 3


@pytest.mark.parametrize(
    "body",
    [
        b"Content-Length: 5\r\n\r\nbytes",
        b"Transfer-Encoding: chunked\r\n\r\n2\r\nby\r\n3;ext=1\r\ntes\r\n0\r\nAnd: more\r\n\r\n",
        b"Expect: 100-continue\r\nContent-Length: 5\r\n\r\nbytes",
    ],
    ids=["length", "chunks", "expecting"],
)
def test_a_body_arrives_in_whatever_pieces_it_comes(body: bytes) -> None:
    answer = served(Pages(said), sending(*(bytes([each]) for each in PUT + body)))
    assert answer.endswith(b"PUT /a bytes")
    assert answer.count(b"100 Continue") == (b"Expect" in body)


@pytest.mark.parametrize("chunked", [False, True])
def test_a_body_too_large_to_be_waited_for_is_read_as_it_comes(chunked: bool) -> None:
    size = arrival.WHOLE + 200_000
    framed = b"%x\r\n%s\r\n0\r\n\r\n" % (size, b"a" * size) if chunked else b"a" * size
    head = b"Transfer-Encoding: chunked\r\n\r\n" if chunked else b"Content-Length: %d\r\n\r\n" % size
    answer = served(Pages(said), sending(PUT + head, framed))
    assert answer.endswith(b"PUT /a " + b"a" * size)


@pytest.mark.parametrize(
    "sent",
    [
        b"GET /a HTTP/9\r\n\r\n",
        b"nothing at all\r\n\r\n",
        PUT + b"Transfer-Encoding: chunked\r\n\r\n-5\r\n",
        PUT + b"Transfer-Encoding: chunked\r\n\r\n" + b"0" * 70_000,
        PUT + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"GET /a HTTP/1.1\r\nX-A: " + b"a" * 70_000,
    ],
)
def test_what_is_no_request_is_refused_and_the_connection_ended(sent: bytes) -> None:
    pages = Pages(said)
    answer = served(pages, sending(sent))
    assert answer.startswith(b"HTTP/1.1 500 Oh\r\nCache-Control: no-store\r\n")
    assert len(pages.failed) == 1


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"GET /a HTTP/1.1\r\n",
        PUT + b"Content-Length: 5\r\n\r\nby",
        PUT + b"Transfer-Encoding: chunked\r\n\r\n5\r\n",
    ],
    ids=["nothing", "half a head", "half a body", "half a chunk"],
)
def test_who_does_not_say_all_in_time_is_left(monkeypatch: pytest.MonkeyPatch, sent: bytes) -> None:
    monkeypatch.setattr(connection, "SECONDS", 0.05)
    assert served(Pages(said), sending(sent)) == b""


def test_who_stops_in_a_large_body_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrival, "SECONDS", 0.05)
    answer = served(Pages(said), sending(PUT + b"Content-Length: %d\r\n\r\nab" % (arrival.WHOLE + 1)))
    assert answer.endswith(b"PUT /a ab")


def test_who_does_not_take_the_answer_in_time_is_left_and_the_answer_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_TAKE_SECONDS", 0.05)
    answer = Large(1000)

    async def deaf(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        writer.write(GET)
        while not answer.closed:
            await asyncio.sleep(0.01)
        return b""

    served(Pages(giving(answer)), deaf)
    assert answer.given < 100
    assert answer.closed == 1


def test_an_answer_is_made_no_faster_than_it_is_taken_and_closed_at_its_end() -> None:
    answer = Large(200)

    async def slow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        writer.write(CLOSING)
        await reader.readuntil(b"\r\n\r\n")
        for _ in range(50):
            await asyncio.sleep(0)
        assert answer.given < 200
        return await reader.read(-1)

    assert served(Pages(giving(answer)), slow).count(b"a") >= 200 * 100_000
    assert (answer.given, answer.closed) == (200, 1)


def test_an_answer_that_breaks_in_the_middle_does_not_look_complete() -> None:
    def broken() -> Iterator[bytes]:
        yield b"a" * 300_000
        raise ZeroDivisionError

    pages = Pages(giving(broken()))
    answer = served(pages, sending(GET))
    assert b"\r\n0\r\n\r\n" not in answer
    assert [type(each) for each in pages.failed] == [ZeroDivisionError]


def test_a_fault_before_the_first_byte_is_said() -> None:
    def faulty(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        raise ZeroDivisionError

    assert served(Pages(faulty), sending(GET)).startswith(b"HTTP/1.1 500 ")


def test_a_worker_that_stops_answers_and_says_that_it_closes() -> None:
    pages = Pages(said)
    pages.alive = False
    assert b"\r\nConnection: close\r\n" in served(pages, sending(GET))
