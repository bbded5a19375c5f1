"""Any search as an Atom feed, and the OpenSearch description that lets a browser search here."""

import re
from itertools import islice
from xml.etree import ElementTree as ET

from flask import Blueprint, Response, current_app, json, request

from indexer.article import Article
from indexer.search.page import ArticleMarks
from web import archive
from web.http.headers import conditional_get
from web.http.problems import BadRequestParams
from web.i18n import formatting
from web.i18n.language import gettext, spoken
from web.marks import excerpt
from web.reader import arrivals
from web.site import site
from web.urls.links import absolute, article_url
from web.urls.params import SearchParams
from web.urls.reading import MAX_TYPED, read

bp = Blueprint("feeds", __name__)

ENTRIES = 30
_ATOM = "http://www.w3.org/2005/Atom"
_OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
_SUGGESTIONS = "application/x-suggestions+json"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ET.register_namespace("", _ATOM)


@bp.get("/feed.atom")
@conditional_get
def feed() -> Response:
    """The matching articles that came last. An entry was updated when its article was first indexed as it is now;
    where that is not known, on the first day that it can be of."""
    params, bad = read(request.args, site().page_size)
    if bad:
        raise BadRequestParams(bad)
    timed = (each for each in arrivals.latest(params.asked) if _moment(each))
    return _xml(_feed(params, list(islice(timed, ENTRIES))), "application/atom+xml")


@bp.get("/opensearch.xml")
@conditional_get
def opensearch() -> Response:
    root = ET.Element("OpenSearchDescription", xmlns=_OPENSEARCH)
    _add(root, "ShortName", site().name[:16])
    _add(root, "Description", gettext("Full-text search in %(name)s", name=site().name))
    _add(root, "InputEncoding", "UTF-8")
    addresses = {"text/html": "/search", "application/atom+xml": "/feed.atom", _SUGGESTIONS: "/suggest"}
    for media_type, path in addresses.items():
        ET.SubElement(root, "Url", type=media_type, template=absolute(f"{path}?q=") + "{searchTerms}")
    ET.SubElement(root, "Image", width="32", height="32", type="image/svg+xml").text = absolute("/static/icon.svg")
    return _xml(root, "application/opensearchdescription+xml")


@bp.get("/suggest")
@conditional_get
def suggest() -> Response:
    """For the search field of a browser: the text, and what it may become."""
    typed = request.args.get("q", "")[:MAX_TYPED]
    answer = [typed, [each.text for each in archive.suggestions(typed, spoken().code)]]
    return current_app.response_class(json.dumps(answer), content_type=_SUGGESTIONS)


def _feed(params: SearchParams, articles: list[Article]) -> ET.Element:
    root = ET.Element(f"{{{_ATOM}}}feed")
    address = absolute(params.url("/feed.atom"))
    _add(root, "id", address)
    _add(root, "title", f"{site().name}: {params.asked.typed}" if params.asked.typed else site().name)
    _add(root, "updated", max(map(_moment, articles)) if articles else "1970-01-01T00:00:00Z")
    _link(root, "self", address)
    _link(root, "alternate", absolute(params.url()))
    marker = archive.marker(params.asked.typed, params.choice("speaker").include)
    for article in articles:
        _entry(root, article, marker(article))
    return root


def _entry(root: ET.Element, article: Article, marks: ArticleMarks) -> None:
    entry = ET.SubElement(root, f"{{{_ATOM}}}entry")
    address = absolute(article_url(article.id))
    _add(entry, "id", address)
    _add(entry, "title", article.title)
    _add(entry, "updated", _moment(article))
    by = [formatting.value("author", name) for name in article.authors]
    for name in by or (formatting.value("source", article.source) or site().name,):
        _add(ET.SubElement(entry, f"{{{_ATOM}}}author"), "name", name)
    _link(entry, "alternate", address)
    _add(entry, "summary", "".join(piece.text for piece in excerpt(article.text, marks.text)))


def _moment(article: Article) -> str:
    """Empty where neither is known."""
    day = f"{article.date.first_day:08}"
    return article.updated or (f"{day[:4]}-{day[4:6]}-{day[6:]}T00:00:00Z" if article.date.value else "")


def _add(parent: ET.Element, name: str, text: str) -> None:
    tag = f"{{{_ATOM}}}{name}" if parent.tag.startswith("{") else name
    ET.SubElement(parent, tag).text = _NOT_XML.sub("", text)


def _link(parent: ET.Element, rel: str, href: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}link", rel=rel, href=href)


def _xml(root: ET.Element, media_type: str) -> Response:
    written = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return current_app.response_class(written, content_type=f"{media_type}; charset=utf-8")
