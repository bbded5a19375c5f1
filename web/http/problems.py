"""Errors as answers: problem+json (RFC 9457) under /api/ and for health checks, a readable page elsewhere."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Flask, Response, current_app, json, request
from werkzeug.exceptions import HTTPException, InternalServerError

from indexer.errors import CommuniqueError
from indexer.message import N_
from indexer.storage import any_storage_error
from web.i18n.language import gettext, translate
from web.rendering import render
from web.site import site
from web.urls.params import SearchParams
from web.urls.reading import BadParam, read

_NAMES = {
    400: N_("Bad Request"),
    403: N_("Forbidden"),
    404: N_("Not Found"),
    405: N_("Method Not Allowed"),
    409: N_("Conflict"),
    410: N_("Gone"),
    413: N_("Request Entity Too Large"),
    414: N_("Request URI Too Long"),
    429: N_("Too Many Requests"),
}
_WORDS = {
    400: N_("The browser sent a request that cannot be understood."),
    404: N_("There is no page at this address. It may have been moved, or the address may be incomplete."),
    405: N_("This address cannot be used in this way."),
    413: N_("This is more than the page takes. Try a shorter text."),
    414: N_("The address of this page is too long. Try a shorter query."),
    500: N_("The page could not be made. The fault is ours; it has been written to the log."),
}


class BadRequestParams(Exception):
    """Parameters that an API answer cannot ignore without meaning something else than was asked."""

    def __init__(self, bad: tuple[BadParam, ...]) -> None:
        super().__init__(gettext("Some parameters cannot be used as they are."))
        self.bad = bad


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong, in the words of RFC 9457; `errors` lists parameters at fault."""

    status: int
    title: str
    detail: str
    remedy: str = ""
    errors: tuple[BadParam, ...] = ()

    def as_json(self) -> dict[str, object]:
        body = {"type": "about:blank", "title": self.title, "status": self.status, "detail": self.detail}
        errors = [{"parameter": e.name, "value": e.value, "message": e.message} for e in self.errors]
        more = {"instance": request.path, "remedy": self.remedy, "errors": errors}
        return body | {name: value for name, value in more.items() if value}


def init_app(app: Flask) -> None:
    app.register_error_handler(Exception, _answer)


def _answer(raised: Exception) -> Response:
    error = any_storage_error(raised) or raised
    problem = _problem(error)
    if request.path.startswith("/api/") or request.path in {"/healthz", "/readyz"}:
        response = current_app.response_class(json.dumps(problem.as_json()), content_type="application/problem+json")
    else:
        asked = read(request.args, site().page_size)[0] if isinstance(error, CommuniqueError) else None
        response = current_app.response_class(problem_page(problem, asked))
    response.status_code = problem.status
    response.headers["Cache-Control"] = "no-store"
    for name, value in _headers(error):
        response.headers[name] = value
    return response


def problem_page(problem: Problem, asked: SearchParams | None = None) -> str:
    """`asked`: the search that failed, which stays in its box."""
    again = problem.status == HTTPStatus.SERVICE_UNAVAILABLE and request.method == "GET"
    return render("error.html", page=problem, params=asked, again=again)


def _headers(error: Exception) -> list[tuple[str, str]]:
    """Headers that belong to the status: Allow with 405, Retry-After with 503."""
    if isinstance(error, HTTPException):
        return [(name, value) for name, value in error.get_headers() if name.lower() != "content-type"]
    if isinstance(error, CommuniqueError) and error.http_status == HTTPStatus.SERVICE_UNAVAILABLE:
        return [("Retry-After", "30")]
    return []


def _problem(error: Exception) -> Problem:
    if isinstance(error, BadRequestParams):
        return Problem(400, gettext("The request cannot be served"), str(error), errors=error.bad)
    if isinstance(error, CommuniqueError):
        if error.http_status == HTTPStatus.INSUFFICIENT_STORAGE:
            current_app.logger.error("%s %s failed: %s; %s", request.method, request.path, error, error.remedy)
        return Problem(error.http_status, translate(error.title), translate(error.said), translate(error.advice))
    if isinstance(error, HTTPException) and error.code and error.code != InternalServerError.code:
        name = translate(_NAMES.get(error.code, error.name))
        return Problem(error.code, name, translate(_WORDS.get(error.code, error.description or name)))
    current_app.logger.error("%s %s failed", request.method, request.path, exc_info=error)
    return Problem(500, gettext("Something went wrong"), translate(_WORDS[500]))
