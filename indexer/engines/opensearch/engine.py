"""The engine past one machine: an index on an OpenSearch cluster, found by the address of some of its nodes.

The cluster finds, scores, sorts and counts; the terms are ours. It knows no commits over several documents, so that
generations are made here (see opensearch_control.py).
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from indexer.engines.opensearch import builds
from indexer.engines.opensearch.client import Cluster, Place
from indexer.engines.opensearch.control import ControlDocument
from indexer.engines.opensearch.reader import OpenSearchReader
from indexer.engines.opensearch.writer import OpenSearchWriter
from indexer.errors import CommuniqueError, IndexBusy


class OpenSearchEngine:
    """Any number of processes on any number of machines read and write; the writers wait for each other."""

    def __init__(self, cluster: Cluster, index: str) -> None:
        self._cluster, self._index = cluster, index
        self._controls = ControlDocument(cluster, index)
        self._reader: OpenSearchReader | None = None
        self._lock, self._writing = threading.Lock(), threading.Lock()

    def reader(self) -> OpenSearchReader:
        """Asks for one small document each time."""
        control = self._controls.read()
        with self._lock:
            if self._reader is None or self._reader.control.batch != control.batch:
                self._reader = OpenSearchReader(self._cluster, self._index, control)
            return self._reader

    @contextmanager
    def writer(self) -> Iterator[OpenSearchWriter]:
        if not self._writing.acquire(blocking=False):
            raise IndexBusy("This process is writing to the index already")
        try:
            patient = self._cluster.patient()
            writer = OpenSearchWriter(patient, self._index, ControlDocument(patient, self._index))
            try:
                yield writer
                writer.commit()
            except BaseException:
                with suppress(CommuniqueError):
                    writer.give_up()
                raise
        finally:
            self._writing.release()

    def close(self) -> None:
        self._cluster.close()


def open_at(place: str, *, create: bool) -> OpenSearchEngine:
    cluster = Cluster(Place.of(place))
    if create:
        builds.create(cluster.patient(), cluster.place.name)
    return OpenSearchEngine(cluster, builds.physical(cluster, cluster.place.name))
