import errno
import io
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from indexer.generations.live import open_live
from indexer.indexing.jobs import Job, Jobs
from indexer.indexing.progress import Summary
from indexer.settings import Settings
from tests.archive import Archive, story
from tests.machine import permissions_for_root
from web import create_app

TOKEN = {"Authorization": "Bearer open sesame, please"}


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive(tmp_path)
    archive.write("alpha.txt")
    archive.update()
    return archive


@pytest.fixture
def client(archive: Archive) -> Iterator[FlaskClient]:
    yield from _client(archive.settings.changed(token="open sesame, please", max_file_mb=1))


@pytest.fixture
def closed(archive: Archive) -> Iterator[FlaskClient]:
    yield from _client(archive.settings)


def _client(settings: Settings) -> Iterator[FlaskClient]:
    engine = open_live(settings.index)
    yield create_app(engine, settings).test_client()
    engine.close()


def _ended(client: FlaskClient, answer: TestResponse) -> dict[str, object]:
    assert answer.status_code == 202
    for _ in range(600):
        job: dict[str, object] = client.get(answer.headers["Location"], headers=TOKEN).get_json()
        if job["state"] in {"done", "failed"}:
            return job
        time.sleep(0.1)
    pytest.fail("the update did not end")


def test_without_a_token_configured_the_addresses_do_not_exist(closed: FlaskClient) -> None:
    assert closed.post("/api/reindex", headers=TOKEN).status_code == 404
    assert closed.put("/api/articles", headers=TOKEN, json={}).status_code in {404, 405}
    assert closed.delete("/api/articles/alpha", headers=TOKEN).status_code == 405


@pytest.mark.parametrize(
    "header", [None, "Bearer", "Bearer wrong", "Bearer öpen", "Basic b3BlbjpzZXNhbWU=", "open sesame, please"]
)
def test_a_wrong_token_is_refused_as_a_problem(client: FlaskClient, header: str | None) -> None:
    answer = client.post("/api/reindex", headers={"Authorization": header} if header else {})
    assert (answer.status_code, answer.content_type) == (401, "application/problem+json")
    assert "Bearer" in answer.headers["WWW-Authenticate"]
    assert client.put("/api/articles", json={"id": "1", "title": "x", "text": "y"}).status_code == 401


def test_an_update_is_started_followed_and_done(client: FlaskClient, archive: Archive) -> None:
    archive.write("beta.txt")
    job = _ended(client, client.post("/api/reindex", headers=TOKEN))
    assert job["state"] == "done"
    summary = job["summary"]
    assert isinstance(summary, dict)
    assert (summary["added"], summary["unchanged"]) == (1, 1)
    assert client.get("/api/search?q=beta").get_json()["total"] == 1


def test_a_second_request_joins_the_update_that_runs(client: FlaskClient) -> None:
    first = client.post("/api/reindex", headers=TOKEN)
    second = client.post("/api/reindex", headers=TOKEN)
    assert first.get_json()["id"] == second.get_json()["id"]
    _ended(client, first)


def test_a_failed_update_says_why(client: FlaskClient, archive: Archive) -> None:
    archive.corpus.rename(archive.folder / "away")
    job = _ended(client, client.post("/api/reindex", headers=TOKEN))
    assert job["state"] == "failed"
    assert "is not a folder" in str(job["reason"])


def test_a_pushed_article_lands_in_the_corpus_and_is_found(client: FlaskClient, archive: Archive) -> None:
    article = {
        "id": "note-7",
        "title": "A pushed note",
        "date": "2019-03-01",
        "text": "A helicopter was shown in Minsk.",
    }
    answer = client.put("/api/articles", headers=TOKEN, json=article)
    assert (archive.corpus / answer.get_json()["path"]).exists()
    _ended(client, answer)
    found = client.get("/api/search?q=helicopter").get_json()["results"]
    assert [each["id"] for each in found] == list(answer.get_json()["articles"])
    again = client.put("/api/articles", headers=TOKEN, json={**article, "text": "A submarine was shown in Minsk."})
    assert again.get_json()["articles"] == answer.get_json()["articles"]
    _ended(client, again)
    assert client.get("/api/search?q=helicopter").get_json()["total"] == 0


def test_an_uploaded_file_is_taken_under_its_bare_name(client: FlaskClient, archive: Archive) -> None:
    upload = (io.BytesIO(story("gamma").encode()), "../../etc/gamma.txt")
    answer = client.put("/api/articles", headers=TOKEN, data={"file": upload})
    assert answer.get_json()["path"] == "pushed/gamma.txt"
    _ended(client, answer)
    assert client.get("/api/search?q=gamma").get_json()["total"] == 1


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"title": "no id", "text": "x"}, 400),
        ({"id": "1"}, 400),
        ({"id": 7, "title": "x", "text": "y"}, 400),
        (["a", "list"], 400),
        ({"id": "1", "title": "x", "text": "y" * 1_100_000}, 413),
    ],
    ids=["no id", "no text", "an id that is no text", "a list", "too large"],
)
def test_what_is_no_article_is_refused_and_lands_nowhere(
    client: FlaskClient, archive: Archive, body: object, status: int
) -> None:
    answer = client.put("/api/articles", headers=TOKEN, data=json.dumps(body), content_type="application/json")
    assert (answer.status_code, answer.content_type) == (status, "application/problem+json")
    assert not (archive.corpus / "pushed").exists()


@pytest.mark.parametrize("name", ["picture.jpg", ".hidden.txt", "empty.txt", ""])
def test_a_file_that_the_corpus_does_not_take_is_refused(client: FlaskClient, archive: Archive, name: str) -> None:
    content = b"" if name == "empty.txt" else b"\xff\xd8\xff\xe0 not a text"
    answer = client.put("/api/articles", headers=TOKEN, data={"file": (io.BytesIO(content), name)})
    assert answer.status_code == 400
    assert not (archive.corpus / "pushed" / name).is_file()


def test_a_deleted_article_leaves_corpus_and_index(client: FlaskClient, archive: Archive) -> None:
    article_id = client.get("/api/search?q=alpha").get_json()["results"][0]["id"]
    _ended(client, client.delete(f"/api/articles/{article_id}", headers=TOKEN))
    assert not (archive.corpus / "alpha.txt").exists()
    assert client.get(f"/api/articles/{article_id}").status_code == 410
    assert client.delete(f"/api/articles/{article_id}", headers=TOKEN).status_code == 404


def test_an_unknown_or_hostile_job_id_is_a_404(client: FlaskClient) -> None:
    for job_id in ("0", "..%2f..%2fetc", "a" * 5000):
        assert client.get(f"/api/reindex/{job_id}", headers=TOKEN).status_code == 404


def test_every_such_address_wants_the_whole_token(client: FlaskClient, archive: Archive) -> None:
    wanted = (
        ("POST", "/api/reindex"),
        ("GET", "/api/reindex/1"),
        ("PUT", "/api/articles"),
        ("DELETE", "/api/articles/alpha"),
    )
    for given in ({}, {"Authorization": "Bearer open sesame, pleas"}, {"Authorization": "Bearer open sesame, please!"}):
        for method, path in wanted:
            answer = client.open(path, method=method, headers=given)
            assert answer.status_code == 401, (method, given)
            assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert (archive.corpus / "alpha.txt").exists()


def test_an_update_says_all_that_is_known_of_it_and_is_never_kept(client: FlaskClient) -> None:
    answer = client.post("/api/reindex", headers=TOKEN)
    begun = answer.get_json()
    assert begun["status"] == answer.headers["Location"] == f"/api/reindex/{begun['id']}"
    ended = _ended(client, answer)
    assert set(ended) == {
        *("id", "state", "status", "files", "bytes", "bytes_read", "bytes_per_second", "reason", "exit_code", "summary")
    }
    assert (ended["reason"], ended["exit_code"]) == (None, 0)
    assert set(ended["summary"] or ()) == {  # type: ignore[call-overload]  # an object
        *("added", "changed", "removed", "unchanged", "rejected", "duplicates", "seconds")
    }
    said = client.get(answer.headers["Location"], headers=TOKEN)
    assert said.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("reason", ["", "no room"], ids=["done", "failed"])
def test_each_number_of_an_update_is_said_under_its_name(client: FlaskClient, archive: Archive, reason: str) -> None:
    (archive.folder / "index" / "jobs").mkdir()
    summary = None if reason else Summary(1, 2, 3, 4, 5, 6.5, duplicates=7, reason="the authority files")
    job = Job("0-7", "failed" if reason else "done", 1.0, 8, 90, 70, 2.5, summary, reason, 9 if reason else 0)
    Jobs(archive.settings).put(job)
    numbers = {"added": 1, "changed": 2, "removed": 3, "unchanged": 4, "rejected": 5, "duplicates": 7, "seconds": 6.5}
    assert client.get("/api/reindex/0-7", headers=TOKEN).get_json() == {
        "id": "0-7",
        "state": "failed" if reason else "done",
        "status": "/api/reindex/0-7",
        "files": 8,
        "bytes": 90,
        "bytes_read": 70,
        "bytes_per_second": 2.5,
        "reason": reason or None,
        "exit_code": 9 if reason else 0,
        "summary": None if reason else numbers,
    }


def audited(caplog: pytest.LogCaptureFixture) -> list[dict[str, object]]:
    return [vars(record)["facts"] for record in caplog.records if record.name == "communique.audit"]


def test_whoever_changes_something_is_written_down_with_what_and_never_the_token(
    client: FlaskClient, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Jobs, "start", lambda _: Job("1", "queued", 0.0))
    caplog.set_level("INFO")
    article = {"id": "n1", "title": "News", "text": "The text of it. " * 20}
    pushed = client.put("/api/articles", headers=TOKEN, json=article)
    client.delete("/api/articles/none", headers=TOKEN)
    client.post("/api/reindex", headers=TOKEN)
    found = audited(caplog)
    assert [(each["action"], each["result"], each["status"]) for each in found] == [
        ("put", "accepted", 202),
        ("delete", "refused", 404),
        ("reindex", "accepted", 202),
    ]
    assert (found[0]["path"], found[0]["articles"]) == (
        pushed.get_json()["path"],
        ",".join(pushed.get_json()["articles"]),
    )
    assert found[1]["article_id"] == "none"
    assert {(each["client"], len(str(each["token"]))) for each in found} == {("127.0.0.1", 8)}
    assert "open sesame" not in str([vars(record) for record in caplog.records])


def test_wrong_tokens_are_written_down_and_soon_not_listened_to_any_more(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    wrong = [client.post("/api/reindex", headers={"Authorization": f"Bearer guess-{n}"}) for n in range(11)]
    assert [answer.status_code for answer in wrong] == [401] * 10 + [429]
    assert 1 <= int(wrong[-1].headers["Retry-After"]) <= 60
    assert client.get("/api/reindex/1", headers=TOKEN).status_code == 429
    elsewhere = {"REMOTE_ADDR": "192.0.2.9"}
    assert client.get("/api/reindex/1", headers=TOKEN, environ_base=elsewhere).status_code == 404
    assert client.get("/api/search", headers=TOKEN).status_code == 200
    found = audited(caplog)
    assert [each["status"] for each in found] == [401] * 10 + [429] * 2 + [404]
    assert "guess-" not in str(found)
    assert len({each["token"] for each in found[:11]}) == 11


def test_who_presents_no_token_guesses_nothing(client: FlaskClient) -> None:
    assert {client.post("/api/reindex").status_code for _ in range(12)} == {401}


def test_a_push_to_a_corpus_that_cannot_be_written_to_is_a_problem_of_its_own(
    archive: Archive, client: FlaskClient
) -> None:
    archive.corpus.chmod(0o555)
    with permissions_for_root():
        for answer in (
            client.put("/api/articles", headers=TOKEN, json={"id": "x", "title": "T", "text": "Words of it."}),
            client.put("/api/articles", headers=TOKEN, data={"file": (io.BytesIO(story("x").encode()), "x.txt")}),
            client.delete(f"/api/articles/{archive.articles()['alpha.txt'].id}", headers=TOKEN),
        ):
            assert answer.status_code == 507
            assert answer.content_type == "application/problem+json"
            body = answer.get_json()
            assert body["detail"].endswith("cannot be used: Permission denied")
            assert body["remedy"].startswith("let the user that runs this program read and write there")
    archive.corpus.chmod(0o755)
    assert archive.total() == 1


def test_a_full_disk_under_a_push_is_said_and_leaves_nothing(
    archive: Archive, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    answer = client.put("/api/articles", headers=TOKEN, json={"id": "x", "title": "T", "text": "Words of it."})
    assert (answer.status_code, answer.get_json()["title"]) == (507, "The disk is full")
    assert list((archive.corpus / "pushed").iterdir()) == []


def test_an_update_over_http_on_a_closed_index_is_a_problem_and_its_jobs_can_be_looked_at(
    archive: Archive, client: FlaskClient
) -> None:
    jobs = Jobs(archive.settings)
    folder = archive.folder / "index" / "jobs"
    folder.mkdir()
    jobs.put(Job("1", "done", time.time()))
    jobs.put(Job("2", "running", time.time()))
    (folder / "2.lock").touch(0o444)
    for each in (folder.parent, folder):
        each.chmod(0o555)
    with permissions_for_root():
        assert client.post("/api/reindex", headers=TOKEN).status_code == 507
        states = [client.get(f"/api/reindex/{each}", headers=TOKEN).get_json()["state"] for each in (1, 2)]
    assert states == ["done", "failed"]
