"""What a probe is told, before there is an index, while the first one grows, and after."""

import os
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from indexer.fingerprint import Fingerprint
from indexer.generations import generations_at
from indexer.generations.live import open_live
from indexer.settings import Settings
from tests.archive import Archive
from web import create_app


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


@pytest.fixture
def client(archive: Archive) -> FlaskClient:
    return create_app(open_live(archive.settings.index), archive.settings).test_client()


def test_a_first_index_is_not_ready_before_all_of_it_was_read(archive: Archive, client: FlaskClient) -> None:
    archive.write("one.txt")
    archive.interrupted_update()
    answer = client.get("/readyz")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert "still being built" in answer.get_json()["detail"]
    archive.update()
    assert client.get("/readyz").get_json()["articles"] == 1


def test_an_index_that_is_in_force_stays_ready_while_it_is_updated(archive: Archive, client: FlaskClient) -> None:
    archive.write("one.txt")
    archive.update()
    archive.interrupted_update()
    assert client.get("/readyz").status_code == 200
    archive.rebuild()
    assert client.get("/readyz").status_code == 200


def test_an_archive_without_articles_is_ready_when_that_is_known(archive: Archive, client: FlaskClient) -> None:
    archive.corpus.mkdir()
    archive.update()
    assert client.get("/readyz").get_json()["articles"] == 0


def test_an_index_of_an_earlier_version_which_has_no_mark_is_ready(archive: Archive, client: FlaskClient) -> None:
    archive.write("one.txt")
    archive.update()
    kept = {path.name for path in generations_at(archive.settings.index).in_force().folder.iterdir()}
    assert "unfinished" not in kept
    assert client.get("/readyz").status_code == 200


def test_an_index_that_several_fill_is_ready_when_all_shares_were_read(tmp_path: Path) -> None:
    generations = generations_at(f"whoosh:{tmp_path}/index")
    generation = generations.begin_first(Fingerprint("whoosh", "").to_text())
    for share, of in ((2, 3), (1, 3), (2, 3)):
        generations.finish(generation, share, of)
        assert generation.unfinished
    generations.finish(generation, 3, 3)
    assert not generation.unfinished
    generations.finish(generation, 1, 3)
    assert not generation.unfinished
    assert "unfinished" not in os.listdir(generation.folder)  # noqa: PTH208 - the name alone


def test_what_is_true_of_this_moment_is_kept_by_nobody(app: Flask, archive: Archive, client: FlaskClient) -> None:
    for answer in (*map(app.test_client().get, ("/healthz", "/readyz", "/nowhere", "/api/nowhere")), client.get("/")):
        assert answer.headers["Cache-Control"] == "no-store", answer.request.path


@pytest.fixture
def indexed(archive: Archive) -> Archive:
    archive.write("alpha.txt")
    archive.update()
    return archive


def client_of(indexed: Archive) -> FlaskClient:
    return create_app(open_live(indexed.settings.index, stand_in=True), Settings()).test_client()


def _delete_postings(indexed: Archive) -> None:
    for file in generations_at(indexed.settings.index).in_force().index.glob("*.pst"):
        file.unlink()


def test_a_whole_index_is_ready(indexed: Archive) -> None:
    ready = client_of(indexed).get("/readyz")
    assert (ready.status_code, ready.json["articles"] if ready.json else 0) == (200, 1)


def test_a_damaged_index_is_not_ready_and_the_reason_is_said(indexed: Archive) -> None:
    _delete_postings(indexed)
    client = client_of(indexed)
    ready = client.get("/readyz")
    assert ready.status_code == 503
    assert ".pst is gone" in ready.text
    assert client.get("/search?q=council").status_code == 503


def test_a_server_that_answers_from_the_former_generation_is_not_ready(indexed: Archive) -> None:
    indexed.rebuild()
    _delete_postings(indexed)
    client = client_of(indexed)
    found = client.get("/api/search?q=council")
    assert (found.status_code, found.json["generation"].split(".")[0] if found.json else "") == (200, "g000001")
    assert client.get("/readyz").status_code == 503
    assert client.get("/healthz").status_code == 200


def test_a_server_at_work_that_loses_a_file_is_not_ready_until_it_is_mended(indexed: Archive) -> None:
    client = client_of(indexed)
    assert client.get("/readyz").status_code == 200
    _delete_postings(indexed)
    assert client.get("/readyz").status_code == 503
    indexed.rebuild()
    assert client.get("/readyz").status_code == 200
