"""For search engines: what to leave alone, which articles there are, and what an article page is about."""

from collections.abc import Iterable
from itertools import chain
from xml.sax.saxutils import escape

from flask import Blueprint, Response, abort, current_app

from indexer.article import Article
from indexer.engines.engine import SearchRequest
from indexer.query.tree import MatchAll
from web import archive
from web.http.headers import conditional_get
from web.site import site
from web.urls.links import absolute, article_url, is_web
from web.urls.params import SearchParams

bp = Blueprint("crawlers", __name__)

SITEMAP = 50_000  # addresses: the protocol allows no more in one file
_XMLNS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_PRIVATE = ("/search", "/facets/", "/export", "/api/", "/suggest", "/feed.atom", "/list", "/saved")


@bp.get("/robots.txt")
def robots() -> Response:
    rules = ["User-agent: *", *(f"Disallow: {path}" for path in _PRIVATE), "", f"Sitemap: {absolute('/sitemap.xml')}"]
    text = "\n".join(rules) + "\n"
    return current_app.response_class(text, content_type="text/plain; charset=utf-8")


@bp.get("/sitemap.xml")
@conditional_get
def sitemap() -> Response:
    """The list of sitemaps, each with up to 50,000 articles."""
    sheets = max(1, -(-archive.reader().count // SITEMAP))
    places = [absolute(f"/sitemap-{sheet}.xml") for sheet in range(1, sheets + 1)]
    return _listed("sitemapindex", "sitemap", places)


@bp.get("/sitemap-<int:sheet>.xml")
@conditional_get
def sitemap_sheet(sheet: int) -> Response:
    first = (sheet - 1) * SITEMAP
    if sheet < 1 or (first and first >= archive.reader().count):
        abort(404)
    root = absolute("")
    hits = archive.reader().search(SearchRequest(MatchAll(), sort="oldest", offset=first, limit=SITEMAP)).hits
    return _listed("urlset", "url", (root + article_url(each.id) for each in hits))


def indexable(params: SearchParams) -> bool:
    """Only the plain pages of words are worth a crawler's while; combinations of facets are without number."""
    return params == params.cleared(params.asked.typed)


def news_article(article: Article) -> dict[str, object]:
    """The article in schema.org's words."""
    address = absolute(article_url(article.id))
    facts = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title[:110],
        "url": address,
        "mainEntityOfPage": address,
        "isBasedOn": article.url if is_web(article.url) else "",
        "datePublished": article.date.value,
        "inLanguage": article.language,
        "author": [{"@type": "Person", "name": name} for name in article.authors],
        "publisher": {"@type": "Organization", "name": article.source or site().name},
        "about": [{"@type": "Organization", "name": name} for name in article.organisations],
        "mentions": [{"@type": "Person", "name": name} for name in article.people],
        "contentLocation": [{"@type": "Place", "name": name} for name in article.places],
    }
    return {name: value for name, value in facts.items() if value}


def _listed(outer: str, inner: str, places: Iterable[str]) -> Response:
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<{outer} xmlns="{_XMLNS}">\n'
    lines = (f"<{inner}><loc>{escape(place)}</loc></{inner}>\n" for place in places)
    whole = chain([head], lines, [f"</{outer}>\n"])
    return current_app.response_class(whole, content_type="application/xml; charset=utf-8")
