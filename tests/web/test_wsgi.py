from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.archive import Archive, story
from web import wsgi

PATHS = (
    *("/", "/help", "/search?q=border", "/search?q=offic*", "/search?q=bordr~", "/search?q=glacier", "/facets/person"),
    *(
        "/index/place",
        "/feed.atom",
        "/export.csv",
        "/export.jsonl",
        "/sitemap.xml",
        "/sitemap-1.xml",
        "/opensearch.xml",
    ),
    *("/api/search?q=bord*&place=Minsk", "/readyz"),
)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


@pytest.fixture
def client(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    monkeypatch.setenv("COMMUNIQUE_INDEX", archive.settings.index)
    return wsgi.app().test_client()


def test_the_served_application_waits_for_its_first_index_and_follows_the_next(
    archive: Archive, client: FlaskClient
) -> None:
    assert client.get("/readyz").status_code == 503
    archive.write("one.txt")
    archive.update()
    first = client.get("/readyz").get_json()
    archive.write("two.txt")
    archive.update()
    second = client.get("/readyz").get_json()
    assert (first["articles"], second["articles"]) == (1, 2)
    assert first["generation"] != second["generation"]


def test_every_page_is_served_from_a_whoosh_index_as_it_is_opened_in_service(
    archive: Archive, client: FlaskClient
) -> None:
    for number in range(12):
        archive.write(f"{number}.txt")
    archive.update()
    for path in PATHS * 2:
        answer = client.get(path)
        assert (answer.status_code, bool(answer.data)) == (200, True), path
    found = client.get("/api/search?q=border").get_json()["results"][0]
    for path in (f"/articles/{found['id']}?q=offic*&at=1", f"/api/articles/{found['id']}"):
        assert client.get(path).status_code == 200, path


def test_names_of_the_operators_own_authority_files_are_searched(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    archive.write("one.txt", story("one", more="The Northern Ferry Board sent an observer."))
    archive.update()
    own = tmp_path / "authority"
    own.mkdir()
    entry = '[[organisation]]\nname = "NFBX"\nvariants.en = ["Northern Ferry Board"]\n'
    (own / "organisations.toml").write_text(entry, encoding="utf-8")
    monkeypatch.setenv("COMMUNIQUE_INDEX", archive.settings.index)
    assert wsgi.app().test_client().get("/api/search?q=NFBX").get_json()["total"] == 0
    monkeypatch.setenv("COMMUNIQUE_AUTHORITY", str(own))
    assert wsgi.app().test_client().get("/api/search?q=NFBX").get_json()["total"] == 1
