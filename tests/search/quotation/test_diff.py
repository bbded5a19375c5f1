from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from indexer.search.quotation.diff import changes, stretches

ROWS = st.lists(st.sampled_from("abcdef"), max_size=30)


@given(ROWS, ROWS)
def test_stretches_cover_both_rows_and_alternate(old: list[str], new: list[str]) -> None:
    found = stretches(old, new)
    assert [word for each in found for word in old[slice(*each.old)]] == old
    assert [word for each in found for word in new[slice(*each.new)]] == new
    assert all(old[slice(*each.old)] == new[slice(*each.new)] for each in found if each.same)
    assert all(one.same != other.same for one, other in pairwise(found))


@given(ROWS)
def test_a_row_equals_itself_in_one_stretch(row: list[str]) -> None:
    assert [each.same for each in stretches(row, row)] == ([True] if row else [])


def test_changed_words_keep_the_white_space_behind_them() -> None:
    found = changes("One two.\n\nThree four.", "One two,\n\nThree five four.")
    assert [(each.kind, each.text) for each in found] == [
        ("same", "One "),
        ("deleted", "two.\n\n"),
        ("inserted", "two,\n\n"),
        ("same", "Three "),
        ("inserted", "five "),
        ("same", "four."),
    ]


def test_white_space_is_no_difference_and_the_new_one_is_shown() -> None:
    assert [(each.kind, each.text) for each in changes("One two\n\nthree", "One two three\n")] == [
        ("same", "One two three\n")
    ]


def test_forty_thousand_words_are_compared() -> None:
    alike = "word " * 39_999
    assert [each.kind for each in changes(f"{alike}one", f"{alike}two")] == ["same", "deleted", "inserted"]
    assert [each.kind for each in changes(f"{alike}one two", f"{alike}one three")] == ["same"]
