"""For WSGI servers: `gunicorn "web.wsgi:app()"`."""

import gc

from flask import Flask

from indexer.generations.live import open_live
from indexer.settings import Settings
from web import create_app
from web.http import logs
from web.i18n.language import LOCALES


def app() -> Flask:
    """Reads the environment. A missing index is no error here: the pages say so until there is one."""
    settings = Settings.from_environ()
    logs.configure(settings)
    made = create_app(open_live(settings.index, stand_in=True), settings)
    # Names, templates, the index and its words are read at the first search: here, rather than while a reader waits.
    for code in LOCALES:
        made.test_client().get("/search?q=first~", headers={"Accept-Language": code})
    # All of that lives as long as the process: the collector need not look through it again and again.
    gc.collect()
    gc.freeze()
    return made
