"""How fast pages are read, beside trafilatura alone."""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from time import perf_counter, process_time

import trafilatura

from benchmarks.ingestion_measures import Measure
from benchmarks.ingestion_pages import Page, draft_of

WORKERS = 2


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
