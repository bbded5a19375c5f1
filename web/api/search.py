"""The JSON API: the same parameters as the pages, the same state, the same links."""

from dataclasses import replace

from flask import Blueprint, request

from indexer.article import Article, Passage
from indexer.article.date_evidence import evidence_words
from indexer.errors import PassageMissing
from indexer.fields import FACET_FIELDS
from indexer.search.json_form import Json, described, page_form, quotation_form
from indexer.search.more_like_this import related
from indexer.search.page import SearchInput, SearchPage
from web import archive
from web.api.quotations import quotation_forms
from web.http.headers import conditional_get
from web.http.problems import BadRequestParams
from web.i18n.language import LOCALES, PARAMETER, gettext
from web.site import site
from web.urls.address import address
from web.urls.links import absolute, article_url
from web.urls.params import SearchParams
from web.urls.reading import MAX_TYPED, BadParam, read

_SWITCHES = ("explain", "collapse")

bp = Blueprint("api", __name__, url_prefix="/api")


@bp.get("/search")
@conditional_get
def search() -> Json:
    """Unusable parameters are refused (400): a program would take the answer to another question for its own.

    `explain=1` adds to each result what each condition contributed to its score; with `collapse=1` near duplicates are
    one result.
    """
    params, bad = read(request.args, site().page_size, also=frozenset(_SWITCHES))
    on = {name: request.args.get(name, "0") for name in _SWITCHES}
    bad = (*bad, *(BadParam(name, value[:60], "neither 0 nor 1") for name, value in on.items() if value not in "01"))
    if bad:
        raise BadRequestParams(bad)
    asked = replace(params.asked, collapse=on["collapse"] == "1", explain=on["explain"] == "1")
    found = archive.search(replace(asked, facets=FACET_FIELDS))
    form = page_form(found, lambda article, marked: article_url(article.id, params, marked.key))
    return {**form, "links": _links(found, params)}


@bp.get("/articles/<article_id>")
@conditional_get
def article(article_id: str) -> Json:
    return article_form(archive.article_or_missing(article_id))


@bp.get("/articles/<article_id>/passages/<key>")
@conditional_get
def passage(article_id: str, key: str) -> Json:
    """The words that a key stands for, though they may be no passage of today's article. Where it is not known whether
    they are gone or never were there, the answer is 404 and not 410."""
    found = archive.article_or_missing(article_id)
    stretch = archive.stretch(found, key)
    if stretch is None:
        raise PassageMissing(gettext("No passage of this article has this key: its words stand together no more."))
    start, end = stretch
    place = {"start": start, "end": end, "text": found.text[start:end]}
    return {"id": found.passage_id(key), **place, "href": article_url(found.id, passage=key)}


@bp.get("/articles/<article_id>/similar")
@conditional_get
def similar(article_id: str) -> Json:
    found = related(archive.reader(), archive.article_or_missing(article_id)).similar
    return {"similar": [{**described(each.article), "score": each.score, "shared": each.shared} for each in found]}


@bp.get("/quotation")
@conditional_get
def quotation() -> Json:
    text = request.args.get("text", "")
    if not text.strip():
        raise BadRequestParams((BadParam("text", "", "missing: the words that were quoted"),))
    return quotation_form(
        archive.quoted(text), lambda found: absolute(article_url(found.article.id, passage=found.key))
    )


@bp.get("/suggest")
@conditional_get
def suggest() -> Json:
    """What the typed text may become. `href` leads to the search for it, or to the article of that title; `text` is in
    the language `lang`."""
    typed, code = request.args.get("q", "")[:MAX_TYPED], request.args.get(PARAMETER, "")
    everything = SearchParams(SearchInput(size=site().page_size), site().page_size)
    return {
        "query": typed,
        "suggestions": [
            {
                "text": each.text,
                "kind": each.kind,
                "typed": each.typed,
                "href": article_url(each.article_id) if each.article_id else everything.with_typed(each.typed).url(),
            }
            for each in archive.suggestions(typed, code if code in LOCALES else "en")
        ],
    }


def article_form(found: Article) -> Json:
    origin = found.provenance
    keys = found.passage_keys(found.passages)
    return {
        **described(found),
        "text": found.text,
        "date_evidence": str(evidence_words(found.date.evidence)),
        "type_evidence": found.type_evidence,
        "authors": found.authors,
        "speakers": found.speakers,
        "offices": found.offices,
        "passages": [_passage(found, *each) for each in zip(found.passages, keys, strict=True)],
        "quotations": [form for _, form in quotation_forms(found, found.quotations)],
        "updated": found.updated or None,
        "extra": dict(found.extra),
        "provenance": {name: getattr(origin, name) for name in ("path", "format", "sha256", "extractor")},
        "links": {"self": address(f"/api/articles/{found.id}", []), "html": article_url(found.id)},
    }


def _passage(found: Article, passage: Passage, key: str) -> Json:
    return {
        "id": found.passage_id(key),
        "start": passage.start,
        "end": passage.end,
        "text": found.passage_text(passage),
        "page": passage.page,
        "href": article_url(found.id, passage=key),
    }


def _links(found: SearchPage, params: SearchParams) -> Json:
    page = params.asked.page
    return {
        "self": params.url("/api/search"),
        "next": params.with_page(page + 1).url("/api/search") if page < found.pages else None,
        "prev": params.with_page(min(page - 1, found.pages)).url("/api/search") if page > 1 else None,
    }
