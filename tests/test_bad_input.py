"""Files as bad as they come: each is read or rejected with its reason, and all others are indexed."""

import os
from pathlib import Path

import pytest

from tests.archive import Archive, story

PAGE = "<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"
BODY = "<p>" + "The council met in Minsk and heard a report on the training of border officers. " * 8 + "</p>"
CYRILLIC = (
    "Совет выслушал доклад о подготовке пограничников\n\n07.02.2019\n\n" + "Совет собрался в Минске во вторник. " * 12
)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive(tmp_path)
    archive.write("good.txt")
    return archive


def test_the_rest_is_indexed_whatever_a_file_holds(archive: Archive) -> None:
    archive.write("empty.txt", b"")
    archive.write("blank.txt", b" \n\t\n")
    archive.write("renamed.txt", os.urandom(5000))
    archive.write("broken.json", b'{"title": "cut off')
    archive.write("not-a.pdf", b"%PDF-1.7 and nothing behind it")
    archive.write("not-a.zip", b"PK\x03\x04 and nothing behind it")
    archive.write("picture.jpg", b"\xff\xd8\xff\xe0")
    (archive.corpus / "link.txt").symlink_to("/etc/passwd")
    summary = archive.update()
    assert (summary.added, summary.rejected) == (1, 8)
    assert all(archive.rejected().values())
    assert archive.update().rejected == 8


def test_a_truncated_page_is_read_as_far_as_it_goes(archive: Archive) -> None:
    page = PAGE.format(title="A page that was cut off", body=BODY * 3)
    archive.write("cut.html", page[: len(page) // 2])
    archive.update()
    assert archive.total("border") == 2


def test_a_text_in_windows_1251_is_read_as_it_was_meant(archive: Archive) -> None:
    archive.write("russian.txt", CYRILLIC.encode("cp1251"))
    archive.update()
    assert archive.titles("пограничников") == {"Совет выслушал доклад о подготовке пограничников"}


def test_a_name_with_spaces_and_another_script_is_a_name_like_any(archive: Archive) -> None:
    archive.write("Пресс релиз № 5 (итог).txt", story("letters"))
    assert archive.update().added == 2
    assert len(archive.articles()) == 2


def test_a_text_of_fifty_megabytes_is_rejected_with_its_size(archive: Archive) -> None:
    archive.write("huge.txt", "The council met in Minsk. " * 2_000_000)
    assert archive.update().added == 1
    assert "characters" in archive.rejected()["huge.txt"]


def test_a_file_over_the_bound_is_rejected_unread(archive: Archive) -> None:
    with (archive.corpus / "sparse.txt").open("wb") as file:
        file.truncate(200_000_000)
    archive.update()
    assert "COMMUNIQUE_MAX_FILE_MB" in archive.rejected()["sparse.txt"]


def test_a_script_in_a_title_is_text(archive: Archive) -> None:
    archive.write("script.json", '{"title": "<script>alert(1)</script> in Minsk", "text": "The <b>council</b> met."}')
    archive.update()
    assert archive.articles()["script.json"].title == "<script>alert(1)</script> in Minsk"


@pytest.mark.parametrize("typed", ['"', "((((((", "***", "\0", "a" * 100_000, "(a OR " * 20_000, "NOT", '"" AND ~5'])
def test_whatever_is_typed_gets_an_answer(archive: Archive, typed: str) -> None:
    archive.update()
    assert archive.total(typed) >= 0
