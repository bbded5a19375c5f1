"""A saved page: its body by trafilatura, its metadata by its own markup, its date last of all by htmldate."""

import html
import re
from collections.abc import Iterator
from itertools import count

import htmldate
import lxml.html
import trafilatura
from lxml.etree import LxmlError
from lxml.html import HtmlElement
from trafilatura.meta import reset_caches

from indexer.article import DateEvidence
from indexer.errors import Rejected
from indexer.ingest.charset import decode
from indexer.ingest.dates import date_of
from indexer.ingest.draft import Draft, RawFile
from indexer.ingest.formats.html.by_site import BySite, read_by_site
from indexer.ingest.formats.html.byline import author_shown
from indexer.ingest.formats.html.heading import Heading, date_beside, find_heading
from indexer.ingest.formats.html.metadata import Metadata, read_metadata
from indexer.ingest.formats.html.no_article import why_no_article
from indexer.ingest.formats.html.section import section_of
from indexer.ingest.formats.html.shown import title_key
from indexer.ingest.formats.html.teasers import is_teasers_day
from indexer.ingest.sites import rules_for

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
# What lxml lets into a tree and then refuses to take from one into another.
_UNFIT = re.compile(r"[\0-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_NOT_IN_XML = dict.fromkeys((*range(9), 11, *range(14, 32), 127, 0xFFFE, 0xFFFF)) | {12: " "}
_REFERENCE = re.compile(r"&#(?:0{0,9}[0-9]{1,2}|[xX]0{0,9}[01]?[0-9a-fA-F]|127|[xX]7[fF]|[xX][fF]{3}[eEfF]|6553[45]);?")
_HEAD = 8192
_LARGEST = 10_000_000
_SITE_SEPARATOR = re.compile(r"\s(?:[|»›«·•–—:-]|::|>>|//)\s|\s\|\||\s?\|\s?")
_BLOCKS_IN_TABLE = ("p", "h1", "h2", "h3", "h4", "table", "div", "ul")
_FEWEST_WORDS = 60
_MANY_ELEMENTS = 20_000
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
    if len(data) > _LARGEST:
        raise Rejected(f"no article: a page of {len(data) // 1_000_000} MB")
    if next(_pages) % _PAGES_BETWEEN_RESETS == 0:
        # trafilatura and htmldate remember what they have seen, and never forget by themselves
        reset_caches()
    page = _page(data, declared)
    tree = _tree(page)
    said = read_metadata(tree)
    rules = rules_for(said.url or url)
    site = read_by_site(page, rules) if rules else BySite()
    heading = find_heading(tree, (said.title, said.window_title), said.source)
    date, evidence = _date(said, heading, tree, site.date)
    text = site.text or _running_text(tree)
    reason = why_no_article((heading.text if heading else "", said.window_title), text, tree)
    if reason:
        raise Rejected(reason)
    return Draft(
        text=text,
        title=site.title or _title(said, heading),
        date=date,
        date_evidence=evidence,
        type=section_of(tree, said.section),
        source=said.source,
        language=said.language,
        url=said.url or url,
        authors=site.authors or said.authors or author_shown(tree),
    )


def _page(data: bytes, declared: str) -> str:
    match = _CHARSET.search(data[:_HEAD])
    page = decode(data, declared or (match[1].decode() if match else "")).translate(_NOT_IN_XML)
    return _REFERENCE.sub(lambda found: "" if _UNFIT.search(html.unescape(found[0])) else found[0], page)


def _tree(page: str) -> HtmlElement:
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        return lxml.html.fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError):
        raise Rejected("no article: the file is no HTML page") from None


def _running_text(tree: HtmlElement) -> str:
    """The paragraphs of the article on a page, a blank line between them; "" where the page has none."""
    _open_layout_tables(tree)
    # the second opinions that trafilatura asks take time by the square of a page's elements
    fast = tree.xpath("count(.//*)") > _MANY_ELEMENTS
    text: str | None = trafilatura.extract(tree, favor_precision=True, include_comments=False, fast=fast)
    text = text or trafilatura.extract(tree, include_comments=False, fast=fast) or _all_paragraphs(tree)
    return "\n\n".join((text or "").split("\n"))


def _all_paragraphs(tree: HtmlElement) -> str:
    """The last resort; a page of a few words is more likely to be no article than to be a short one."""
    text: str = trafilatura.baseline(tree)[1]
    return text if len(text.split()) >= _FEWEST_WORDS else ""


def _open_layout_tables(tree: HtmlElement) -> None:
    """A table with paragraphs in it lays out a page and is no table of figures."""
    for table in list(tree.iter("table")):
        if next(table.iterdescendants(*_BLOCKS_IN_TABLE), None) is not None:
            for part in [table, *table.iterdescendants("tr", "td", "tbody", "th")]:
                part.tag = "div"


def _title(said: Metadata, heading: Heading | None) -> str:
    """The heading's words where there are more in the markup only because of the site's name, else the markup's."""
    if heading and not (said.title and title_key(said.title) in title_key(heading.text)):
        confirmed = title_key(heading.text) in title_key(said.title or said.window_title)
        if confirmed or not said.title:
            return heading.text
    return _without_site(said.title or said.window_title, said.source)


def _without_site(title: str, site: str) -> str:
    """`Title | Site` without the site: its known name, else all but the longest part of a window's title."""
    parts = [part.strip() for part in _SITE_SEPARATOR.split(title) if part and part.strip()]
    if len(parts) < 2:
        return title
    if site:
        ends = [part for part in (parts[0], parts[-1]) if title_key(part) == title_key(site)]
        return title.removesuffix(ends[-1]).removeprefix(ends[-1]).strip(" |»›«·•–—:-/>") if ends else title
    return max(parts, key=len)


def _date(said: Metadata, heading: Heading | None, tree: HtmlElement, by_site: str) -> tuple[str, DateEvidence]:
    """What a reader sees beside the heading wins: markup often has the day of a copy, or that of another time zone."""
    if by_site:
        return by_site, DateEvidence("site rules")
    beside = date_beside(heading) if heading else ""
    for date, evidence in ((beside, DateEvidence("beside heading")), (said.date, said.date_evidence)):
        if date and date_of(Draft(text="", date=date, url=said.url)).precision == "day":
            return date, evidence
    guessed: str | None = htmldate.find_date(tree, original_date=True)
    if guessed and not (heading and is_teasers_day(guessed, tree, heading.element)):
        return guessed, DateEvidence("htmldate")
    return said.date, said.date_evidence
