"""Pushes at once, malformed ones, and what the process that takes them must not load."""

import io
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from benchmarks.growth_load import serving
from benchmarks.pushes import Pushes, missing
from indexer.errors import RequestError
from indexer.generations.live import open_live
from indexer.indexing.jobs import Job, Jobs
from tests.archive import Archive, story
from tests.ingest.formats.paged import pdf
from tests.machine import PATIENCE
from web import create_app

TOKEN = "open sesame, open sesame"  # noqa: S105 - it opens nothing
BEARER = {"Authorization": f"Bearer {TOKEN}"}
READERS = ("pypdfium2", "lxml.html", "docx", "trafilatura", "indexer.ingest.annotate", "indexer.ingest.read")
LOADED = f"""
import io, sys
from indexer.generations.live import open_live
from indexer.indexing.jobs import Job, Jobs
from indexer.settings import Settings
from web import create_app
if __name__ == "__main__":
    Jobs.start = lambda jobs: Job("1", "queued", 0.0)
    settings = Settings.from_environ()
    client = create_app(open_live(settings.index), settings).test_client()
    body = {{"file": (io.BytesIO(open(sys.argv[1], "rb").read()), "a.pdf")}}
    answer = client.put("/api/articles", headers={BEARER!r}, data=body)
    print(answer.status_code, *[each for each in {READERS!r} if each in sys.modules])
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    archive = Archive(tmp_path_factory.mktemp("pushes"))
    archive.write("alpha.txt")
    archive.update()
    return archive


@pytest.fixture(scope="module")
def client(archive: Archive) -> Iterator[FlaskClient]:
    """No update follows a push: what is asked is how it is answered."""
    with pytest.MonkeyPatch.context() as patched, closing(open_live(archive.settings.index)) as engine:
        patched.setattr(Jobs, "start", lambda _: Job("1", "queued", 0.0))
        yield create_app(engine, archive.settings.changed(token=TOKEN)).test_client()


def put_file(client: FlaskClient, name: str, data: bytes, query: str = "") -> Any:
    return client.put(f"/api/articles{query}", headers=BEARER, data={"file": (io.BytesIO(data), name)})


def test_many_at_once_are_answered_each_and_what_was_taken_is_found(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.write("alpha.txt")
    archive.update()
    chosen = archive.settings.changed(token=TOKEN, web_workers=1)
    with serving(chosen) as address:
        pushes = Pushes(address, TOKEN)
        pushes.run(8, lambda pushed: pushed < 2)
        assert pushes.wrong == []
        assert pushes.statuses[202] > 5
        assert missing(pushes, chosen) == []


def test_the_process_that_takes_pushes_never_loads_what_reads_files(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf([["The council met in Minsk on 7 February 2019."]]))
    environ = archive.settings.changed(token=TOKEN).environment() | {"PYTHONPATH": str(Path.cwd())}
    command = [sys.executable, "-c", LOADED, str(tmp_path / "a.pdf")]
    said = subprocess.run(command, env=environ, capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["202"]


def test_a_file_under_a_name_that_is_taken_is_a_conflict_with_what_mends_it(client: FlaskClient) -> None:
    assert put_file(client, "gamma.txt", story("gamma").encode()).status_code == 202
    answer = put_file(client, "gamma.txt", story("delta").encode())
    assert (answer.status_code, answer.content_type) == (409, "application/problem+json")
    assert "?replace=yes" in answer.get_json()["remedy"]
    assert put_file(client, "gamma.txt", story("delta").encode(), "?replace=yes").status_code == 202
    assert put_file(client, "gamma.txt", story("gamma").encode(), "?replace=perhaps").status_code == 400


def test_while_as_many_are_read_as_may_be_another_is_told_to_come_back(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, end = threading.Semaphore(0), threading.Event()

    def read(*_: object, **__: object) -> None:
        begun.release()
        end.wait(PATIENCE)
        raise RequestError("not taken: no article in it")

    monkeypatch.setattr("web.api.admin._PATIENCE", 0.01)
    monkeypatch.setattr("web.api.admin.push_file", read)
    with ThreadPoolExecutor(2) as threads:
        others = [threads.submit(put_file, client, "gamma.txt", b"words") for _ in range(2)]
        assert all(begun.acquire(timeout=PATIENCE) for _ in others)
        answer = put_file(client, "delta.txt", b"words")
        end.set()
        assert [other.result().status_code for other in others] == [400, 400]
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")


MALFORMED = [
    ("application/json", b""),
    ("application/json", b"null"),
    ("application/json", b"[" * 300_000),
    ("application/json", b'{"id": NaN, "title": "a"}'),
    ("application/json", b'{"id": "a", "id": 7, "title": "a"}'),
    ("application/json", b'{"id": "\xff", "title": "a"}'),
    ("application/json; charset=utf-16", '{"id": "Ж", "title": []}'.encode("koi8-r")),
    ("application/json", b'{"id": "' + b"9" * 5000 + b'", "text": {"a": {}}}'),
    ("multipart/form-data", b"no boundary"),
    ("multipart/form-data; boundary=b", b""),
    ("multipart/form-data; boundary=b", b"--b--\r\n"),
    ("multipart/form-data; boundary=b", b"--b\r\nContent-Disposition: form-data; name=file\r\n\r\na\r\n--b--\r\n"),
    ("multipart/form-data; boundary=b", b'--b\r\nContent-Disposition: form-data; name="file"; filename="a'),
    ("multipart/form-data; boundary=\xff", b"--\xff--"),
    ("text/plain", b"words"),
    ("", b"words"),
]


@pytest.mark.parametrize(("kind", "body"), MALFORMED, ids=range(len(MALFORMED)))
def test_a_malformed_push_is_refused_in_words(client: FlaskClient, kind: str, body: bytes) -> None:
    answer = client.put("/api/articles", headers=BEARER, data=body, content_type=kind)
    assert (answer.status_code, answer.content_type) == (400, "application/problem+json")
    assert "Rejection(" not in answer.get_json()["detail"]


NAMES = st.text(st.characters(), max_size=20).map(lambda name: name + ".json")
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
FIELDS = ("id", "url", "title", "text", "date", "authors", "language", "topics", "source", "type")
ARTICLES = st.dictionaries(st.sampled_from(FIELDS), VALUES)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(article=ARTICLES)
@example(article={"id": "\ud800", "title": "a"})
@example(article={"id": "a", "title": "\udfff\0", "date": {"year": [2019]}, "topics": "one"})
def test_whatever_an_article_holds_it_is_taken_or_refused_in_words(
    client: FlaskClient, article: dict[str, object]
) -> None:
    answer = client.put("/api/articles", headers=BEARER, data=json.dumps(article), content_type="application/json")
    assert answer.status_code in {202, 400}
    assert answer.status_code == 202 or "could not be read" not in answer.get_json()["detail"]


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=NAMES, data=st.binary(max_size=40) | ARTICLES.map(lambda article: json.dumps(article).encode()))
@example(name="n" * 300 + ".txt", data=b"The council met.")
def test_whatever_a_file_is_called_and_holds_it_is_taken_or_refused_in_words(
    client: FlaskClient, name: str, data: bytes
) -> None:
    answer = put_file(client, name.encode("utf-8", "replace").decode(), data)
    assert answer.status_code in {202, 400, 409}
    assert answer.status_code == 202 or "could not be read" not in answer.get_json()["detail"]
