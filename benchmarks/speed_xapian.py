"""Xapian as a contender. Debian's `python3-xapian` serves the system's Python only, so that one is started and asked
in lines of JSON (see speed_xapian_system.py); CPU and memory are those of that process."""

import json
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from benchmarks.speed_contender import Absent, Answer, Search
from benchmarks.speed_queries import FACETED, Asked
from indexer.article import Article
from indexer.engines.engine import Filter
from indexer.fields import FACETS
from indexer.query.tree import Or, Phrase, Prefix

SYSTEM_PYTHON = "/usr/bin/python3"
SCRIPT = Path(__file__).with_name("speed_xapian_system.py")


class Xapian:
    """Its TermGenerator with English stems; each place in a list of names is a value slot, which it counts itself.

    It has no fuzzy query: release 1.4 can only correct spelling.
    """

    def __init__(self) -> None:
        self.process = "self"
        self._cpu = 0.0

    def cpu(self) -> float:
        return self._cpu

    def build(self, folder: Path, articles: Iterable[Article]) -> None:
        process = self._started("build", folder)
        for article in articles:
            self._say(process, _document(article))
        said, _ = process.communicate()
        self._cpu = json.loads(said)["cpu"]

    @contextmanager
    def open(self, folder: Path) -> Iterator[Search]:
        process = self._started("search", folder)

        def search(asked: Asked) -> Answer:
            self._say(process, _question(asked))
            answer = json.loads(_pipe(process.stdout).readline())
            self._cpu = answer["cpu"]
            return answer["total"], answer["fetched"]

        try:
            yield search
        finally:
            process.communicate()

    def _started(self, step: str, folder: Path) -> subprocess.Popen[str]:
        if not _is_installed():
            raise Absent(f"{SYSTEM_PYTHON} has no module xapian: apt-get install python3-xapian")
        command = [SYSTEM_PYTHON, str(SCRIPT), step, str(folder)]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        self.process = str(process.pid)
        return process

    def _say(self, process: subprocess.Popen[str], said: Mapping[str, Any]) -> None:
        pipe = _pipe(process.stdin)
        pipe.write(json.dumps(said) + "\n")
        pipe.flush()


def _is_installed() -> bool:
    if not Path(SYSTEM_PYTHON).exists():
        return False
    return subprocess.run([SYSTEM_PYTHON, "-c", "import xapian"], capture_output=True, check=False).returncode == 0


def _pipe(pipe: IO[str] | None) -> IO[str]:
    assert pipe is not None
    return pipe


def _document(article: Article) -> dict[str, Any]:
    names = {field: list(FACETS[field].values(article)) for field in FACETED}
    return {"body": f"{article.title} {article.text}", "article": article.to_json(), "names": names}


def _question(asked: Asked) -> dict[str, Any]:
    kinds: dict[type, str] = {Phrase: "phrase", Prefix: "prefix", Or: "any"}
    kind = kinds.get(type(asked.tree), "all")
    return {"kind": kind, "words": asked.words, "filters": [_filter(each) for each in asked.filters]}


def _filter(chosen: Filter) -> dict[str, Any]:
    values = sorted(chosen.include or chosen.exclude)
    return {"field": chosen.field, "values": values, "wanted": bool(chosen.include)}
