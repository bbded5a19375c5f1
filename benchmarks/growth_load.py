"""Clients that search all the while, and look at what they are given."""

import json
import os
import random
import re
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from indexer.settings import Settings

_WORDS = ("oil", "wheat", "bank", "trade", "minister", "shares", "dollar", "gold", "tonnes", "profit", "japan", "talks")


class Load:
    """Counts answers, failures, and answers whose parts disagree."""

    def __init__(self, address: str, words: Sequence[str] = _WORDS) -> None:
        self._address = address
        self._words = words
        self._stop = threading.Event()
        self.answered = self.failed = self.mixed = 0
        self._lock = threading.Lock()

    def total(self, typed: str) -> int:
        total = self._asked(typed)["total"]
        assert isinstance(total, int)
        return total

    @contextmanager
    def running(self, clients: int) -> Iterator["Load"]:
        threads = [threading.Thread(target=self._client, args=(number,)) for number in range(clients)]
        for thread in threads:
            thread.start()
        try:
            yield self
        finally:
            self._stop.set()
            for thread in threads:
                thread.join()

    def _client(self, seed: int) -> None:
        chance = random.Random(seed)
        while not self._stop.is_set():
            try:
                found = self._asked(chance.choice(self._words))
            except (OSError, ValueError):
                self._count(failed=1)
                continue
            self._count(answered=1, mixed=not _agrees(found))

    def _asked(self, typed: str) -> dict[str, object]:
        query = urllib.parse.urlencode({"q": typed})
        with urllib.request.urlopen(f"{self._address}api/search?{query}", timeout=30) as answer:
            found: dict[str, object] = json.load(answer)
            return found

    def _count(self, answered: int = 0, failed: int = 0, mixed: int = 0) -> None:
        with self._lock:
            self.answered += answered
            self.failed += failed
            self.mixed += mixed


def _agrees(found: dict[str, object]) -> bool:
    """Within one generation, each year counted once gives the total (all of these articles are dated), and there are
    as many results as the total promises."""
    facets, results, total = found["facets"], found["results"], found["total"]
    assert isinstance(facets, dict)
    assert isinstance(results, list)
    assert isinstance(total, int)
    types = sum(row["count"] for row in facets["type"])
    return types == total and len(results) == min(10, total)


@contextmanager
def serving(settings: Settings) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "indexer", "serve", "--no-update", "--port", str(port)]
    environ = {**os.environ, **settings.environment()}
    process = subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.search(r"http://\S+/", line)
        assert found is not None
        _wait(found.group())
        yield found.group()
    finally:
        process.terminate()
        process.communicate()


def _wait(address: str) -> None:
    while True:
        try:
            urllib.request.urlopen(f"{address}readyz", timeout=5).close()
        except OSError:
            threading.Event().wait(0.1)
        else:
            return
