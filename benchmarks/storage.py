"""What it costs to keep an archive, and whether that grows with it: a table, with the bounds to be kept.

python -m benchmarks.storage                         20,000, 100,000 and 300,000 articles on tantivy (half an hour)
python -m benchmarks.storage --sizes 20000 --engine whoosh
python -m benchmarks.storage --sizes 20000,80000 --beside ../v3.13.0 --python ../v3.13.0/.venv/bin/python

Each size is a folder of JSON Lines, of which `benchmarks/storage_corpus.py` tells, and one `update` of it. Processor
time is that of all its processes, as /proc has it; growth is that of its ratio to what reading alone takes, for the
machine may become slower in the midst of a run. `--beside` names the clone of another release (and `--python` what
runs it), which reads the smallest of the archives in turns with this one.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

from benchmarks.growth import Row
from benchmarks.session import cpu, resident
from benchmarks.storage_corpus import newswire, write
from benchmarks.storage_watch import Mark, Watch, slices, steady_slices
from indexer.indexing.update import update
from indexer.settings import Settings

_SLICE = 16_000  # eight commits, of which tantivy makes one segment: each slice has that in it once
_LAPS = 3  # of each release, in turns


@dataclass(frozen=True, slots=True)
class Run:
    """One update: its marks, and the memory of all its processes at the most and in its first slice, in bytes."""

    marks: tuple[Mark, ...]
    peak: int
    early: int

    @property
    def last(self) -> Mark:
        return self.marks[-1]

    @property
    def milliseconds(self) -> float:
        return 1000 * self.last.spent / self.last.articles


def measured(folder: Path, engine: str, count: int, every: int = _SLICE) -> Run:
    """Builds an index of `count` articles of the corpus in the folder, in a session of its own."""
    command = [sys.executable, "-m", "benchmarks.storage", "--child", str(folder), engine, str(count), str(every)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
    if child.stdout is None:
        raise AssertionError
    os.set_blocking(child.stdout.fileno(), False)
    marks: list[Mark] = []
    early = peak = 0
    while child.poll() is None:
        peak = max(peak, resident(child.pid))
        marks += _marks(child.stdout)
        early = early if len(marks) > 1 else peak
        time.sleep(0.2)
    marks += _marks(child.stdout)
    if child.returncode:
        sys.exit("the update failed")
    return Run(tuple(marks), peak, early)


def _marks(lines: Iterator[str]) -> list[Mark]:
    return [Mark(*json.loads(line)) for line in lines]


def child(folder: Path, engine: str, count: int, every: int) -> None:
    ends = json.loads((folder / "ends.json").read_text())
    watch = Watch(folder / "index", ends, every, _spent_so_far, _tell)
    settings = Settings(corpus=folder / "corpus", index=f"{engine}:{folder}/index", index_workers=2)
    total = update(settings, watch).total
    if total < 0.999 * count:  # a made-up text may be one that is rejected
        sys.exit(f"{total} articles of {count}")
    watch.mark(total)


def _spent_so_far() -> tuple[float, float]:
    """By all processes, and by all but this one, which writes."""
    spent, own = cpu(os.getsid(0)), os.times()
    return spent, spent - own.user - own.system


def _tell(mark: Mark) -> None:
    print(json.dumps(astuple(mark)), flush=True)


def rows(run: Run) -> Iterator[Row]:
    count, last, spent = run.last.articles, run.last, steady_slices(run.marks)
    a_piece = f"{count:,} articles:"
    yield Row(f"{a_piece} processor time of one", f"{run.milliseconds:.2f} ms", "", None)
    if len(spent) > 1:
        bound = 1.05 if count <= 100_000 else 1.10
        ratio = spent[-1] / spent[0]
        yield Row(
            f"{a_piece} last slice to the first, by what reading takes", f"{ratio:.3f}", f"{bound}", ratio <= bound
        )
    catalog, half = last.catalog / count, last.index / count / 2
    bound = min(800, half)
    yield Row(f"{a_piece} catalog of one", f"{catalog:,.0f} B", f"{bound:,.0f} B", catalog <= bound)
    yield Row(f"{a_piece} index of one", f"{last.index / count:,.0f} B", "", None)
    if last.history:
        history = last.history / count
        yield Row(f"{a_piece} history of one", f"{history:,.0f} B", "400 B", history <= 400)
    figure = f"{run.peak / 1e6:,.0f} MB, {run.early / 1e6:,.0f} in the first slice"
    yield Row(f"{a_piece} memory", figure, "900 MB", run.peak <= 900e6)


def beside(folder: Path, options: argparse.Namespace, count: int) -> Row:
    """The least processor time of an update of each release, so that neither is charged with what else was going on."""
    here = (Path(__file__).parents[1], sys.executable)
    spent: dict[str, list[float]] = {"other": [], "this": []}
    for lap in range(_LAPS):
        for name, (clone, python) in {"other": (options.beside, options.python), "this": here}.items():
            spent[name].append(_spent(folder / f"{name}-{lap}", folder / "corpus", clone, python, options.engine))
    ratio = min(spent["this"]) / min(spent["other"])
    figure = f"{ratio:.3f} ({1000 * min(spent['this']) / count:.2f} ms)"
    return Row(f"{count:,} articles: processor time, of {options.beside}", figure, "0.81", ratio <= 0.81)


def _spent(index: Path, corpus: Path, clone: Path, python: str, engine: str) -> float:
    environ = {**os.environ, "PYTHONPATH": str(clone)}
    command = [python, "-m", "indexer", "--corpus", str(corpus), "--index", f"{engine}:{index}", "update"]
    process = subprocess.Popen(command, cwd=clone, env=environ, stdout=subprocess.DEVNULL, start_new_session=True)
    most = 0.0
    while process.poll() is None:
        most = max(most, cpu(process.pid))
        time.sleep(0.02)
    if process.returncode:
        sys.exit(f"update failed in {clone}")
    return most


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sizes", default="20000,100000,300000", help="by commas")
    parser.add_argument("--engine", default="tantivy")
    parser.add_argument("--work", type=Path, help="keep the indexes here")
    parser.add_argument("--beside", type=Path)
    parser.add_argument("--python", default=sys.executable)
    options = parser.parse_args()
    failed, source = 0, newswire()
    sizes = sorted(map(int, options.sizes.split(",")))
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="storage-", dir=options.work) as made:
            folder = Path(made)
            (folder / "ends.json").write_text(json.dumps(write(source, folder / "corpus", size)))
            run = measured(folder, options.engine, size)
            spent = " ".join(f"{1000 * each:.2f}" for each in slices(run.marks))
            steady = " ".join(f"{each:.3f}" for each in steady_slices(run.marks))
            print(f"slices of {_SLICE:,}: ms an article {spent}; multiples of reading {steady}", flush=True)
            found = [*rows(run), *([beside(folder, options, size)] if options.beside and size == sizes[0] else [])]
        for row in found:
            verdict = {None: "", True: "holds", False: "MISSED"}[row.holds]
            print(f"{row.measure:<58} {row.figure:<34} {row.bound:<12} {verdict}", flush=True)
            failed += row.holds is False
    return 1 if failed else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]), int(sys.argv[5]))
    else:
        sys.exit(main())
