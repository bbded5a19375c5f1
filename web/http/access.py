"""Each request is written down when its answer was sent, or given up."""

import re
import secrets
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from web.http import logs

_ID = re.compile(r"[\w-]{1,64}", re.ASCII)
_KEY = "communique.request"


class Access:
    """Around the WSGI application. `queries`: whether the text of queries is written too. `proxied`: whether a proxy
    in front may name the request."""

    def __init__(self, app: Any, *, queries: bool, proxied: bool) -> None:
        self._app, self._queries, self._proxied = app, queries, proxied

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> "Written":
        given = environ.get("HTTP_X_REQUEST_ID", "") if self._proxied else ""
        environ[_KEY] = given if _ID.fullmatch(given) else secrets.token_hex(8)
        entry = _Entry(environ, time.perf_counter(), queries=self._queries)

        def started(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            entry.status = int(status.split(maxsplit=1)[0])
            return start_response(status, [*headers, ("X-Request-ID", environ[_KEY])], *more)

        return Written(self._app(environ, started), entry)


@dataclass
class _Entry:
    environ: dict[str, Any]
    began: float
    queries: bool
    status: int = 0
    size: int = 0

    def write(self) -> None:
        environ = self.environ
        path = environ.get("PATH_INFO", "")
        if self.queries and environ.get("QUERY_STRING"):
            path = f"{path}?{environ['QUERY_STRING']}"
        facts = {
            "method": environ["REQUEST_METHOD"],
            "path": path.encode("latin-1", "replace").decode("utf-8", "replace"),
            "status": self.status,
            "bytes": self.size,
            "ms": round(1000 * (time.perf_counter() - self.began)),
            "id": environ[_KEY],
            "client": environ.get("REMOTE_ADDR", ""),
        }
        logs.write(logs.ACCESS, "request", facts)


class Written:
    """The parts of an answer, counted."""

    def __init__(self, parts: Iterable[bytes], entry: _Entry) -> None:
        self._parts, self._left, self._entry = parts, iter(parts), entry

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        part = next(self._left)
        self._entry.size += len(part)
        return part

    def close(self) -> None:
        try:
            if hasattr(self._parts, "close"):
                self._parts.close()
        finally:
            self._entry.write()


def request_id(environ: dict[str, Any]) -> str:
    """As it stands in the access log and in the answer's `X-Request-ID`."""
    return str(environ.get(_KEY, ""))
