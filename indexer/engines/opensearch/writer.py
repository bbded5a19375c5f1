"""Writes one batch to a cluster: its articles go there as they come, and count when all of them have arrived."""

import json
import time
from collections.abc import Callable
from typing import Any

from indexer.article import Article
from indexer.engines.opensearch.client import BUSY, FIRST_PAUSE, LONGEST_PAUSE, Cluster, ConflictError
from indexer.engines.opensearch.control import Control, ControlDocument
from indexer.engines.opensearch.schema import document, unpack
from indexer.engines.validation import is_encodable
from indexer.errors import IndexBroken, IndexBusy

CHUNK_BYTES = 4_000_000
LOOKED_UP_AT_ONCE = 500
MOST_ROUNDS = 20

Json = dict[str, Any]
Action = tuple[Json, Json | None]  # what to do, and the document to do it with


class OpenSearchWriter:
    """Waits for the claim when it begins; `commit` or `give_up` ends it."""

    def __init__(self, cluster: Cluster, index: str, controls: ControlDocument) -> None:
        self._cluster, self._index, self._controls = cluster, index, controls
        self._claim = controls.claim(cluster.patience)
        self._before = controls.read()
        self._beaten_at = time.monotonic()
        self._waiting: dict[str, Action] = {}
        self._waiting_bytes = 0
        self._touched: set[str] = set()
        self._written: set[str] = set()
        self._sent = False

    def replace(self, article: Article) -> None:
        source = document(article, self._claim.batch)
        self._put(article.id, ({"index": self._place(article.id)}, source))
        self._written.add(article.id)
        self._waiting_bytes += 3 * len(source["article"])
        if self._waiting_bytes > CHUNK_BYTES:
            self._send_waiting()

    def delete(self, article_id: str) -> None:
        self._touched.add(article_id)
        self._waiting.pop(article_id, None)
        if article_id in self._written:
            self._put(article_id, ({"delete": self._place(article_id)}, None))
            self._written.discard(article_id)

    def _put(self, article_id: str, action: Action) -> None:
        self._touched.add(article_id)
        self._waiting[article_id] = action

    def _place(self, article_id: str) -> Json:
        return {"_id": f"{self._claim.batch}:{article_id}", "routing": article_id}

    def _send_waiting(self) -> None:
        if self._waiting:
            self._beat()
            self._sent = True
            self._send(list(self._waiting.values()))
        self._waiting, self._waiting_bytes = {}, 0

    def _beat(self) -> None:
        """Shows that this writer lives; not for every chunk."""
        if time.monotonic() - self._beaten_at > LONGEST_PAUSE:
            self._change(lambda control: control.renewed())
            self._beaten_at = time.monotonic()

    def _send(self, actions: list[Action]) -> list[Action]:
        """Sends until all are taken, ever slower while the cluster says that it has too much to do. What another
        version was in the way of is given back."""
        conflicts: list[Action] = []
        began, pause = time.monotonic(), FIRST_PAUSE
        while actions:
            lines = "".join(json.dumps(line) + "\n" for action in actions for line in action if line is not None)
            statuses = self._bulk(lines)
            conflicts += [a for a, status in zip(actions, statuses, strict=True) if status["status"] == 409]
            actions = [a for a, status in zip(actions, statuses, strict=True) if _again(status)]
            if actions and time.monotonic() - began > self._cluster.patience:
                raise IndexBroken("The cluster has been too busy for too long", "try again later")
            time.sleep(pause if actions else 0)
            pause = min(2 * pause, LONGEST_PAUSE)
        return conflicts

    def _bulk(self, lines: str) -> list[Json]:
        answer = self._cluster.call(lambda client: client.bulk(index=self._index, body=lines))
        return [next(iter(item.values())) for item in answer["items"]]

    def commit(self) -> None:
        """Either all of the batch counts, or none. Raises `IndexBusy` where this writer was taken for dead."""
        self._forget()
        self._send_waiting()
        replaced = self._replace_former()
        if not replaced and not self._written:
            self.give_up()
            return
        self._refresh()
        self._change(lambda control: control.committed())

    def give_up(self) -> None:
        self._change(lambda control: control.given_up() if self._sent else control.released())

    def _change(self, changed: Callable[[Control], Control]) -> None:
        while True:
            before = self._controls.read()
            if before.claim is None or before.claim.batch != self._claim.batch:
                raise IndexBusy("Another writer took this one for dead; nothing of its batch counts", "try again")
            try:
                return self._controls.change(before, changed(before))
            except ConflictError:
                continue

    def _replace_former(self) -> bool:
        """Marks what counts now of the articles touched as replaced by this batch; says whether there was anything."""
        touched, found = sorted(self._touched), False
        for start in range(0, len(touched), LOOKED_UP_AT_ONCE):
            found |= self._mark_all(touched[start : start + LOOKED_UP_AT_ONCE])
        return found

    def _mark_all(self, article_ids: list[str]) -> bool:
        """Looks again after each refusal: by another writer that is not dead after all, or of a mark that had arrived
        when its answer got lost."""
        found = False
        for _ in range(MOST_ROUNDS):
            marks = [self._mark(hit) for hit in self._former(article_ids)]
            found |= bool(marks)
            self._sent |= found
            if not self._send(marks):
                return found
            self._refresh()
        raise IndexBusy("Another writer keeps changing the same articles", "try again")

    def _former(self, article_ids: list[str]) -> list[Json]:
        """The documents that count now, of those articles, and are not marked yet."""
        known = [each for each in article_ids if is_encodable(each)]
        query = {
            "bool": {
                "filter": [{"terms": {"id": known}}, self._before.visible],
                "must_not": [{"term": {"until": self._claim.batch}}],
            }
        }
        body = {"query": query, "size": 10_000, "_source": ["article", "since"], "seq_no_primary_term": True}
        params = {"allow_partial_search_results": "false"}
        answer = self._cluster.call(lambda client: client.search(index=self._index, body=body, params=params))
        hits: list[Json] = answer["hits"]["hits"]
        return hits

    def _mark(self, hit: Json) -> Action:
        """The same document once more, with its end; refused where it is not as it was when it was found."""
        article = unpack(hit["_source"]["article"])
        place = {"_id": hit["_id"], "routing": hit["_routing"]}
        place |= {"if_seq_no": hit["_seq_no"], "if_primary_term": hit["_primary_term"]}
        return {"index": place}, {**document(article, hit["_source"]["since"]), "until": self._claim.batch}

    def _refresh(self) -> None:
        """Afterwards every copy of every part answers from all that was sent."""
        for _ in range(MOST_ROUNDS):
            answer = self._cluster.call(lambda client: client.indices.refresh(index=self._index))
            if not answer["_shards"]["failed"]:
                return
            time.sleep(LONGEST_PAUSE)
        raise IndexBroken("A part of the cluster cannot be written to", "see the cluster's health")

    def _forget(self) -> None:
        """Deletes what no reader can want any more, and what batches left that came to nothing."""
        if query := self._before.forgettable:
            params = {"conflicts": "proceed", "request_timeout": 600}
            body = {"query": query}
            self._cluster.call(lambda client: client.delete_by_query(index=self._index, body=body, params=params))


def _again(status: Json) -> bool:
    """Whether one action of a bulk has to be sent once more. Raises `IndexBroken` where that cannot help."""
    code = status["status"]
    if code < 300 or code in {404, 409}:
        return False
    if code in BUSY:
        return True
    raise IndexBroken(f"The cluster refused an article: {status['error'].get('reason', code)}", "communique rebuild")
