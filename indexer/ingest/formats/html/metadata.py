"""What a page's markup says of its article: JSON-LD, OpenGraph, Dublin Core, canonical address, language."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from indexer.article import DateEvidence
from indexer.ingest.formats.html.soup import Soup, Tag, soup_of

_ARTICLE_KINDS = re.compile(r"\w{0,30}(?:Article|Posting|PressRelease|Report|WebPage|Event|Recipe|Review|Statement)$")
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "parsely-title", "title")
# The surest first: a plain "date" is a date of something.
_DATES = (
    *("article:published_time", "og:article:published_time", "og:published_time", "article:published"),
    *("citation_publication_date", "citation_online_date", "dc.date.issued", "dcterms.issued", "datepublished"),
    *("dcterms.created", "dc.date.created", "parsely-pub-date", "sailthru.date", "publish-date", "publish_date"),
    *("publication_date", "publication-date", "pubdate", "publishdate", "cxenseparse:recs:publishtime"),
    *("article.published", "article_date_original", "originalpublicationdate", "article:created", "created"),
    *("dc.date", "dcterms.date", "date"),
)
_AUTHORS = (
    *("article:author", "author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author"),
    *("sailthru.author", "byl", "article:author_name", "cxenseparse:author"),
)
_SOURCES = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_journal_title", "publisher")
_LANGUAGES = ("og:locale", "content-language", "dc.language", "dcterms.language")
_LARGEST_SCRIPT = 500_000


@dataclass(frozen=True, slots=True)
class Metadata:
    """Empty where the page does not say; `window_title` is its `<title>`, which often names the site too."""

    title: str = ""
    window_title: str = ""
    date: str = ""
    date_evidence: DateEvidence = DateEvidence()
    authors: tuple[str, ...] = ()
    source: str = ""
    language: str = ""
    url: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class _Seen:
    """The page's `<meta>` elements and the article objects of its JSON-LD."""

    metas: dict[str, list[str]] = field(default_factory=dict)
    articles: tuple[Mapping[str, Any], ...] = ()

    def first(self, names: tuple[str, ...]) -> tuple[str, str]:
        """The content of the first of these that the page has, and its name."""
        return next(((self.metas[name][0], name) for name in names if name in self.metas), ("", ""))

    def said(self, name: str) -> Any:
        return next((each[name] for each in self.articles if each.get(name)), None)


def read_metadata(tree: HtmlElement) -> Metadata:
    """Only the page's telling elements are parsed again, so that a long page costs no more than a short one."""
    soup = soup_of("\n".join(_telling(tree)))
    seen = _Seen(_metas(soup), tuple(_articles(soup)))
    date, evidence = _date(seen)
    title = soup.find("title")
    return Metadata(
        title=_text(seen.said("headline")) or _unescaped(seen.first(_TITLES)[0]),
        window_title=_unescaped(title.get_text(" ")) if isinstance(title, Tag) else "",
        date=date,
        date_evidence=evidence,
        authors=_authors(seen),
        source=_unescaped(seen.first(_SOURCES)[0]) or _text(seen.said("publisher")),
        language=_language(tree, seen),
        url=_url(soup, seen),
        section=_text(seen.said("articleSection")) or _text(seen.said("genre")),
    )


def _telling(tree: HtmlElement) -> Iterator[str]:
    for element in tree.iter("meta", "title", "link", "script"):
        in_picture = element.tag == "title" and next(element.iterancestors("svg"), None) is not None
        other_link = element.tag == "link" and element.get("rel") != "canonical"
        other_script = element.tag == "script" and element.get("type") != "application/ld+json"
        if not (in_picture or other_link or other_script):
            yield etree.tostring(element, encoding="unicode", method="html", with_tail=False)


def _metas(soup: Soup) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for tag in soup.find_all("meta"):
        name = str(tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or "").lower()
        content = str(tag.get("content") or "").strip()
        if name and content:
            metas.setdefault(name, []).append(content)
    return metas


def _articles(soup: Soup) -> Iterator[Mapping[str, Any]]:
    for script in soup.find_all("script", limit=20):
        text = script.get_text()
        try:
            yield from _of_article_kind(json.loads(text, strict=False) if len(text) < _LARGEST_SCRIPT else None)
        except (ValueError, RecursionError):
            continue


def _of_article_kind(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list) and depth < 4:
        for each in value[:50]:
            yield from _of_article_kind(each, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if any(_ARTICLE_KINDS.match(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield value
        yield from _of_article_kind(value.get("@graph"), depth + 1)


def _date(seen: _Seen) -> tuple[str, DateEvidence]:
    said = _text(seen.said("datePublished")) or _text(seen.said("dateCreated"))
    if said:
        return said, DateEvidence("JSON-LD", "datePublished")
    date, name = seen.first(_DATES)
    return date, DateEvidence("meta", name)


def _authors(seen: _Seen) -> tuple[str, ...]:
    said = seen.said("author")
    names = [_text(each) for each in (said if isinstance(said, list) else [said])]
    if not any(names):
        names = next((seen.metas[name] for name in _AUTHORS if name in seen.metas), [])
    return tuple(dict.fromkeys(_unescaped(name) for name in names if name and not name.startswith(("http", "@"))))


def _language(tree: HtmlElement, seen: _Seen) -> str:
    root = tree.getroottree().getroot()
    written = root.get("lang") or root.get("xml:lang") or seen.first(_LANGUAGES)[0]
    return re.split(r"[-_,; ]", written.strip(), maxsplit=1)[0].lower()[:3]


def _url(soup: Soup, seen: _Seen) -> str:
    link = soup.find("link", href=True)
    written = ((str(link["href"]) if isinstance(link, Tag) else "").strip(), seen.first(("og:url",))[0])
    return next((each for each in written if each.startswith(("http://", "https://"))), "")


def _text(value: Any) -> str:
    """A JSON-LD value's text: itself, its name, or the first of a list."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or ""
    return _unescaped(value) if isinstance(value, str) else ""


def _unescaped(text: str) -> str:
    """On one line, and without the second layer of entities that some sites put on."""
    return " ".join(html.unescape(text).split())
