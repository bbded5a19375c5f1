"""Small files made to cost much, and good ones damaged at random: `python -m benchmarks.hostile_files --damaged 2000`.

Each is read and annotated as an update would, in a process of the same limits. Printed is what it took and what became
of it. Ends with 1 where one took more than its limits, or was refused without a reason in words.
"""

import argparse
import multiprocessing
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.hostile_made import made
from indexer.authority import Authority, load
from indexer.indexing.pool import Pool, WorkerDied
from indexer.indexing.process import begin, bounded
from indexer.indexing.workers import why_dead
from indexer.ingest.draft import RawFile
from indexer.ingest.read import drafts, provenance_of, read_drafts

_SAMPLES = Path(__file__).parent.parent / "tests/ingest/formats/files"
_SLOW, _MUCH = 60.0, 1_300  # seconds; megabytes, with what the process has before
_NAMELESS = "could not be read ("


@dataclass(frozen=True, slots=True)
class Outcome:
    """`seconds` of the processor, `peak` in megabytes; `reasons` of what was refused."""

    articles: int = 0
    reasons: tuple[str, ...] = ()
    seconds: float = 0.0
    peak: float = 0.0

    @property
    def bad(self) -> bool:
        nameless = any(_NAMELESS in each for each in self.reasons)
        return nameless or self.seconds > _SLOW or self.peak > _MUCH or not (self.articles or self.reasons)


def read(file: RawFile) -> Outcome:
    """In a worker process."""
    began = time.process_time()
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    with bounded(len(file.data)):
        reading = read_drafts(drafts(file), provenance_of(file), _names())
    reasons = tuple(each.reason for each in reading.rejections)
    return Outcome(len(reading.articles), reasons, time.process_time() - began, _peak())


@cache
def _names() -> Authority:
    return load(None)


def _peak() -> float:
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1000


def damaged(number: int, seed: int = 5) -> Iterator[RawFile]:
    """Good files, each with some bytes changed, cut out, put in, or taken from another one."""
    chance = random.Random(seed)
    samples = [(path.name, path.read_bytes()) for path in sorted(_SAMPLES.iterdir())]
    for _ in range(number):
        name, data = chance.choice(samples)
        changed = bytearray(data)
        for _ in range(chance.choice((1, 1, 2, 5, 30))):
            _damage(changed, chance.choice(samples)[1], chance)
        yield RawFile(name, bytes(changed), "")


def _damage(data: bytearray, other: bytes, chance: random.Random) -> None:
    at, length = chance.randrange(len(data) + 1), chance.choice((1, 1, 2, 8, 100))
    kind = chance.choice(("flip", "flip", "cut", "insert", "splice", "end"))
    if kind == "flip" and at < len(data):
        data[at] = chance.choice((0, 255, 0x3C, 0x22, data[at] ^ 1 << chance.randrange(8)))
    elif kind == "insert":
        data[at:at] = chance.randbytes(length)
    elif kind == "splice":
        data[at : at + length] = other[(start := chance.randrange(len(other))) : start + length]
    elif kind == "cut":
        del data[at : at + length]
    elif chance.random() < 0.2:
        del data[at:]


def _outcome(future: "Future[Outcome]", file: RawFile) -> Outcome:
    try:
        return future.result()
    except WorkerDied as death:
        return Outcome(reasons=(why_dead(death, len(file.data)),))


def _made_to_cost(pool: Pool, wanted: str) -> int:
    bad = 0
    for name, file in made():
        if wanted in name:
            outcome = _outcome(pool.submit(read, file), file)
            bad += outcome.bad
            said = outcome.reasons[0][:70] if outcome.reasons else ""
            took = f"{outcome.seconds:6.1f} s {outcome.peak:6.0f} MB {outcome.articles:6} articles"
            print(f"{'! ' if outcome.bad else '  '}{name:34} {len(file.data) / 1e6:7.2f} MB {took}  {said}", flush=True)
    return bad


def _damaged(pool: Pool, number: int, seed: int) -> int:
    nameless: Counter[str] = Counter()
    read_well = 0
    for file in damaged(number, seed):
        outcome = _outcome(pool.submit(read, file), file)
        read_well += bool(outcome.articles)
        nameless.update(f"{file.path}: {each}" for each in outcome.reasons if _NAMELESS in each or "ended" in each)
    print(f"{number} damaged files: {read_well} read, {nameless.total()} refused without a reason in words")
    for reason, times in nameless.most_common(40):
        print(f"! {times:5} {reason[:160]}")
    return nameless.total()


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--damaged", type=int, default=2000)
    options.add_argument("--seed", type=int, default=5)
    options.add_argument("--only", default="", help="made files with these words in their names")
    chosen = options.parse_args()
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["indexer.ingest.read"])
    with closing(Pool(context, begin, 1)) as pool:
        bad = _made_to_cost(pool, chosen.only) + _damaged(pool, chosen.damaged, chosen.seed)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
