"""The file that an article was read from, to be taken away.

Archives are filled from the web, so a file is never shown under this site's address: browsers are told to save it,
to guess nothing of what is in it, and to run nothing. What is handed out is, to the byte, what was indexed.
"""

import hashlib
import os
import stat
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from tempfile import SpooledTemporaryFile
from typing import IO

from flask import Blueprint, Flask, Response, abort, current_app, send_file
from werkzeug.wsgi import FileWrapper

from indexer.article import Article
from indexer.message import N_, Value
from indexer.settings import Settings
from web import archive
from web.http.sending import Sending, Sent
from web.i18n.language import decimal, gettext, ngettext, translate
from web.urls.address import address
from web.urls.links import Link

bp = Blueprint("original", __name__)

_BLOCK = 1 << 20
_SENDING = Sending(8)
_IN_MEMORY = 4 << 20  # bytes; a larger file waits on disk while it is sent
_POLICY = "sandbox; default-src 'none'"
_FORMATS: Mapping[str, Value] = {
    "html": "HTML",
    "text": N_("text"),
    "markdown": "Markdown",
    "json": "JSON",
    "pdf": "PDF",
    "docx": "Word",
    "mail": N_("e-mail"),
}
_KB = 1_000


def init_app(app: Flask, settings: Settings) -> None:
    app.extensions["communique.originals"] = settings if settings.originals == "yes" else None


def original(article: Article) -> Link | None:
    """Where the file is taken away, and what kind and size it has, in words. None where the article has no file of its
    own here. Whether it has changed shows when it is asked for."""
    path = _path(article)
    try:
        size = _size(path.stat().st_size).replace(" ", "\N{NO-BREAK SPACE}") if path else ""
    except OSError:  # taken away since it was found
        return None
    kind = translate(_FORMATS.get(article.provenance.format, article.provenance.format))
    text = f"{file_name(article)} ({', '.join(part for part in (kind, size) if part)})"
    href, title = address(f"/articles/{article.id}/original", []), gettext("The file as it was indexed, to be saved")
    return Link(text, href, title) if path else None


def file_name(article: Article) -> str:
    """Without what would disturb a header or mislead an eye."""
    name = PurePosixPath(article.provenance.path).name
    return "".join(c if c.isprintable() else "_" for c in name)


@bp.get("/articles/<article_id>/original")
def take(article_id: str) -> Response:
    article = archive.article_or_missing(article_id)
    settings = _handing_out()
    if settings is None or article.provenance.member:
        abort(404, gettext("The file of this article is not handed out here."))
    path = _path(article)
    if path is None:
        abort(410, gettext("The file that this article was read from is no longer in the archive's folder."))
    copy = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - `sent` closes it
    sent = _SENDING.begin(FileWrapper(copy, _BLOCK))
    if _copied(path, copy, settings.max_file_mb * 1_000_000) != article.provenance.sha256:
        sent.close()
        abort(410, gettext("The file has changed since it was indexed; the next update reads it again."))
    return _attached(copy, sent, file_name(article))


def _attached(copy: IO[bytes], sent: Sent[bytes], name: str) -> Response:
    size = copy.tell()
    copy.seek(0)
    response = send_file(copy, "application/octet-stream", as_attachment=True, download_name=name, etag=False)
    response.response, response.direct_passthrough = sent, False
    response.content_length = size
    response.headers["Content-Security-Policy"] = _POLICY
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Cache-Control"] = "no-cache"
    del response.headers["Expires"]
    return response


def _copied(path: Path, copy: IO[bytes], most: int) -> str:
    """Writes the file into `copy` and returns the hash of what was written; empty for what is no file to hand out. A
    copy, because the file may change while it is sent."""
    digest = hashlib.sha256()
    # a pipe in the place of the file does not make a reader wait
    flags = os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC
    try:
        with os.fdopen(os.open(path, flags), "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode) or status.st_size > most:
                return ""
            while (block := file.read(_BLOCK)) and copy.tell() <= most:
                digest.update(block)
                copy.write(block)
    except OSError:
        return ""
    return digest.hexdigest()


def _path(article: Article) -> Path | None:
    """The article's own file, links followed; None for what is outside of the corpus, or no file."""
    settings = _handing_out()
    if settings is None or article.provenance.member:
        return None
    try:
        root = settings.corpus.resolve(strict=True)
        path = (root / article.provenance.path).resolve(strict=True)
    except (OSError, RuntimeError, ValueError):
        return None
    return path if path.is_relative_to(root) and path.is_file() else None


def _handing_out() -> Settings | None:
    """Where and how large files may be; None where none are handed out."""
    found: Settings | None = current_app.extensions["communique.originals"]
    return found


def _size(size: int) -> str:
    if size < _KB:
        return ngettext("%(number)s byte", "%(number)s bytes", size)
    if size < _KB * _KB:
        return gettext("%(size)s kB", size=round(size / _KB))
    return gettext("%(size)s MB", size=decimal(size / (_KB * _KB)))
