"""WARC: what a crawler kept; each HTML page that a site answered with is an article, or is rejected by its address."""

import io
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from indexer.errors import Rejected
from indexer.ingest.draft import Draft, RawFile, Rejection, origin_of
from indexer.ingest.formats.html.page import page_draft
from indexer.ingest.reasons import reason_of

_HTML = {"text/html", "application/xhtml+xml"}
# a record whose head is cut has headers of None, which warcio then asks for their text
_BROKEN = (ArchiveLoadFailed, EOFError, OSError, ValueError, AttributeError)
_LARGEST_PAGE = 50_000_000


class Warc:
    name = "warc"
    suffixes = (".warc",)

    def read(self, file: RawFile) -> Iterator[Draft | Rejection]:
        taken = 0
        try:
            for record in ArchiveIterator(io.BytesIO(file.data)):
                if _is_page(record):
                    taken += 1
                    yield _read_page(record, file.path)
        except _BROKEN as error:
            if not taken:
                raise Rejected(f"not a WARC file that can be read ({error})") from None
            yield Rejection(file.path, f"what follows cannot be read ({error})", f"after page {taken}")
        if not taken:
            raise Rejected("no HTML pages in it")


def _is_page(record: Any) -> bool:
    if record.rec_type != "response" or record.http_headers is None:
        return False
    return record.http_headers.get_statuscode() == "200" and _content_type(record).get_content_type() in _HTML


def _content_type(record: Any) -> Message:
    message = Message()
    message["Content-Type"] = record.http_headers.get_header("Content-Type") or "application/octet-stream"
    return message


def _read_page(record: Any, path: str) -> Draft | Rejection:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    try:
        data = record.content_stream().read(_LARGEST_PAGE)
        charset = _content_type(record).get_content_charset() or ""
        return replace(page_draft(data, charset, url), key=url, origin=origin_of(data))
    except Exception as error:
        return Rejection(path, reason_of(error), url)
