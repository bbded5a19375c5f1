"""Generations of an index on a cluster: what is in force stands there, the catalog stays with the indexer.

    communique                        an alias; its index is the generation in force
    communique-g000002                an index, with its fingerprint
    var/cluster/HOST-PORT/communique/ of an indexer: lock, g000002/catalog.sqlite

Whoever only searches needs the address and no folder.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from indexer.engines.opensearch.builds import Build, Builds
from indexer.generations.folders import FIRST, Generation, Generations, all_read

HOME = Path("var/cluster")


@dataclass(frozen=True, slots=True)
class ClusterGeneration(Generation):
    """Its fingerprint, and whether it is finished, was read from the cluster."""

    kept_fingerprint: str = ""
    kept_unfinished: bool = field(default=False, compare=False)

    @property
    def fingerprint(self) -> str:
        return self.kept_fingerprint

    @property
    def unfinished(self) -> bool:
        return self.kept_unfinished


@dataclass(frozen=True, slots=True)
class ClusterGenerations(Generations):
    """The generations at a place such as `https://host:9200/communique`."""

    place: str
    builds: Builds

    def address(self, generation: Generation) -> str:
        return f"{self.scheme}:{self.place}-{generation.name}"

    def current(self) -> Generation | None:
        build = self.builds.in_force()
        return self._generation(build) if build else None

    def begin(self, fingerprint: str) -> Generation:
        return self._begun(self._next_name() if self.builds.in_force() else FIRST, fingerprint)

    def begin_first(self, fingerprint: str) -> Generation:
        """Several indexers may fill one cluster together: what another one has begun, or put in force since this one
        looked, is joined."""
        build = self.builds.in_force()
        return self._begun(build.name if build else FIRST, fingerprint, first=True)

    def _begun(self, name: str, fingerprint: str, *, first: bool = False) -> Generation:
        self.builds.create(name, fingerprint, unfinished=first)
        (self.root / name).mkdir(parents=True, exist_ok=True)
        return ClusterGeneration(name, self.root / name, fingerprint, first)

    def finish(self, generation: Generation, share: int, of: int) -> None:
        """Of two that finish their shares at one moment, one may go unheard: its next update says it again."""
        build = next(build for build in self.builds.all() if build.name == generation.name)
        if build.unfinished:
            shares = {*(build.shares or ()), f"{share}/{of}"}
            self.builds.remember(build, None if all_read(shares, of) else sorted(shares))

    def switch(self, generation: Generation) -> None:
        self.builds.switch(generation.name)

    def all(self) -> list[Generation]:
        return [self._generation(build) for build in self.builds.all()]

    def former(self) -> Generation | None:
        """Of those before the one in force, the newest that was in force once."""
        current = self.in_force()
        older = [build for build in self.builds.all() if build.name < current.name and build.complete]
        return self._generation(older[-1]) if older else None

    def sweep(self) -> None:
        """Newer ones than that in force stay: another indexer may be building one."""
        current, former = self.current(), self.former() if self.current() else None
        for generation in self.all():
            if current and generation.name < current.name and generation != former:
                self.drop(generation)
        self._sweep_histories()

    def drop(self, generation: Generation) -> None:
        self.builds.drop(generation.name)
        super(ClusterGenerations, self).drop(generation)

    def _generation(self, build: Build) -> Generation:
        return ClusterGeneration(build.name, self.root / build.name, build.fingerprint, build.unfinished)


def on_a_cluster(scheme: str, place: str) -> ClusterGenerations:
    builds = Builds(place)
    first_host = re.sub(r"[^a-z0-9.]+", "-", builds.place.hosts[0].partition("//")[2])
    return ClusterGenerations(scheme, HOME / first_host / builds.place.name, place, builds)
