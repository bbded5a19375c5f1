import gzip
from hashlib import sha256

import pytest
from flask import Flask, Response
from flask.testing import FlaskClient

from web.http import compress


@pytest.mark.parametrize("path", ["/search?q=harbour&size=50", "/api/search?q=harbour", "/feed.atom"])
def test_text_is_compressed_for_those_who_take_it(client: FlaskClient, path: str) -> None:
    plain = client.get(path)
    packed = client.get(path, headers={"Accept-Encoding": "br, gzip"})
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert len(packed.data) < len(plain.data) / 3
    assert int(packed.headers["Content-Length"]) == len(packed.data)
    for answer in (plain, packed):
        assert "Accept-Encoding" in answer.headers["Vary"]
    if path != "/api/search?q=harbour":  # the API says how long the search took
        assert gzip.decompress(packed.data)[-200:] == plain.data[-200:]


@pytest.mark.parametrize("path", ["/healthz", "/export.csv"])
def test_what_is_short_or_streamed_goes_as_it_is(client: FlaskClient, path: str) -> None:
    assert "Content-Encoding" not in client.get(path, headers={"Accept-Encoding": "gzip"}).headers


def test_a_refusal_of_gzip_is_kept(client: FlaskClient) -> None:
    assert "Content-Encoding" not in client.get("/search", headers={"Accept-Encoding": "gzip;q=0, *;q=0"}).headers


def test_the_largest_page_of_results_weighs_little_over_the_wire(client: FlaskClient) -> None:
    packed = client.get("/search?q=harbour&size=100", headers={"Accept-Encoding": "gzip"})
    assert len(packed.data) < 20_000


def test_a_head_request_is_answered_without_a_body(client: FlaskClient) -> None:
    answer = client.head("/search?q=harbour", headers={"Accept-Encoding": "gzip"})
    assert (answer.status_code, answer.data) == (200, b"")


def test_styles_and_scripts_are_compressed_too(client: FlaskClient) -> None:
    plain = client.get("/static/style.css", buffered=True)
    packed = client.get("/static/style.css", headers={"Accept-Encoding": "gzip"}, buffered=True)
    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) < len(plain.data) / 3
    known = {"If-None-Match": packed.headers["ETag"]}
    assert client.get("/static/style.css", headers=known, buffered=True).status_code == 304


@pytest.mark.parametrize("length", [10, 5_000])
def test_a_part_of_a_style_sheet_can_be_asked_for(client: FlaskClient, length: int) -> None:
    headers = {"Range": f"bytes=0-{length - 1}", "Accept-Encoding": "gzip"}
    part = client.get("/static/style.css", headers=headers, buffered=True)
    assert (part.status_code, len(part.data)) == (206, length)
    assert "Content-Encoding" not in part.headers


def answering(body: bytes, **more: str) -> FlaskClient:
    app = Flask(__name__)
    compress.init_app(app)
    app.add_url_rule("/", "one", lambda: Response(body, **more))  # type: ignore[arg-type]  # media type and headers
    return app.test_client()


@pytest.mark.parametrize(("length", "packed"), [(999, False), (1_000, True)])
def test_a_thousand_bytes_are_worth_it(length: int, packed: bool) -> None:
    answer = answering(b"a" * length, mimetype="text/plain").get("/", headers={"Accept-Encoding": "gzip"})
    assert ("Content-Encoding" in answer.headers) == packed
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert (gzip.decompress(answer.data) if packed else answer.data) == b"a" * length


@pytest.mark.parametrize(
    ("media_type", "packed"),
    [
        ("text/html", True),
        ("text/csv", True),
        ("application/json", True),
        ("application/problem+json", True),
        ("application/atom+xml", True),
        ("image/svg+xml", True),
        ("image/png", False),
        ("application/octet-stream", False),
        ("font/woff2", False),
    ],
)
def test_only_text_is_compressed(media_type: str, packed: bool) -> None:
    answer = answering(b"a" * 5_000, mimetype=media_type).get("/", headers={"Accept-Encoding": "gzip"})
    assert ("Content-Encoding" in answer.headers) == packed


def test_what_is_compressed_already_is_not_compressed_again() -> None:
    packed = gzip.compress(b"".join(sha256(bytes([number])).digest() for number in range(100)))
    client = answering(packed, mimetype="text/plain", headers={"Content-Encoding": "gzip"})  # type: ignore[arg-type]  # as above
    assert client.get("/", headers={"Accept-Encoding": "gzip"}).data == packed


@pytest.mark.parametrize(("wanted", "packed"), [("gzip;q=0.1", True), ("*", True), ("gzip;q=0", False), ("br", False)])
def test_a_browser_has_what_it_says_that_it_takes(wanted: str, packed: bool) -> None:
    answer = answering(b"a" * 5_000, mimetype="text/plain").get("/", headers={"Accept-Encoding": wanted})
    assert ("Content-Encoding" in answer.headers) == packed


def test_a_compressed_file_of_the_pages_promises_no_same_bytes(client: FlaskClient) -> None:
    answer = client.get("/static/style.css", headers={"Accept-Encoding": "gzip"}, buffered=True)
    assert answer.headers["ETag"].startswith('W/"')
    assert "Accept-Encoding" in answer.headers["Vary"]


def test_the_same_text_is_the_same_bytes_whenever_it_is_compressed() -> None:
    answer = answering(b"a" * 5_000, mimetype="text/plain").get("/", headers={"Accept-Encoding": "gzip"})
    assert answer.data[4:8] == bytes(4)  # where gzip has the time of day
