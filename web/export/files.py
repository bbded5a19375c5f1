"""Citations of one article, and a whole result as a file: streamed, so that its length costs no memory."""

import csv
import io
import json
from collections.abc import Iterable, Iterator

from flask import Blueprint, Response, abort, current_app, request

from indexer.article import Article
from indexer.fields import ENTITY_FIELDS, FACETS
from web import archive
from web.api.quotations import wanted_quotations, whole_forms
from web.api.search import article_form
from web.export.citations import STYLES, Cited, Style
from web.http.headers import conditional_get
from web.http.problems import BadRequestParams
from web.http.sending import Sending
from web.i18n.language import gettext
from web.site import site
from web.urls.links import absolute, article_url
from web.urls.reading import BadParam, ids, read

bp = Blueprint("export", __name__)

_EXPORTS = Sending(3)
_COLUMNS = (
    *("id", "title", "date", "date_precision", "type", "source", "language", "authors"),
    *(FACETS[each].attribute for each in ENTITY_FIELDS),
    *("url", "address"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # full-width ones too


@bp.get("/articles/<article_id>/cite.<suffix>")
@conditional_get
def cite(article_id: str, suffix: str) -> Response:
    style = STYLES.get(suffix) or abort(404)
    article = archive.article_or_missing(article_id)
    written = style.write(Cited(article, absolute(article_url(article.id))))
    return _file([written], style.media_type, f"{article.id}.{style.suffix}")


@bp.get("/export.<suffix>")
@conditional_get
def export(suffix: str) -> Response:
    """The articles of a search, or those named by `id`. Unusable parameters are refused: a file does not show that
    it holds something else than was asked for."""
    kind = KINDS.get(suffix) or abort(404)
    found = _named() if "id" in request.args else _matching()
    return _file(_EXPORTS.begin(_lines(kind, found)), kind.media_type, f"articles.{kind.suffix}")


@bp.get("/export/quotations.jsonl")
@conditional_get
def quotations() -> Response:
    """What somebody said, line by line as the API gives it; of all articles, whatever page is asked for."""
    wanted, root = wanted_quotations(request.args), absolute("")
    found = archive.every_saying(wanted.asked, wanted.speakers)
    forms = (form for article, said in found for form in whole_forms(article, said, root))
    lines = (json.dumps(form, ensure_ascii=False) + "\n" for form in forms)
    return _file(_EXPORTS.begin(lines), KINDS["jsonl"].media_type, "quotations.jsonl")


def _matching() -> Iterator[Article]:
    params, bad = read(request.args, site().page_size)
    if bad:
        raise BadRequestParams(bad)
    return archive.every(params.asked)


def _named() -> Iterator[Article]:
    wanted, bad = ids(request.args)
    found = [(each, archive.reader().article(each)) for each in wanted]
    missing = tuple(
        BadParam("id", each[:60], gettext("no article of this archive")) for each, article in found if not article
    )
    if bad or missing:
        raise BadRequestParams((*bad, *missing))
    return (article for _, article in found if article)


def _lines(kind: Style, found: Iterator[Article]) -> Iterator[str]:
    """What is asked of the request is asked here, before the first line is sent; the rest happens while sending."""
    root = absolute("")
    cited = (Cited(article, root + article_url(article.id)) for article in found)
    return table(cited) if kind.suffix == "csv" else (kind.write(each) + "\n" for each in cited)


def table(cited: Iterable[Cited]) -> Iterator[str]:
    """A byte order mark first: without it Excel takes UTF-8 for the encoding of the day."""
    yield "\ufeff" + _row(_COLUMNS)
    yield from map(_csv, cited)


def _csv(cited: Cited) -> str:
    article = cited.article
    known = [article.id, article.title, article.date.value, article.date.precision, article.type, article.source]
    names = ["; ".join(each) for each in (article.authors, *(FACETS[each].values(article) for each in ENTITY_FIELDS))]
    return _row(_harmless(value) for value in (*known, article.language, *names, article.url, cited.address))


def _harmless(cell: str) -> str:
    """A spreadsheet would run a cell that begins like a formula, and articles come from anywhere."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _row(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


def _json(cited: Cited) -> str:
    return json.dumps(article_form(cited.article), ensure_ascii=False)


# The files that a result can be taken away as.
KINDS = {
    "csv": Style("CSV", "csv", "text/csv", _csv),
    "jsonl": Style("JSON Lines", "jsonl", "application/jsonl", _json),
    "bib": STYLES["bib"],
    "ris": STYLES["ris"],
}


def _file(lines: Iterable[str], media_type: str, name: str) -> Response:
    response = current_app.response_class(lines, content_type=f"{media_type}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
