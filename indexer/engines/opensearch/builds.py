"""Indexes on a cluster as wholes: made, found behind their alias, switched to, removed."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from indexer.engines.opensearch.client import CLAUSES, AlreadyThere, Cluster, Place
from indexer.engines.opensearch.control import ControlDocument
from indexer.engines.opensearch.schema import mapping, settings
from indexer.errors import CommuniqueError, IndexMissing
from indexer.message import N_

Json = dict[str, Any]


def create(cluster: Cluster, name: str, fingerprint: str = "", *, unfinished: bool = False) -> None:
    """Leaves an index or alias of this name as it is. The rest is kept for whoever asks the index."""
    if not cluster.call(lambda client: client.indices.exists(index=name)):
        with suppress(CommuniqueError):  # a user who may not change the cluster's settings gets its own limit
            _allow_wide_queries(cluster)
        body = {"settings": settings(cluster.access.shards, cluster.access.replicas), "mappings": mapping()}
        body["mappings"]["_meta"] = {"fingerprint": fingerprint} | ({"shares": []} if unfinished else {})
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
        said = N_("There is no index at %(place)s", place=f"opensearch:{cluster.place}")
        raise IndexMissing(said, "communique update")
    return str(max(found))


@dataclass(frozen=True, slots=True)
class Build:
    """One index of the several that may stand behind one alias in turn; `name` is what sets it apart, e.g. g000002.
    `shares`: of one in force while it is built, the shares of the corpus that were read; None of any other."""

    name: str
    fingerprint: str
    in_force: bool
    complete: bool
    shares: tuple[str, ...] | None = None

    @property
    def unfinished(self) -> bool:
        return self.shares is not None


class Builds:
    """The indexes `NAME-g000001`, `NAME-g000002` … of a place whose name is an alias of one of them."""

    def __init__(self, place: str) -> None:
        self.place = Place.of(place)
        self._cluster = Cluster(self.place)

    def index(self, name: str) -> str:
        return f"{self.place.name}-{name}"

    def all(self) -> list[Build]:
        return self._found(self.index("g*"))

    def in_force(self) -> Build | None:
        """Asks for little: it is asked at every search."""
        try:
            found = self._found(self.place.name)
        except IndexMissing:
            return None
        return next((build for build in found if build.in_force), None)

    def _found(self, names: str) -> list[Build]:
        params = {"filter_path": "*.aliases,*.mappings._meta", "expand_wildcards": "open"}
        found = self._cluster.call(lambda client: client.indices.get(index=names, params=params))
        return sorted((self._build(index, about) for index, about in found.items()), key=lambda build: build.name)

    def _build(self, index: str, about: Json) -> Build:
        meta = about.get("mappings", {}).get("_meta", {})
        in_force = self.place.name in about.get("aliases", {})
        name = index.removeprefix(f"{self.place.name}-")
        shares = tuple(meta["shares"]) if "shares" in meta else None
        return Build(name, str(meta.get("fingerprint", "")), in_force, bool(meta.get("complete")), shares)

    def create(self, name: str, fingerprint: str, *, unfinished: bool = False) -> None:
        create(self._cluster.patient(), self.index(name), fingerprint, unfinished=unfinished)

    def switch(self, name: str) -> None:
        """One step of the cluster: whoever asks sees the former index or this one."""
        former = [build.name for build in self.all() if build.in_force and build.name != name]
        actions = [{"remove": {"index": self.index(each), "alias": self.place.name}} for each in former]
        actions.append({"add": {"index": self.index(name), "alias": self.place.name}})
        build = next(build for build in self.all() if build.name == name)
        self.remember(build, build.shares)
        self._cluster.call(lambda client: client.indices.update_aliases(body={"actions": actions}))

    def remember(self, build: Build, shares: Sequence[str] | None) -> None:
        """That it has been in force: only then it can be gone back to."""
        meta = {"fingerprint": build.fingerprint, "complete": True}
        body = {"_meta": meta if shares is None else {**meta, "shares": list(shares)}}
        self._cluster.call(lambda client: client.indices.put_mapping(index=self.index(build.name), body=body))

    def drop(self, name: str) -> None:
        params = {"ignore_unavailable": "true"}
        self._cluster.call(lambda client: client.indices.delete(index=self.index(name), params=params))
