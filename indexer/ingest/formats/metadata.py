"""What a page's markup says of its article: JSON-LD, OpenGraph, Dublin Core, `<time>`, canonical, lang."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.filter import SoupStrainer

_ARTICLE_KINDS = re.compile(
    r"(?:News|Blog|Tech|Scholarly|Social|Report|Opinion|Review|Advertiser|Satirical)?"
    r"(?:Article|Posting|BlogPosting|PressRelease|Report|WebPage|Event|Recipe)$"
)
_READ = SoupStrainer(["html", "head", "base", "meta", "link", "title", "script", "h1", "time"])

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "parsely-title", "title")
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "citation_publication_date",
    "citation_online_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publish_date",
    "publication_date",
    "publication-date",
    "pubdate",
    "publishdate",
    "cxenseparse:recs:publishtime",
    "article.published",
    "article_date_original",
    "originalpublicationdate",
    "date",
    "created",
    "article:created",
)
_AUTHORS = (
    "article:author",
    "author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "article:author_name",
    "cxenseparse:author",
)
_SOURCES = (
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "application-name",
    "publisher",
    "citation_journal_title",
)
_LARGEST_SCRIPT = 500_000


@dataclass(frozen=True, slots=True)
class Metadata:
    """Empty where the page does not say. `headings` are its `<h1>`, `times` its `<time datetime>`, in page order."""

    title: str = ""
    window_title: str = ""
    headings: tuple[str, ...] = ()
    date: str = ""
    date_evidence: str = ""
    times: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    source: str = ""
    language: str = ""
    url: str = ""
    kind: str = ""


@dataclass(slots=True)
class _Seen:
    """The page's `<meta>` and article objects while they are looked up."""

    metas: dict[str, list[str]] = field(default_factory=dict)
    articles: list[Mapping[str, Any]] = field(default_factory=list)

    def first(self, names: tuple[str, ...]) -> tuple[str, str]:
        return next(((self.metas[name][0], f"meta {name}") for name in names if name in self.metas), ("", ""))

    def said(self, name: str) -> Any:
        return next((each[name] for each in self.articles if each.get(name)), None)


def read_metadata(page: str) -> Metadata:
    """The metadata of a page's markup, given whole or only its telling elements."""
    soup = BeautifulSoup(page, "lxml", parse_only=_READ)
    seen = _Seen(_metas(soup), list(_articles(soup)))
    date, evidence = _date(seen)
    title_tag = soup.find("title")
    return Metadata(
        title=_text(seen.said("headline")) or seen.first(_TITLES)[0],
        window_title=_shown(title_tag) if isinstance(title_tag, Tag) else "",
        headings=tuple(filter(None, (_shown(tag) for tag in soup.find_all("h1", limit=5)))),
        date=date,
        date_evidence=evidence,
        times=tuple(str(tag["datetime"]) for tag in soup.find_all("time", attrs={"datetime": True}, limit=10)),
        authors=_authors(seen),
        source=seen.first(_SOURCES)[0] or _text(seen.said("publisher")),
        language=_language(soup, seen),
        url=_url(soup, seen),
        kind=seen.first(("og:type",))[0],
    )


def _metas(soup: BeautifulSoup) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for tag in soup.find_all("meta"):
        name = str(tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        content = str(tag.get("content") or "").strip()
        if name and content:
            metas.setdefault(name, []).append(content)
    return metas


def _articles(soup: BeautifulSoup) -> Iterator[Mapping[str, Any]]:
    """The objects of the page's JSON-LD that are of an article's kind."""
    for script in soup.find_all("script", type="application/ld+json", limit=20):
        try:
            text = script.get_text()
            found = json.loads(text, strict=False) if len(text) < _LARGEST_SCRIPT else None
        except (ValueError, RecursionError):
            continue
        yield from _of_article_kind(found)


def _of_article_kind(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list) and depth < 4:
        for each in value[:50]:
            yield from _of_article_kind(each, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if any(_ARTICLE_KINDS.match(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield value
        yield from _of_article_kind(value.get("@graph"), depth + 1)


def _date(seen: _Seen) -> tuple[str, str]:
    said = _text(seen.said("datePublished")) or _text(seen.said("dateCreated"))
    return (said, "JSON-LD datePublished") if said else seen.first(_DATES)


def _authors(seen: _Seen) -> tuple[str, ...]:
    said = seen.said("author")
    names = [_text(each) for each in (said if isinstance(said, list) else [said])]
    names = [name for name in names if name] or next((seen.metas[name] for name in _AUTHORS if name in seen.metas), [])
    return tuple(dict.fromkeys(name for name in names if not name.startswith(("http", "@"))))


def _language(soup: BeautifulSoup, seen: _Seen) -> str:
    html = soup.find("html")
    said = html.get("lang") or html.get("xml:lang") if isinstance(html, Tag) else ""
    written = str(said or "") or seen.first(("og:locale", "content-language", "dc.language"))[0]
    return re.split(r"[-_,; ]", written.strip(), maxsplit=1)[0].lower()[:3]


def _url(soup: BeautifulSoup, seen: _Seen) -> str:
    link = soup.find("link", rel="canonical", href=True)
    written = str(link["href"]) if isinstance(link, Tag) else seen.first(("og:url",))[0]
    return written.strip() if written.strip().startswith(("http://", "https://")) else ""


def _shown(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


def _text(value: Any) -> str:
    """A JSON-LD value's text: itself, its name, or the first of a list."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or ""
    return " ".join(value.split()) if isinstance(value, str) else ""
