"""Indexes on a cluster as wholes: made, found behind their alias, switched to, removed."""

from contextlib import suppress
from typing import Any

from indexer.engines.opensearch_client import CLAUSES, AlreadyThere, Cluster
from indexer.engines.opensearch_control import ControlDocument
from indexer.engines.opensearch_schema import mapping, settings
from indexer.errors import CommuniqueError, IndexMissing

Json = dict[str, Any]


def create(cluster: Cluster, name: str) -> None:
    """Leaves an index or alias of this name as it is."""
    if not cluster.call(lambda client: client.indices.exists(index=name)):
        with suppress(CommuniqueError):  # a user who may not change the cluster's settings gets its own limit
            _allow_wide_queries(cluster)
        body = {"settings": settings(cluster.access.shards, cluster.access.replicas), "mappings": mapping()}
        with suppress(AlreadyThere):
            cluster.call(lambda client: client.indices.create(index=name, body=body))
    ControlDocument(cluster, name).create()


def _allow_wide_queries(cluster: Cluster) -> None:
    """A pattern stands for up to 200 words, and a query may have several."""
    setting = "indices.query.bool.max_clause_count"
    known = cluster.call(lambda client: client.cluster.get_settings(params={"flat_settings": "true"}))
    if int({**known["persistent"], **known["transient"]}.get(setting, 1024)) < CLAUSES:
        body = {"persistent": {setting: CLAUSES}}
        cluster.call(lambda client: client.cluster.put_settings(body=body))


def physical(cluster: Cluster, name: str) -> str:
    """The index itself, where the name may be an alias. Raises `IndexMissing`."""
    params = {"filter_path": "*.aliases"}
    found = cluster.call(lambda client: client.indices.get_alias(index=name, params=params))
    if not found:
        raise IndexMissing(f"There is no index at opensearch:{cluster.place}", "communique update")
    return str(max(found))
