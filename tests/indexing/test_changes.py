"""What an update reads, removes and leaves alone, by what the folder says of its files."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.indexing.catalog import Catalog, FileRow
from indexer.indexing.changes import compare
from indexer.ingest.corpus import Entry

KNOWN = FileRow("a.txt", 10, 1_000, "hash", "text")


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    catalog = Catalog(tmp_path / "catalog.sqlite")
    yield catalog
    catalog.close()


def knowing(catalog: Catalog, *rows: FileRow) -> Catalog:
    for row in rows:
        catalog.put_file(row)
    return catalog


@pytest.mark.parametrize(
    ("entry", "read"),
    [
        (Entry("a.txt", 10, 1_000), False),
        (Entry("a.txt", 11, 1_000), True),
        (Entry("a.txt", 10, 999), True),
        (Entry("b.txt", 10, 1_000), True),
    ],
    ids=["as it was", "of another size", "of an earlier time", "new"],
)
def test_a_file_is_read_where_its_size_or_its_time_is_another(catalog: Catalog, entry: Entry, read: bool) -> None:
    plan = compare([entry], knowing(catalog, KNOWN))
    assert (entry in plan.read, plan.unchanged) == (read, int(not read))


def test_what_is_no_longer_there_is_removed_in_the_order_of_names(catalog: Catalog) -> None:
    names = [f"{letter}.txt" for letter in "hgfedcba"]
    plan = compare([Entry("c.txt")], knowing(catalog, *(FileRow(name, 0, 0, "") for name in names)))
    assert plan.removed == ("a.txt", "b.txt", "d.txt", "e.txt", "f.txt", "g.txt", "h.txt")


def test_a_file_with_a_problem_is_neither_read_nor_counted_nor_removed_as_gone(catalog: Catalog) -> None:
    problem = Entry("a.txt", 10, 1_000, "not a regular file")
    plan = compare([problem, Entry("b.txt", 7, 5), Entry("c.txt", 4, 5)], knowing(catalog, KNOWN))
    assert (plan.problems, plan.removed, plan.unchanged) == ((problem,), (), 0)
    assert plan.bytes == 11


def test_what_lies_out_of_sight_is_neither_gone_nor_changed(catalog: Catalog) -> None:
    known = [FileRow(name, 1, 1, "") for name in ("a.txt", "a/b.txt", "a/c/d.txt", "ab/e.txt")]
    plan = compare([Entry("a", problem="the folder cannot be listed", unseen=True)], knowing(catalog, *known))
    assert plan.removed == ("a.txt", "ab/e.txt")
