"""For those who push instead of dropping files: updates and articles over HTTP, behind a bearer token.

Registered only where a token is configured: without one these addresses do not exist.
"""

import hmac
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from http import HTTPStatus

from flask import Blueprint, Response, g, jsonify, request, url_for
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import TooManyRequests, Unauthorized

from indexer.errors import ArticleMissing, Overloaded, RequestError
from indexer.indexing.contents import Readers
from indexer.indexing.jobs import Job, Jobs
from indexer.indexing.push import Pushed, push_article, push_file, remove
from indexer.settings import Settings
from web.api.guesses import Guesses
from web.http import logs
from web.http.access import request_id

Json = dict[str, object]
Answer = tuple[Json, int, dict[str, str]]
_MEGABYTE = 1_000_000
_LOGGED = 20  # ids of one pushed file
_READ_AT_ONCE = 2  # one is read, the next lies ready; each holds a thread that readers of the archive wait for
_PATIENCE = 5.0


def blueprint(settings: Settings) -> Blueprint:
    """`settings.bearer_token` must not be empty."""
    bp = Blueprint("admin", __name__, url_prefix="/api")
    token, guesses = settings.bearer_token, Guesses()
    bp.before_request(lambda: _require(token, guesses, settings))
    bp.after_request(_audited)
    bp.add_url_rule("/reindex", "reindex", lambda: _accepted(Jobs(settings).start()), methods=["POST"])
    bp.add_url_rule("/reindex/<job_id>", "job", lambda job_id: _status(settings, job_id))
    readers, turns = Readers(), threading.BoundedSemaphore(_READ_AT_ONCE)
    bp.add_url_rule("/articles", "put", lambda: _put(settings, readers, turns), methods=["PUT"])
    bp.add_url_rule(
        "/articles/<article_id>", "delete", lambda article_id: _delete(settings, article_id), methods=["DELETE"]
    )
    return bp


def _require(token: str, guesses: Guesses, settings: Settings) -> None:
    client = request.remote_addr or ""
    if wait := guesses.wait(client):
        raise TooManyRequests("Too many wrong tokens came from this address.", retry_after=wait)
    presented = _presented()
    if not hmac.compare_digest(presented.encode(), token.encode()):
        if presented:
            guesses.failed(client)
        raise Unauthorized("This address wants the archive's bearer token.", www_authenticate=WWWAuthenticate("bearer"))
    request.max_content_length = settings.max_file_mb * _MEGABYTE


def _presented() -> str:
    given = request.authorization
    return (given.token or "") if given and given.type == "bearer" else ""


def _audited(response: Response) -> Response:
    """Who changed something or was refused: the token by its fingerprint, what by path and id. Questions after the
    state of an update change nothing."""
    accepted, presented = response.status_code < HTTPStatus.BAD_REQUEST, _presented()
    if accepted and request.method in {"GET", "HEAD", "OPTIONS"}:
        return response
    facts = {
        "action": (request.endpoint or "").removeprefix("admin."),
        "result": "accepted" if accepted else "refused",
        "status": response.status_code,
        "client": request.remote_addr,
        "token": sha256(presented.encode("utf-8", "replace")).hexdigest()[:8] if presented else "none",
        "id": request_id(request.environ),
    }
    facts |= request.view_args or {}
    logs.write(logs.AUDIT, "audit", facts | g.get("landed", {}), logging.INFO if accepted else logging.WARNING)
    return response


def _put(settings: Settings, readers: Readers, turns: threading.Semaphore) -> Answer:
    """One article as JSON, or any file of the corpus's kinds as multipart/form-data under the name `file`."""
    if request.is_json:
        body = request.get_data(cache=False)
        with _turn(turns):
            landed = push_article(settings, body, readers)
    else:
        upload, replace = request.files.get("file"), request.args.get("replace", "no")
        if upload is None:
            raise RequestError("send an article as application/json, or a file as multipart/form-data named file")
        if replace not in {"yes", "no"}:
            raise RequestError("replace is neither yes nor no")
        data = upload.read()
        with _turn(turns):
            landed = push_file(settings, upload.filename or "", data, readers, replace=replace == "yes")
    g.landed = {"path": landed.path, "articles": ",".join(landed.ids[:_LOGGED])}
    return _accepted(Jobs(settings).start(), landed)


@contextmanager
def _turn(turns: threading.Semaphore) -> Iterator[None]:
    if not turns.acquire(timeout=_PATIENCE):
        raise Overloaded("other files are being read", "send this one again in a moment")
    try:
        yield
    finally:
        turns.release()


def _delete(settings: Settings, article_id: str) -> Answer:
    remove(settings, article_id)
    return _accepted(Jobs(settings).start())


def _accepted(job: Job, landed: Pushed | None = None) -> Answer:
    body = _described(job) | ({"path": landed.path, "articles": landed.ids} if landed else {})
    return body, 202, {"Location": url_for("admin.job", job_id=job.id)}


def _status(settings: Settings, job_id: str) -> Response:
    job = Jobs(settings).get(job_id)
    if job is None:
        raise ArticleMissing("no such update")
    response = jsonify(_described(job))
    response.headers["Cache-Control"] = "no-store"
    return response


def _described(job: Job) -> Json:
    summary = job.summary
    return {
        "id": job.id,
        "state": job.state,
        "status": url_for("admin.job", job_id=job.id),
        "files": job.files,
        "bytes": job.size,
        "bytes_read": job.read,
        "bytes_per_second": job.rate,
        "reason": job.reason or None,
        "exit_code": job.exit_code,
        "summary": summary
        and {
            name: getattr(summary, name)
            for name in ("added", "changed", "removed", "unchanged", "rejected", "duplicates", "seconds")
        },
    }
