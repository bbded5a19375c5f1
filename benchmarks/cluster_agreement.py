"""A cluster of three nodes on this machine beside the tantivy engine: the same answers, at what price.

    python -m benchmarks.cluster_agreement --articles 23078 --work /tmp/cluster

The first 23,078 articles are real (21,578 of Reuters, 1,500 speeches). Fills both, asks 200 generated queries of eight
kinds with ten facets each, compares totals, all facet counts and the order by date, and prints times and sizes. Any
difference is printed and makes the command fail. Three nodes share this machine's processors: the times say what a page
costs, not what a cluster of machines can do.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from benchmarks.speed_corpus import articles
from benchmarks.speed_queries import queries
from indexer.article import Article
from indexer.engines import open_engine
from indexer.engines.engine import Engine, Reader, SearchRequest, SearchResult
from indexer.search.rewrite.wildcards import Expansion
from tests.engines.opensearch.nodes import Nodes

BATCH = 500
SAMPLE = 3_000  # articles that queries are drawn from
OF_EACH_KIND = 25


@dataclass(frozen=True, slots=True)
class Answered:
    """A query's answer, and the milliseconds that it took with its ten articles fetched."""

    result: SearchResult
    by_date: SearchResult
    milliseconds: float


def filled(engine: Engine, wanted: Iterable[Article]) -> float:
    """Seconds to fill an empty engine."""
    began, rest = time.perf_counter(), iter(wanted)
    while batch := list(islice(rest, BATCH)):
        with engine.writer() as writer:
            for article in batch:
                writer.replace(article)
    return time.perf_counter() - began


def answered(reader: Reader, request: SearchRequest) -> Answered:
    began = time.perf_counter()
    request = replace(request, query=Expansion(reader).expand(request.query))
    result = reader.search(request)
    for hit in result.hits:
        reader.article(hit.id)
    milliseconds = 1000 * (time.perf_counter() - began)
    return Answered(result, reader.search(replace(request, sort="newest", facets=())), milliseconds)


def differences(*given: Answered) -> list[str]:
    """What not all of the answers agree in."""
    one, found = given[0], []
    if any(each.result.total != one.result.total for each in given):
        found.append(f"totals {[each.result.total for each in given]}")
    if any(each.result.facets != one.result.facets for each in given):
        found.append("facets")
    if any(each.by_date.hits != one.by_date.hits for each in given):
        found.append("order by date")
    return found


def compared(readers: dict[str, Reader], count: int) -> int:
    """Prints a line for each kind of query; gives the number of queries answered differently."""
    wrong = 0
    for kind, asked in queries(islice(articles(count), SAMPLE), OF_EACH_KIND).items():
        answers = {name: [answered(reader, each.request) for each in asked] for name, reader in readers.items()}
        pairs = zip(asked, *answers.values(), strict=True)
        told = [f"{each.words}: {', '.join(found)}" for each, *given in pairs if (found := differences(*given))]
        wrong += len(told)
        times = "".join(f"{_times(each):>20}" for each in answers.values())
        print(f"{kind:12}{len(asked):4} queries, {len(told)} different {times}", *told, sep="\n  ", flush=True)
    return wrong


def _times(answers: list[Answered]) -> str:
    times = sorted(each.milliseconds for each in answers)
    return f"{statistics.median(times):.1f} / {times[int(0.95 * len(times))]:.1f} ms"


def main() -> int:
    parser = argparse.ArgumentParser(description="Compares a cluster's answers with those of the tantivy engine.")
    parser.add_argument("--articles", type=int, default=23_078)
    parser.add_argument("--alone", action="store_true", help="without tantivy: times and sizes only")
    parser.add_argument("--work", type=Path, required=True, help="an empty or new folder")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    nodes = Nodes(options.work)
    try:
        nodes.start()
        addresses = {"tantivy": f"tantivy:{options.work / 'tantivy'}"} if not options.alone else {}
        return _measured(nodes, {**addresses, "opensearch": nodes.fresh_address()}, options.articles)
    finally:
        nodes.close()


def _measured(nodes: Nodes, addresses: dict[str, str], count: int) -> int:
    engines = {name: open_engine(address, create=True) for name, address in addresses.items()}
    with closing(engines["opensearch"]):
        for name, engine in engines.items():
            print(f"{name}: {count:,} articles in {filled(engine, articles(count)):.0f} s", flush=True)
        index = addresses["opensearch"].rpartition("/")[2]
        nodes.ask(f"/{index}/_flush", "POST")
        stored = nodes.ask(f"/{index}/_stats/store")["_all"]["primaries"]["store"]["size_in_bytes"]
        print(f"opensearch: {stored / count:,.0f} bytes an article in each copy")
        print(f"{'':37}" + "".join(f"{name + ' p50 / p95':>20}" for name in engines))
        wrong = compared({name: engine.reader() for name, engine in engines.items()}, count)
    print(f"{wrong} queries were answered differently")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
