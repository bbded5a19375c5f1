"""A saved page: its body by trafilatura, what it says of itself by its markup, its date last of all by htmldate."""

import re
from collections.abc import Iterator
from itertools import count

import htmldate
import lxml.html
import trafilatura
from lxml.etree import LxmlError, ParserError
from trafilatura.meta import reset_caches

from indexer.errors import Rejected
from indexer.ingest.charset import decode
from indexer.ingest.draft import Draft, RawFile
from indexer.ingest.formats.metadata import Metadata, read_metadata

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_HEAD = 8192
_PAGES_BETWEEN_RESETS = 500
_pages = count(1)


class Html:
    name = "html"
    suffixes = (".html", ".htm", ".xhtml")

    def read(self, file: RawFile) -> Iterator[Draft]:
        yield page_draft(file.data)


def page_draft(data: bytes, declared: str = "", url: str = "") -> Draft:
    """The article on a page; `declared` and `url` are what the page's carrier (a WARC record, a mail) says of it.

    Raises `Rejected` where there is none.
    """
    if next(_pages) % _PAGES_BETWEEN_RESETS == 0:
        # trafilatura and htmldate remember what they have seen, and never forget by themselves
        reset_caches()
    match = _CHARSET.search(data[:_HEAD])
    page = decode(data, declared or (match[1].decode() if match else "")).replace("\0", "")
    tree = _tree(page)
    said = read_metadata(page)
    body = _body(tree)
    if not body:
        raise Rejected("no article: the page has no running text")
    date, evidence = _date(said, tree)
    return Draft(
        text=body,
        title=_title(said),
        date=date,
        date_evidence=evidence,
        source=said.source,
        language=said.language,
        url=said.url or url,
        authors=said.authors,
    )


def _tree(page: str) -> lxml.html.HtmlElement:
    parser = lxml.html.HTMLParser(encoding="utf-8")
    try:
        return lxml.html.fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ParserError, ValueError):
        raise Rejected("no article: the file is no HTML page") from None


def _body(tree: lxml.html.HtmlElement) -> str:
    text: str | None = trafilatura.extract(tree, favor_precision=True, include_comments=False)
    return "\n\n".join((text or "").split("\n"))


def _title(said: Metadata) -> str:
    return said.title or (said.headings[0] if said.headings else said.window_title)


def _date(said: Metadata, tree: lxml.html.HtmlElement) -> tuple[str, str]:
    if said.date:
        return said.date, said.date_evidence
    found: str | None = htmldate.find_date(tree, original_date=True)
    return (found, "the page, by htmldate") if found else ("", "")
