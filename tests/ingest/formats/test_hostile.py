"""Small files that would cost much, and damage in the middle of files: bounded, read as far as they can be, and said in
words."""

import io
import re
import zipfile
from itertools import pairwise

import pytest

from benchmarks.hostile_files import damaged
from benchmarks.hostile_made import docx_of, laughs
from indexer.ingest.draft import RawFile, Rejection
from indexer.ingest.read import drafts as drafts_in
from tests.ingest.formats import drafts, read_bytes, reason_against, rejections
from tests.ingest.formats.paged import pdf
from tests.machine import cpu_bound


def cell(text: str, about: str = "") -> str:
    return f"<w:tc><w:tcPr>{about}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def table(*rows: str) -> bytes:
    return docx_of(f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>")


WIDE, STARTS, GOES_ON = '<w:gridSpan w:val="{}"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


@pytest.mark.parametrize("columns", ["3", "30000000", "9999999999999999999", "many", "-3", ""])
def test_a_cell_counts_once_however_many_columns_it_says_that_it_spans(columns: str) -> None:
    with cpu_bound(20):
        (draft,) = drafts(read_bytes(table(cell("Rotterdam", WIDE.format(columns)) + cell("Porto")), "a.docx"))
    assert draft.text == "Rotterdam | Porto"


def test_a_cell_that_spans_rows_is_in_each_of_them() -> None:
    rows = [cell("Porto", STARTS) + cell("1"), cell("", GOES_ON) + cell("2"), cell("", GOES_ON) + cell("3")]
    (draft,) = drafts(read_bytes(table(*rows), "a.docx"))
    assert draft.text == "Porto | 1\n\nPorto | 2\n\nPorto | 3"


def test_a_table_of_thousands_of_merged_rows_is_read_and_one_that_would_fill_the_memory_is_not() -> None:
    goes_on = [cell("", GOES_ON)] * 3000
    assert len(drafts(read_bytes(table(cell("Porto", STARTS), *goes_on), "a.docx"))[0].text.split()) == 3001
    assert "is no single article" in reason_against(table(cell("word " * 2000, STARTS), *goes_on), "a.docx")


def aliases(depth: int) -> str:
    names = "abcdefghij"[: depth + 1]
    levels = [f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]" for before, name in pairwise(names)]
    return "\n".join(["a: &a [x,x,x]", *levels])


@pytest.mark.parametrize(
    "front",
    [aliases(9), aliases(2), "a: &a {b: &b [x], c: *b}\nd: *a", f"a: &a {'y' * 90_000}\nb: [*a, *a, *a]", "a: &a [*a]"],
    ids=["deep", "two levels", "in a mapping", "of much text", "of itself"],
)
def test_front_matter_whose_aliases_multiply_is_refused(front: str) -> None:
    with cpu_bound(20):
        assert "aliases" in reason_against(f"---\n{front}\n---\nWords.".encode(), "a.md")


def test_an_anchor_that_is_used_plainly_is_as_good_as_the_words_themselves() -> None:
    (draft,) = drafts(read_bytes(b"---\nauthors: [&ana Ana Ruiz]\neditor: *ana\ntranslator: *ana\n---\nWords.", "a.md"))
    assert draft.authors == ("Ana Ruiz",)
    assert draft.extra == (("editor", "Ana Ruiz"), ("translator", "Ana Ruiz"))


@pytest.mark.parametrize(
    "value", ["9" * 5000, "1" + ":20" * 3000, "9" * 5000 + ".5"], ids=["long", "sexagesimal", "float"]
)
def test_a_number_without_end_is_text(value: str) -> None:
    (draft,) = drafts(read_bytes(f"---\ntitle: Ice\ndepth: {value}\n---\nWords.".encode(), "a.md"))
    assert draft.extra == (("depth", value),)


@pytest.mark.parametrize("front", ["a: !!int ''", "a: !!bool x", "? [a]\n: b", "<<: 7", "a: !!timestamp x"])
def test_front_matter_of_the_wrong_kinds_is_refused_in_words(front: str) -> None:
    reason = reason_against(f"---\n{front}\n---\nWords.".encode(), "a.md")
    assert reason.startswith("front matter that is no YAML")


def test_entities_that_multiply_are_not_expanded() -> None:
    document = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "ha">{laughs()}]><w>&l9;</w>'
    with cpu_bound(30):
        assert reason_against(docx_of(document), "a.docx").startswith("not a Word document")


def test_a_page_of_a_pdf_that_cannot_be_read_is_named_and_the_others_are_read() -> None:
    data = pdf([[f"Words of page {number}."] for number in ("one", "two", "three")])
    kids = re.search(rb"/Kids \[4 0 R 6 0 R 8 0 R\]", data)
    assert kids
    broken = data.replace(b"/Kids [4 0 R 6 0 R 8 0 R]", b"/Kids [4 0 R 3 0 R 8 0 R]")
    parts = read_bytes(broken, "a.pdf")
    assert [draft.text.split("\n")[0] for draft in drafts(parts)] == ["Words of page one."]
    assert "Words of page three." in drafts(parts)[0].text
    assert [(each.place, each.reason) for each in rejections(parts)] == [
        ("page 2", "cannot be read; the other pages were")
    ]


MAIL = b"From: a@b.example\r\nSubject: Ice\r\n%s\r\n\r\nThe sound is closed until Monday. \xd0\r\n"


@pytest.mark.parametrize(
    "header",
    [
        b'Content-Type: text/plain; charset="utf-8\0"',
        b"Content-Type: text/plain; charset*=a'b'%ff%00",
        b"Content-Type: text/plain; charset=punycode",
        b"Content-Disposition: inline; filename*0*=x'%",
        b"Content-Transfer-Encoding: \xff\0",
    ],
    ids=repr,
)
def test_a_mail_is_read_whatever_its_headers_say_of_it(header: bytes) -> None:
    (draft,) = drafts(read_bytes(MAIL % header, "a.eml"))
    assert "The sound is closed until Monday." in draft.text


def test_halves_of_surrogate_pairs_in_a_feed_cost_a_character_and_no_more() -> None:
    item = "<item><title>Ice &#xD800; report</title><description>Words \\ud800 of it &#55296;.</description></item>"
    found = drafts(read_bytes(f"<rss version='2.0'><channel>{item}</channel></rss>".encode(), "a.rss"))
    assert [each.title.encode().decode() for each in found] == [each.title for each in found]
    assert len(found) == 1


def zipped(**members: bytes) -> bytearray:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(f"{name}.txt", data)
    return bytearray(packed.getvalue())


def test_a_zip_whose_files_lie_before_its_beginning_says_so_of_each() -> None:
    data = zipped(a=b"Ice\n\nThe sound is closed.")
    place = data.rfind(b"PK\x05\x06") + 16
    data[place : place + 4] = (int.from_bytes(data[place : place + 4], "little") + 50).to_bytes(4, "little")
    (found,) = rejections(list(drafts_in(RawFile("a.zip", bytes(data), ""))))
    assert found.reason.startswith(("cannot be unpacked", "not a .zip file that can be unpacked"))


@pytest.mark.parametrize("part", ["word/document.xml", "_rels/.rels", "[Content_Types].xml"])
def test_a_word_document_with_a_damaged_part_is_refused_in_words(part: str) -> None:
    data = bytearray(docx_of("<w:p><w:r><w:t>Words of a text.</w:t></w:r></w:p>"))
    start = data.find(part.encode()) + len(part)
    data[start : start + 20] = b"\xff" * 20
    assert reason_against(bytes(data), "a.docx").startswith("not a Word document")


PAGE = "<html><head><title>Ice</title></head><body><article><h1>Ice in the sound</h1>{}</article></body></html>"


@pytest.mark.parametrize(
    "unfit", ["\0", "\x01", "\x0b", "\x1f", "\ufffe", "&#0;", "&#1;", "&#x0B;", "&#xFFFE;", "&#x1f"]
)
def test_a_page_is_read_without_the_characters_that_no_tree_can_hold(unfit: str) -> None:
    more = "Its master heard a report on the ice and on the buoys. " * 8
    words = f"<p>The harbour{unfit} was closed. {more}</p>"
    (draft,) = drafts(read_bytes(PAGE.format(words).encode(), "a.html"))
    assert "heard a report on the ice and on the buoys." in draft.text


def test_whatever_is_damaged_in_a_file_its_reason_is_in_words() -> None:
    refused = [each for file in damaged(15) for each in drafts_in(file) if isinstance(each, Rejection)]
    assert refused
    assert [each for each in refused if "could not be read (" in each.reason] == []
