from pathlib import Path

import pytest
from flask.testing import FlaskClient

from indexer.generations import generations_at
from indexer.generations.live import open_live
from indexer.settings import Settings
from tests.archive import Archive
from web import create_app


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    made = Archive(tmp_path)
    made.write("alpha.txt")
    made.update()
    return made


def client_of(archive: Archive) -> FlaskClient:
    return create_app(open_live(archive.settings.index, stand_in=True), Settings()).test_client()


def _delete_postings(archive: Archive) -> None:
    for file in generations_at(archive.settings.index).in_force().index.glob("*.pst"):
        file.unlink()


def test_a_whole_index_is_ready(archive: Archive) -> None:
    ready = client_of(archive).get("/readyz")
    assert (ready.status_code, ready.json["articles"] if ready.json else 0) == (200, 1)


def test_a_damaged_index_is_not_ready_and_the_reason_is_said(archive: Archive) -> None:
    _delete_postings(archive)
    client = client_of(archive)
    ready = client.get("/readyz")
    assert ready.status_code == 503
    assert ".pst is gone" in ready.text
    assert client.get("/search?q=council").status_code == 503


def test_a_server_that_answers_from_the_former_generation_is_not_ready(archive: Archive) -> None:
    archive.rebuild()
    _delete_postings(archive)
    client = client_of(archive)
    found = client.get("/api/search?q=council")
    assert (found.status_code, found.json["generation"].split(".")[0] if found.json else "") == (200, "g000001")
    assert client.get("/readyz").status_code == 503
    assert client.get("/healthz").status_code == 200


def test_a_server_at_work_that_loses_a_file_is_not_ready_until_it_is_mended(archive: Archive) -> None:
    client = client_of(archive)
    assert client.get("/readyz").status_code == 200
    _delete_postings(archive)
    assert client.get("/readyz").status_code == 503
    archive.rebuild()
    assert client.get("/readyz").status_code == 200
