"""A request holds its generation until its answer is sent, and no longer: the collector is off in these tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from indexer.settings import Settings
from tests.archive import Archive
from tests.machine import open_files
from web import create_app

pytestmark = pytest.mark.usefixtures("no_collector")


@pytest.fixture(params=["whoosh", "tantivy"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Archive:
    made = Archive(tmp_path, request.param)
    for number in range(3):
        made.write(f"{number}.txt")
    made.update()
    return made


@pytest.fixture
def client(archive: Archive) -> Iterator[FlaskClient]:
    engine = archive.open()
    yield create_app(engine, Settings()).test_client()
    engine.close()


def test_answers_between_updates_leave_no_file_open(archive: Archive, client: FlaskClient) -> None:
    counts = []
    for number in range(15):
        archive.write(f"more-{number}.txt")
        archive.update()
        for address in ("/search?q=council", "/readyz", "/articles/none", "/export.csv", "/sitemap-1.xml"):
            client.get(address, buffered=True)
        client.head("/export.csv")
        assert not [file for file in open_files(archive.folder) if file.endswith(" (deleted)")]
        counts.append(len(list(Path("/proc/self/fd").iterdir())))
    assert max(counts) < min(counts) + 25  # between two merges a few segments come together, and go again


def test_a_generation_that_was_switched_from_is_closed_with_the_last_answer(
    archive: Archive, client: FlaskClient
) -> None:
    client.get("/search?q=council")
    archive.rebuild()
    client.get("/search?q=council")
    assert not [file for file in open_files(archive.folder) if "/g000001/" in file]


def test_a_file_that_is_being_sent_keeps_its_generation_until_it_ends(archive: Archive, client: FlaskClient) -> None:
    sent = client.get("/export.jsonl")
    begun = iter(sent.response)
    first = next(begun)
    (archive.corpus / "1.txt").unlink()
    archive.rebuild()
    archive.rebuild()
    client.get("/search?q=council")
    assert [file for file in open_files(archive.folder) if file.endswith(" (deleted)")]
    assert len([first, *begun]) == 3
    sent.close()
    assert not [file for file in open_files(archive.folder) if file.endswith(" (deleted)")]


def test_a_file_that_nobody_reads_to_its_end_is_let_go(archive: Archive, client: FlaskClient) -> None:
    sent = client.get("/export.jsonl")
    archive.rebuild()
    sent.close()
    client.get("/search?q=council")
    assert not [file for file in open_files(archive.folder) if "/g000001/" in file]
