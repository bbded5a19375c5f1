"""How well each engine ranks, beside two peers on the same text: nDCG@10, MAP and MRR, with floors.

    python -m benchmarks.relevance [--short] [--data FOLDER]

Queries are asked as OR of their words, through everything a reader's query goes through. --short asks one
collection and leaves the peers out. Ends with status 1 where a floor is missed.
"""

import argparse
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import relevance_engines, relevance_peers
from benchmarks.relevance_collections import Collection, load
from benchmarks.relevance_measures import Quality, quality

# Only ever raised. Measured when last raised: time .766/.707/.813, cranfield .546/.435/.827, the same on all engines.
FLOORS = {
    "time": Quality(ndcg=0.762, map=0.703, mrr=0.805),
    "cranfield": Quality(ndcg=0.543, map=0.432, mrr=0.822),
}

Ranker = Callable[[Collection], dict[str, list[str]]]

_PEERS: dict[str, Ranker] = {
    "raw tantivy, en_stem": relevance_peers.tantivy_rankings,
    "SQLite FTS5, porter": relevance_peers.sqlite_rankings,
}
# Memory ranks as these do, which its contract tests prove; it is left out only because it is slow.
_ENGINES: dict[str, Ranker] = {name: partial(relevance_engines.rankings, name) for name in ("whoosh", "tantivy")}


def main(arguments: list[str]) -> int:
    options = _options(arguments)
    if not options.data.is_dir():
        print(f"skipped: no test collections in {options.data}")
        return 0
    names = ["time"] if options.short else list(FLOORS)
    peers = {} if options.short else _PEERS
    missed = [miss for name in names for miss in _measured(load(options.data / name), peers)]
    for miss in missed:
        print(f"below: {miss}")
    return 1 if missed else 0


def _options(arguments: list[str]) -> argparse.Namespace:
    shared = Path(os.environ.get("COMMUNIQUE_SHARED", "../shared"))
    parser = argparse.ArgumentParser(prog="benchmarks.relevance", description=__doc__.splitlines()[0])
    parser.add_argument("--short", action="store_true", help="one collection, without peers")
    parser.add_argument("--data", type=Path, default=shared / "data" / "relevance", help="folder of collections")
    return parser.parse_args(arguments)


def _measured(collection: Collection, peers: dict[str, Ranker]) -> list[str]:
    """Prints a table; what is below its floor or below the better peer of this run."""
    rankers = {**peers, **_ENGINES}
    found = {name: quality(ranker(collection), collection.judgments) for name, ranker in rankers.items()}
    table = Table(title=f"{collection.name}: {len(collection.documents)} documents, {len(collection.queries)} queries")
    for heading in ("", "nDCG@10", "MAP", "MRR"):
        table.add_column(heading, justify="left" if not heading else "right")
    for name, got in found.items():
        table.add_row(name, f"{got.ndcg:.4f}", f"{got.map:.4f}", f"{got.mrr:.4f}")
    Console().print(table)
    floor = FLOORS[collection.name]
    bars = [floor, *(found[name] for name in peers)]
    least = Quality(_best(bars, "ndcg"), _best(bars, "map"), floor.mrr)
    return [
        miss for name in found.keys() - _PEERS for miss in _misses(f"{collection.name}, {name}", found[name], least)
    ]


def _best(qualities: list[Quality], measure: str) -> float:
    return max(float(getattr(each, measure)) for each in qualities)


def _misses(where: str, got: Quality, least: Quality) -> list[str]:
    measures = ("ndcg", "map", "mrr")
    pairs = [(measure, float(getattr(got, measure)), float(getattr(least, measure))) for measure in measures]
    return [
        f"{where}: {measure} is {value:.4f}, at least {floor:.4f}" for measure, value, floor in pairs if value < floor
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
