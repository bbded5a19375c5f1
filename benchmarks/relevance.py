"""How well each engine ranks, beside two peers on the same text: nDCG@10, MAP and MRR, with floors.

    python -m benchmarks.relevance [--short] [--data FOLDER]

First a collection that is made up, each kind of question apart, and known items in corpus/: both need no data. Queries
of the real collections are asked as OR of their words, through everything a reader's query goes through. --short asks
one real collection and leaves the rest and the peers out. Ends with status 1 where a floor is missed.
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
from benchmarks.relevance_collections import Collection, by_kind, load
from benchmarks.relevance_floors import FLOORS
from benchmarks.relevance_made_up import made_up
from benchmarks.relevance_measures import Quality, misses, qualities
from benchmarks.relevance_sample import sample

Ranker = Callable[[Collection], dict[str, list[str]]]

_PEERS: dict[str, Ranker] = {
    "raw tantivy, en_stem": relevance_peers.tantivy_rankings,
    "SQLite FTS5, porter": relevance_peers.sqlite_rankings,
}
# Memory ranks as these do, which its contract tests prove; it is left out only because it is slow.
_ENGINES: dict[str, Ranker] = {name: partial(relevance_engines.rankings, name) for name in ("whoosh", "tantivy")}


def main(arguments: list[str]) -> int:
    options = _options(arguments)
    missed = [] if options.short else [miss for each in (made_up(), sample()) for miss in _measured(each, {})]
    if options.data.is_dir():
        names = ["time"] if options.short else ["time", "cranfield"]
        peers = {} if options.short else _PEERS
        missed += [miss for name in names for miss in _measured(load(options.data / name), peers)]
    else:
        print(f"skipped: no test collections in {options.data}")
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
    found = {name: qualities(ranker(collection), collection) for name, ranker in {**peers, **_ENGINES}.items()}
    Console().print(_table(collection, found))
    missed = []
    for part in by_kind(collection):
        bars = [FLOORS[part], *(found[name][part] for name in peers)]
        least = Quality(_best(bars, "ndcg"), _best(bars, "map"), FLOORS[part].mrr)
        missed += [miss for name in _ENGINES for miss in misses(f"{part}, {name}", found[name][part], least)]
    return missed


def _table(collection: Collection, found: dict[str, dict[str, Quality]]) -> Table:
    table = Table(title=f"{collection.name}: {len(collection.documents)} documents, {len(collection.queries)} queries")
    for heading in ("", "", "nDCG@10", "MAP", "MRR"):
        table.add_column(heading, justify="left" if not heading else "right")
    for name, parts in found.items():
        for part, got in parts.items():
            kind = part.removeprefix(collection.name).removeprefix(": ")
            table.add_row(name, kind, f"{got.ndcg:.4f}", f"{got.map:.4f}", f"{got.mrr:.4f}")
    return table


def _best(bars: list[Quality], measure: str) -> float:
    return max(float(getattr(each, measure)) for each in bars)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
