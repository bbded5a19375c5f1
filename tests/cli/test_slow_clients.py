"""The server itself, and clients that keep it waiting: more of each kind than it has threads."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.cli.served import TOKEN, Server
from tests.machine import eventually

MANY = 20  # threads: 8 for requests, 4 for large bodies
GET = b"GET /%s HTTP/1.1\r\nHost: archive.example\r\n"
PUT = b"PUT /api/articles HTTP/1.1\r\nHost: archive.example\r\nContent-Type: application/json\r\n"
SLOW = {
    "silent": b"",
    "head": GET % b"search",
    "body": b"POST /list HTTP/1.1\r\nHost: archive.example\r\nContent-Length: 100000\r\n\r\nadd=",
    "large body of a stranger": PUT + b"Content-Length: 5000000\r\n\r\n{",
    "chunks": PUT + b"Transfer-Encoding: chunked\r\n\r\n5\r\n{",
    "large body with the token": PUT + f"Authorization: Bearer {TOKEN}\r\nContent-Length: 5000000\r\n\r\n{{".encode(),
    "idle": GET % b"healthz" + b"\r\n",
    "another protocol": bytes.fromhex("1603010200010001fc0303") + bytes(64),
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    made = Server(tmp_path_factory.mktemp("served"))
    yield made
    made.stop()


@pytest.mark.parametrize("kind", SLOW)
def test_readers_are_answered_while_slow_clients_hold_their_connections(server: Server, kind: str) -> None:
    with ExitStack() as stack:
        for _ in range(MANY):
            stack.enter_context(server.client(SLOW[kind]))
        assert [server.get(path) for path in ("/", "/search?q=border", "/api/search?q=border", "/readyz")] == [200] * 4


def test_who_has_said_all_may_close_that_side_and_gets_an_answer(server: Server) -> None:
    with server.client(GET % b"healthz" + b"\r\n") as client:
        client.shutdown(socket.SHUT_WR)
        assert b" 200 OK\r\n" in b"".join(iter(lambda: client.recv(4096), b""))


def test_what_is_no_request_is_refused_and_kept_by_nobody(server: Server) -> None:
    with server.client(b"GET /%s HTTP/1.1\r\nHost: archive.example\r\n\r\n" % (b"a" * 9000)) as client:
        answer = b"".join(iter(lambda: client.recv(4096), b""))
    assert answer.startswith(b"HTTP/1.1 414 ")
    assert b"\r\nCache-Control: no-store\r\n" in answer


def test_who_did_what_is_in_the_log_in_lines_that_no_stranger_can_break(server: Server) -> None:
    client = {"X-Forwarded-For": "192.0.2.1"}
    assert server.get("/search%0A%7B%22event%22:%22audit%22%7D?q=secret", client) == 404
    assert server.get("/api/articles/none%0Abad", {**client, "Authorization": "Bearer wrong"}, "DELETE") == 401
    eventually(lambda: any(line["client"] == "192.0.2.1" for line in server.logged("audit")))
    (refused,) = [line for line in server.logged("audit") if line["client"] == "192.0.2.1"]
    assert (refused["action"], refused["result"], refused["status"]) == ("delete", "refused", 401)
    assert refused["article_id"] == "none\nbad"
    asked = next(line for line in server.logged("request") if line["status"] == 404)
    assert asked["path"] == '/search\n{"event":"audit"}'
    assert not {"secret", "wrong", TOKEN} & {str(value) for line in (refused, asked) for value in line.values()}
