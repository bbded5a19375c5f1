"""Word documents: paragraphs and tables in their order, and the title that their styles or properties tell."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.table import Table, _Cell
from lxml.etree import LxmlError

from indexer.article import DateEvidence
from indexer.errors import Rejected
from indexer.ingest.dates import date_of
from indexer.ingest.draft import MAX_CHARACTERS, Draft, RawFile

_LARGEST = 200_000_000
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, OpcError, LxmlError, EOFError, OSError),
    # what the library stumbles over where a part is missing, or is another one than its name says
    *(AttributeError, KeyError, IndexError, TypeError, ValueError, NotImplementedError, RuntimeError),
)
_TITLE_STYLES = ("Title", "Heading 1")


class Docx:
    name = "docx"
    suffixes = (".docx",)

    def read(self, file: RawFile) -> Iterator[Draft]:
        document = _opened(file.data)
        text = _text(document)
        if not text.strip():
            raise Rejected("no text in it")
        draft = Draft(text=text, title=_title(document), language=_said(document, "language")[:2].lower())
        created = _created(document)
        if created and date_of(draft).precision == "none":
            draft = replace(draft, date=created, date_evidence=DateEvidence("docx property"))
        yield draft


def _opened(data: bytes) -> Document:
    """Raises `Rejected` for what is no Word document, and for one that would fill the memory when unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _LARGEST:
                raise Rejected(f"a document of more than {_LARGEST // 1_000_000} MB when unpacked")
        return docx.Document(io.BytesIO(data))
    except _BROKEN as error:
        raise Rejected(f"not a Word document that can be opened ({_words(error)})") from None


def _words(error: Exception) -> str:
    """Python's own say which of the library's objects was None, which is of no use to who has the file."""
    ours = isinstance(error, AttributeError | TypeError | IndexError | KeyError)
    return "a part of it is missing or damaged" if ours else str(error)


def _text(document: Document) -> str:
    """Raises `Rejected` where that is more than one article can be: a cell may say that it fills many."""
    texts: list[str] = []
    room = MAX_CHARACTERS
    try:
        for text in _blocks(document):
            room -= len(text)
            if room < 0:
                raise Rejected(f"a text of more than {MAX_CHARACTERS:,} characters is no single article")
            texts.append(text)
    except _BROKEN as error:
        raise Rejected(f"a Word document whose text cannot be read ({_words(error)})") from None
    return "\n\n".join(texts)


def _blocks(document: Document) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block)
        elif block.text.strip():
            yield block.text


def _rows(table: Table) -> Iterator[str]:
    """Not by the library's own rows: of a cell that spans columns they have as many as it says, and to one that goes
    on from above they climb row by row."""
    above: dict[int, str] = {}
    for row in table._tbl.tr_lst:  # noqa: SLF001 - see above
        here: dict[int, str] = {}
        column = _said_of(row, "grid_before", 0)
        for cell in row.tc_lst:
            goes_on = _said_of(cell, "vMerge", "") == "continue"
            here[column] = above.get(column, "") if goes_on else _Cell(cell, table).text.strip()
            column += _said_of(cell, "grid_span", 1)
        above = here
        text = " | ".join(dict.fromkeys(here.values()))
        if text.strip(" |"):
            yield text


def _said_of(element: object, name: str, otherwise: Any) -> Any:
    """An attribute that the library reads from the file when asked for it, which may hold anything."""
    try:
        return getattr(element, name)
    except (ValueError, TypeError, AttributeError):
        return otherwise


def _title(document: Document) -> str:
    with suppress(*_BROKEN):  # the styles' part may be damaged where the text is not
        for paragraph in document.paragraphs[:20]:
            style = paragraph.style
            if style is not None and style.name in _TITLE_STYLES and paragraph.text.strip():
                return " ".join(paragraph.text.split())
    return _said(document, "title")


def _said(document: Document, name: str) -> str:
    with suppress(*_BROKEN):
        return " ".join(str(getattr(document.core_properties, name) or "").split())
    return ""


def _created(document: Document) -> str:
    with suppress(*_BROKEN):
        created = document.core_properties.created
        return str(created.date().isoformat()) if created else ""
    return ""
