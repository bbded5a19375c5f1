"""Articles that are pushed: where they land, what takes whose place, and what is taken away."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from indexer.errors import ArticleMissing, IndexBusy, NameTaken, RemovalsHeld, RequestError
from indexer.indexing.contents import Readers
from indexer.indexing.push import push_article, push_file, remove
from tests.archive import Archive, story

NOTE = {"title": "A note", "date": "2019-03-01", "text": "The council met in Minsk."}


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    with closing(Readers()) as readers:
        yield readers


def landed(archive: Archive) -> list[str]:
    folder = archive.corpus / "pushed"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


@pytest.mark.parametrize("key", ["id", "url"])
def test_an_article_takes_the_place_of_one_of_the_same_key_and_of_no_other(
    archive: Archive, readers: Readers, key: str
) -> None:
    settings, place = archive.settings, "https://example.org/{}"
    first = push_article(settings, {**NOTE, key: place.format(1)}, readers)
    again = push_article(settings, {**NOTE, key: place.format(1), "text": "A submarine was shown."}, readers)
    other = push_article(settings, {**NOTE, key: place.format(2)}, readers)
    assert first == again
    assert other.path != first.path
    assert other.ids != first.ids
    assert len(landed(archive)) == 2
    assert json.loads((archive.corpus / first.path).read_text())["text"] == "A submarine was shown."


def test_an_id_says_more_than_an_address(archive: Archive, readers: Readers) -> None:
    article = {**NOTE, "id": "n-1", "url": "https://example.org/1"}
    first = push_article(archive.settings, article, readers)
    assert push_article(archive.settings, {**article, "url": "https://example.org/2"}, readers).path == first.path


@pytest.mark.parametrize("key", ["", "  ", None, 7, ["n-1"]], ids=repr)
def test_an_article_without_a_key_lands_nowhere(archive: Archive, readers: Readers, key: object) -> None:
    with pytest.raises(RequestError, match="needs an id or a url"):
        push_article(archive.settings, {**NOTE, "id": key}, readers)
    assert not (archive.corpus / "pushed").exists()


def test_letters_of_any_script_land_as_they_are(archive: Archive, readers: Readers) -> None:
    path = push_article(archive.settings, {**NOTE, "id": "n-1", "title": "Гавань"}, readers).path
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
def test_a_file_lands_under_its_bare_name_and_alone(archive: Archive, readers: Readers, name: str, path: str) -> None:
    assert push_file(archive.settings, name, story("gamma").encode(), readers).path == path
    assert [f"pushed/{each}" for each in landed(archive)] == [path]
    assert (archive.corpus / path).read_text() == story("gamma")


@pytest.mark.parametrize(
    "name",
    ["", "/", "..", ".hidden.txt", "a/.hidden.txt", "tab\t.txt", "null\0.txt", "half\ud800.txt", "line\u2028.txt"],
    ids=ascii,
)
def test_what_is_no_name_is_refused(archive: Archive, readers: Readers, name: str) -> None:
    with pytest.raises(RequestError, match="is no name for a file"):
        push_file(archive.settings, name, story("gamma").encode(), readers)
    assert not (archive.corpus / "pushed").exists()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("picture.jpg", b"\xff\xd8", "not taken: no reader for .jpg files"),
        ("broken.json", b"{", "not taken: not JSON"),
        ("lines.jsonl", b"{\n{\n", "not taken: line 1: not JSON"),
        ("none.jsonl", b"\n", "not taken: the file is empty"),
    ],
)
def test_a_file_without_an_article_lands_nowhere_and_says_why(
    archive: Archive, readers: Readers, name: str, data: bytes, reason: str
) -> None:
    with pytest.raises(RequestError, match=reason):
        push_file(archive.settings, name, data, readers)
    assert not (archive.corpus / "pushed").exists()


def test_of_a_file_of_many_all_that_can_be_read_are_named(archive: Archive, readers: Readers) -> None:
    lines = [json.dumps({**NOTE, "id": f"n-{number}"}) for number in range(3)]
    assert len(push_file(archive.settings, "many.jsonl", "\n".join([*lines, "{"]).encode(), readers).ids) == 3


def test_an_article_alone_in_its_file_is_removed_with_it(archive: Archive, readers: Readers) -> None:
    one = push_file(archive.settings, "one.jsonl", json.dumps({**NOTE, "id": "n-1"}).encode(), readers)
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


def test_an_article_among_others_is_not_removed_and_its_file_is_named(archive: Archive, readers: Readers) -> None:
    lines = [json.dumps({**NOTE, "id": f"n-{number}"}) for number in range(2)]
    two = push_file(archive.settings, "two.jsonl", "\n".join(lines).encode(), readers)
    archive.update()
    with pytest.raises(RequestError, match=r"pushed/two\.jsonl holds other articles too"):
        remove(archive.settings, two.ids[0])
    assert landed(archive) == ["two.jsonl"]


def test_an_article_whose_file_is_gone_already_is_removed_without_a_word(archive: Archive, readers: Readers) -> None:
    one = push_article(archive.settings, {**NOTE, "id": "n-1"}, readers)
    archive.update()
    (archive.corpus / one.path).unlink()
    assert remove(archive.settings, one.ids[0]) == one.path


def test_a_name_that_no_file_can_have_is_refused_in_words(archive: Archive, readers: Readers) -> None:
    with pytest.raises(RequestError, match="a name of 304 bytes is too long"):
        push_file(archive.settings, "n" * 300 + ".txt", story("gamma").encode(), readers)


KEYS = ["\ud800", "n" * 5000, "a\0b", "../../n", "https://[/", "Ω"]


@pytest.mark.parametrize("key", KEYS, ids=lambda key: ascii(key)[:20])
def test_whatever_an_articles_id_is_it_lands_and_is_found_under_the_id_that_was_told(
    archive: Archive, readers: Readers, key: str
) -> None:
    pushed = push_article(archive.settings, {**NOTE, "id": key}, readers)
    archive.update()
    assert [each.id for each in archive.articles().values()] == list(pushed.ids)
    assert landed(archive) == [pushed.path.removeprefix("pushed/")]


@pytest.mark.parametrize(
    "body",
    [b"", b"null", b"[1]", b"{", b"[" * 200_000, b'{"id": ' + b"9" * 5000 + b"}", b"\xff\xfe\x00", b'{"id": "\xff"}'],
    ids=repr,
)
def test_what_is_no_article_is_refused_in_words(archive: Archive, readers: Readers, body: bytes) -> None:
    with pytest.raises(RequestError, match="not taken: the body is not one article as a JSON object"):
        push_article(archive.settings, body, readers)


FIRST, SECOND = story("gamma").encode(), story("delta").encode()


@pytest.mark.parametrize(
    ("there", "name"),
    [("gamma.txt", "gamma.txt"), ("gamma.txt", "Gamma.TXT"), ("caf\u00e9.txt", "cafe\u0301.txt")],
)
def test_no_file_takes_anothers_place_unless_told_to(archive: Archive, readers: Readers, there: str, name: str) -> None:
    push_file(archive.settings, there, FIRST, readers)
    with pytest.raises(NameTaken, match="is there already"):
        push_file(archive.settings, name, SECOND, readers)
    assert (archive.corpus / "pushed" / there).read_bytes() == FIRST
    assert len(landed(archive)) == 1


def test_a_file_takes_anothers_place_when_told_to(archive: Archive, readers: Readers) -> None:
    push_file(archive.settings, "gamma.txt", FIRST, readers)
    push_file(archive.settings, "gamma.txt", SECOND, readers, replace=True)
    assert (archive.corpus / "pushed/gamma.txt").read_bytes() == SECOND


def test_the_same_file_again_is_no_other_file(archive: Archive, readers: Readers) -> None:
    first = push_file(archive.settings, "gamma.txt", FIRST, readers)
    assert push_file(archive.settings, "gamma.txt", FIRST, readers) == first


def test_a_folder_in_the_way_is_said_in_words(archive: Archive, readers: Readers) -> None:
    (archive.corpus / "pushed/gamma.txt").mkdir(parents=True)
    with pytest.raises(NameTaken, match="is there already"):
        push_file(archive.settings, "gamma.txt", FIRST, readers, replace=True)
    assert landed(archive) == ["gamma.txt"]


def test_of_many_that_push_one_name_at_once_one_wins_and_the_others_are_told(
    archive: Archive, readers: Readers
) -> None:
    contents = [story(f"gamma {number}").encode() for number in range(8)]

    def push(data: bytes) -> bytes:
        try:
            push_file(archive.settings, "gamma.txt", data, readers)
        except NameTaken:
            return b""
        return data

    with ThreadPoolExecutor(8) as threads:
        told = list(threads.map(push, contents))
    assert [data for data in told if data] == [(archive.corpus / "pushed/gamma.txt").read_bytes()]
    assert landed(archive) == ["gamma.txt"]
