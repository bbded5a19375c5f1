from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.indexing.catalog import ArticleRow, Catalog, FileRow, Pending
from indexer.ingest.draft import Rejection


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    catalog = Catalog(tmp_path / "catalog.sqlite")
    yield catalog
    catalog.close()


def test_a_failed_transaction_leaves_no_trace(catalog: Catalog) -> None:
    with pytest.raises(ValueError, match="half way"), catalog.transaction():
        catalog.put_file(FileRow("a.txt", 1, 2, "hash", "text"))
        raise ValueError("half way")
    assert not list(catalog.files())


def test_what_was_announced_stays_pending_until_it_is_settled(catalog: Catalog) -> None:
    with catalog.transaction():
        catalog.begin_commit([Pending("id-1", "a.txt"), Pending("id-2", "b.txt", "hash", b"of it")])
    assert catalog.pending() == [Pending("id-1", "a.txt"), Pending("id-2", "b.txt", "hash", b"of it")]
    with catalog.transaction():
        catalog.finish_commit()
    assert catalog.pending() == []


def test_a_forgotten_article_is_written_again_at_the_next_reading(catalog: Catalog) -> None:
    catalog.put_file(FileRow("a.txt", 1, 2, "hash", "text"))
    catalog.put_articles([ArticleRow("id-1", "a.txt", "draft", "news", "2017")])
    catalog.forget("id-1", "a.txt")
    assert list(catalog.files()) == [FileRow("a.txt", 1, -1, "", "text")]
    assert [row.draft for row in catalog.articles("a.txt")] == [""]


def test_files_waiting_for_an_article_are_found_by_its_holder(catalog: Catalog) -> None:
    catalog.put_rejection(Rejection("b.txt", "the same article as in a.txt", holder="id-1"))
    catalog.put_rejection(Rejection("c.txt", "the file is empty"))
    assert catalog.waiting_for(["id-1", "id-9"]) == {"b.txt"}


def test_two_bad_places_of_one_file_are_both_listed(catalog: Catalog) -> None:
    for line in (3, 7):
        catalog.put_rejection(Rejection("a.jsonl", f"line {line}: not JSON"))
    assert [each.reason for each in catalog.rejections()] == ["line 3: not JSON", "line 7: not JSON"]


def test_rejections_of_files_that_were_never_catalogued_are_cleared(catalog: Catalog) -> None:
    catalog.put_file(FileRow("a.txt", 1, 2, "hash"))
    catalog.put_rejection(Rejection("a.txt", "the file is empty"))
    catalog.put_rejection(Rejection("link", "a link that leads out of the corpus"))
    catalog.clear_stray_rejections()
    assert [each.path for each in catalog.rejections()] == ["a.txt"]


def test_counts_are_by_type_year_and_format(catalog: Catalog) -> None:
    catalog.put_file(FileRow("a.txt", 1, 2, "hash", "text"))
    years = {"id-1": "2017", "id-2": "2019"}
    catalog.put_articles([ArticleRow(each, "a.txt", "draft", "news", f"{year}-05") for each, year in years.items()])
    assert catalog.counts("type") == {"news": 2}
    assert catalog.counts("year") == {"2017": 1, "2019": 1}
    assert catalog.counts("format") == {"text": 1}


def test_a_file_that_is_dropped_takes_its_rejections_along(catalog: Catalog) -> None:
    for path in ("a.jsonl", "b.jsonl"):
        catalog.put_file(FileRow(path, 1, 2, "hash"))
        catalog.put_rejection(Rejection(path, "not JSON", "line 3"))
    catalog.drop_file("a.jsonl")
    assert [row.path for row in catalog.files()] == ["b.jsonl"]
    assert [each.path for each in catalog.rejections()] == ["b.jsonl"]


def test_a_touched_file_keeps_its_content_and_leaves_others_alone(catalog: Catalog) -> None:
    known = {path: FileRow(path, 1, 2, f"hash of {path}", "text") for path in ("a.txt", "b.txt")}
    for row in known.values():
        catalog.put_file(row)
    catalog.touch(FileRow("a.txt", 3, 4, ""))
    assert list(catalog.files()) == [FileRow("a.txt", 3, 4, "hash of a.txt", "text"), known["b.txt"]]


def test_a_distrusted_file_is_read_again_by_its_time_and_by_its_content(catalog: Catalog) -> None:
    catalog.put_file(FileRow("a.txt", 1, 2, "hash", "text"))
    catalog.invalidate("a.txt")
    assert list(catalog.files()) == [FileRow("a.txt", 1, -1, "", "text")]


def test_rejections_are_listed_file_by_file_and_in_the_order_of_each_file(catalog: Catalog) -> None:
    for path, place in (("b.jsonl", "line 9"), ("a.jsonl", "line 7"), ("b.jsonl", "line 10")):
        catalog.put_rejection(Rejection(path, "not JSON", place))
    assert [(each.path, each.place) for each in catalog.rejections()] == [
        ("a.jsonl", "line 7"),
        ("b.jsonl", "line 9"),
        ("b.jsonl", "line 10"),
    ]
