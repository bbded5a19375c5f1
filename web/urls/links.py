"""Links as pages place them, and the addresses of articles."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from flask import request

from indexer.article import Article
from indexer.fields import FACETS, EntityField, FacetField
from web.i18n import formatting
from web.i18n.facet_labels import ENTITY_LABELS, LABELS
from web.i18n.language import translate
from web.site import site
from web.urls.address import address
from web.urls.params import SearchParams


@dataclass(frozen=True, slots=True)
class Link:
    """`href` is empty where the text leads nowhere."""

    text: str
    href: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One of several ways to see the same result."""

    text: str
    href: str
    current: bool


def article_url(article_id: str, params: SearchParams | None = None, passage: str = "", rank: int = 0) -> str:
    """The article as seen from a search: its words stay marked, the way back and to the neighbours stays open.

    `passage`: the key of one, said twice, for browsers do not send what stands behind #. `rank`: the article's place
    among the results, from 1; 0 where it has none.
    """
    pairs = params.pairs() if params else []
    place = [("at", str(rank))] if rank else []
    linked = [("passage", passage)] if passage else []
    return address(f"/articles/{article_id}", pairs + place + linked, anchor(passage) if passage else "")


def anchor(passage: str) -> str:
    """What a passage is called on the page of its article."""
    return f"p-{passage}"


def comparison_url(article_id: str, other_id: str) -> str:
    """The page that shows where the second article differs from the first."""
    return address(f"/articles/{article_id}/compare/{other_id}", [])


def quotation_url(text: str) -> str:
    """The page that looks for a sentence as a quotation."""
    return address("/quotation", [("text", text)])


def absolute(path: str) -> str:
    """The address as other hosts know it: under the configured public address, else by the host that this request
    was sent to."""
    return (site().public_url or request.host_url.rstrip("/")) + path


def is_web(url: str) -> bool:
    """Only such addresses become links: an article's own metadata could name a javascript: one."""
    try:
        return urlsplit(url).scheme in {"http", "https"}
    except ValueError:
        return False


def name_page(field: FacetField, value: str) -> str:
    """The page of a body, person, place or document."""
    return address(f"/names/{field}", [("name", value)])


def speaker_link(article: Article, speaker: str) -> Link:
    """Who speaks in the article, with the address of their page where there is one."""
    page = name_page("person", speaker) if speaker in article.people else ""
    return Link(formatting.value("speaker", speaker), page)


def page_links(article: Article, field: EntityField) -> list[Link]:
    """Each value of the article in one facet, as a link to its own page."""
    about = translate(ENTITY_LABELS[field].about)
    raws = FACETS[field].values(article)
    said = zip(formatting.values(field, raws), raws, strict=True)
    return [Link(text, name_page(field, raw), about) for text, raw in said]


def name_links(article: Article, field: FacetField, params: SearchParams, most: int | None = None) -> list[Link]:
    """The first `most` (None: all) values of the article in one facet, each a link that narrows `params` to it."""
    only = translate(LABELS[field].only)
    raws = FACETS[field].values(article)[:most]
    said = zip(formatting.values(field, raws), raws, strict=True)
    return [Link(text, params.including_url(field, raw), only) for text, raw in said]
