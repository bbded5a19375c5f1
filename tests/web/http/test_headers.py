from contextlib import AbstractContextManager
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from indexer.engines.engine import Engine, Reader, Writer
from indexer.engines.memory import MemoryEngine
from indexer.errors import IndexMissing
from indexer.settings import Settings
from tests.web.archive import FERRY, NOTICES
from web import create_app
from web.http.headers import MAX_ADDRESS


class NoIndex:
    """An engine whose index is not there yet."""

    def reader(self) -> Reader:
        raise IndexMissing("There is no index at this address yet.", remedy="Run: communique update")

    def writer(self) -> AbstractContextManager[Writer]:
        raise IndexMissing("nothing to write to")

    def close(self) -> None:
        return


class Counting:
    """Counts how often a reader is taken."""

    def __init__(self, engine: Engine) -> None:
        self.engine, self.taken = engine, 0

    def reader(self) -> Reader:
        self.taken += 1
        return self.engine.reader()

    def writer(self) -> AbstractContextManager[Writer]:
        return self.engine.writer()

    def close(self) -> None:
        self.engine.close()


class Failing(NoIndex):
    def reader(self) -> Reader:
        raise ZeroDivisionError("secret detail")


def client_of(engine: Engine) -> FlaskClient:
    return create_app(engine, Settings()).test_client()


PAGES = ("/", "/search?q=ferry", "/articles/ferry-treaty", "/api/search", "/nope", "/api/nope", "/healthz", "/readyz")


@pytest.mark.parametrize("path", [*PAGES, "/static/style.css"])
def test_every_answer_carries_the_security_headers(client: FlaskClient, path: str) -> None:
    headers = client.get(path, buffered=True).headers
    policy = headers["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("path", [path for path in PAGES if not path.startswith("/api")])
def test_pages_ask_nothing_of_other_hosts_and_hold_no_inline_code(client: FlaskClient, path: str) -> None:
    page = client.get(path).text
    for risky in ("<style", " style=", "javascript:", " onclick=", 'src="http', 'href="//', "@import"):
        assert risky not in page


@pytest.mark.parametrize("path", ["/search?q=ferry", "/articles/ferry-treaty", "/api/search?q=ferry", "/"])
def test_an_answer_that_is_still_true_is_not_sent_again(client: FlaskClient, path: str) -> None:
    tag = client.get(path).headers["ETag"]
    again = client.get(path, headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == tag


def test_a_new_generation_is_a_new_answer() -> None:
    engine = MemoryEngine()
    client = client_of(engine)
    with engine.writer() as writer:
        writer.replace(FERRY)
    tag = client.get("/search").headers["ETag"]
    with engine.writer() as writer:
        writer.replace(NOTICES[0])
    after = client.get("/search", headers={"If-None-Match": tag})
    assert after.status_code == 200
    assert "2 articles" in after.text


@pytest.mark.parametrize("path", ["/search?q=ferry", "/articles/ferry-treaty?q=ferry", "/api/search"])
def test_one_answer_reads_one_generation(engine: Engine, path: str) -> None:
    counting = Counting(engine)
    client_of(counting).get(path)
    assert counting.taken == 1


def test_without_an_index_the_service_is_alive_and_not_ready() -> None:
    client = client_of(NoIndex())
    assert client.get("/healthz").get_json() == {"status": "alive"}
    for path in ("/readyz", "/api/search"):
        answer = client.get(path)
        assert answer.status_code == 503
        assert answer.get_json()["remedy"] == "Run: communique update"
        assert "Retry-After" in answer.headers
    page = client.get("/search?q=x")
    assert page.status_code == 503
    assert "communique update" in page.text


def test_with_an_index_the_service_is_ready(client: FlaskClient) -> None:
    answer = client.get("/readyz").get_json()
    assert answer["status"] == "ready"
    assert answer["articles"] == 30


def test_a_fault_of_ours_says_so_and_tells_nothing_else(caplog: pytest.LogCaptureFixture) -> None:
    client = client_of(Failing())
    for path in ("/search", "/api/search", "/articles/x"):
        answer = client.get(path)
        assert answer.status_code == 500
        assert "secret detail" not in answer.text
    assert "secret detail" in caplog.text


@pytest.mark.parametrize("path", ["/", "/search", "/articles/x", "/api/search", "/api/articles/x"])
def test_other_methods_are_refused_with_the_ones_allowed(client: FlaskClient, path: str) -> None:
    for answer in (client.post(path), client.put(path), client.delete(path)):
        assert answer.status_code == 405
        assert "GET" in answer.headers["Allow"]
        assert answer.mimetype == ("application/problem+json" if path.startswith("/api") else "text/html")


def test_an_endless_address_is_refused(client: FlaskClient) -> None:
    for path, kind in (("/search", "text/html"), ("/api/search", "application/problem+json")):
        answer = client.get(path + "?q=" + "a" * MAX_ADDRESS)
        assert (answer.status_code, answer.mimetype) == (414, kind)


@pytest.mark.parametrize("path", ["/static/../wsgi.py", "/static/..%2fwsgi.py", "/static/%2e%2e/wsgi.py"])
def test_static_files_stay_in_their_folder(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_an_answer_gives_a_page_no_more_than_it_needs(client: FlaskClient) -> None:
    headers = client.get("/help").headers
    assert headers["Content-Security-Policy"].split("; ") == [
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in ("style", "script", "img", "connect")),
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Permissions-Policy"] == "camera=(), geolocation=(), microphone=()"
    assert headers["X-Frame-Options"] == "DENY"


def test_a_cache_asks_each_time_and_keeps_apart_what_cookies_change(client: FlaskClient) -> None:
    headers = client.get("/api/search?q=ferry").headers
    assert headers["Cache-Control"] == "no-cache"
    assert headers["ETag"].startswith('W/"')
    assert "Cookie" in headers["Vary"]


@pytest.mark.parametrize("known", ['W/"another", {}', "{}", '"{}"', "*"])
def test_a_copy_is_known_however_a_browser_names_it(client: FlaskClient, known: str) -> None:
    tag = client.get("/opensearch.xml").headers["ETag"]
    named = known.format(tag if not known.startswith('"') else tag.removeprefix("W/").strip('"'))
    assert client.get("/opensearch.xml", headers={"If-None-Match": named}).status_code == 304


def test_a_copy_that_another_release_made_is_not_good_any_more(engine: Engine) -> None:
    app = create_app(engine, Settings())
    tag = app.test_client().get("/opensearch.xml").headers["ETag"]
    app.extensions["communique"] = replace(app.extensions["communique"], release="another")
    assert app.test_client().get("/opensearch.xml", headers={"If-None-Match": tag}).status_code == 200


def test_an_address_as_long_as_is_allowed_is_answered(client: FlaskClient) -> None:
    longest = "/opensearch.xml?" + "a" * (1_000_000 - len("/opensearch.xml"))
    assert client.get(longest).status_code == 200
    assert client.get(longest + "a").status_code == 414


@pytest.mark.parametrize(
    ("public_url", "https"), [("https://archive.example", True), ("http://archive.example", False)]
)
def test_where_readers_come_by_https_browsers_are_told_to_keep_to_it(
    engine: Engine, public_url: str, https: bool
) -> None:
    client = create_app(engine, Settings(public_url=public_url)).test_client()
    for path in PAGES:
        assert ("Strict-Transport-Security" in client.get(path).headers) == https, path
    kept = client.post("/list", data={"add": "ferry-treaty"}, headers={"Sec-Fetch-Site": "same-origin"})
    cookies = kept.headers.getlist("Set-Cookie")
    assert cookies
    assert all(("; Secure" in each) == https for each in cookies)
