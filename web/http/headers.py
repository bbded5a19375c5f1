"""What holds for every answer: security headers, a bound on addresses, ETags from the generation."""

from collections.abc import Callable
from functools import wraps

from flask import Flask, Response, abort, current_app, make_response, request
from flask.typing import ResponseReturnValue

from web import archive, cookies
from web.i18n.language import spoken
from web.site import site

MAX_ADDRESS = 1_000_000  # characters; servers in front usually stop far earlier
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def init_app(app: Flask) -> None:
    app.before_request(_bound_address)
    app.after_request(_secure)


def _bound_address() -> None:
    if len(request.query_string) + len(request.path) > MAX_ADDRESS:
        abort(414)


def _secure(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if site().is_https:
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    return response


def conditional_get(view: Callable[..., ResponseReturnValue]) -> Callable[..., ResponseReturnValue]:
    """Answers 304 without searching where the reader's copy is of this generation and release, in this language, and
    of what the reader has kept. What was narrowed because it would cost too much is not for keeping."""

    @wraps(view)
    def answer(*args: object, **kwargs: object) -> ResponseReturnValue:
        own = cookies.cookie_digest()
        tag = f"{archive.reader().generation}-{site().release}-{spoken().code}{f'-{own}' if own else ''}"
        if request.if_none_match.contains_weak(tag):
            response = current_app.response_class(status=304)
        else:
            response = make_response(view(*args, **kwargs))
        if archive.was_narrowed():
            response.headers["Cache-Control"] = "no-store"
            return response
        response.set_etag(tag, weak=True)
        response.headers["Cache-Control"] = "private, no-cache" if own else "no-cache"
        response.vary.add("Cookie")
        return response

    return answer
