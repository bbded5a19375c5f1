"""What a page's markup says of its article: JSON-LD, OpenGraph, Dublin Core, canonical address, language."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from indexer.article import DateEvidence
from indexer.ingest.cleaning.author_names import authors_in
from indexer.ingest.formats.html.json_ld import article_objects, is_body, is_json_ld, names_of, text_of, unescaped
from indexer.ingest.formats.html.site import site_in_markup, site_in_window
from indexer.ingest.formats.html.soup import Soup, Tag, soup_of
from indexer.text.title_key import title_key

_NO_TEXT = re.compile(r"(?:WebPage|Event|CollectionPage)$")
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
# What of these says that something was published, and not only that it is of a day.
_OF_SOMETHING = frozenset(
    ("dcterms.created", "dc.date.created", "article:created", "created", "dc.date", "dcterms.date", "date")
)
_CHANGES = (
    *("article:modified_time", "og:article:modified_time", "og:modified_time", "og:updated_time", "article:modified"),
    *("dcterms.modified", "dc.date.modified", "datemodified", "last-modified", "modified"),
)
_AUTHORS = (
    *("article:author", "author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author"),
    *("sailthru.author", "byl", "article:author_name", "og:article:author", "cxenseparse:author", "authors"),
)
# what some sites tell those who share a page: "Written by", and beside it by whom
_SHARED_LABELS = re.compile(
    "written by|author|geschrieben von|verfasst von|écrit par|escrito por|scritto da|автор", re.I
)
_SAVED_AS_VALUE = frozenset((*_DATES, *_CHANGES, *_AUTHORS))
_SOURCES = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_journal_title", "publisher")
_APPLICATIONS = ("application-name", "apple-mobile-web-app-title")
_LANGUAGES = ("og:locale", "content-language", "dc.language", "dcterms.language")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Empty where the page does not say; `window_title` is its `<title>`, which often names the site too.

    `source` is what the markup calls the site, `site` what the window does; `others` may be the author where nobody
    else is: bodies, and those whom a site's program knows; `changed`: when it says that the article was changed.
    """

    title: str = ""
    window_title: str = ""
    date: str = ""
    date_evidence: DateEvidence = DateEvidence()
    authors: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    source: str = ""
    site: str = ""
    language: str = ""
    url: str = ""
    section: str = ""
    kind: str = ""
    changed: tuple[str, ...] = ()

    @property
    def is_publication(self) -> bool:
        """Whether the markup calls its date that of publication."""
        return bool(self.date) and self.date_evidence.name not in _OF_SOMETHING


@dataclass(frozen=True, slots=True)
class _Seen:
    """The page's `<meta>` elements, the article objects of its JSON-LD, and those `known` by an id to others."""

    metas: dict[str, list[str]] = field(default_factory=dict)
    articles: tuple[Mapping[str, Any], ...] = ()
    known: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def first(self, names: tuple[str, ...]) -> tuple[str, str]:
        """The content of the first of these that the page has, and its name."""
        return next(((self.metas[name][0], name) for name in names if name in self.metas), ("", ""))

    def said(self, name: str) -> Any:
        return next((each[name] for each in self.articles if each.get(name)), None)


def read_metadata(tree: HtmlElement) -> Metadata:
    """Only the page's telling elements are parsed again, so that a long page costs no more than a short one."""
    soup = soup_of("\n".join(_telling(tree)))
    known: dict[str, Mapping[str, Any]] = {}
    seen = _Seen(_metas(soup), tuple(article_objects(soup, known)), known)
    date, evidence = _date(seen)
    title = soup.find("title")
    window_title = unescaped(title.get_text(" ")) if isinstance(title, Tag) else ""
    url = _url(soup, seen)
    authors, others = _authors(seen)
    return Metadata(
        title=_title(seen),
        window_title=window_title,
        date=date,
        date_evidence=evidence,
        authors=authors,
        others=others,
        source=site_in_markup(_sources(seen), url),
        site=site_in_window(window_title, url),
        language=_language(tree, seen),
        url=url,
        section=text_of(seen.said("articleSection")) or text_of(seen.said("genre")),
        changed=_changes(seen),
        kind="; ".join(dict.fromkeys(_kinds(seen))),
    )


def _kinds(seen: _Seen) -> Iterator[str]:
    for article in seen.articles:
        named = article.get("@type")
        yield from (str(each) for each in (named if isinstance(named, list) else [named]))


def _telling(tree: HtmlElement) -> Iterator[str]:
    for element in tree.iter("meta", "title", "link", "script"):
        in_picture = element.tag == "title" and next(element.iterancestors("svg"), None) is not None
        other_link = element.tag == "link" and element.get("rel") != "canonical"
        other_script = element.tag == "script" and not is_json_ld(element.get("type", ""))
        if not (in_picture or other_link or other_script):
            yield etree.tostring(element, encoding="unicode", method="html", with_tail=False)


def _metas(soup: Soup) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for tag in soup.find_all("meta"):
        name = str(tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or "").lower()
        content = str(tag.get("content") or "").strip()
        if not content and name in _SAVED_AS_VALUE:  # some archives save pages with "value" in its place
            content = str(tag.get("value") or "").strip()
        if name and content:
            metas.setdefault(name, []).append(content)
    return metas


def _date(seen: _Seen) -> tuple[str, DateEvidence]:
    own = _own_first(seen)
    for name in ("datePublished", "dateCreated"):
        said = next((text_of(each[name]) for each in own if each.get(name)), "")
        if said:
            return said, DateEvidence("JSON-LD", "datePublished")
    date, name = seen.first(_DATES)
    return date, DateEvidence("meta", name)


def _changes(seen: _Seen) -> tuple[str, ...]:
    said = (text_of(each.get("dateModified")) for each in seen.articles)
    return tuple(filter(None, [*said, *(seen.metas[name][0] for name in _CHANGES if name in seen.metas)]))


def _own_first(seen: _Seen) -> list[Mapping[str, Any]]:
    """The article's own object first, by its headline and its kind: a page and an event are of other days."""
    titles = {title_key(unescaped(title)) for name in _TITLES for title in seen.metas.get(name, [])}

    def rank(each: Mapping[str, Any]) -> tuple[bool, bool]:
        kinds = each.get("@type")
        other = all(_NO_TEXT.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds]))
        return other, title_key(text_of(each.get("headline"))) not in titles

    return sorted(seen.articles, key=rank)


def _authors(seen: _Seen) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those who may be people, and others; the metas are asked where JSON-LD names nobody."""
    written = seen.said("author") or seen.said("creator")
    people: list[str] = []
    others: list[str] = []
    for each in written if isinstance(written, list) else [written]:
        known = seen.known.get(str(each.get("@id"))) if isinstance(each, dict) and not each.get("name") else None
        (others if known or is_body(each) else people).extend(names_of(known or each))
    if not authors_in(people).people:
        people += next((seen.metas[name] for name in _AUTHORS if name in seen.metas), [])
    return _told(people), _told([*others, *_shared(seen)])


def _shared(seen: _Seen) -> list[str]:
    labels = seen.metas.get("twitter:label1", [""])
    return seen.metas.get("twitter:data1", []) if _SHARED_LABELS.fullmatch(labels[0].strip()) else []


def _told(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unescaped(name) for name in names if name and not name.startswith(("http", "@"))))


def _sources(seen: _Seen) -> list[str]:
    """What may be the site's name, the surest first; as an application's some sites write the title."""
    named, application = (unescaped(seen.first(names)[0]) for names in (_SOURCES, _APPLICATIONS))
    is_title = title_key(application) == title_key(_title(seen))
    return [named, text_of(seen.said("publisher")), "" if is_title else application]


def _title(seen: _Seen) -> str:
    return text_of(seen.said("headline")) or unescaped(seen.first(_TITLES)[0])


def _language(tree: HtmlElement, seen: _Seen) -> str:
    root = tree.getroottree().getroot()
    written = root.get("lang") or root.get("xml:lang") or seen.first(_LANGUAGES)[0]
    code, *country = re.split(r"[-_,; ]", written.strip())[:2]
    # which of day and month comes first depends on the country only in English
    return f"en-{country[0]}" if country and code.lower() == "en" and len(country[0]) == 2 else code.lower()[:3]


def _url(soup: Soup, seen: _Seen) -> str:
    link = soup.find("link", href=True)
    written = ((str(link["href"]) if isinstance(link, Tag) else "").strip(), seen.first(("og:url",))[0])
    return next((each for each in written if each.startswith(("http://", "https://"))), "")
