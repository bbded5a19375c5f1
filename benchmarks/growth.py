"""What growth costs and what it survives: a table, with the bound that each figure has to keep.

python -m benchmarks.growth                 all of it (about half an hour)
python -m benchmarks.growth --size 2000 --kills 5 --laps 4 --changes 20
python -m benchmarks.growth --engine tantivy --only idle,grow
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from benchmarks.growth_corpus import write_files, write_lines
from benchmarks.growth_load import Load, serving
from benchmarks.session import resident
from indexer.article import Article
from indexer.generations.live import open_live
from indexer.settings import Settings


@dataclass(frozen=True, slots=True)
class Row:
    """A measure, the figure reached, and its bound; `holds` None where there is none."""

    measure: str
    figure: str
    bound: str
    holds: bool | None


@dataclass(frozen=True, slots=True)
class Place:
    """A corpus and an index of one part of the benchmark."""

    folder: Path
    engine: str

    @property
    def corpus(self) -> Path:
        return self.folder / "corpus"

    @property
    def settings(self) -> Settings:
        return Settings(corpus=self.corpus, index=f"{self.engine}:{self.folder}/index", index_workers=2)

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "indexer", *arguments]

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        environ = {**os.environ, **self.settings.environment()}
        return subprocess.Popen(
            self.command(*arguments), env=environ, stdout=subprocess.DEVNULL, start_new_session=True
        )

    def timed(self, *arguments: str) -> float:
        started = time.monotonic()
        if self.start(*arguments).wait():
            sys.exit(f"communique {' '.join(arguments)} failed")
        return time.monotonic() - started

    def articles(self) -> dict[str, Article]:
        with closing(open_live(self.settings.index)) as engine:
            reader = engine.reader()
            return {key: article for key in reader.ids() if (article := reader.article(key)) is not None}

    def size(self) -> int:
        return sum(path.stat().st_size for path in (self.folder / "index").rglob("*") if path.is_file())


def idle_and_grow(place: Place, options: argparse.Namespace) -> Iterator[Row]:
    write_files(place.corpus, options.size)
    first = place.timed("update")
    yield Row(f"first build, {options.size:,} files", f"{first:.1f} s", "", None)
    idle = min(place.timed("update") for _ in range(3))
    yield Row(
        "update with nothing changed",
        f"{idle:.2f} s, {idle / first:.1%}",
        "2 s and 2 %",
        idle < 2 and idle < 0.02 * first,
    )
    write_files(place.corpus, options.size // 100, start=options.size)
    grown = place.timed("update")
    bound = 0.03 * first + 1
    yield Row("adding 1 %", f"{grown:.2f} s", f"{bound:.2f} s (3 % + 1 s)", grown <= bound)


def watched(place: Place, options: argparse.Namespace) -> Iterator[Row]:
    write_files(place.corpus, min(options.size, 2000))
    place.timed("update")
    process = place.start("watch")
    with serving(place.settings) as address:
        load = Load(address)
        time.sleep(5)
        waits = [_until_found(place, load, number) for number in range(5)]
    process.terminate()
    process.wait()
    beyond = max(waits) - place.settings.settle_seconds
    yield Row("one new file under watch, findable over HTTP", f"{beyond:.2f} s beyond the delay", "2 s", beyond < 2)


def _until_found(place: Place, load: Load, number: int) -> float:
    text = f"A note about the wordnumber{number} of this archive, written while it was watched."
    (place.corpus / f"new-{number}.txt").write_text(f"Note number {number}\n\n{text}\n")
    started = time.monotonic()
    while load.total(f"wordnumber{number}") != 1:
        time.sleep(0.02)
    return time.monotonic() - started


def killed(place: Place, options: argparse.Namespace) -> Iterator[Row]:
    size, chance = min(options.size, 5000), random.Random(5)
    undisturbed = Place(place.folder / "undisturbed", place.engine)
    write_files(undisturbed.corpus, size)
    seconds = undisturbed.timed("update")
    expected = undisturbed.articles()
    same = 0
    for lap in range(options.kills):
        disturbed = Place(place.folder / f"killed-{lap}", place.engine)
        write_files(disturbed.corpus, size)
        process = disturbed.start("update")
        time.sleep(chance.uniform(0, seconds))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        disturbed.timed("update")
        same += disturbed.articles() == expected
        shutil.rmtree(disturbed.folder)
    yield Row(
        f"kill -9 in an update of {size:,} articles",
        f"{same} of {options.kills} the same",
        "all",
        same == options.kills,
    )


def loaded(place: Place, options: argparse.Namespace) -> Iterator[Row]:
    write_files(place.corpus, min(options.size, 2000))
    place.timed("update")
    with serving(place.settings) as address, Load(address).running(clients=4) as load:
        for lap in range(options.laps):
            write_files(place.corpus, 20, start=50_000 + 20 * lap)
            place.timed("update")
        for _ in range(2):
            place.timed("rebuild")
    counted = f"{load.answered:,} requests, {load.failed} failed, {load.mixed} mixed"
    yield Row(
        f"4 clients during {options.laps} updates and 2 rebuilds", counted, "none", not (load.failed or load.mixed)
    )


def remembered(place: Place, options: argparse.Namespace) -> Iterator[Row]:
    write_lines(place.corpus / "all.jsonl", options.articles)
    process, most = place.start("update"), 0
    while process.poll() is None:
        most = max(most, resident(process.pid))
        time.sleep(0.05)
    yield Row(f"memory of an update of {options.articles:,} articles", f"{most / 1e6:.0f} MB", "600 MB", most < 600e6)


def kept_small(place: Place, options: argparse.Namespace) -> Iterator[Row]:
    write_files(place.corpus, 1000)
    place.timed("update")
    for lap in range(options.changes):
        write_files(place.corpus, 5, start=60_000 + 5 * lap)
        place.timed("update")
    grown = place.size()
    fresh = Place(place.folder / "fresh", place.engine)
    shutil.copytree(place.corpus, fresh.corpus)
    fresh.timed("update")
    ratio = grown / fresh.size()
    yield Row(f"disk after {options.changes} small updates, of a fresh build", f"{ratio:.2f}", "1.5", ratio <= 1.5)


PARTS: dict[str, Callable[[Place, argparse.Namespace], Iterator[Row]]] = {
    "idle": idle_and_grow,
    "watch": watched,
    "kill": killed,
    "load": loaded,
    "memory": remembered,
    "disk": kept_small,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--engine", default="whoosh")
    parser.add_argument("--only", default=",".join(PARTS), help="parts, by commas")
    for name, default in (("size", 20_000), ("articles", 21_578), ("kills", 50), ("laps", 20), ("changes", 200)):
        parser.add_argument(f"--{name}", type=int, default=default)
    options = parser.parse_args()
    failed = 0
    for part in options.only.split(","):
        with tempfile.TemporaryDirectory(prefix="growth-") as folder:
            for row in PARTS[part](Place(Path(folder), options.engine), options):
                verdict = {None: "", True: "holds", False: "MISSED"}[row.holds]
                print(f"{row.measure:<58} {row.figure:<34} {row.bound:<20} {verdict}", flush=True)
                failed += row.holds is False
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
