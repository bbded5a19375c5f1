"""What one running site has at hand."""

from dataclasses import dataclass
from pathlib import Path

from flask import current_app

from indexer.engines.engine import Engine
from indexer.search.rewrite.synonyms import Synonyms


@dataclass(frozen=True, slots=True)
class Site:
    """`release` changes whenever code, templates or static files do; it is part of every ETag. `names`: those of the
    operator's own authority files; None where only the packaged ones are in force. `index` is the address of what
    `engine` has opened."""

    engine: Engine
    name: str
    page_size: int
    release: str
    names: Synonyms | None = None
    authority_folder: Path | None = None
    public_url: str = ""
    index: str = "memory:"

    @property
    def is_https(self) -> bool:
        """Whether readers come by https, whatever a proxy in front speaks with us."""
        return self.public_url.startswith("https:")


def site() -> Site:
    found = current_app.extensions["communique"]
    if not isinstance(found, Site):
        raise TypeError(found)
    return found
