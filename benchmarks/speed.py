"""How fast the engines are, beside well-known ones doing the same work: one command, one table, plots beside it.

    python -m benchmarks.speed --sizes 1000 10000 100000 --work /tmp/speed

Indexes are kept in the work folder and used again. Each contender builds, and later answers, in a process of its own,
one after the other. Past the real articles, others are recombined from their paragraphs (see speed_corpus.py). A query
counts all ten facets over all matches and fetches the ten best articles; "marked" also picks and marks their passages.
Ratios are of CPU time to that of the contender named.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks.speed_plot import plot
from benchmarks.speed_run import CONTENDERS, Measured, Timing

REAL = 23_078  # articles with nothing recombined
COLUMNS = f"{'':16}{'':12}{'matches':>9}{'p50':>9}{'p95':>9}{'p99':>9}{'CPU':>9}{'/ raw':>8}{'/ stock':>9}"


def main() -> None:
    options = _options()
    options.work.mkdir(parents=True, exist_ok=True)
    for size in options.sizes:
        measured = [run for name in options.contenders if (run := _measured(name, size, options))]
        print(_table(size, measured), flush=True)
        (options.work / f"speed-{size}.svg").write_text(plot(size, measured), encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures the engines' speed beside well-known ones.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--contenders", nargs="+", default=list(CONTENDERS), choices=list(CONTENDERS))
    parser.add_argument("--queries", type=int, default=40, help="of each class")
    parser.add_argument("--work", type=Path, required=True, help="where indexes and plots are kept")
    return parser.parse_args()


def _measured(name: str, size: int, options: argparse.Namespace) -> Measured | None:
    print(f"{name}, {size:,} articles …", file=sys.stderr, flush=True)
    if _process("prepare", name, size, options) is None:
        return None
    raw = _process("measure", name, size, options)
    if raw is None:
        return None
    timings = {kind: Timing(**timing) for kind, timing in raw.pop("timings").items()}
    return Measured(**raw, timings=timings)


def _process(step: str, name: str, size: int, options: argparse.Namespace) -> Any:
    command = [sys.executable, "-m", "benchmarks.speed_run", step, name, str(size), options.work, str(options.queries)]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        print(f"{name}: {done.stderr.decode().strip().splitlines()[-1]}", file=sys.stderr)
        return None
    return json.loads(done.stdout)


def _table(size: int, measured: list[Measured]) -> str:
    recombined = f", {size - REAL:,} of them recombined" if size > REAL else ""
    lines = [f"{size:,} articles{recombined}; times in ms, sizes in MB, builds in s of CPU", ""]
    lines.append(f"{'':16}{'build':>9}{'disk':>9}{'memory':>9}{'heap':>9}{'open + first':>14}")
    for run in measured:
        sizes = f"{run.disk:9.0f}{run.memory:9.0f}{run.heap:9.0f}{run.opening:14.0f}"
        lines.append(f"{run.name:16}{run.build_cpu:9.1f}{sizes}")
    lines += ["", COLUMNS]
    by_name = {run.name: run for run in measured}
    for kind in measured[0].timings if measured else ():
        lines += [_line(run, kind, by_name) for run in measured if kind in run.timings]
    return "\n".join(lines) + "\n"


def _line(run: Measured, kind: str, by_name: dict[str, Measured]) -> str:
    timing = run.timings[kind]
    times = "".join(f"{value:9.1f}" for value in (timing.p50, timing.p95, timing.p99, timing.cpu))
    ratios = [_ratio(timing, by_name.get(peer), kind) for peer in ("raw tantivy", "stock Whoosh")]
    return f"{run.name:16}{kind:12}{timing.matches:9,}{times}{ratios[0]:>8}{ratios[1]:>9}"


def _ratio(timing: Timing, peer: Measured | None, kind: str) -> str:
    if peer is None or kind not in peer.timings:
        return "-"
    return f"{timing.cpu / peer.timings[kind].cpu:.2f}"


if __name__ == "__main__":
    main()
