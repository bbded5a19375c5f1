"""What ingestion makes of saved pages and of the seeds, against gold: `python -m benchmarks.ingestion [FOLDER]`.

FOLDER holds `pages.jsonl` (id, html, title, date, author, with, without) beside its pages, packed in
`pages.tar.xz` or not. Without it, the shared pages and the gold of the seeds are measured. Exits with 1 under a floor.
"""

import os
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, process_time

import trafilatura
from rich.console import Console
from rich.table import Table

from benchmarks.ingestion_pages import Counts, Page, count, draft_of, pages_of
from benchmarks.ingestion_seeds import seed_measures
from indexer.ingest.draft import Draft

SHARED = Path(os.environ.get("COMMUNIQUE_SHARED", Path(__file__).parents[2] / "shared"))
WORKERS = 2


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure and the floor that it may not fall under; floors are raised, never lowered."""

    name: str
    value: float
    floor: float = 0.0

    @property
    def holds(self) -> bool:
        return self.value >= self.floor


def page_measures(counts: Counts) -> list[Measure]:
    return [
        Measure("HTML segments found", counts.found / max(1, counts.wanted)),
        Measure("HTML segments kept out", counts.kept_out / max(1, counts.unwanted)),
        Measure("HTML segments F1", counts.segments_f1, floor=0.93),
        Measure("HTML title right", counts.titles / max(1, counts.titles_asked), floor=0.88),
        Measure("HTML title the same to the letter", counts.titles_same / max(1, counts.titles_asked)),
        Measure("HTML date right (day)", counts.dates / max(1, counts.dates_asked), floor=0.90),
        Measure("HTML author right", counts.authors / max(1, counts.authors_asked)),
    ]


@dataclass(frozen=True, slots=True)
class Lap:
    """How fast one side went through the pages: pages a second, and processor seconds for a page."""

    rate: float
    cost: float


def speed_measures(pages: Sequence[Page]) -> list[Measure]:
    """Pages a second of two workers (read, extracted, dated, cleaned) against trafilatura alone in one process.

    Both sides are warmed up, take turns, and are judged by their best of three laps. The last figure is the same
    by processor time, which does not ask for two idle cores: pages that two workers read while trafilatura reads one.
    """
    spawn = get_context("spawn")
    with ProcessPoolExecutor(1, spawn) as alone, ProcessPoolExecutor(WORKERS, spawn) as workers:
        list(alone.map(extracted, pages[:20]))
        list(workers.map(drafted, pages[:40]))
        laps = [(_lap(alone, extracted, pages), _lap(workers, drafted, pages)) for _ in range(3)]
    one, ours = (max(lap.rate for lap in side) for side in zip(*laps, strict=True))
    one_cost, our_cost = (min(lap.cost for lap in side) for side in zip(*laps, strict=True))
    return [
        Measure("trafilatura alone, pages/s", one),
        Measure(f"Communiqué with {WORKERS} workers, pages/s", ours),
        Measure("times trafilatura alone", ours / one, floor=1.2),
        Measure("times trafilatura alone, by processor time", WORKERS * one_cost / our_cost, floor=1.2),
    ]


def extracted(page: Page) -> float:
    """Processor seconds that trafilatura alone takes for a page."""
    start = process_time()
    trafilatura.extract(page.file.read_bytes(), favor_precision=True, include_comments=False)
    return process_time() - start


def drafted(page: Page) -> float:
    """Processor seconds that the whole reading of a page takes."""
    start = process_time()
    draft_of(page)
    return process_time() - start


def _lap(pool: ProcessPoolExecutor, work: Callable[[Page], float], pages: Sequence[Page]) -> Lap:
    start = perf_counter()
    spent = list(pool.map(work, pages, chunksize=8))
    return Lap(len(spent) / (perf_counter() - start), sum(spent) / len(spent))


@contextmanager
def unpacked(folder: Path) -> Iterator[Path]:
    """The folder with its pages beside its gold, unpacked for as long as it is measured where they are packed."""
    archive = folder / "pages.tar.xz"
    if not archive.exists():
        yield folder
        return
    with tempfile.TemporaryDirectory() as place:
        with tarfile.open(archive) as packed:
            packed.extractall(place, filter="data")
        (Path(place) / "pages.jsonl").write_bytes((folder / "pages.jsonl").read_bytes())
        yield Path(place)


def measured(folder: Path) -> list[Measure]:
    with unpacked(folder) as place:
        pages = list(pages_of(place))
        with ProcessPoolExecutor(WORKERS, get_context("spawn")) as workers:
            answers = list(zip(pages, workers.map(draft_of, pages, chunksize=8), strict=True))
        return [
            *page_measures(count(answers)),
            *(_half(answers, "rules written on", developed=True)),
            *(_half(answers, "held out", developed=False)),
            *speed_measures(pages),
        ]


def _half(answers: Sequence[tuple[Page, Draft | None]], name: str, *, developed: bool) -> list[Measure]:
    counts = count((page, draft) for page, draft in answers if page.is_development == developed)
    shown = [each for each in page_measures(counts) if each.floor]
    return [Measure(f"{each.name}, {name}", each.value) for each in shown]


def main(arguments: Sequence[str]) -> int:
    folder = Path(arguments[0]) if arguments else SHARED / "data" / "html"
    measures = measured(folder)
    if not arguments:
        measures += [Measure(*each) for each in seed_measures(SHARED)]
    table = Table("measure", "figure", "floor", "", title=str(folder.name))
    for each in measures:
        floor = f"{each.floor:.2f}" if each.floor else ""
        table.add_row(each.name, f"{each.value:.3f}", floor, "" if each.holds else "[red]under its floor[/red]")
    Console().print(table)
    return 0 if all(each.holds for each in measures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
