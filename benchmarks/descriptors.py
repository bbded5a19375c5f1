"""Thousands of small updates while a site is read, and nobody may have more than 1,024 files open.

    python -m benchmarks.descriptors [--engine whoosh] [--updates 2000] [--port 18765]

Prints how many files the indexer and each worker of the server have open as it goes on, and how many requests failed;
that number is the exit code.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from indexer.indexing.update import update
from indexer.indexing.workers import Workers
from indexer.settings import Settings

MOST_OPEN = 1_024
TOLD_EACH = 100
ADDRESSES = ("search?q=council", "readyz", "api/search?q=report~&size=20", "export.csv?q=council", "sitemap-1.xml")


@dataclass(slots=True)
class Probes:
    """Requests one after the other until `ended` is set."""

    base: str
    ended: threading.Event = field(default_factory=threading.Event)
    answered: int = 0
    failed: list[str] = field(default_factory=list)

    def run(self) -> None:
        while not self.ended.is_set():
            for each in ADDRESSES:
                self._ask(each)

    def _ask(self, address: str) -> None:
        try:
            with urllib.request.urlopen(self.base + address, timeout=120) as answer:
                answer.read()
            self.answered += 1
        except (OSError, urllib.error.HTTPError) as error:
            self.failed.append(f"{address}: {error}")


@contextmanager
def served(settings: Settings, port: int) -> Iterator[int]:
    """The process of a server at work, with the limit of this one."""
    command = [sys.executable, "-m", "indexer", "--corpus", str(settings.corpus), "--index", settings.index]
    server = subprocess.Popen([*command, "serve", "--no-update", "--port", str(port)], stdout=subprocess.DEVNULL)
    try:
        while not _is_up(port):
            if server.poll() is not None:
                raise SystemExit("the server ended")
        yield server.pid
    finally:
        server.terminate()
        server.wait()


def _is_up(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=60) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def open_files(server: int) -> str:
    workers = [int(each) for each in Path(f"/proc/{server}/task/{server}/children").read_text().split()]
    counts = [len(list(Path(f"/proc/{each}/fd").iterdir())) for each in (os.getpid(), *workers)]
    return f"{counts[0]} in the indexer, {counts[1:]} in the server's workers"


def follow(settings: Settings, updates: int, server: int) -> None:
    """Each update adds an article, and takes one away that an earlier one added."""
    with closing(Workers(settings.corpus.resolve(), None, 1)) as workers:
        for number in range(updates):
            text = f"Report {number}\n\n2.3.2019\n\nThe council met, and heard report number {number}.\n"
            (settings.corpus / f"{number}.txt").write_text(text)
            if number >= 50 and number % 2:
                (settings.corpus / f"{number - 50}.txt").unlink()
            update(settings, workers=workers)
            if not number % TOLD_EACH or number == updates - 1:
                print(f"update {number}: {open_files(server)}", flush=True)


def main() -> int:
    resource.setrlimit(resource.RLIMIT_NOFILE, (MOST_OPEN, MOST_OPEN))
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("--engine", choices=["whoosh", "tantivy"], default="whoosh")
    options.add_argument("--updates", type=int, default=2_000)
    options.add_argument("--port", type=int, default=18_765)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        (corpus / "first.txt").write_text("First report\n\n1.3.2019\n\nThe council met, and heard the first report.\n")
        settings = Settings(corpus=corpus, index=f"{asked.engine}:{folder}/index", index_workers=1)
        update(settings)
        with served(settings, asked.port) as server:
            probes = Probes(f"http://127.0.0.1:{asked.port}/")
            asking = threading.Thread(target=probes.run)
            asking.start()
            follow(settings, asked.updates, server)
            probes.ended.set()
            asking.join()
    for each in probes.failed[:10]:
        print(each)
    print(f"{asked.engine}: {probes.answered} requests answered, {len(probes.failed)} failed")
    return min(len(probes.failed), 100)


if __name__ == "__main__":
    sys.exit(main())
