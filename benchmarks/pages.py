"""What a page costs beside its JSON answer, how soon it comes, and what it weighs, on the corpus of this repository.

python -m benchmarks.pages               exits with 1 where a bound is missed

Processor time is that of the whole application without a network, gzip included: the least of several rounds, in
which page and JSON take turns.
"""

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from indexer.generations.live import open_live
from indexer.indexing.update import update
from indexer.settings import Settings
from web import create_app

CORPUS = Path(__file__).parent.parent / "corpus"
QUERIES = ("q=terrorism", "q=cooperation+security", "q=Semerikov", "q=%22memorandum+of+understanding%22", "")
GZIP = {"Accept-Encoding": "gzip"}
MOST_TIMES, MOST_FIRST_BYTE_MS, MOST_KB = 2.5, 50.0, 60.0


@dataclass(frozen=True, slots=True)
class Cost:
    """One search: milliseconds of processor time and to the first byte, kilobytes with styles and scripts."""

    query: str
    page_ms: float
    json_ms: float
    first_byte_ms: float
    kilobytes: float

    @property
    def times(self) -> float:
        return self.page_ms / self.json_ms

    def holds(self) -> bool:
        return self.times <= MOST_TIMES and self.first_byte_ms <= MOST_FIRST_BYTE_MS and self.kilobytes <= MOST_KB

    def __str__(self) -> str:
        spent = f"{self.page_ms:9.2f}{self.json_ms:9.2f}{self.times:8.2f}"
        rest = f"{self.first_byte_ms:12.1f}{self.kilobytes:8.1f}   {'ok' if self.holds() else 'MISSED'}"
        return f"{self.query:40}{spent}{rest}"


def cost(client: FlaskClient, query: str, rounds: int) -> Cost:
    def took(path: str, clock: Callable[[], float]) -> float:
        before = clock()
        client.get(f"{path}?{query}", headers=GZIP)
        return (clock() - before) * 1000

    turns = [(took("/search", time.process_time), took("/api/search", time.process_time)) for _ in range(rounds)]
    waits = [took("/search", time.perf_counter) for _ in range(rounds)]
    page_ms, json_ms = (min(each) for each in zip(*turns, strict=True))
    return Cost(query, page_ms, json_ms, median(waits), weight(client, f"/search?{query}") / 1000)


def weight(client: FlaskClient, path: str) -> int:
    """Bytes over the wire, of the page and of the styles and scripts that it brings."""
    page = BeautifulSoup(client.get(path).text, "lxml")
    brought = [str(part.get("src") or part.get("href")) for part in page.select("script[src], link[rel=stylesheet]")]
    return sum(len(client.get(each, headers=GZIP, buffered=True).data) for each in (path, *brought))


def main() -> int:
    parser = argparse.ArgumentParser(description="what pages cost")
    parser.add_argument("--rounds", type=int, default=100)
    rounds = parser.parse_args().rounds
    with TemporaryDirectory() as folder:
        settings = Settings(corpus=CORPUS, index=f"whoosh:{folder}/index")
        update(settings)
        client = create_app(open_live(settings.index), settings).test_client()
        print(f"{'search':40}{'page ms':>9}{'JSON ms':>9}{'times':>8}{'first byte':>12}{'kB':>8}")
        costs = [cost(client, query, rounds) for query in QUERIES]
    for each in costs:
        print(each)
    return 0 if all(each.holds() for each in costs) else 1


if __name__ == "__main__":
    sys.exit(main())
