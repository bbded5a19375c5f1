"""One contender at one size, in processes of its own: one builds its index if there is none yet, one asks and times."""

import json
import pickle
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from benchmarks import speed_corpus, speed_peers
from benchmarks.cluster_contender import OnCluster
from benchmarks.speed_contender import Absent, Answer, Contender, InThisProcess, Search
from benchmarks.speed_queries import Asked, queries
from benchmarks.speed_xapian import Xapian
from indexer.article import Article
from indexer.engines import open_engine
from indexer.query.tree import Fuzzy
from indexer.search.highlight.snippets import Highlighter
from indexer.search.rewrite.wildcards import Expansion

BATCH = 10_000  # articles a commit
SAMPLED = 5_000  # articles that the words of queries are drawn from


@dataclass(frozen=True)
class Ours(InThisProcess):
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

    @contextmanager
    def open(self, folder: Path) -> Iterator[Search]:
        engine = open_engine(f"{self.scheme}:{folder}")
        reader = engine.reader()
        Expansion(reader).expand(Fuzzy("first"))  # as the web server does before its first reader comes

        def search(asked: Asked) -> Answer:
            request = asked.request
            tree = Expansion(reader).expand(request.query)
            result = reader.search(type(request)(tree, request.filters, facets=request.facets))
            if self.marked:
                for article in filter(None, (reader.article(hit.id) for hit in result.hits)):
                    next(Highlighter(tree).each([article]))
            return result.total, len(result.hits)

        with closing(engine):
            yield search


CONTENDERS: dict[str, Callable[[], Contender]] = {
    "whoosh": lambda: Ours("whoosh"),
    "tantivy": lambda: Ours("tantivy"),
    "whoosh, marked": lambda: Ours("whoosh", marked=True),
    "tantivy, marked": lambda: Ours("tantivy", marked=True),
    "cluster": OnCluster,
    "cluster, marked": lambda: OnCluster(marked=True),
    "raw tantivy": speed_peers.RawTantivy,
    "SQLite FTS5": speed_peers.Fts5,
    "Xapian": Xapian,
    "stock Whoosh": speed_peers.StockWhoosh,
}
NOT_ASKED = {"SQLite FTS5": {"fuzzy"}, "Xapian": {"fuzzy"}}


@dataclass(frozen=True, slots=True)
class Run:
    """One contender at one size: `each` queries a class, everything kept in the folder `work`."""

    name: str
    size: int
    work: str
    each: int
    made_up: bool = False

    @property
    def folder(self) -> Path:
        """Both ways of asking one of our engines share its index."""
        return Path(self.work, f"{self.name.partition(',')[0].replace(' ', '-')}-{self._archive}")

    @property
    def queries(self) -> Path:
        return Path(self.work, f"queries-{self._archive}-{self.each}.pickle")

    @property
    def _archive(self) -> str:
        return f"made-up-{self.size}" if self.made_up else str(self.size)

    def articles(self, most: int) -> Iterable[Article]:
        made = speed_corpus.made_up if self.made_up else speed_corpus.articles
        return made(min(self.size, most))


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


def prepare(run: Run) -> float:
    """CPU seconds that the build took, now or in an earlier run; the making of the articles is not in it."""
    said = run.folder / "build.json"
    if not run.queries.exists():
        run.queries.write_bytes(pickle.dumps(queries(run.articles(SAMPLED), run.each)))
    if not said.exists():
        shutil.rmtree(run.folder, ignore_errors=True)  # half built, where a run was broken off
        run.folder.mkdir()
        made, contender = list(run.articles(run.size)), CONTENDERS[run.name]()
        began = contender.cpu()
        contender.build(run.folder / "index", made)
        said.write_text(json.dumps(contender.cpu() - began))
    seconds: float = json.loads(said.read_text())
    return seconds


def measure(run: Run) -> Measured:
    index, contender = run.folder / "index", CONTENDERS[run.name]()
    asked: dict[str, list[Asked]] = pickle.loads(run.queries.read_bytes())  # noqa: S301  # our own
    began = time.perf_counter()
    with contender.open(index) as search:
        search(asked["common"][0])
        opening = (time.perf_counter() - began) * 1000
        known = {kind: some for kind, some in asked.items() if kind not in NOT_ASKED.get(run.name, ())}
        timings = {kind: _timed(contender, search, some) for kind, some in known.items()}
        memory, heap = _resident(contender.process)
    disk = sum(file.stat().st_size for file in index.rglob("*") if file.is_file()) / 1e6
    built = json.loads((run.folder / "build.json").read_text())
    return Measured(run.name, run.size, built, disk, memory, heap, opening, timings)


def _timed(contender: Contender, search: Search, asked: list[Asked]) -> Timing:
    walls, matches = [], []
    began_cpu = contender.cpu()
    for each in asked:
        began = time.perf_counter()
        total, _ = search(each)
        walls.append((time.perf_counter() - began) * 1000)
        matches.append(total)
    cpu = (contender.cpu() - began_cpu) * 1000 / len(asked)
    walls.sort()
    at = [walls[min(len(walls) - 1, int(share * len(walls)))] for share in (0.5, 0.95, 0.99)]
    return Timing(at[0], at[1], at[2], cpu, sorted(matches)[len(matches) // 2])


def _resident(process: str) -> tuple[float, float]:
    """What the process has in memory, and how much of it is its own, in MB."""
    lines = (line.split() for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()[1:])
    kilobytes = {words[0]: int(words[1]) for words in lines}
    return kilobytes["Rss:"] / 1000, kilobytes["Anonymous:"] / 1000


if __name__ == "__main__":
    step, described = sys.argv[1:]
    asked_run = Run(**json.loads(described))
    try:
        print(json.dumps(prepare(asked_run) if step == "prepare" else asdict(measure(asked_run))))
    except Absent as reason:
        sys.exit(str(reason))
