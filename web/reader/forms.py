"""Changes to what a reader's browser keeps. A form sends them and is led back to where it stood; a script that asks
for JSON is told how things are now, and stays on the page."""

import re
from http import HTTPStatus

from flask import Blueprint, Response, abort, current_app, jsonify, redirect, request

from web import cookies
from web.cookies import ReaderCookies
from web.http.problems import Problem, problem_page
from web.i18n.language import gettext
from web.site import site
from web.urls.address import address

bp = Blueprint("keeping", __name__)

_FORM = 20_000  # bytes: a list of a hundred articles, and no more
_PATH = re.compile(r"/(?![/\\])[^\x00-\x20\x7f]{0,8000}")


@bp.get("/kept")
def state() -> Response:
    """For pages that a browser shows again as they were, such as on the way back."""
    return _stored(jsonify(_form(cookies.own())))


@bp.get("/kept/back")
def back() -> Response:
    """Where a reader with no cookie yet is led after a change: on to the page they came from, if it was kept."""
    if request.cookies:
        response = current_app.make_response(redirect(_own(request.args.get("to", "")), 303))
    else:
        problem = Problem(
            HTTPStatus.CONFLICT,
            gettext("Your browser has kept nothing"),
            gettext("The list and the saved searches are kept in cookies of this site, and your browser refuses them."),
            gettext("Allow this site its cookies, then try again. Everything else works without them."),
        )
        response = current_app.make_response((problem_page(problem), problem.status))
    return _stored(response)


@bp.before_app_request
def refuse_other_sites() -> None:
    """Another site's form would come without the reader's cookies, and the answer would replace them."""
    if request.method == "POST" and request.path in {"/list", "/saved"} and not _from_here():
        abort(403, gettext("This form was sent from another site."))


def changed(now: ReaderCookies, said: str, place: str = "") -> Response:
    """`place`: the part of the page that the reader acted on, to which they come back."""
    if not now.fits():
        now, said = cookies.own(), _most()
        if not _wants_json():
            abort(409, said)
    if _wants_json():
        response = jsonify({**_form(now), "said": said})
    else:
        response = current_app.make_response(redirect(_way_back(place, now), 303))
    cookies.keep(response, now)
    return _stored(response)


def _most() -> str:
    return gettext(
        "A browser keeps at most %(articles)s articles and %(searches)s searches, fewer long ones.",
        articles=cookies.MOST_LISTED,
        searches=cookies.MOST_SAVED,
    )


def sent(name: str) -> tuple[str, ...]:
    """Every value of a field of the form, once."""
    request.max_content_length = request.max_form_memory_size = _FORM
    return tuple(dict.fromkeys(value for value in request.form.getlist(name) if value))


def _form(now: ReaderCookies) -> dict[str, object]:
    return {"kept": [*now.listed, *(each.query for each in now.searches)], "mine": now.mine}


def _way_back(place: str, now: ReaderCookies) -> str:
    """Whether a browser keeps cookies shows at its next request only."""
    page = _own(request.form.get("back", "")).partition("#")[0].rstrip("?")
    page = f"{page}#{place}" if place else page
    return page if request.cookies or now == ReaderCookies() else address("/kept/back", [("to", page)])


def _own(page: str) -> str:
    """Only an address of this site, whatever is asked for."""
    return page if _PATH.fullmatch(page) else "/list"


def _wants_json() -> bool:
    return request.accept_mimetypes.best == "application/json"


def _from_here() -> bool:
    """Browsers say where a form comes from; what says nothing is no browser, and has no cookies of a reader's."""
    site_said, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if site_said is not None:
        return site_said in {"same-origin", "none"}
    return origin is None or origin in {request.host_url.rstrip("/"), site().public_url}


def _stored(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
