import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask

from indexer.engines.engine import Engine
from indexer.settings import Settings
from web import create_app
from web.http.access import Access


@dataclass(frozen=True, slots=True)
class Asked:
    facts: dict[str, Any]
    headers: dict[str, str]


class Caught(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.facts: list[dict[str, Any]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.facts.append(record.__dict__["facts"])


@contextmanager
def catching() -> Iterator[list[dict[str, Any]]]:
    log, caught = logging.getLogger("communique.access"), Caught()
    log.addHandler(caught)
    log.setLevel(logging.INFO)
    try:
        yield caught.facts
    finally:
        log.removeHandler(caught)
        log.setLevel(logging.NOTSET)


def asked(app: Flask, path: str, **more: Any) -> Asked:
    with catching() as entries:
        headers = dict(app.test_client().get(path, buffered=True, **more).headers)
    (facts,) = entries
    return Asked(facts, headers)


def test_a_request_is_written_with_all_that_is_known_of_it_but_not_what_was_searched_for(app: Flask) -> None:
    found = asked(app, "/search?q=secret")
    ms = found.facts.pop("ms")
    assert ms >= 0
    assert found.facts == {
        "method": "GET",
        "path": "/search",
        "status": 200,
        "bytes": int(found.headers["Content-Length"]),
        "id": found.headers["X-Request-ID"],
        "client": "127.0.0.1",
    }


def test_the_text_of_queries_is_written_where_that_is_switched_on(engine: Engine) -> None:
    app = create_app(engine, Settings(log_queries="yes"))
    assert asked(app, "/search?q=ferry").facts["path"] == "/search?q=ferry"


@pytest.mark.parametrize(("proxies", "client", "scheme"), [(0, "127.0.0.1", "http"), (1, "192.0.2.2", "https")])
def test_a_proxys_word_is_taken_only_where_one_is_trusted(
    engine: Engine, proxies: int, client: str, scheme: str
) -> None:
    app = create_app(engine, Settings(trusted_proxies=proxies))
    told = {"X-Forwarded-For": "192.0.2.1, 192.0.2.2", "X-Forwarded-Proto": "https", "X-Request-ID": "from-proxy"}
    found = asked(app, "/opensearch.xml", headers=told)
    assert found.facts["client"] == client
    assert f'"{scheme}://localhost/' in app.test_client().get("/opensearch.xml", headers=told).text
    assert (found.facts["id"] == "from-proxy") == bool(proxies)


@pytest.mark.parametrize("named", ["a" * 65, "a b", "a\u00e9", ""])
def test_an_unusable_name_of_a_request_is_replaced(engine: Engine, named: str) -> None:
    app = create_app(engine, Settings(trusted_proxies=1))
    assert asked(app, "/healthz", headers={"X-Request-ID": named}).facts["id"] not in {named, ""}


def test_an_answer_that_is_given_up_is_written_once_with_what_was_sent() -> None:
    def app(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        start_response("200 OK", [])
        return [b"abc", b"def"]

    with catching() as entries:
        parts = Access(app, queries=False, proxied=False)({"REQUEST_METHOD": "GET", "PATH_INFO": "/"}, lambda *_: None)
        next(parts)
        parts.close()
    assert [(each["status"], each["bytes"]) for each in entries] == [(200, 3)]
