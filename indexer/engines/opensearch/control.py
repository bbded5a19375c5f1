"""What is in force on a cluster: one small document of the index says which batches count, and who is writing.

Every document carries the batch that wrote it (`since`) and, once another took its place, that batch (`until`). A
batch counts from the moment when this document says so: a change of one document is atomic where a change of
thousands is not. Its number is never used again; the number of a batch that failed is kept among `aborted`, so that
what a dying writer still sends never counts.
"""

import os
import socket
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from indexer.engines.opensearch.client import Cluster, ConflictError, NotFoundError
from indexer.errors import IndexBroken, IndexBusy

ID = "control"
STALE = 30.0  # seconds without a sign of life after which a writer is taken for dead
LOOK_AGAIN = 0.3
KEPT_SECONDS = 900  # what was replaced stays for readers that began before

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Lease:
    """The one writer: `heartbeat` rises while it lives."""

    owner: str
    batch: int
    heartbeat: int = 0

    @property
    def is_of_a_dead_process_here(self) -> bool:
        host, _, process = self.owner.rpartition(" process ")
        if host != socket.gethostname() or not process.isdigit():
            return False
        try:
            os.kill(int(process), 0)
        except ProcessLookupError:
            return True
        except PermissionError:
            return False
        return False


@dataclass(frozen=True, slots=True)
class Control:
    """`batch` is the newest that counts, `next` the first number that was never used, `history` when which batch came
    (seconds since 1970), `unswept` whether a failed one may have left documents. `version` is what the cluster calls
    this state of the document.
    """

    batch: int = 0
    next: int = 1
    aborted: tuple[int, ...] = ()
    claim: Lease | None = None
    history: tuple[tuple[int, int], ...] = ()
    unswept: bool = False
    version: tuple[int, int] = field(default=(0, 0), compare=False)

    @property
    def visible(self) -> Json:
        """The query that the documents fit which count."""
        filters: list[Json] = [{"range": {"since": {"lte": self.batch}}}]
        never: list[Json] = [{"bool": {"filter": [{"range": {"until": {"lte": self.batch}}}], "must_not": []}}]
        if self.aborted:
            aborted = list(self.aborted)
            never[0]["bool"]["must_not"].append({"terms": {"until": aborted}})
            never.append({"terms": {"since": aborted}})
        return {"bool": {"filter": filters, "must_not": never}}

    def claimed(self, owner: str) -> "Control":
        aborted = (*self.aborted, self.claim.batch) if self.claim else self.aborted
        unswept = self.unswept or self.claim is not None
        return replace(self, next=self.next + 1, aborted=aborted, claim=Lease(owner, self.next), unswept=unswept)

    def renewed(self) -> "Control":
        return replace(self, claim=self.claim and replace(self.claim, heartbeat=self.claim.heartbeat + 1))

    def committed(self) -> "Control":
        """The claim's batch counts. What was forgettable was deleted before."""
        now, batch = int(time.time()), self.claim.batch if self.claim else self.batch
        recent = tuple(each for each in self.history if each[0] > self._forgettable_until)
        return replace(self, batch=batch, claim=None, history=(*recent, (batch, now)), unswept=False)

    def given_up(self) -> "Control":
        return replace(self.claimed(""), next=self.next, claim=None)

    def released(self) -> "Control":
        """As `given_up`, of a batch that had sent nothing yet."""
        return replace(self, claim=None)

    @property
    def _forgettable_until(self) -> int:
        """What this batch or an earlier one replaced, no reader can want any more; 0: nothing yet."""
        horizon = int(time.time()) - KEPT_SECONDS
        return max((batch for batch, at in self.history if at <= horizon), default=0)

    @property
    def forgettable(self) -> Json | None:
        """The query that documents fit which nobody can want any more; None where there are surely none."""
        if not self._forgettable_until and not self.unswept:
            return None
        replaced: Json = {"bool": {"filter": [{"range": {"until": {"lte": self._forgettable_until}}}]}}
        replaced["bool"]["must_not"] = [{"terms": {"until": list(self.aborted)}}]
        failed: Json = {"terms": {"since": list(self.aborted)}}
        return {"bool": {"should": [replaced, failed], "minimum_should_match": 1}}


class ControlDocument:
    """Reads and changes the document; a change fails with `ConflictError` where another came in between."""

    def __init__(self, cluster: Cluster, index: str) -> None:
        self._cluster, self._index = cluster, index

    def read(self) -> Control:
        """Always the newest, from the copy that changes first: a second copy may be a moment behind, and who asked one
        and then the other would see a generation go. Raises `IndexMissing`."""
        params = {"routing": ID, "preference": "_primary"}
        try:
            found = self._cluster.call(lambda client: client.get(index=self._index, id=ID, params=params))
        except NotFoundError as error:
            raise IndexBroken(f"{self._index} is no index of Communiqué", "communique rebuild") from error
        stored = found["_source"]["control"]
        claim = Lease(**stored["claim"]) if stored["claim"] else None
        history = tuple((batch, at) for batch, at in stored["history"])
        version = (found["_seq_no"], found["_primary_term"])
        known = {"aborted": tuple(stored["aborted"]), "claim": claim, "history": history}
        return Control(**{**stored, **known}, version=version)

    def create(self) -> None:
        """Leaves one that is there as it is."""
        body = {"control": _stored(Control())}
        params = {"routing": ID, "op_type": "create"}
        with suppress(ConflictError):
            self._cluster.call(lambda client: client.index(index=self._index, id=ID, body=body, params=params))

    def change(self, before: Control, after: Control) -> None:
        params = {"routing": ID, "if_seq_no": before.version[0], "if_primary_term": before.version[1]}
        body = {"control": _stored(after)}
        try:
            self._cluster.call(lambda client: client.index(index=self._index, id=ID, body=body, params=params))
        except ConflictError:
            if self.read() != after:  # an answer that was lost on the way: the change did happen
                raise

    def claim(self, patience: float) -> Lease:
        """Waits for another writer to end, or to show no sign of life. Raises `IndexBusy` after `patience` seconds."""
        owner = f"{socket.gethostname()} process {os.getpid()}"
        began = seen_at = time.monotonic()
        seen: Lease | None = None
        while True:
            control = self.read()
            if control.claim != seen:
                seen, seen_at = control.claim, time.monotonic()
            if seen is None or seen.is_of_a_dead_process_here or time.monotonic() - seen_at > STALE:
                after = control.claimed(owner)
                if after.claim and self._won(control, after):
                    return after.claim
            elif time.monotonic() - began > patience:
                raise IndexBusy(f"the index is being written by {seen.owner}", "wait until it ends, then try again")
            time.sleep(LOOK_AGAIN if seen else 0)

    def _won(self, before: Control, after: Control) -> bool:
        try:
            self.change(before, after)
        except ConflictError:
            return False
        return True


def _stored(control: Control) -> Json:
    stored = asdict(control)
    del stored["version"]
    return stored
