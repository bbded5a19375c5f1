"""A saved page: its body by trafilatura, its metadata by its own markup, its date last of all by htmldate."""

import html
import re
from collections.abc import Iterator

import lxml.html
from lxml.etree import LxmlError
from lxml.html import HtmlElement

from indexer.errors import Rejected
from indexer.ingest.charset import decode
from indexer.ingest.draft import SHORT_TEXT, Draft, RawFile
from indexer.ingest.formats.html.body import Body, body_of
from indexer.ingest.formats.html.by_site import BySite, read_by_site
from indexer.ingest.formats.html.byline import Named, authors_of
from indexer.ingest.formats.html.heading import find_heading
from indexer.ingest.formats.html.metadata import read_metadata
from indexer.ingest.formats.html.no_article import why_no_article
from indexer.ingest.formats.html.page_date import page_date
from indexer.ingest.formats.html.section import section_of
from indexer.ingest.formats.html.site import site_behind
from indexer.ingest.formats.html.title import site_keys, title_of
from indexer.ingest.sites import rules_for

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
# What lxml lets into a tree and then refuses to take from one into another.
_UNFIT = re.compile(r"[\0-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_UNUSUAL = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_NOT_IN_XML = dict.fromkeys((*range(9), 11, *range(14, 32), 127, 0xFFFE, 0xFFFF)) | {12: " "}
_REFERENCE = re.compile(r"&#(?:0{0,9}[0-9]{1,2}|[xX]0{0,9}[01]?[0-9a-fA-F]|127|[xX]7[fF]|[xX][fF]{3}[eEfF]|6553[45]);?")
_HEAD = 8192
_LARGEST = 10_000_000


class Html:
    name = "html"
    suffixes = (".html", ".htm", ".xhtml")

    def read(self, file: RawFile) -> Iterator[Draft]:
        yield page_draft(file.data)


def page_draft(data: bytes, declared: str = "", url: str = "") -> Draft:
    """The article on a page; `declared` and `url` are what the page's carrier (a WARC record, a mail) says of it.

    Raises `Rejected` where there is none.
    """
    if len(data) > _LARGEST:
        raise Rejected(f"no article: a page of {len(data) // 1_000_000} MB")
    page = _page(data, declared)
    tree = _tree(page)
    said = read_metadata(tree)
    rules = rules_for(said.url or url)
    site = read_by_site(page, rules) if rules else BySite()
    heading = find_heading(tree, (said.title, said.window_title), said.source or said.site)
    date, evidence = page_date(said, heading, tree, site.date)
    body = Body(site.text) if site.text else body_of(tree, heading.element if heading else None)
    text = body.text
    reason = why_no_article((heading.text if heading else "", said.window_title), text, tree)
    if reason:
        raise Rejected(reason)
    named = Named(said.authors, site_keys(said), said.others)
    return Draft(
        text=text,
        title=site.title or title_of(said, heading),
        date=date,
        date_evidence=evidence,
        type=section_of(tree, said.section, said.kind),
        source=said.source,
        site=said.site or (site_behind(heading.text, said.window_title) if heading and not (said.url or url) else ""),
        language=said.language,
        url=said.url or url,
        authors=site.authors or authors_of(named, tree, heading, text),
        doubt=SHORT_TEXT if body.short else "",
    )


def _page(data: bytes, declared: str) -> str:
    match = _CHARSET.search(data[:_HEAD])
    page = decode(data, declared or (match[1].decode() if match else ""))
    if _UNUSUAL.search(page):  # few pages have any, and to translate one takes a sixth of its reading
        page = page.translate(_NOT_IN_XML)
    return _REFERENCE.sub(lambda found: "" if _UNFIT.search(html.unescape(found[0])) else found[0], page)


def _tree(page: str) -> HtmlElement:
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        return lxml.html.fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError):
        raise Rejected("no article: the file is no HTML page") from None
