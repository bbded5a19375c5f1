"""Communiqué over HTTP: a page for readers, JSON for programs.

query string --urls.reading--> SearchInput --indexer.search--> SearchPage --results | api | export--> HTML, JSON, files
article id --indexer--> Article --article | api--> HTML | JSON

`archive`, `gate`, `site`, `cookies`, `marks` and `rendering` are what every page uses; `http` and `i18n` hold for
every answer; `urls` makes every link. `browse` and `reader` are the ways in without a query and what a reader keeps.
"""

from hashlib import blake2b
from pathlib import Path

from flask import Flask
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from indexer.authority import load
from indexer.engines.engine import Engine
from indexer.search.rewrite.synonyms import Synonyms
from indexer.settings import Settings
from web import archive, cookies, gate, pages, quotation
from web import help as help_page
from web.api import admin, crawlers, quotations, search
from web.article import compare, original
from web.browse import indexes, profile
from web.export import files
from web.http import compress, headers, health, problems
from web.http.access import Access
from web.i18n import language
from web.reader import arrivals, feeds, forms, reading_list, saved_searches
from web.results import facet_values
from web.site import Site

__all__ = ["create_app"]
_HERE = Path(__file__).parent
_PAGES = (indexes, profile, pages, original, compare, quotation, facet_values, files, help_page)
_KEPT = (reading_list, feeds, arrivals, forms, saved_searches)
_PROGRAMS = (crawlers, search, quotations, health)


def create_app(engine: Engine, settings: Settings) -> Flask:
    """A WSGI application over an open engine; it never writes to it and does not close it."""
    app = Flask(__name__)
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True, "autoescape": True, "undefined": StrictUndefined}
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = 31_536_000  # addresses of static files carry the release
    app.extensions["communique"] = _site(engine, settings)
    for each in (archive, problems, headers, language, compress, arrivals, gate):
        each.init_app(app)
    original.init_app(app, settings)
    app.context_processor(lambda: {"kept": cookies.own()})
    for part in (*_PAGES, *_KEPT, *_PROGRAMS):
        app.register_blueprint(part.bp)
    if settings.bearer_token:
        app.register_blueprint(admin.blueprint(settings))
    proxies = settings.trusted_proxies
    logged = Access(app.wsgi_app, queries=settings.log_queries == "yes", proxied=proxies > 0)
    app.wsgi_app = ProxyFix(logged, x_for=proxies, x_proto=proxies, x_host=0)  # type: ignore[method-assign]  # as Flask says
    return app


def _site(engine: Engine, settings: Settings) -> Site:
    own = settings.authority
    names = Synonyms(load(own)) if own else None
    return Site(
        engine, settings.site_name, settings.page_size, _release(), names, own, settings.public_url, settings.index
    )


def _release() -> str:
    """A hash over this package's files."""
    digest = blake2b(digest_size=6)
    for path in sorted(_HERE.rglob("*")):
        if path.is_file() and path.suffix in {".py", ".html", ".css", ".js", ".svg", ".xml", ".txt", ".po"}:
            digest.update(path.read_bytes())
    return digest.hexdigest()
