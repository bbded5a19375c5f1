"""For whoever watches the service: /healthz says that it runs, /readyz that it has an index."""

from flask import Blueprint, Response

from indexer.generations.live import LiveEngine
from indexer.search.page import SearchInput, search
from web import archive
from web.site import site

bp = Blueprint("health", __name__)


@bp.get("/healthz")
def healthz() -> dict[str, object]:
    return {"status": "alive"}


@bp.get("/readyz")
def readyz() -> dict[str, object]:
    """503 with the reason while there is no index that can be searched, all of it, as it was written."""
    engine = site().engine
    if isinstance(engine, LiveEngine):
        engine.require_finished()
        engine.require_whole()
    found = search(archive.reader(), SearchInput(size=1, facets=()))
    return {"status": "ready", "generation": found.generation, "articles": found.total}


@bp.after_request
def _of_this_moment(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
