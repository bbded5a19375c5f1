"""Whether a site that strangers keep waiting still answers its readers: shares answered and times, beside their bounds.

python -m benchmarks.slow_clients                          500 slow clients of each kind, then 16 costly queries at once
python -m benchmarks.slow_clients --clients 50 --seconds 5 --kinds headers,takers
python -m benchmarks.slow_clients --address http://127.0.0.1:8080/    a server that runs already, a proxy perhaps
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.growth_corpus import write_lines
from benchmarks.growth_load import serving
from benchmarks.slow_clients_kinds import KINDS
from indexer.indexing.update import update
from indexer.settings import Settings

_ORDINARY = ("search?q=oil", "search?q=wheat+prices&lang=en", "api/search?q=bank", "", "healthz", "readyz")
_COSTLY = (
    "api/search?q=%22the+of+to+in+a%22~100",
    "api/search?explain=1&size=100&q=a*+OR+b*+OR+c*+OR+d*",
    "api/search?size=100&explain=1&q=the+of+to+in+a+said",
    "feed.atom?q=*a*+OR+*e*",
)


@dataclass
class Times:
    """Of one kind of request: seconds of each that was answered with 200, and how many were not, by status; 0: none."""

    taken: list[float] = field(default_factory=list)
    otherwise: dict[int, int] = field(default_factory=dict)

    def ask(self, address: str, patience: float = 30) -> None:
        began = time.monotonic()
        try:
            with urllib.request.urlopen(address, timeout=patience) as answer:
                answer.read()
                self.taken.append(time.monotonic() - began)
        except urllib.error.HTTPError as error:
            known = error.code if error.code != 503 or error.headers["Retry-After"] else -error.code
            self.otherwise[known] = self.otherwise.get(known, 0) + 1
        except OSError:
            self.otherwise[0] = self.otherwise.get(0, 0) + 1

    def row(self) -> str:
        cuts = [1000 * cut for cut in statistics.quantiles(self.taken, n=20)] if len(self.taken) > 1 else [0.0] * 19
        asked = len(self.taken) + sum(self.otherwise.values())
        return (
            f"{len(self.taken):>6} of {asked:<6} p50 {cuts[9]:7.0f} ms  p95 {cuts[18]:7.0f} ms  {self.otherwise or ''}"
        )

    @property
    def hold(self) -> bool:
        return not self.otherwise and len(self.taken) > 1 and statistics.quantiles(self.taken, n=20)[18] < 1


def _ordinary(address: str, seconds: float, clients: int = 4) -> Times:
    times, end = Times(), time.monotonic() + seconds

    def read() -> None:
        turn = 0
        while time.monotonic() < end:
            times.ask(address + _ORDINARY[turn % len(_ORDINARY)])
            turn += 1
            time.sleep(0.1)

    threads = [threading.Thread(target=read) for _ in range(clients)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return times


@contextmanager
def _slow(address: str, kind: str, clients: int) -> Iterator[None]:
    """So many clients of one kind, until the block ends; whoever is left by the server comes again."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    host, port = address.split("/")[2].rsplit(":", 1)
    many = range(clients if kind in KINDS else 0)
    kept = [
        asyncio.run_coroutine_threadsafe(KINDS[kind](host, int(port)), loop) for _ in many
    ]  # or Python collects them
    try:
        time.sleep(1 + clients / 500)
        yield
    finally:
        asyncio.run_coroutine_threadsafe(_ended(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
        kept.clear()


async def _ended() -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for each in others:
        each.cancel()
    await asyncio.gather(*others, return_exceptions=True)


@contextmanager
def _costly(address: str, clients: int, found: Times) -> Iterator[None]:
    stop = threading.Event()

    def ask(number: int) -> None:
        while not stop.is_set():
            found.ask(address + _COSTLY[number % len(_COSTLY)], 120)
            stop.wait(0.2)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(clients)]
    for each in threads:
        each.start()
    try:
        yield
    finally:
        stop.set()
        for each in threads:
            each.join()


def _settle(address: str) -> None:
    """Nothing of the crowd before is left to be done."""
    while True:
        times = Times()
        for _ in range(10):
            times.ask(address + _ORDINARY[0])
        if times.hold:
            return


def _measured(address: str, kinds: list[str], clients: int, seconds: float) -> bool:
    holds = True
    for kind in kinds:
        _settle(address)
        costly = Times()
        crowd = _costly(address, 16, costly) if kind == "costly" else _slow(address, kind, clients)
        with crowd:
            times = _ordinary(address, seconds)
        holds &= times.hold and not {0, -503, 500} & costly.otherwise.keys()
        sys.stdout.write(f"{kind:10} ordinary {times.row()}\n")
        if kind == "costly":
            sys.stdout.write(f"{'':10} costly   {costly.row()}\n")
        sys.stdout.flush()
    return holds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clients", type=int, default=500)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--size", type=int, default=5000, help="articles of the archive")
    parser.add_argument("--engine", default="tantivy")
    parser.add_argument("--kinds", default=",".join(["none", *KINDS, "costly"]))
    parser.add_argument("--address", default="")
    chosen = parser.parse_args()
    with ExitStack() as stack:
        address = chosen.address
        if not address:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            settings = Settings(corpus=folder / "corpus", index=f"{chosen.engine}:{folder}/index")
            write_lines(settings.corpus / "news.jsonl", chosen.size)
            update(settings)
            address = stack.enter_context(serving(settings))
        sys.exit(not _measured(address, chosen.kinds.split(","), chosen.clients, chosen.seconds))


if __name__ == "__main__":
    main()
