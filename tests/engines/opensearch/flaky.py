"""A way to a node that fails as real ones do: it says that there is too much to do, or it loses an answer."""

import http.client
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import Self

Fault = Callable[[str, int], str]  # of a path and the number of the request: "", "busy", "down" or "lost"
STATUS = {"busy": 429, "down": 503, "stranger": 401}


class Flaky:
    """Listens while it is used as a context; `fault` decides on each request."""

    def __init__(self, port_behind: int, fault: Fault) -> None:
        self.faults = 0
        self._fault, self._numbers = fault, count()
        flaky, lock = self, threading.Lock()

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _pass_on(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                with lock:
                    kind = flaky.fault_of(self)
                    flaky.faults += bool(kind)
                if kind in STATUS:
                    self._answer(STATUS[kind], b'{"error": {"type": "rejected"}}')
                    return
                behind = http.client.HTTPConnection("127.0.0.1", port_behind, timeout=30)
                behind.request(self.command, self.path, body, {"Content-Type": "application/json"})
                answer = behind.getresponse()
                if kind == "lost":
                    answer.read()
                    self.close_connection = True
                    self.connection.close()
                else:
                    self._answer(answer.status, answer.read())
                behind.close()

            do_GET = do_PUT = do_POST = do_DELETE = do_HEAD = _pass_on  # noqa: N815  # the names that http.server calls

            def _answer(self, status: int, body: bytes) -> None:
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name in http.server
                """Says nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True

    def fault_of(self, request: BaseHTTPRequestHandler) -> str:
        return self._fault(request.path, next(self._numbers))

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def host(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"
