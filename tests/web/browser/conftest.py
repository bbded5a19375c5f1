"""A real Chromium in front of the real pages."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright
from werkzeug.serving import make_server

from indexer.engines.memory import MemoryEngine
from indexer.settings import Settings
from tests.web.archive import ALL_SHAPES
from web import create_app

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

# The shell is Chromium without windows: the same pages for a third of the processor time.
NAMES = ("chromium-headless-shell", "chrome-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
REQUIRED = os.environ.get("COMMUNIQUE_REQUIRE_BROWSER") == "1"
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

expect.set_options(timeout=30_000)  # ms, for a machine that does other things too

HOSTILE_FILE = b"<!doctype html><title>Taken</title><script>document.title = 'run'</script><h1>Ferries</h1>"

Open = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """All articles arrived at one moment; every file is the same, a hostile page."""
    corpus = tmp_path_factory.mktemp("corpus")
    engine = MemoryEngine()
    with engine.writer() as writer:
        for each in ALL_SHAPES:
            (corpus / each.provenance.path).write_bytes(HOSTILE_FILE)
            origin = replace(each.provenance, sha256=sha256(HOSTILE_FILE).hexdigest())
            writer.replace(replace(each, provenance=origin, updated="2026-01-31T08:00:00+00:00"))
    app = create_app(engine, Settings(site_name="Lake Archive", corpus=corpus))
    server = make_server("127.0.0.1", 0, _made_whole(app), threaded=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def _made_whole(app: "WSGIApplication") -> "WSGIApplication":
    """Answers are made before they are sent: werkzeug's server leaves one open whose reader has gone."""

    def answer(environ: "WSGIEnvironment", start_response: "StartResponse") -> list[bytes]:
        parts = app(environ, start_response)
        try:
            return [b"".join(parts)]
        finally:
            getattr(parts, "close", lambda: None)()

    return answer


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        if REQUIRED:
            pytest.fail("COMMUNIQUE_REQUIRE_BROWSER is 1, and there is no chromium on the PATH")
        pytest.skip("no chromium on the PATH")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """Opens a path in a browser of its own; options are those of a Playwright context (java_script_enabled …).

    A script error, a refused file or a request to another host fails the test.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def opened(path: str, **options: object) -> Page:
        context = browser.new_context(base_url=address, **options)  # type: ignore[arg-type]  # passed on as they are
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda said: faults.append(said.text) if _is_fault(said) else None)
        page.on("request", lambda sent: None if sent.url.startswith(address) else faults.append(sent.url))
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


def _is_fault(said: ConsoleMessage) -> bool:
    """A page that answers 404 on purpose is reported by the browser, too; that is no fault."""
    page = said.page
    return said.type == "error" and (page is None or said.location["url"] != page.url)
