"""Word documents: paragraphs and tables in their order, and the title that their styles or properties tell."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.table import Table
from lxml.etree import LxmlError

from indexer.article import DateEvidence
from indexer.errors import Rejected
from indexer.ingest.dates import date_of
from indexer.ingest.draft import Draft, RawFile

_LARGEST = 200_000_000
_TITLE_STYLES = ("Title", "Heading 1")


class Docx:
    name = "docx"
    suffixes = (".docx",)

    def read(self, file: RawFile) -> Iterator[Draft]:
        document = _opened(file.data)
        text = "\n\n".join(_blocks(document))
        if not text.strip():
            raise Rejected("no text in it")
        draft = Draft(text=text, title=_title(document), language=_said(document, "language")[:2].lower())
        created = document.core_properties.created
        if created and date_of(draft).precision == "none":
            draft = replace(draft, date=created.date().isoformat(), date_evidence=DateEvidence("docx property"))
        yield draft


def _opened(data: bytes) -> Document:
    """Raises `Rejected` for what is no Word document, and for one that would fill the memory when unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _LARGEST:
                raise Rejected(f"a document of more than {_LARGEST // 1_000_000} MB when unpacked")
        return docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, OpcError, LxmlError, KeyError, ValueError, OSError, NotImplementedError) as error:
        raise Rejected(f"not a Word document that can be opened ({error})") from None


def _blocks(document: Document) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            rows = (" | ".join(dict.fromkeys(cell.text.strip() for cell in row.cells)) for row in block.rows)
            yield "\n\n".join(row for row in rows if row.strip(" |"))
        elif block.text.strip():
            yield block.text


def _title(document: Document) -> str:
    for paragraph in document.paragraphs[:20]:
        style = paragraph.style
        if style is not None and style.name in _TITLE_STYLES and paragraph.text.strip():
            return " ".join(paragraph.text.split())
    return _said(document, "title")


def _said(document: Document, name: str) -> str:
    return " ".join(str(getattr(document.core_properties, name) or "").split())
