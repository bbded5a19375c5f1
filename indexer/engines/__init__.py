"""Articles in, hits out. `open_engine` is the only door; what is behind it is in `engine.py`."""

from importlib import import_module
from pathlib import Path
from types import ModuleType

from indexer.engines.engine import Engine
from indexer.errors import SettingsError

__all__ = ["open_engine", "require_engine"]


# An engine's module is imported when it is asked for, so that its library is needed only then.
_MODULES = {
    "memory": "indexer.engines.memory",
    "whoosh": "indexer.engines.whoosh.engine",
    "tantivy": "indexer.engines.tantivy.engine",
    "opensearch": "indexer.engines.opensearch.engine",
}


def open_engine(address: str, *, create: bool = False) -> Engine:
    """The engine at "memory:", "whoosh:FOLDER", "tantivy:FOLDER" or "opensearch:https://host:9200/name".

    Raises as `require_engine` does, and IndexMissing where the place has no index and `create` is false.
    """
    module, place = _found(address)
    scheme = address.partition(":")[0]
    engine: Engine = module.open_at(place if scheme == "opensearch" else Path(place), create=create)
    return engine


def require_engine(address: str) -> None:
    """Raises SettingsError where no engine is meant by the address, or the engine's library is not installed."""
    _found(address)


def _found(address: str) -> tuple[ModuleType, str]:
    scheme, _, place = address.partition(":")
    if scheme not in _MODULES or (scheme != "memory" and not place):
        raise SettingsError(f"{address!r} is no index address", remedy="write it like whoosh:var/index")
    try:
        return import_module(_MODULES[scheme]), place
    except ModuleNotFoundError as error:
        remedy = f"pip install 'communique[{scheme}]'"
        raise SettingsError(f"The library of {scheme} is not installed", remedy) from error
