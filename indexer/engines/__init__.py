"""Articles in, hits out, by siblings behind the Protocols of `engine`. `open_engine` is the only door.

Article --engine.Writer--> an index        SearchRequest --engine.Reader--> SearchResult

`memory` is a linear scan: what a query means, and the oracle of the others. `whoosh`, `tantivy` and `opensearch` each
keep an index of their own kind; `article_terms` says what they index of an article, `bm25` how they score,
`validation` which requests none of them answers.
"""

from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from indexer.engines.engine import Engine
from indexer.errors import SettingsError

__all__ = ["is_folder", "is_known_folder", "open_engine", "require_engine"]


class _Sibling(NamedTuple):
    """An engine's module, imported when it is asked for, so that its library is needed only then."""

    module: str
    is_folder: bool = True


_SIBLINGS = {
    "memory": _Sibling("indexer.engines.memory"),
    "whoosh": _Sibling("indexer.engines.whoosh.engine"),
    "tantivy": _Sibling("indexer.engines.tantivy.engine"),
    "opensearch": _Sibling("indexer.engines.opensearch.engine", is_folder=False),
}


def open_engine(address: str, *, create: bool = False) -> Engine:
    """The engine at "memory:", "whoosh:FOLDER", "tantivy:FOLDER" or "opensearch:https://host:9200/name".

    Raises as `require_engine` does, and IndexMissing where the place has no index and `create` is false.
    """
    place = address.partition(":")[2]
    opened: Engine = _imported(address).open_at(Path(place) if is_folder(address) else place, create=create)
    return opened


def require_engine(address: str) -> None:
    """Raises SettingsError where no engine is meant by the address, or the engine's library is not installed."""
    _imported(address)


def is_folder(address: str) -> bool:
    """Whether the index is kept on this machine. Raises SettingsError where no engine is meant by the address."""
    return _SIBLINGS[_scheme(address)].is_folder


def is_known_folder(scheme: str) -> bool:
    """Whether an engine of this name keeps its index on this machine."""
    return scheme in _SIBLINGS and _SIBLINGS[scheme].is_folder


def _scheme(address: str) -> str:
    scheme, _, place = address.partition(":")
    if scheme not in _SIBLINGS or (scheme != "memory" and not place):
        raise SettingsError(f"{address!r} is no index address", remedy="write it like whoosh:var/index")
    return scheme


def _imported(address: str) -> ModuleType:
    scheme = _scheme(address)
    try:
        return import_module(_SIBLINGS[scheme].module)
    except ModuleNotFoundError as error:
        remedy = f"pip install 'communique[{scheme}]'"
        raise SettingsError(f"The library of {scheme} is not installed", remedy) from error
