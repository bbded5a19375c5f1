"""Whoever asks for an article that is no more under that id: led to the one it lives on as, or told when it went."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.archive import Archive, indexed
from web import create_app


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return indexed(tmp_path, "alpha.txt", "beta.txt")


@pytest.fixture
def client(archive: Archive) -> Iterator[FlaskClient]:
    with closing(archive.open()) as engine:
        yield create_app(engine, archive.settings).test_client()


@pytest.fixture
def renamed(archive: Archive) -> tuple[str, str]:
    """The id of an article whose bytes live on under another one, and that one."""
    former = archive.articles()["alpha.txt"].id
    archive.write("copy.txt", (archive.corpus / "alpha.txt").read_bytes())
    archive.update()
    (archive.corpus / "alpha.txt").unlink()
    archive.update()
    return former, archive.articles()["copy.txt"].id


@pytest.mark.parametrize(
    "form", ["/articles/{}", "/api/articles/{}", "/articles/{}/cite.bib", "/api/articles/{}/similar"]
)
def test_a_former_id_leads_to_the_article_it_lives_on_as(
    client: FlaskClient, renamed: tuple[str, str], form: str
) -> None:
    former, now = renamed
    answer = client.get(f"{form.format(former)}?q=council&article_id=x&q=a")
    assert answer.status_code == 308
    assert answer.location == f"{form.format(now)}?q=council&q=a&article_id=x"
    assert client.get(answer.location).status_code == 200


def test_a_list_that_names_a_former_id_shows_the_article(client: FlaskClient, renamed: tuple[str, str]) -> None:
    assert renamed[1] in client.get(f"/list?id={renamed[0]}").text


def test_a_removed_article_is_gone_since_a_day(archive: Archive, client: FlaskClient) -> None:
    gone = archive.articles()["beta.txt"].id
    archive.write("gamma.txt")
    (archive.corpus / "beta.txt").unlink()
    archive.update()
    answer = client.get(f"/articles/{gone}")
    assert answer.status_code == 410
    assert "It was in this archive until" in answer.text
    assert client.get(f"/api/articles/{gone}").get_json()["status"] == 410


def test_what_was_never_there_is_not_found_also_where_the_history_cannot_be_read(
    archive: Archive, client: FlaskClient
) -> None:
    assert client.get("/articles/nobody").status_code == 404
    for file in (archive.folder / "index").glob("history-*.sqlite"):
        file.write_bytes(b"scribbled over" * 500)
    assert client.get("/articles/nobody").status_code == 404
