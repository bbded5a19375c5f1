"""One contender at one size, in processes of its own: one builds its index if there is none yet, one asks and times."""

import json
import pickle
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Protocol

from benchmarks import speed_peers
from benchmarks.cluster_contender import OnCluster
from benchmarks.speed_corpus import articles
from benchmarks.speed_peers import Answer, Search
from benchmarks.speed_queries import Asked, queries
from indexer.article import Article
from indexer.engines import open_engine
from indexer.search.expand import Expansion
from indexer.search.highlight import passages

BATCH = 10_000  # articles a commit


class Contender(Protocol):
    def build(self, folder: Path, articles: Iterable[Article]) -> None: ...

    def open(self, folder: Path) -> Search: ...


@dataclass(frozen=True, slots=True)
class Ours:
    """One of Communiqué's engines: `search` alone, as the wall has it (tantivy's reads its ten articles, Whoosh's only
    their ids), or `marked`: with the ten articles made and their best passages marked."""

    scheme: str
    marked: bool = False

    def build(self, folder: Path, articles: Iterable[Article]) -> None:
        engine, rest = open_engine(f"{self.scheme}:{folder}", create=True), iter(articles)
        while batch := list(islice(rest, BATCH)):
            with engine.writer() as writer:
                for article in batch:
                    writer.replace(article)

    def open(self, folder: Path) -> Search:
        reader = open_engine(f"{self.scheme}:{folder}").reader()

        def search(asked: Asked) -> Answer:
            request = asked.request
            tree = Expansion(reader).expand(request.query)
            result = reader.search(type(request)(tree, request.filters, facets=request.facets))
            if self.marked:
                for article in filter(None, (reader.article(hit.id) for hit in result.hits)):
                    passages(article, tree)
            return result.total, len(result.hits)

        return search


CONTENDERS: dict[str, Callable[[], Contender]] = {
    "whoosh": lambda: Ours("whoosh"),
    "tantivy": lambda: Ours("tantivy"),
    "whoosh, marked": lambda: Ours("whoosh", marked=True),
    "tantivy, marked": lambda: Ours("tantivy", marked=True),
    "cluster": OnCluster,
    "cluster, marked": lambda: OnCluster(marked=True),
    "raw tantivy": speed_peers.RawTantivy,
    "SQLite FTS5": speed_peers.Fts5,
    "stock Whoosh": speed_peers.StockWhoosh,
}
NOT_ASKED = {"SQLite FTS5": {"fuzzy"}}


@dataclass(frozen=True, slots=True)
class Timing:
    """One class of queries: milliseconds, and how many articles matched in the middle."""

    p50: float
    p95: float
    p99: float
    cpu: float
    matches: int


@dataclass(frozen=True, slots=True)
class Measured:
    """One contender at one size. `build_cpu` in seconds, `opening` in ms with the first faceted query, sizes in MB.

    `memory` is all that the process has resident, mapped files among it; `heap` what no other worker could share.
    """

    name: str
    size: int
    build_cpu: float
    disk: float
    memory: float
    heap: float
    opening: float
    timings: dict[str, Timing]


def prepare(name: str, size: int, work: Path, each: int) -> float:
    """CPU seconds that the build took, now or in an earlier run; the making of the articles is not in it."""
    folder = _folder(name, size, work)
    kept, said = _queries(size, work, each), folder / "build.json"
    if not kept.exists():
        kept.write_bytes(pickle.dumps(queries(articles(min(size, 5_000)), each)))
    if not said.exists():
        made = list(articles(size))
        began = time.process_time()
        CONTENDERS[name]().build(folder / "index", made)
        said.write_text(json.dumps(time.process_time() - began))
    seconds: float = json.loads(said.read_text())
    return seconds


def measure(name: str, size: int, work: Path, each: int) -> Measured:
    folder = _folder(name, size, work)
    asked: dict[str, list[Asked]] = pickle.loads(_queries(size, work, each).read_bytes())  # noqa: S301  # our own
    began = time.perf_counter()
    search = CONTENDERS[name]().open(folder / "index")
    search(asked["common"][0])
    opening = (time.perf_counter() - began) * 1000
    timings = {kind: _timed(search, some) for kind, some in asked.items() if kind not in NOT_ASKED.get(name, ())}
    disk = sum(file.stat().st_size for file in (folder / "index").rglob("*") if file.is_file()) / 1e6
    memory, heap = _resident()
    return Measured(name, size, json.loads((folder / "build.json").read_text()), disk, memory, heap, opening, timings)


def _folder(name: str, size: int, work: Path) -> Path:
    """Both ways of asking one of our engines share its index."""
    return work / f"{name.partition(',')[0].replace(' ', '-')}-{size}"


def _queries(size: int, work: Path, each: int) -> Path:
    return work / f"queries-{size}-{each}.pickle"


def _timed(search: Search, asked: list[Asked]) -> Timing:
    walls, matches = [], []
    began_cpu = time.process_time()
    for each in asked:
        began = time.perf_counter()
        total, _ = search(each)
        walls.append((time.perf_counter() - began) * 1000)
        matches.append(total)
    cpu = (time.process_time() - began_cpu) * 1000 / len(asked)
    walls.sort()
    at = [walls[min(len(walls) - 1, int(share * len(walls)))] for share in (0.5, 0.95, 0.99)]
    return Timing(at[0], at[1], at[2], cpu, sorted(matches)[len(matches) // 2])


def _resident() -> tuple[float, float]:
    """What the process has in memory, and how much of it is its own, in MB."""
    lines = (line.split() for line in Path("/proc/self/smaps_rollup").read_text().splitlines()[1:])
    kilobytes = {words[0]: int(words[1]) for words in lines}
    return kilobytes["Rss:"] / 1000, kilobytes["Anonymous:"] / 1000


if __name__ == "__main__":
    step, chosen, count, place, per_class = sys.argv[1:]
    arguments = (chosen, int(count), Path(place), int(per_class))
    print(json.dumps(prepare(*arguments) if step == "prepare" else asdict(measure(*arguments))))
