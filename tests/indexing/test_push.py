"""Articles that are pushed: where they land, what takes whose place, and what is taken away."""

import json
import shutil
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from indexer.errors import ArticleMissing, IndexBusy, RemovalsHeld, RequestError
from indexer.indexing.push import push_article, push_file, remove
from tests.archive import Archive, story

NOTE = {"title": "A note", "date": "2019-03-01", "text": "The council met in Minsk."}


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


def landed(archive: Archive) -> list[str]:
    folder = archive.corpus / "pushed"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


@pytest.mark.parametrize("key", ["id", "url"])
def test_an_article_takes_the_place_of_one_of_the_same_key_and_of_no_other(archive: Archive, key: str) -> None:
    settings, place = archive.settings, "https://example.org/{}"
    first = push_article(settings, {**NOTE, key: place.format(1)})
    again = push_article(settings, {**NOTE, key: place.format(1), "text": "A submarine was shown."})
    other = push_article(settings, {**NOTE, key: place.format(2)})
    assert first == again
    assert other.path != first.path
    assert other.ids != first.ids
    assert len(landed(archive)) == 2
    assert json.loads((archive.corpus / first.path).read_text())["text"] == "A submarine was shown."


def test_an_id_says_more_than_an_address(archive: Archive) -> None:
    article = {**NOTE, "id": "n-1", "url": "https://example.org/1"}
    first = push_article(archive.settings, article)
    assert push_article(archive.settings, {**article, "url": "https://example.org/2"}).path == first.path


@pytest.mark.parametrize("key", ["", "  ", None, 7, ["n-1"]], ids=repr)
def test_an_article_without_a_key_lands_nowhere(archive: Archive, key: object) -> None:
    with pytest.raises(RequestError, match="needs an id or a url"):
        push_article(archive.settings, {**NOTE, "id": key})
    assert not (archive.corpus / "pushed").exists()


def test_letters_of_any_script_land_as_they_are(archive: Archive) -> None:
    path = push_article(archive.settings, {**NOTE, "id": "n-1", "title": "Гавань"}).path
    assert "Гавань" in (archive.corpus / path).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("gamma.txt", "pushed/gamma.txt"),
        ("../../etc/gamma.txt", "pushed/gamma.txt"),
        ("C:\\letters\\gamma.txt", "pushed/gamma.txt"),
        ("Письмо 7.txt", "pushed/Письмо 7.txt"),
    ],
)
def test_a_file_lands_under_its_bare_name_and_alone(archive: Archive, name: str, path: str) -> None:
    assert push_file(archive.settings, name, story("gamma").encode()).path == path
    assert [f"pushed/{each}" for each in landed(archive)] == [path]
    assert (archive.corpus / path).read_text() == story("gamma")


@pytest.mark.parametrize("name", ["", "/", "..", ".hidden.txt", "a/.hidden.txt", "tab\t.txt", "null\0.txt"], ids=repr)
def test_what_is_no_name_is_refused(archive: Archive, name: str) -> None:
    with pytest.raises(RequestError, match="is no name for a file"):
        push_file(archive.settings, name, story("gamma").encode())
    assert not (archive.corpus / "pushed").exists()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("picture.jpg", b"\xff\xd8", "not taken"),
        ("broken.json", b"{", "not taken"),
        ("lines.jsonl", b"{\n{\n", "not taken"),
        ("none.jsonl", b"\n", "not taken"),
    ],
)
def test_a_file_without_an_article_lands_nowhere_and_says_why(
    archive: Archive, name: str, data: bytes, reason: str
) -> None:
    with pytest.raises(RequestError, match=reason):
        push_file(archive.settings, name, data)
    assert not (archive.corpus / "pushed").exists()


def test_of_a_file_of_many_all_that_can_be_read_are_named(archive: Archive) -> None:
    lines = [json.dumps({**NOTE, "id": f"n-{number}"}) for number in range(3)]
    assert len(push_file(archive.settings, "many.jsonl", "\n".join([*lines, "{"]).encode()).ids) == 3


def test_an_article_alone_in_its_file_is_removed_with_it(archive: Archive) -> None:
    one = push_file(archive.settings, "one.jsonl", json.dumps({**NOTE, "id": "n-1"}).encode())
    archive.update()
    assert remove(archive.settings, one.ids[0]) == one.path
    assert landed(archive) == []
    archive.update()
    with pytest.raises(ArticleMissing):
        remove(archive.settings, one.ids[0])


def test_the_last_article_of_a_folder_is_removed_and_its_folder_is_not_taken_for_one_that_is_gone(
    archive: Archive,
) -> None:
    archive.write("alpha.txt")
    one, other = (push_article(archive.settings, {**NOTE, "id": key}) for key in ("n-1", "n-2"))
    archive.update()
    remove(archive.settings, one.ids[0])
    remove(archive.settings, other.ids[0])
    assert archive.update().removed == 2


def test_of_a_folder_that_is_gone_more_is_missing_than_was_removed(archive: Archive) -> None:
    archive.write("alpha.txt")
    one, _ = (push_article(archive.settings, {**NOTE, "id": key}) for key in ("n-1", "n-2"))
    archive.update()
    remove(archive.settings, one.ids[0])
    shutil.rmtree(archive.corpus / "pushed")
    with pytest.raises(RemovalsHeld, match="1 of 3"):
        archive.update()


def test_what_comes_back_after_it_was_removed_is_no_longer_one_that_may_go(archive: Archive) -> None:
    archive.write("alpha.txt")
    one = push_article(archive.settings, {**NOTE, "id": "n-1"})
    archive.update()
    remove(archive.settings, one.ids[0])
    push_article(archive.settings, {**NOTE, "id": "n-1"})
    assert archive.update().total == 2
    shutil.rmtree(archive.corpus / "pushed")
    with pytest.raises(RemovalsHeld):
        archive.update()


def test_an_article_is_not_removed_while_the_catalog_is_written_to(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = push_article(archive.settings, {**NOTE, "id": "n-1"})
    archive.update()
    monkeypatch.setattr("sqlite3.connect", partial(sqlite3.connect, timeout=0))
    with closing(archive.catalog()) as writing, writing.transaction(), pytest.raises(IndexBusy):
        remove(archive.settings, one.ids[0])
    assert landed(archive) == [Path(one.path).name]


def test_an_article_among_others_is_not_removed_and_its_file_is_named(archive: Archive) -> None:
    lines = [json.dumps({**NOTE, "id": f"n-{number}"}) for number in range(2)]
    two = push_file(archive.settings, "two.jsonl", "\n".join(lines).encode())
    archive.update()
    with pytest.raises(RequestError, match=r"pushed/two\.jsonl holds other articles too"):
        remove(archive.settings, two.ids[0])
    assert landed(archive) == ["two.jsonl"]


def test_an_article_whose_file_is_gone_already_is_removed_without_a_word(archive: Archive) -> None:
    one = push_article(archive.settings, {**NOTE, "id": "n-1"})
    archive.update()
    (archive.corpus / one.path).unlink()
    assert remove(archive.settings, one.ids[0]) == one.path
