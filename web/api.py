"""The JSON API: the same parameters as the pages, the same state, the same links."""

from dataclasses import replace

from flask import Blueprint, request

from indexer.article import Article, Passage
from indexer.fields import FACET_FIELDS
from indexer.search import page as search_page
from indexer.search.page import FacetPanel, MarkedPassage, Note, Result, SearchPage
from web.guard import by_generation
from web.links import article_url
from web.params import SearchParams, address, read
from web.problems import BadRequestParams
from web.site import article_or_missing, reader, site

bp = Blueprint("api", __name__, url_prefix="/api")
Json = dict[str, object]


@bp.get("/search")
@by_generation
def search() -> Json:
    """Unusable parameters are refused (400): a program would take the answer to another question for its own."""
    params, bad = read(request.args, site().page_size)
    if bad:
        raise BadRequestParams(bad)
    return search_json(search_page.search(reader(), replace(params.asked, facets=FACET_FIELDS)), params)


@bp.get("/articles/<article_id>")
@by_generation
def article(article_id: str) -> Json:
    return article_json(article_or_missing(article_id))


def search_json(found: SearchPage, params: SearchParams) -> Json:
    return {
        "query": {
            "text": params.asked.typed,
            "understood": found.understood,
            "notes": [_note(each) for each in found.notes],
        },
        "total": found.total,
        "generation": found.generation,
        "took_ms": round(found.took_ms, 1),
        "results": [_result(each, params) for each in found.results],
        "facets": {panel.field: _facet(panel) for panel in found.facets},
        "links": _links(found, params),
    }


def article_json(found: Article) -> Json:
    return {
        **_described(found),
        "text": found.text,
        "date_evidence": found.date.evidence,
        "authors": found.authors,
        "speakers": found.speakers,
        "passages": [_passage(found, each) for each in found.passages],
        "duplicate_of": found.duplicate_of or None,
        "similarity": found.similarity,
        "extra": dict(found.extra),
        "provenance": {
            "path": found.provenance.path,
            "format": found.provenance.format,
            "sha256": found.provenance.sha256,
            "extractor": found.provenance.extractor,
        },
        "links": {"self": address(f"/api/articles/{found.id}", []), "html": article_url(found.id)},
    }


def _described(found: Article) -> Json:
    return {
        "id": found.id,
        "title": found.title,
        "date": found.date.value or None,
        "date_precision": found.date.precision,
        "type": found.type,
        "source": found.source,
        "language": found.language,
        "url": found.url,
        "organisations": found.organisations,
        "people": found.people,
        "places": found.places,
        "documents": found.documents,
    }


def _result(result: Result, params: SearchParams) -> Json:
    return {
        **_described(result.article),
        "score": result.score,
        "title_marks": result.title_marks,
        "matching_passages": result.matching_passages,
        "passages": [_marked(result.article, each, params) for each in result.passages],
    }


def _marked(found: Article, marked: MarkedPassage, params: SearchParams) -> Json:
    return {
        "id": marked.id,
        "start": marked.passage.start,
        "end": marked.passage.end,
        "text": marked.text,
        "marks": marked.marks,
        "speaker": marked.passage.speaker,
        "href": article_url(found.id, params, marked.passage.number),
    }


def _passage(found: Article, passage: Passage) -> Json:
    return {
        "id": found.passage_id(passage),
        "start": passage.start,
        "end": passage.end,
        "text": found.passage_text(passage),
        "speaker": passage.speaker,
        "question": passage.question,
        "page": passage.page,
        "href": article_url(found.id, passage=passage.number),
    }


def _note(note: Note) -> Json:
    return {"message": note.message, "start": note.start, "end": note.end}


def _facet(panel: FacetPanel) -> list[Json]:
    return [
        {"value": row.value, "count": row.count, "selected": row.selected, "excluded": row.excluded}
        for row in panel.rows
    ]


def _links(found: SearchPage, params: SearchParams) -> Json:
    page = params.asked.page
    return {
        "self": params.url("/api/search"),
        "next": params.with_page(page + 1).url("/api/search") if page < found.pages else None,
        "prev": params.with_page(min(page - 1, found.pages)).url("/api/search") if page > 1 else None,
    }
