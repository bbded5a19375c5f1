"""How fast the engines are, beside well-known ones doing the same work: one command, one table, plots beside it.

    python -m benchmarks.speed --sizes 1000 10000 100000 --work /tmp/speed
    python -m benchmarks.speed --builds --work /tmp/speed       only what a build costs, a whole update among them
    python -m benchmarks.speed --smoke          a few hundred made-up articles: whether all of it runs, not how fast

Indexes are kept in the work folder and used again. Each contender builds, and later answers, in a process of its own,
one after the other. Past the real articles, others are recombined from their paragraphs (see speed_corpus.py). A query
counts all ten facets over all matches and fetches the ten best articles; "marked" also picks and marks their passages.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.speed_builds import builds, builds_table, fallen
from benchmarks.speed_contender import Absent
from benchmarks.speed_corpus import newswire
from benchmarks.speed_plot import plot
from benchmarks.speed_run import CONTENDERS, Measured, Run, Timing, measure, prepare
from benchmarks.speed_table import table

STOCK_UP_TO = 10_000  # articles that stock Whoosh is asked to index unless it is named: it takes minutes for more
SMOKE = 300  # articles
CLUSTERS = ("cluster", "cluster, marked")


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    if options.smoke:
        with tempfile.TemporaryDirectory() as work:
            print(table(SMOKE, smoke(Path(work))))
        return 0
    options.work.mkdir(parents=True, exist_ok=True)
    built = builds(newswire(), options.work)
    print(builds_table(built), flush=True)
    if options.builds:
        return 1 if fallen(built) else 0
    for size in options.sizes:
        runs = [Run(name, size, str(options.work), options.queries) for name in _names(size, options)]
        measured = [found for run in runs if (found := _measured(run))]
        print(table(size, measured), flush=True)
        (options.work / f"speed-{size}.svg").write_text(plot(size, measured), encoding="utf-8")
    return 1 if fallen(built) else 0


def smoke(work: Path) -> list[Measured]:
    """Every contender but the clusters, in this very process and on made-up articles; those that are absent say why."""
    measured = []
    for run in (Run(name, SMOKE, str(work), 3, made_up=True) for name in CONTENDERS if name not in CLUSTERS):
        try:
            prepare(run)
            measured.append(measure(run))
        except Absent as reason:
            print(f"{run.name}: {reason}", file=sys.stderr)
    return measured


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures the engines' speed beside well-known ones.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--contenders", nargs="+", choices=list(CONTENDERS), help="all that fit the size")
    parser.add_argument("--queries", type=int, default=40, help="of each class")
    parser.add_argument("--work", type=Path, help="where indexes and plots are kept")
    parser.add_argument("--builds", action="store_true", help="only what builds cost")
    parser.add_argument("--smoke", action="store_true", help="only see whether everything runs")
    options = parser.parse_args(arguments)
    if not (options.work or options.smoke):
        parser.error("where shall indexes and plots be kept? --work FOLDER")
    return options


def _names(size: int, options: argparse.Namespace) -> list[str]:
    named: list[str] = options.contenders or list(CONTENDERS)
    return [name for name in named if options.contenders or name != "stock Whoosh" or size <= STOCK_UP_TO]


def _measured(run: Run) -> Measured | None:
    print(f"{run.name}, {run.size:,} articles …", file=sys.stderr, flush=True)
    if _process("prepare", run) is None:
        return None
    raw = _process("measure", run)
    if raw is None:
        return None
    timings = {kind: Timing(**timing) for kind, timing in raw.pop("timings").items()}
    return Measured(**raw, timings=timings)


def _process(step: str, run: Run) -> Any:
    command = [sys.executable, "-m", "benchmarks.speed_run", step, json.dumps(asdict(run))]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        print(f"{run.name}: {done.stderr.decode().strip().splitlines()[-1]}", file=sys.stderr)
        return None
    return json.loads(done.stdout)


if __name__ == "__main__":
    sys.exit(main())
