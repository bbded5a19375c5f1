"""An archive moves to a cluster by the commands that the README prints, while a reader searches all the time."""

import json
import os
import re
import shlex
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.archive import Archive
from tests.engines.opensearch.nodes import Nodes
from tests.machine import eventually, free_port

pytestmark = pytest.mark.cluster
README = Path(__file__).parents[3] / "README.md"
PRINTED = "opensearch:https://host:9200/press"


class Reader:
    """Asks for the same words again and again, at whichever address the proxy would send it to."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.totals: list[int] = []
        self.failures: list[str] = []
        self.done = threading.Event()

    def run(self) -> None:
        while not self.done.is_set():
            try:
                with urlopen(f"{self.address}api/search?q=council", timeout=30) as answer:
                    self.totals.append(json.load(answer)["total"])
            except OSError as error:
                self.failures.append(str(error))
            time.sleep(0.02)


def _commands(address: str) -> list[list[str]]:
    """The command lines of the recipe, with an address and a port of this test."""
    recipe = README.read_text(encoding="utf-8").partition("## Engines")[2].partition("\n## ")[0]
    lines = re.findall(r"^    (communique .*)$", recipe, re.MULTILINE)
    port = str(free_port())
    return [shlex.split(line.replace(PRINTED, address).replace("8001", port)) for line in lines]


def _run(words: list[str], folder: Path) -> "subprocess.Popen[str]":
    environ = {**os.environ, "COMMUNIQUE_WEB_WORKERS": "1", "COMMUNIQUE_INDEX_WORKERS": "1"}
    command = [sys.executable, "-m", "indexer", *words[1:]]
    return subprocess.Popen(command, cwd=folder, env=environ, stdout=subprocess.PIPE, text=True)


@contextmanager
def _serving(words: list[str], folder: Path) -> Iterator[str]:
    process = _run(words, folder)
    try:
        assert process.stdout
        address = next(found.group() for line in process.stdout if (found := re.search(r"http://\S+/", line)))
        _wait(f"{address}readyz")
        yield address
    finally:
        process.terminate()
        process.communicate()


def _wait(address: str) -> None:
    eventually(lambda: _is_ready(address))


def _is_ready(address: str) -> bool:
    try:
        urlopen(address, timeout=30).close()
    except OSError:
        return False
    return True


def test_the_printed_recipe_moves_an_archive_without_a_failed_request(cluster: Nodes, tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    for number in range(30):
        archive.write(f"story-{number}.txt")
    fill, serve = _commands(cluster.fresh_address())
    with _serving(["communique", "serve", "--port", str(free_port())], tmp_path) as before:
        reader = Reader(before)
        reading = threading.Thread(target=reader.run)
        reading.start()
        filling = _run(fill, tmp_path)
        assert filling.wait() == 0
        filling.communicate()
        with _serving(serve, tmp_path) as after:
            searched_before = len(reader.totals)
            reader.address = after
            eventually(lambda: len(reader.totals) > searched_before + 20)
            reader.done.set()
            reading.join()
    assert reader.failures == []
    assert set(reader.totals) == {30}
    assert len(reader.totals) > searched_before > 0
