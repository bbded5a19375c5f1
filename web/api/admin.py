"""For those who push instead of dropping files: updates and articles over HTTP, behind a bearer token.

Registered only where a token is configured: without one these addresses do not exist.
"""

import hmac
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Blueprint, Response, jsonify, request, url_for
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import ServiceUnavailable, Unauthorized

from indexer.errors import ArticleMissing, RequestError
from indexer.indexing.contents import Readers
from indexer.indexing.jobs import Job, Jobs
from indexer.indexing.push import Pushed, push_article, push_file, remove
from indexer.settings import Settings

Json = dict[str, object]
Answer = tuple[Json, int, dict[str, str]]
_MEGABYTE = 1_000_000
_READ_AT_ONCE = 2  # one is read, the next lies ready; each holds a thread that readers of the archive wait for
_PATIENCE = 5.0


def blueprint(settings: Settings) -> Blueprint:
    """`settings.bearer_token` must not be empty."""
    bp = Blueprint("admin", __name__, url_prefix="/api")
    token = settings.bearer_token
    bp.before_request(lambda: _require(token, settings))
    bp.add_url_rule("/reindex", "reindex", lambda: _accepted(Jobs(settings).start()), methods=["POST"])
    bp.add_url_rule("/reindex/<job_id>", "job", lambda job_id: _status(settings, job_id))
    readers, turns = Readers(), threading.BoundedSemaphore(_READ_AT_ONCE)
    bp.add_url_rule("/articles", "put", lambda: _put(settings, readers, turns), methods=["PUT"])
    bp.add_url_rule(
        "/articles/<article_id>", "delete", lambda article_id: _delete(settings, article_id), methods=["DELETE"]
    )
    return bp


def _require(token: str, settings: Settings) -> None:
    given = request.authorization
    presented = (given.token or "") if given and given.type == "bearer" else ""
    if not hmac.compare_digest(presented.encode(), token.encode()):
        raise Unauthorized("This address wants the archive's bearer token.", www_authenticate=WWWAuthenticate("bearer"))
    request.max_content_length = settings.max_file_mb * _MEGABYTE


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
    return _accepted(Jobs(settings).start(), landed)


@contextmanager
def _turn(turns: threading.Semaphore) -> Iterator[None]:
    if not turns.acquire(timeout=_PATIENCE):
        raise ServiceUnavailable("Other files are being read; send this one again in a moment.", retry_after=5)
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
        "summary": summary
        and {
            name: getattr(summary, name)
            for name in ("added", "changed", "removed", "unchanged", "rejected", "duplicates", "seconds")
        },
    }
