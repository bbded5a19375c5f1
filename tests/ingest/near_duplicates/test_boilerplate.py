"""What many articles share below their texts neither joins them nor hides their repeats."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from indexer.ingest.near_duplicates import store as stored
from indexer.ingest.near_duplicates.compare import find_all, settle
from indexer.ingest.near_duplicates.minhash import sketch
from indexer.ingest.near_duplicates.store import Sketched, Sketches

HOLDERS, COUNT = 16, 72


@pytest.fixture(scope="module", autouse=True)
def few_holders() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stored, "HOLDERS", HOLDERS)
        yield


def words(chance: random.Random, count: int) -> str:
    return " ".join(f"w{chance.randrange(3_000)}" for _ in range(count))


def sketched(name: str, text: str) -> Sketched:
    return Sketched(name, "2017-01-17", sketch(text, f"title of {name}"))


def texts(own: int, about: int) -> tuple[list[str], list[str]]:
    """Texts of `own` words, and what stands below them, in three wordings."""
    chance = random.Random(3)
    below = [words(chance, about) for _ in range(3)]
    return [words(chance, own) for _ in range(COUNT)], [below[nth % 3] for nth in range(COUNT)]


def edited(text: str) -> str:
    return " ".join(f"x{nth}" if nth % 10 == 5 else word for nth, word in enumerate(text.split()))


def originals(store: Sketches, copy: str) -> set[str]:
    return {each.original for each in find_all([sketched("copy", copy)], store)["copy"]}


SHAPES = pytest.mark.parametrize(("own", "about"), [(60, 60), (60, 200), (40, 300)], ids=["as long", "longer", "most"])


@SHAPES
@pytest.mark.parametrize("at_once", [True, False], ids=["together", "one by one"])
def test_articles_with_the_same_words_below_them_are_not_alike(own: int, about: int, at_once: bool) -> None:
    mine, below = texts(own, about)
    articles = [sketched(f"{nth:04}", f"{text} {below[nth]}") for nth, text in enumerate(mine)]
    with closing(sqlite3.connect(":memory:")) as connection:
        store = Sketches(connection)
        unsettled = store.put(articles) if at_once else [each for one in articles for each in store.put([one])]
        found = settle([each.id for each in articles], store)
        assert [each for each, repeat in found.items() if repeat] == []
        assert at_once or {"0000", "0001", "0002"} <= set(unsettled)


@SHAPES
@pytest.mark.parametrize("nth", [0, COUNT - 1], ids=["before it was known", "after"])
def test_a_copy_is_found_with_and_without_what_stands_below(own: int, about: int, nth: int) -> None:
    mine, below = texts(own, about)
    articles = [sketched(f"{n:04}", f"{text} {below[n]}") for n, text in enumerate(mine)]
    with closing(sqlite3.connect(":memory:")) as connection:
        store = Sketches(connection)
        for start in range(0, COUNT, 20):
            store.put(articles[start : start + 20])
        text = mine[nth]
        half = " ".join(text.split()[: own // 2])
        for copy in (text, edited(text), half):
            for end in ("", f" {below[nth]}"):
                assert originals(store, copy + end) == {f"{nth:04}"}, (copy, end)


def test_numbers_and_names_of_what_stands_below_excuse_none_that_differ() -> None:
    """Two of a series, each with the same twenty numbers and names below it, tell of different sums and towns."""
    chance = random.Random(5)
    about = " ".join(f"w{n} {1900 + n} Name{n}" for n in range(20))
    lent = (
        "the banks of {} and of {} have lent {} million to the harbours of the coast at a rate of {} a year for"
        " as long as {} years, which is more than the ministers of the coast had asked them for in the spring of the"
        " year before it, and less than the towns need, as those who speak for them say, not only in {} but in {}"
    )
    series = [lent.format("Lund", "Malm", 132, 7, 25, "Lund", 1), lent.format("Graz", "Linz", 128, 8, 30, "Linz", 2)]
    with closing(sqlite3.connect(":memory:")) as connection:
        store = Sketches(connection)
        others = [words(chance, 60) for _ in range(COUNT)]
        store.put([sketched(f"{n:04}", f"{text} {about}") for n, text in enumerate([series[0], *others])])
        assert originals(store, f"{series[0]} {about}") == {"0000"}
        assert originals(store, f"{series[1]} {about}") == set()


def test_of_what_is_nothing_but_common_the_very_same_wording_is_a_repeat() -> None:
    about = words(random.Random(1), 100)
    with closing(sqlite3.connect(":memory:")) as connection:
        store = Sketches(connection)
        store.put([sketched(f"{n:04}", about) for n in range(COUNT)])
        assert originals(store, about) >= {"0000"}
        assert originals(store, f"{about} and three words") == set()


def test_what_is_common_makes_no_posting_lists_longer_and_rows_no_larger() -> None:
    """With four times the articles four times the bytes, and never more candidates of an article."""
    _, below = texts(60, 200)
    with closing(sqlite3.connect(":memory:")) as connection:
        store = Sketches(connection)
        sizes, pairs = [], []
        for part in range(4):
            chance = random.Random(part)
            fresh = [sketched(f"{part}{n:04}", f"{words(chance, 60)} {end}") for n, end in enumerate(below)]
            store.put(fresh)
            pairs.append(len(store.candidates(fresh).other))
            rows = connection.execute("SELECT sum(length(hashes) + length(low) + length(high)) FROM part").fetchone()
            sizes.append(rows[0])
        assert max(pairs) <= COUNT
        assert sizes[3] <= 4.2 * sizes[0]
