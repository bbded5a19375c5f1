import hashlib
import os
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from indexer.article import Provenance
from indexer.engines.memory import MemoryEngine
from indexer.generations.live import open_live
from indexer.indexing.update import update
from indexer.settings import Settings
from tests.web.archive import article
from tests.web.conftest import texts
from web import create_app

HOSTILE = b"<!doctype html><title>x</title><script>alert(document.cookie)</script>"


class Archive:
    """A folder with files, and articles that name them."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "corpus"
        self.root.mkdir()
        self.engine = MemoryEngine()
        self.settings = Settings(corpus=self.root)

    def put(self, path: str, data: bytes = HOSTILE, member: str = "", name: str = "one") -> None:
        """The file, where the path can be one of the folder, and its article."""
        inside = self.root / path
        inside.parent.mkdir(parents=True, exist_ok=True)
        inside.write_bytes(data)
        self.name(path, hashlib.sha256(data).hexdigest(), member, name)

    def name(self, path: str, sha256: str, member: str = "", name: str = "one") -> None:
        origin = Provenance(path, sha256, "1", "html", member)
        with self.engine.writer() as writer:
            writer.replace(replace(article(name, "A title", ("A text.",)), provenance=origin))

    def client(self) -> FlaskClient:
        return create_app(self.engine, self.settings).test_client()

    def take(self, name: str = "one") -> TestResponse:
        return self.client().get(f"/articles/{name}/original", buffered=True)

    def said(self, name: str = "one") -> tuple[str, str]:
        """What the article's page says of its file, and where that leads."""
        page = BeautifulSoup(self.client().get(f"/articles/{name}").text, "lxml")
        term = next(each for each in page.select(".about dt") if each.get_text() == "Original file")
        value = term.find_next("dd")
        assert value is not None
        link = value.find("a")
        return texts(value.parent, "dd")[-1] if value.parent else "", str(link["href"]) if link else ""


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


def test_a_page_leads_to_the_file_and_says_what_it_is(archive: Archive) -> None:
    archive.put("news/a.html", b"x" * 14_200)
    assert archive.said() == ("a.html (HTML, 14 kB)", "/articles/one/original")


def test_the_file_comes_to_the_byte_as_it_was_indexed(archive: Archive) -> None:
    data = bytes(range(256)) * 20_000
    archive.put("news/a.html", data)
    answer = archive.take()
    assert (answer.status_code, answer.data, answer.content_length) == (200, data, len(data))


def test_a_hostile_file_is_saved_and_never_shown_here(archive: Archive) -> None:
    archive.put("a.html")
    headers = archive.take().headers
    assert headers["Content-Disposition"].startswith("attachment;")
    assert headers["Content-Type"] == "application/octet-stream"
    assert headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Robots-Tag"] == "noindex"


def test_no_cache_keeps_a_file_that_may_change(archive: Archive) -> None:
    archive.put("a.html")
    headers = archive.take().headers
    assert headers["Cache-Control"] == "no-cache"
    assert "Expires" not in headers


def test_an_asking_browser_gets_the_file_as_it_is_and_not_compressed(archive: Archive) -> None:
    archive.put("a.html", HOSTILE * 100)
    answer = archive.client().get("/articles/one/original", headers={"Accept-Encoding": "gzip"}, buffered=True)
    assert answer.data == HOSTILE * 100
    assert "Content-Encoding" not in answer.headers


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("plain.html", "attachment; filename=plain.html"),
        ('a "quoted".html', 'attachment; filename="a \\"quoted\\".html"'),
        ("a; b.html", 'attachment; filename="a; b.html"'),
        ("line\nbreak\r\n.html", "attachment; filename=line_break__.html"),
        ("back\\slash.html", 'attachment; filename="back\\\\slash.html"'),
        ("Заявление.html", "filename*=UTF-8''%D0%97%D0%B0%D1%8F%D0%B2%D0%BB%D0%B5%D0%BD%D0%B8%D0%B5.html"),
        ("gpj\u202elmth.html", "attachment; filename=gpj_lmth.html"),
    ],
)
def test_a_file_is_called_what_it_is_called_in_the_folder(archive: Archive, name: str, header: str) -> None:
    archive.put(name)
    said = archive.take().headers["Content-Disposition"]
    assert said.endswith(header) if header.startswith("filename*") else said == header


@pytest.mark.parametrize(
    "path",
    ["../secret.html", "news/../../secret.html", "{root}/../secret.html", "/etc/hostname", "a\x00b", "..", "", "."],
)
def test_no_path_leads_out_of_the_folder(archive: Archive, path: str) -> None:
    (archive.root.parent / "secret.html").write_bytes(HOSTILE)
    archive.name(path.format(root=archive.root), hashlib.sha256(HOSTILE).hexdigest())
    assert archive.take().status_code == 410
    page = archive.client().get("/articles/one")
    assert page.status_code == 200
    assert "/original" not in page.text


def test_a_folder_whose_name_begins_with_that_of_the_corpus_is_another_one(archive: Archive) -> None:
    (archive.root.parent / "corpus-of-others").mkdir()
    (archive.root.parent / "corpus-of-others" / "a.html").write_bytes(HOSTILE)
    archive.name("../corpus-of-others/a.html", hashlib.sha256(HOSTILE).hexdigest())
    assert archive.take().status_code == 410


def test_no_link_leads_out_of_the_folder(archive: Archive) -> None:
    outside = archive.root.parent / "outside"
    outside.mkdir()
    (outside / "a.html").write_bytes(HOSTILE)
    (archive.root / "linked").symlink_to(outside)
    (archive.root / "a.html").symlink_to(outside / "a.html")
    for path in ("a.html", "linked/a.html"):
        archive.name(path, hashlib.sha256(HOSTILE).hexdigest())
        assert archive.take().status_code == 410


def test_a_link_inside_the_folder_is_followed(archive: Archive) -> None:
    archive.put("real.html")
    (archive.root / "b.html").symlink_to("real.html")
    archive.name("b.html", hashlib.sha256(HOSTILE).hexdigest())
    assert archive.take().data == HOSTILE


def test_a_link_in_a_circle_is_no_file(archive: Archive) -> None:
    (archive.root / "a.html").symlink_to("a.html")
    archive.name("a.html", "0" * 64)
    assert archive.take().status_code == 410


@pytest.mark.parametrize("data", [HOSTILE + b" ", b"", HOSTILE[:-1]], ids=["longer", "empty", "shorter"])
def test_a_file_that_has_changed_is_not_handed_out(archive: Archive, data: bytes) -> None:
    archive.put("a.html")
    (archive.root / "a.html").write_bytes(data)
    answer = archive.take()
    assert answer.status_code == 410
    assert "has changed since it was indexed" in answer.text


def test_a_file_that_is_gone_is_named_and_not_linked(archive: Archive) -> None:
    archive.put("a.html")
    (archive.root / "a.html").unlink()
    assert archive.said() == ("a.html", "")
    answer = archive.take()
    assert answer.status_code == 410
    assert "no longer in the archive" in answer.text


def test_a_file_without_a_byte_is_handed_out_if_it_was_indexed_so(archive: Archive) -> None:
    archive.put("a.html", b"")
    answer = archive.take()
    assert (answer.status_code, answer.data) == (200, b"")
    assert archive.said()[0] == "a.html (HTML, 0 bytes)"


def test_a_pipe_in_the_place_of_the_file_makes_nobody_wait(archive: Archive) -> None:
    os.mkfifo(archive.root / "a.html")
    archive.name("a.html", "0" * 64)
    assert archive.take().status_code == 410


def test_a_file_over_the_bound_is_not_read(archive: Archive) -> None:
    archive.settings = replace(archive.settings, max_file_mb=1)
    archive.put("a.html", b"x" * 1_000_001)
    assert archive.take().status_code == 410


def test_an_item_of_a_file_of_many_is_named_and_the_file_stays_here(archive: Archive) -> None:
    archive.put("notes.jsonl", HOSTILE, member="line 7")
    assert archive.said() == ("notes.jsonl (its item line 7)", "")
    assert archive.take().status_code == 404


def test_files_of_a_corpus_are_handed_out_where_they_hold_one_article(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "letter.txt").write_text("A letter\n\nThe ferry sails at noon.", encoding="utf-8")
    (corpus / "note.json").write_text('{"id": "n", "title": "A note", "text": "The harbour."}', encoding="utf-8")
    lines = (
        '{"id": "a", "title": "First", "text": "One pilot."}\n{"id": "b", "title": "Second", "text": "Two pilots."}\n'
    )
    (corpus / "many.jsonl").write_text(lines, encoding="utf-8")
    with ZipFile(corpus / "packed.zip", "w") as packed:
        packed.writestr("x.txt", "Third\n\nThree pilots.")
        packed.writestr("y.txt", "Fourth\n\nFour pilots.")
    settings = Settings(corpus=corpus, index=f"whoosh:{tmp_path}/index", index_workers=1)
    update(settings)
    client = create_app(open_live(settings.index), settings).test_client()
    answers = {}
    for each in client.get("/api/search?size=100").get_json()["results"]:
        taken = client.get(f"/articles/{each['id']}/original", buffered=True)
        answers[each["title"]] = (taken.status_code, taken.data if taken.status_code == 200 else b"")
    assert answers == {
        "A letter": (200, (corpus / "letter.txt").read_bytes()),
        "A note": (200, (corpus / "note.json").read_bytes()),
        **dict.fromkeys(("First", "Second", "Third", "Fourth"), (404, b"")),
    }


def test_an_operator_keeps_the_files_to_themselves(archive: Archive) -> None:
    archive.put("a.html")
    archive.settings = replace(archive.settings, originals="no")
    assert archive.said() == ("a.html", "")
    assert archive.take().status_code == 404


def test_where_the_folder_is_absent_the_page_names_the_file(archive: Archive) -> None:
    archive.put("a.html")
    archive.settings = replace(archive.settings, corpus=archive.root.parent / "elsewhere")
    assert archive.said() == ("a.html", "")
    assert archive.take().status_code == 410


def test_an_unknown_article_has_no_file(archive: Archive) -> None:
    assert archive.take("gone").status_code == 404


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (1, "1 byte"),
        (999, "999 bytes"),
        (1_000, "1 kB"),
        (1_499, "1 kB"),
        (1_501, "2 kB"),
        (999_499, "999 kB"),
        (1_000_000, "1.0 MB"),
        (1_260_000, "1.3 MB"),
    ],
)
def test_a_size_is_said_in_the_unit_that_fits(archive: Archive, size: int, said: str) -> None:
    archive.put("a.html", b"x" * size)
    assert archive.said()[0] == f"a.html (HTML, {said})"


def test_a_file_as_large_as_is_allowed_is_handed_out(archive: Archive) -> None:
    archive.settings = replace(archive.settings, max_file_mb=1)
    archive.put("a.html", b"x" * 1_000_000)
    assert (archive.take().status_code, len(archive.take().data)) == (200, 1_000_000)
