"""How much two articles must share to be one story: each bound from both of its sides, in shingles and in days."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from indexer.ingest.near_duplicates.compare import containment, find_all, settle, similarity_of
from indexer.ingest.near_duplicates.minhash import SKETCH_SIZE, Sketch
from indexer.ingest.near_duplicates.store import Sketched, Sketches

SHORT, LONG = 50, 100  # runs of words in a text in which a single number counts, and in one in which it does not


@dataclass(frozen=True, slots=True)
class Kind:
    """So many numbers, names or words of a title, of which so many are others in the second article."""

    count: int = 0
    other: int = 0

    @property
    def pair(self) -> tuple[Sequence[int], Sequence[int]]:
        return _numbered(self.count), _numbered(self.count, self.other)


def _numbered(count: int, other: int = 0) -> Sequence[int]:
    """Of `count` signs the last `other` are those of nobody else."""
    return [*range(count - other), *range(10_000, 10_000 + other)]


NONE = Kind()


def similarity(
    runs: Kind, *, numbers: Kind = NONE, names: Kind = NONE, title: Kind = NONE, dates: tuple[str, str] = ("", "")
) -> float:
    kinds = (runs.pair, numbers.pair, names.pair, title.pair)
    one, other = (Sketch.of(runs.count, *(kind[at] for kind in kinds)) for at in (0, 1))
    return similarity_of(Sketched("a", dates[0], one), Sketched("b", dates[1], other))


def test_a_text_of_six_runs_is_recognised_and_one_of_five_says_too_little() -> None:
    assert similarity(Kind(6)) == 1.0
    assert similarity(Kind(5)) == 0.0


def test_below_sixteen_runs_an_edited_text_is_recognised_only_under_the_same_title() -> None:
    assert similarity(Kind(15, 1)) == 0.0
    assert similarity(Kind(15, 1), title=Kind(5)) > 0.9
    assert similarity(Kind(15, 1), title=Kind(5, 1)) == 0.0
    assert similarity(Kind(16, 1)) > 0.9


def test_below_twenty_four_runs_the_titles_have_to_agree() -> None:
    assert similarity(Kind(23), title=Kind(5, 5)) == 0.0
    assert similarity(Kind(24), title=Kind(5, 5)) == 1.0


def test_titles_agree_where_two_words_of_five_differ_and_not_where_three_do() -> None:
    assert similarity(Kind(23), title=Kind(5, 2)) == 1.0
    assert similarity(Kind(23), title=Kind(5, 3)) == 0.0


@pytest.mark.parametrize(
    ("runs", "most"), [(79, 31), (80, 37)], ids=["three fifths of a short text", "over half of a long one"]
)
def test_an_edited_text_is_the_same_article_up_to_a_share_of_its_wording(runs: int, most: int) -> None:
    assert similarity(Kind(runs, most)) > 0.5
    assert similarity(Kind(runs, most + 1)) == 0.0


def test_two_weeks_apart_an_edited_text_is_the_same_article_and_a_day_later_it_is_another() -> None:
    assert similarity(Kind(LONG, 40), dates=("2017-01-17", "2017-01-31")) == 0.6
    assert similarity(Kind(LONG, 40), dates=("2017-01-17", "2017-02-01")) == 0.0
    assert similarity(Kind(LONG, 40), dates=("2017-02-01", "2017-01-17")) == 0.0


def test_far_apart_in_time_a_reprint_may_have_lost_three_runs_of_twenty() -> None:
    assert similarity(Kind(LONG, 15), dates=("2017-01-17", "2019-05-01")) == 0.85
    assert similarity(Kind(LONG, 16), dates=("2017-01-17", "2019-05-01")) == 0.0


def test_a_cut_is_at_least_a_fifth_of_what_it_was_cut_from() -> None:
    whole = Sketched("whole", "", Sketch.of(LONG, range(LONG)))
    assert similarity_of(whole, Sketched("cut", "", Sketch.of(20, range(20)))) == 1.0
    assert similarity_of(whole, Sketched("cut", "", Sketch.of(19, range(19)))) == 0.0


@pytest.mark.parametrize(("runs", "most"), [(SHORT, 3), (LONG, 4)], ids=["short", "long"])
def test_of_ten_numbers_a_few_may_differ(runs: int, most: int) -> None:
    assert similarity(Kind(runs), numbers=Kind(10, most)) == 1.0
    assert similarity(Kind(runs), numbers=Kind(10, most + 1)) == 0.0


@pytest.mark.parametrize(("runs", "most"), [(SHORT, 5), (LONG, 7)], ids=["short", "long"])
def test_of_twenty_names_a_few_may_differ(runs: int, most: int) -> None:
    assert similarity(Kind(runs), names=Kind(20, most)) == 1.0
    assert similarity(Kind(runs), names=Kind(20, most + 1)) == 0.0


def test_the_only_number_or_name_has_to_be_the_same_unless_the_text_is_long() -> None:
    other = Kind(1, 1)
    assert similarity(Kind(SHORT), numbers=other) == similarity(Kind(SHORT), names=other) == 0.0
    assert similarity(Kind(LONG), numbers=other) == similarity(Kind(LONG), names=other) == 1.0


def test_of_two_numbers_one_may_differ_and_not_both() -> None:
    assert similarity(Kind(SHORT), numbers=Kind(2, 1)) == 1.0
    assert similarity(Kind(SHORT), numbers=Kind(2, 2)) == 0.0


def test_of_texts_longer_than_their_sketches_the_part_that_both_sketches_cover_is_compared() -> None:
    ranges = range(SKETCH_SIZE), range(0, 2 * SKETCH_SIZE, 2)
    dense, thin = (Sketch.of(1_000, kept) for kept in ranges)
    assert containment(dense, thin) == containment(thin, dense) == 1.0


def test_what_is_only_like_a_repeat_repeats_nothing(store: Sketches) -> None:
    """The first and the last have each a good half of the one between them, and next to nothing of each other."""
    even, odd = range(0, LONG, 2), range(1, LONG, 2)
    marks = {
        "a": [*even, *odd[:5], *range(1_000, 1_045)],
        "b": [*even, *odd],
        "c": [*odd, *even[-5:], *range(2_000, 2_045)],
    }
    store.put([Sketched(name, "", Sketch.of(LONG, sorted(kept))) for name, kept in marks.items()])
    assert [each.original for each in find_all(store.sketched("c"), store)["c"]] == ["b"]
    found = settle("abc", store)
    assert {name: repeat and repeat.original for name, repeat in found.items()} == {"a": None, "b": "a", "c": None}


def test_the_most_similar_comes_first_then_the_smaller_id(store: Sketches) -> None:
    for name, other in (("a", 30), ("c", 10), ("b", 10)):
        store.put([Sketched(name, "", Sketch.of(LONG, _numbered(LONG, other)))])
    article = Sketched("new", "", Sketch.of(LONG, range(LONG)))
    assert [each.original for each in find_all([article], store)[article.id]] == ["b", "c", "a"]


@pytest.mark.parametrize("dates", [("2019-03-02", "2019-03-03"), ("2019-03-03", "2019-03-02")])
def test_two_days_of_a_daily_bulletin_are_two_stories(dates: tuple[str, str]) -> None:
    bulletin = {"numbers": Kind(5, 1), "title": Kind(5)}
    assert similarity(Kind(SHORT, 2), **bulletin, dates=dates) == 0.0
    assert similarity(Kind(SHORT, 2), **bulletin, dates=(dates[0], dates[0])) > 0.9
    assert similarity(Kind(SHORT, 2), numbers=Kind(5, 1), title=Kind(5, 1), dates=dates) > 0.9
    assert similarity(Kind(SHORT, 2), numbers=Kind(5), title=Kind(5), dates=dates) > 0.9
    assert similarity(Kind(LONG, 2), **bulletin, dates=dates) > 0.9
