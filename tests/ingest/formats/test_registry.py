"""Which sibling reads a file, and what none of them takes."""

import pytest

from indexer.ingest.draft import Draft, RawFile
from indexer.ingest.formats import registry
from tests.ingest.formats import FILES, drafts, read_bytes, reason_against

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x08\x06\0\0\0\x1f\xf3\xffa" + bytes(range(256)) * 4


def test_every_sample_file_is_of_a_known_format_or_says_why_not() -> None:
    for path in sorted(FILES.iterdir()):
        data = path.read_bytes()
        assert reason_against(data, path.name) or any(isinstance(part, Draft) for part in read_bytes(data, path.name))


@pytest.mark.parametrize(
    ("path", "data", "reason"),
    [
        ("notes.xyz", b"words", "no reader for .xyz files"),
        ("README", b"words", "no reader for files without a suffix"),
        ("empty.html", b"", "the file is empty"),
        ("blank.txt", b" \r\n\t\n", "the file is empty"),
        ("picture.txt", PNG, "binary content, not text"),
        ("picture.md", PNG, "binary content, not text"),
        ("picture.jsonl", PNG, "binary content, not text"),
        ("picture.html", PNG, "binary content, not text"),
        ("picture.pdf", PNG, "not a PDF that can be opened"),
        ("picture.docx", PNG, "not a Word document that can be opened"),
        ("picture.warc", PNG, "not a WARC file that can be read"),
        ("picture.rss", PNG, "not an RSS or Atom feed"),
        ("picture.eml", PNG, "not an e-mail: it has no headers"),
        ("picture.gz", PNG, "not a .gz file that can be unpacked"),
        ("picture.xz", PNG, "not a .xz file that can be unpacked"),
        ("picture.zip", PNG, "not a .zip file that can be unpacked"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_its_reason(path: str, data: bytes, reason: str) -> None:
    assert reason_against(data, path).startswith(reason)


def test_content_decides_where_the_suffix_lies() -> None:
    page = (FILES / "protocol.html").read_bytes()
    report = (FILES / "report.pdf").read_bytes()
    assert registry.format_of(RawFile("protocol.txt", page, "")).name == "html"
    assert registry.format_of(RawFile("protocol.xml", b'<?xml version="1.0"?>\n' + page, "")).name == "html"
    assert registry.format_of(RawFile("report.txt", report, "")).name == "pdf"
    assert drafts(read_bytes(report, "report.docx"))[0].title == "Annual report of the Harbour Council"


def test_a_mail_that_begins_like_a_page_is_still_a_mail() -> None:
    assert registry.format_of(RawFile("odd.eml", b"<html>", "")).name == "mail"


def test_suffixes_in_capitals_are_known() -> None:
    assert registry.format_of(RawFile("NOTE.TXT", b"words", "")).name == "text"


def test_no_suffix_is_claimed_by_two_formats() -> None:
    claimed = [suffix for each in registry.FORMATS for suffix in each.suffixes]
    assert len(claimed) == len(set(claimed))
