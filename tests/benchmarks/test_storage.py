"""What it costs to keep an archive does not grow with it: counted, on articles that share paragraphs."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

import pytest

from benchmarks.storage_corpus import made_up
from benchmarks.storage_watch import Mark, Watch, slices
from indexer.article import Article, Provenance
from indexer.indexing.catalog import Catalog
from indexer.indexing.history import History
from indexer.indexing.update import update
from indexer.indexing.workers import Workers
from indexer.ingest.corpus import Entry
from indexer.ingest.near_duplicates.minhash import sketch
from indexer.ingest.outcome import Ingested, Reading
from indexer.ingest.passages import passages_of
from indexer.settings import Settings

pytest.importorskip("tantivy", reason="the tantivy extra is not installed")
pytestmark = [
    pytest.mark.timeout(900),
    pytest.mark.skipif("STORAGE_COUNTED" not in os.environ, reason="half a minute; STORAGE_COUNTED=1 asks for it"),
]

_FIRST, _ALL = 5_000, 20_000
_STEPS = 100  # of SQLite's machine, between two counts


class _Unread(Workers):
    """Gives articles that nobody had to read or annotate: what is kept of them is what is counted."""

    def readings(self, entries: Sequence[Entry], known: Catalog, history: History) -> Iterator[Reading]:
        for nth, entry in enumerate(entries):
            for start in range(nth * _FIRST, (nth + 1) * _FIRST, 100):
                articles = tuple(_ingested(number, entry.path) for number in range(start, start + 100))
                yield Reading(entry.path, articles=articles, last=False, worked=len(articles))
            yield Reading(entry.path, "sha256", entry.size, entry.mtime_ns)


_SOURCE = made_up()


def _ingested(number: int, path: str) -> Ingested:
    given = _SOURCE.article(number)
    title, text = given["title"], given["text"]
    provenance = Provenance(path, "sha256", "1", "jsonl", given["id"])
    article = Article(given["id"], title, text, provenance, passages=passages_of(text))
    return Ingested(article, f"{number:016}", sketch(text, title))


@dataclass(slots=True)
class _Counted:
    """Steps that SQLite takes for any connection of this process: what it reads, compares and writes."""

    steps: int = 0

    def connect(self, *arguments: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = _connect(*arguments, **options)
        connection.set_progress_handler(self._step, _STEPS)
        return connection

    def _step(self) -> int:
        self.steps += _STEPS
        return 0


_connect = sqlite3.connect


@pytest.fixture(scope="module")
def marks(tmp_path_factory: pytest.TempPathFactory) -> list[Mark]:
    folder, counted, found = tmp_path_factory.mktemp("storage"), _Counted(), list[Mark]()
    (folder / "corpus").mkdir()
    for nth in range(_ALL // _FIRST):  # what the end of a file costs falls into each slice alike
        (folder / "corpus" / f"{nth}.jsonl").touch()
    watch = Watch(folder / "index", range(1, _ALL + 1), _FIRST, lambda: (counted.steps, 0), found.append)
    settings = Settings(corpus=folder / "corpus", index=f"tantivy:{folder}/index", batch=1_000)
    with patch("sqlite3.connect", counted.connect):
        assert update(settings, watch, _Unread(settings.corpus, None, 1)).total == _ALL
    return found


def _an_article(marks: list[Mark], kind: str) -> tuple[float, float]:
    """Bytes at a quarter of the archive and at its end."""
    early, late = marks[1], marks[-1]
    return getattr(early, kind) / early.articles, getattr(late, kind) / late.articles


def test_the_catalog_does_not_work_more_for_a_late_article_than_for_an_early_one(marks: list[Mark]) -> None:
    spent = slices(marks)
    assert spent[-1] <= 1.1 * spent[0]


def test_an_article_takes_few_bytes_of_the_catalog_and_not_more_in_a_large_archive(marks: list[Mark]) -> None:
    early, late = _an_article(marks, "catalog")
    assert late <= 1.05 * early
    assert late <= 800


def test_an_article_takes_no_more_of_the_index_in_a_large_archive(marks: list[Mark]) -> None:
    early, late = _an_article(marks, "index")
    assert late <= 1.1 * early


def test_versions_that_do_not_differ_take_few_bytes_of_the_history(marks: list[Mark]) -> None:
    early, late = _an_article(marks, "history")
    assert max(early, late) <= 400
