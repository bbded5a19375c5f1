"""How much room an index takes after many commits."""

from pathlib import Path

import pytest

from indexer.article import Article
from indexer.query.tree import SpanNear, Word
from tests.conftest import Opened
from tests.engines.samples import article, filled, found


def _long(number: int, words: int) -> Article:
    return article(str(number), f"Title {number}", " ".join(f"word{number}x{each}" for each in range(words)))


def _room(address: str) -> tuple[int, int]:
    files = [path for path in Path(address.partition(":")[2]).rglob("*") if path.is_file()]
    return len(files), sum(path.stat().st_size for path in files)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ([], [_long(number, 30) for number in range(30)]),
        ([_long(number, 120) for number in range(30)], [_long(number, 2) for number in range(28)]),
    ],
    ids=["that add", "that replace nearly all"],
)
def test_many_small_commits_take_not_much_more_room_than_one(
    address: str, first: list[Article], then: list[Article], opened: Opened
) -> None:
    engine = opened(address, create=True)
    filled(engine, tuple(first))
    for each in then:
        filled(engine, (each,))
    fresh = opened(f"{address}-fresh", create=True)
    filled(fresh, (*first[len(then) :], *then))
    assert engine.reader().count == fresh.reader().count
    files, size = _room(address)
    files_of_one, size_of_one = _room(f"{address}-fresh")
    assert files <= 5 * files_of_one
    assert size <= 4 * size_of_one


def test_what_is_mostly_deleted_gives_its_room_back_with_the_same_commit(tmp_path: Path, opened: Opened) -> None:
    engine = opened(f"whoosh:{tmp_path}/index", create=True)
    articles = [_long(number, 120) for number in range(20)]
    filled(engine, tuple(articles))
    with engine.writer() as writer:
        for each in articles[6:]:
            writer.delete(each.id)
    fresh = opened(f"whoosh:{tmp_path}/fresh", create=True)
    filled(fresh, tuple(articles[:6]))
    assert _room(f"whoosh:{tmp_path}/index")[1] <= 1.2 * _room(f"whoosh:{tmp_path}/fresh")[1]


def test_many_small_commits_do_not_fill_the_folder(address: str, opened: Opened) -> None:
    engine = opened(address, create=True)
    for number in range(40):
        with engine.writer() as writer:
            writer.replace(article(f"n{number % 7}", f"Title {number}", "boats " * 10, "2016"))
    assert engine.reader().count == 7
    folder = Path(address.partition(":")[2])
    assert sum(1 for _ in folder.rglob("*")) < 80
    assert found(engine.reader(), SpanNear(("boats", "boats"), 0)) == {f"n{number}" for number in range(7)}
    assert found(engine.reader(), Word("39", "title", exact=True)) == {"n4"}
