"""Which kind a file is, and what reads it. A new kind is a sibling module here and its name in `FORMATS`."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from indexer.errors import Rejected
from indexer.ingest.draft import Draft, Format, RawFile, Rejection, storable
from indexer.ingest.formats.docx import Docx
from indexer.ingest.formats.feed import Feed
from indexer.ingest.formats.html.page import Html
from indexer.ingest.formats.jsonl import Json, JsonLines
from indexer.ingest.formats.mail import Mail
from indexer.ingest.formats.markdown import Markdown
from indexer.ingest.formats.packed import Packed
from indexer.ingest.formats.pdf import Pdf
from indexer.ingest.formats.text import Text
from indexer.ingest.formats.warc import Warc


def read(file: RawFile) -> Iterator[Draft | Rejection]:
    """The articles of a file, in its order; a `Rejection` among them is one bad part, such as a line of JSON Lines.

    Raises `Rejected` on the first step where the whole file cannot be taken.
    """
    yield from map(_storable, format_of(file).read(file))


def _storable(each: Draft | Rejection) -> Draft | Rejection:
    if isinstance(each, Rejection):
        return replace(each, reason=storable(each.reason), place=storable(each.place))
    texts = {name: storable(getattr(each, name)) for name in _TEXTS}
    authors = tuple(map(storable, each.authors))
    extra = tuple((storable(name), storable(value)) for name, value in each.extra)
    return replace(each, authors=authors, extra=extra, **texts)  # type: ignore[arg-type]  # all of these are texts


def format_of(file: RawFile) -> Format:
    """The sibling that reads `file`: by its suffix, unless its first bytes show another kind."""
    file.require_content()
    suffix = PurePosixPath(file.path).suffix.lower()
    if suffix not in _BY_SUFFIX:
        raise Rejected(f"no reader for {suffix} files" if suffix else "no reader for files without a suffix")
    return _by_content(file.data, suffix) or _BY_SUFFIX[suffix]


FORMATS: tuple[Format, ...] = (
    *(Html(), Text(), Markdown(), Json(), JsonLines(), Pdf(), Docx(), Mail(), Feed(), Warc()),
    Packed(read),
)
_BY_SUFFIX: dict[str, Format] = {suffix: each for each in FORMATS for suffix in each.suffixes}

_TEXTS = ("text", "title", "key", "date", "type", "source", "language", "url")
_HTML_STARTS = (b"<!doctype html", b"<html")
_PROLOGUE = re.compile(rb"<\?xml[^>]{0,200}\?>\s*")
# A mail, an archive of pages or a note may well begin with another kind's first bytes and still be what it is called.
_MAY_LIE = {*Text.suffixes, *Html.suffixes, *Pdf.suffixes, *Docx.suffixes, *Feed.suffixes}


def _by_content(data: bytes, suffix: str) -> Format | None:
    start = _PROLOGUE.sub(b"", data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower(), count=1)
    if suffix not in _MAY_LIE:
        return None
    if start.startswith(b"%pdf-"):
        return _BY_SUFFIX[".pdf"]
    return _BY_SUFFIX[".html"] if start.startswith(_HTML_STARTS) else None
