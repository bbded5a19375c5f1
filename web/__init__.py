"""Communiqué over HTTP: a page for readers, JSON for programs.

query string --params--> SearchInput --indexer--> SearchPage --results | api--> HTML | JSON
article id --indexer--> Article --reading | api--> HTML | JSON
"""

from hashlib import blake2b
from pathlib import Path

from flask import Flask
from jinja2 import StrictUndefined

from indexer.engines.engine import Engine
from indexer.ingest.authority import load
from indexer.search.synonyms import Synonyms
from indexer.settings import Settings
from web import (
    api,
    browse,
    compare,
    compress,
    crawlers,
    export,
    feeds,
    guard,
    guide,
    health,
    keeping,
    kept,
    language,
    news,
    original,
    pages,
    picked,
    problems,
    profile,
    quotation,
    saved,
    values,
)
from web.site import Site

__all__ = ["create_app"]
_HERE = Path(__file__).parent


def create_app(engine: Engine, settings: Settings) -> Flask:
    """A WSGI application over an open engine; it never writes to it and does not close it."""
    app = Flask(__name__)
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True, "autoescape": True, "undefined": StrictUndefined}
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = 31_536_000  # addresses of static files carry the release
    app.extensions["communique"] = _site(engine, settings)
    problems.init_app(app)
    guard.init_app(app)
    language.init_app(app)
    compress.init_app(app)
    news.init_app(app)
    original.init_app(app, settings)
    app.context_processor(lambda: {"kept": kept.own()})
    for part in (
        browse,
        profile,
        pages,
        original,
        compare,
        quotation,
        picked,
        values,
        export,
        feeds,
        news,
        keeping,
        saved,
        guide,
        crawlers,
        api,
        health,
    ):
        app.register_blueprint(part.bp)
    if settings.bearer_token:
        from web import admin  # noqa: PLC0415 - brings all of the ingestion with it: 40 MB that other sites save

        app.register_blueprint(admin.blueprint(settings))
    return app


def _site(engine: Engine, settings: Settings) -> Site:
    own = settings.authority
    names = Synonyms(load(own)) if own else None
    return Site(engine, settings.site_name, settings.page_size, _release(), names, own, settings.public_url)


def _release() -> str:
    """A hash over this package's files."""
    digest = blake2b(digest_size=6)
    for path in sorted(_HERE.rglob("*")):
        if path.is_file() and path.suffix in {".py", ".html", ".css", ".js", ".svg", ".xml", ".txt", ".po"}:
            digest.update(path.read_bytes())
    return digest.hexdigest()
