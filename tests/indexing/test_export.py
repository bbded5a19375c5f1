"""An export has every article whole, in the order of ids, and can be indexed again."""

import json
import tracemalloc
from contextlib import closing
from pathlib import Path
from unittest.mock import Mock

import pytest

from indexer.indexing.backup import export_lines
from tests.archive import Archive, indexed


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return indexed(tmp_path, "alpha.txt", "beta.txt")


def test_an_export_has_each_article_with_its_provenance(archive: Archive) -> None:
    with closing(archive.open()) as engine:
        exported = [json.loads(line) for line in export_lines(engine.reader())]
    assert {each["provenance"]["path"] for each in exported} == {"alpha.txt", "beta.txt"}
    assert exported[0]["date"] == "2019-02-07"
    assert exported[0]["date_evidence"] == "line under the title: 07.02.2019"


def test_an_export_can_be_indexed_again(archive: Archive, tmp_path: Path) -> None:
    with closing(archive.open()) as engine:
        lines = "\n".join(export_lines(engine.reader()))
    other = Archive(tmp_path / "other")
    other.write("export.jsonl", lines)
    assert other.update().added == 2
    assert other.titles() == archive.titles()
    assert {each.date.value for each in other.articles().values()} == {"2019-02-07"}


def test_the_ids_of_an_export_are_not_sorted_in_memory() -> None:
    """Those that lie in it take some ten megabytes."""
    ids = (f"{number * 7_919 % 100_003:0100}" for number in range(100_003))
    reader = Mock(ids=lambda: ids, article=lambda _: None)
    tracemalloc.start()
    try:
        assert list(export_lines(reader)) == []
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


def test_an_export_is_in_the_order_of_ids(archive: Archive) -> None:
    with closing(archive.open()) as engine:
        ids = [json.loads(line)["id"] for line in export_lines(engine.reader())]
    assert ids == sorted(ids)
    assert len(ids) == 2
