"""The generations of an index: built aside, verified, switched to, served live, rolled back.

`generations_at` is the only door: whether they are folders or stand on a cluster is known behind it.
"""

from importlib import import_module
from pathlib import Path

from indexer.engines import is_folder, require_engine
from indexer.errors import SettingsError
from indexer.generations.folders import Generation, Generations

__all__ = ["Generation", "Generations", "generations_at"]


def generations_at(address: str) -> Generations:
    """Of an address such as `whoosh:var/index` or `opensearch:https://host:9200/communique`."""
    scheme, _, place = address.partition(":")
    if not place:
        raise SettingsError(f"{address!r} is no address of an index", "use e.g. --index whoosh:var/index")
    if is_folder(address):
        return Generations(scheme, Path(place))
    require_engine(address)
    made: Generations = import_module("indexer.generations.cluster").on_a_cluster(scheme, place)
    return made
