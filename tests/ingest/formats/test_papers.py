"""PDF and Word."""

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime

import docx
import pytest

from indexer.article import DateEvidence, PartialDate
from indexer.ingest.cleaning.clean import clean
from indexer.ingest.dates import date_of
from tests.ingest.formats import FILES, drafts, read_bytes, read_file, reason_against
from tests.ingest.formats.paged import pdf


def test_a_pdf_gives_its_text_without_what_every_page_repeats() -> None:
    draft = clean(drafts(read_file("report.pdf"))[0])
    assert draft.title == "Annual report of the Harbour Council"
    assert draft.text.startswith(
        "The Harbour Council met four times in the year under report. The meetings were held in Rotterdam"
    )
    assert "ANNUAL REPORT 2018" not in draft.text


def test_a_page_of_a_pdf_can_be_found_again_in_the_clean_text() -> None:
    draft = clean(drafts(read_file("report.pdf"))[0])
    assert len(draft.page_starts) == 3
    assert draft.page_starts[0] == 0
    assert [draft.text[start:].split()[0] for start in draft.page_starts[1:]] == ["chairs", "The"]


def text_of(pages: Sequence[Sequence[str]]) -> list[str]:
    return drafts(read_bytes(pdf(pages), "a.pdf"))[0].text.split("\n")


def page(number: int, *, head: str = "", second: str = "", third: str = "") -> list[str]:
    """Lines of its own, where no other is wanted."""
    lines = [f"{place} line of page {'abcdefgh'[number]}" for place in ("First", "Second", "Third", "Fourth", "Last")]
    return [head or lines[0], second or lines[1], third or lines[2], *lines[3:]]


@pytest.mark.parametrize(
    ("pages", "headed", "left"),
    [(5, 3, 0), (6, 3, 3), (2, 2, 2), (4, 2, 2)],
    ids=["most", "half", "both", "two of four"],
)
def test_a_line_at_the_head_of_most_pages_goes_and_not_one_of_fewer(pages: int, headed: int, left: int) -> None:
    text = text_of([page(number, head="PORT NEWS 7" if number < headed else "") for number in range(pages)])
    assert text.count("PORT NEWS 7") == left


def test_what_pages_repeat_goes_from_their_first_two_lines_though_its_figures_differ() -> None:
    text = text_of([page(number, second=f"Issue {number}", third="Notices") for number in range(4)])
    assert not [line for line in text if line.startswith("Issue")]
    assert text.count("Notices") == 4


def test_a_number_goes_from_the_edge_of_a_page_and_stays_within_it() -> None:
    text = text_of([["12", "The depths of the", "sound in", "40", "places were", "measured.", "- 3 -"]])
    assert [line for line in text if line] == ["The depths of the", "sound in", "40", "places were", "measured."]


@pytest.mark.parametrize(("stated", "title"), [("The Depths", "The Depths"), ("minutes-v2.doc", "")])
def test_a_pdfs_stated_title_counts_only_where_its_text_has_it(stated: str, title: str) -> None:
    data = pdf([["The depths", "of the sound were measured."]], title=stated)
    assert drafts(read_bytes(data, "a.pdf"))[0].title == title


def test_a_pdf_of_too_many_pages_is_rejected() -> None:
    assert reason_against(pdf([["words"]], count=5_001), "a.pdf") == "a PDF of 5,001 pages, more than 5,000"


def test_a_sentence_that_runs_over_a_page_stays_whole() -> None:
    text = clean(drafts(read_file("report.pdf"))[0]).text
    assert "was signed in the autumn, when the chairs of both organisations met in Rotterdam." in text


def test_a_word_broken_at_a_lines_end_is_whole_again() -> None:
    assert "It was prepared by two groups" in clean(drafts(read_file("report.pdf"))[0]).text


def test_the_creation_date_speaks_where_the_text_is_silent() -> None:
    draft = drafts(read_file("report.pdf"))[0]
    assert (draft.date, draft.date_evidence) == ("20190115", DateEvidence("PDF"))


def test_a_date_in_the_text_silences_the_creation_date() -> None:
    dated = (
        (FILES / "report.pdf").read_bytes().replace(b"(The Harbour Council met four", b"(On 12 May 2018 council met at")
    )
    assert drafts(read_bytes(dated, "dated.pdf"))[0].date == ""


def test_pictures_of_pages_and_what_is_no_pdf_are_rejected() -> None:
    assert reason_against((FILES / "scan.pdf").read_bytes(), "scan.pdf").startswith("no text in it")
    assert reason_against((FILES / "not.pdf").read_bytes(), "not.pdf").startswith("not a PDF that can be opened")


def test_a_cut_pdf_is_read_or_rejected() -> None:
    whole = (FILES / "report.pdf").read_bytes()
    for end in range(200, len(whole), 400):
        reason = reason_against(whole[:end], "cut.pdf")
        assert not reason or reason.startswith(("not a PDF", "no text"))


def test_a_word_document_gives_paragraphs_and_tables_in_their_order() -> None:
    (draft,) = drafts(read_file("report.docx"))
    assert draft.title == "Report of the chair on the work of the Harbour Council"
    first, table, last = (draft.text.index(words) for words in ("four times", "Rotterdam | The protocol", "thanks"))
    assert first < table < last


def word(*paragraphs: tuple[str, str], title: str = "", created: datetime | None = None) -> bytes:
    """A document of paragraphs, each with its style."""
    document = docx.Document()
    for style, text in paragraphs:
        document.add_paragraph(text, style=style)
    document.core_properties.title = title
    document.core_properties.language = "EN-gb"
    document.core_properties.created = created or datetime(2018, 10, 16, tzinfo=UTC)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize(
    ("paragraphs", "title"),
    [
        ([("Normal", "Port News"), ("Heading 1", "Ice report"), ("Title", "Fog")], "Ice report"),
        ([("Normal", "Port News"), ("Heading 2", "Ice report")], "Minutes"),
        ([("Title", " "), ("Title", "Fog  report")], "Fog report"),
        ([("Normal", "Port News")] * 20 + [("Title", "Ice report")], "Minutes"),
    ],
    ids=["the first of a title's style", "no such style", "blank", "far below"],
)
def test_a_word_documents_title_is_its_first_heading_else_its_property(
    paragraphs: list[tuple[str, str]], title: str
) -> None:
    (draft,) = drafts(read_bytes(word(*paragraphs, title="Minutes"), "a.docx"))
    assert (draft.title, draft.language) == (title, "en")


@pytest.mark.parametrize(
    ("text", "value", "evidence"),
    [
        ("The sound is closed.", "2018-10-16", DateEvidence("docx property", quoted="2018-10-16")),
        ("On 5 March 2018 the sound was closed.", "2018-03-05", DateEvidence("first sentence", quoted="5 March 2018")),
    ],
)
def test_a_word_document_was_written_when_it_was_created_where_its_text_is_silent(
    text: str, value: str, evidence: DateEvidence
) -> None:
    (draft,) = drafts(read_bytes(word(("Normal", text)), "a.docx"))
    assert date_of(draft) == PartialDate(value, evidence)


def test_a_word_document_that_would_fill_the_memory_is_rejected() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"word/part{number}.xml", b"\0" * 70_000_000)
    assert "when unpacked" in reason_against(packed.getvalue(), "bomb.docx")


def test_a_zip_that_is_no_word_document_is_rejected() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "words")
    assert reason_against(packed.getvalue(), "a.docx").startswith("not a Word document")
