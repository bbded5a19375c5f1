"""What a build costs: raw tantivy, our writer fed with ready articles, and a whole update from a file of JSON Lines.

All three take the same articles, each in a process of its own, one after the other, lap by lap; the figure is the
median of the CPU that the process and all its children used.
"""

import ctypes
import gc
import json
import os
import pickle
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.speed_peers import RawTantivy
from benchmarks.speed_run import Ours
from indexer.article import Article
from indexer.generations.live import open_live

RAW, WRITER, UPDATE = "raw tantivy", "tantivy writer", "whole update"
TARGETS = {WRITER: 3.0, UPDATE: 10.0}
FLOORS = {WRITER: 4.0, UPDATE: 45.0}
_SUBREAPER = 36  # prctl's PR_SET_CHILD_SUBREAPER: children whose parent has ended are ours to wait for


@dataclass(frozen=True, slots=True)
class Built:
    """CPU seconds, and articles indexed."""

    name: str
    cpu: float
    articles: int


def builds(records: Iterable[dict[str, str]], work: Path, laps: int = 3) -> list[Built]:
    corpus = work / "builds-corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    (corpus / "all.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in records), encoding="utf-8")
    seconds: dict[str, list[float]] = {UPDATE: [], RAW: [], WRITER: []}
    for _ in range(laps):
        for name, taken in seconds.items():
            done = [sys.executable, "-m", "benchmarks.speed_builds", name, str(work)]
            taken.append(float(subprocess.run(done, capture_output=True, text=True, check=True).stdout))
    count = len(_articles(work))
    return [Built(name, median(seconds[name]), count) for name in (RAW, WRITER, UPDATE)]


def builds_table(built: list[Built]) -> str:
    """One line each; the ratios are to the first."""
    lines = [f"{'':16}{'CPU s':>8}{'ms each':>9}{'/ raw':>8}{'target':>8}{'floor':>8}"]
    for each in built:
        ratio, wanted = each.cpu / built[0].cpu, TARGETS.get(each.name)
        bounds = f"{wanted:8.1f}{FLOORS[each.name]:8.1f}   {'holds' if ratio <= wanted else 'MISSED'}" if wanted else ""
        lines.append(f"{each.name:16}{each.cpu:8.2f}{each.cpu / each.articles * 1000:9.3f}{ratio:8.2f}{bounds}")
    return "\n".join([f"builds of {built[0].articles:,} articles; medians", "", *lines, ""])


def fallen(built: list[Built]) -> list[str]:
    """The names of those that cost more than their floor allows."""
    return [each.name for each in built if each.cpu / built[0].cpu > FLOORS.get(each.name, 1.0)]


def _build(name: str, work: Path) -> float:
    folder = work / f"builds-{name.replace(' ', '-')}"
    shutil.rmtree(folder, ignore_errors=True)
    if name == UPDATE:
        return _update(work / "builds-corpus", folder)
    articles, contender = _articles(work), RawTantivy() if name == RAW else Ours("tantivy")
    with tempfile.TemporaryDirectory() as empty:
        contender.build(Path(empty, "index"), [])  # imports what it needs; `whole update` counts that, as a user would
    # The ready articles are the benchmark's own: whoever makes many objects should not pay for looking through them.
    gc.freeze()
    began = time.process_time()
    contender.build(folder, articles)
    return time.process_time() - began


def _update(corpus: Path, folder: Path) -> float:
    """Of the whole tree of processes, their start-up included; workers outlive the process that asked for them."""
    ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)
    settings = {"COMMUNIQUE_CORPUS": str(corpus), "COMMUNIQUE_INDEX": f"tantivy:{folder}"}
    command = [sys.executable, "-m", "indexer", "update"]
    subprocess.run(command, env={**os.environ, **settings}, stdout=subprocess.DEVNULL, check=True)
    while True:
        try:
            os.wait()
        except ChildProcessError:
            used = resource.getrusage(resource.RUSAGE_CHILDREN)
            return used.ru_utime + used.ru_stime


def _articles(work: Path) -> list[Article]:
    """Those that the update has made, read once."""
    kept = work / "builds-articles.pickle"
    if not kept.exists() or kept.stat().st_mtime < (work / "builds-corpus" / "all.jsonl").stat().st_mtime:
        with closing(open_live(f"tantivy:{work / 'builds-whole-update'}")) as engine:
            reader = engine.reader()
            found = [article for each in reader.ids() if (article := reader.article(each))]
        kept.write_bytes(pickle.dumps(found))
    articles: list[Article] = pickle.loads(kept.read_bytes())  # noqa: S301  # our own
    return articles


if __name__ == "__main__":
    print(_build(sys.argv[1], Path(sys.argv[2])))
