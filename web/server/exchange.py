"""One request answered: the answer is made in portions, so that no thread waits until a client has taken it."""

from collections.abc import Iterator
from contextvars import copy_context
from typing import Any, Protocol

from gunicorn.http import wsgi

from web.server.arrival import Arrival

_PORTION = 256_000  # bytes


class Pages(Protocol):
    """What a worker of gunicorn's is to an exchange."""

    alive: bool
    cfg: Any
    wsgi: Any

    def handle_error(self, request: Any, client: Any, peer: Any, error: BaseException) -> None: ...


class Sheet:
    """Stands for the socket where gunicorn writes to one."""

    def __init__(self) -> None:
        self.size = 0
        self._parts: list[bytes] = []

    def sendall(self, data: bytes) -> None:
        self._parts.append(data)
        self.size += len(data)

    def send(self, data: bytes) -> int:
        """ "100 Continue", which the client was told before its body was read."""
        return len(data)

    def gettimeout(self) -> float:
        return 0.0

    def taken(self) -> bytes:
        taken = b"".join(self._parts)
        self.__init__()  # type: ignore[misc]  # as new
        return taken


class Exchange:
    """`portion` is called by any thread, by one at a time, until it is `done`."""

    def __init__(self, pages: Pages, arrival: Arrival, peer: Any, server: Any) -> None:
        self._pages, self._arrival, self._ends = pages, arrival, (peer, server)
        self._sheet = Sheet()
        self._context = copy_context()
        self._answer: Any = None
        self._parts: Any = None
        self._left: Iterator[bytes] = iter(())
        self.done = False

    @property
    def keeps_alive(self) -> bool:
        """Whether another request may follow on the same connection."""
        return bool(self.done and self._arrival.is_whole and self._answer and not self._answer.should_close())

    def portion(self) -> bytes:
        """The next bytes of the answer; empty, and `done`, where it broke in the middle."""
        return self._context.run(self._portion)

    def close(self) -> None:
        """Of an answer that nobody takes to its end."""
        self._context.run(self._end)

    def _portion(self) -> bytes:
        try:
            if self._answer is None:
                self._begin()
            for part in self._left:
                self._answer.write(part)
                if self._sheet.size >= _PORTION:
                    return self._sheet.taken()
            self._answer.close()
        except Exception as error:
            self._fail(error)
        self._end()
        return self._sheet.taken()

    def _begin(self) -> None:
        request, pages = self._arrival.request, self._pages
        self._answer, environ = wsgi.create(request, self._sheet, *self._ends, pages.cfg)
        environ["wsgi.multithread"] = True
        if not (pages.alive and self._arrival.is_whole):
            self._answer.force_close()
        self._parts = pages.wsgi(environ, self._answer.start_response)
        self._left = iter(self._parts)

    def _fail(self, error: Exception) -> None:
        begun = self._answer is not None and self._answer.headers_sent
        sheet = Sheet()
        self._pages.handle_error(self._arrival.request, sheet, self._ends[0], error)  # which logs it, too
        if self._answer is not None:
            self._answer.force_close()
        self._sheet = Sheet() if begun else sheet

    def _end(self) -> None:
        parts, self._parts = self._parts, None
        self.done = True
        try:
            if hasattr(parts, "close"):
                parts.close()
        except Exception as error:
            self._fail(error)
